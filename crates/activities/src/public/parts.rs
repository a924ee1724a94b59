//! What the slice adds to pages of others: what is on, on a station's home page and on the screen in the hall.
use std::sync::Arc;

use kernel::BoxFuture;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use maud::Markup;
use stations::{HomeSection, OnToday, Station};

use super::pages::{self, Frame};
use crate::answers::{self, Seen, Stands};

/// So much is read for a home page and a screen.
const READ: i64 = 8;

/// What is on now and next.
async fn next(house: &House, station: &Arc<Station>) -> Result<Vec<Seen>, Fault> {
    let (station, now) = (station.clone(), house.now());
    house.db.snapshot(move |c| answers::coming(c, None, &station, now, READ)).await
}

/// What is on, on the home page: in the evening before all that one can book.
pub fn home_section() -> HomeSection {
    HomeSection {
        key: "activities",
        order: |hour| if hour < 17 { 14 } else { 6 },
        render: |house, v, station| Box::pin(home(house, v, station)),
    }
}

async fn home(house: House, v: View, station: Arc<Station>) -> Result<Option<Markup>, Fault> {
    let all = next(&house, &station).await?;
    Ok(pages::home(Frame { v: &v, station: &station }, &all))
}

/// What is on today, for the screen in the hall.
pub fn on_today(house: House, v: View, station: Arc<Station>) -> BoxFuture<'static, Result<Vec<OnToday>, Fault>> {
    Box::pin(async move {
        let when = v.when(&station.zone);
        let all = next(&house, &station).await?;
        let today = all.iter().filter(|seen| when.date(seen.one.starts_at) <= when.today());
        let said =
            today.filter(|seen| matches!(seen.stands(v.now()), Stands::Now | Stands::ToCome)).map(|seen| OnToday {
                when: when.times(seen.one.starts_at, seen.one.ends_at),
                what: match seen.place() {
                    "" => seen.title().to_owned(),
                    place => format!("{} · {place}", seen.title()),
                },
            });
        Ok(said.collect())
    })
}
