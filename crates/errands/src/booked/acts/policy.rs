//! What a line's appointments are like: managers say.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::event;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::refusal::Not;
use people::StaffId;
use serde_json::json;
use stations::Station;

use crate::acts::Actor;
use crate::booked::rules::{NotAPolicy, Policy};
use crate::booked::store;
use crate::rules::LineId;
use crate::store as kept_store;

/// From now on the line takes appointments so. Those that are there stay.
pub async fn keep_policy(
    house: &House,
    station: &Arc<Station>,
    (line, policy): (LineId, Policy),
    staff: StaffId,
) -> Result<(), Not<NotAPolicy>> {
    let (station, now, by) = (station.clone(), house.now(), Actor::Staff(staff).by());
    let work = move |c: &mut Conn| {
        kept_store::lines(c, station.id)?.iter().find(|l| l.id == line).ok_or(Fault::NotFound)?;
        let policy = policy.judged()?;
        if store::policy(c, station.id, line)? == policy {
            return Ok(());
        }
        store::keep_policy(c, station.id, line, &policy)?;
        let data = json!({ "share": policy.share, "minutes": policy.minutes });
        event::record(c, station.id, now, by, "booking-policy.changed", &line.to_string(), &data)?;
        Ok::<_, Not<NotAPolicy>>(())
    };
    house.db.write(work).await
}
