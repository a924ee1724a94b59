//! Which notices of a month people felt something about.
use axum::extract::State;
use axum::{Extension, Json};
use kernel::api::{Ask, Problem, Wrong};
use kernel::house::House;
use kernel::view::View;
use stations::At;

use super::failing::Looking;
use super::shapes::MoodRankings;
use crate::moods::asked::RankingAsked;
use crate::moods::rules::Month;
use crate::moods::{Published, answers};

/// For each mood the notices of a month that come first in it, by the lower end of the interval of its share. Notices with fewer
/// than ten votes are not among them. It ranks notices, and nobody who wrote them.
#[utoipa::path(get, path = "/stations/{slug}/notices/moods", tag = "notices", operation_id = "moodRankings",
    params(("slug" = String, Path, description = "The station's slug"),
        ("month" = Option<String>, Query, description = "The month in which notices were published; this month where it is left out", example = "2026-11")),
    responses((status = 200, description = "The rankings", body = MoodRankings), Looking))]
pub async fn ranking(
    State(house): State<House>,
    v: View,
    At { station }: At,
    Extension(published): Extension<Published>,
    Ask(asked): Ask<RankingAsked>,
) -> Result<Json<MoodRankings>, Wrong> {
    let today = Month::with(v.when(&station.zone).today());
    let month = asked.month(today).map_err(|problems| Problem::fields(&v, &problems))?;
    let id = station.id;
    let all = house.db.snapshot(move |c| answers::ranking(c, published, id, month)).await?;
    Ok(Json(MoodRankings::of(&v, &station, month, all)))
}
