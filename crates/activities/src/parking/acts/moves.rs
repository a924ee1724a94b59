//! "Move your car": a clerk takes a part of the plate and whom to call; marshals look for it; it is closed when done.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use people::{Name, Phone, StaffId};
use serde_json::json;
use stations::Station;

use crate::parking::answers::{ASKER, ASKER_PHONE, PLATE};
use crate::parking::store::{self, Move};
use crate::parking::{LotId, MoveId};

/// What the clerk types.
#[derive(Debug, Clone)]
pub struct NewMove {
    pub lot: LotId,
    /// A part of the plate is enough: 青B·3K.
    pub plate: String,
    pub spot: String,
    /// Whom to call once it is moved.
    pub asker: Option<Name>,
    pub phone: Option<Phone>,
}

pub async fn ask(
    house: &House,
    station: &Arc<Station>,
    new: NewMove,
    (staff, once): (StaffId, Option<Once>),
) -> Result<MoveId, Fault> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let seal = |purpose, text: &str| h.keys.seal(purpose, text, &h.chance);
            let one = Move {
                id: MoveId(h.new_id()),
                lot: new.lot,
                on: store::day_of(c, station.id, new.lot)?,
                spot: new.spot.clone(),
                plate_sealed: Some(seal(PLATE, &new.plate)),
                asker_sealed: new.asker.as_ref().map(|name| seal(ASKER, name.as_str())),
                phone_sealed: new.phone.as_ref().map(|phone| seal(ASKER_PHONE, phone.full())),
                phone_hash: new.phone.as_ref().map(|p| h.keys.lookup(ASKER_PHONE, &p.e164()).to_vec()),
                done: false,
                made_at: now,
            };
            store::insert_move(c, station.id, &one, staff)?;
            event::record(
                c,
                station.id,
                now,
                By::Staff(staff.0),
                "parking.move-asked",
                &one.id.to_string(),
                &json!({}),
            )?;
            Ok::<_, Fault>(one.id)
        })
    };
    house.db.write(work).await
}

/// It has been moved. Whoever has a link for the lot may say so, and staff. Twice is once.
pub async fn close(
    house: &House,
    station: &Arc<Station>,
    (id, lot): (MoveId, Option<LotId>),
    by: By,
) -> Result<(), Fault> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let one = store::move_of(c, station.id, id)?;
        if lot.is_some_and(|lot| lot != one.lot) {
            return Err(Fault::NotFound);
        }
        if store::set_done(c, station.id, id, now)? {
            event::record(c, station.id, now, by, "parking.move-done", &id.to_string(), &json!({}))?;
        }
        Ok::<_, Fault>(())
    };
    house.db.write(work).await
}
