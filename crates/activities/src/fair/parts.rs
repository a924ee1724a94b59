//! What the group adds to pages of others: the fair on a station's home page.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use maud::Markup;
use stations::{HomeSection, Short, Station};

use super::{answers, pages};
use crate::fairday::Frame;

/// On the day of a fair and in the week before it, above everything else.
pub fn home_section() -> HomeSection {
    HomeSection {
        key: "fair",
        order: |_| 0,
        render: |house, v, station| Box::pin(home(house, v, station)),
        way: Short { key: "fair-title", path: "/fair" },
    }
}

async fn home(house: House, v: View, station: Arc<Station>) -> Result<Option<Markup>, Fault> {
    let (at, now) = (station.clone(), house.now());
    let whole = house.db.snapshot(move |c: &mut Conn| answers::fair(c, &at, None, now)).await?;
    Ok(whole.and_then(|w| pages::home(Frame { v: &v, station: &station }, &w)))
}
