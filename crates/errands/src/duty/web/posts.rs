//! Writing posts down: managers only.
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use kernel::api::At;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;

use crate::answers::wall;
use crate::desk::PRESENCE;
use crate::desk::here::{Here, Manager, Named};
use crate::duty::acts;
use crate::duty::answers::{self, Post};
use crate::duty::asked::DutyPostEdit;
use crate::duty::pages::posts::{PostForm, edit};
use crate::duty::pages::roster;
use crate::rules::Name;

impl PostForm {
    fn read(&self) -> DutyPostEdit {
        DutyPostEdit {
            seen: self.seen.clone(),
            name: Name { zh: self.name_zh.clone(), en: self.name_en.clone() },
            place: Name { zh: self.place_zh.clone(), en: self.place_en.clone() },
            hours: self.hours.clone(),
            retired: !self.retired.is_empty(),
        }
    }
}

fn page(here: &Here, of: Option<&Post>, (form, problems): (&PostForm, &Problems)) -> Response {
    let title = of.map_or_else(|| here.v.t("duty-new-post"), |p| p.name.zh.clone());
    let end = of.map_or_else(|| "new".to_owned(), |p| p.id.to_string());
    let action = here.ctx().path(&format!("/duty/posts/{end}"));
    let body = edit(here.ctx(), &action, form, problems, of.is_some());
    let page = here.page(PRESENCE, &title).back(here.v.t("duty-title"), here.ctx().path("/duty"));
    page.status(problems.status()).body(body).into_response()
}

pub async fn new(Manager(here): Manager) -> Result<Response, Fault> {
    let form = PostForm { once: here.fresh_once(), ..PostForm::default() };
    Ok(page(&here, None, (&form, &Problems::default())))
}

async fn post(here: &Here, id: i32) -> Result<Post, Fault> {
    let at = here.desk.station.id;
    here.house.db.read(move |c: &mut Conn| answers::post(c, at, id)).await
}

pub async fn show(Manager(here): Manager, At(Named { id }): At<Named<i32>>) -> Result<Response, Fault> {
    let post = post(&here, id).await?;
    let form = PostForm {
        once: here.fresh_once(),
        seen: crate::acts::seen(&here.house, &post),
        name_zh: post.name.zh.clone(),
        name_en: post.name.en.clone(),
        place_zh: post.place.zh.clone(),
        place_en: post.place.en.clone(),
        hours: post.hours.clone(),
        retired: String::new(),
    };
    Ok(page(&here, Some(&post), (&form, &Problems::default())))
}

fn today(here: &Here) -> Date {
    wall(&here.desk.station, here.now()).date()
}

pub async fn add(Manager(here): Manager, Form(form): Form<PostForm>) -> Result<Response, Fault> {
    let new = form.read();
    let problems = match new.checked(0) {
        Err(problems) => problems,
        Ok(post) => {
            let once = here.once(&form.once, &new);
            let done = acts::add_post(&here.house, &here.desk.station, post, (here.staff(), once)).await;
            match here.or_problems(done)? {
                Ok(id) => return Ok(Redirect::to(&roster::path(here.ctx(), id, today(&here))).into_response()),
                Err(problems) => problems,
            }
        }
    };
    let form = PostForm { once: here.fresh_once(), ..form };
    Ok(page(&here, None, (&form, &problems)))
}

pub async fn keep(
    Manager(here): Manager,
    At(Named { id }): At<Named<i32>>,
    Form(form): Form<PostForm>,
) -> Result<Response, Fault> {
    let old = post(&here, id).await?;
    let edit = form.read();
    let problems = match edit.checked(id) {
        Err(problems) => problems,
        Ok(post) => {
            let how = (edit.seen.clone(), here.staff());
            let done = acts::edit_post(&here.house, &here.desk.station, (post, edit.retired), how).await;
            match here.or_problems(done)? {
                Ok(()) => return Ok(Redirect::to(&roster::path(here.ctx(), id, today(&here))).into_response()),
                Err(problems) => problems,
            }
        }
    };
    Ok(page(&here, Some(&old), (&form, &problems)))
}
