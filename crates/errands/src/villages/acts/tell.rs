//! What whoever is met is told: by message, or by a clerk who has them on the call list.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use kernel::words::Lang;
use stations::Station;

use crate::reach::{self, About, News, Whom};
use crate::rules::{self, Place};
use crate::says;
use crate::store as errands;
use crate::village_days::rules::{Day, Next};
use crate::village_days::store::{self, KeptVisit};
use crate::village_days::visit_path;
use crate::villages::answers;

/// What there is to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// The official comes to their village.
    Offered,
    CalledOff,
    NotMet(Next),
}

impl Told {
    fn key(self) -> String {
        match self {
            Told::Offered => "village-told-offered".into(),
            Told::CalledOff => "village-told-called-off".into(),
            Told::NotMet(next) => format!("village-told-not-met-{}", next.name()),
        }
    }

    fn kind(self) -> &'static str {
        match self {
            Told::Offered => "village-visit-offered",
            Told::CalledOff => "village-visit-called-off",
            Told::NotMet(_) => "village-visit-not-met",
        }
    }
}

/// What has come to nothing is worth knowing for so long.
const WORTH: jiff::SignedDuration = jiff::SignedDuration::from_hours(3 * 24);

pub fn tell(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (day, visit): (&Day, &KeptVisit),
    told: Told,
    now: Timestamp,
) -> Result<(), Fault> {
    let v = View::plain(house, Lang::Zh);
    let seen = answers::seen(c, house, station, visit.clone(), now)?;
    let official = store::official_name(c, station.id, day.official)?;
    let village = stations::division(c, visit.village)?.map(|d| rules::village(&d.name).to_owned()).unwrap_or_default();
    let matter = seen.matter.as_ref().map(|m| says::name(&v, &m.draft.name).to_owned()).unwrap_or_default();
    // Somebody without a name who waits in the hall is called out by their number.
    let on_site = match visit.ticket {
        Some(ticket) => errands::by_id(c, station.id, ticket)?.ticket.place == Place::OnSite,
        None => false,
    };
    let name = seen.name.or_else(|| seen.number.map(|n| n.to_string()));
    let gets_messages = seen.phone.is_some();
    let whom = Whom { person: visit.person, phone: seen.phone, name, on_site };
    let mut text = v.ta(
        &told.key(),
        &[
            ("station", station.name(&v).into()),
            ("official", official.into()),
            ("village", village.into()),
            ("when", v.when(&station.zone).day_and_times(day.from, day.until).into()),
            ("matter", matter.into()),
            ("reason", day.reason.as_str().into()),
        ],
    );
    if told == Told::Offered && gets_messages {
        let address = format!("{}{}", house.settings.public_url, visit_path(station, visit.id));
        text.push_str(&v.ta("village-told-look", &[("address", address.into())]));
    }
    let until = if told == Told::Offered { day.asks_until(false) } else { now + WORTH };
    let news = News { kind: told.kind(), text: &text, until };
    reach::tell(c, house, station, (About::Visit(visit.id.0), &whom), news).map(|_| ())
}
