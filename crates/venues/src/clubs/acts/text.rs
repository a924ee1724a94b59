//! What a club says of itself becomes something else. What is hidden stays hidden until staff have looked again.
use std::sync::Arc;

use crate::ClubId;
use crate::acts::Actor;
use crate::clubs::rules::{self, NoClub};
use crate::clubs::store;
use crate::series::store as series;
use kernel::db::Conn;
use kernel::house::House;
use kernel::refusal::Not;
use stations::Station;

use super::found::{Text, taken_if_there};
use super::load::{led, record};

/// Its leader or staff say what it is. Doing it twice is fine.
pub async fn set_text(
    house: &House,
    station: &Arc<Station>,
    (id, actor): (ClubId, Actor),
    text: Text,
) -> Result<(), Not<NoClub>> {
    let (station, now) = (station.clone(), house.now());
    let work = move |c: &mut Conn| {
        let held = led(c, &station, id, actor)?;
        rules::stands(&held.rule())?;
        let said = (text.name.as_str(), text.about.as_str(), text.opens);
        let now_says = (held.club.name.as_str(), held.club.about.as_str(), held.club.opens);
        if said == now_says {
            return Ok(());
        }
        taken_if_there(store::set_text(c, station.id, id, said))?;
        if text.name != held.club.name {
            // The desk's lists name a club's series by its title.
            series::rename_of_club(c, station.id, id.0, &text.name)?;
        }
        Ok(record(c, &station, (now, actor.by()), "club.changed", id)?)
    };
    house.db.write(work).await
}
