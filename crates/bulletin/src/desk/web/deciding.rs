//! One notice: how it stands, and what is decided about it.
use axum::extract::Form;
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::{Ask, At as Values};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::page::asset_url;
use kernel::photo::{self, NotAPhoto};
use kernel::refusal::{Not, Refusal as _};
use kernel::upload::Upload;
use people::Role;
use serde::Deserialize;
use stations::{Here, Named};

use super::writing::{frame, top};
use crate::asked::{NoticeDown, alt};
use crate::desk::forms::{Chosen, PhotoForm, PressForm};
use crate::desk::pages::{self, WholePage};
use crate::desk::{TAB, reads};
use crate::frame::desk_path;
use crate::public::image;
use crate::rules::NoNotice;
use crate::{NoticeId, PhotoId, acts, at_desk};

/// What was typed on the page of a notice, and what is wrong with it.
#[derive(Default)]
struct Typed {
    alt: String,
    why: String,
    problems: Problems,
    done: bool,
}

async fn page(here: &Here, id: NoticeId, typed: &Typed) -> Result<Response, Fault> {
    let whole = reads::whole(here, id).await?;
    let page = WholePage {
        whole: &whole,
        me: here.staff(),
        manager: here.desk.staff.role >= Role::Manager,
        problems: &typed.problems,
        typed_alt: &typed.alt,
        typed_why: &typed.why,
        once: &here.fresh_once(),
        done: typed.done,
    };
    let body = pages::whole(frame(here), &page);
    let shell = here.page(TAB, &whole.last.draft.title).back(here.v.t("bulletin-desk-title"), top(here));
    Ok(shell.status(typed.problems.status()).sheet_at(asset_url("text.css")).body(body).into_response())
}

pub async fn show(
    here: Here,
    Values(Named { id }): Values<Named<NoticeId>>,
    Ask(chosen): Ask<Chosen>,
) -> Result<Response, Fault> {
    page(&here, id, &Typed { done: !chosen.done.is_empty(), ..Typed::default() }).await
}

/// The notice once more: with what was done, or with why nothing was.
async fn back_to(here: Here, id: NoticeId, done: Result<(), Not<NoNotice>>, typed: Typed) -> Result<Response, Fault> {
    let path = desk_path(&here.desk.station, id);
    match done {
        Ok(()) => Ok(Redirect::to(&format!("{path}?done=1")).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let problems = Problems::about_the_whole(refusal.say(&here.v));
            page(&here.read_at(path), id, &Typed { problems, ..typed }).await
        }
    }
}

#[derive(Debug, Clone, Copy, Deserialize)]
pub struct OfNotice {
    id: NoticeId,
    nr: i32,
}

pub async fn version(here: Here, Values(OfNotice { id, nr }): Values<OfNotice>) -> Result<Response, Fault> {
    let (version, pictures) = reads::version(&here, (id, nr)).await?;
    let body = pages::version(frame(&here), id, &version, &pictures);
    let title = here.v.ta("bulletin-desk-version", &[("n", nr.into())]);
    let path = desk_path(&here.desk.station, id);
    let shell = here.page(TAB, &title).back(here.v.t("bulletin-desk-back"), path);
    Ok(shell.sheet_at(asset_url("text.css")).body(body).into_response())
}

#[derive(Debug, Clone, Copy, Deserialize)]
pub struct PhotoOf {
    id: NoticeId,
    photo: PhotoId,
}

pub async fn photo(
    here: Here,
    Values(PhotoOf { id, photo }): Values<PhotoOf>,
    asked: HeaderMap,
) -> Result<Response, Fault> {
    let station = here.desk.station.id;
    let bytes = here.house.db.read(move |c: &mut Conn| at_desk::photo(c, station, (id, photo))).await?;
    // Whoever sits at the same computer after somebody has signed out is asked who they are: drafts are nobody else's.
    image(&asked, photo, bytes, "private, no-cache")
}

/// What is wrong with a file, as the key of its text.
pub fn not_a_photo(why: NotAPhoto) -> &'static str {
    match why {
        NotAPhoto::TooLarge => "bulletin-photo-too-large",
        NotAPhoto::TooManyPixels => "bulletin-photo-too-many-pixels",
        NotAPhoto::NotReadable => "bulletin-photo-not-readable",
    }
}

pub async fn add_photo(
    here: Here,
    Values(Named { id }): Values<Named<NoticeId>>,
    upload: Upload<PhotoForm>,
) -> Result<Response, Fault> {
    let mut problems = Problems::default();
    let form = upload.form;
    let alt = alt(&mut problems, "alt", &form.alt);
    let file = upload.files.into_iter().find(|file| file.field == "photo").map(|file| file.bytes);
    let read = match file {
        Some(bytes) => photo::read_all(&here.house, vec![bytes]).await?.map_err(|(_, why)| not_a_photo(why)),
        None => Err("bulletin-no-photo"),
    };
    let photo = match read {
        Ok(mut all) => all.pop(),
        Err(key) => {
            problems.add("photo", key);
            None
        }
    };
    match problems.or_else_all(photo) {
        Err(problems) => {
            let here = here.clone().read_at(desk_path(&here.desk.station, id));
            page(&here, id, &Typed { alt: form.alt, problems, ..Typed::default() }).await
        }
        Ok(photo) => {
            let once = here.once(&form.once, &(id, form.version, &alt, photo.bytes.len()));
            let at = (id, form.version);
            let done = acts::add_photo(&here.house, &here.desk.station, at, (photo, alt), (here.staff(), once)).await;
            back_to(here, id, done.map(|_| ()), Typed { alt: form.alt, ..Typed::default() }).await
        }
    }
}

pub async fn ask(
    here: Here,
    Values(Named { id }): Values<Named<NoticeId>>,
    Form(form): Form<PressForm>,
) -> Result<Response, Fault> {
    let done = acts::ask(&here.house, &here.desk.station, (id, form.version), here.staff()).await;
    back_to(here, id, done, Typed::default()).await
}

pub async fn publish(
    here: Here,
    Values(Named { id }): Values<Named<NoticeId>>,
    Form(form): Form<PressForm>,
) -> Result<Response, Fault> {
    let once = here.once(&form.once, &("publish", id, form.version));
    let at = (id, form.version);
    let done = acts::publish(&here.house, &here.desk.station, at, (&here.desk.staff, once)).await;
    back_to(here, id, done, Typed::default()).await
}

pub async fn ask_down(
    here: Here,
    Values(Named { id }): Values<Named<NoticeId>>,
    Form(form): Form<PressForm>,
) -> Result<Response, Fault> {
    let typed = Typed { why: form.why.clone(), ..Typed::default() };
    match (NoticeDown { why: form.why }).checked() {
        Err(problems) => {
            let here = here.clone().read_at(desk_path(&here.desk.station, id));
            page(&here, id, &Typed { problems, ..typed }).await
        }
        Ok(why) => {
            let once = here.once(&form.once, &("ask-down", id, &why));
            let done = acts::ask_down(&here.house, &here.desk.station, (id, why), (here.staff(), once)).await;
            back_to(here, id, done, typed).await
        }
    }
}

pub async fn confirm_down(
    here: Here,
    Values(Named { id }): Values<Named<NoticeId>>,
    Form(form): Form<PressForm>,
) -> Result<Response, Fault> {
    let once = here.once(&form.once, &("confirm-down", id, form.down));
    let done = acts::confirm_down(&here.house, &here.desk.station, (id, form.down), (here.staff(), once)).await;
    back_to(here, id, done, Typed::default()).await
}

pub async fn keep_up(
    here: Here,
    Values(Named { id }): Values<Named<NoticeId>>,
    Form(form): Form<PressForm>,
) -> Result<Response, Fault> {
    let done = acts::keep_up(&here.house, &here.desk.station, (id, form.down), here.staff()).await;
    back_to(here, id, done, Typed::default()).await
}
