//! What the slice adds to the home page of a station: the two newest.
use std::sync::Arc;

use kernel::house::House;
use kernel::view::View;
use stations::{HomeSection, Rendered, Short, Station};

use super::{pages, reads};
use crate::answers::Wanted;
use crate::frame::Frame;

/// So many stand on a home page.
const FEW: usize = 2;

/// Below what one came for, whatever the hour.
pub fn home_section() -> HomeSection {
    HomeSection { key: "bulletin", order: |_| 32, render: home, way: Short { key: "bulletin-title", path: "/notices" } }
}

fn home(house: House, v: View, station: Arc<Station>) -> Rendered {
    Box::pin(async move {
        let found = reads::list(&house, &station, (None, Wanted { most: FEW, ..Wanted::default() })).await?;
        Ok(pages::home(Frame { v: &v, station: &station }, &found.page.all))
    })
}
