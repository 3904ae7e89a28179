//! Another program's verifier (PyPI `openbadgeslib`) agrees: it runs where SZPON_OPENBADGES_VERIFIER names the program
//! `openbadges-verifier`.

use std::{env, fs, path::Path, process::Command};

use badges::{KeyPlace, Picture, SigningKey, badge_svg, bake, sign_credential};
use serde_json::Value;
use tempfile::TempDir;

use crate::setup::{ED25519, PERSON, RSA, address, credential};

/// What it says about a badge: its answer and its exit status.
fn ask(program: &str, folder: &Path, badge: &[u8], key: &SigningKey) -> (Value, i32) {
    let (file, pem) = (folder.join("badge.svg"), folder.join("key.pem"));
    fs::write(&file, badge).unwrap();
    fs::write(&pem, key.public().unwrap().pem().unwrap()).unwrap();
    let run = Command::new(program)
        .current_dir(folder)
        .args(["--json", "-r", PERSON, "-k"])
        .arg(&pem)
        .arg("-i")
        .arg(&file)
        .output()
        .unwrap();
    let text = String::from_utf8_lossy(&run.stdout).into_owned();
    let answer = serde_json::from_str(&text).unwrap_or_else(|e| panic!("{e}: {text}"));
    println!("{text}");
    (answer, run.status.code().unwrap_or(-1))
}

#[test]
fn another_program_finds_our_badges_valid_and_changed_ones_invalid() {
    let Ok(program) = env::var("SZPON_OPENBADGES_VERIFIER") else { return };
    let folder = TempDir::new().unwrap();
    let picture = badge_svg(&Picture { office: "Urząd Gminy Łąki", title: "RODO", note: "2026", language: "pl" });
    // That program goes by the machine's clock, so the badge is one that holds since long and for long.
    let mut credential = credential();
    credential.valid_from = "2024-01-01T00:00:00Z".parse().unwrap();
    credential.valid_until = Some("2199-01-01T00:00:00Z".parse().unwrap());
    for (key, other) in [(&*RSA, &*ED25519), (&*ED25519, &*RSA)] {
        let token = sign_credential(&credential, key, &KeyPlace::Both(address(key))).unwrap();
        let badge = bake(picture.as_bytes(), &token).unwrap();
        let (answer, status) = ask(&program, folder.path(), &badge, key);
        assert_eq!(
            (&answer["valid"], &answer["trusted"], status),
            (&Value::Bool(true), &Value::Bool(true), 0),
            "{answer}"
        );
        assert_eq!(answer["issuer"], credential.issuer.name);
        assert_eq!(answer["achievement"], "Dane osobowe w urzędzie");
        assert_eq!(answer["alignments"], 1);
        let (answer, status) = ask(&program, folder.path(), &badge, other);
        assert_eq!((&answer["valid"], status), (&Value::Bool(false), 1), "{answer}");
        let (header, rest) = token.split_once('.').unwrap();
        // Another letter in the payload, which stays base64url.
        let (start, end) = rest.split_at(rest.find('.').unwrap() / 2);
        let other = if end.starts_with('A') { 'B' } else { 'A' };
        let changed = format!("{header}.{start}{other}{}", &end[1..]);
        let badge = bake(picture.as_bytes(), &changed).unwrap();
        let (answer, status) = ask(&program, folder.path(), &badge, key);
        assert_eq!((&answer["valid"], status), (&Value::Bool(false), 1), "{answer}");
    }
}
