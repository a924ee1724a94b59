//! Series of a resident: made, looked at, changed date by date, ended.
use axum::extract::{Form, Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::civil::Date;
use kernel::api::At as Path;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::page::Dock;
use kernel::refusal::{Not, Refusal as _, Said};
use kernel::view::View;
use maud::html;
use people::Resident;
use serde::Deserialize;
use stations::At;

use super::looks;
use crate::SeriesId;
use crate::acts::Actor;
use crate::public::calendar::Feed;
use crate::public::pages::Frame;
use crate::public::who::Caller;
use crate::rules::Refusal;
use crate::says;
use crate::series::acts::Answered;
use crate::series::answers::{Look, Stands};
use crate::series::forms::{DateForm, SeriesForm};
use crate::series::pages::{self, Ctx};
use crate::series::steps::Asking;

/// What a link to the form says, and whether its dates shall be shown.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Asked {
    look: String,
    #[serde(flatten)]
    form: SeriesForm,
}

fn asking(house: &House, at: &At, who: Resident) -> Asking {
    Asking { house: house.clone(), station: at.station.clone(), actor: Actor::Person(who.id) }
}

fn ctx<'a>(v: &'a View, at: &'a At) -> Ctx<'a> {
    Ctx { v, station: &at.station, staff: false, club: None }
}

/// The form; with `look` what would become of the dates too.
pub async fn new(
    State(house): State<House>,
    v: View,
    at: At,
    who: Resident,
    Query(asked): Query<Asked>,
) -> Result<Response, Fault> {
    let asking = asking(&house, &at, who);
    form(&asking, v, &at, (asked.form, !asked.look.is_empty()), None).await
}

async fn form(
    asking: &Asking,
    v: View,
    at: &At,
    (typed, look): (SeriesForm, bool),
    refused: Option<&Refusal>,
) -> Result<Response, Fault> {
    let offering = match asking.offering(&typed.offering).await {
        Ok(offering) => offering,
        Err(Not::Fault(fault)) => return Err(fault),
        Err(Not::Refused(refusal)) => {
            let said = says::said(&v, &at.station.zone, &refusal);
            return looks::list(&asking.house, &v.at(at.station.path("/venues")), at, Some(&said)).await;
        }
    };
    let form = typed.fresh(&offering.policy, asking.today(), true);
    let v = v.at(ctx(&v, at).form(&form.offering));
    let read = form.read(asking.today());
    let (problems, questions) = match &read {
        Ok(wanted) => (Problems::default(), wanted.questions.clone()),
        Err(problems) if look => (problems.clone(), vec![]),
        Err(_) => (Problems::default(), vec![]),
    };
    let found = match (&read, look) {
        (Ok(wanted), true) => Some((&wanted.terms, asking.preview(wanted).await)),
        _ => None,
    };
    let said = |refusal: &Refusal| says::said(&v, &at.station.zone, refusal);
    let shown = match &found {
        Some((_, Err(Not::Fault(fault)))) => return Err(fault.clone()),
        Some((terms, Err(Not::Refused(refusal)))) => Some((*terms, Err(said(refusal)))),
        Some((terms, Ok(lines))) => Some((*terms, Ok(lines))),
        None => None,
    };
    let status = refused.map_or(axum::http::StatusCode::OK, |r| r.status());
    let once = asking.house.new_id().to_string();
    let f = Frame { v: &v, station: &at.station };
    let page =
        f.page(v.ta("venues-series-new-of", &[("offering", says::name(&v, &offering.name).into())])).status(status);
    let page = page.back(v.t("venues-back"), crate::public::reserve::offering_path(&at.station, &offering.slug));
    Ok(page
        .body(html! {
            @if let Some(refusal) = refused { (kernel::page::refused(&v, &said(refusal))) }
            @if let Some((terms, found)) = &shown {
                (pages::preview(ctx(&v, at), (&form, terms), found.as_ref().map(|l| l.as_slice()), &once))
            }
            (pages::form(ctx(&v, at), (&offering, &form, &problems), &questions, html! {}))
            (f.ask_a_person())
        })
        .into_response())
}

pub async fn make(
    State(house): State<House>,
    v: View,
    at: At,
    who: Resident,
    Form(typed): Form<SeriesForm>,
) -> Result<Response, Fault> {
    let asking = asking(&house, &at, who);
    let Ok(wanted) = typed.read(asking.today()) else {
        return form(&asking, v, &at, (typed, true), None).await;
    };
    let once = asking.once(&typed.once, &typed);
    match asking.make(&wanted, Answered::Me(who.id), once).await {
        Ok(id) => Ok(Redirect::to(&ctx(&v, &at).one(id)).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => form(&asking, v, &at, (typed, true), Some(&refusal)).await,
    }
}

/// Whoever may see a series of the station: its holder, or staff.
async fn of_theirs(house: &House, at: &At, caller: Caller) -> Result<Asking, Fault> {
    let actor = caller.actor(house, &at.station).await?;
    Ok(Asking { house: house.clone(), station: at.station.clone(), actor })
}

pub async fn show(
    State(house): State<House>,
    v: View,
    at: At,
    caller: Caller,
    Path((_, id)): Path<(String, SeriesId)>,
) -> Result<Response, Fault> {
    let asking = of_theirs(&house, &at, caller).await?;
    one(&asking, &v, &at, id, None).await
}

async fn one(asking: &Asking, v: &View, at: &At, id: SeriesId, refused: Option<&Refusal>) -> Result<Response, Fault> {
    let look = asking.look(id).await?;
    let (f, ctx) = (Frame { v, station: &at.station }, ctx(v, at));
    let said = refused.map(|r| says::said(v, &at.station.zone, r));
    let page = f.page(v.t("venues-series-mine-one")).back(v.t("page-mine"), says::MINE).dock(Dock::Mine);
    let page = page.status(refused.map_or(axum::http::StatusCode::OK, |r| r.status()));
    Ok(page
        .body(html! {
            @if let Some(said) = &said { (kernel::page::refused(v, said)) }
            (pages::summary(ctx, &look))
            (pages::dates(ctx, &look))
            (pages::facts(ctx, &look))
            (f.ask_a_person())
        })
        .into_response())
}

/// The form for one date, with the time that it has.
pub async fn date(
    State(house): State<House>,
    v: View,
    at: At,
    caller: Caller,
    Path((_, id, on)): Path<(String, SeriesId, Date)>,
) -> Result<Response, Fault> {
    let asking = of_theirs(&house, &at, caller).await?;
    let look = asking.look(id).await?;
    let form = begun(&asking, &look, on)?;
    edit(&v, &at, (&look, on), (&form, &Problems::default()), None)
}

/// What the form of a date begins with.
pub fn begun(asking: &Asking, look: &Look, on: Date) -> Result<DateForm, Fault> {
    let line = look.lines.iter().find(|l| l.on == on && l.stands != Stands::Later).ok_or(Fault::NotFound)?;
    let span = line.span.ok_or(Fault::NotFound)?;
    let from = span.from.to_zoned_datetime(asking.station.zone.clone());
    Ok(DateForm {
        once: asking.house.new_id().to_string(),
        on: from.date().to_string(),
        at: from.strftime("%H:%M").to_string(),
        minutes: span.minutes().to_string(),
        which: "one".into(),
    })
}

fn edit(
    v: &View,
    at: &At,
    (look, on): (&Look, Date),
    (form, problems): (&DateForm, &Problems),
    refused: Option<&Refusal>,
) -> Result<Response, Fault> {
    let (f, ctx) = (Frame { v, station: &at.station }, ctx(v, at));
    let said: Option<Said> = refused.map(|r| says::said(v, &at.station.zone, r));
    let status = refused.map_or_else(|| problems.status(), |refusal| refusal.status());
    let title = crate::series::says::day(v, &at.station, on);
    let page = f.page(title).back(v.t("venues-back"), ctx.one(look.series.id)).status(status);
    Ok(page.body(pages::edit(ctx, (look, on), (form, problems), said.as_ref())).into_response())
}

pub async fn set_time(
    State(house): State<House>,
    v: View,
    at: At,
    caller: Caller,
    Path((_, id, on)): Path<(String, SeriesId, Date)>,
    Form(form): Form<DateForm>,
) -> Result<Response, Fault> {
    let asking = of_theirs(&house, &at, caller).await?;
    let v = v.at(ctx(&v, &at).date(id, on));
    let new = match form.read(on) {
        Ok(new) => new,
        Err(problems) => {
            let look = asking.look(id).await?;
            return edit(&v, &at, (&look, on), (&form, &problems), None);
        }
    };
    let once = asking.once(&form.once, &(id, on, &form));
    match asking.set_time(id, on, new, once).await {
        Ok(id) => Ok(Redirect::to(&ctx(&v, &at).one(id)).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => {
            let look = asking.look(id).await?;
            edit(&v, &at, (&look, on), (&form, &Problems::default()), Some(&refusal))
        }
    }
}

pub async fn give_up(
    State(house): State<House>,
    v: View,
    at: At,
    caller: Caller,
    Path((_, id, on)): Path<(String, SeriesId, Date)>,
) -> Result<Response, Fault> {
    let asking = of_theirs(&house, &at, caller).await?;
    let done = asking.give_up(id, on).await;
    after(&asking, v, &at, id, done).await
}

pub async fn end(
    State(house): State<House>,
    v: View,
    at: At,
    caller: Caller,
    Path((_, id)): Path<(String, SeriesId)>,
) -> Result<Response, Fault> {
    let asking = of_theirs(&house, &at, caller).await?;
    let done = asking.end(id, None).await.map(|_| ());
    after(&asking, v, &at, id, done).await
}

async fn after(
    asking: &Asking,
    v: View,
    at: &At,
    id: SeriesId,
    done: Result<(), Not<Refusal>>,
) -> Result<Response, Fault> {
    let path = ctx(&v, at).one(id);
    match done {
        Ok(()) => Ok(Redirect::to(&path).into_response()),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(refusal)) => one(asking, &v.at(path), at, id, Some(&refusal)).await,
    }
}

/// The dates as expanded events.
pub async fn calendar(
    State(house): State<House>,
    v: View,
    at: At,
    caller: Caller,
    Path((_, id)): Path<(String, SeriesId)>,
) -> Result<Response, Fault> {
    let look = of_theirs(&house, &at, caller).await?.look(id).await?;
    let feed = Feed { v: &v, station: &at.station, public_url: &house.settings.public_url };
    Ok(super::feeds::ics(feed.series(&look), "private, no-store"))
}

/// The series that a reservation is a date of.
pub async fn part_of(
    house: &House,
    at: &std::sync::Arc<stations::Station>,
    id: crate::ReservationId,
) -> Result<Option<(SeriesId, Date)>, Fault> {
    let station = at.clone();
    let read = move |c: &mut Conn| crate::series::answers::of_reservation(c, &station, id);
    Ok(house.db.read(read).await?.map(|(series, on)| (series.id, on)))
}
