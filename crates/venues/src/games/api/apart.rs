//! Keeping away from somebody one has met.
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use jiff::Timestamp;
use kernel::api::{At as Values, Body, Wrong};
use kernel::db::types::{Id, StationId};
use kernel::fault::Fault;
use kernel::house::House;
use people::Resident;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::games::acts;
use crate::public::api::failures::{Changing, Reading, SignedIn};
use crate::public::who::Named;

/// Somebody at the table of a game in which you are or were too.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewBlock {
    /// The player's id in the game.
    #[schema(value_type = String, format = Uuid)]
    pub player: Id,
}

/// Somebody you keep away from. Only you see this.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = GameBlock)]
pub struct BlockShape {
    #[schema(value_type = String, format = Uuid)]
    id: Id,
    /// The number of the station where you met.
    #[schema(value_type = i64)]
    station: StationId,
    /// What was shown of them.
    shown: String,
    #[schema(value_type = String, format = DateTime)]
    since: Timestamp,
}

/// From now on you and they neither see nor join each other's games. They are not told. Doing it twice is fine.
#[utoipa::path(post, path = "/stations/{slug}/games/{id}/blocks", tag = "venues", operation_id = "keepApart",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    request_body = NewBlock, responses((status = 204, description = "Done"), Reading, SignedIn, Changing))]
pub async fn block(
    State(house): State<House>,
    named: Named,
    who: Resident,
    Body(new): Body<NewBlock>,
) -> Result<StatusCode, Wrong> {
    acts::block(&house, &named.station, (named.id, new.player), who.id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Whom you keep away from.
#[utoipa::path(get, path = "/game-blocks", tag = "venues", operation_id = "gameBlocks",
    security(("bearer" = []), ("cookie" = [])),
    responses((status = 200, description = "Your list, the newest first", body = Vec<BlockShape>), Reading, SignedIn))]
pub async fn blocks(State(house): State<House>, who: Resident) -> Result<Json<Vec<BlockShape>>, Wrong> {
    let all = acts::blocks(&house, who.id).await?;
    let shape = |a: acts::Apart| BlockShape {
        id: a.block.id,
        station: a.block.station,
        shown: a.shown,
        since: a.block.made_at,
    };
    Ok(Json(all.into_iter().map(shape).collect()))
}

/// Takes one back. Doing it twice is fine.
#[utoipa::path(delete, path = "/game-blocks/{station}/{id}", tag = "venues", operation_id = "liftGameBlock",
    security(("bearer" = []), ("cookie" = [])),
    params(("station" = i64, Path, minimum = 1, description = "The number of the station where you met"),
        ("id" = String, Path, format = Uuid)),
    responses((status = 204, description = "Gone"), Reading, SignedIn, Changing))]
pub async fn unblock(
    State(house): State<House>,
    who: Resident,
    Values((station, id)): Values<(i64, Id)>,
) -> Result<StatusCode, Wrong> {
    if station < 1 {
        return Err(Fault::NotFound.into());
    }
    acts::unblock(&house, StationId(station), who.id, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
