//! What somebody who was received, or has a slot, is told: by message, or by a clerk who works through the call list. Whoever has
//! only the address reads the same there.
use jiff::SignedDuration;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use kernel::words::{Lang, When};
use stations::Station;

use super::days::deputy_name;
use crate::deputies::answers::NAME;
use crate::deputies::says::visit_path;
use crate::deputies::store::{Kept, KeptDay};
use crate::reach::{self, About, News, Whom};

/// Messages are in Chinese: nobody has said otherwise.
fn zh(house: &House, station: &Station) -> (View, When) {
    let v = View::plain(house, Lang::Zh);
    let when = v.when(&station.zone);
    (v, when)
}

/// So long it is of use to tell somebody.
const LISTED: SignedDuration = SignedDuration::from_hours(14 * 24);

fn post(
    c: &mut Conn,
    house: &House,
    station: &Station,
    kept: &Kept,
    (key, said): (&'static str, &[(&str, String)]),
) -> Result<(), Fault> {
    let (v, _) = zh(house, station);
    let link = format!("{}{}", house.settings.public_url, visit_path(station, kept.id));
    let name = kept.name_sealed.as_ref().map(|s| house.keys.open(NAME, s).map_err(Fault::broken)).transpose()?;
    let whom = Whom { person: kept.person, name, ..Whom::default() };
    // Nobody reads an address out over the telephone.
    let follow = match reach::has_phone(c, house, &whom)? {
        true => v.ta("deputies-message-follow", &[("link", link.as_str().into())]),
        false => String::new(),
    };
    let station_name = station.name(&v).to_owned();
    let mut all =
        vec![("station", station_name.into()), ("link", link.as_str().into()), ("follow", follow.as_str().into())];
    all.extend(said.iter().map(|(k, text)| (*k, text.as_str().into())));
    let text = v.ta(&format!("deputies-message-{key}"), &all);
    let news = News { kind: key, text: text.trim_end(), until: house.now() + LISTED };
    let about = About::Reception(kept.id.0);
    // Whoever is telephoned hears how it stands now, and nothing older.
    reach::overtake(c, station.id, about, house.now())?;
    reach::tell(c, house, station, (about, &whom), news).map(|_| ())
}

/// 6月30日 9:20
fn moment(house: &House, station: &Station, day: &KeptDay, kept: &Kept) -> String {
    let (_, when) = zh(house, station);
    match kept.slot_at {
        Some(at) => format!("{} {}", when.date_in_full(day.day.on), when.time(at)),
        None => when.date_in_full(day.day.on),
    }
}

/// Whoever has no phone was told by the clerk who took the slot for them.
pub fn taken(c: &mut Conn, house: &House, station: &Station, (day, kept): (&KeptDay, &Kept)) -> Result<(), Fault> {
    if kept.person.is_none() {
        return Ok(());
    }
    let said = [
        ("deputy", deputy_name(c, station, day)?),
        ("when", moment(house, station, day, kept)),
        ("place", day.place.zh.clone()),
    ];
    post(c, house, station, kept, ("reception-taken", &said))
}

pub fn called_off(
    c: &mut Conn,
    house: &House,
    station: &Station,
    (day, kept): (&KeptDay, &Kept),
    reason: &str,
) -> Result<(), Fault> {
    let said = [
        ("deputy", deputy_name(c, station, day)?),
        ("when", moment(house, station, day, kept)),
        ("reason", reason.to_owned()),
    ];
    post(c, house, station, kept, ("reception-called-off", &said))
}

/// Which office replies until when, or replies once more.
pub fn routed(c: &mut Conn, house: &House, station: &Station, kept: &Kept, again: bool) -> Result<(), Fault> {
    let (_, when) = zh(house, station);
    let offices = stations::owners(c, station.id)?;
    let office = offices.iter().find(|o| Some(o.id) == kept.visit.office).map(|o| o.name_zh.clone());
    let day = kept.visit.reply_by.map(|on| when.day(on)).unwrap_or_default();
    let said = [("office", office.unwrap_or_default()), ("day", day)];
    post(c, house, station, kept, (if again { "reception-again" } else { "reception-routed" }, &said))
}

pub fn answered(c: &mut Conn, house: &House, station: &Station, kept: &Kept, words: &str) -> Result<(), Fault> {
    post(c, house, station, kept, ("reception-answered", &[("words", words.to_owned())]))
}
