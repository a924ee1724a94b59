//! What the slice adds to pages of others.
use std::sync::Arc;

use jiff::ToSpan as _;
use kernel::BoxFuture;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use maud::{Markup, html};
use people::{CardSection, CardShown, MineSection, PersonId};
use stations::{HomeSection, OnToday, Rendered, Short, Station};

use super::pages;
use super::reads::{self, Wanted};
use crate::frame::Frame;

/// So many titles are named at once.
const NAMED: usize = 2;
/// What came in so many days ago is no longer new on the screen in the hall.
const NEW_FOR: i64 = 14;

/// Higher in the evening, when people come to read; below what one came for at other hours.
pub fn home_section() -> HomeSection {
    HomeSection {
        key: "library",
        order: |hour| match hour {
            17..=21 => 25,
            _ => 35,
        },
        render: home,
        way: Short { key: "library-title", path: "/library" },
    }
}

fn home(house: House, v: View, station: Arc<Station>) -> Rendered {
    Box::pin(async move {
        let newest = reads::list(&house, &station, Wanted { most: NAMED, ..Wanted::default() }).await?;
        Ok(pages::home(Frame { v: &v, station: &station }, &newest.all))
    })
}

/// What came lately, for the screen in the hall.
pub fn on_today(house: House, v: View, station: Arc<Station>) -> BoxFuture<'static, Result<Vec<OnToday>, Fault>> {
    Box::pin(async move {
        let mut newest = reads::list(&house, &station, Wanted { most: NAMED, ..Wanted::default() }).await?.all;
        let since = v.when(&station.zone).today().saturating_sub(NEW_FOR.days());
        newest.retain(|one| one.title.added_on >= since);
        Ok(pages::today(Frame { v: &v, station: &station }, &newest).into_iter().collect())
    })
}

/// 我借的: below one's rooms and activities.
pub fn mine_section() -> MineSection {
    MineSection { order: 12, render: |house, v, person| Box::pin(mine(house, v, person)) }
}

async fn mine(house: House, v: View, person: PersonId) -> Result<Option<Markup>, Fault> {
    let all = reads::mine(&house, person).await?;
    let once = house.new_id().to_string();
    let part = |mine: &reads::Mine| pages::mine(Frame { v: &v, station: &mine.station }, mine, &once);
    let parts: Vec<Markup> = all.iter().map(part).collect();
    Ok((!parts.is_empty()).then(|| html! { @for part in &parts { (part) } }))
}

/// What the household has, without what it is. Nothing at a station that has nothing to read.
pub fn card_section() -> CardSection {
    |house, v, shown| Box::pin(card(house, v, shown))
}

async fn card(house: House, v: View, shown: CardShown) -> Result<Option<Markup>, Fault> {
    let id = shown.station;
    let station = Arc::new(house.db.read(move |c| stations::by_id(c, id)).await?);
    let all = reads::mine(&house, shown.person).await?;
    let here = all.iter().find(|mine| mine.station.id == id);
    let newest = reads::list(&house, &station, Wanted { most: 1, ..Wanted::default() }).await?;
    let some = here.is_some() || !newest.all.is_empty();
    Ok(some.then(|| pages::card(Frame { v: &v, station: &station }, here)))
}
