//! What the ballot adds to a station's home page.
use std::sync::Arc;

use kernel::house::House;
use kernel::view::View;
use stations::{HomeSection, Rendered, Short, Station};

use super::pages::{self, Frame};
use super::reads;
use super::way::Way;

/// While answers are taken, below what most people came for. Only the drawn households have a ballot; it tells them where to go.
pub fn home_section() -> HomeSection {
    HomeSection { key: "survey", order: |_| 36, render: home, way: Short { key: "ballot-short", path: "/survey" } }
}

fn home(house: House, v: View, station: Arc<Station>) -> Rendered {
    Box::pin(async move {
        let asked = reads::asked(&house, &station).await?;
        let frame = Frame { v: &v, station: &station, way: Way::Phone };
        Ok(asked.open().map(|survey| pages::home(frame, survey)))
    })
}
