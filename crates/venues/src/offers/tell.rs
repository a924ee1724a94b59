//! What people are told about offers. Whoever has no phone stays on the list of those whom the desk calls.
use jiff::Timestamp;

use crate::rules::{Span, State};
use crate::store::{self, Reservation};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::outbox;
use kernel::view::View;
use kernel::words::Lang;
use people::PersonId;
use stations::Station;

/// What there is to say about a reservation that is or was kept for somebody.
#[derive(Debug, Clone, Copy)]
pub enum News<'a> {
    /// What they waited for is free.
    Free,
    /// They have not answered yet, and the time runs out.
    Remember,
    /// They did not answer in time.
    Lapsed,
    /// A closure took `span` from them for this reason, and this is kept for them instead.
    Moved { span: &'a Span, reason: &'a str },
}

impl News<'_> {
    fn keys(self) -> (&'static str, &'static str) {
        match self {
            News::Free => ("offer-made", "waiting-message-free"),
            News::Remember => ("offer-reminder", "waiting-message-remember"),
            News::Lapsed => ("offer-lapsed", "waiting-message-lapsed"),
            News::Moved { .. } => ("reservation-displaced", "waiting-message-moved"),
        }
    }
}

/// Writes the message, to go out at `due_at`. Messages are in Chinese: nobody has said otherwise.
pub fn about(
    c: &mut Conn,
    house: &House,
    station: &Station,
    kept: &Reservation,
    (news, due_at): (News<'_>, Timestamp),
) -> Result<(), Fault> {
    let v = View::plain(house, Lang::Zh);
    let when = v.when(&station.zone);
    let what = what(c, &v, station, kept.offering)?;
    let then = when.day_and_times(kept.span.from, kept.span.until);
    let until = kept.lapses_at.filter(|_| kept.state == State::Held).unwrap_or(kept.span.from);
    let (lost, reason) = match news {
        News::Moved { span, reason } => (when.day_and_times(span.from, span.until), reason),
        _ => (String::new(), ""),
    };
    let said = [
        ("station", station.name(&v).into()),
        ("what", what.into()),
        ("when", then.into()),
        ("until", by(&when, until).into()),
        ("lost", lost.into()),
        ("reason", reason.into()),
        ("link", link(house, &station.path(&format!("/offers/{}", kept.id))).into()),
        ("rooms", link(house, &station.path("/venues")).into()),
    ];
    let (kind, key) = news.keys();
    post(c, house, station, (kept.person, kind), (&v.ta(key, &said), due_at))
}

/// What somebody is told who has nothing to answer: they waited in vain, or nothing could be found for them.
pub fn in_vain(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (person, offering, span): (Option<PersonId>, i32, &Span),
    (key, reason): (&'static str, &str),
) -> Result<(), Fault> {
    let v = View::plain(house, Lang::Zh);
    let what = what(c, &v, station, offering)?;
    let when = v.when(&station.zone).day_and_times(span.from, span.until);
    let said = [
        ("station", station.name(&v).into()),
        ("what", what.into()),
        ("when", when.into()),
        ("reason", reason.into()),
        ("rooms", link(house, &station.path("/venues")).into()),
    ];
    post(c, house, station, (person, key), (&v.ta(&format!("waiting-message-{key}"), &said), house.now()))
}

fn post(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (person, kind): (Option<PersonId>, &str),
    (text, due_at): (&str, Timestamp),
) -> Result<(), Fault> {
    let Some(person) = person else { return Ok(()) };
    let Some(phone) = people::phone_of(c, house, person)? else { return Ok(()) };
    outbox::post(c, house, station.id, kind, (phone.full(), text), due_at.max(house.now()))?;
    Ok(())
}

fn what(c: &mut Conn, v: &View, station: &Station, offering: i32) -> Result<String, Fault> {
    let catalogue = store::catalogue(c, station.id)?;
    Ok(catalogue.offering_by_id(offering).map(|o| v.pick(&o.name.zh, &o.name.en).to_owned()).unwrap_or_default())
}

/// 17:30 for today, 明天 7:30 for later.
fn by(when: &kernel::words::When, at: Timestamp) -> String {
    match when.date(at) == when.today() {
        true => when.time(at),
        false => format!("{} {}", when.day(when.date(at)), when.time(at)),
    }
}

fn link(house: &House, path: &str) -> String {
    format!("{}{path}", house.settings.public_url)
}
