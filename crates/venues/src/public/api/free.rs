//! What is free on a day.
use std::collections::BTreeMap;

use axum::Json;
use axum::extract::State;
use jiff::civil::Date;
use kernel::api::{Ask, Problem, Wrong};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::refusal::Not;
use kernel::view::View;
use serde::{Deserialize, Serialize};
use stations::{At, Station};
use utoipa::{IntoParams, ToSchema};

use super::failures::{Reading, wrong};
use super::shapes::{Clock, ClosureShape, PriorityShape, SlotShape};
use crate::Catalogue;
use crate::answers::{self, DayOf};
use crate::public::reads::Here;
use crate::public::reserve::offering_path;
use crate::rules::{self, LayerKind, Name, Offering, Refusal};

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct AvailabilityQuery {
    /// The day, `2026-06-24`; without it, today.
    #[param(value_type = Option<String>, format = Date, example = "2026-06-24")]
    on: Option<String>,
    /// Only what people come for under this name.
    #[param(example = "table-tennis")]
    activity: Option<String>,
    /// Only the offering with this slug.
    #[param(example = "table-tennis")]
    offering: Option<String>,
    /// The length; without it, each offering's usual one. Lengths that an offering does not have become its nearest.
    #[param(value_type = Option<i32>, minimum = 5, maximum = 1440, example = 60)]
    minutes: Option<String>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Availability)]
pub struct AvailabilityShape {
    #[schema(format = Date)]
    pub on: String,
    pub offerings: Vec<FreeShape>,
}

/// The starts of one offering on the day. Past ones are left out; full ones are in it with `free` 0.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Free)]
pub struct FreeShape {
    pub offering: String,
    pub venue: String,
    pub name: Name,
    pub activity: String,
    /// The length of the slots.
    pub minutes: i32,
    pub slots: Vec<SlotShape>,
    /// Closures that touch the day.
    pub closures: Vec<ClosureShape>,
    /// Hours of the day that are some people's first; the slots in them are theirs until everybody may book.
    pub priorities: Vec<PriorityShape>,
    /// The last day that can be booked; of later ones, and of days that are over, nothing is told.
    #[schema(format = Date)]
    pub last_day: String,
    /// The page where people book it.
    pub page: String,
}

/// What is free on a day.
#[utoipa::path(get, path = "/stations/{slug}/availability", tag = "venues", operation_id = "availability",
    params(("slug" = String, Path, description = "The station's slug"), AvailabilityQuery),
    responses((status = 200, description = "The starts of each offering that fits", body = AvailabilityShape, example = json!({
        "on": "2026-06-24",
        "offerings": [{
            "offering": "table-tennis", "venue": "table-tennis", "name": { "zh": "乒乓球台", "en": "A table-tennis table" },
            "activity": "table-tennis", "minutes": 60,
            "slots": [{ "from": "2026-06-24T20:00:00+08:00", "until": "2026-06-24T21:00:00+08:00", "free": 2, "of": 3 }],
            "closures": [], "last_day": "2026-07-01", "page": "/s/sanhe/venues/table-tennis"
        }] })), Reading))]
pub async fn availability(
    State(house): State<House>,
    v: View,
    at: At,
    Ask(query): Ask<AvailabilityQuery>,
) -> Result<Json<AvailabilityShape>, Wrong> {
    let here = Here::new(&house, &at.station);
    let (on, minutes) = query.read(here.today()).map_err(|problems| Problem::fields(&v, &problems))?;
    let (activity, slug) = (query.activity, query.offering);
    let work = move |c: &mut Conn| {
        let catalogue = answers::catalogue(c, &here.station)?;
        let some = chosen(&catalogue, activity.as_deref(), slug.as_deref())?;
        free_on(c, &here, (&catalogue, some), (on, minutes)).map_err(Not::<Refusal>::from)
    };
    let offerings = house.db.read(work).await.map_err(|not| wrong(&v, &at.station, not, vec![]))?;
    Ok(Json(AvailabilityShape { on: on.to_string(), offerings }))
}

impl AvailabilityQuery {
    fn read(&self, today: Date) -> Result<(Date, Option<i32>), Problems> {
        let mut problems = Problems::default();
        let on = match &self.on {
            Some(on) => problems.take("on", on.trim().parse::<Date>(), "venues-form-on"),
            None => Some(today),
        };
        let minutes = self.minutes.as_ref().map(|n| {
            let n = n.trim().parse::<i32>().ok().filter(|n| (5..=crate::rules::LONGEST).contains(n)).ok_or(());
            problems.take("minutes", n, "venues-form-minutes")
        });
        problems.or_else_all(on.map(|on| (on, minutes.flatten())))
    }
}

/// The offerings that are asked for. A name that none has is refused with those that there are.
fn chosen(catalogue: &Catalogue, activity: Option<&str>, slug: Option<&str>) -> Result<Vec<Offering>, Refusal> {
    let all = match slug {
        Some(slug) => vec![answers::offering_in(catalogue, slug)?.clone()],
        None => catalogue.offerings.clone(),
    };
    let Some(activity) = activity else { return Ok(all) };
    let mut known: Vec<String> = all.iter().map(|o| o.activity.clone()).collect();
    let some: Vec<Offering> = all.into_iter().filter(|o| o.activity == activity).collect();
    if some.is_empty() {
        known.sort_unstable();
        known.dedup();
        return Err(Refusal::UnknownOffering { asked: activity.to_owned(), known });
    }
    Ok(some)
}

/// Of days that nobody can book, only that is told: they are read as the nearest that can be booked.
fn free_on(
    c: &mut Conn,
    here: &Here,
    (catalogue, offerings): (&Catalogue, Vec<Offering>),
    (on, minutes): (Date, Option<i32>),
) -> Result<Vec<FreeShape>, Fault> {
    let with_length = |o: Offering| {
        let minutes = minutes.map(|n| o.policy.nearest_length(n));
        (o, minutes)
    };
    // The place in the answer, the offering, the length.
    type Wanted = (usize, (Offering, Option<i32>));
    let mut by_day: BTreeMap<Date, Vec<Wanted>> = BTreeMap::new();
    for (n, offering) in offerings.into_iter().enumerate() {
        let near = on.clamp(here.today(), here.last_day(&offering.policy));
        by_day.entry(near).or_default().push((n, with_length(offering)));
    }
    let mut found = vec![];
    for (near, wanted) in by_day {
        let (places, wanted): (Vec<usize>, Vec<_>) = wanted.into_iter().unzip();
        let days = here.days(c, (catalogue, &wanted), near)?;
        let mut clock = Clock::new(&here.station.zone);
        let mut shaped = vec![];
        for day in &days {
            let last_day = here.last_day(&day.offering.policy);
            shaped.push(shape((&here.station, &mut clock), day, last_day, near == on));
        }
        found.extend(places.into_iter().zip(shaped));
    }
    found.sort_by_key(|(n, _)| *n);
    Ok(found.into_iter().map(|(_, shape)| shape).collect())
}

fn shape((station, clock): (&Station, &mut Clock<'_>), day: &DayOf, last_day: Date, bookable: bool) -> FreeShape {
    let offering = &day.offering;
    let closures = day.layers.iter().filter(|l| l.kind == LayerKind::Closed);
    let span = rules::days(&station.zone, day.on, 1);
    let priorities = day.priorities.iter().filter(|_| bookable);
    FreeShape {
        offering: offering.slug.clone(),
        venue: day.venue.slug.clone(),
        name: offering.name.clone(),
        activity: offering.activity.clone(),
        minutes: day.minutes,
        slots: day.slots.iter().filter(|_| bookable).map(|s| SlotShape::of(s, clock)).collect(),
        closures: closures.filter(|_| bookable).map(|l| ClosureShape::of(l, &station.zone)).collect(),
        priorities: priorities.map(|p| PriorityShape::of(p, &span, &station.zone)).collect(),
        last_day: last_day.to_string(),
        page: offering_path(station, &offering.slug),
    }
}
