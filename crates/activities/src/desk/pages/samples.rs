//! Every page with an invented activity, for the test that draws all pages and for people who look at them.
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::page::{HtmlPage, Page};
use kernel::view::View;
use maud::Markup;
use stations::{NoRoom, Owner, Room, Station};

use super::{Ctx, Form, Preview, Time, form, list, time};
use crate::asked::questions;
use crate::desk::forms::{PlanForm, TimeForm};
use crate::public::sample;
use crate::rules::{Kind, Refusal};

fn shell(v: &View, station: &Station, body: Markup) -> HtmlPage {
    Page::new(v, v.t("activities-tab")).place(station.place(v)).body(body)
}

/// Each page with its name, on the view's day.
pub fn samples(v: &View) -> Result<Vec<(String, String)>, Fault> {
    let station = stations::sample_station()?;
    let ctx = Ctx { v, station: &station };
    let one = |kind, hours| sample(v, &station, (kind, hours));
    let (fair, soon, past) = (one(Kind::Fair, 20)?, one(Kind::Activity, 3)?, one(Kind::Activity, -51)?);
    let mut lost = one(Kind::Activity, 27)?;
    lost.one.no_room = Some(NoRoom::Lost);
    lost.one.lined = 2;
    let room = |id, zh: &str| Room { id, name_zh: zh.into(), name_en: String::new() };
    let rooms = [room(3, "书屋座位"), room(4, "小会议室")];
    let owners = [Owner { id: 1, name_zh: "新时代文明实践所".into(), name_en: String::new() }];
    let clash = Refusal::Clash {
        on: soon.one.on,
        why: NoRoom::Taken,
        clashes: 1,
        of: 1,
        starts: vec![soon.one.ends_at],
        rooms: rooms[1..].to_vec(),
    };
    let drawn = |plan: &crate::rules::Plan, (copies, refused): (bool, Option<&Refusal>)| {
        let (typed, none) = (PlanForm::of(plan), Problems::default());
        let asked = plan.terms.rule.as_ref().map(|r| questions(r, plan.terms.starts_on).unwrap_or_default());
        let preview =
            Preview { form: &typed, terms: Some(&plan.terms), questions: asked.as_deref().unwrap_or_default() };
        let page = Form {
            action: "/",
            form: &typed,
            problems: &none,
            preview,
            rooms: &rooms,
            owners: &owners,
            refused,
            copies,
            changes: false,
        };
        shell(v, &station, form(ctx, &page)).into_string()
    };
    let at_desk = |seen: &crate::answers::Seen, refused: Option<&Refusal>| {
        let (typed, none) = (TimeForm::of(seen, &station), Problems::default());
        let page = Time { seen, form: &typed, problems: &none, rooms: &rooms, refused, parts: &[] };
        shell(v, &station, time(ctx, &page)).into_string()
    };
    let all = [lost.clone(), soon.clone(), fair.clone()];
    Ok(vec![
        ("activities-desk".into(), shell(v, &station, list(ctx, &all, &[past])).into_string()),
        ("activities-desk-none".into(), shell(v, &station, list(ctx, &[], &[])).into_string()),
        ("activities-desk-fair".into(), drawn(&fair.series.plan, (false, None))),
        ("activities-desk-copy".into(), drawn(&soon.series.plan, (true, None))),
        ("activities-desk-clash".into(), drawn(&soon.series.plan, (false, Some(&clash)))),
        ("activities-desk-time".into(), at_desk(&soon, None)),
        ("activities-desk-lost".into(), at_desk(&lost, Some(&clash))),
    ])
}
