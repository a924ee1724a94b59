//! Staff at the door, on each engine.
use std::net::IpAddr;

use jiff::SignedDuration;
use kernel::db::types::StationId;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::refusal::Not;
use kernel::session::{self, Kind, Token};
use kernel::testing::TestHouse;
use kernel::view::Peer;

use crate::factors::acts::{self, Entered};
use crate::factors::rules::totp;
use crate::factors::said::FactorRefusal;
use crate::factors::{disable_staff, reset, store};
use crate::forms;
use crate::ids::StaffId;
use crate::rules::Role;
use crate::store::staff;
use crate::tests::towns;

const SANHE: StationId = StationId(63020310201);
const PASSWORD: &str = "door open, light on";

pub async fn hire(town: &TestHouse, login: &str, role: Role) -> StaffId {
    let new = forms::new_staff(town, login, "祁海燕", PASSWORD).unwrap().unwrap();
    let house = town.house();
    let hired = town.db.write(move |c| {
        let id = staff::add_staff(c, &house, By::Program, &new)?;
        staff::give_role(c, &house, By::Program, id, SANHE, role, None)?;
        Ok::<_, Not<_>>(id)
    });
    hired.await.unwrap()
}

fn peer() -> Peer {
    Peer(IpAddr::from([10, 0, 0, 7]))
}

async fn enter(town: &TestHouse, login: &str, second: Option<&str>) -> Option<Entered> {
    let typed = (login.to_owned(), PASSWORD.to_owned());
    acts::sign_in_staff(town, &peer(), typed, second.map(str::to_owned), None).await.ok()
}

fn digits(town: &TestHouse, secret: &[u8]) -> String {
    let step = town.now().as_second() / totp::STEP;
    format!("{:06}", totp::hotp(secret, u64::try_from(step).unwrap(), 6))
}

fn not(digits: &str) -> String {
    if digits == "000000" { "000001".into() } else { "000000".into() }
}

async fn is_in(town: &TestHouse, token: &Token) -> Option<StaffId> {
    let (token, now) = (token.clone(), town.now());
    town.db.read(move |c| session::find(c, Kind::Staff, &token, now)).await.unwrap().map(StaffId)
}

/// Sets an app up; the secret and the recovery codes.
async fn set_up(town: &TestHouse, id: StaffId) -> (Vec<u8>, Vec<String>) {
    let secret = acts::begin_totp(town, id).await.unwrap();
    let proved = acts::prove_totp(town, id, digits(town, &secret)).await.unwrap();
    town.wait(SignedDuration::from_secs(60));
    (secret, proved.codes)
}

#[tokio::test]
async fn whoever_has_an_app_shows_its_digits_once() {
    for town in towns() {
        let id = hire(&town, "qihaiyan", Role::Clerk).await;
        assert!(matches!(enter(&town, "qihaiyan", None).await, Some(Entered::In(..))));
        let (secret, _) = set_up(&town, id).await;
        let Some(Entered::Second(door)) = enter(&town, "qihaiyan", None).await else { panic!("in with a password") };
        let right = digits(&town, &secret);
        let wrong = acts::show_second(&town, &peer(), door.clone(), (not(&right), "a".into())).await;
        assert!(matches!(wrong, Err(Not::Refused(FactorRefusal::Wrong { left: 4 }))), "{:?}", wrong.err());
        let (who, token) = acts::show_second(&town, &peer(), door.clone(), (right.clone(), "b".into())).await.unwrap();
        assert_eq!((who, is_in(&town, &token).await), (id, Some(id)));
        // A double tap is let in again; the digits are good for nobody else.
        assert!(acts::show_second(&town, &peer(), door.clone(), (right.clone(), "b".into())).await.is_ok());
        let again = acts::show_second(&town, &peer(), door, (right.clone(), "c".into())).await;
        assert!(matches!(again, Err(Not::Refused(FactorRefusal::Gone))));
        assert!(enter(&town, "qihaiyan", Some(&right)).await.is_none(), "used");
        town.wait(SignedDuration::from_secs(60));
        let fresh = digits(&town, &secret);
        assert!(
            matches!(enter(&town, "qihaiyan", Some(&fresh)).await, Some(Entered::In(..))),
            "a program shows both at once"
        );
    }
}

#[tokio::test]
async fn five_wrong_digits_and_the_password_is_asked_for_again() {
    for town in towns() {
        let id = hire(&town, "qihaiyan", Role::Clerk).await;
        let (secret, _) = set_up(&town, id).await;
        let Some(Entered::Second(door)) = enter(&town, "qihaiyan", None).await else { panic!() };
        let wrong = not(&digits(&town, &secret));
        for _ in 0..5 {
            assert!(acts::show_second(&town, &peer(), door.clone(), (wrong.clone(), "a".into())).await.is_err());
        }
        let late = acts::show_second(&town, &peer(), door, (digits(&town, &secret), "b".into())).await;
        assert!(matches!(late, Err(Not::Refused(FactorRefusal::Gone))));
    }
}

#[tokio::test]
async fn a_recovery_code_lets_in_once_and_new_ones_replace_all() {
    for town in towns() {
        let id = hire(&town, "qihaiyan", Role::Clerk).await;
        let (_, codes) = set_up(&town, id).await;
        assert_eq!(codes.len(), 10);
        let typed = codes[3].to_uppercase().replace('-', " ");
        assert!(matches!(enter(&town, "qihaiyan", Some(&typed)).await, Some(Entered::In(..))));
        assert!(enter(&town, "qihaiyan", Some(&codes[3])).await.is_none());
        assert_eq!(town.db.read(move |c| store::has(c, id)).await.unwrap().codes, 9);
        let new = acts::new_codes(&town, id).await.unwrap();
        assert!(enter(&town, "qihaiyan", Some(&codes[4])).await.is_none(), "an old one");
        assert!(enter(&town, "qihaiyan", Some(&new[4])).await.is_some());
    }
}

#[tokio::test]
async fn a_manager_sets_a_second_lock_up_before_coming_in_when_the_grace_is_over() {
    for town in towns() {
        let id = hire(&town, "qihaiyan", Role::Manager).await;
        town.wait(SignedDuration::from_hours(24 * 14) - SignedDuration::from_secs(1));
        assert!(matches!(enter(&town, "qihaiyan", None).await, Some(Entered::In(..))));
        town.wait(SignedDuration::from_secs(1));
        let Some(Entered::SetUp(door)) = enter(&town, "qihaiyan", None).await else { panic!("in with a password") };
        let secret = acts::pending(&town, id).await.unwrap().unwrap();
        let right = digits(&town, &secret);
        let wrong = acts::prove_at_door(&town, door.clone(), (not(&right), "a".into())).await;
        assert!(matches!(wrong, Err(Not::Refused(FactorRefusal::NotTheDigits))));
        let proved = acts::prove_at_door(&town, door, (right, "b".into())).await.unwrap();
        assert_eq!(is_in(&town, &proved.token.unwrap()).await, Some(id));
        // The last lock stays.
        let last = acts::remove_totp(&town, id).await;
        assert!(matches!(last, Err(Not::Refused(FactorRefusal::Last))));
        assert!(matches!(enter(&town, "qihaiyan", None).await, Some(Entered::Second(_))));
    }
}

#[tokio::test]
async fn at_the_door_nobody_replaces_an_app_that_is_there() {
    for town in towns() {
        let id = hire(&town, "qihaiyan", Role::Manager).await;
        set_up(&town, id).await;
        let Some(Entered::Second(door)) = enter(&town, "qihaiyan", None).await else { panic!() };
        let tried = acts::prove_at_door(&town, door, ("123456".into(), "a".into())).await;
        assert!(matches!(tried, Err(Not::Refused(FactorRefusal::Gone))), "the password alone sets nothing up");
    }
}

#[tokio::test]
async fn a_reset_and_a_leaving_take_everything_away_and_are_written_down() {
    for town in towns() {
        let id = hire(&town, "qihaiyan", Role::Clerk).await;
        set_up(&town, id).await;
        let house = town.house();
        let by = By::Staff(town.new_id());
        town.db.write(move |c| reset(c, &house, by, id)).await.unwrap();
        assert_eq!(
            town.db.read(move |c| store::has(c, id)).await,
            Ok(store::Has { totp: false, passkeys: 0, codes: 0 })
        );
        assert!(matches!(enter(&town, "qihaiyan", None).await, Some(Entered::In(..))));
        let house = town.house();
        town.db.write(move |c| disable_staff(c, &house, by, id)).await.unwrap();
        assert!(enter(&town, "qihaiyan", None).await.is_none());
        let events = town.db.read(|c| event::since(c, StationId(0), 0, 99)).await.unwrap();
        let kinds: Vec<_> = events.iter().map(|e| e.kind.as_str()).collect();
        let wanted =
            ["staff.added", "staff.app-set-up", "staff.recovery-codes-made", "staff.factors-reset", "staff.disabled"];
        assert_eq!(kinds, wanted);
    }
}

#[tokio::test]
async fn whoever_left_a_year_ago_has_no_name() {
    for town in towns() {
        let id = hire(&town, "qihaiyan", Role::Clerk).await;
        let house = town.house();
        town.db.write(move |c| disable_staff(c, &house, By::Program, id)).await.unwrap();
        let name = async || {
            crate::jobs(&town, &crate::holding::Holdings::from([])).await.unwrap();
            town.db.read(move |c| Ok::<_, Fault>((staff::staff_name(c, id)?, staff::login_of(c, id)?))).await.unwrap()
        };
        town.wait(staff::NAME_KEPT - SignedDuration::from_secs(1));
        assert_eq!(name().await, (Some("祁海燕".into()), "qihaiyan".into()));
        town.wait(SignedDuration::from_secs(1));
        assert_eq!(name().await, (None, id.to_string()));
    }
}
