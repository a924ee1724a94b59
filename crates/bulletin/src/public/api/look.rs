//! What everybody may ask.
use axum::Json;
use axum::extract::State;
use kernel::api::{Ask, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use serde::{Deserialize, Serialize};
use stations::{At, One};
use utoipa::{IntoParams, ToSchema};

use super::shapes::{ListShape, ListedShape, LookShape, SectionShape};
use crate::NoticeId;
use crate::answers::{self, Look, Wanted};
use crate::failures::Looking;
use crate::public::reads::{self, AT_ONCE, MOST_TYPED};

/// Which notices.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct Asked {
    /// A section's slug.
    section: Option<String>,
    /// Words, parts of words, or the first letters of the pinyin of a title. What fits best comes first, then the newest.
    q: Option<String>,
    /// Those after this one in the same list.
    #[param(value_type = Option<String>, format = Uuid)]
    before: Option<NoticeId>,
    /// So many at once: at least one, at most 50, whatever is asked.
    most: Option<usize>,
}

/// What the station tells, the newest first, or what fits some words.
#[utoipa::path(get, path = "/stations/{slug}/notices", tag = "notices", operation_id = "notices",
    params(("slug" = String, Path, description = "The station's slug"), Asked),
    responses((status = 200, description = "Notices", body = ListShape), Looking))]
pub async fn list(
    State(house): State<House>,
    v: View,
    at: At,
    Ask(asked): Ask<Asked>,
) -> Result<Json<ListShape>, Wrong> {
    let typed = asked.q.unwrap_or_default().trim().chars().take(MOST_TYPED).collect();
    let most = asked.most.unwrap_or(AT_ONCE).clamp(1, 50);
    let wanted = Wanted { typed, before: asked.before, most, ..Wanted::default() };
    let found = reads::list(&house, &at.station, (asked.section, wanted)).await?;
    let notices = found.page.all.iter().map(|one| ListedShape::of(&v, &at.station, one)).collect();
    let more_before = found.page.all.last().filter(|_| found.page.more).map(|one| one.notice.id);
    Ok(Json(ListShape { notices, more_before }))
}

/// One notice; of one that was taken down, why and when.
#[utoipa::path(get, path = "/stations/{slug}/notices/{id}", tag = "notices", operation_id = "notice",
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "The notice", body = LookShape), Looking))]
pub async fn one(State(house): State<House>, v: View, one: One<NoticeId>) -> Result<Json<LookShape>, Wrong> {
    let look = reads::look(&house, &one.station, one.id).await?;
    Ok(Json(LookShape::of(&v, &one.station, &look)))
}

/// Related notices.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NoticesRelated)]
pub struct Related {
    /// The most alike first.
    notices: Vec<ListedShape>,
}

/// At most three notices that say something like it.
#[utoipa::path(get, path = "/stations/{slug}/notices/{id}/related", tag = "notices", operation_id = "relatedNotices",
    params(("slug" = String, Path, description = "The station's slug"), ("id" = String, Path, format = Uuid)),
    responses((status = 200, description = "Notices", body = Related), Looking))]
pub async fn related(State(house): State<House>, v: View, one: One<NoticeId>) -> Result<Json<Related>, Wrong> {
    let Look::Public(public) = reads::look(&house, &one.station, one.id).await? else {
        return Err(Fault::NotFound.into());
    };
    let notices = public.related.iter().map(|listed| ListedShape::of(&v, &one.station, listed)).collect();
    Ok(Json(Related { notices }))
}

/// All sections.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = NoticeSections)]
pub struct Sections {
    /// In their order.
    sections: Vec<SectionShape>,
}

/// The sections of the station's notices.
#[utoipa::path(get, path = "/stations/{slug}/notice-sections", tag = "notices", operation_id = "noticeSections",
    params(("slug" = String, Path, description = "The station's slug")),
    responses((status = 200, description = "Sections", body = Sections), Looking))]
pub async fn sections(State(house): State<House>, at: At) -> Result<Json<Sections>, Wrong> {
    let station = at.station.id;
    let all = house.db.read(move |c: &mut Conn| answers::sections(c, station)).await?;
    Ok(Json(Sections { sections: all.iter().map(SectionShape::of).collect() }))
}
