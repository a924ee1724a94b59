use jiff::SignedDuration;
use jiff::tz::TimeZone;
use kernel::db::types::Id;
use people::{PersonId, StaffId};

use super::on;
use crate::clubs::rules::*;
use crate::games::rules::Band;

fn person(n: u128) -> PersonId {
    PersonId(id(n))
}

fn id(n: u128) -> Id {
    format!("{n:032x}").parse().expect("an id")
}

fn club(opens: bool, members: usize) -> Club {
    let member = |n| Member { id: id(n), person: person(n), entry: Entry::Oneself, is_in: true };
    let members = (1..=members as u128).map(member).collect();
    Club { closed: false, hidden: false, opens, leader: Some(person(1)), heir: None, members }
}

#[test]
fn an_open_club_lets_people_in_and_asks_about_children() {
    let open = club(true, 2);
    assert_eq!(join(&open, person(9), Entry::Oneself), Ok(true));
    assert_eq!(join(&open, person(9), Entry::Child(Band::From13)), Ok(false));
    assert_eq!(join(&club(false, 2), person(9), Entry::Oneself), Ok(false));
    assert_eq!(join(&Club { closed: true, ..open.clone() }, person(9), Entry::Oneself), Err(NoClub::Closed));
    assert_eq!(join(&Club { hidden: true, ..open }, person(9), Entry::Oneself), Err(NoClub::Hidden));
    assert_eq!(join(&club(true, 300), person(999), Entry::Oneself), Err(NoClub::Full { most: 300 }));
}

#[test]
fn a_guardian_enters_four_children_at_most() {
    let mut club = club(true, 2);
    for n in 20..24 {
        assert!(join(&club, person(2), Entry::Child(Band::Under13)).is_ok());
        club.members.push(Member { id: id(n), person: person(2), entry: Entry::Child(Band::Under13), is_in: false });
    }
    let fifth = join(&club, person(2), Entry::Child(Band::From13));
    assert_eq!(fifth, Err(NoClub::EnoughChildren { most: 4 }));
    assert_eq!(join(&club, person(3), Entry::Child(Band::From13)), Ok(false), "somebody else's child");
}

#[test]
fn whoever_leads_stays_until_somebody_else_does() {
    let club = club(false, 3);
    assert_eq!(leave(&club, &club.members[0]), Err(NoClub::Leads));
    assert_eq!(leave(&club, &club.members[1]), Ok(()));
    let child = Member { entry: Entry::Child(Band::Under13), ..club.members[0] };
    assert_eq!(leave(&club, &child), Ok(()), "the leader's child");
    assert_eq!(ask_to_lead(&club, &club.members[1]), Ok(()));
    for no in [club.members[0], child, Member { is_in: false, ..club.members[2] }] {
        assert_eq!(ask_to_lead(&club, &no), Err(NoClub::NoLeader), "{no:?}");
    }
    assert_eq!(lead(&club, person(2), 0), Err(NoClub::NotAsked));
    let asked = Club { heir: Some(person(2)), ..club };
    assert_eq!(lead(&asked, person(2), 0), Ok(()));
    assert_eq!(lead(&asked, person(2), MOST_LED), Err(NoClub::EnoughClubs { most: MOST_LED }));
}

#[test]
fn numbers_below_ten_are_not_said() {
    assert_eq!([0, 1, 9, 10, 120].map(shown_count), [None, None, None, Some(10), Some(120)]);
}

#[test]
fn three_notices_in_seven_days_and_then_one_waits() {
    let now = on(24, 9, 0);
    let before = |days: &[i64]| days.iter().map(|d| now - SignedDuration::from_hours(24 * d)).collect::<Vec<_>>();
    assert_eq!(notice(now, &before(&[1, 2])), Ok(()));
    assert_eq!(notice(now, &before(&[1, 2, 7, 8])), Ok(()), "seven days are over");
    let from = now + SignedDuration::from_hours(24 * 4);
    assert_eq!(notice(now, &before(&[1, 3, 2])), Err(NoClub::EnoughNotices { most: 3, from }));
}

#[test]
fn nobody_is_woken() {
    let zone = TimeZone::get("Asia/Shanghai").expect("the zone is known");
    assert_eq!(awake(on(24, 21, 59), &zone), on(24, 21, 59));
    assert_eq!(awake(on(24, 22, 0), &zone), on(25, 7, 0));
    assert_eq!(awake(on(25, 0, 30), &zone), on(25, 7, 0));
    assert_eq!(awake(on(25, 7, 0), &zone), on(25, 7, 0));
}

#[test]
fn two_hide_and_not_one_twice() {
    let (one, other) = (StaffId(id(1)), StaffId(id(2)));
    let asked = Hiding { asked_by: one, agreed: false };
    assert_eq!(agree(asked, one), Err(NoClub::SameStaff));
    assert_eq!(agree(asked, other), Ok(true));
    assert_eq!(agree(Hiding { agreed: true, ..asked }, one), Ok(false), "that was done already");
}
