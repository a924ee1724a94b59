//! What the group adds to pages of others: open games on a station's home page, one's own among one's things.
use std::sync::Arc;

use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use maud::{Markup, html};
use people::{MineSection, PersonId};
use stations::{HomeSection, OnToday, Short, Station};

use super::{answers, pages, reads, says};
use crate::public::pages::Frame;
use crate::says as rooms;

/// 约伴. Highest in the evening, when people have time to play.
pub fn home_section() -> HomeSection {
    HomeSection {
        key: "games",
        order: |hour| if hour >= 16 { 12 } else { 25 },
        render: |house, v, station| Box::pin(home(house, v, station)),
        way: Short { key: "games-title", path: "/games" },
    }
}

/// What everybody sees, whoever asks: whom somebody keeps away from is decided on the game's own page.
async fn home(house: House, v: View, station: Arc<Station>) -> Result<Option<Markup>, Fault> {
    let open = reads::open(&house, &station, None).await?;
    Ok(pages::home(Frame { v: &v, station: &station }, &open))
}

/// Games of today that look for people.
pub async fn on_today(house: &House, v: &View, station: &Arc<Station>) -> Result<Vec<OnToday>, Fault> {
    let when = v.when(&station.zone);
    let open = reads::open(house, station, None).await?;
    let today = open.iter().filter(|g| when.date(g.game.span.from) == when.today());
    let one = |g: &answers::OpenGame| OnToday {
        when: format!("{} {}", when.day_or_tonight(g.game.span.from), when.time(g.game.span.from)),
        what: format!("{} {}", rooms::name(v, &g.offering.name), says::missing(v, g.left())),
    };
    Ok(today.map(one).collect())
}

/// 我约的.
pub fn mine_section() -> MineSection {
    MineSection { order: 9, render: |house, v, person| Box::pin(mine(house, v, person)) }
}

async fn mine(house: House, v: View, person: PersonId) -> Result<Option<Markup>, Fault> {
    let (h, now) = (house.clone(), house.now());
    let all = house.db.read(move |c| answers::of_person(c, &h, person, now)).await?;
    let parts: Vec<Markup> = all.iter().map(|(station, games)| pages::mine(Frame { v: &v, station }, games)).collect();
    Ok((!parts.is_empty()).then(|| html! { @for part in &parts { (part) } }))
}
