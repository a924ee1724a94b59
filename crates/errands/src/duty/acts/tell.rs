//! What an asker with a mobile phone is told. Everybody else is told when they come, or is called.
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::outbox;
use kernel::view::View;
use kernel::words::Lang;
use people::StaffId;
use stations::Station;

use crate::duty::answers::ASKER;
use crate::duty::store::Kept;
use crate::reach::{self, About, News, Whom};
use crate::says;

/// So long it is of use to tell somebody.
const LISTED: SignedDuration = SignedDuration::from_hours(14 * 24);

fn name(c: &mut Conn, id: StaffId) -> Result<String, Fault> {
    Ok(people::staff_name(c, id)?.unwrap_or_default())
}

/// Messages are in Chinese: nobody has said otherwise.
fn post(
    c: &mut Conn,
    house: &House,
    station: &Station,
    kept: &Kept,
    (key, said): (&'static str, &[(&str, String)]),
) -> Result<(), Fault> {
    let phone = kept.person.map(|p| people::phone_of(c, house, p)).transpose()?.flatten();
    let Some(phone) = phone.filter(|p| p.is_mobile()) else { return Ok(()) };
    let v = View::plain(house, Lang::Zh);
    let station_name = station.name(&v).to_owned();
    let mut all = vec![("station", station_name.into())];
    all.extend(said.iter().map(|(k, text)| (*k, text.as_str().into())));
    let text = v.ta(&format!("duty-message-{key}"), &all);
    outbox::post(c, house, station.id, key, (phone.full(), &text), house.now()).map(|_| ())
}

fn moment(house: &House, station: &Station, at: Timestamp) -> String {
    says::at(&View::plain(house, Lang::Zh).when(&station.zone), at)
}

pub fn written(c: &mut Conn, house: &House, station: &Station, kept: &Kept) -> Result<(), Fault> {
    let when = View::plain(house, Lang::Zh).when(&station.zone);
    let said = [("owner", name(c, kept.item.owner)?), ("day", when.day(kept.item.due_on))];
    post(c, house, station, kept, ("first-asked-written", &said))
}

pub fn answered(c: &mut Conn, house: &House, station: &Station, kept: &Kept, words: &str) -> Result<(), Fault> {
    post(c, house, station, kept, ("first-asked-answered", &[("words", words.to_owned())]))
}

pub fn promised(c: &mut Conn, house: &House, station: &Station, kept: &Kept) -> Result<(), Fault> {
    let Some(promise) = kept.item.promise else { return Ok(()) };
    let said = [("at", moment(house, station, promise.at)), ("with", name(c, promise.with)?)];
    post(c, house, station, kept, ("first-asked-promised", &said))
}

/// What was promised was not kept: who answers for it says so first, by message or, to whoever left only a name, by a clerk who
/// works through the call list.
pub fn broken(c: &mut Conn, house: &House, station: &Station, kept: &Kept) -> Result<(), Fault> {
    let Some(promise) = kept.item.promise else { return Ok(()) };
    let v = View::plain(house, Lang::Zh);
    let said = [
        ("station", station.name(&v).to_owned().into()),
        ("at", moment(house, station, promise.at).into()),
        ("owner", name(c, kept.item.owner)?.into()),
    ];
    let text = v.ta("duty-message-first-asked-broken", &said);
    let (mobile, asker) = asker(c, house, kept)?;
    let whom = Whom { person: kept.person.filter(|_| mobile), name: asker, ..Whom::default() };
    let news = News { kind: "first-asked-broken", text: &text, until: house.now() + LISTED };
    reach::tell(c, house, station, (About::Question(kept.id.0), &whom), news).map(|_| ())
}

/// Whether a message reaches the asker, and what a clerk calls them: a name, or a number that no message reaches.
fn asker(c: &mut Conn, house: &House, kept: &Kept) -> Result<(bool, Option<String>), Fault> {
    let typed = kept.name_sealed.as_ref().map(|s| house.keys.open(ASKER, s).map_err(Fault::broken)).transpose()?;
    let phone = kept.person.map(|p| people::phone_of(c, house, p)).transpose()?.flatten();
    let mobile = phone.as_ref().is_some_and(|p| p.is_mobile());
    Ok((mobile, typed.or(phone.map(|p| p.full().to_owned()))))
}
