//! A fair at the desk: programme and plan.
use axum::extract::Form;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::api::{Ask, At as Values};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Not, Refusal as _};
use people::Role;
use serde::Deserialize;
use stations::{Group, Here, HereAsManager, Named, Tab};

use super::public::whole;
use crate::OccurrenceId;
use crate::fair::asked::NewFairEntry;
use crate::fair::pages::{self, AtDesk, place_form};
use crate::fair::rules::NoStall;
use crate::fair::{EntryId, acts, answers};
use crate::fairday::Ctx;
use crate::fairday::text::{MOST_IN_A_REASON, must};

/// The key of the tab.
pub const TAB: &str = "fair-tab";

/// The pages of the desk that this group has.
pub fn desk_tabs() -> Vec<Tab> {
    vec![Tab { key: TAB, path: "/fair", role: Role::Clerk, group: Group::Activities }]
}

pub(super) type Typed = std::collections::BTreeMap<String, String>;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Done {
    done: String,
}

fn path(here: &Here, fair: OccurrenceId) -> String {
    here.desk.station.path(&format!("/desk/fair/{fair}"))
}

pub async fn next(here: Here) -> Result<Response, Fault> {
    match whole(&here.house, &here.desk.station, None).await? {
        Some(w) => Ok(Redirect::to(&path(&here, w.fair.occurrence.id)).into_response()),
        None => {
            let body = kernel::page::empty("calendar-event", &here.v.t("fairday-no-fair"), None);
            Ok(here.page(TAB, &here.v.t("fair-title")).body(body).into_response())
        }
    }
}

pub async fn show(
    here: Here,
    Values(Named { id }): Values<Named<OccurrenceId>>,
    Ask(done): Ask<Done>,
) -> Result<Response, Fault> {
    page(&here, id, (&Typed::default(), &Problems::default()), !done.done.is_empty()).await
}

async fn page(
    here: &Here,
    id: OccurrenceId,
    (typed, problems): (&Typed, &Problems),
    done: bool,
) -> Result<Response, Fault> {
    let found = whole(&here.house, &here.desk.station, Some(id)).await?.ok_or(Fault::NotFound)?;
    let (h, station) = (here.house.clone(), here.desk.station.clone());
    let stalls = here.house.db.snapshot(move |c: &mut Conn| answers::all_seen(c, &h, &station, id)).await?;
    let (once, manager) = (here.fresh_once(), here.desk.staff.role >= Role::Manager);
    let shown = AtDesk { whole: &found, stalls: &stalls, typed, problems, once: &once, done, manager };
    let body = pages::desk(Ctx { v: &here.v, station: &here.desk.station }, &shown);
    let page = here.page(TAB, &here.v.t("fair-title")).sheet_at(crate::fair::assets::sheet());
    Ok(page.status(problems.status()).body(body).into_response())
}

/// The fair once more: with what was kept, or with what is wrong.
pub(super) async fn back_to(
    here: Here,
    id: OccurrenceId,
    typed: &Typed,
    done: Result<(), Not<Problems>>,
) -> Result<Response, Fault> {
    let path = path(&here, id);
    match done {
        Ok(()) => Ok(Redirect::to(&format!("{path}?done=1")).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(problems)) => page(&here.read_at(path), id, (typed, &problems), false).await,
    }
}

/// What a rule said no to, as a problem of the whole page.
pub(super) fn said<T>(here: &Here, done: Result<T, Not<NoStall>>) -> Result<(), Not<Problems>> {
    match done {
        Ok(_) => Ok(()),
        Err(Not::Fault(fault)) => Err(Not::Fault(fault)),
        Err(Not::Refused(refusal)) => Err(Not::Refused(Problems::about_the_whole(refusal.say(&here.v)))),
    }
}

pub(super) fn wrong(problems: Problems) -> Not<Problems> {
    Not::Refused(problems)
}

pub async fn copy(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<OccurrenceId>>,
) -> Result<Response, Fault> {
    let done = acts::copy(&here.house, &here.desk.station, id, here.staff()).await;
    let done = said(&here, done);
    back_to(here, id, &Typed::default(), done).await
}

pub async fn add_entry(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<OccurrenceId>>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let get = |name: &str| typed.get(name).cloned().unwrap_or_default();
    let new = NewFairEntry {
        from: get("from"),
        until: get("until"),
        title: get("title"),
        place: get("place"),
        who: get("who"),
        off: None,
    };
    let found = whole(&here.house, &here.desk.station, Some(id)).await?.ok_or(Fault::NotFound)?;
    let on = (found.fair.day(&here.desk.station), &here.desk.station.zone);
    let done = match new.checked(EntryId(here.house.new_id()), on) {
        Err(problems) => Err(wrong(problems)),
        Ok(entry) => {
            let once = here.once(&get("once"), &(id, &new));
            let added = acts::add_entry(&here.house, &here.desk.station, (id, entry), (here.staff(), once)).await;
            added.map(|_| ()).map_err(Not::Fault)
        }
    };
    back_to(here, id, &typed, done).await
}

#[derive(Debug, Clone, Copy, Deserialize)]
pub struct OfEntry {
    id: OccurrenceId,
    entry: EntryId,
}

/// An entry is called off where it stands, for a reason that everybody reads.
pub async fn call_off_entry(
    HereAsManager(here): HereAsManager,
    Values(OfEntry { id, entry }): Values<OfEntry>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let mut problems = Problems::default();
    let why = must(&mut problems, "why", typed.get("why").map_or("", String::as_str), MOST_IN_A_REASON);
    let done = match problems.or_else_all(Some(why)) {
        Err(problems) => Err(wrong(problems)),
        Ok(why) => {
            let off = acts::call_off_entry(&here.house, &here.desk.station, (id, entry, why), here.staff()).await;
            off.map_err(Not::Fault)
        }
    };
    back_to(here, id, &typed, done).await
}

pub async fn remove_entry(
    HereAsManager(here): HereAsManager,
    Values(OfEntry { id, entry }): Values<OfEntry>,
) -> Result<Response, Fault> {
    acts::remove_entry(&here.house, &here.desk.station, (id, entry), here.staff()).await?;
    back_to(here, id, &Typed::default(), Ok(())).await
}

pub async fn add_place(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<OccurrenceId>>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let done = match place_form(&typed).read().and_then(|new| new.checked()) {
        Err(problems) => Err(wrong(problems)),
        Ok(place) => {
            let added = acts::add_place(&here.house, &here.desk.station, (id, place), here.staff()).await;
            said(&here, added)
        }
    };
    back_to(here, id, &typed, done).await
}

pub async fn remove_place(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<OccurrenceId>>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let code = typed.get("gone").cloned().unwrap_or_default();
    let done = acts::remove_place(&here.house, &here.desk.station, (id, code), here.staff()).await;
    let done = said(&here, done);
    back_to(here, id, &Typed::default(), done).await
}
