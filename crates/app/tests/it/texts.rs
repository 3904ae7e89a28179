//! Texts of all subjects together.

use i18n::T;
use kernel::Lang;
use szpon::compose;

#[test]
fn every_key_has_a_text_in_both_languages_and_no_two_subjects_share_one() {
    compose::init();
    let mut seen = std::collections::BTreeMap::new();
    for source in compose::SOURCES {
        for line in source.pl.lines() {
            let Some((key, _)) = line.split_once(" =") else { continue };
            if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                let before = seen.insert(key.to_owned(), source.name);
                assert_eq!(before, None, "{key} stands in {} too", source.name);
                for lang in [Lang::Pl, Lang::En] {
                    assert!(T(lang).has(key), "{key} has no text in {}", lang.code());
                }
            }
        }
    }
    assert!(seen.len() > 500, "only {} keys were seen", seen.len());
}

#[test]
fn roles_scopes_and_events_have_words_in_the_audit_log() {
    compose::init();
    let roles = offices::Role::ALL.iter().map(|role| format!("role-{}", role.as_str()));
    let scopes = identity::tokens::SCOPES.iter().map(|(scope, _)| format!("scope-{scope}"));
    let events = hooks::events::KINDS.iter().map(|kind| format!("event-{kind}"));
    for code in roles.chain(scopes).chain(events) {
        let key = format!("audit-{}", code.replace([':', '.', '_'], "-"));
        for lang in [Lang::Pl, Lang::En] {
            assert!(T(lang).has(&key), "{key} has no text in {}", lang.code());
        }
    }
}
