//! JSON Web Signatures in compact form (RFC 7515 §3.1), as VC-JWT uses them.

use serde_json::{Map, Value};

use crate::{
    encoding::{base64url, from_base64url},
    jwk::Jwk,
    key::{Algorithm, KeyFault, SigningKey},
};

/// Where a verifier finds the key that signed (Open Badges 3.0 §8.2.3: `kid` or `jwk`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyPlace {
    /// At this address, which answers the key as a JWK. It also proves whose key it is: the address belongs to the
    /// issuer.
    Address(String),
    /// In the credential itself. That the signature is right proves nothing about who signed.
    Embedded,
    /// Both: the address for those who can fetch it, the key itself for those who cannot.
    Both(String),
}

/// A signed text taken apart, nothing checked yet.
#[derive(Debug, Clone)]
pub(crate) struct Compact {
    pub(crate) header: Map<String, Value>,
    pub(crate) payload: Vec<u8>,
    pub(crate) signed: String,
    pub(crate) signature: Vec<u8>,
}

/// Signs a JSON payload as a compact JWS with `typ: JWT`.
pub(crate) fn sign(payload: &Value, key: &SigningKey, place: &KeyPlace) -> Result<String, KeyFault> {
    let mut header = Map::new();
    header.insert("alg".into(), key.algorithm().name().into());
    header.insert("typ".into(), "JWT".into());
    if let KeyPlace::Address(address) | KeyPlace::Both(address) = place {
        header.insert("kid".into(), address.as_str().into());
    }
    if matches!(place, KeyPlace::Embedded | KeyPlace::Both(_)) {
        let jwk = Jwk::from(&key.public()?);
        header.insert("jwk".into(), serde_json::to_value(jwk).map_err(|_| KeyFault::Library)?);
    }
    let header = Value::Object(header).to_string();
    let signed = format!("{}.{}", base64url(header.as_bytes()), base64url(payload.to_string().as_bytes()));
    let signature = key.sign(signed.as_bytes())?;
    Ok(format!("{signed}.{}", base64url(&signature)))
}

/// Takes a compact JWS apart: three parts of base64url, the first a JSON object.
pub(crate) fn parse(text: &str) -> Option<Compact> {
    let (signed, signature) = text.rsplit_once('.')?;
    let (header, payload) = signed.split_once('.')?;
    if payload.contains('.') {
        return None;
    }
    let Ok(Value::Object(header)) = serde_json::from_slice(&from_base64url(header)?) else { return None };
    Some(Compact {
        header,
        payload: from_base64url(payload)?,
        signed: signed.to_owned(),
        signature: from_base64url(signature)?,
    })
}

impl Compact {
    /// A text member of the header.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.header.get(name).and_then(Value::as_str)
    }

    /// The algorithm it claims, or the name that is refused. `crit` means that something here is not understood
    /// (RFC 7515 §4.1.11), and unencoded payloads (RFC 7797) come only with it.
    pub(crate) fn algorithm(&self) -> Result<Algorithm, String> {
        if self.header.contains_key("crit") || self.header.contains_key("b64") {
            return Err("crit".into());
        }
        let name = self.text("alg").unwrap_or_default();
        Algorithm::named(name).ok_or_else(|| name.chars().take(20).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::jwk::PublicKey;
    use serde_json::json;

    fn key(value: Value) -> PublicKey {
        serde_json::from_value::<Jwk>(value).unwrap().public_key().unwrap()
    }

    const CLAIMS: &str =
        "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";

    #[test]
    fn the_examples_of_rfc_7515_verify() {
        // RFC 7515 appendix A.2.
        let rs256 = format!(
            "eyJhbGciOiJSUzI1NiJ9.{CLAIMS}.cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw"
        );
        let rsa = key(json!({"kty": "RSA", "e": "AQAB",
            "n": "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"}));
        let token = parse(&rs256).unwrap();
        assert_eq!(token.algorithm(), Ok(Algorithm::Rs256));
        assert_eq!(rsa.verify(Algorithm::Rs256, token.signed.as_bytes(), &token.signature), Ok(()));
        // Appendix A.3.
        let es256 = format!(
            "eyJhbGciOiJFUzI1NiJ9.{CLAIMS}.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"
        );
        let p256 = key(json!({"kty": "EC", "crv": "P-256", "x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
            "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}));
        let token = parse(&es256).unwrap();
        assert_eq!(p256.verify(Algorithm::Es256, token.signed.as_bytes(), &token.signature), Ok(()));
        assert_eq!(rsa.verify(Algorithm::Es256, token.signed.as_bytes(), &token.signature), Err(KeyFault::Signature));
    }

    #[test]
    fn the_example_of_rfc_8037_verifies() {
        // RFC 8037 appendix A.4.
        let token = parse("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg").unwrap();
        let okp = key(json!({"kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}));
        assert_eq!(okp.verify(token.algorithm().unwrap(), token.signed.as_bytes(), &token.signature), Ok(()));
    }

    #[test]
    fn unsigned_and_symmetric_algorithms_are_refused() {
        // RFC 7515 appendix A.5 and A.1.
        let none = parse(&format!("eyJhbGciOiJub25lIn0.{CLAIMS}.")).unwrap();
        assert_eq!(none.algorithm(), Err("none".into()));
        let hmac = parse(&format!(
            "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.{CLAIMS}.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        ));
        assert_eq!(hmac.unwrap().algorithm(), Err("HS256".into()));
        for alg in ["NONE", "rs256", "RS256 ", "PS256", "RS384", ""] {
            assert_eq!(Algorithm::named(alg), None, "{alg}");
        }
    }

    #[test]
    fn a_text_in_another_number_of_parts_is_no_token() {
        for text in ["", ".", "..", "a.b", "e30.e30", "e30.e30.e30.e30", "W10.e30.", "e30.e30.===", "e30 .e30.e30"] {
            assert!(parse(text).is_none(), "{text}");
        }
    }
}
