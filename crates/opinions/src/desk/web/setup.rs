//! What a station decides: managers only.
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::{Ask, At as Values};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Not, Refusal as _};
use serde::Deserialize;
use stations::Named;

use crate::desk::forms::{CategoryForm, SettingForm, TemplateForm};
use crate::desk::here::{Here, Manager};
use crate::desk::{pages, reads};
use crate::{CategoryId, TemplateId, acts};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    kept: String,
}

fn kept(here: &Here, below: &str) -> Response {
    Redirect::to(&here.ctx().path(&format!("{below}?kept=1"))).into_response()
}

pub async fn categories(Manager(here): Manager, Ask(asked): Ask<Asked>) -> Result<Response, Fault> {
    listed(&here, None, (&Problems::default(), !asked.kept.is_empty())).await
}

async fn listed(
    here: &Here,
    typed: Option<SettingForm>,
    (problems, kept): (&Problems, bool),
) -> Result<Response, Fault> {
    let (all, setting) = reads::categories(here).await?;
    let setting = typed.unwrap_or_else(|| SettingForm::filled(&setting));
    let shown = pages::Categories { all: &all, setting: &setting, problems, kept };
    let page = here.leaf(&here.v.t("opinions-desk-categories")).status(problems.status());
    Ok(page.body(pages::categories(here.ctx(), &shown)).into_response())
}

pub async fn set_setting(Manager(here): Manager, Form(form): Form<SettingForm>) -> Result<Response, Fault> {
    match form.read().checked() {
        Err(problems) => {
            let path = here.ctx().path("/categories");
            listed(&here.read_at(path), Some(form), (&problems, false)).await
        }
        Ok(setting) => {
            acts::set_setting(&here.doing(), here.me(), setting).await?;
            Ok(kept(&here, "/categories"))
        }
    }
}

/// Makes the categories that most stations begin with.
pub async fn usual(Manager(here): Manager) -> Result<Response, Fault> {
    acts::starter(&here.doing(), here.me()).await?;
    Ok(kept(&here, "/categories"))
}

fn category_page(here: &Here, below: &str, (form, problems): (&CategoryForm, &Problems), new: bool) -> Response {
    let action = here.ctx().path(below);
    let title = here.v.t(if new { "opinions-desk-category-new" } else { "opinions-desk-category-change" });
    let page = here.sheet(&title).back(here.v.t("opinions-desk-categories"), here.ctx().path("/categories"));
    let body = pages::category(here.ctx(), &action, (form, problems), new);
    page.status(problems.status()).body(body).into_response()
}

pub async fn new_category(Manager(here): Manager) -> Result<Response, Fault> {
    let form = CategoryForm::fresh(here.fresh_once());
    Ok(category_page(&here, "/categories/new", (&form, &Problems::default()), true))
}

pub async fn category(
    Manager(here): Manager,
    Values(Named { id }): Values<Named<CategoryId>>,
) -> Result<Response, Fault> {
    let (all, _) = reads::categories(&here).await?;
    let known = all.iter().find(|c| c.id == id).ok_or(Fault::NotFound)?;
    let form = CategoryForm::filled(here.fresh_once(), known);
    Ok(category_page(&here, &format!("/categories/{id}"), (&form, &Problems::default()), false))
}

pub async fn add_category(Manager(here): Manager, Form(form): Form<CategoryForm>) -> Result<Response, Fault> {
    keep_category(here, None, form).await
}

pub async fn set_category(
    Manager(here): Manager,
    Values(Named { id }): Values<Named<CategoryId>>,
    Form(form): Form<CategoryForm>,
) -> Result<Response, Fault> {
    keep_category(here, Some(id), form).await
}

async fn keep_category(here: Here, id: Option<CategoryId>, mut form: CategoryForm) -> Result<Response, Fault> {
    let below = id.map_or("/categories/new".to_owned(), |id| format!("/categories/{id}"));
    let problems = match form.read().checked() {
        Err(problems) => problems,
        Ok(draft) => match acts::set_category(&here.doing(), here.me(), (id, draft), Some(&form.once)).await {
            Ok(_) => return Ok(kept(&here, "/categories")),
            Err(Not::Fault(fault)) => return Err(fault),
            Err(Not::Refused(refusal)) => Problems::about_the_whole(refusal.say(&here.v)),
        },
    };
    form.once = here.fresh_once();
    let path = here.ctx().path(&below);
    Ok(category_page(&here.read_at(path), &below, (&form, &problems), id.is_none()))
}

pub async fn templates(Manager(here): Manager, Ask(asked): Ask<Asked>) -> Result<Response, Fault> {
    let all = reads::templates(&here).await?;
    let body = pages::templates(here.ctx(), &all, !asked.kept.is_empty());
    Ok(here.leaf(&here.v.t("opinions-desk-templates")).body(body).into_response())
}

fn template_page(here: &Here, id: Option<TemplateId>, (form, problems): (&TemplateForm, &Problems)) -> Response {
    let below = id.map_or("/templates/new".to_owned(), |id| format!("/templates/{id}"));
    let remove = id.map(|_| here.ctx().path(&format!("{below}/removal")));
    let key = if id.is_none() { "opinions-desk-template-new" } else { "opinions-desk-template-change" };
    let page = here.sheet(&here.v.t(key)).back(here.v.t("opinions-desk-templates"), here.ctx().path("/templates"));
    let body = pages::template(here.ctx(), &here.ctx().path(&below), (form, problems), remove.as_deref());
    page.status(problems.status()).body(body).into_response()
}

pub async fn new_template(Manager(here): Manager) -> Result<Response, Fault> {
    let form = TemplateForm { once: here.fresh_once(), ..TemplateForm::default() };
    Ok(template_page(&here, None, (&form, &Problems::default())))
}

pub async fn template(
    Manager(here): Manager,
    Values(Named { id }): Values<Named<TemplateId>>,
) -> Result<Response, Fault> {
    let all = reads::templates(&here).await?;
    let known = all.iter().find(|t| t.id == id).ok_or(Fault::NotFound)?;
    let form = TemplateForm::filled(here.fresh_once(), known);
    Ok(template_page(&here, Some(id), (&form, &Problems::default())))
}

pub async fn add_template(Manager(here): Manager, Form(form): Form<TemplateForm>) -> Result<Response, Fault> {
    keep_template(here, None, form).await
}

pub async fn set_template(
    Manager(here): Manager,
    Values(Named { id }): Values<Named<TemplateId>>,
    Form(form): Form<TemplateForm>,
) -> Result<Response, Fault> {
    keep_template(here, Some(id), form).await
}

async fn keep_template(here: Here, id: Option<TemplateId>, mut form: TemplateForm) -> Result<Response, Fault> {
    match form.read().checked() {
        Err(problems) => {
            let below = id.map_or("/templates/new".to_owned(), |id| format!("/templates/{id}"));
            let path = here.ctx().path(&below);
            form.once = here.fresh_once();
            Ok(template_page(&here.read_at(path), id, (&form, &problems)))
        }
        Ok((title, text)) => {
            acts::set_template(&here.doing(), here.me(), (id, title, text), Some(&form.once)).await?;
            Ok(kept(&here, "/templates"))
        }
    }
}

pub async fn drop_template(
    Manager(here): Manager,
    Values(Named { id }): Values<Named<TemplateId>>,
) -> Result<Response, Fault> {
    acts::drop_template(&here.doing(), here.me(), id).await?;
    Ok(kept(&here, "/templates"))
}
