//! The number of whoever wants messages: in a vault of its own. What is sent says that something happened, never what.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::outbox;
use kernel::view::View;
use kernel::words::Lang;
use people::Phone;

use super::doing::Doing;
use crate::OpinionId;
use crate::answers::{PHONE, contact_link, phone_hash};
use crate::store;

/// The kind of the messages. No clerk reads them out: a list of calls would say who had left an opinion.
pub(crate) const KIND: &str = "opinion-news";

/// Keeps a number, in place of an earlier one.
pub(super) fn keep(c: &mut Conn, doing: &Doing, id: OpinionId, phone: &Phone) -> Result<(), Fault> {
    let house = &doing.house;
    forget(c, doing, id)?;
    let sealed = house.keys.seal(PHONE, phone.full(), &house.chance);
    store::add_contact(c, doing.station.id, &contact_link(house, id), (&sealed, &phone_hash(house, phone)))
}

/// Erases a number, and what was and would be told to it, unless it is kept for another opinion too.
pub(super) fn forget(c: &mut Conn, doing: &Doing, id: OpinionId) -> Result<(), Fault> {
    let (house, station) = (&doing.house, doing.station.id);
    let Some(phone) = number(c, doing, id)? else { return Ok(()) };
    store::drop_contact(c, station, &contact_link(house, id))?;
    if store::of_phone(c, &phone_hash(house, &phone))?.iter().any(|(at, _)| *at == station) {
        return Ok(());
    }
    outbox::forget_kind_sent_to(c, house, station, (KIND, phone.full()))
}

fn number(c: &mut Conn, doing: &Doing, id: OpinionId) -> Result<Option<Phone>, Fault> {
    let Some(sealed) = store::of_link(c, doing.station.id, &contact_link(&doing.house, id))? else { return Ok(None) };
    match doing.house.keys.open(PHONE, &sealed).map_err(Fault::broken)?.parse() {
        Ok(phone) => Ok(Some(phone)),
        Err(_) => Err(Fault::broken("a number in the vault is none")),
    }
}

/// Tells whoever left an opinion that there is something to read, if they want to be told.
pub(super) fn tell(c: &mut Conn, doing: &Doing, id: OpinionId, now: Timestamp) -> Result<(), Fault> {
    let (house, station) = (&doing.house, &doing.station);
    let Some(phone) = number(c, doing, id)?.filter(Phone::is_mobile) else { return Ok(()) };
    let v = View::plain(house, Lang::Zh);
    let address = format!("{}{}", house.settings.public_url, station.path("/opinions/follow"));
    let said = [("station", station.name(&v).into()), ("address", address.into())];
    let text = v.ta("opinions-told", &said);
    outbox::post(c, house, station.id, KIND, (phone.full(), &text), now).map(|_| ())
}
