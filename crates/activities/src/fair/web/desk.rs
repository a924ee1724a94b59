//! A fair at the desk.
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
use crate::fair::asked::{NewFairEntry, NewFairTerms};
use crate::fair::pages::{self, AtDesk, StallForm, place_form};
use crate::fair::rules::{NoStall, Rule};
use crate::fair::{EntryId, StallId, acts, answers};
use crate::fairday::Ctx;

/// The key of the tab.
pub const TAB: &str = "fair-tab";

/// The pages of the desk that this group has.
pub fn desk_tabs() -> Vec<Tab> {
    vec![Tab { key: TAB, path: "/fair", role: Role::Clerk, group: Group::Activities }]
}

type Typed = std::collections::BTreeMap<String, String>;

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
async fn back_to(
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
fn said<T>(here: &Here, done: Result<T, Not<NoStall>>) -> Result<(), Not<Problems>> {
    match done {
        Ok(_) => Ok(()),
        Err(Not::Fault(fault)) => Err(Not::Fault(fault)),
        Err(Not::Refused(refusal)) => Err(Not::Refused(Problems::about_the_whole(refusal.say(&here.v)))),
    }
}

fn wrong(problems: Problems) -> Not<Problems> {
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

/// An entry is called off where it stands; a word of why is added in the API.
pub async fn call_off_entry(
    HereAsManager(here): HereAsManager,
    Values(OfEntry { id, entry }): Values<OfEntry>,
) -> Result<Response, Fault> {
    let found = whole(&here.house, &here.desk.station, Some(id)).await?.ok_or(Fault::NotFound)?;
    let old = found.entries.into_iter().find(|e| e.id == entry).ok_or(Fault::NotFound)?;
    let off = crate::fair::rules::Entry { off: Some(here.v.t("fair-entry-off-plain")), ..old };
    acts::edit_entry(&here.house, &here.desk.station, (id, off), here.staff()).await?;
    back_to(here, id, &Typed::default(), Ok(())).await
}

pub async fn remove_entry(
    HereAsManager(here): HereAsManager,
    Values(OfEntry { id, entry }): Values<OfEntry>,
) -> Result<Response, Fault> {
    acts::remove_entry(&here.house, &here.desk.station, (id, entry), here.staff()).await?;
    back_to(here, id, &Typed::default(), Ok(())).await
}

pub async fn terms(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<OccurrenceId>>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let found = whole(&here.house, &here.desk.station, Some(id)).await?.ok_or(Fault::NotFound)?;
    let get = |name: &str| typed.get(name).map_or("", |t| t.trim());
    let rule = if get("rule") == Rule::Draw.name() { Rule::Draw } else { Rule::FirstCome };
    let terms = NewFairTerms { rule, days_before: get("days_before").parse().unwrap_or(-1) };
    let done = match terms.checked(found.fair.occurrence.starts_at) {
        Err(problems) => Err(wrong(problems)),
        Ok((rule, until)) => {
            let set = acts::set_terms(&here.house, &here.desk.station, (id, rule, until), here.staff()).await;
            said(&here, set)
        }
    };
    back_to(here, id, &typed, done).await
}

pub async fn draw(
    HereAsManager(here): HereAsManager,
    Values(Named { id }): Values<Named<OccurrenceId>>,
) -> Result<Response, Fault> {
    let done = acts::draw(&here.house, &here.desk.station, id, here.staff()).await;
    let done = said(&here, done);
    back_to(here, id, &Typed::default(), done).await
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

pub async fn apply(
    here: Here,
    Values(Named { id }): Values<Named<OccurrenceId>>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let get = |name: &str| typed.get(name).cloned().unwrap_or_default();
    let form = StallForm {
        once: get("once"),
        goods: get("goods"),
        sells: get("sells"),
        metres: get("metres"),
        power: get("power"),
        trade_name: get("trade_name"),
        trade_public: get("trade_public"),
        name: get("name"),
        phone: get("phone"),
    };
    let done = match form.read().and_then(|new| new.checked(true).map(|checked| (new, checked))) {
        Err(problems) => Err(wrong(problems)),
        Ok((asked, new)) => {
            let once = here.once(&form.once, &here.house.keys.lookup("stall-once", &format!("{asked:?}")).to_vec());
            let applied = acts::apply(&here.house, &here.desk.station, (id, new), (Some(here.staff()), once)).await;
            said(&here, applied)
        }
    };
    back_to(here, id, &typed, done).await
}

#[derive(Debug, Clone, Copy, Deserialize)]
pub struct OfStall {
    id: OccurrenceId,
    stall: StallId,
}

pub async fn give(
    here: Here,
    Values(OfStall { id, stall }): Values<OfStall>,
    Form(typed): Form<Typed>,
) -> Result<Response, Fault> {
    let code = typed.get("code").cloned().unwrap_or_default();
    let done = acts::give(&here.house, &here.desk.station, (stall, code), here.staff()).await;
    let done = said(&here, done);
    back_to(here, id, &Typed::default(), done).await
}

pub async fn withdraw(here: Here, Values(OfStall { id, stall }): Values<OfStall>) -> Result<Response, Fault> {
    acts::withdraw(&here.house, &here.desk.station, (stall, Some(here.staff()))).await?;
    back_to(here, id, &Typed::default(), Ok(())).await
}
