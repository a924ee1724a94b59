//! What everybody may read.
use axum::Json;
use axum::extract::State;
use jiff::civil::Date;
use kernel::api::{Ask, Wrong};
use kernel::house::House;
use kernel::view::View;
use serde::{Deserialize, Serialize};
use stations::{At, One};
use utoipa::{IntoParams, ToSchema};

use super::shapes::{CategoryShape, FiguresShape, PostShape, PostsShape};
use crate::answers::PostFilter;
use crate::failures::Looking;
use crate::public::reads;
use crate::{CategoryId, PostId};

/// What an opinion may be about.
#[derive(Serialize, ToSchema)]
#[schema(as = OpinionCategories)]
pub struct Categories {
    pub categories: Vec<CategoryShape>,
}

/// The categories that one may choose; whoever does not know leaves it out.
#[utoipa::path(get, path = "/stations/{slug}/opinions/categories", tag = "opinions", operation_id = "opinionCategories",
    params(("slug" = String, Path, description = "The station's slug")),
    responses((status = 200, description = "In their order", body = Categories), Looking))]
pub async fn categories(State(house): State<House>, v: View, At { station }: At) -> Result<Json<Categories>, Wrong> {
    let all = reads::categories(&house, &station).await?;
    Ok(Json(Categories { categories: all.iter().map(|c| CategoryShape::of(&v, c)).collect() }))
}

/// How it goes, of the last twelve months. Nothing of fewer than ten is told, and each share with its interval. Opinions about whoever
/// runs the station are not counted.
#[utoipa::path(get, path = "/stations/{slug}/opinions/figures", tag = "opinions", operation_id = "opinionFigures",
    params(("slug" = String, Path, description = "The station's slug")),
    responses((status = 200, description = "The figures", body = FiguresShape), Looking))]
pub async fn figures(State(house): State<House>, At { station }: At) -> Result<Json<FiguresShape>, Wrong> {
    let (months, figures) = reads::figures(&house, &station).await?;
    Ok(Json(FiguresShape::of(months, &figures)))
}

/// Which posts.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(default)]
pub struct Wanted {
    #[param(value_type = Option<String>, format = Uuid)]
    category: Option<CategoryId>,
    /// Whether the station has done with it.
    closed: Option<bool>,
    /// By the day of the release, both included.
    #[param(value_type = Option<String>, format = Date)]
    from: Option<Date>,
    #[param(value_type = Option<String>, format = Date)]
    until: Option<Date>,
    /// Words of the title or the text.
    q: Option<String>,
    /// From 1; 0 is the first as well.
    page: Option<usize>,
    /// At most 1,000: more is as many, and 0 is 1.
    page_size: Option<usize>,
}

/// What was said and answered, with names out of sight, the newest first.
#[utoipa::path(get, path = "/stations/{slug}/opinions/posts", tag = "opinions", operation_id = "opinionPosts",
    params(("slug" = String, Path, description = "The station's slug"), Wanted),
    responses((status = 200, description = "Some of them", body = PostsShape), Looking))]
pub async fn posts(
    State(house): State<House>,
    v: View,
    At { station }: At,
    Ask(wanted): Ask<Wanted>,
) -> Result<Json<PostsShape>, Wrong> {
    let number = wanted.page.unwrap_or(1).max(1);
    let size = wanted.page_size.unwrap_or(reads::PAGE).clamp(1, 1000);
    let filter = PostFilter {
        categories: wanted.category.map(|id| vec![id]),
        closed: wanted.closed,
        from: wanted.from,
        until: wanted.until,
        q: wanted.q,
        page: number - 1,
        page_size: size,
        ..PostFilter::default()
    };
    let page = reads::posts(&house, &station, filter).await?;
    let posts = page.posts.iter().map(|post| PostShape::of(&v, &station, post)).collect();
    Ok(Json(PostsShape { posts, more: number.saturating_mul(size) < page.total }))
}

/// One of them.
#[utoipa::path(get, path = "/stations/{slug}/opinions/posts/{id}", tag = "opinions", operation_id = "opinionPost",
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The post", body = PostShape), Looking))]
pub async fn post(State(house): State<House>, v: View, one: One<PostId>) -> Result<Json<PostShape>, Wrong> {
    let post = reads::post(&house, &one.station, one.id).await?;
    Ok(Json(PostShape::of(&v, &one.station, &post)))
}
