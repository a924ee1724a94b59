//! Booking: from home without an account, or by a clerk for somebody by name.
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::Phone;
use serde::Serialize;
use stations::Station;

use super::write::{self, Whose};
use crate::acts::{self, Drawn, Holder};
use crate::booked::rules::No;
use crate::booked::tell::{self, News, PHONE};
use crate::rules::{MatterId, OfficialId, Priority, Refusal, Way};

/// What somebody asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Wish {
    /// At least one; all are done in the line of the first.
    pub matters: Vec<MatterId>,
    /// When it begins.
    pub from: Timestamp,
    /// By this official and nobody else.
    pub official: Option<OfficialId>,
    pub priority: Priority,
}

/// Books. Of so many who want the last place at one time, one gets it: the day of the line is held before anybody counts.
/// `phone` gets the messages of a ticket that is nobody's.
///
/// # Errors
/// Why not: see [`No`].
pub async fn book(
    house: &House,
    station: &Arc<Station>,
    wish: Wish,
    (holder, way, phone): (Holder, Way, Option<Phone>),
    once: Option<Once>,
) -> Result<Drawn, Not<No>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let how = (&wish, &holder, way, phone.as_ref());
        only_once(c, station.id, once.as_ref(), now, |c| keep(c, (&h, &station), how, now))
    };
    house.db.write(work).await
}

fn keep(
    c: &mut Conn,
    (house, station): (&House, &Station),
    (wish, holder, way, phone): (&Wish, &Holder, Way, Option<&Phone>),
    now: Timestamp,
) -> Result<Drawn, Not<No>> {
    if wish.matters.is_empty() {
        return Err(No::Ticket(Refusal::NoMatter).into());
    }
    // Before the day is held, as whoever draws or is forgotten does.
    let (person, name_sealed) = acts::whose(c, house, holder)?;
    let asked = (wish.matters.as_slice(), wish.from, None);
    let facts = write::facts(c, (house, station), asked, wish.official, now)?;
    let phone = phone.filter(|_| person.is_none());
    let whose = Whose {
        person,
        name_sealed,
        phone: phone.map(|p| {
            let sealed = house.keys.seal(PHONE, p.full(), &house.chance);
            (sealed, house.keys.lookup(PHONE, p.full()).to_vec())
        }),
        priority: wish.priority,
        way,
    };
    let (line, on) = (facts.ground.line.clone(), facts.wanted.on);
    acts::still_used(c, station, line.id).map_err(write::of_ticket)?;
    let slot = facts.judge(c, station, None)?;
    // A clerk decides how many somebody may have.
    if !matches!(holder, Holder::Desk { .. }) {
        facts.limits(c, station, (person, whose.phone.as_ref().map(|(_, hash)| hash.as_slice())))?;
    } else if acts::has_one(c, station, person, (on, line.id))? {
        return Err(No::Ticket(Refusal::HasOne).into());
    }
    let by = holder.actor().by();
    let kept = write::ticket(
        c,
        (house, station),
        (line.id, on, &facts.matters),
        (slot.span, slot.official),
        (whose, now, by),
    )?;
    write::promise(c, (house, station), &kept, (now, by))?;
    tell::about(c, house, station, (&kept, News::Booked), now)?;
    Ok(Drawn { id: kept.id, letter: line.letter, number: kept.number })
}
