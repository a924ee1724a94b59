//! Passkeys, on each engine, with a key that signs as an authenticator does. The browser's own is in `e2e/factors.test.mjs`.
use jiff::SignedDuration;
use kernel::refusal::Not;
use kernel::testing::TestHouse;
use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};

use super::door::hire;
use crate::factors::acts::{self, Brought, Signed};
use crate::factors::forms::encoded;
use crate::factors::rules::webauthn::Unproved;
use crate::factors::said::FactorRefusal;
use crate::factors::store::{self, Challenge};
use crate::ids::StaffId;
use crate::rules::Role;
use crate::tests::towns;

/// A key on somebody's device.
struct Device {
    pair: EcdsaKeyPair,
    credential: Vec<u8>,
    uses: u32,
    origin: String,
}

impl Device {
    fn new(town: &TestHouse, credential: &[u8]) -> Device {
        let random = SystemRandom::new();
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).unwrap();
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, pkcs8.as_ref(), &random).unwrap();
        Device { pair, credential: credential.into(), uses: 0, origin: town.settings.public_url.clone() }
    }

    fn client(&self, kind: &str, challenge: &Challenge) -> Vec<u8> {
        let challenge = encoded(&challenge.bytes);
        format!(r#"{{"type":"{kind}","challenge":"{challenge}","origin":"{}","crossOrigin":false}}"#, self.origin)
            .into()
    }

    fn data(&self, flags: u8) -> Vec<u8> {
        let party = digest(&SHA256, b"127.0.0.1");
        [party.as_ref(), &[flags], &self.uses.to_be_bytes()].concat()
    }

    /// Makes a passkey.
    fn makes(&mut self, challenge: &Challenge) -> Brought {
        self.uses = 1;
        let point = self.pair.public_key().as_ref();
        let key =
            [&[0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32], &point[1..33], &[0x22, 0x58, 32], &point[33..]].concat();
        let length = u8::try_from(self.credential.len()).unwrap();
        let data = [&self.data(0x45)[..], &[0; 16], &[0, length], &self.credential, &key].concat();
        let head = [0x58, u8::try_from(data.len()).unwrap()];
        let attestation = [&b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData"[..], &head, &data].concat();
        let client_json = self.client("webauthn.create", challenge);
        Brought { challenge: challenge.id, client_json, attestation, called: "窗口的电脑".into() }
    }

    /// Signs to let its owner in.
    fn signs(&mut self, challenge: &Challenge, user: Option<StaffId>) -> Signed {
        self.uses += 1;
        let (client_json, data) = (self.client("webauthn.get", challenge), self.data(0x05));
        let message = [&data[..], digest(&SHA256, &client_json).as_ref()].concat();
        let signature = self.pair.sign(&SystemRandom::new(), &message).unwrap().as_ref().to_vec();
        let user = user.map(acts::user_of);
        Signed { challenge: challenge.id, credential: self.credential.clone(), client_json, data, signature, user }
    }
}

async fn asked(town: &TestHouse) -> Challenge {
    let house = town.house();
    town.db.write(move |c| store::make_challenge(c, &house, None)).await.unwrap()
}

/// Somebody with a passkey.
async fn owner(town: &TestHouse) -> (StaffId, Device) {
    let id = hire(town, "qihaiyan", Role::Manager).await;
    let (challenge, _) = acts::begin_passkey(town, id).await.unwrap();
    let mut device = Device::new(town, b"a device's own name");
    acts::keep_passkey(town, id, device.makes(&challenge)).await.unwrap();
    (id, device)
}

fn refused<T>(result: Result<T, Not<FactorRefusal>>) -> FactorRefusal {
    match result {
        Err(Not::Refused(refusal)) => refusal,
        Err(Not::Fault(fault)) => panic!("{fault}"),
        Ok(_) => panic!("let in"),
    }
}

#[tokio::test]
async fn a_passkey_lets_its_owner_in_without_a_password() {
    for town in towns() {
        let (id, mut device) = owner(&town).await;
        for user in [None, Some(id)] {
            let challenge = asked(&town).await;
            let (who, _) = acts::sign_in_with_passkey(&town, device.signs(&challenge, user), None).await.unwrap();
            assert_eq!(who, id);
        }
        let kept = town.db.read(move |c| store::passkeys_of(c, id)).await.unwrap();
        assert_eq!((kept[0].uses, kept[0].called.as_str(), kept[0].used_at), (3, "窗口的电脑", Some(town.now())));
    }
}

#[tokio::test]
async fn a_challenge_is_good_once_for_five_minutes_and_for_its_own_act() {
    for town in towns() {
        let (id, mut device) = owner(&town).await;
        let challenge = asked(&town).await;
        let signed = device.signs(&challenge, None);
        acts::sign_in_with_passkey(&town, signed.clone(), None).await.unwrap();
        assert_eq!(refused(acts::sign_in_with_passkey(&town, signed, None).await), FactorRefusal::Gone);
        let challenge = asked(&town).await;
        town.wait(SignedDuration::from_mins(5));
        let late = device.signs(&challenge, None);
        assert_eq!(refused(acts::sign_in_with_passkey(&town, late, None).await), FactorRefusal::Gone);
        let (theirs, _) = acts::begin_passkey(&town, id).await.unwrap();
        let odd = device.signs(&theirs, None);
        assert_eq!(refused(acts::sign_in_with_passkey(&town, odd, None).await), FactorRefusal::Gone);
    }
}

#[tokio::test]
async fn another_site_another_device_and_another_owner_are_not_let_in() {
    for town in towns() {
        let (id, mut device) = owner(&town).await;
        let other = hire(&town, "lijianguo", Role::Clerk).await;
        let odd = device.signs(&asked(&town).await, Some(other));
        assert_eq!(refused(acts::sign_in_with_passkey(&town, odd, None).await), FactorRefusal::Unknown);
        let mut stranger = Device::new(&town, b"nobody knows me");
        let odd = stranger.signs(&asked(&town).await, Some(id));
        assert_eq!(refused(acts::sign_in_with_passkey(&town, odd, None).await), FactorRefusal::Unknown);
        let mut elsewhere = Device::new(&town, &device.credential);
        let odd = elsewhere.signs(&asked(&town).await, Some(id));
        let why = refused(acts::sign_in_with_passkey(&town, odd, None).await);
        assert!(matches!(why, FactorRefusal::NotProved(_)), "{why:?}");
        device.origin = "https://sanhe.example".into();
        let odd = device.signs(&asked(&town).await, Some(id));
        let why = refused(acts::sign_in_with_passkey(&town, odd, None).await);
        assert_eq!(why, FactorRefusal::NotProved(Unproved::NotForThis));
    }
}

#[tokio::test]
async fn a_copied_key_is_noticed() {
    for town in towns() {
        let (_, mut device) = owner(&town).await;
        for _ in 0..3 {
            acts::sign_in_with_passkey(&town, device.signs(&asked(&town).await, None), None).await.unwrap();
        }
        device.uses = 1;
        let odd = device.signs(&asked(&town).await, None);
        let why = refused(acts::sign_in_with_passkey(&town, odd, None).await);
        assert_eq!(why, FactorRefusal::NotProved(Unproved::Copied));
    }
}

#[tokio::test]
async fn a_device_makes_one_and_a_removed_one_is_good_no_more() {
    for town in towns() {
        let (id, mut device) = owner(&town).await;
        let (challenge, there) = acts::begin_passkey(&town, id).await.unwrap();
        assert_eq!(there.len(), 1, "the browser is told, so that it makes no second");
        let again = device.makes(&challenge);
        assert_eq!(refused(acts::keep_passkey(&town, id, again).await), FactorRefusal::Known);
        acts::remove_passkey(&town, id, there[0].id).await.unwrap();
        acts::remove_passkey(&town, id, there[0].id).await.unwrap();
        let odd = device.signs(&asked(&town).await, None);
        assert_eq!(refused(acts::sign_in_with_passkey(&town, odd, None).await), FactorRefusal::Unknown);
    }
}
