//! The moods of one notice: looked at, chosen, taken back.
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::{Extension, Json};
use kernel::api::{Body, Problem, Wrong};
use kernel::db::Conn;
use kernel::form::Problems;
use kernel::house::House;
use kernel::refusal::Not;
use kernel::view::{Peer, View};
use stations::One;

use super::failing::{Looking, Voting as Fails};
use super::shapes::MoodsShape;
use crate::NoticeId;
use crate::moods::acts::{self, Voting};
use crate::moods::asked::{MoodVote, MoodWithdrawal};
use crate::moods::rules::{Device, Mood};
use crate::moods::{Published, answers, says};

/// How people feel about a notice. Numbers are told from ten votes on.
#[utoipa::path(get, path = "/stations/{slug}/notices/{id}/moods", tag = "notices", operation_id = "noticeMoods",
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The moods", body = MoodsShape), Looking))]
pub async fn moods(
    State(house): State<House>,
    one: One<NoticeId>,
    Extension(published): Extension<Published>,
) -> Result<Json<MoodsShape>, Wrong> {
    let (h, at, id, now) = (house.clone(), one.station.id, one.id, house.now());
    let read = move |c: &mut Conn| {
        answers::headline(c, published, at, id)?;
        answers::board(c, &h, (at, id), None, now)
    };
    Ok(Json(MoodsShape::of(&house.db.snapshot(read).await?)))
}

/// A device chooses a mood, in place of what it chose before. Sent again it changes nothing: a device has one vote on a notice.
#[utoipa::path(put, path = "/stations/{slug}/notices/{id}/mood", tag = "notices", operation_id = "chooseMood",
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    request_body = MoodVote,
    responses((status = 200, description = "The moods with the vote", body = MoodsShape), Looking, Fails))]
pub async fn choose(
    State(house): State<House>,
    v: View,
    (one, peer): (One<NoticeId>, Peer),
    Extension(published): Extension<Published>,
    Body(sent): Body<MoodVote>,
) -> Result<Response, Wrong> {
    voted(&house, &v, (&one, peer, published), sent.checked()).await
}

/// A device takes its vote back. Sent again it changes nothing.
#[utoipa::path(delete, path = "/stations/{slug}/notices/{id}/mood", tag = "notices", operation_id = "withdrawMood",
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    request_body = MoodWithdrawal,
    responses((status = 200, description = "The moods without the vote", body = MoodsShape), Looking, Fails))]
pub async fn withdraw(
    State(house): State<House>,
    v: View,
    (one, peer): (One<NoticeId>, Peer),
    Extension(published): Extension<Published>,
    Body(sent): Body<MoodWithdrawal>,
) -> Result<Response, Wrong> {
    voted(&house, &v, (&one, peer, published), sent.checked()).await
}

async fn voted(
    house: &House,
    v: &View,
    (one, peer, published): (&One<NoticeId>, Peer, Published),
    checked: Result<(Device, Option<Mood>), Problems>,
) -> Result<Response, Wrong> {
    let (device, wants) = checked.map_err(|problems| Problem::fields(v, &problems))?;
    let voting = Voting { notice: one.id, device, wants, from: peer.0 };
    match acts::vote(house, &one.station, published, voting).await {
        Ok(board) => Ok(Json(MoodsShape::of(&board)).into_response()),
        Err(Not::Refused(refusal)) => Ok(says::again_after(refusal, Problem::refused(v, &refusal).into_response())),
        Err(Not::Fault(fault)) => Err(fault.into()),
    }
}
