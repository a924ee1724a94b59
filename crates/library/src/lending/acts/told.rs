//! What readers are told, if they have a phone that gets messages: what is put aside, what is due tomorrow, what is over.
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::outbox;
use kernel::view::View;
use kernel::words::Lang;
use people::{PersonId, Phone};
use stations::Station;

use crate::TitleId;
use crate::catalogue::answers as catalogue;
use crate::lending::answers::at_hour;

/// What there is to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum News {
    /// Put aside, until the end of that day.
    Ready(Date),
    /// Due on that day.
    DueSoon(Date),
    Overdue(Date),
}

impl News {
    fn kind(self) -> &'static str {
        match self {
            News::Ready(_) => "hold-ready",
            News::DueSoon(_) => "loan-due",
            News::Overdue(_) => "loan-overdue",
        }
    }

    fn key(self) -> &'static str {
        match self {
            News::Ready(_) => "lending-told-ready",
            News::DueSoon(_) => "lending-told-due",
            News::Overdue(_) => "lending-told-overdue",
        }
    }

    fn day(self) -> Date {
        match self {
            News::Ready(day) | News::DueSoon(day) | News::Overdue(day) => day,
        }
    }
}

/// Nobody's phone rings before and after these hours because of a book.
const FIRST_HOUR: i8 = 9;
const LAST_HOUR: i8 = 21;

/// Sends it in a good hour. Whether they have a phone that gets it.
pub(super) fn tell(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (person, title): (PersonId, TitleId),
    (news, now): (News, Timestamp),
) -> Result<bool, Fault> {
    let Some(phone) = people::phone_of(c, house, person)?.filter(Phone::is_mobile) else { return Ok(false) };
    let title = catalogue::title(c, station.id, title)?.title;
    let text = text(house, station, &title, news);
    outbox::post(c, house, station.id, news.kind(), (phone.full(), &text), good_hour(station, now))?;
    Ok(true)
}

fn text(house: &House, station: &Station, title: &str, news: News) -> String {
    let v = View::plain(house, Lang::Zh);
    let when = v.when(&station.zone);
    v.ta(
        news.key(),
        &[
            ("station", station.name(&v).into()),
            ("title", title.into()),
            ("day", when.date_in_full(news.day()).into()),
            ("address", format!("{}/me", house.settings.public_url).into()),
        ],
    )
}

/// Whether what is said of tomorrow is read today.
pub(super) fn is_good_hour(station: &Station, now: Timestamp) -> bool {
    good_hour(station, now) == now
}

/// Now, or the next morning hour.
fn good_hour(station: &Station, now: Timestamp) -> Timestamp {
    let here = now.to_zoned_datetime(station.zone.clone());
    let day = match here.hour() {
        ..FIRST_HOUR => Some(here.date()),
        LAST_HOUR.. => here.date().tomorrow().ok(),
        _ => None,
    };
    day.map_or(now, |day| at_hour(station, day, FIRST_HOUR))
}

/// Whoever has or gets something is kept so long after that day.
const KEPT_AFTER: SignedDuration = SignedDuration::from_hours(24 * 31);

/// Until when somebody is known who has something until the end of a day.
pub(super) fn known_until(station: &Station, day: Date) -> Timestamp {
    let end = at_hour(station, day.tomorrow().unwrap_or(day), 0);
    end.saturating_add(KEPT_AFTER).unwrap_or(Timestamp::MAX)
}
