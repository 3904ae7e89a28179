//! Signatures against a computation of their own, by RFC 2104 with nothing but SHA-256; and the guide for receivers.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use hooks::{events, sign};
use sha2::{Digest as _, Sha256};

use crate::receiver::Message;

/// The guide that receivers read.
const GUIDE: &str = include_str!("../../../../docs/api.md");

/// HMAC-SHA256 as RFC 2104 writes it: H(K ⊕ opad, H(K ⊕ ipad, text)).
fn hmac(key: &[u8], text: &[u8]) -> Vec<u8> {
    let mut block = [0u8; 64];
    if key.len() > block.len() {
        block[..32].copy_from_slice(&Sha256::digest(key));
    } else {
        block[..key.len()].copy_from_slice(key);
    }
    let padded = |pad: u8| block.map(|b| b ^ pad).to_vec();
    let inner = Sha256::digest([padded(0x36), text.to_vec()].concat());
    Sha256::digest([padded(0x5c), inner.to_vec()].concat()).to_vec()
}

fn signature(secret: &str, id: &str, timestamp: &str, body: &str) -> String {
    let key = STANDARD.decode(secret.strip_prefix("whsec_").unwrap()).unwrap();
    format!("v1,{}", STANDARD.encode(hmac(&key, format!("{id}.{timestamp}.{body}").as_bytes())))
}

/// What a receiver does with a message, as the guide tells.
pub fn genuine(secret: &str, message: &Message) -> bool {
    let wanted = signature(secret, message.header("webhook-id"), message.header("webhook-timestamp"), &message.body);
    message.header("webhook-signature").split(' ').any(|given| given == wanted)
}

#[test]
fn the_computation_here_is_that_of_rfc_4231() {
    let given = hmac(b"Jefe", b"what do ya want for nothing?");
    let hex: String = given.iter().map(|b| format!("{b:02x}")).collect();
    assert_eq!(hex, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

#[test]
fn the_example_of_the_guide_is_right() {
    let line = |name: &str| {
        let beginning = format!("{name}: ");
        GUIDE.lines().find_map(|l| l.strip_prefix(&beginning)).unwrap_or_else(|| panic!("no {name} in the guide"))
    };
    let (secret, id, timestamp, body) = (line("secret"), line("webhook-id"), line("webhook-timestamp"), line("body"));
    let told = line("webhook-signature");
    assert_eq!(signature(secret, id, timestamp, body), told);
    assert_eq!(sign::signature(secret, id, timestamp.parse().unwrap(), body).as_deref(), Some(told));
    assert!(serde_json::from_str::<serde_json::Value>(body).unwrap()["data"]["facts"].is_object());
}

#[test]
fn the_guide_names_every_event() {
    let missing: Vec<&&str> = events::KINDS.iter().filter(|kind| !GUIDE.contains(&format!("`{kind}`"))).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
