//! A clerk has looked. Whom it was about is forgotten.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use people::StaffId;
use serde_json::json;
use stations::Station;

use crate::TaskId;
use crate::lending::rules::task::How;
use crate::lending::store::tasks;

/// Settles a task. Settled twice, the first time counts.
///
/// # Errors
/// There is no such task.
pub async fn settle_task(
    house: &House,
    station: &Arc<Station>,
    (id, how): (TaskId, How),
    (staff, once): (StaffId, Option<Once>),
) -> Result<(), Fault> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let task = tasks::held(c, station.id, id)?;
            if task.settled_at.is_some() {
                return Ok(());
            }
            tasks::settle(c, station.id, (id, how), (staff, now))?;
            let data = json!({ "kind": task.kind.word(), "how": how.word() });
            let subject = task.copy.map(|copy| copy.to_string()).unwrap_or_default();
            event::record(c, station.id, now, By::Staff(staff.0), "library-task.settled", &subject, &data)?;
            Ok::<_, Fault>(())
        })
    };
    house.db.write(work).await
}
