//! What whoever left papers is told, and what was promised to them.
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use kernel::words::Lang;
use stations::Station;

use crate::promises::{self, Ending, Kind, NewPromise};
use crate::reach::{self, About, News, Reached, Whom};
use crate::receipts::answers;
use crate::receipts::store::Kept;
use crate::says;
use crate::store as errands;

/// What is ready, or missing, is worth knowing for so long.
const WORTH: SignedDuration = SignedDuration::from_hours(24 * 14);

pub fn about(kept: &Kept) -> About {
    About::DropOff(kept.id.0)
}

/// Tells them how their papers stand. What was still to be told about them is of no use any more.
pub fn tell(
    c: &mut Conn,
    house: &House,
    station: &Station,
    kept: &Kept,
    (kind, key, now): (&str, &str, Timestamp),
) -> Result<Reached, Fault> {
    let v = View::plain(house, Lang::Zh);
    let seen = answers::seen(c, house, station, kept.clone())?;
    let whom = Whom { person: kept.person, phone: None, name: seen.name.clone(), on_site: false };
    let matter = seen.matter.as_ref().map(|m| says::name(&v, &m.draft.name).to_owned()).unwrap_or_default();
    let mut text = v.ta(
        key,
        &[
            ("station", station.name(&v).into()),
            ("folder", seen.folder().into()),
            ("matter", matter.into()),
            ("note", kept.note.as_str().into()),
            ("at", says::at(&v.when(&station.zone), kept.ready_at).into()),
        ],
    );
    if seen.phone.is_some() {
        let address = format!("{}{}", house.settings.public_url, crate::receipts::path(station, kept.id));
        text.push_str(&v.ta("receipt-told-look", &[("address", address.into())]));
    }
    reach::forget_about(c, station.id, about(kept))?;
    reach::tell(c, house, station, (about(kept), &whom), News { kind, text: &text, until: now + WORTH })
}

/// "Ready by then": whoever does the matter has to be there for it.
fn by_then(c: &mut Conn, station: &Station, kept: &Kept) -> Result<NewPromise, Fault> {
    let matter = errands::matters_ever(c, station.id)?.into_iter().find(|m| m.id == kept.matter);
    let official = matter.and_then(|m| m.draft.official);
    Ok(NewPromise { about: about(kept), kind: Kind::Ready, official, due_at: kept.ready_at })
}

pub fn promise(c: &mut Conn, house: &House, station: &Station, kept: &Kept, how: (Timestamp, By)) -> Result<(), Fault> {
    let new = by_then(c, station, kept)?;
    promises::make(c, house, station, new, how).map(|_| ())
}

/// What was promised gives way: to a new time, or to what has to be brought first. They were told in the way of `reached`.
pub fn revise(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (kept, anew, reached): (&Kept, bool, Reached),
    how: (Timestamp, By),
) -> Result<(), Fault> {
    let new = by_then(c, station, kept)?;
    let open = promises::open_about(c, station.id, about(kept))?;
    for before in &open {
        promises::revise(c, house, station, before, (anew.then_some(new), reached), how)?;
    }
    // One that time had broken is not revised: the new time is a promise of its own.
    if anew && open.is_empty() {
        promises::make(c, house, station, new, how)?;
    }
    Ok(())
}

/// What was promised ends: ready in time or not, or their owner does not need it any more.
pub fn end(
    c: &mut Conn,
    station: &Station,
    (kept, ready): (&Kept, bool),
    (now, by): (Timestamp, By),
) -> Result<(), Fault> {
    for open in promises::open_about(c, station.id, about(kept))? {
        let ending = if ready { promises::judge(now, open.kind, open.due_at) } else { Ending::GivenBack };
        promises::end(c, station, &open, ending, (now, by))?;
    }
    Ok(())
}
