//! An official is back: their returns are judged, and whoever waited for them is served in the old order.
use jiff::{SignedDuration, Timestamp};

use super::facts::Scene;
use super::leave::moved;
use super::rules::{Laid, Waits, relay};
use super::told::{self, News};
use crate::TicketId;
use crate::acts::step;
use crate::answers::{self, Kept};
use crate::promises::{self, Kind, NewPromise, Promise};
use crate::reach::About;
use crate::rules::{self, Done, Matter, Move, OfficialId, Place, Shown, State};
use crate::store;
use kernel::db::Conn;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

/// The official is in again.
pub(in crate::acts) fn back(
    c: &mut Conn,
    at: (&House, &Station),
    official: OfficialId,
    (now, by): (Timestamp, By),
) -> Result<(), Fault> {
    let (_, station) = at;
    let told = returned(c, station, official, (now, by))?;
    let waited = |k: &Kept| {
        let state = k.ticket.state == State::Held || k.ticket.state == State::Waiting && told.contains(&k.id);
        state && k.ticket.official == Some(official)
    };
    let today = answers::wall(station, now).date();
    let standing = store::standing_on(c, station.id, today)?;
    let mut waiting: Vec<&Kept> = standing.iter().filter(|k| waited(k)).collect();
    if waiting.is_empty() {
        return Ok(());
    }
    waiting.sort_by_key(|k| (k.ticket.order_at, k.number));
    let scene = Scene::read(c, at, official, now)?;
    let mut people = vec![];
    for kept in waiting {
        let matters = scene.matters_of(c, kept)?;
        let takes = scene.takes(c, &matters)?;
        people.push((kept, matters, takes));
    }
    lay_out(c, &scene, (&standing, &people), by)
}

/// Ends what was promised of the return, and says whom it was told.
fn returned(
    c: &mut Conn,
    station: &Station,
    official: OfficialId,
    (now, by): (Timestamp, By),
) -> Result<Vec<TicketId>, Fault> {
    let open = promises::open_of_official(c, station.id, official, (Timestamp::UNIX_EPOCH, Timestamp::MAX))?;
    let mut told = vec![];
    for promise in open.iter().filter(|p: &&Promise| p.kind == Kind::Return) {
        promises::end(c, station, promise, promises::judge(now, promise.kind, promise.due_at), (now, by))?;
        if let About::Ticket(id) = promise.about {
            told.push(id);
        }
    }
    Ok(told)
}

type Person<'k> = (&'k Kept, Vec<Matter>, SignedDuration);

fn lay_out(c: &mut Conn, scene: &Scene<'_>, (standing, people): (&[Kept], &[Person<'_>]), by: By) -> Result<(), Fault> {
    let Some((first, ..)) = people.iter().find(|(k, ..)| k.ticket.place == Place::Remote).or(people.first()) else {
        return Ok(());
    };
    let free = scene.now + ahead(c, scene, standing, first)?;
    let mut waits = vec![];
    for (id, (kept, _, takes)) in people.iter().enumerate() {
        let closes = scene.closes(kept.ticket.waits_in, scene.today())?.unwrap_or(scene.now);
        waits.push(Waits { id, place: kept.ticket.place, takes: *takes, closes });
    }
    for (n, laid) in relay((scene.now, free), &waits) {
        let Some((kept, matters, _)) = people.get(n) else { continue };
        lay(c, scene, (kept, matters), laid, by)?;
    }
    Ok(())
}

fn lay(c: &mut Conn, scene: &Scene<'_>, (kept, matters): (&Kept, &[Matter]), laid: Laid, by: By) -> Result<(), Fault> {
    let (station, how) = (scene.station, (scene.now, by));
    let held = kept.ticket.state == State::Held;
    match laid {
        Laid::Full if held => {}
        Laid::Full => {
            moved(step::take(c, station, kept, &Done::Move(Move::Await(scene.official.id)), how))?;
        }
        Laid::Now | Laid::ComeAt(_) if held => {
            moved(step::take(c, station, kept, &Done::Release, how))?;
        }
        Laid::Now | Laid::ComeAt(_) => {}
    }
    match laid {
        // They hear the call.
        Laid::Now => {}
        Laid::Full => {
            told::tell(c, scene, (kept, matters), News::Full)?;
        }
        Laid::ComeAt(due_at) => {
            let about = About::Ticket(kept.id);
            let new = NewPromise { about, kind: Kind::ComeAt, official: Some(scene.official.id), due_at };
            promises::make(c, scene.house, station, new, how)?;
            told::tell(c, scene, (kept, matters), News::ComeAt(due_at))?;
        }
    }
    Ok(())
}

/// How long those in the hall take who are called before the first at home, shared by the desks of the line at which somebody
/// sits.
fn ahead(c: &mut Conn, scene: &Scene<'_>, standing: &[Kept], first: &Kept) -> Result<SignedDuration, Fault> {
    let mine = (first.ticket.order_at, first.number);
    let before = |k: &&Kept| {
        let t = &k.ticket;
        let here = t.state == State::Waiting && t.place == Place::OnSite && t.waits_in == first.ticket.waits_in;
        here && t.official.is_none() && (t.order_at, k.number) < mine
    };
    let mut all = SignedDuration::ZERO;
    for kept in standing.iter().filter(before) {
        let matters = scene.matters_of(c, kept)?;
        all += scene.takes(c, &matters)?;
    }
    Ok(all / scene.manned(first.ticket.waits_in))
}

/// Whoever waits for an official who is away and has said when they are back today was told that time: it is a promise.
pub(in crate::acts) fn tell_return(
    c: &mut Conn,
    (house, station): (&House, &Station),
    (id, official): (TicketId, OfficialId),
    (now, by): (Timestamp, By),
) -> Result<(), Fault> {
    let (wall, last) = (answers::wall(station, now), answers::last_declared(c, station, official)?);
    let Shown::Away { back: Some(back), due: false, .. } = rules::shown(wall, last.as_ref(), None) else {
        return Ok(());
    };
    if back.date() != wall.date() {
        return Ok(());
    }
    let due_at = answers::instant(station, back)?;
    let new = NewPromise { about: About::Ticket(id), kind: Kind::Return, official: Some(official), due_at };
    promises::make(c, house, station, new, (now, by)).map(|_| ())
}

/// Whoever comes while the official is in again need not wait for them any more.
pub(in crate::acts) fn release_if_in(
    c: &mut Conn,
    station: &Station,
    kept: Kept,
    (now, by): (Timestamp, By),
) -> Result<Kept, Fault> {
    let (State::Held, Some(official)) = (kept.ticket.state, kept.ticket.official) else { return Ok(kept) };
    let last = answers::last_declared(c, station, official)?;
    match rules::shown(answers::wall(station, now), last.as_ref(), None).is_in() {
        true => moved(step::take(c, station, &kept, &Done::Release, (now, by))),
        false => Ok(kept),
    }
}
