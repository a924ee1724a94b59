//! Every page with an invented reception, for the test that renders all pages and for people who look at them.
use axum::http::StatusCode;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use kernel::chance::Chance;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::Said;
use kernel::view::View;
use maud::Markup;
use people::StaffId;
use stations::Owner;

use super::{day, days, deputies, desk, home, item, one, visit};
use crate::deputies::answers::{DayOf, Deputy, Full, Item, Items, Kept, KeptDay, Made, Told};
use crate::deputies::rules::{Category, Day, Hat, State, Step, Visit, slots};
use crate::deputies::{DayId, VisitId};
use crate::desk::pages::Ctx;
use crate::desk::pages::samples::{framed, station};
use crate::public::pages::Frame;
use crate::rules::Name;

type Sample = (String, String);

/// Each page with its name, on the view's day.
pub fn samples(v: &View) -> Result<Vec<Sample>, Fault> {
    let station = station()?;
    let ctx = Ctx { v, station: &station };
    Ok([public(ctx), at_desk(ctx), items(ctx), written(ctx)].concat())
}

fn name(zh: &str, en: &str) -> Name {
    Name { zh: zh.into(), en: en.into() }
}

fn id(ctx: Ctx<'_>, n: u64) -> kernel::db::types::Id {
    kernel::house::new_id(ctx.v.now(), &Chance::seeded(n))
}

fn at(ctx: Ctx<'_>, on: Date, hour: i8, minute: i8) -> Timestamp {
    crate::answers::instant(ctx.station, on.at(hour, minute, 0, 0)).unwrap_or(Timestamp::UNIX_EPOCH)
}

fn deputy(ctx: Ctx<'_>) -> Deputy {
    let staff = Some(StaffId(id(ctx, 9)));
    Deputy { id: 1, name: "李桂芳".into(), title: name("镇人大代表", "Township deputy"), staff }
}

fn offices() -> Vec<Owner> {
    let one = |id, zh: &str, en: &str| Owner { id, name_zh: zh.into(), name_en: en.into() };
    vec![one(1, "党群活动中心", "Community centre"), one(3, "新时代文明实践所", "Civic-practice station")]
}

/// In so many days; with `free` of its slots free.
fn day_in(ctx: Ctx<'_>, days: i64, free: usize, called_off: bool) -> DayOf {
    let on = ctx.when().today().saturating_add(days.days());
    let day = Day { on, from: at(ctx, on, 9, 0), until: at(ctx, on, 11, 0), minutes: 20, called_off };
    let reason = if called_off { "代表去县里开会".into() } else { String::new() };
    let place = name("人大代表联络室", "The deputies' room");
    let kept = KeptDay { id: DayId(id(ctx, 40 + free as u64)), deputy: 1, day, place, reason };
    let slots = slots(&day);
    let open = slots.iter().copied().take(free).collect();
    DayOf { kept, deputy: deputy(ctx), slots, free: open }
}

fn item_in(ctx: Ctx<'_>, n: u64, state: State) -> Item {
    let today = ctx.when().today();
    let with_office = matches!(state, State::Routed | State::Answered | State::Closed);
    let late = if n == 2 { today.saturating_sub(2.days()) } else { today.saturating_add(4.days()) };
    let visit = Visit {
        state,
        office: with_office.then_some(3),
        reply_by: with_office.then_some(late),
        reopened: n == 4,
        lapses_at: ctx.v.now() + SignedDuration::from_hours(48),
    };
    let received = !matches!(state, State::Booked | State::Cancelled | State::Missed);
    let kept = Kept {
        id: VisitId(id(ctx, n)),
        day: DayId(id(ctx, 40)),
        slot_at: (n != 3).then(|| at(ctx, today, 9, 20)),
        person: None,
        name_sealed: None,
        what_sealed: None,
        category: received.then_some(Category::RoadsWaterPower),
        visit,
        provisional: n == 4,
        made_at: ctx.v.now(),
        over_at: None,
        steps: 3,
        forgotten: false,
    };
    Item {
        visit,
        name: (n % 2 == 1).then(|| "罗大爷".into()),
        phone: "13800000000".parse().ok().filter(|_| n == 1),
        what: received.then(|| "村口的路灯坏了三个月。".into()),
        office: with_office.then(|| offices().remove(1)),
        kept,
    }
}

fn log(ctx: Ctx<'_>) -> Vec<Told> {
    let told = |step: Step| Told {
        made: Made {
            number: 1,
            step,
            at: ctx.v.now(),
            by: None,
            office: Some(3),
            reply_by: Some(ctx.when().today()),
            words_sealed: None,
        },
        by: (step != Step::Taken).then(|| "马春兰".to_owned()),
        office: offices().pop(),
        words: matches!(step, Step::Answered | Step::Comment).then(|| "下周来修。".to_owned()),
    };
    Step::ALL.into_iter().map(told).collect()
}

fn full(ctx: Ctx<'_>, item: Item) -> Full {
    let called_off = item.visit.state == State::Cancelled;
    Full { item, day: day_in(ctx, 6, 4, called_off), log: log(ctx) }
}

fn public(ctx: Ctx<'_>) -> Vec<Sample> {
    let f = Frame { v: ctx.v, station: ctx.station };
    let all = [day_in(ctx, 6, 4, false), day_in(ctx, 9, 0, false), day_in(ctx, 12, 5, true)];
    let said = Said::only("这个时段刚被别人约了。".into());
    let refused = Some((&said, StatusCode::CONFLICT));
    let mut pages = vec![
        ("deputies".to_owned(), days(f, &all)),
        ("deputies-none".into(), days(f, &[])),
        ("deputies-home".into(), f.page("home").body(home(f, &all).unwrap_or_default())),
        ("deputies-day".into(), one(f, &all[0], None, "0")),
        ("deputies-day-full".into(), one(f, &all[1], refused, "0")),
        ("deputies-day-off".into(), one(f, &all[2], None, "0")),
    ];
    for (state, n) in State::ALL.into_iter().zip(1..) {
        pages.push((format!("reception-{}", state.name()), visit(f, &full(ctx, item_in(ctx, n, state)), None)));
    }
    pages.into_iter().map(|(name, page)| (name, page.into_string())).collect()
}

fn at_desk(ctx: Ctx<'_>) -> Vec<Sample> {
    let (coming, past) = ([day_in(ctx, 6, 4, false), day_in(ctx, 12, 5, true)], [day_in(ctx, -3, 0, false)]);
    let (problems, form) = (Problems::default(), desk::DayForm { once: "0".into(), ..desk::DayForm::default() });
    let open = [State::Registered, State::Routed, State::Routed, State::Routed, State::Answered];
    let open = open.into_iter().zip(1..).map(|(state, n)| item_in(ctx, n, state)).collect();
    let all = Items { open, closed: vec![item_in(ctx, 6, State::Closed)] };
    let none = Items { open: vec![], closed: vec![] };
    let (who, earliest) = ([deputy(ctx)], ctx.when().today().saturating_add(3.days()));
    let page = |items, coming, deputies, announced| {
        let page = desk::Page {
            items,
            coming,
            past: &past,
            deputies,
            earliest,
            form: &form,
            problems: &problems,
            manager: true,
            announced,
        };
        framed(ctx, ctx.v.t("deputies-title"), desk::body(ctx, &page))
    };
    let people =
        [item_in(ctx, 1, State::Booked), item_in(ctx, 3, State::Registered), item_in(ctx, 2, State::Cancelled)];
    let typed = day::VisitForm { once: "0".into(), ..day::VisitForm::default() };
    let one = |d, items, called_off| {
        let page = day::Page { day: d, items, begun: true, form: &typed, problems: &problems, called_off };
        framed(ctx, ctx.v.t("deputies-title"), day::body(ctx, &page))
    };
    vec![
        ("desk-deputies".into(), page(&all, &coming, &who, true)),
        ("desk-deputies-none".into(), page(&none, &[], &[], false)),
        ("desk-deputies-day".into(), one(&coming[0], &people, None)),
        ("desk-deputies-day-off".into(), one(&coming[1], &[], Some(2))),
    ]
}

fn items(ctx: Ctx<'_>) -> Vec<Sample> {
    let (problems, form, offices) = (Problems::default(), item::StepForm::default(), offices());
    let hats = [
        ("office", Hat { office: Some(3), deputy_signs_in: true, ..Hat::default() }),
        ("deputy", Hat { deputy: true, deputy_signs_in: true, ..Hat::default() }),
    ];
    let mut pages = vec![];
    for (state, n) in State::ALL.into_iter().zip(1..) {
        for (who, hat) in hats {
            let full = full(ctx, item_in(ctx, n, state));
            let page = item::Page { full: &full, offices: &offices, hat, form: &form, problems: &problems };
            let body: Markup = item::body(ctx, &page);
            pages.push((format!("desk-reception-{}-{who}", state.name()), framed(ctx, "样".into(), body)));
        }
    }
    pages
}

fn written(ctx: Ctx<'_>) -> Vec<Sample> {
    let (problems, form) = (Problems::default(), deputies::DeputyForm::default());
    let silent = Deputy { id: 2, staff: None, ..deputy(ctx) };
    let shell = |body: Markup| framed(ctx, ctx.v.t("deputies-people"), body);
    let edit = deputies::edit(ctx, (&ctx.path("/deputies/people/1"), true), &form, &problems, &[]);
    vec![
        ("desk-deputies-people".into(), shell(deputies::list(ctx, &[deputy(ctx), silent]))),
        ("desk-deputies-people-none".into(), shell(deputies::list(ctx, &[]))),
        ("desk-deputy".into(), shell(edit)),
    ]
}
