//! An office, its key and a credential.

use std::sync::LazyLock;

use badges::{
    AchievedResult, Achievement, AchievementCredential, AchievementSubject, Alignment, Evidence, IdentifierEntry,
    IdentityObject, Image, KeyPlace, Known, Outcome, Profile, Report, ResultDescription, SigningKey, StatusEntry,
    StatusList, StatusListCredential, Step, moment, sign_credential, sign_status_list, verify,
};
use kernel::{Micros, SeededEntropy};

pub const OFFICE: &str = "https://szpon.example/badges/laki";
pub const LIST: &str = "https://szpon.example/badges/laki/status/1";
pub const INDEX: usize = 4711;
pub const EMAIL: &str = "anna.nowak@example.pl";
pub const PERSON: &str = "urn:uuid:7f9c2ba4-e88f-427e-a4bb-000000000001";

pub static RSA: LazyLock<SigningKey> = LazyLock::new(|| SigningKey::generate_rsa().unwrap());
pub static ED25519: LazyLock<SigningKey> =
    LazyLock::new(|| SigningKey::generate_ed25519(&SeededEntropy::new(7)).unwrap());

/// 22 November 2026, noon in Poland.
pub fn now() -> Micros {
    Micros(1_795_345_200_000_000)
}

pub fn address(key: &SigningKey) -> String {
    format!("{OFFICE}/keys/{}", key.short_name().unwrap())
}

/// A credential with every member the model has.
pub fn credential() -> AchievementCredential {
    let mut course = Achievement::course(
        "https://szpon.example/learn/rodo",
        "Dane osobowe w urzędzie",
        "Wie, kiedy i jak wolno przetwarzać dane osobowe.",
        "Ukończone lekcje i co najmniej **70%** punktów w teście końcowym.",
        "pl",
    )
    .also("https://szpon.example/en/learn/rodo", "en");
    course.alignment.push(Alignment::digcomp("4.2", "Ochrona danych osobowych i prywatności"));
    course.tags = vec!["RODO".into(), "dane osobowe".into(), "GDPR".into()];
    course.version = Some("3".into());
    course.image = Some(Image::new("https://szpon.example/badges/laki/rodo.svg", "Odznaka kursu"));
    course.result_description =
        vec![ResultDescription::percent("urn:uuid:1b4e28ba-2fa1-11d2-883f-0016d3cca427", "Test końcowy", Some(70))];
    let person = IdentityObject::email(EMAIL, &badges::salt(&SeededEntropy::new(3)));
    let mut subject = AchievementSubject::new(PERSON, person, course);
    subject.result = vec![AchievedResult::value("urn:uuid:1b4e28ba-2fa1-11d2-883f-0016d3cca427", "93")];
    let mut issuer = Profile::new(&format!("{OFFICE}/issuer"), "Urząd Gminy Łąki");
    issuer.url = Some("https://laki.example".into());
    issuer.email = Some("urzad@laki.example".into());
    issuer.other_identifier = vec![IdentifierEntry::of("regon", "000123456")];
    let mut credential = AchievementCredential::new("https://szpon.example/c/K7QF2M", issuer, subject, now());
    credential.valid_until = Some(moment(now().plus_days(730)));
    credential.awarded_date = Some(moment(now().plus_days(-1)));
    credential.evidence = vec![Evidence::new("Praca zaliczeniowa", "Rejestr czynności przetwarzania.")];
    credential.credential_status = Some(StatusEntry::revocation(LIST, INDEX));
    credential
}

pub fn token(key: &SigningKey) -> String {
    sign_credential(&credential(), key, &KeyPlace::Both(address(key))).unwrap()
}

/// What the caller has once it fetched the key and the list.
pub fn known(key: &SigningKey, revoked: bool) -> Known {
    let mut known = Known::at(now());
    let jwk = key.jwk(Some(&address(key))).unwrap();
    known.fetched.insert(&address(key), serde_json::to_vec(&jwk).unwrap());
    known.fetched.insert(LIST, status_list(key, revoked).into_bytes());
    known
}

pub fn status_list(key: &SigningKey, revoked: bool) -> String {
    let mut list = StatusList::default();
    list.set(INDEX, revoked);
    let list = StatusListCredential::revocations(LIST, &format!("{OFFICE}/issuer"), now(), 24, list);
    sign_status_list(&list, key, &KeyPlace::Address(address(key))).unwrap()
}

/// The outcome of one step.
pub fn step(input: &str, known: &Known, step: Step) -> Outcome {
    verify(input.as_bytes(), known).outcome(step).clone()
}

/// Steps that are not right, for messages of tests.
pub fn not_ok(report: &Report) -> Vec<(Step, Outcome)> {
    report.steps.iter().filter(|(_, outcome)| *outcome != Outcome::Ok).cloned().collect()
}
