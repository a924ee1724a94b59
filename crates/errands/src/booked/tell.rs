//! What people are told about their appointments, by message.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::outbox;
use kernel::view::View;
use kernel::words::Lang;
use people::Phone;
use stations::Station;

use super::store;
pub(super) use crate::acts::BOOKING_PHONE as PHONE;
use crate::answers::{self, Kept};
use crate::rules::Number;
use crate::says::name;
use crate::store as kept_store;

/// What there is to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum News {
    Booked,
    Remember,
}

impl News {
    fn keys(self) -> (&'static str, &'static str) {
        match self {
            News::Booked => ("appointment-booked", "booked-message-booked"),
            News::Remember => ("appointment-reminder", "booked-message-remember"),
        }
    }
}

/// The number to which messages about it go.
fn phone(c: &mut Conn, house: &House, station: &Station, kept: &Kept) -> Result<Option<Phone>, Fault> {
    let left = store::booking(c, station.id, kept.id)?.and_then(|booking| booking.phone);
    match (left, kept.person) {
        (Some((sealed, ..)), _) => {
            let opened = house.keys.open(PHONE, &sealed).map_err(Fault::broken)?;
            Ok(opened.parse().ok())
        }
        (None, Some(person)) => people::phone_of(c, house, person),
        (None, None) => Ok(None),
    }
}

/// The text, in Chinese: nobody has said otherwise.
fn text(c: &mut Conn, house: &House, station: &Station, kept: &Kept, news: News) -> Result<String, Fault> {
    let v = View::plain(house, Lang::Zh);
    let when = v.when(&station.zone);
    let one = answers::one(c, station, kept.id)?;
    let board = kept_store::lines(c, station.id)?;
    let line = board.iter().find(|l| l.id == kept.line);
    let names: Vec<&str> = one.matters.iter().map(|(m, _)| name(&v, &m.draft.name)).collect();
    let what = if names.is_empty() {
        line.map(|l| name(&v, &l.name)).unwrap_or_default().to_owned()
    } else {
        names.join("、")
    };
    let at = kept.booked_at.unwrap_or(kept.ticket.order_at);
    let number = Number { letter: line.map_or('?', |l| l.letter), number: kept.number };
    let said = [
        ("station", station.name(&v).into()),
        ("what", what.into()),
        ("when", format!("{} {}", when.day(kept.day), when.time(at)).into()),
        ("number", number.to_string().into()),
        ("link", format!("{}{}", house.settings.public_url, station.path(&format!("/tickets/{}", kept.id))).into()),
    ];
    Ok(v.ta(news.keys().1, &said))
}

/// Sends a message, if there is a number.
pub fn about(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (kept, news): (&Kept, News),
    now: Timestamp,
) -> Result<(), Fault> {
    let Some(phone) = phone(c, house, station, kept)? else { return Ok(()) };
    let text = text(c, house, station, kept, news)?;
    outbox::post(c, house, station.id, news.keys().0, (phone.full(), &text), now)?;
    Ok(())
}
