//! What is issued is verified, in a picture too, and a revocation is seen.

use badges::{KeyPlace, Need, Outcome, Picture, Reason, Step, Verdict, badge_svg, bake, sign_credential, verify};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use crate::setup::{
    ED25519, EMAIL, LIST, OFFICE, PERSON, RSA, address, credential, known, not_ok, now, status_list, step, token,
};

fn part(token: &str, number: usize) -> Value {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(token.split('.').nth(number).unwrap()).unwrap()).unwrap()
}

#[test]
fn a_certificate_of_either_kind_of_key_is_valid() {
    for key in [&*RSA, &*ED25519] {
        let report = verify(token(key).as_bytes(), &known(key, false));
        assert_eq!(report.verdict(), Verdict::Valid, "{:?}", not_ok(&report));
        let summary = report.summary.unwrap();
        assert_eq!(summary.achievement, "Dane osobowe w urzędzie");
        assert_eq!(summary.issuer_name, "Urząd Gminy Łąki");
        assert!(summary.is_email(EMAIL) && !summary.is_email("jan@example.pl") && !summary.is_email(""));
    }
}

#[test]
fn the_token_has_the_claims_and_headers_of_the_specification() {
    let token = token(&RSA);
    let (header, payload) = (part(&token, 0), part(&token, 1));
    assert_eq!(header["alg"], "RS256");
    assert_eq!(header["typ"], "JWT");
    assert_eq!(header["kid"], address(&RSA));
    assert_eq!(header["jwk"]["kty"], "RSA");
    assert_eq!(payload["iss"], payload["issuer"]["id"]);
    assert_eq!(payload["jti"], payload["id"]);
    assert_eq!(payload["sub"], PERSON);
    assert_eq!(payload["nbf"], 1_795_345_200);
    assert_eq!(payload["validFrom"], "2026-11-22T11:00:00Z");
    assert_eq!(payload["exp"], 1_795_345_200 + 730 * 86_400);
    assert_eq!(payload.get("vc"), None);
    assert_eq!(payload["credentialSubject"]["achievement"]["related"][0]["inLanguage"], "en");
    assert!(!payload.to_string().contains("nowak"));
}

#[test]
fn each_round_says_what_to_fetch() {
    let token = token(&RSA);
    let full = known(&RSA, false);
    let mut known = badges::Known::at(now());
    let report = verify(token.as_bytes(), &known);
    assert_eq!(report.needs(), [&Need::Key { url: address(&RSA) }]);
    assert_eq!(report.outcome(Step::Schema), &Outcome::Ok);
    assert_eq!(report.outcome(Step::Status), &Outcome::Skipped);
    known.fetched.insert(&address(&RSA), serde_json::to_vec(&RSA.jwk(None).unwrap()).unwrap());
    assert_eq!(verify(token.as_bytes(), &known).needs(), [&Need::StatusList { url: LIST.into() }]);
    known.fetched.missing(LIST);
    assert_eq!(step(&token, &known, Step::Status), Outcome::Failed(Reason::StatusUnreachable(LIST.into())));
    assert_eq!(verify(token.as_bytes(), &full).verdict(), Verdict::Valid);
}

#[test]
fn a_revocation_is_seen() {
    let report = verify(token(&RSA).as_bytes(), &known(&RSA, true));
    assert_eq!(not_ok(&report), [(Step::Status, Outcome::Failed(Reason::Revoked))]);
}

#[test]
fn a_status_list_of_somebody_else_proves_nothing() {
    let mut known = known(&RSA, false);
    known.fetched.insert(&address(&ED25519), serde_json::to_vec(&ED25519.jwk(None).unwrap()).unwrap());
    let mut list = status_list(&ED25519, false);
    let last = list.pop().unwrap();
    list.push(if last == 'A' { 'Q' } else { 'A' });
    known.fetched.insert(LIST, list.into_bytes());
    assert_eq!(step(&token(&RSA), &known, Step::Status), Outcome::Failed(Reason::BadStatusList("signature".into())));
    let unsigned = json!({"type": ["VerifiableCredential", "BitstringStatusListCredential"], "issuer": format!("{OFFICE}/issuer"),
        "credentialSubject": {"statusPurpose": "revocation", "encodedList": badges::StatusList::default().encode()}});
    known.fetched.insert(LIST, unsigned.to_string().into_bytes());
    assert_eq!(step(&token(&RSA), &known, Step::Status), Outcome::Doubt(Reason::StatusUnproven));
    known.fetched.insert(LIST, b"<html>".to_vec());
    assert_eq!(step(&token(&RSA), &known, Step::Status), Outcome::Failed(Reason::BadStatusList("form".into())));
    // A list that is too old says nothing about today.
    known.fetched.insert(LIST, status_list(&RSA, false).into_bytes());
    known.now = now().plus_days(2);
    assert_eq!(step(&token(&RSA), &known, Step::Status), Outcome::Failed(Reason::BadStatusList("validUntil".into())));
}

#[test]
fn dates_count() {
    let mut known = known(&RSA, false);
    let token = token(&RSA);
    known.now = now().plus_seconds(-3600);
    assert_eq!(step(&token, &known, Step::Dates), Outcome::Failed(Reason::NotYetValid(now().timestamp())));
    known.now = now().plus_days(731);
    assert_eq!(step(&token, &known, Step::Dates), Outcome::Failed(Reason::Expired(now().plus_days(730).timestamp())));
}

#[test]
fn a_baked_badge_verifies_like_the_token() {
    let picture = badge_svg(&Picture { office: "Urząd Gminy Łąki", title: "RODO", note: "2026", language: "pl" });
    let baked = bake(picture.as_bytes(), &token(&ED25519)).unwrap();
    let report = verify(&baked, &known(&ED25519, false));
    assert_eq!(report.verdict(), Verdict::Valid, "{:?}", not_ok(&report));
    let empty = verify(picture.as_bytes(), &known(&ED25519, false));
    assert_eq!(empty.outcome(Step::Form), &Outcome::Failed(Reason::EmptyPicture));
}

#[test]
fn a_key_set_a_did_document_and_a_did_key_are_understood() {
    let token = token(&ED25519);
    let mut known = known(&ED25519, false);
    let jwk = ED25519.jwk(Some(&address(&ED25519))).unwrap();
    let other = RSA.jwk(Some("other")).unwrap();
    let set = badges::JwkSet { keys: vec![other, jwk.clone()] };
    known.fetched.insert(&address(&ED25519), serde_json::to_vec(&set).unwrap());
    assert_eq!(verify(token.as_bytes(), &known).verdict(), Verdict::Valid);

    let badges::PublicKey::Ed25519(bytes) = ED25519.public().unwrap() else { panic!() };
    let did = format!("did:key:{}", badges::multikey(&bytes));
    let mut credential = credential();
    credential.issuer.id.clone_from(&did);
    credential.credential_status = None;
    let place = KeyPlace::Address(format!("{did}#{}", badges::multikey(&bytes)));
    let token = sign_credential(&credential, &ED25519, &place).unwrap();
    let report = verify(token.as_bytes(), &badges::Known::at(now()));
    assert_eq!(report.verdict(), Verdict::Valid, "{:?}", not_ok(&report));

    credential.issuer.id = "did:web:laki.example:badges".into();
    let place = KeyPlace::Address("did:web:laki.example:badges#key-1".into());
    let token = sign_credential(&credential, &ED25519, &place).unwrap();
    let mut known = badges::Known::at(now());
    let url = "https://laki.example/badges/did.json";
    assert_eq!(verify(token.as_bytes(), &known).needs(), [&Need::Key { url: url.into() }]);
    let document = json!({"id": "did:web:laki.example:badges", "assertionMethod": ["did:web:laki.example:badges#key-1"],
        "verificationMethod": [{"id": "did:web:laki.example:badges#key-1", "type": "JsonWebKey", "publicKeyJwk": jwk}]});
    known.fetched.insert(url, document.to_string().into_bytes());
    assert_eq!(verify(token.as_bytes(), &known).verdict(), Verdict::Valid);
}

#[test]
fn what_would_not_verify_is_not_signed() {
    let mut unnamed = credential();
    unnamed.credential_subject.achievement.name.clear();
    assert!(sign_credential(&unnamed, &RSA, &KeyPlace::Embedded).is_err());
    let mut relative = credential();
    relative.id = "c/K7QF2M".into();
    assert!(sign_credential(&relative, &RSA, &KeyPlace::Embedded).is_err());
    let mut backwards = credential();
    backwards.valid_until = Some(backwards.valid_from);
    assert!(sign_credential(&backwards, &RSA, &KeyPlace::Embedded).is_err());
}
