//! The week of a post, and its shifts.
use axum::extract::{Form, Query};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use kernel::api::At;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use people::{Role, StaffAt};
use serde::Deserialize;

use super::or_problems;
use crate::answers::wall;
use crate::desk::PRESENCE;
use crate::desk::here::{Here, Named};
use crate::duty::ShiftId;
use crate::duty::acts;
use crate::duty::answers::{self, PostNow, Week};
use crate::duty::asked::{DutyWho, NewDutyShift, day};
use crate::duty::keyed;
use crate::duty::pages::roster::{self, Done, Page, ShiftForm};

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    post: String,
    on: String,
    from: String,
    until: String,
    done: String,
    copied: String,
}

struct Read {
    all: Vec<PostNow>,
    week: Option<Week>,
    staff: Vec<StaffAt>,
}

/// The posts as they stand, and the week of one of them: the first, if none is named.
async fn read(here: &Here, post: Option<i32>, on: Date) -> Result<Read, Fault> {
    let (house, station, now) = (here.house.clone(), here.desk.station.clone(), here.now());
    let look = move |c: &mut Conn| {
        let all = answers::posts_now(c, &house, &station, now)?;
        let chosen = all.iter().find(|p| Some(p.post.id) == post).or(all.first()).map(|p| p.post.id);
        let week = chosen.map(|id| answers::week(c, &house, &station, id, on)).transpose()?;
        Ok::<_, Fault>(Read { all, week, staff: people::staff_of(c, station.id)? })
    };
    here.house.db.snapshot(look).await
}

fn page(here: &Here, read: &Read, (form, problems): (&ShiftForm, &Problems), done: Option<Done>) -> Response {
    let page = Page {
        all: &read.all,
        week: read.week.as_ref(),
        staff: &read.staff,
        manager: here.desk.staff.role == Role::Manager,
        form,
        problems,
        done,
    };
    let body = roster::body(here.ctx(), &page);
    here.page(PRESENCE, &here.v.t("duty-title")).status(problems.status()).body(body).into_response()
}

fn today(here: &Here) -> Date {
    wall(&here.desk.station, here.now()).date()
}

/// The day that was asked for; what is no day is today.
fn on(here: &Here, typed: &str) -> Date {
    day(&mut Problems::default(), "on", typed).unwrap_or_else(|| today(here))
}

pub async fn show(here: Here, Query(asked): Query<Asked>) -> Result<Response, Fault> {
    let on = on(&here, &asked.on);
    let read = read(&here, asked.post.parse().ok(), on).await?;
    let done = match (asked.done.as_str(), asked.copied.parse()) {
        ("kept", _) => Some(Done::Kept),
        ("removed", _) => Some(Done::Removed),
        (_, Ok(n)) => Some(Done::Copied(n)),
        _ => None,
    };
    let form = ShiftForm {
        once: here.fresh_once(),
        post: read.week.as_ref().map(|w| w.post.id.to_string()).unwrap_or_default(),
        on: if asked.from.is_empty() { today(&here).max(on).to_string() } else { on.to_string() },
        from: asked.from,
        until: asked.until,
        ..ShiftForm::default()
    };
    Ok(page(&here, &read, (&form, &Problems::default()), done))
}

impl ShiftForm {
    fn who(&self) -> DutyWho {
        let volunteer = Some(self.volunteer.trim().to_owned()).filter(|name| !name.is_empty());
        DutyWho { staff: self.staff.parse().ok(), volunteer }
    }

    fn shift(&self) -> NewDutyShift {
        NewDutyShift { on: self.on.clone(), from: self.from.clone(), until: self.until.clone(), who: self.who() }
    }
}

fn after(here: &Here, (post, on): (i32, Date), said: &str) -> Response {
    let path = roster::path(here.ctx(), post, on);
    Redirect::to(&format!("{path}&{said}")).into_response()
}

/// The week once more, with what is wrong.
async fn again(here: Here, post: Option<i32>, form: ShiftForm, problems: &Problems) -> Result<Response, Fault> {
    let on = on(&here, &form.on);
    let read = read(&here, post, on).await?;
    let post = read.week.as_ref().map_or(0, |w| w.post.id);
    let path = roster::path(here.ctx(), post, on);
    let form = ShiftForm { once: here.fresh_once(), post: post.to_string(), ..form };
    Ok(page(&here.read_at(path), &read, (&form, problems), None))
}

pub async fn stand(here: Here, Form(form): Form<ShiftForm>) -> Result<Response, Fault> {
    let post: i32 = form.post.parse().map_err(|_| Fault::NotFound)?;
    let new = form.shift();
    let problems = match new.checked(post) {
        Err(problems) => problems,
        Ok(standing) => {
            let day = standing.from.date();
            let once = here.once(&form.once, &(post, &new.on, &new.from, &new.until, keyed::who(&here, &new.who)));
            let done = acts::stand(&here.house, &here.desk.station, standing, (here.staff(), once)).await;
            match or_problems(&here, done)? {
                Ok(_) => return Ok(after(&here, (post, day), "done=kept")),
                Err(problems) => problems,
            }
        }
    };
    again(here, Some(post), form, &problems).await
}

/// A shift with its post.
async fn shift(here: &Here, id: ShiftId) -> Result<(answers::KeptShift, Vec<StaffAt>, Option<String>), Fault> {
    let (house, at) = (here.house.clone(), here.desk.station.id);
    let look = move |c: &mut Conn| {
        let (kept, volunteer) = answers::shift(c, &house, at, id)?;
        Ok::<_, Fault>((kept, people::staff_of(c, at)?, volunteer))
    };
    here.house.db.read(look).await
}

fn edit_page(here: &Here, id: ShiftId, staff: &[StaffAt], (form, problems): (&ShiftForm, &Problems)) -> Response {
    let page = Page { all: &[], week: None, staff, manager: false, form, problems, done: None };
    let body = roster::edit(here.ctx(), &page, id);
    let back = here.ctx().path(&format!("/duty?post={}&on={}", form.post, form.on));
    let page = here.page(PRESENCE, &here.v.t("duty-edit-shift")).back(here.v.t("duty-title"), back);
    page.status(problems.status()).body(body).into_response()
}

pub async fn edit(here: Here, At(Named { id }): At<Named<ShiftId>>) -> Result<Response, Fault> {
    let (kept, staff, volunteer) = shift(&here, id).await?;
    let when = here.ctx().when();
    let form = ShiftForm {
        once: here.fresh_once(),
        post: kept.shift.post.to_string(),
        on: kept.day.to_string(),
        from: when.time(kept.shift.from),
        until: when.time(kept.shift.until),
        staff: kept.shift.staff.map(|s| s.to_string()).unwrap_or_default(),
        volunteer: volunteer.unwrap_or_default(),
    };
    Ok(edit_page(&here, id, &staff, (&form, &Problems::default())))
}

pub async fn keep(
    here: Here,
    At(Named { id }): At<Named<ShiftId>>,
    Form(form): Form<ShiftForm>,
) -> Result<Response, Fault> {
    let (kept, staff, _) = shift(&here, id).await?;
    let problems = match form.shift().checked(kept.shift.post) {
        Err(problems) => problems,
        Ok(standing) => {
            let day = standing.from.date();
            let done = acts::write(&here.house, &here.desk.station, (id, standing), here.staff()).await;
            match or_problems(&here, done)? {
                Ok(()) => return Ok(after(&here, (kept.shift.post, day), "done=kept")),
                Err(problems) => problems,
            }
        }
    };
    Ok(edit_page(&here, id, &staff, (&form, &problems)))
}

pub async fn remove(here: Here, At(Named { id }): At<Named<ShiftId>>) -> Result<Response, Fault> {
    let kept = match shift(&here, id).await {
        // Pressed twice is pressed once.
        Err(Fault::NotFound) => return Ok(Redirect::to(&here.ctx().path("/duty?done=removed")).into_response()),
        found => found?.0,
    };
    let done = acts::remove(&here.house, &here.desk.station, id, here.staff()).await;
    match or_problems(&here, done)? {
        Ok(()) => Ok(after(&here, (kept.shift.post, kept.day), "done=removed")),
        Err(problems) => {
            let form = ShiftForm { on: kept.day.to_string(), ..ShiftForm::default() };
            again(here, Some(kept.shift.post), form, &problems).await
        }
    }
}

pub async fn hand_over(
    here: Here,
    At(Named { id }): At<Named<ShiftId>>,
    Form(form): Form<ShiftForm>,
) -> Result<Response, Fault> {
    let (kept, _, _) = shift(&here, id).await?;
    let who = form.who();
    let mut problems = Problems::default();
    if let Some(whom) = who.read(&mut problems) {
        let once = here.once(&form.once, &(id, keyed::who(&here, &who)));
        let done = acts::hand_over(&here.house, &here.desk.station, (id, whom), (here.staff(), once)).await;
        match or_problems(&here, done)? {
            Ok(_) => return Ok(after(&here, (kept.shift.post, kept.day), "done=kept")),
            Err(refused) => problems = refused,
        }
    }
    let form = ShiftForm { on: kept.day.to_string(), ..ShiftForm::default() };
    again(here, Some(kept.shift.post), form, &problems).await
}

pub async fn copy(
    here: Here,
    At(Named { id }): At<Named<i32>>,
    Form(form): Form<ShiftForm>,
) -> Result<Response, Fault> {
    let on = on(&here, &form.on);
    let done = acts::copy_week(&here.house, &here.desk.station, (id, on), here.staff()).await;
    match or_problems(&here, done)? {
        Ok(n) => Ok(after(&here, (id, on), &format!("copied={n}"))),
        Err(problems) => again(here, Some(id), form, &problems).await,
    }
}
