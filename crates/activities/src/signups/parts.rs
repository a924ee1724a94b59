//! What the group adds to pages of others: the button on the page of a time, and what somebody has among their things.
use std::sync::Arc;

use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use maud::{Markup, html};
use people::{CardShown, MineSection, PersonId};
use stations::{Rendered, Station};

use super::pages;
use super::reads::{self, Mine};
use crate::answers::Seen;
use crate::frame::Frame;
use crate::parts::Who;
use crate::rules::Joining;

/// The part of the page of a time with which one signs up; nothing where everybody just comes.
pub fn part(house: House, v: View, station: Arc<Station>, seen: Arc<Seen>, who: Who) -> Rendered {
    Box::pin(async move {
        if seen.series.plan.joining == Joining::JustCome {
            return Ok(None);
        }
        let person = match who {
            Who::Resident(person) => Some(person),
            Who::Nobody | Who::Staff(_) => None,
        };
        let offer = reads::offer(&house, &station, seen.one.id, person).await?;
        let once = house.new_id().to_string();
        Ok(Some(pages::section(Frame { v: &v, station: &station }, &offer, &once)))
    })
}

/// The part of the desk's page of a time: who comes, and the door.
pub fn desk_part(house: House, v: View, station: Arc<Station>, seen: Arc<Seen>, _: Who) -> Rendered {
    Box::pin(async move {
        if seen.series.plan.joining == Joining::JustCome {
            return Ok(None);
        }
        let list = reads::list(&house, &station, seen.one.id).await?;
        Ok(Some(pages::at_the_desk(Frame { v: &v, station: &station }, &list)))
    })
}

/// What a household may sign up for, on the page of its card.
pub fn card_section(house: House, v: View, shown: CardShown) -> people::Drawn {
    Box::pin(async move {
        let id = shown.station;
        let station = Arc::new(house.db.read(move |c| stations::by_id(c, id)).await?);
        let all = reads::open_for(&house, &station, shown.person).await?;
        Ok(Some(pages::on_the_card(Frame { v: &v, station: &station }, &all, &shown.code)))
    })
}

/// 我报的名: below one's rooms.
pub fn mine_section() -> MineSection {
    MineSection { order: 4, render: |house, v, person| Box::pin(mine(house, v, person)) }
}

async fn mine(house: House, v: View, person: PersonId) -> Result<Option<Markup>, Fault> {
    let mut by_station: Vec<(Arc<Station>, Vec<Mine>)> = vec![];
    for (station, found) in reads::theirs(&house, person).await? {
        match by_station.iter_mut().find(|(at, _)| at.id == station.id) {
            Some((_, all)) => all.push(found),
            None => by_station.push((station, vec![found])),
        }
    }
    let parts = by_station.iter().map(|(station, all)| pages::mine(&v, station, all));
    Ok((!by_station.is_empty()).then(|| html! { @for part in parts { (part) } }))
}
