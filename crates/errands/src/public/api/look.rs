//! Looking: matters, who is in, the lines.
use axum::Json;
use axum::extract::State;
use kernel::api::{Ask, At as Values, Wrong};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use serde::{Deserialize, Serialize};
use stations::At;
use utoipa::{IntoParams, ToSchema};

use super::failures::Looking;
use super::shapes::{FullMatter, LineShape, MatterShape, OfficialShape};
use crate::public::reads;
use crate::says::name;

/// A search.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Search {
    /// Plain words or the first letters of their pinyin; empty = everything.
    pub q: String,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Matters)]
pub struct MattersShape {
    pub matters: Vec<MatterShape>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Officials)]
pub struct OfficialsShape {
    pub officials: Vec<OfficialShape>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Lines)]
pub struct LinesShape {
    pub lines: Vec<LineShape>,
}

/// What is done at a station, each answered first; with `q` what fits, the best first.
#[utoipa::path(get, path = "/stations/{slug}/matters", tag = "errands", operation_id = "matters",
    params(("slug" = String, Path, description = "The station's slug"), Search),
    responses((status = 200, description = "Matters", body = MattersShape), Looking))]
pub async fn matters(
    State(house): State<House>,
    v: View,
    at: At,
    Ask(search): Ask<Search>,
) -> Result<Json<MattersShape>, Wrong> {
    let hall = reads::hall(&house, &at.station).await?;
    let asked = search.q.trim();
    let all = if asked.is_empty() { hall.matters.iter().collect() } else { hall.find(asked) };
    let shape = |m| MatterShape::of(&v, &at.station, &hall, m);
    Ok(Json(MattersShape { matters: all.into_iter().map(shape).collect::<Result<_, _>>()? }))
}

#[derive(Debug, Deserialize)]
pub struct Named {
    matter: String,
}

/// One matter: who does it and whether they are in, what to bring.
#[utoipa::path(get, path = "/stations/{slug}/matters/{matter}", tag = "errands", operation_id = "matter",
    params(("slug" = String, Path, description = "The station's slug"),
        ("matter" = String, Path, description = "The matter's slug")),
    responses((status = 200, description = "The matter", body = FullMatter), Looking))]
pub async fn matter(
    State(house): State<House>,
    v: View,
    at: At,
    Values(Named { matter }): Values<Named>,
) -> Result<Json<FullMatter>, Wrong> {
    let hall = reads::hall(&house, &at.station).await?;
    let m = hall.matter(&matter).ok_or(Fault::NotFound)?;
    let note = Some(name(&v, &m.draft.note).to_owned()).filter(|n| !n.is_empty());
    let shape = MatterShape::of(&v, &at.station, &hall, m)?;
    Ok(Json(FullMatter { matter: shape, version: m.version, papers: m.draft.papers.clone(), note }))
}

/// Who is in. What nobody has said is null, not "in".
#[utoipa::path(get, path = "/stations/{slug}/officials", tag = "errands", operation_id = "officials",
    params(("slug" = String, Path, description = "The station's slug")),
    responses((status = 200, description = "Officials", body = OfficialsShape), Looking))]
pub async fn officials(State(house): State<House>, v: View, at: At) -> Result<Json<OfficialsShape>, Wrong> {
    let hall = reads::hall(&house, &at.station).await?;
    let shape = |p| OfficialShape::of(&v, &at.station, &hall, p);
    Ok(Json(OfficialsShape { officials: hall.people.iter().map(shape).collect::<Result<_, _>>()? }))
}

/// The lines: open or not, how many wait, which desks serve them.
#[utoipa::path(get, path = "/stations/{slug}/lines", tag = "errands", operation_id = "lines",
    params(("slug" = String, Path, description = "The station's slug")),
    responses((status = 200, description = "Lines", body = LinesShape), Looking))]
pub async fn lines(State(house): State<House>, v: View, at: At) -> Result<Json<LinesShape>, Wrong> {
    let hall = reads::hall(&house, &at.station).await?;
    let shape = |l| LineShape::of(&v, &at.station, l);
    Ok(Json(LinesShape { lines: hall.lines.iter().map(shape).collect::<Result<_, _>>()? }))
}
