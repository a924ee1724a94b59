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

pub(super) fn keep(c: &mut Conn, doing: &Doing, id: OpinionId, phone: &Phone) -> Result<(), Fault> {
    let house = &doing.house;
    let sealed = house.keys.seal(PHONE, phone.full(), &house.chance);
    store::add_contact(c, doing.station.id, &contact_link(house, id), (&sealed, &phone_hash(house, phone)))
}

pub(super) fn forget(c: &mut Conn, doing: &Doing, id: OpinionId) -> Result<(), Fault> {
    store::drop_contact(c, doing.station.id, &contact_link(&doing.house, id))
}

/// Tells whoever left an opinion that there is something to read, if they want to be told.
pub(super) fn tell(c: &mut Conn, doing: &Doing, id: OpinionId, now: Timestamp) -> Result<(), Fault> {
    let (house, station) = (&doing.house, &doing.station);
    let Some(sealed) = store::of_link(c, station.id, &contact_link(house, id))? else { return Ok(()) };
    let phone: Phone = match house.keys.open(PHONE, &sealed).map_err(Fault::broken)?.parse() {
        Ok(phone) => phone,
        Err(_) => return Err(Fault::broken("a number in the vault is none")),
    };
    if !phone.is_mobile() {
        return Ok(());
    }
    let v = View::plain(house, Lang::Zh);
    let address = format!("{}{}", house.settings.public_url, station.path("/opinions/follow"));
    let said = [("station", station.name(&v).into()), ("address", address.into())];
    let text = v.ta("opinions-told", &said);
    outbox::post(c, house, station.id, KIND, (phone.full(), &text), now).map(|_| ())
}
