//! Wishes are laid out as they stand, with what is counted of villages and months.
use std::sync::Arc;

use ::wishes::acts;
use ::wishes::rules::{Share, State};
use ::wishes::{Founded, WishId, found};
use jiff::civil::{Date, Time};
use jiff::{Timestamp, ToSpan as _};
use kernel::clock::Rehearsal;
use kernel::db::Conn;
use kernel::fact;
use kernel::fault::Fault;
use kernel::house::House;
use people::{PersonId, Role, StaffId};
use serde_json::json;
use stations::Station;

use super::{FILE, Month, Wished, Wishes};
use crate::township::load::NotLoaded;
use crate::township::past::People;

/// When things happen on their days, a minute after each other.
const AT: Time = Time::constant(15, 0, 0, 0);

/// Lays them out, each as it stands since its day. The clock stands at `now` afterwards.
pub async fn live(
    past: &House,
    hand: &Rehearsal,
    (station, people): (&Arc<Station>, &People),
    wishes: &Wishes,
    now: Timestamp,
) -> Result<(), NotLoaded> {
    let today = stations::wall(now, &station.zone).date();
    let at = |days: i32, n: usize| {
        let minutes = i64::try_from(n).unwrap_or(0);
        let wall = today.saturating_sub(days.days()).to_datetime(AT).saturating_add(minutes.minutes());
        errands::answers::instant(station, wall).map(|at| at.min(now))
    };
    counted(past, station, (&wishes.shares, &wishes.months), today).await?;
    let mut in_order: Vec<(Timestamp, &Wished)> = vec![];
    for (n, one) in wishes.all.iter().enumerate() {
        in_order.push((at(one.days_ago, n)?, one));
    }
    // As they came.
    in_order.sort_by_key(|(at, _)| *at);
    for (at, one) in in_order {
        hand.move_to(at);
        let claimer = one.claimer.as_ref().and_then(|name| people.find(name));
        let (h, at_station, one) = (past.clone(), station.clone(), one.clone());
        let delivered = one.state == State::Delivered;
        let work = move |c: &mut Conn| {
            let id = keep(c, (&h, &at_station), (&one, claimer), at)?;
            Ok::<_, Fault>((id, people::staff_of(c, at_station.id)?, who(c, &one.coordinator)?))
        };
        let (id, staff, coordinator) = past.db.write(work).await?;
        if let Some(staff) = staff.iter().find(|one| one.id == coordinator).filter(|_| delivered) {
            // Whoever wished it was called since.
            acts::told(past, station, id, (staff, None)).await?;
        }
    }
    hand.move_to(now);
    Ok(())
}

fn keep(
    c: &mut Conn,
    (house, station): (&House, &Station),
    (one, claimer): (&Wished, Option<PersonId>),
    at: Timestamp,
) -> Result<WishId, Fault> {
    let [first, second] = &one.looked;
    let founded = Founded {
        draft: one.draft.clone(),
        person: one.person.clone(),
        coordinator: who(c, &one.coordinator)?,
        looked: [who(c, first)?, who(c, second)?],
        state: one.state,
        why: one.why.clone(),
        claimer,
        place: one.place.clone(),
        referred_to: one.referred_to.clone(),
    };
    found(c, house, station, &founded, at).map(|(id, _)| id)
}

fn who(c: &mut Conn, login: &str) -> Result<StaffId, Fault> {
    people::staff_by_login(c, login)?.ok_or_else(|| Fault::broken(format!("staff.csv has no login “{login}”")))
}

/// How many people of which village, and what the months before came to.
async fn counted(
    past: &House,
    station: &Arc<Station>,
    (shares, months): (&[(Share, i32)], &[Month]),
    today: Date,
) -> Result<(), NotLoaded> {
    let id = station.id;
    let staff = past.db.read(move |c| people::staff_of(c, id)).await?;
    let manager = staff.into_iter().find(|one| one.role == Role::Manager);
    for (share, days) in shares {
        let nobody = || NotLoaded::Refused(format!("{FILE} needs a manager in staff.csv"));
        let manager = manager.as_ref().ok_or_else(nobody)?;
        let share = Share { counted_on: today.saturating_sub(days.days()), ..share.clone() };
        acts::set_share(past, station, share, (manager, None)).await?;
    }
    let (h, station, months) = (past.clone(), station.clone(), months.to_vec());
    past.db.write(move |c| months.iter().try_for_each(|month| record(c, (&h, &station), month, today))).await?;
    Ok(())
}

/// Evenly over the days of the month.
fn record(c: &mut Conn, (house, station): (&House, &Station), month: &Month, today: Date) -> Result<(), Fault> {
    let first = today.first_of_month().saturating_sub(month.ago.months());
    let days = usize::try_from(first.days_in_month()).unwrap_or(28);
    for (kind, n) in [
        ("wish.published", month.published),
        ("wish.fulfilled", month.fulfilled),
        ("wish.lapsed", month.back),
        ("wish.referred", month.referred),
    ] {
        for k in 0..n {
            let on = first.saturating_add(i32::try_from(k * days / n).unwrap_or(0).days());
            let when = (on, errands::answers::instant(station, on.to_datetime(AT))?);
            fact::record(c, station.id, house.new_id(), kind, when, &json!({}))?;
        }
    }
    Ok(())
}
