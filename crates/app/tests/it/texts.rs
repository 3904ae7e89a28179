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
