//! What the group adds to pages of others: 先锋岗 on a station's home page.
use std::sync::Arc;

use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use maud::Markup;
use stations::{HomeSection, OnToday, Short, Station};

use super::rules::Now;
use super::{answers, pages, says};
use crate::public::pages::Frame;
use crate::says::name;

/// Who stands at which post now, below 来办事. Nothing at a station without posts.
pub fn home_section() -> HomeSection {
    HomeSection {
        key: "duty",
        order: |hour| match hour {
            8..=16 => 6,
            _ => 31,
        },
        render: |house, v, station| Box::pin(home(house, v, station)),
        way: Short { key: "duty-title", path: "/duty" },
    }
}

async fn posts(house: &House, station: &Arc<Station>) -> Result<Vec<answers::PostNow>, Fault> {
    let (h, at, now) = (house.clone(), station.clone(), house.now());
    house.db.snapshot(move |c: &mut Conn| answers::posts_now(c, &h, &at, now)).await
}

async fn home(house: House, v: View, station: Arc<Station>) -> Result<Option<Markup>, Fault> {
    let posts = posts(&house, &station).await?;
    Ok(pages::home(Frame { v: &v, station: &station }, &posts))
}

/// Who stands at which post now, for the hall's screen. A post says nothing there while nobody has promised to be at it.
pub async fn on_the_screen(house: House, v: View, station: Arc<Station>) -> Result<Vec<OnToday>, Fault> {
    let when = v.when(&station.zone);
    let all = posts(&house, &station).await?;
    let open = all.iter().filter(|post| !matches!(post.now, Now::Shut { .. }));
    let said = |post: &answers::PostNow| OnToday {
        when: name(&v, &post.post.name).to_owned(),
        what: says::now(&v, &when, post).1,
    };
    Ok(open.map(said).collect())
}
