//! Public keys as JSON Web Keys (RFC 7517, RFC 7518 §6, RFC 8037 §2), and verifying with them.

use aws_lc_rs::{
    encoding::{AsDer as _, PublicKeyX509Der},
    signature::{
        ECDSA_P256_SHA256_FIXED, ED25519, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
    },
};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::{
    encoding::{base64url, from_base64url, from_multibase},
    key::{Algorithm, KeyFault},
};

/// SubjectPublicKeyInfo up to the key itself (RFC 8410 §4, RFC 5480 §2).
const ED25519_INFO: [u8; 12] = [0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00];
const P256_INFO: [u8; 26] = [
    0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x08, 0x2a, 0x86, 0x48, 0xce,
    0x3d, 0x03, 0x01, 0x07, 0x03, 0x42, 0x00,
];

/// A public key of a kind that is taken here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublicKey {
    /// RSA: modulus and exponent, big-endian, without leading zeros. 2048 to 8192 bits.
    Rsa {
        /// The modulus.
        n: Vec<u8>,
        /// The exponent.
        e: Vec<u8>,
    },
    /// P-256: an uncompressed point.
    P256([u8; 65]),
    /// Ed25519.
    Ed25519([u8; 32]),
}

impl PublicKey {
    /// Checks a signature. The algorithm must be the one of this kind of key, so that nobody has an RSA key taken
    /// for the secret of an HMAC or the like.
    pub fn verify(&self, algorithm: Algorithm, message: &[u8], signature: &[u8]) -> Result<(), KeyFault> {
        let checked = match (self, algorithm) {
            (Self::Rsa { n, e }, Algorithm::Rs256) => {
                RsaPublicKeyComponents { n, e }.verify(&RSA_PKCS1_2048_8192_SHA256, message, signature)
            }
            (Self::P256(point), Algorithm::Es256) => {
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point).verify(message, signature)
            }
            (Self::Ed25519(key), Algorithm::EdDsa) => UnparsedPublicKey::new(&ED25519, key).verify(message, signature),
            _ => return Err(KeyFault::Signature),
        };
        checked.map_err(|_| KeyFault::Signature)
    }

    /// The algorithm that goes with the key.
    pub fn algorithm(&self) -> Algorithm {
        match self {
            Self::Rsa { .. } => Algorithm::Rs256,
            Self::P256(_) => Algorithm::Es256,
            Self::Ed25519(_) => Algorithm::EdDsa,
        }
    }

    /// The key as PEM of its SubjectPublicKeyInfo (RFC 7468 §13), for programs that want a file.
    pub fn pem(&self) -> Result<String, KeyFault> {
        let der = match self {
            Self::Rsa { n, e } => {
                let der: PublicKeyX509Der<'_> =
                    RsaPublicKeyComponents { n, e }.as_der().map_err(|_| KeyFault::NotPublic)?;
                der.as_ref().to_vec()
            }
            Self::P256(point) => [&P256_INFO[..], point].concat(),
            Self::Ed25519(key) => [&ED25519_INFO[..], key].concat(),
        };
        let text = STANDARD.encode(der);
        let mut pem = String::from("-----BEGIN PUBLIC KEY-----\n");
        let mut rest = text.as_str();
        while !rest.is_empty() {
            let (line, after) = rest.split_at(rest.len().min(64));
            pem.push_str(line);
            pem.push('\n');
            rest = after;
        }
        pem.push_str("-----END PUBLIC KEY-----\n");
        Ok(pem)
    }

    /// The key from a Multikey text; Ed25519 only.
    pub fn from_multikey(text: &str) -> Option<Self> {
        let bytes = from_multibase(text)?;
        let key = bytes.strip_prefix(&[0xed, 0x01])?;
        Some(Self::Ed25519(key.try_into().ok()?))
    }
}

/// A public JSON Web Key. Members of private keys are not read, and none are written.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Jwk {
    /// `RSA`, `EC` or `OKP`.
    pub kty: String,
    /// The modulus of an RSA key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<String>,
    /// The exponent of an RSA key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub e: Option<String>,
    /// `P-256` or `Ed25519`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub crv: Option<String>,
    /// The first coordinate, or the Ed25519 key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub x: Option<String>,
    /// The second coordinate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub y: Option<String>,
    /// The only algorithm it may be used with.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alg: Option<String>,
    /// What it is for: `sig`.
    #[serde(default, rename = "use", skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// Its name: for us the address where it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kid: Option<String>,
}

/// A JWK Set (RFC 7517 §5): what an office publishes, old keys too, so that old certificates stay checkable.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct JwkSet {
    /// The keys.
    pub keys: Vec<Jwk>,
}

impl From<&PublicKey> for Jwk {
    fn from(key: &PublicKey) -> Self {
        match key {
            PublicKey::Rsa { n, e } => {
                Self { kty: "RSA".into(), n: Some(base64url(n)), e: Some(base64url(e)), ..Self::default() }
            }
            PublicKey::P256(point) => Self {
                kty: "EC".into(),
                crv: Some("P-256".into()),
                x: Some(base64url(&point[1..33])),
                y: Some(base64url(&point[33..])),
                ..Self::default()
            },
            PublicKey::Ed25519(key) => {
                Self { kty: "OKP".into(), crv: Some("Ed25519".into()), x: Some(base64url(key)), ..Self::default() }
            }
        }
    }
}

impl Jwk {
    /// The key it describes. Symmetric keys, keys for encryption, unknown curves and wrong lengths are refused.
    pub fn public_key(&self) -> Result<PublicKey, KeyFault> {
        let bytes = |member: &Option<String>| member.as_deref().and_then(from_base64url);
        if self.purpose.as_deref().is_some_and(|p| p != "sig") {
            return Err(KeyFault::NotPublic);
        }
        let key = match (self.kty.as_str(), self.crv.as_deref()) {
            ("RSA", _) => {
                let n = bytes(&self.n).filter(|n| n.len() <= 1024 && n.first().is_some_and(|b| *b != 0));
                let e = bytes(&self.e).filter(|e| e.len() <= 8 && e.first().is_some_and(|b| *b != 0));
                n.zip(e).map(|(n, e)| PublicKey::Rsa { n, e })
            }
            ("EC", Some("P-256")) => bytes(&self.x).zip(bytes(&self.y)).and_then(|(x, y)| {
                let sound = x.len() == 32 && y.len() == 32;
                let point: [u8; 65] = [vec![4], x, y].concat().try_into().ok()?;
                sound.then_some(PublicKey::P256(point))
            }),
            ("OKP", Some("Ed25519")) => {
                bytes(&self.x).and_then(|x| Some(PublicKey::Ed25519(x.as_slice().try_into().ok()?)))
            }
            _ => None,
        };
        let key = key.ok_or(KeyFault::NotPublic)?;
        match self.alg.as_deref() {
            Some(name) if Algorithm::named(name) != Some(key.algorithm()) => Err(KeyFault::NotPublic),
            _ => Ok(key),
        }
    }

    /// The SHA-256 thumbprint (RFC 7638 §3) in base64url.
    pub fn thumbprint(&self) -> String {
        let member = |name: &str, value: &Option<String>| {
            format!("\"{name}\":{}", serde_json::Value::from(value.as_deref().unwrap_or_default()))
        };
        let kty = member("kty", &Some(self.kty.clone()));
        let text = match self.kty.as_str() {
            "RSA" => format!("{{{},{kty},{}}}", member("e", &self.e), member("n", &self.n)),
            "EC" => format!("{{{},{kty},{},{}}}", member("crv", &self.crv), member("x", &self.x), member("y", &self.y)),
            _ => format!("{{{},{kty},{}}}", member("crv", &self.crv), member("x", &self.x)),
        };
        base64url(&Sha256::digest(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn jwk(value: serde_json::Value) -> Jwk {
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn thumbprints_are_those_of_the_rfcs() {
        // RFC 7638 §3.1.
        let rsa = jwk(json!({"kty": "RSA", "e": "AQAB", "alg": "RS256", "kid": "2011-04-29",
            "n": "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw"}));
        assert_eq!(rsa.thumbprint(), "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs");
        // RFC 8037 appendix A.3.
        let okp = jwk(json!({"kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}));
        assert_eq!(okp.thumbprint(), "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
    }

    #[test]
    fn keys_that_do_not_sign_credentials_are_refused() {
        for value in [
            json!({"kty": "oct", "k": "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ"}),
            json!({"kty": "OKP", "crv": "X25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}),
            json!({"kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", "use": "enc"}),
            json!({"kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", "alg": "RS256"}),
            json!({"kty": "OKP", "crv": "Ed25519", "x": "AAAA"}),
            json!({"kty": "EC", "crv": "P-256", "x": "AAAA", "y": "AAAA"}),
            json!({"kty": "RSA", "n": "", "e": "AQAB"}),
        ] {
            assert_eq!(jwk(value.clone()).public_key(), Err(KeyFault::NotPublic), "{value}");
        }
    }

    #[test]
    fn a_short_rsa_key_verifies_nothing() {
        let weak = PublicKey::Rsa { n: vec![0xc5; 128], e: vec![1, 0, 1] };
        assert_eq!(weak.verify(Algorithm::Rs256, b"", &[0; 128]), Err(KeyFault::Signature));
    }

    #[test]
    fn a_multikey_is_read_as_it_is_written() {
        let key = PublicKey::from_multikey("z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi").unwrap();
        let PublicKey::Ed25519(bytes) = &key else { panic!("{key:?}") };
        assert_eq!(crate::key::multikey(bytes), "z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi");
        assert!(key.pem().unwrap().starts_with("-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA"));
    }
}
