//! What people are told whom an official's coming and going concerns: a message, or what a clerk says to them.
use diesel::prelude::*;
use jiff::Timestamp;

use super::facts::Scene;
use crate::acts::NAME;
use crate::answers::Kept;
use crate::reach::{self, About, Reached, Whom};
use crate::rules::{Matter, Number, Place};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::on;
use kernel::view::View;
use kernel::words::{Lang, When};
use people::Phone;
use stations::Station;

// Of appointments (`booked`, which is built on this module) one thing: the number that somebody left for messages about theirs.
diesel::table! {
    use diesel::sql_types::{BigInt, Binary, Nullable};
    use kernel::db::types::Uid;
    bookings (station_id, ticket_id) {
        station_id -> BigInt,
        ticket_id -> Uid,
        phone_sealed -> Nullable<Binary>,
    }
}

/// The purpose under which that number is sealed: `booked::tell::PHONE`.
const LEFT: &str = "booking-phone";

/// What there is to say.
#[derive(Debug, Clone, Copy)]
pub(super) enum News<'a> {
    /// The official is back then; the place in the order stays.
    Later(Timestamp),
    /// The appointment is then.
    Moved(Timestamp),
    /// Somebody else does it: at the same time, or from now on.
    StandIn(&'a str, Option<Timestamp>),
    DropOff,
    Choose,
    /// The official is back: to be here then.
    ComeAt(Timestamp),
    /// The official is back, and the day is too short.
    Full,
    /// The official should have been back then, and nobody knows more.
    Late(Timestamp),
}

impl News<'_> {
    fn name(self) -> &'static str {
        match self {
            News::Later(_) => "later",
            News::Moved(_) => "moved",
            News::StandIn(_, None) => "stand-in",
            News::StandIn(_, Some(_)) => "stand-in-at",
            News::DropOff => "drop-off",
            News::Choose => "choose",
            News::ComeAt(_) => "come-at",
            News::Full => "full",
            News::Late(_) => "late",
        }
    }

    /// Why a message is sent, for those who count messages.
    fn kind(self) -> &'static str {
        match self {
            News::ComeAt(_) => "promise-made",
            News::Late(_) => "promise-broken",
            _ => "promise-revised",
        }
    }

    fn at(self) -> Option<Timestamp> {
        match self {
            News::Later(at) | News::Moved(at) | News::ComeAt(at) | News::Late(at) => Some(at),
            News::StandIn(_, at) => at,
            News::DropOff | News::Choose | News::Full => None,
        }
    }
}

/// Tells whoever holds the ticket. What was still to be told about it before is of no use any more.
pub(super) fn tell(
    c: &mut Conn,
    scene: &Scene<'_>,
    (kept, matters): (&Kept, &[Matter]),
    news: News<'_>,
) -> Result<Reached, Fault> {
    let (house, station, about) = (scene.house, scene.station, About::Ticket(kept.id));
    let whom = whom(c, (house, station), kept)?;
    let said = said(scene, news);
    let v = View::plain(house, Lang::Zh);
    let text = if reach::has_phone(c, house, &whom)? {
        let letter = scene.lines.iter().find(|l| l.id == kept.line).map_or('?', |l| l.letter);
        let names: Vec<&str> = matters.iter().map(|m| m.draft.name.zh.as_str()).collect();
        let path = station.path(&format!("/tickets/{}", kept.id));
        v.ta(
            "promises-message",
            &[
                ("station", station.name(&v).into()),
                ("number", Number { letter, number: kept.number }.to_string().into()),
                ("what", names.join(&v.t("promises-and")).into()),
                ("said", said.into()),
                ("link", format!("{}{path}", house.settings.public_url).into()),
            ],
        )
    } else {
        said
    };
    let until = news.at().filter(|at| *at > scene.now).map_or_else(|| scene.midnight(), Ok)?;
    reach::overtake(c, station.id, about, scene.now)?;
    reach::tell(c, house, station, (about, &whom), reach::News { kind: news.kind(), text: &text, until })
}

/// As a clerk says it, and as it stands in a message.
fn said(scene: &Scene<'_>, news: News<'_>) -> String {
    let v = View::plain(scene.house, Lang::Zh);
    let when = v.when(&scene.station.zone);
    let at = news.at().map(|at| moment(&when, at)).unwrap_or_default();
    let other = if let News::StandIn(name, _) = news { name } else { "" };
    let key = format!("promises-message-{}", news.name());
    v.ta(&key, &[("who", scene.official.name.as_str().into()), ("at", at.into()), ("other", other.into())])
}

/// 15:00 today, 明天 8:30 on another day.
fn moment(when: &When, at: Timestamp) -> String {
    let day = when.date(at);
    if day == when.today() { when.time(at) } else { format!("{} {}", when.day(day), when.time(at)) }
}

/// Whoever holds a ticket, as far as anybody knows.
fn whom(c: &mut Conn, (house, station): (&House, &Station), kept: &Kept) -> Result<Whom, Fault> {
    let typed = kept.name_sealed.as_deref().map(|sealed| house.keys.open(NAME, sealed).map_err(Fault::broken));
    let name = match (typed.transpose()?, kept.person) {
        (Some(name), _) => Some(name),
        (None, Some(person)) => people::name_of(c, house, person)?,
        (None, None) => None,
    };
    let on_site = kept.ticket.place == Place::OnSite;
    Ok(Whom { person: kept.person, phone: left(c, (house, station), kept)?, name, on_site })
}

/// The number that was left with an appointment.
fn left(c: &mut Conn, (house, station): (&House, &Station), kept: &Kept) -> Result<Option<Phone>, Fault> {
    if kept.booked_at.is_none() {
        return Ok(None);
    }
    let row: Option<Option<Vec<u8>>> = on!(c, c => bookings::table
        .find((station.id, kept.id))
        .select(bookings::phone_sealed)
        .first(c)
        .optional())?;
    let Some(sealed) = row.flatten() else { return Ok(None) };
    Ok(house.keys.open(LEFT, &sealed).map_err(Fault::broken)?.parse().ok())
}
