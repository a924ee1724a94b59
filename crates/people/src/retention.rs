//! What is over is forgotten, without anybody asking.
use kernel::fault::Fault;
use kernel::house::House;
use kernel::session;

use crate::cards;
use crate::children;
use crate::factors;
use crate::forgetting;
use crate::holding::Holdings;
use crate::store::{codes, staff};

/// Forgets codes, challenges, sessions, children and cards whose time is over, names of staff who left long ago, and persons whose time is over with all that names them. Runs again and again.
pub async fn jobs(house: &House, holdings: &Holdings) -> Result<(), Fault> {
    let now = house.now();
    let over = house.db.write(move |c| {
        codes::forget_old(c, now)?;
        factors::forget_over(c, now)?;
        children::forget_over(c, now)?;
        cards::forget_over(c, now)?;
        staff::forget_names(c, now)?;
        session::forget_ended(c, now)
    });
    over.await?;
    forgetting::forget_whose_time_is_over(house, holdings).await
}
