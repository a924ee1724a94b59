//! Wishes that files lay out, as they stand: of a demo, or of what a station has kept on paper.
use jiff::{Timestamp, ToSpan as _};
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use people::{PersonId, StaffId};
use stations::Station;

use super::doing::{count, day_of, moved, record};
use super::draft::begun;
use super::review::shown;
use crate::answers::fresh_id;
use crate::rules::{CONTACT_ADDS, Claim, Draft, LEASE, NewPerson, Review, State, Wish};
use crate::store::{claims, reviews, wishes};
use crate::{CallId, ClaimId, WishId};

/// A wish as a file has it.
#[derive(Debug, Clone)]
pub struct Founded {
    pub draft: Draft,
    pub person: NewPerson,
    pub coordinator: StaffId,
    /// Two others: who looked at it, as far as it has come.
    pub looked: [StaffId; 2],
    pub state: State,
    /// Of one that was refused.
    pub why: String,
    /// Who has it, where it is taken or fulfilled.
    pub claimer: Option<PersonId>,
    /// Where it lies, once it was brought.
    pub place: String,
    /// Who helps instead.
    pub referred_to: String,
}

/// Keeps it, as if all that led to how it stands had been done at `at`; and the code of its slip.
///
/// # Errors
/// What no act would have led to, or the database.
pub fn found(
    c: &mut Conn,
    house: &House,
    station: &Station,
    one: &Founded,
    at: Timestamp,
) -> Result<(WishId, String), Fault> {
    let odd = |what: &str| Fault::broken(format!("wish “{}”: {what}", one.draft.item.as_str()));
    let [first, second] = one.looked;
    if first == second || one.looked.contains(&one.coordinator) {
        return Err(odd("two others look at it"));
    }
    let person = one.person.clone().checked().map_err(|_| odd("a child's wish needs a guardian"))?;
    let (id, code) = match begun(c, house, station, (&one.draft, &person), (one.coordinator, at)) {
        Ok(begun) => begun,
        Err(Not::Refused(refusal)) => return Err(odd(&format!("{refusal:?}"))),
        Err(Not::Fault(fault)) => return Err(fault),
    };
    record(c, station.id, (id, "wish.drafted"), (By::Staff(one.coordinator.0), at))?;
    if one.state == State::Draft {
        return Ok((id, code));
    }
    let mut wish = wishes::by_id(c, station.id, id)?;
    wish = moved(c, station.id, wish, (State::Asked, at))?;
    if one.state == State::Asked {
        return Ok((id, code));
    }
    let look = |staff, yes: bool| {
        let why = if yes { String::new() } else { one.why.clone() };
        Review { version: 1, staff, yes, why, at }
    };
    if one.state == State::Refused {
        reviews::insert(c, station.id, id, &look(first, false))?;
        moved(c, station.id, wish, (State::Refused, at))?;
        return Ok((id, code));
    }
    for staff in one.looked {
        reviews::insert(c, station.id, id, &look(staff, true))?;
    }
    shown(c, house, station, wish, at)?;
    record(c, station.id, (id, "wish.published"), (By::Staff(second.0), at))?;
    wish = wishes::by_id(c, station.id, id)?;
    if matches!(one.state, State::Overdue | State::Referred) {
        let ends_on = Some(day_of(station, at).saturating_sub(1.days()));
        wish = Wish { ends_on, referred_to: one.referred_to.clone(), ..wish };
    }
    if one.state.is_taken() || one.state == State::Fulfilled {
        let claimer = one.claimer.ok_or_else(|| odd("nobody has it"))?;
        claims::insert(c, station.id, &taken(house, id, (one, claimer), at))?;
    }
    let counted = match one.state {
        State::Fulfilled => Some("wish.fulfilled"),
        State::Referred => Some("wish.referred"),
        _ => None,
    };
    if let Some(kind) = counted {
        count(c, house, station, kind, at)?;
    }
    if one.state != State::Open {
        moved(c, station.id, wish, (one.state, at))?;
    }
    Ok((id, code))
}

fn taken(house: &House, wish: WishId, (one, claimer): (&Founded, PersonId), at: Timestamp) -> Claim {
    let brought = matches!(one.state, State::Delivered | State::Fulfilled);
    let contacted = one.state == State::Contacted;
    Claim {
        id: ClaimId(fresh_id(house)),
        call: CallId(fresh_id(house)),
        wish,
        person: Some(claimer),
        claimed_at: at,
        until: if contacted { at + LEASE + CONTACT_ADDS } else { at + LEASE },
        contacted_at: (contacted || brought).then_some(at),
        delivered_at: brought.then_some(at),
        place: if brought { one.place.clone() } else { String::new() },
        reminded: false,
        told: one.state == State::Fulfilled,
    }
}
