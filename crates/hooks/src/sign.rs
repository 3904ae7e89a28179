//! Signatures of Standard Webhooks, version 1 (symmetric).

use base64::{Engine as _, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use sha2::Sha256;
use subtle::ConstantTimeEq as _;

/// How secrets begin.
const PREFIX: &str = "whsec_";

/// A secret as it is shown to people: `whsec_` and the key in base64.
pub fn secret(key: &[u8; 32]) -> String {
    format!("{PREFIX}{}", STANDARD.encode(key))
}

/// The value of `webhook-signature` for one secret: `v1,` and the signature in base64. `None` when the secret is
/// not one.
pub fn signature(secret: &str, id: &str, timestamp: i64, body: &str) -> Option<String> {
    let key = STANDARD.decode(secret.strip_prefix(PREFIX).unwrap_or(secret)).ok()?;
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).ok()?;
    mac.update(format!("{id}.{timestamp}.{body}").as_bytes());
    Some(format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())))
}

/// Whether one of the signatures in a header is right for the secret: what a receiver does.
pub fn verify(secret: &str, id: &str, timestamp: i64, body: &str, header: &str) -> bool {
    let Some(expected) = signature(secret, id, timestamp, body) else { return false };
    header.split(' ').any(|given| bool::from(given.as_bytes().ct_eq(expected.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const ID: &str = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    const BODY: &str = "{\"test\": 2432232314}";

    #[test]
    fn the_published_example_comes_out_right() {
        let signed = signature(SECRET, ID, 1_614_265_330, BODY).unwrap();
        assert_eq!(signed, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn a_receiver_accepts_the_right_signature_among_several_and_nothing_else() {
        let good = signature(SECRET, ID, 1_614_265_330, BODY).unwrap();
        assert!(verify(SECRET, ID, 1_614_265_330, BODY, &format!("v1,AAAA {good}")));
        assert!(!verify(SECRET, ID, 1_614_265_331, BODY, &good));
        assert!(!verify(SECRET, "msg_other", 1_614_265_330, BODY, &good));
        assert!(!verify(SECRET, ID, 1_614_265_330, "{\"test\":2432232314}", &good));
        assert!(!verify(&secret(&[7; 32]), ID, 1_614_265_330, BODY, &good));
        assert!(!verify("whsec_not base64", ID, 1_614_265_330, BODY, &good));
    }
}
