//! What the group adds to pages of others: 先锋岗 on a station's home page.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use maud::Markup;
use stations::{HomeSection, Station};

use super::{answers, pages};
use crate::public::pages::Frame;

/// Who stands at which post now, below 来办事. Nothing at a station without posts.
pub fn home_section() -> HomeSection {
    HomeSection {
        key: "duty",
        order: |hour| match hour {
            8..=16 => 6,
            _ => 31,
        },
        render: |house, v, station| Box::pin(home(house, v, station)),
    }
}

async fn home(house: House, v: View, station: Arc<Station>) -> Result<Option<Markup>, Fault> {
    let (h, at, now) = (house.clone(), station.clone(), house.now());
    let posts = house.db.snapshot(move |c: &mut Conn| answers::posts_now(c, &h, &at, now)).await?;
    Ok(pages::home(Frame { v: &v, station: &station }, &posts))
}
