//! Credentials published by 1EdTech with its validator, read where SZPON_OB30_VECTORS names the folder
//! `inspector-vc/src/test/resources/ob30` of a checkout.

use std::{collections::BTreeMap, env, fs};

use badges::{Known, Outcome, Reason, Report, Step, Verdict, verify};
use serde_json::json;

use crate::setup::{not_ok, now};

/// The issuers of the vectors and the keys they sign with.
const ISSUERS: [&str; 3] = [
    "https://example.com/issuers/876543",
    "https://1edtech.edu/issuers/565049",
    "https://dc.1edtech.org/wellspring2022/wellspring-portal/org/da1e96e9-afcc-4eed-b9a2-2ddf7353214c/did.json",
];
const KEYS: [&str; 4] = [
    "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi",
    "z6MkrvfzkMnvCroEUP2DVc9SHPE48CRsvHiVSusHioxTYu1x",
    "z6Mknyb2Gb4NxzW3xSr9ChTtdQZ1zs77piQ3r9SaJ9vMzmrs",
    "z6MknNHHrBzPytzu6CUBP9Lg7fg4KSBjzimc2Frh693YbMiv",
];
/// Those with a Data Integrity proof that must be found right.
const VALID: [&str; 10] = [
    "simple-json.png",
    "simple-json.svg",
    "simple_v1.json",
    "simple.json",
    "simple.1ob",
    "simple-context-alias.json",
    "simple-context-version.json",
    "simple-did-web-method.json",
    "simple-eddsa-2022.json",
    "simple-multiple-proofs.json",
];
/// Those that are signed rightly, but with a key that came along.
const SELF_ASSERTED: [&str; 5] =
    ["simple-jwt.png", "simple-jwt.svg", "simple-jwt_v1.png", "simple-jwt_v1.svg", "simple-did-key-method.json"];
const REVOKED: [&str; 2] = ["credential-status-revoked.json", "credential-status-revoked-blank-nodes.json"];

fn known(folder: &str) -> Known {
    let mut known = Known::at(now());
    for issuer in ISSUERS {
        let methods: Vec<_> = KEYS
            .iter()
            .map(|key| json!({"id": format!("{issuer}#{key}"), "type": "Multikey", "publicKeyMultibase": key}))
            .collect();
        let document = json!({"id": issuer, "verificationMethod": methods});
        known.fetched.insert(issuer, document.to_string().into_bytes());
    }
    let list = fs::read(format!("{folder}/bit-string-list/testlist")).unwrap();
    let address = "https://raw.githubusercontent.com/1EdTech/digital-credentials-public-validator/refs/heads/main/\
                   inspector-vc/src/test/resources/ob30/bit-string-list/testlist";
    known.fetched.insert(address, list);
    known
}

/// The report once all is fetched that can be; other addresses answer nothing.
fn judge(input: &[u8], known: &Known) -> Report {
    let mut known = known.clone();
    loop {
        let report = verify(input, &known);
        let needs: Vec<String> = report.needs().iter().map(|need| need.url().to_owned()).collect();
        if needs.is_empty() {
            return report;
        }
        needs.iter().for_each(|url| known.fetched.missing(url));
    }
}

#[test]
fn published_credentials_are_judged_as_their_names_say() {
    let Ok(folder) = env::var("SZPON_OB30_VECTORS") else { return };
    let known = known(&folder);
    let mut reports = BTreeMap::new();
    for place in [folder.clone(), format!("{folder}/bit-string-list")] {
        for entry in fs::read_dir(place).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let name = path.file_name().unwrap().to_str().unwrap().to_owned();
                reports.insert(name, judge(&fs::read(path).unwrap(), &known));
            }
        }
    }
    for (name, report) in &reports {
        println!("{name}: {:?} {:?}", report.verdict(), not_ok(report));
    }
    for (name, report) in &reports {
        if name.contains("-err-") || name.contains("error") || name.contains("noproof") {
            assert_ne!(report.verdict(), Verdict::Valid, "{name}");
        }
    }
    for name in VALID {
        assert_eq!(not_ok(&reports[name]), [], "{name}");
    }
    // Its nested endorsements make more nodes that look alike than are told apart here.
    assert_eq!(reports["complete.json"].verdict(), Verdict::Unproven);
    for name in SELF_ASSERTED {
        assert_eq!(not_ok(&reports[name]), [(Step::Issuer, Outcome::Doubt(Reason::SelfAsserted))], "{name}");
    }
    for name in REVOKED {
        assert_eq!(not_ok(&reports[name]), [(Step::Status, Outcome::Failed(Reason::Revoked))], "{name}");
    }
}
