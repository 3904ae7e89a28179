//! Keys that sign credentials: RSA of 2048 bits (RS256, which every verifier of Open Badges 3.0 must know) and
//! Ed25519 (EdDSA, RFC 8037).

use std::fmt;

use aws_lc_rs::{
    encoding::AsDer,
    rand::SystemRandom,
    rsa::KeySize,
    signature::{Ed25519KeyPair, KeyPair as _, RSA_PKCS1_SHA256, RsaKeyPair},
};
use kernel::Entropy;

use crate::{
    encoding::base64url,
    jwk::{Jwk, PublicKey},
};

/// An algorithm of signature by its name in JWS (RFC 7518 §3.1, RFC 8037 §3.1). There is no `none` and no HMAC
/// here on purpose: a credential must be checkable by one who cannot sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Algorithm {
    /// RSASSA-PKCS1-v1_5 with SHA-256.
    Rs256,
    /// ECDSA with P-256 and SHA-256; verified only.
    Es256,
    /// EdDSA with Ed25519.
    EdDsa,
}

impl Algorithm {
    /// Its name in the header of a JWS.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rs256 => "RS256",
            Self::Es256 => "ES256",
            Self::EdDsa => "EdDSA",
        }
    }

    /// The algorithm of that name, exactly as written; `Ed25519` (RFC 9864) is EdDSA with its curve named.
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "RS256" => Some(Self::Rs256),
            "ES256" => Some(Self::Es256),
            "EdDSA" | "Ed25519" => Some(Self::EdDsa),
            _ => None,
        }
    }
}

/// What may go wrong with a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum KeyFault {
    /// The cryptographic library could not make or export it.
    #[error("the key could not be made or exported")]
    Library,
    /// It is not PKCS#8 of an RSA key of 2048 bits or more nor of an Ed25519 key.
    #[error("it is not a private key of a kind that signs credentials")]
    NotPrivate,
    /// A JWK of a kind that is not taken, or with wrong members.
    #[error("it is not a public key of a kind that is known")]
    NotPublic,
    /// The key does not fit the algorithm, or the signature is wrong.
    #[error("the signature does not fit the key")]
    Signature,
}

/// A private key. What it holds is never printed; [`SigningKey::pkcs8`] hands it out to be sealed and stored.
pub struct SigningKey(Kind);

enum Kind {
    Rsa(Box<RsaKeyPair>),
    Ed25519(Ed25519KeyPair),
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SigningKey").field(&self.algorithm()).finish()
    }
}

impl SigningKey {
    /// A new RSA key of 2048 bits. The primes come from the library's own generator, the only randomness in this
    /// crate that is not an argument; it takes from some milliseconds to about a second, so keep it off the
    /// threads that answer requests.
    pub fn generate_rsa() -> Result<Self, KeyFault> {
        let pair = RsaKeyPair::generate(KeySize::Rsa2048).map_err(|_| KeyFault::Library)?;
        Ok(Self(Kind::Rsa(Box::new(pair))))
    }

    /// A new Ed25519 key from 32 random bytes.
    pub fn generate_ed25519(entropy: &dyn Entropy) -> Result<Self, KeyFault> {
        let mut seed = [0u8; 32];
        entropy.fill(&mut seed);
        let pair = Ed25519KeyPair::from_seed_unchecked(&seed).map_err(|_| KeyFault::Library)?;
        Ok(Self(Kind::Ed25519(pair)))
    }

    /// The key from PKCS#8 (RFC 5208), as [`SigningKey::pkcs8`] gave it.
    pub fn from_pkcs8(der: &[u8]) -> Result<Self, KeyFault> {
        if let Ok(pair) = RsaKeyPair::from_pkcs8(der) {
            return Ok(Self(Kind::Rsa(Box::new(pair))));
        }
        let pair = Ed25519KeyPair::from_pkcs8_maybe_unchecked(der).map_err(|_| KeyFault::NotPrivate)?;
        Ok(Self(Kind::Ed25519(pair)))
    }

    /// The private key as PKCS#8. Whoever holds these bytes signs in the office's name: seal them before storing.
    pub fn pkcs8(&self) -> Result<Vec<u8>, KeyFault> {
        match &self.0 {
            Kind::Rsa(pair) => pair.as_der().map(|d| d.as_ref().to_vec()).map_err(|_| KeyFault::Library),
            Kind::Ed25519(pair) => pair.to_pkcs8v1().map(|d| d.as_ref().to_vec()).map_err(|_| KeyFault::Library),
        }
    }

    /// The algorithm it signs with.
    pub fn algorithm(&self) -> Algorithm {
        match self.0 {
            Kind::Rsa(_) => Algorithm::Rs256,
            Kind::Ed25519(_) => Algorithm::EdDsa,
        }
    }

    /// The public half.
    pub fn public(&self) -> Result<PublicKey, KeyFault> {
        match &self.0 {
            Kind::Rsa(pair) => {
                let (n, e) = rsa_numbers(pair.public_key().as_ref()).ok_or(KeyFault::Library)?;
                Ok(PublicKey::Rsa { n: n.to_vec(), e: e.to_vec() })
            }
            Kind::Ed25519(pair) => {
                let bytes = pair.public_key().as_ref().try_into().map_err(|_| KeyFault::Library)?;
                Ok(PublicKey::Ed25519(bytes))
            }
        }
    }

    /// The public half as a JWK to publish, with `alg`, `use` and the given `kid`.
    pub fn jwk(&self, kid: Option<&str>) -> Result<Jwk, KeyFault> {
        let mut jwk = Jwk::from(&self.public()?);
        jwk.alg = Some(self.algorithm().name().to_owned());
        jwk.purpose = Some("sig".to_owned());
        jwk.kid = kid.map(str::to_owned);
        Ok(jwk)
    }

    /// Signs a message.
    pub fn sign(&self, message: &[u8]) -> Result<Vec<u8>, KeyFault> {
        match &self.0 {
            Kind::Rsa(pair) => {
                let mut signature = vec![0; pair.public_modulus_len()];
                pair.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature)
                    .map_err(|_| KeyFault::Library)?;
                Ok(signature)
            }
            Kind::Ed25519(pair) => Ok(pair.sign(message).as_ref().to_vec()),
        }
    }

    /// A short name of the key for an address: the first 16 characters of its thumbprint (RFC 7638).
    pub fn short_name(&self) -> Result<String, KeyFault> {
        let print = Jwk::from(&self.public()?).thumbprint();
        Ok(print.chars().take(16).collect())
    }
}

/// Modulus and exponent of a PKCS#1 `RSAPublicKey` (RFC 8017 A.1.1), without leading zeros.
fn rsa_numbers(der: &[u8]) -> Option<(&[u8], &[u8])> {
    let (body, _) = element(der, 0x30)?;
    let (n, rest) = element(body, 0x02)?;
    let (e, _) = element(rest, 0x02)?;
    Some((without_zeros(n), without_zeros(e)))
}

/// The content of a DER element with this tag, and what follows it.
fn element(der: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    let (first, rest) = der.split_first()?;
    let (length, mut rest) = rest.split_first()?;
    let mut size = usize::from(*length);
    if *first != tag {
        return None;
    }
    if size >= 0x80 {
        let (bytes, after) = rest.split_at_checked(size - 0x80).filter(|(b, _)| b.len() <= 4)?;
        size = bytes.iter().fold(0, |sum, b| sum << 8 | usize::from(*b));
        rest = after;
    }
    rest.split_at_checked(size)
}

fn without_zeros(bytes: &[u8]) -> &[u8] {
    let zeros = bytes.iter().take_while(|b| **b == 0).count();
    &bytes[zeros..]
}

/// A Multikey text of an Ed25519 key (Controlled Identifiers 1.0 §2.2.2), as `did:key` and `publicKeyMultibase` write it.
pub fn multikey(key: &[u8; 32]) -> String {
    let mut bytes = vec![0xed, 0x01];
    bytes.extend_from_slice(key);
    format!("z{}", crate::encoding::base58(&bytes))
}

/// A fresh salt of 128 bits in base64url, for [`crate::credential::IdentityObject::email`].
pub fn salt(entropy: &dyn Entropy) -> String {
    let mut bytes = [0u8; 16];
    entropy.fill(&mut bytes);
    base64url(&bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::SeededEntropy;

    #[test]
    fn a_key_that_was_exported_signs_as_before() {
        for key in [SigningKey::generate_rsa().unwrap(), SigningKey::generate_ed25519(&SeededEntropy::new(1)).unwrap()]
        {
            let again = SigningKey::from_pkcs8(&key.pkcs8().unwrap()).unwrap();
            assert_eq!(again.jwk(None).unwrap(), key.jwk(None).unwrap());
            let signature = again.sign(b"text").unwrap();
            let public = key.public().unwrap();
            assert_eq!(public.verify(key.algorithm(), b"text", &signature), Ok(()));
            assert_eq!(public.verify(key.algorithm(), b"texts", &signature), Err(KeyFault::Signature));
            assert!(!format!("{key:?}").contains(&base64url(&key.pkcs8().unwrap()[16..48])));
        }
    }

    #[test]
    fn what_is_no_private_key_is_refused() {
        assert_eq!(SigningKey::from_pkcs8(b"").unwrap_err(), KeyFault::NotPrivate);
        assert_eq!(SigningKey::from_pkcs8(&[0x30; 90]).unwrap_err(), KeyFault::NotPrivate);
    }
}
