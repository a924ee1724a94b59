//! What the group adds to pages of others: somebody's visits among their things.
use std::sync::Arc;

use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use maud::{Markup, html};
use people::{MineSection, PersonId};
use stations::Station;

use super::answers::{Known, Seen};
use super::{pages, reads};

/// 进村办事: below one's tickets.
pub fn mine_section() -> MineSection {
    MineSection { order: 6, render: |house, v, person| Box::pin(mine(house, v, person)) }
}

/// What somebody has at one station.
type AtStation = (Arc<Station>, Vec<(Known, Seen)>);

async fn mine(house: House, v: View, person: PersonId) -> Result<Option<Markup>, Fault> {
    let mut by_station: Vec<AtStation> = vec![];
    for (station, found) in reads::theirs(&house, person).await? {
        match by_station.iter_mut().find(|(at, _)| at.id == station.id) {
            Some((_, all)) => all.push(found),
            None => by_station.push((station, vec![found])),
        }
    }
    let parts = by_station.iter().map(|(station, all)| pages::mine(&v, station, all));
    Ok((!by_station.is_empty()).then(|| html! { @for part in parts { (part) } }))
}
