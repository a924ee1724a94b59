//! What whoever signed up is told, if they have a phone that gets messages.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::outbox;
use kernel::view::View;
use kernel::words::Lang;
use stations::Station;

use crate::signups::answers::Known;
use crate::signups::signup_path;
use crate::signups::store::Kept;

/// What there is to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// Places came free, and are kept until then.
    Offered(Timestamp),
    /// What the draw gave.
    Drawn,
    NotDrawn(i64),
    /// It begins at another time.
    Moved,
    CalledOff,
    /// It is tomorrow.
    Reminder,
}

impl Told {
    fn key(self) -> &'static str {
        match self {
            Told::Offered(_) => "signup-told-offered",
            Told::Drawn => "signup-told-drawn",
            Told::NotDrawn(_) => "signup-told-not-drawn",
            Told::Moved => "signup-told-moved",
            Told::CalledOff => "signup-told-called-off",
            Told::Reminder => "signup-told-reminder",
        }
    }

    fn kind(self) -> &'static str {
        match self {
            Told::Offered(_) => "activity-offered",
            Told::Drawn | Told::NotDrawn(_) => "activity-drawn",
            Told::Moved => "activity-moved",
            Told::CalledOff => "activity-called-off",
            Told::Reminder => "activity-reminder",
        }
    }
}

pub fn tell(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (known, signup): (&Known, &Kept),
    (told, now): (Told, Timestamp),
) -> Result<(), Fault> {
    let Some(person) = signup.person.filter(|_| signup.code.is_none()) else { return Ok(()) };
    let Some(phone) = people::phone_of(c, house, person)?.filter(people::Phone::is_mobile) else { return Ok(()) };
    let v = View::plain(house, Lang::Zh);
    let when = v.when(&station.zone);
    let (until, ahead) = match told {
        Told::Offered(until) => (when.day_or_tonight(until), 0),
        Told::NotDrawn(place) => (String::new(), place),
        _ => (String::new(), 0),
    };
    let occurrence = &known.occurrence;
    let text = v.ta(
        told.key(),
        &[
            ("station", station.name(&v).into()),
            ("title", known.title().into()),
            ("when", when.day_and_times(occurrence.starts_at, occurrence.ends_at).into()),
            ("place", known.place().into()),
            ("reason", occurrence.reason.as_str().into()),
            ("until", until.into()),
            ("n", ahead.into()),
            ("address", format!("{}{}", house.settings.public_url, signup_path(station, signup.id)).into()),
        ],
    );
    outbox::post(c, house, station.id, told.kind(), (phone.full(), &text), now).map(|_| ())
}
