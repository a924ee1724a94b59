//! Against the vectors of the specification, and against what may not pass.
use super::vectors::{CROSS_ORIGIN, EDDSA, LONG_ID, NONE_ES256, RS256, SELF_ES256, TOP_ORIGIN, Vector};
use crate::factors::rules::cose::Key;
use crate::factors::rules::webauthn::{Made, Party, Shown, Unproved, Wanted, assert, register};

fn bytes(hex: &str) -> Vec<u8> {
    data_encoding::HEXLOWER.decode(hex.as_bytes()).unwrap()
}

fn party() -> Party {
    Party::of("https://example.org")
}

fn made(v: &Vector) -> Result<Made, Unproved> {
    let (party, challenge) = (party(), bytes(v.challenge));
    let wanted = Wanted { party: &party, challenge: &challenge, verified: false };
    register(&wanted, &bytes(v.client), &bytes(v.attestation))
}

/// One sign-in that can be spoiled before it is checked.
#[derive(Clone)]
struct SignIn {
    party: Party,
    challenge: Vec<u8>,
    client: Vec<u8>,
    data: Vec<u8>,
    signature: Vec<u8>,
    verified: bool,
    counted: u32,
}

impl SignIn {
    fn of(v: &Vector) -> SignIn {
        SignIn {
            party: party(),
            challenge: bytes(v.then_challenge),
            client: bytes(v.then_client),
            data: bytes(v.then_data),
            signature: bytes(v.signature),
            verified: false,
            counted: 0,
        }
    }

    fn checked(&self, key: &[u8]) -> Result<u32, Unproved> {
        let wanted = Wanted { party: &self.party, challenge: &self.challenge, verified: self.verified };
        let shown = Shown { client_json: &self.client, data: &self.data, signature: &self.signature };
        assert(&wanted, shown, key, self.counted)
    }
}

#[test]
fn the_vectors_of_the_specification_register_and_sign_in() {
    let all = [("none", NONE_ES256), ("self", SELF_ES256), ("long id", LONG_ID), ("RS256", RS256), ("EdDSA", EDDSA)];
    for (name, v) in all {
        let made = made(&v).unwrap_or_else(|e| panic!("{name}: {e:?}"));
        assert!(Key::read(&made.key).is_some(), "{name}");
        assert_eq!(SignIn::of(&v).checked(&made.key), Ok(0), "{name}");
    }
    assert_eq!(made(&LONG_ID).unwrap().id.len(), 1023);
}

#[test]
fn a_page_inside_another_page_is_refused() {
    for v in [CROSS_ORIGIN, TOP_ORIGIN] {
        assert_eq!(made(&v), Err(Unproved::NotForThis));
    }
}

#[test]
fn another_challenge_act_site_or_party_is_refused() {
    let key = made(&NONE_ES256).unwrap().key;
    let good = SignIn::of(&NONE_ES256);
    let challenge = SignIn { challenge: vec![0; 32], ..good.clone() };
    let origin = SignIn { party: Party { origin: "https://example.com".into(), ..party() }, ..good.clone() };
    let port = SignIn { party: Party::of("https://example.org:8443"), ..good.clone() };
    let id = SignIn { party: Party { id: "example.com".into(), ..party() }, ..good.clone() };
    let act = SignIn { challenge: bytes(NONE_ES256.challenge), client: bytes(NONE_ES256.client), ..good.clone() };
    for wrong in [challenge, origin, port, id, act] {
        assert_eq!(wrong.checked(&key), Err(Unproved::NotForThis));
    }
}

#[test]
fn whoever_was_not_verified_is_not_in_when_that_is_asked() {
    // The vectors' keys were touched; this one had not asked who it was.
    let good = SignIn::of(&NONE_ES256);
    assert_eq!(good.data[32] & 0b101, 1);
    let key = made(&NONE_ES256).unwrap().key;
    assert_eq!(SignIn { verified: true, ..good.clone() }.checked(&key), Err(Unproved::NobodyThere));
    let mut untouched = good;
    untouched.data[32] &= !1;
    assert_eq!(untouched.checked(&key), Err(Unproved::NobodyThere));
}

#[test]
fn a_changed_byte_anywhere_is_refused() {
    for v in [NONE_ES256, RS256, EDDSA] {
        let key = made(&v).unwrap().key;
        let good = SignIn::of(&v);
        for at in 0..good.signature.len() {
            let mut wrong = good.clone();
            wrong.signature[at] ^= 1;
            assert_eq!(wrong.checked(&key), Err(Unproved::Signature), "signature {at}");
        }
        for at in 0..good.data.len() {
            let mut wrong = good.clone();
            wrong.data[at] ^= 1;
            assert!(wrong.checked(&key).is_err(), "data {at}");
        }
    }
    let other = made(&SELF_ES256).unwrap().key;
    assert_eq!(SignIn::of(&NONE_ES256).checked(&other), Err(Unproved::Signature), "somebody else's key");
}

#[test]
fn more_or_fewer_bytes_than_there_may_be_are_refused() {
    let (party, challenge) = (party(), bytes(NONE_ES256.challenge));
    let wanted = Wanted { party: &party, challenge: &challenge, verified: false };
    let whole = bytes(NONE_ES256.attestation);
    for cut in 0..whole.len() {
        assert!(register(&wanted, &bytes(NONE_ES256.client), &whole[..cut]).is_err(), "{cut} bytes");
    }
    let longer = [&whole[..], &[0]].concat();
    assert_eq!(register(&wanted, &bytes(NONE_ES256.client), &longer), Err(Unproved::Malformed));
    let key = made(&NONE_ES256).unwrap().key;
    let mut wrong = SignIn::of(&NONE_ES256);
    wrong.data.push(0);
    assert_eq!(wrong.checked(&key), Err(Unproved::Malformed));
}

#[test]
fn a_self_attestation_has_to_be_the_keys_own() {
    let mut object = bytes(SELF_ES256.attestation);
    // The last byte of the signature stands before the text "authData".
    let at = object.windows(8).position(|w| w == b"authData").unwrap() - 2;
    object[at] ^= 1;
    let (party, challenge) = (party(), bytes(SELF_ES256.challenge));
    let wanted = Wanted { party: &party, challenge: &challenge, verified: false };
    assert_eq!(register(&wanted, &bytes(SELF_ES256.client), &object), Err(Unproved::Signature));
}

#[test]
fn a_key_that_counted_backwards_was_copied() {
    let key = made(&NONE_ES256).unwrap().key;
    // This one counts nothing; one that counted before and no longer does is another.
    let before = SignIn { counted: 7, ..SignIn::of(&NONE_ES256) };
    assert_eq!(before.checked(&key), Err(Unproved::Copied));
}

#[test]
fn keys_with_too_much_or_of_another_kind_are_none() {
    let key = made(&NONE_ES256).unwrap().key;
    assert!(Key::read(&key).is_some());
    let mut more = key.clone();
    // One more pair: 4 -> 0.
    more[0] += 1;
    more.extend([4, 0]);
    assert!(Key::read(&more).is_none(), "a member too many");
    let mut other = key;
    // The algorithm, -7, becomes -8, which is not of this kind of key.
    let at = other.windows(2).position(|w| w == [3, 0x26]).unwrap();
    other[at + 1] = 0x27;
    assert!(Key::read(&other).is_none());
}

#[test]
fn the_party_is_the_host_and_the_origin_has_no_path_and_no_usual_port() {
    let of = |url: &str| {
        let party = Party::of(url);
        (party.id, party.origin)
    };
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(of("https://Sanhe.Example/"), pair("sanhe.example", "https://sanhe.example"));
    assert_eq!(of("https://sanhe.example:443"), pair("sanhe.example", "https://sanhe.example"));
    assert_eq!(of("http://localhost:8600"), pair("localhost", "http://localhost:8600"));
}

proptest::proptest! {
    #[test]
    fn no_bytes_break_it(a in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..300)) {
        let (party, challenge) = (party(), bytes(NONE_ES256.challenge));
        let wanted = Wanted { party: &party, challenge: &challenge, verified: false };
        proptest::prop_assert!(register(&wanted, &bytes(NONE_ES256.client), &a).is_err());
        let wrong = SignIn { data: a.clone(), ..SignIn::of(&NONE_ES256) };
        proptest::prop_assert!(wrong.checked(&a).is_err());
    }
}
