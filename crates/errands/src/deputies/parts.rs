//! What the group adds to pages of others: the next reception day on a station's home page.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use maud::Markup;
use stations::{HomeSection, Short, Station};

use super::{answers, pages};
use crate::public::pages::Frame;

/// When a deputy receives next. Nothing while no day is announced.
pub fn home_section() -> HomeSection {
    HomeSection {
        key: "deputies",
        order: |_| 45,
        render: |house, v, station| Box::pin(home(house, v, station)),
        way: Short { key: "deputies-title", path: "/deputies" },
    }
}

async fn home(house: House, v: View, station: Arc<Station>) -> Result<Option<Markup>, Fault> {
    let (at, now) = (station.clone(), house.now());
    let days = house.db.snapshot(move |c: &mut Conn| answers::coming(c, &at, now)).await?;
    Ok(pages::home(Frame { v: &v, station: &station }, &days))
}
