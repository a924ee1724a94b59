//! What a station decides: categories and their clocks, templates, whom to turn to instead. Managers only.
use axum::Json;
use axum::http::{HeaderMap, StatusCode};
use kernel::api::{At as Values, Body, Problem, Wrong};
use kernel::once::Once;
use serde::Serialize;
use stations::Named;
use utoipa::ToSchema;

use super::shapes::{CategoryShape, TemplateShape};
use crate::desk::asked::{OpinionCategoryDraft, OpinionSetting, OpinionTemplateDraft};
use crate::desk::here::{Here, Manager};
use crate::desk::reads;
use crate::failures::{AtDesk, Changing, Looking};
use crate::{CategoryId, TemplateId, acts};

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpinionDeskCategories)]
pub struct CategoriesShape {
    /// In their order; retired ones too.
    pub categories: Vec<CategoryShape>,
}

async fn all(here: &Here) -> Result<Json<CategoriesShape>, Wrong> {
    let (all, _) = reads::categories(here).await?;
    Ok(Json(CategoriesShape { categories: all.iter().map(CategoryShape::of).collect() }))
}

/// What opinions may be about, with the clocks. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/desk/opinions/categories", tag = "opinions", operation_id = "deskOpinionCategories",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = CategoriesShape, description = "Categories"), Looking, AtDesk))]
pub async fn categories(Manager(here): Manager) -> Result<Json<CategoriesShape>, Wrong> {
    all(&here).await
}

async fn keep(
    here: &Here,
    id: Option<CategoryId>,
    body: &OpinionCategoryDraft,
    headers: &HeaderMap,
) -> Result<(), Wrong> {
    let draft = body.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    let done = acts::set_category(&here.doing(), here.me(), (id, draft), Once::header(headers)).await;
    done.map(|_| ()).map_err(|not| Wrong::of(&here.v, not))
}

/// Adds a category. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/opinions/categories", tag = "opinions", operation_id = "addOpinionCategory",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = OpinionCategoryDraft,
    responses((status = 201, body = CategoriesShape, description = "All categories"), Looking, AtDesk, Changing))]
pub async fn add_category(
    Manager(here): Manager,
    headers: HeaderMap,
    Body(body): Body<OpinionCategoryDraft>,
) -> Result<(StatusCode, Json<CategoriesShape>), Wrong> {
    keep(&here, None, &body, &headers).await?;
    Ok((StatusCode::CREATED, all(&here).await?))
}

/// Writes a category anew; what has not ended is due by its new clocks. Managers only.
#[utoipa::path(put, path = "/stations/{slug}/desk/opinions/categories/{id}", tag = "opinions", operation_id = "changeOpinionCategory",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = OpinionCategoryDraft,
    responses((status = 200, body = CategoriesShape, description = "All categories"), Looking, AtDesk, Changing))]
pub async fn set_category(
    Manager(here): Manager,
    Values(Named { id }): Values<Named<CategoryId>>,
    headers: HeaderMap,
    Body(body): Body<OpinionCategoryDraft>,
) -> Result<Json<CategoriesShape>, Wrong> {
    keep(&here, Some(id), &body, &headers).await?;
    all(&here).await
}

/// Adds the categories that most stations begin with, those that are not there. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/opinions/categories/usual", tag = "opinions", operation_id = "addUsualOpinionCategories",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 201, body = CategoriesShape, description = "All categories"), Looking, AtDesk, Changing))]
pub async fn usual(Manager(here): Manager) -> Result<(StatusCode, Json<CategoriesShape>), Wrong> {
    acts::starter(&here.doing(), here.me()).await?;
    Ok((StatusCode::CREATED, all(&here).await?))
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = OpinionTemplates)]
pub struct TemplatesShape {
    pub templates: Vec<TemplateShape>,
}

async fn every(here: &Here) -> Result<Json<TemplatesShape>, Wrong> {
    let all = reads::templates(here).await?;
    Ok(Json(TemplatesShape { templates: all.iter().map(TemplateShape::of).collect() }))
}

/// Words to answer with.
#[utoipa::path(get, path = "/stations/{slug}/desk/opinions/templates", tag = "opinions", operation_id = "opinionTemplates",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = TemplatesShape, description = "Templates"), Looking, AtDesk))]
pub async fn templates(here: Here) -> Result<Json<TemplatesShape>, Wrong> {
    every(&here).await
}

async fn write(
    here: &Here,
    id: Option<TemplateId>,
    body: &OpinionTemplateDraft,
    headers: &HeaderMap,
) -> Result<(), Wrong> {
    let (title, text) = body.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    acts::set_template(&here.doing(), here.me(), (id, title, text), Once::header(headers)).await?;
    Ok(())
}

/// Adds a template. Managers only.
#[utoipa::path(post, path = "/stations/{slug}/desk/opinions/templates", tag = "opinions", operation_id = "addOpinionTemplate",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("Idempotency-Key" = Option<String>, Header)),
    request_body = OpinionTemplateDraft,
    responses((status = 201, body = TemplatesShape, description = "All templates"), Looking, AtDesk, Changing))]
pub async fn add_template(
    Manager(here): Manager,
    headers: HeaderMap,
    Body(body): Body<OpinionTemplateDraft>,
) -> Result<(StatusCode, Json<TemplatesShape>), Wrong> {
    write(&here, None, &body, &headers).await?;
    Ok((StatusCode::CREATED, every(&here).await?))
}

/// Writes a template anew. Managers only.
#[utoipa::path(put, path = "/stations/{slug}/desk/opinions/templates/{id}", tag = "opinions", operation_id = "changeOpinionTemplate",
    security(("bearer" = []), ("cookie" = [])),
    params(("slug" = String, Path), ("id" = String, Path, format = Uuid), ("Idempotency-Key" = Option<String>, Header)),
    request_body = OpinionTemplateDraft,
    responses((status = 200, body = TemplatesShape, description = "All templates"), Looking, AtDesk, Changing))]
pub async fn set_template(
    Manager(here): Manager,
    Values(Named { id }): Values<Named<TemplateId>>,
    headers: HeaderMap,
    Body(body): Body<OpinionTemplateDraft>,
) -> Result<Json<TemplatesShape>, Wrong> {
    write(&here, Some(id), &body, &headers).await?;
    every(&here).await
}

/// Takes a template away. Managers only.
#[utoipa::path(delete, path = "/stations/{slug}/desk/opinions/templates/{id}", tag = "opinions", operation_id = "removeOpinionTemplate",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path), ("id" = String, Path, format = Uuid)),
    responses((status = 204, description = "Gone"), Looking, AtDesk, Changing))]
pub async fn drop_template(
    Manager(here): Manager,
    Values(Named { id }): Values<Named<TemplateId>>,
) -> Result<StatusCode, Wrong> {
    acts::drop_template(&here.doing(), here.me(), id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Whom people turn to where all who run the station are named, and how long texts are kept. Managers only.
#[utoipa::path(get, path = "/stations/{slug}/desk/opinions/setting", tag = "opinions", operation_id = "opinionSetting",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)),
    responses((status = 200, body = OpinionSetting, description = "The setting"), Looking, AtDesk))]
pub async fn setting(Manager(here): Manager) -> Result<Json<OpinionSetting>, Wrong> {
    let (_, setting) = reads::categories(&here).await?;
    Ok(Json(OpinionSetting::of(&setting)))
}

/// Changes it. Managers only.
#[utoipa::path(put, path = "/stations/{slug}/desk/opinions/setting", tag = "opinions", operation_id = "changeOpinionSetting",
    security(("bearer" = []), ("cookie" = [])), params(("slug" = String, Path)), request_body = OpinionSetting,
    responses((status = 200, body = OpinionSetting, description = "As it is now"), Looking, AtDesk, Changing))]
pub async fn set_setting(
    Manager(here): Manager,
    Body(body): Body<OpinionSetting>,
) -> Result<Json<OpinionSetting>, Wrong> {
    let setting = body.checked().map_err(|p| Problem::fields(&here.v, &p))?;
    acts::set_setting(&here.doing(), here.me(), setting.clone()).await?;
    Ok(Json(OpinionSetting::of(&setting)))
}
