//! What the group adds to pages of others: a section of the home page.
use std::sync::Arc;

use kernel::house::House;
use kernel::view::View;
use stations::{HomeSection, Rendered, Short, Station};

use super::{pages, reads};
use crate::frame::Frame;

/// 意见直通车: below what one comes for today.
pub fn home_section() -> HomeSection {
    HomeSection { key: "opinions", order: |_| 33, render, way: Short { key: "opinions-say", path: "/opinions/new" } }
}

fn render(house: House, v: View, station: Arc<Station>) -> Rendered {
    Box::pin(async move {
        let last = reads::last_answered(&house, &station).await?;
        Ok(Some(pages::home(Frame { v: &v, station: &station }, last.as_ref())))
    })
}
