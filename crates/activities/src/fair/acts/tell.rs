//! What stall holders are told, through the outbox.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::outbox;
use kernel::view::View;
use kernel::words::Lang;
use stations::Station;

use crate::fair::StallId;
use crate::fair::answers::HOLDER_PHONE;
use crate::fair::says::stall_path;
use crate::fair::store;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    Given,
    CalledOff,
}

impl Told {
    fn key(self) -> &'static str {
        match self {
            Told::Given => "fair-told-given",
            Told::CalledOff => "fair-told-called-off",
        }
    }
}

/// Whoever left no number is told at the desk.
pub fn tell(
    c: &mut Conn,
    house: &House,
    station: &Station,
    id: StallId,
    told: Told,
    now: Timestamp,
) -> Result<(), Fault> {
    let kept = store::stall(c, station.id, id)?;
    let Some(sealed) = &kept.phone_sealed else { return Ok(()) };
    let phone = house.keys.open(HOLDER_PHONE, sealed).map_err(Fault::broken)?;
    let v = View::plain(house, Lang::Zh);
    let fair = crate::fairday::answers::fair(c, station, kept.fair)?;
    let when = v.when(&station.zone);
    let address = format!("{}{}", house.settings.public_url, stall_path(station, id));
    let text = v.ta(
        told.key(),
        &[
            ("station", station.name(&v).into()),
            ("fair", fair.title().into()),
            ("day", when.date_in_full(fair.day(station)).into()),
            ("place", kept.stall.code.unwrap_or_default().into()),
            ("address", address.into()),
        ],
    );
    outbox::post(c, house, station.id, "stall", (&phone, &text), now).map(|_| ())
}
