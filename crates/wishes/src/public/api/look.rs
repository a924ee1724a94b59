//! What everybody may ask.
use axum::Json;
use axum::extract::State;
use kernel::api::{Ask, Wrong};
use kernel::house::House;
use serde::Deserialize;
use stations::{At, One};
use utoipa::IntoParams;

use super::shapes::{CardShape, ListShape};
use crate::WishId;
use crate::answers::Filter;
use crate::failures::Looking;
use crate::public::reads::{self, AT_ONCE};
use crate::rules::{Band, Kind};

/// Which wishes: by what they are and what they cost, and by nothing of whoever wishes.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    kind: Option<Kind>,
    band: Option<Band>,
    /// Those after this one in the same list.
    #[param(value_type = Option<String>, format = Uuid)]
    before: Option<WishId>,
    /// So many at once: at least one, at most 50, whatever is asked.
    most: Option<usize>,
}

/// Wishes that wait for somebody, the newest first.
#[utoipa::path(get, path = "/stations/{slug}/wishes", tag = "wishes", operation_id = "wishes",
    params(("slug" = String, Path, description = "The station's slug"), Asked),
    responses((status = 200, description = "Wishes", body = ListShape), Looking))]
pub async fn list(State(house): State<House>, at: At, Ask(asked): Ask<Asked>) -> Result<Json<ListShape>, Wrong> {
    let most = asked.most.unwrap_or(AT_ONCE).clamp(1, 50);
    let filter = Filter { kind: asked.kind, band: asked.band };
    let found = reads::pool(&house, &at.station, filter, (asked.before, most)).await?;
    let more_before = found.cards.last().filter(|_| found.more).map(|card| card.id);
    let wishes = found.cards.iter().map(|card| CardShape::of(&at.station, card)).collect();
    Ok(Json(ListShape { wishes, more_before }))
}

/// One wish, whether it waits, is taken up or fulfilled.
#[utoipa::path(get, path = "/stations/{slug}/wishes/{id}", tag = "wishes", operation_id = "wish",
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The wish", body = CardShape), Looking))]
pub async fn card(State(house): State<House>, wish: One<WishId>) -> Result<Json<CardShape>, Wrong> {
    let looked = reads::card(&house, &wish.station, wish.id, None).await?;
    Ok(Json(CardShape::of(&wish.station, &looked.card)))
}
