//! What the slice adds to pages of others: what is on, on a station's home page and on the screen in the hall.
use std::sync::Arc;

use kernel::BoxFuture;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use stations::{HomeSection, OnToday, Rendered, Rooms, Short, Station};

use super::pages;
use crate::answers::{self, Seen};
use crate::frame::Frame;
use crate::says;

/// So much is shown on a screen; a home page shows less.
const SHOWN: i64 = 8;

/// What is on now and next.
async fn next(house: &House, rooms: Rooms, station: &Arc<Station>) -> Result<Vec<Seen>, Fault> {
    let (station, now) = (station.clone(), house.now());
    house.db.snapshot(move |c| answers::on_next(c, rooms, &station, now, SHOWN)).await
}

/// What is on, on the home page: in the evening before all that one can book. `render` is [`home`] with the station's rooms.
pub fn home_section(render: fn(House, View, Arc<Station>) -> Rendered) -> HomeSection {
    HomeSection {
        key: "activities",
        order: |hour| if hour < 17 { 14 } else { 6 },
        render,
        way: Short { key: "activities-title", path: "/activities" },
    }
}

/// What is on now and next, on the home page.
pub fn home(rooms: Rooms, house: House, v: View, station: Arc<Station>) -> Rendered {
    Box::pin(async move {
        let all = next(&house, rooms, &station).await?;
        Ok(pages::home(Frame { v: &v, station: &station }, &all))
    })
}

/// What is on today, for the screen in the hall.
pub fn on_today(
    rooms: Rooms,
    house: House,
    v: View,
    station: Arc<Station>,
) -> BoxFuture<'static, Result<Vec<OnToday>, Fault>> {
    Box::pin(async move {
        let when = v.when(&station.zone);
        let all = next(&house, rooms, &station).await?;
        let said = all.iter().filter(|seen| when.date(seen.one.starts_at) <= when.today()).map(|seen| OnToday {
            when: when.times(seen.one.starts_at, seen.one.ends_at),
            what: match says::place(&v, seen).as_str() {
                "" => seen.title().to_owned(),
                place => format!("{} · {place}", seen.title()),
            },
        });
        Ok(said.collect())
    })
}
