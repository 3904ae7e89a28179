//! Changed, forged and hostile input.

use badges::{Jwk, KeyPlace, Known, LARGEST, Outcome, Reason, SigningKey, Step, Verdict, sign_credential, verify};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use kernel::SeededEntropy;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::setup::{ED25519, OFFICE, RSA, address, credential, known, now, step, token};

fn encode(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

/// A token of an attacker who has a key of their own and any header and payload.
fn forged(key: &SigningKey, header: &Value, payload: &Value) -> String {
    let signed = format!("{}.{}", encode(header), encode(payload));
    let signature = URL_SAFE_NO_PAD.encode(key.sign(signed.as_bytes()).unwrap());
    format!("{signed}.{signature}")
}

fn payload(token: &str) -> Value {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(token.split('.').nth(1).unwrap()).unwrap()).unwrap()
}

#[test]
fn any_change_of_the_text_is_seen() {
    let token = token(&RSA);
    let known = known(&RSA, false);
    let mut changed = payload(&token);
    changed["credentialSubject"]["result"][0]["value"] = json!("100");
    let parts: Vec<&str> = token.split('.').collect();
    let changed = format!("{}.{}.{}", parts[0], encode(&changed), parts[2]);
    assert_eq!(step(&changed, &known, Step::Signature), Outcome::Failed(Reason::BadSignature));
    let report = verify(changed.as_bytes(), &known);
    assert_eq!(report.verdict(), Verdict::Invalid);
    assert_eq!(report.outcome(Step::Issuer), &Outcome::Skipped);
    // The same signature written with another last character: strict base64url has one spelling.
    let stray = format!("{}{}", &token[..token.len() - 1], if token.ends_with('B') { 'C' } else { 'B' });
    assert_eq!(verify(stray.as_bytes(), &known).verdict(), Verdict::Invalid);
}

#[test]
fn unsigned_and_symmetric_tokens_are_refused() {
    let token = token(&RSA);
    let known = known(&RSA, false);
    let body = encode(&payload(&token));
    for alg in ["none", "None", "HS256", "HS512", "PS256", "RS1", ""] {
        let header = encode(&json!({"alg": alg, "kid": address(&RSA)}));
        let refused = Outcome::Failed(Reason::Algorithm(alg.into()));
        assert_eq!(step(&format!("{header}.{body}."), &known, Step::Signature), refused);
    }
    let header = encode(&json!({"alg": "RS256", "kid": address(&RSA)}));
    assert_eq!(step(&format!("{header}.{body}."), &known, Step::Signature), Outcome::Failed(Reason::BadSignature));
    let critical =
        forged(&RSA, &json!({"alg": "RS256", "kid": address(&RSA), "crit": ["b64"], "b64": false}), &payload(&token));
    assert_eq!(step(&critical, &known, Step::Signature), Outcome::Failed(Reason::Algorithm("crit".into())));
}

#[test]
fn a_key_is_used_with_its_own_algorithm_only() {
    let known = known(&RSA, false);
    let payload = payload(&token(&RSA));
    for alg in ["ES256", "EdDSA"] {
        let forged = forged(&RSA, &json!({"alg": alg, "kid": address(&RSA)}), &payload);
        assert_eq!(step(&forged, &known, Step::Signature), Outcome::Failed(Reason::BadSignature));
    }
    // A symmetric key where the public one should be.
    let secret = json!({"kty": "oct", "k": "AAAA", "alg": "HS256"});
    let mut poisoned = Known::at(now());
    poisoned.fetched.insert(&address(&RSA), secret.to_string().into_bytes());
    assert_eq!(step(&token(&RSA), &poisoned, Step::Signature), Outcome::Failed(Reason::NoKey(address(&RSA))));
}

#[test]
fn a_key_of_another_origin_or_of_the_credential_itself_is_not_the_issuer_s() {
    let attacker = SigningKey::generate_ed25519(&SeededEntropy::new(66)).unwrap();
    let mut credential = credential();
    credential.credential_status = None;
    let elsewhere = "https://evil.example/key";
    let token = sign_credential(&credential, &attacker, &KeyPlace::Address(elsewhere.into())).unwrap();
    let mut known = Known::at(now());
    known.fetched.insert(elsewhere, serde_json::to_vec(&attacker.jwk(None).unwrap()).unwrap());
    let report = verify(token.as_bytes(), &known);
    assert_eq!(report.outcome(Step::Signature), &Outcome::Ok);
    assert_eq!(report.outcome(Step::Issuer), &Outcome::Failed(Reason::ForeignKey(elsewhere.into())));

    let token = sign_credential(&credential, &attacker, &KeyPlace::Embedded).unwrap();
    let report = verify(token.as_bytes(), &known);
    assert_eq!(report.outcome(Step::Issuer), &Outcome::Doubt(Reason::SelfAsserted));
    assert_eq!(report.verdict(), Verdict::Unproven);

    // With both, the address counts, not the key that came along.
    let token = sign_credential(&credential, &attacker, &KeyPlace::Both(address(&RSA))).unwrap();
    let known = crate::setup::known(&RSA, false);
    assert_eq!(step(&token, &known, Step::Signature), Outcome::Failed(Reason::BadSignature));
}

#[test]
fn claims_that_say_other_than_the_credential_are_refused() {
    let good = payload(&token(&ED25519));
    let header = json!({"alg": "EdDSA", "typ": "JWT", "kid": address(&ED25519)});
    let known = known(&ED25519, false);
    for (name, value) in [
        ("iss", json!("https://szpon.example/badges/inny/issuer")),
        ("jti", json!("https://szpon.example/c/OTHER")),
        ("sub", json!("urn:uuid:other")),
        ("nbf", json!(1)),
        ("exp", json!(4_000_000_000_u64)),
    ] {
        let mut changed = good.clone();
        changed[name] = value;
        let refused = Outcome::Failed(Reason::Claim(name.into()));
        assert_eq!(step(&forged(&ED25519, &header, &changed), &known, Step::Form), refused);
    }
    for name in ["iss", "jti", "nbf"] {
        let mut without = good.clone();
        without.as_object_mut().unwrap().remove(name);
        let refused = Outcome::Failed(Reason::Missing(name.into()));
        assert_eq!(step(&forged(&ED25519, &header, &without), &known, Step::Form), refused);
    }
}

#[test]
fn the_wrapped_form_of_the_drafts_is_read() {
    let mut vc = payload(&token(&RSA));
    for name in ["iss", "jti", "nbf", "sub", "exp", "validFrom", "validUntil", "credentialStatus"] {
        vc.as_object_mut().unwrap().remove(name);
    }
    vc["@context"][0] = json!("https://www.w3.org/2018/credentials/v1");
    vc["issuanceDate"] = json!("2026-11-22T11:00:00Z");
    let whole = json!({"vc": vc, "iss": format!("{OFFICE}/issuer"), "jti": vc["id"], "nbf": 1_795_345_200,
        "sub": vc["credentialSubject"]["id"], "exp": 1_795_345_200 + 60});
    let token = forged(&RSA, &json!({"alg": "RS256", "typ": "JWT", "kid": address(&RSA)}), &whole);
    let mut known = known(&RSA, false);
    assert_eq!(verify(token.as_bytes(), &known).verdict(), Verdict::Valid);
    known.now = now().plus_days(1);
    assert!(matches!(step(&token, &known, Step::Dates), Outcome::Failed(Reason::Expired(_))));
}

#[test]
fn what_is_no_credential_is_named() {
    let known = Known::at(now());
    let form = |input: &[u8]| verify(input, &known).outcome(Step::Form).clone();
    assert_eq!(form(b""), Outcome::Failed(Reason::Unreadable));
    assert_eq!(form(b"Ala ma kota"), Outcome::Failed(Reason::Unreadable));
    assert_eq!(form(b"\xff\xfe"), Outcome::Failed(Reason::Unreadable));
    assert_eq!(form("[".repeat(500_000).as_bytes()), Outcome::Failed(Reason::Unreadable));
    assert_eq!(form("{\"a\":".repeat(100_000).as_bytes()), Outcome::Failed(Reason::Unreadable));
    assert_eq!(form(&vec![b'a'; LARGEST + 1]), Outcome::Failed(Reason::TooLarge));
    assert_eq!(form(&vec![b'a'; LARGEST]), Outcome::Failed(Reason::TooLarge));
    assert_eq!(form(b"<html></html>"), Outcome::Failed(Reason::BrokenPicture));
    let older = json!({"@context": "https://w3id.org/openbadges/v2", "type": "Assertion"});
    assert_eq!(verify(older.to_string().as_bytes(), &known).verdict(), Verdict::Invalid);
}

#[test]
fn addresses_that_must_not_be_followed_are_not_asked_for() {
    let mut credential = credential();
    for kid in ["http://szpon.example/key", "https://user:pass@szpon.example/key", "did:web:szpon.example/../x"] {
        credential.issuer.id = "https://szpon.example/issuer".into();
        let token = sign_credential(&credential, &ED25519, &KeyPlace::Address(kid.into())).unwrap();
        let report = verify(token.as_bytes(), &Known::at(now()));
        assert_eq!(report.outcome(Step::Signature), &Outcome::Failed(Reason::NoKey(kid.into())));
        assert!(report.needs().is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_bytes_end_in_a_report(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let report = verify(&bytes, &Known::at(now()));
        prop_assert_eq!(report.steps.len(), 6);
        prop_assert_ne!(report.verdict(), Verdict::Valid);
    }

    #[test]
    fn any_header_and_payload_end_in_a_report(header in json_value(), payload in json_value()) {
        let token = format!("{}.{}.AAAA", encode(&header), encode(&payload));
        prop_assert_ne!(verify(token.as_bytes(), &Known::at(now())).verdict(), Verdict::Valid);
    }

    #[test]
    fn any_member_replaced_ends_in_a_report(value in json_value(), at in 0usize..40) {
        let key = &*ED25519;
        let mut changed = payload(&token(key));
        replace(&mut changed, &mut at.clone(), &value);
        let token = forged(key, &json!({"alg": "EdDSA", "typ": "JWT", "kid": address(key)}), &changed);
        let _ = verify(token.as_bytes(), &known(key, false));
        // The same as a document with a proof: the way through JSON-LD.
        changed["proof"] = json!({"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022",
            "proofPurpose": "assertionMethod", "proofValue": "z3", "verificationMethod": "did:key:z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi"});
        prop_assert_ne!(verify(changed.to_string().as_bytes(), &known(key, false)).verdict(), Verdict::Valid);
    }

    #[test]
    fn any_key_document_ends_in_a_report(document in json_value()) {
        let mut known = Known::at(now());
        known.fetched.insert(&address(&ED25519), document.to_string().into_bytes());
        prop_assert_ne!(verify(token(&ED25519).as_bytes(), &known).verdict(), Verdict::Valid);
        let _ = serde_json::from_value::<Jwk>(document).map(|jwk| (jwk.public_key().is_ok(), jwk.thumbprint()));
    }
}

/// Replaces the member of that number, counted through the whole document.
fn replace(within: &mut Value, at: &mut usize, value: &Value) {
    let children: Vec<&mut Value> = match within {
        Value::Object(object) => object.values_mut().collect(),
        Value::Array(list) => list.iter_mut().collect(),
        _ => return,
    };
    for child in children {
        if *at == 0 {
            *child = value.clone();
            *at = usize::MAX;
            return;
        }
        *at -= 1;
        replace(child, at, value);
    }
}

fn json_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        "\\PC{0,12}".prop_map(Value::from),
        "(did:key:z|did:web:|https://)[a-z0-9.:/#%@]{0,12}".prop_map(Value::from),
    ];
    let name = prop_oneof![
        "\\PC{0,6}",
        Just("type".to_owned()),
        Just("id".to_owned()),
        Just("alg".to_owned()),
        Just("kid".to_owned()),
        Just("jwk".to_owned()),
        Just("keys".to_owned()),
        Just("kty".to_owned()),
        Just("vc".to_owned()),
        Just("issuer".to_owned()),
        Just("credentialSubject".to_owned()),
        Just("credentialStatus".to_owned()),
        Just("verificationMethod".to_owned()),
        Just("publicKeyMultibase".to_owned()),
        Just("@context".to_owned()),
    ];
    leaf.prop_recursive(4, 40, 6, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            proptest::collection::btree_map(name.clone(), inner, 0..6)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}
