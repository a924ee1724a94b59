//! What staff say of the door: one transaction each. Who said it stands on the page of changes, and the fact names nobody.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fact;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::{Role, StaffAt};
use serde_json::json;
use stations::Station;

use super::answers::{last_said, last_word, said_by};
use super::rules::{NoTakeBack, SLIP, adds_nothing, kind, may_take_back, said_id};
use crate::acts::day_of;
use crate::rules::door::Sign;

/// Staff opened or closed the door, or see that it is open. Said again at once, it is said once. That they found it closed is for others
/// to say.
///
/// # Errors
/// `NotFound` for [`Sign::FoundClosed`] and for whoever does not work here, or the database's.
pub async fn say(
    house: &House,
    station: &Arc<Station>,
    sign: Sign,
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<(), Fault> {
    if sign == Sign::FoundClosed || staff.role < Role::Clerk {
        return Err(Fault::NotFound);
    }
    let (station, now, who) = (station.clone(), house.now(), staff.id);
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let day = day_of(&station, now);
            let last = last_said(c, station.id, day)?;
            if adds_nothing(last.map(|last| (last.at, last.sign)), (now, sign)) {
                return Ok(());
            }
            let id = said_id(day, last.and_then(|last| last.said).unwrap_or(0).saturating_add(1));
            match fact::record(c, station.id, id, kind(sign), (day, now), &json!({})) {
                // Somebody else said something at the same moment: look again at what was said last.
                Err(Fault::AlreadyThere(what)) => Err(Fault::Clash(what)),
                done => done,
            }?;
            event::record(c, station.id, now, By::Staff(who.0), kind(sign), &id.to_string(), &json!({}))?;
            Ok::<_, Fault>(())
        })
    };
    house.db.write(work).await
}

/// Takes back a slip of the hand: the last thing that was said, by whoever said it, within minutes. Managers only. That it was said
/// and taken back stays on the page of changes.
///
/// # Errors
/// [`NoTakeBack`]; `NotFound` for whoever is no manager.
pub async fn take_back(
    house: &House,
    station: &Arc<Station>,
    (staff, once): (&StaffAt, Option<Once>),
) -> Result<(), Not<NoTakeBack>> {
    if staff.role < Role::Manager {
        return Err(Fault::NotFound.into());
    }
    let (station, now, me) = (station.clone(), house.now(), staff.id);
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let last = last_word(c, &station, now)?;
            if last.is_some_and(|last| now.duration_since(last.at) > SLIP) {
                return Err(NoTakeBack::TooLate.into());
            }
            let by = last.map(|last| said_by(c, station.id, (last.id, last.at))).transpose()?;
            may_take_back(last.zip(by).map(|(last, by)| (last.at, by)), (me, now))?;
            let Some(last) = last else { return Err(NoTakeBack::Nothing.into()) };
            let said = json!({ "sign": last.sign.word() });
            event::record(c, station.id, now, By::Staff(me.0), "door.taken-back", &last.id.to_string(), &said)?;
            // Others waited for the number of that event, or this did for theirs: what they did is seen now.
            if last_word(c, &station, now)?.map(|now| now.id) != Some(last.id) {
                return Err(Fault::Clash("somebody said something of the door at the same moment".into()).into());
            }
            fact::take_back(c, station.id, last.id)?;
            Ok::<_, Not<NoTakeBack>>(())
        })
    };
    house.db.write(work).await
}
