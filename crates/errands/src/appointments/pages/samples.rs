//! Every page with invented days, for the test that draws all pages and for people who look at them.
use std::sync::Arc;

use almanac::hours::Hours;
use axum::http::StatusCode;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::Said;
use kernel::view::View;
use stations::Station;

use super::booking::{self, Booking};
use super::desk::{self, BookForm, Page};
use super::policy::{self, PolicyForm};
use crate::appointments::reads::{Calendar, List, Moving};
use crate::booked::answers::OneDay;
use crate::booked::rules::{Policy, Slot};
use crate::desk::pages::{Ctx, samples as at_desk};
use crate::forecast::Span;
use crate::public::pages::{Frame, samples as public};
use crate::rules::Number;

type Sample = (&'static str, String);

/// Each page with its name.
pub fn samples(v: &View) -> Result<Vec<Sample>, Fault> {
    let station = public::station(Arc::new(Hours::parse("Mo-Su 06:00-22:00").map_err(Fault::broken)?));
    let cal = calendar(v, &station);
    Ok([residents(v, &station, &cal), staff(v, &cal)?].concat())
}

/// Today nothing is free any more; tomorrow the official works in the morning and the stand-in in the afternoon.
fn calendar(v: &View, station: &Station) -> Calendar {
    let hall = public::hall_at(v, station, true);
    let today = hall.at.date();
    let slot = |days: i64, hour: i8, minute: i8, free: usize| {
        let at = today.saturating_add(days.days()).at(hour, minute, 0, 0);
        let from = crate::answers::instant(station, at).unwrap_or(Timestamp::UNIX_EPOCH);
        let span = Span { from, until: from + SignedDuration::from_mins(15) };
        Slot { span, official: Some(if hour < 12 { 1 } else { 2 }), free }
    };
    let quarters = |days: i64, free: usize| -> Vec<Slot> {
        let hours = [9, 10, 11, 14, 15];
        hours.into_iter().flat_map(|hour| [0, 15, 30].map(|minute| slot(days, hour, minute, free))).collect()
    };
    let day = |n: i64| {
        let on = today.saturating_add(n.days());
        let slots = if n == 0 { quarters(n, 0) } else { quarters(n, 1) };
        OneDay { on, open: n % 6 != 3, slots }
    };
    let matter = hall.matters[0].clone();
    Calendar { hall, matter, days: (0..10).map(day).collect(), on: Some(today.saturating_add(1.day())), moving: None }
}

fn residents(v: &View, station: &Station, cal: &Calendar) -> Vec<Sample> {
    let f = Frame { v, station };
    let problems = Problems::default();
    let said = Said::only("这个时间刚被约走了。".into());
    let works: Vec<Slot> = cal.days[1].slots[..3].to_vec();
    let refused = Some((&said, works.as_slice(), StatusCode::CONFLICT));
    let page = |cal: &Calendar, refused, ask_phone| {
        let b = Booking { cal, phone: "", problems: &problems, refused, ask_phone, once: "0" };
        booking::page(f, &b).into_string()
    };
    let first = cal.days[1].slots[0].span.from;
    let id = crate::TicketId(kernel::db::types::Id(uuid::Uuid::nil()));
    let moving = Calendar { moving: Some(Moving { id, from: first }), ..cal.clone() };
    let full = Calendar { days: vec![cal.days[0].clone()], on: Some(cal.days[0].on), ..cal.clone() };
    let none = Calendar { days: vec![], on: None, ..cal.clone() };
    vec![
        ("booking", page(cal, None, true)),
        ("booking-known", page(cal, None, false)),
        ("booking-refused", page(cal, refused, true)),
        ("booking-moving", page(&moving, None, true)),
        ("booking-full", page(&full, None, true)),
        ("booking-none", page(&none, None, true)),
    ]
}

fn staff(v: &View, cal: &Calendar) -> Result<Vec<Sample>, Fault> {
    let station = at_desk::station()?;
    let ctx = Ctx { v, station: &station };
    let problems = Problems::default();
    let all = vec![at_desk::booked(ctx, 3, 20), at_desk::booked(ctx, 4, 24 * 60)];
    let list = List { hit: vec![all[1].clone()], all, officials: at_desk::the_officials(ctx) };
    let nothing = List { all: vec![], hit: vec![], officials: vec![] };
    let (lines, matters) = (at_desk::the_lines(), at_desk::the_matters());
    let form = BookForm { once: "0".into(), matter: "old-age-allowance".into(), ..BookForm::default() };
    let new = |cal| {
        let page = Page { lines: &lines, matters: &matters, cal, form: &form, problems: &problems };
        at_desk::shell(ctx, "draw-title", desk::new(ctx, &page))
    };
    let done = Some((Number { letter: 'A', number: 3 }, v.now()));
    let typed = PolicyForm::of("0".into(), &Policy::default());
    let policy = policy::body(ctx, 1, (&typed, true), &problems);
    Ok(vec![
        ("desk-list", at_desk::shell(ctx, "calls-title", desk::list(ctx, &list, done))),
        ("desk-list-none", at_desk::shell(ctx, "calls-title", desk::list(ctx, &nothing, None))),
        ("desk-new", new(None)),
        ("desk-new-times", new(Some(cal))),
        ("desk-policy", at_desk::shell(ctx, "lines-title", policy)),
    ])
}
