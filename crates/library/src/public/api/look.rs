//! What everybody may ask.
use axum::Json;
use axum::extract::State;
use kernel::api::{Ask, At as Values, Wrong};
use kernel::fault::Fault;
use kernel::house::House;
use people::MaybeResident;
use serde::Deserialize;
use stations::{At, One};
use utoipa::IntoParams;

use super::shapes::{CopyShape, FoundShape, ListShape, PieceShape, SeenShape};
use crate::TitleId;
use crate::catalogue::rules::barcode;
use crate::failures::Looking;
use crate::public::asked;
use crate::public::reads::{self, AT_ONCE, Wanted};
use crate::rules::Kind;

/// Which titles.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// Words, parts of words, the first letters of the pinyin of a title, an ISBN or a barcode. What fits best comes first, at
    /// most 50.
    q: Option<String>,
    kind: Option<Kind>,
    /// Only what is for children.
    children: Option<bool>,
    /// Those after this one among the newest; what fits words is not paged.
    #[param(value_type = Option<String>, format = Uuid)]
    before: Option<TitleId>,
    /// So many at once: at least one, at most 50, whatever is asked.
    most: Option<usize>,
}

/// What there is to read: the newest first, or what fits some words.
#[utoipa::path(get, path = "/stations/{slug}/library/titles", tag = "library", operation_id = "libraryTitles",
    params(("slug" = String, Path, description = "The station's slug"), Asked),
    responses((status = 200, description = "Titles", body = ListShape), Looking))]
pub async fn list(State(house): State<House>, at: At, Ask(asked): Ask<Asked>) -> Result<Json<ListShape>, Wrong> {
    let wanted = Wanted {
        typed: asked::typed(asked.q.as_deref().unwrap_or_default()),
        kind: asked.kind,
        children: asked.children.unwrap_or_default(),
        before: asked.before,
        most: asked.most.unwrap_or(AT_ONCE).clamp(1, 50),
    };
    let page = reads::list(&house, &at.station, wanted).await?;
    let titles = page.all.iter().map(|one| FoundShape::of(&at.station, one)).collect();
    let more_before = page.all.last().filter(|_| page.more).map(|one| one.title.id);
    Ok(Json(ListShape { titles, more_before }))
}

/// One title: where its pieces stand, or when they are due. To whoever is signed in also how it stands with them.
#[utoipa::path(get, path = "/stations/{slug}/library/titles/{id}", tag = "library", operation_id = "libraryTitle",
    security((), ("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The title", body = SeenShape), Looking))]
pub async fn title(
    State(house): State<House>,
    (one, MaybeResident(me)): (One<TitleId>, MaybeResident),
) -> Result<Json<SeenShape>, Wrong> {
    let seen = reads::title(&house, &one.station, (one.id, me)).await?;
    Ok(Json(SeenShape::of(&one.station, &seen)))
}

/// The barcode of a path; its `{slug}` is read by [`At`].
#[derive(Debug, Deserialize)]
pub struct OfCopy {
    pub barcode: String,
}

/// A piece, by the barcode on it.
#[utoipa::path(get, path = "/stations/{slug}/library/copies/{barcode}", tag = "library", operation_id = "libraryCopy",
    security((), ("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path, description = "The station's slug"), ("barcode" = String, Path)),
    responses((status = 200, description = "The piece", body = CopyShape), Looking))]
pub async fn copy(
    State(house): State<House>,
    (at, MaybeResident(me)): (At, MaybeResident),
    Values(of): Values<OfCopy>,
) -> Result<Json<CopyShape>, Wrong> {
    let barcode = barcode::read(&of.barcode).ok_or(Fault::NotFound)?;
    let seen = reads::piece(&house, &at.station, (barcode, me)).await?;
    let (copy, title) = (PieceShape::of(&seen.piece), SeenShape::of(&at.station, &seen.of));
    Ok(Json(CopyShape { copy, title }))
}
