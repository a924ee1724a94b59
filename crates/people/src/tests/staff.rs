//! Staff in the tables, on each engine.
use std::net::IpAddr;

use kernel::db::types::StationId;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::refusal::Not;
use kernel::session::{self, Kind};
use kernel::testing::TestHouse;
use kernel::view::Peer;

use super::towns;
use crate::factors::{self, Entered};
use crate::forms;
use crate::ids::StaffId;
use crate::rules::{Role, StaffRefusal};
use crate::store::staff;

const SANHE: StationId = StationId(63020310201);
const OTHER: StationId = StationId(63020310101);
const PASSWORD: &str = "door open, light on";

async fn hire(town: &TestHouse, login: &str) -> Result<StaffId, Not<StaffRefusal>> {
    let new = forms::new_staff(town, login, "马兰", PASSWORD)?.unwrap();
    let house = town.house();
    town.db.write(move |c| staff::add_staff(c, &house, By::Program, &new)).await
}

async fn let_in(town: &TestHouse, login: &str, password: &str) -> Result<StaffId, Not<StaffRefusal>> {
    let peer = Peer(IpAddr::from([10, 0, 0, 7]));
    match factors::sign_in_staff(town, &peer, (login.into(), password.into()), None, None).await? {
        Entered::In(id, _) => Ok(id),
        Entered::Second(_) | Entered::SetUp(_) => panic!("nobody here has a second factor"),
    }
}

#[tokio::test]
async fn the_password_lets_in_and_nothing_else_does() {
    for town in towns() {
        let id = hire(&town, "MaLan").await.unwrap();
        assert_eq!(let_in(&town, "malan", PASSWORD).await.ok(), Some(id));
        for (login, password) in [("malan", "door open, light of"), ("nobody", PASSWORD), ("nobody", "")] {
            let no = let_in(&town, login, password).await;
            assert!(matches!(no, Err(Not::Refused(StaffRefusal::NotLetIn))), "{login}: {no:?}");
        }
    }
}

#[tokio::test]
async fn a_login_is_given_once() {
    for town in towns() {
        hire(&town, "malan").await.unwrap();
        assert!(matches!(hire(&town, " MALAN").await, Err(Not::Refused(StaffRefusal::LoginTaken))));
    }
}

#[tokio::test]
async fn guessing_at_one_login_is_slowed_down() {
    for town in towns() {
        hire(&town, "malan").await.unwrap();
        let mut slowed = false;
        for _ in 0..11 {
            slowed |= matches!(let_in(&town, "malan", "a wrong guess").await, Err(Not::Fault(Fault::TooMany { .. })));
        }
        assert!(slowed);
        assert!(matches!(let_in(&town, "another", PASSWORD).await, Err(Not::Refused(_))), "others are not locked out");
    }
}

#[tokio::test]
async fn a_role_counts_at_its_station_only() {
    for town in towns() {
        let id = hire(&town, "malan").await.unwrap();
        let house = town.house();
        let seen = town.db.write(move |c| {
            staff::give_role(c, &house, By::Program, id, SANHE, Role::Clerk, Some(2))?;
            let clerk = staff::staff_at(c, &id, SANHE, Role::Clerk)?;
            let manager = staff::staff_at(c, &id, SANHE, Role::Manager);
            let elsewhere = staff::staff_at(c, &id, OTHER, Role::Clerk);
            staff::give_role(c, &house, By::Program, id, SANHE, Role::Manager, None)?;
            let risen = staff::staff_at(c, &id, SANHE, Role::Manager)?;
            Ok::<_, Fault>((clerk, manager, elsewhere, risen, staff::stations_of(c, id)?, staff::staff_of(c, SANHE)?))
        });
        let (clerk, manager, elsewhere, risen, stations, all) = seen.await.unwrap();
        assert_eq!((clerk.role, clerk.owner, clerk.name.as_str()), (Role::Clerk, Some(2), "马兰"));
        assert_eq!((manager, elsewhere), (Err(Fault::NotFound), Err(Fault::NotFound)));
        assert_eq!((risen.role, risen.owner), (Role::Manager, None));
        assert_eq!(stations, [(SANHE, Role::Manager)]);
        assert_eq!(all, [risen]);
    }
}

#[tokio::test]
async fn whoever_leaves_is_out_at_once() {
    for town in towns() {
        let id = hire(&town, "malan").await.unwrap();
        let house = town.house();
        let token = town
            .db
            .write(move |c| {
                staff::give_role(c, &house, By::Program, id, SANHE, Role::Manager, None)?;
                let token = session::open(c, Kind::Staff, id.0, house.now(), &house.chance)?;
                factors::disable_staff(c, &house, By::Program, id)?;
                Ok::<_, Fault>(token)
            })
            .await
            .unwrap();
        let now = town.now();
        let seen = town.db.read(move |c| {
            Ok::<_, Fault>((staff::signed_in(c, &token, now)?, staff::staff_of(c, SANHE)?, staff::staff_name(c, id)?))
        });
        assert_eq!(seen.await.unwrap(), (None, vec![], Some("马兰".into())));
        assert!(let_in(&town, "malan", PASSWORD).await.is_err());
    }
}

#[tokio::test]
async fn what_is_done_to_staff_is_written_down_without_names() {
    for town in towns() {
        let id = hire(&town, "malan").await.unwrap();
        let house = town.house();
        let events = town.db.write(move |c| {
            staff::give_role(c, &house, By::Staff(id.0), id, SANHE, Role::Manager, None)?;
            staff::take_role(c, &house, By::Staff(id.0), id, SANHE)?;
            let both = [event::since(c, StationId(0), 0, 9)?, event::since(c, SANHE, 0, 9)?].concat();
            Ok::<_, Fault>(both)
        });
        let events = events.await.unwrap();
        let kinds: Vec<_> = events.iter().map(|e| e.kind.as_str()).collect();
        assert_eq!(kinds, ["staff.added", "role.given", "role.taken"]);
        assert!(!format!("{events:?}").contains("malan") && !format!("{events:?}").contains("马兰"));
    }
}

#[tokio::test]
async fn a_new_password_ends_the_old_sessions() {
    for town in towns() {
        let id = hire(&town, "malan").await.unwrap();
        assert!(forms::new_password(&town, "malan", "short").unwrap().is_err());
        let hash = forms::new_password(&town, "malan", "大门常开,场所常用。").unwrap().unwrap();
        let house = town.house();
        let token = town
            .db
            .write(move |c| {
                let token = session::open(c, Kind::Staff, id.0, house.now(), &house.chance)?;
                staff::set_password(c, &house, By::Program, id, &hash)?;
                Ok::<_, Fault>(token)
            })
            .await
            .unwrap();
        let now = town.now();
        assert_eq!(town.db.read(move |c| staff::signed_in(c, &token, now)).await, Ok(None));
        assert_eq!(let_in(&town, "malan", "大门常开,场所常用。").await.ok(), Some(id));
    }
}
