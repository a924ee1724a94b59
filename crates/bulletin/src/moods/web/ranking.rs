//! Which notices of a month people felt something about.
use axum::Extension;
use axum::extract::State;
use kernel::api::Ask;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::page::HtmlPage;
use kernel::view::View;
use stations::At;

use crate::moods::asked::RankingAsked;
use crate::moods::pages::{self, Ranking};
use crate::moods::rules::Month;
use crate::moods::{Published, answers};

pub async fn show(
    State(house): State<House>,
    v: View,
    At { station }: At,
    Extension(published): Extension<Published>,
    Ask(asked): Ask<RankingAsked>,
) -> Result<HtmlPage, Fault> {
    let today = Month::with(v.when(&station.zone).today());
    let month = asked.month(today).map_err(|_| Fault::NotFound)?;
    let (mood, id) = (asked.mood(), station.id);
    let all = house.db.snapshot(move |c| answers::ranking(c, published, id, month)).await?;
    let ranked = all.into_iter().find(|(of, _)| *of == mood).map(|(_, ranked)| ranked).unwrap_or_default();
    Ok(pages::ranking(&v, &station, Ranking { month, today, mood, ranked: &ranked }))
}
