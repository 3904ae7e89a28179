//! Credentials published by 1EdTech with its validator, read where SZPON_OB30_VECTORS names the folder
//! `inspector-vc/src/test/resources/ob30` of a checkout.

use std::{collections::BTreeMap, env, fs};

use badges::{Known, Report, Verdict, verify};
use serde_json::json;

use crate::setup::{not_ok, now};

/// The issuers of the vectors and the key they all have.
const KEY: &str = "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi";
const ISSUERS: [&str; 2] = ["https://example.com/issuers/876543", "https://1edtech.edu/issuers/565049"];

fn known(folder: &str) -> Known {
    let mut known = Known::at(now());
    for issuer in ISSUERS {
        let document = json!({"id": issuer, "verificationMethod":
            [{"id": format!("{issuer}#{KEY}"), "type": "Multikey", "publicKeyMultibase": KEY}]});
        known.fetched.insert(issuer, document.to_string().into_bytes());
    }
    let list = fs::read(format!("{folder}/bit-string-list/testlist")).unwrap();
    let address = "https://raw.githubusercontent.com/1EdTech/digital-credentials-public-validator/refs/heads/main/\
                   inspector-vc/src/test/resources/ob30/bit-string-list/testlist";
    known.fetched.insert(address, list);
    known
}

fn reports(folder: &str) -> BTreeMap<String, Report> {
    let known = known(folder);
    let mut reports = BTreeMap::new();
    for place in [folder.to_owned(), format!("{folder}/bit-string-list")] {
        for entry in fs::read_dir(place).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                let name = path.file_name().unwrap().to_str().unwrap().to_owned();
                reports.insert(name, verify(&fs::read(path).unwrap(), &known));
            }
        }
    }
    reports
}

#[test]
fn published_credentials_are_judged_as_their_names_say() {
    let Ok(folder) = env::var("SZPON_OB30_VECTORS") else { return };
    let reports = reports(&folder);
    if env::var("SZPON_OB30_PRINT").is_ok() {
        for (name, report) in &reports {
            println!("{name}: {:?} {:?}", report.verdict(), not_ok(report));
        }
    }
    for (name, report) in &reports {
        if name.contains("-err-") || name.contains("error") {
            assert_eq!(report.verdict(), Verdict::Invalid, "{name}: {:?}", not_ok(report));
        }
    }
}
