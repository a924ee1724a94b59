//! Public keys as authenticators give them (COSE, RFC 9052 and 9053; RFC 8812 for RSA), and what they have signed.
use ring::signature::{
    ECDSA_P256_SHA256_ASN1, ED25519, RSA_PKCS1_2048_8192_SHA256, RsaPublicKeyComponents, UnparsedPublicKey,
};

use super::cbor::{self, Value};

/// The algorithms that are asked for, the first being wanted most (IANA COSE algorithms).
pub const ALGORITHMS: [i64; 3] = [ES256, EDDSA, RS256];
pub const ES256: i64 = -7;
pub const EDDSA: i64 = -8;
pub const RS256: i64 = -257;

/// A public key of one of these algorithms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// The point, uncompressed (SEC 1, 2.3.3): 4, x, y.
    Es256([u8; 65]),
    Ed25519([u8; 32]),
    Rs256 {
        n: Vec<u8>,
        e: Vec<u8>,
    },
}

/// Which members a key has (RFC 9052, 7.1; RFC 9053, 7.1 and 7.2; RFC 8230, 4).
const KTY: i64 = 1;
const ALG: i64 = 3;
const CRV_OR_N: i64 = -1;
const X_OR_E: i64 = -2;
const Y: i64 = -3;

impl Key {
    /// Reads a key; `None` if it is of another algorithm, lacks a member or has one too many.
    pub fn read(bytes: &[u8]) -> Option<Key> {
        Key::of(cbor::read_all(bytes).ok()?)
    }

    pub fn of(mut map: Value) -> Option<Key> {
        let mut int = |key: i64| match map.remove(&Value::Int(key)) {
            Some(Value::Int(n)) => Some(n),
            _ => None,
        };
        let (kty, alg) = (int(KTY)?, int(ALG)?);
        let key = match (kty, alg) {
            (2, ES256) if int(CRV_OR_N)? == 1 => {
                let (x, y) = (coordinate(&mut map, X_OR_E)?, coordinate(&mut map, Y)?);
                let mut point = [4; 65];
                point[1..33].copy_from_slice(&x);
                point[33..].copy_from_slice(&y);
                Key::Es256(point)
            }
            (1, EDDSA) if int(CRV_OR_N)? == 6 => Key::Ed25519(coordinate(&mut map, X_OR_E)?),
            (3, RS256) => Key::Rs256 { n: member(&mut map, CRV_OR_N)?, e: member(&mut map, X_OR_E)? },
            _ => return None,
        };
        map.is_empty_map().then_some(key)
    }

    pub fn algorithm(&self) -> i64 {
        match self {
            Key::Es256(_) => ES256,
            Key::Ed25519(_) => EDDSA,
            Key::Rs256 { .. } => RS256,
        }
    }

    /// Whether this key has made `signature` over `message`.
    pub fn signed(&self, message: &[u8], signature: &[u8]) -> bool {
        let checked = match self {
            Key::Es256(point) => UnparsedPublicKey::new(&ECDSA_P256_SHA256_ASN1, point).verify(message, signature),
            Key::Ed25519(x) => UnparsedPublicKey::new(&ED25519, x).verify(message, signature),
            Key::Rs256 { n, e } => {
                RsaPublicKeyComponents { n, e }.verify(&RSA_PKCS1_2048_8192_SHA256, message, signature)
            }
        };
        checked.is_ok()
    }
}

fn member(map: &mut Value, key: i64) -> Option<Vec<u8>> {
    map.remove(&Value::Int(key))?.bytes()
}

fn coordinate(map: &mut Value, key: i64) -> Option<[u8; 32]> {
    member(map, key)?.try_into().ok()
}
