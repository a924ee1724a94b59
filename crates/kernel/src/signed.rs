//! What is signed with a secret that both sides have: messages on their way out, and what gateways and sensors send in.
use axum::http::HeaderMap;
use data_encoding::{HEXLOWER, HEXLOWER_PERMISSIVE};
use ring::hmac::{HMAC_SHA256, Key, verify};

use crate::secret::hmac;

/// The header with the signature.
pub const SIGNATURE: &str = "yizhan-signature";

/// HMAC-SHA-256 of the body with the secret, in hexadecimal digits.
pub fn signature(secret: &str, body: &[u8]) -> String {
    HEXLOWER.encode(&hmac(secret.as_bytes(), body))
}

/// Whether whoever sent the body has the secret. How long it takes says nothing about the signature that it should have.
pub fn is_signed(secret: &str, headers: &HeaderMap, body: &[u8]) -> bool {
    let digits = headers.get(SIGNATURE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    HEXLOWER_PERMISSIVE
        .decode(digits.as_bytes())
        .is_ok_and(|given| verify(&Key::new(HMAC_SHA256, secret.as_bytes()), body, &given).is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 4231, test case 2.
    #[test]
    fn the_signature_is_the_one_of_the_rfc() {
        let (secret, body) = ("Jefe", b"what do ya want for nothing?");
        let said = signature(secret, body);
        assert_eq!(said, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
        let with = |digits: &str| {
            HeaderMap::from_iter([(SIGNATURE.parse().expect("a name"), digits.parse().expect("digits"))])
        };
        assert!(is_signed(secret, &with(&said), body) && is_signed(secret, &with(&said.to_uppercase()), body));
        assert!(!is_signed("another", &with(&said), body) && !is_signed(secret, &with(&said[2..]), body));
        assert!(!is_signed(secret, &HeaderMap::new(), body) && !is_signed(secret, &with("odd"), body));
    }
}
