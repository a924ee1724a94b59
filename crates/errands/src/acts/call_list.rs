//! 待通知: what a clerk did about somebody whom no message reaches.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::event;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::outbox;
use people::StaffId;
use serde_json::json;
use stations::Station;

use super::Actor;
use crate::reach::{self, Called};

/// Notes that somebody was told, or was not reached. Said twice it is said once; what was noted first stays.
///
/// # Errors
/// [`Fault::NotFound`] if nobody of that id was to be told at this station.
pub async fn settle_call(
    house: &House,
    station: &Arc<Station>,
    (id, told): (Id, bool),
    staff: StaffId,
) -> Result<(), Fault> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let became = if told { Called::Told } else { Called::NotReached };
        let settled = match reach::exists(c, station.id, id)? {
            true => reach::settle(c, station.id, id, (became, Some(staff)), now)?,
            false if outbox::exists(c, station.id, id)? => outbox::settle_by_hand(c, station.id, id, (told, now))?,
            false => return Err(Fault::NotFound),
        };
        if settled {
            let (by, data) = (Actor::Staff(staff).by(), json!({ "told": told }));
            event::record(c, station.id, now, by, "call-list.settled", &id.to_string(), &data)?;
        }
        Ok(())
    };
    house.db.write(work).await
}
