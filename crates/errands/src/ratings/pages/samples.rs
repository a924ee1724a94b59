//! Every page with invented ratings, for the test that renders all pages and for people who look at them.
use std::sync::Arc;

use almanac::hours::Hours;
use almanac::workdays::Due;
use jiff::ToSpan as _;
use jiff::tz::TimeZone;
use kernel::db::types::{Id, StationId};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::page::{Page, StaffBar};
use kernel::view::View;
use maud::Markup;
use stations::{Division, Station};

use super::{Form, desk, form, kiosk, on_ticket};
use crate::hall::pages::Frame;
use crate::ratings::answers::{Called, Given, OfTicket, ToCall};
use crate::ratings::rules::{Level, Outcome, RatingId, Refusal};
use crate::rules::{Name, Number};

type Sample = (&'static str, String);

/// Each page with its name.
pub fn samples(v: &View) -> Result<Vec<Sample>, Fault> {
    let station = station()?;
    Ok([on_tickets(v, &station), forms(v, &station), at_the_kiosk(v, &station), at_the_desk(v, &station)].concat())
}

/// Where all of it happens.
pub(crate) fn station() -> Result<Station, Fault> {
    let [name, county, city, province] = ["三合镇", "平安区", "海东市", "青海省"].map(str::to_owned);
    Ok(Station {
        id: StationId(63_020_310_201),
        slug: "sanhe".into(),
        name_zh: "三合镇共享驿站".into(),
        name_en: "Sanhe Shared Station".into(),
        division: Division { code: 630_203_102, name, county, city, province },
        address: "三合镇政府院内".into(),
        phone: Some("0972-000 0000".into()),
        lat: None,
        lon: None,
        zone: TimeZone::get("Asia/Shanghai").map_err(Fault::broken)?,
        hours: Arc::new(Hours::parse("Mo-Su 08:30-21:30").map_err(Fault::broken)?),
    })
}

const TICKET: &str = "/s/sanhe/tickets/1";

fn given(level: Level, words: &str, call_back: Option<Called>) -> Option<Given> {
    Some(Given { level, words: words.into(), call_back })
}

fn on_tickets(v: &View, station: &Station) -> Vec<Sample> {
    let when = v.when(&station.zone);
    let today = when.today();
    let page = |given, may| {
        let seen = OfTicket { given, may, until: today.saturating_add(1.day()) };
        let body = on_ticket(v, &when, TICKET, &seen, "0");
        Page::new(v, "A014").place(station.place(v)).body(body).into_string()
    };
    let called = |days: i64, outcome, answer: &str| {
        Some(Called { due: today.saturating_add(days.days()), outcome, answer: answer.into() })
    };
    let low = |called| given(Level::Dissatisfied, "等了一个多小时。", called);
    vec![
        ("asked", page(None, Ok(()))),
        ("good", page(given(Level::VerySatisfied, "", None), Ok(()))),
        ("low", page(low(called(7, None, "")), Ok(()))),
        ("late", page(low(called(-1, None, "")), Err(Refusal::Fixed))),
        ("missed", page(low(called(3, Some(Outcome::NotReached), "打了两次电话，没有人接。")), Err(Refusal::Fixed))),
        ("answered", page(low(called(3, Some(Outcome::Settled), "补贴已经打到卡上。")), Err(Refusal::Fixed))),
        ("too-late", page(None, Err(Refusal::Fixed))),
    ]
}

fn forms(v: &View, station: &Station) -> Vec<Sample> {
    let until = v.when(&station.zone).today();
    let draw = |may, level, problems: &Problems| {
        let seen = OfTicket { given: None, may, until };
        let typed = Form { level, words: "老人站着等了半天。".into() };
        form((v, station), TICKET, (&seen, &typed), problems, "0").into_string()
    };
    let mut wrong = Problems::default();
    wrong.add("level", "ratings-no-level");
    let mut long = Problems::default();
    long.add_with("words", "ratings-too-long", vec![("most", "500".into())]);
    let over = Problems::about_the_whole(kernel::refusal::Refusal::say(&Refusal::Fixed, v));
    vec![
        ("form", draw(Ok(()), Some(Level::MostlySatisfied), &Problems::default())),
        ("form-wrong", draw(Ok(()), None, &wrong)),
        ("form-long", draw(Ok(()), Some(Level::Satisfied), &long)),
        ("form-over", draw(Err(Refusal::Fixed), None, &over)),
    ]
}

fn at_the_kiosk(v: &View, station: &Station) -> Vec<Sample> {
    let place = station.place(v);
    let f = Frame { v, place: &place, zone: &station.zone };
    let number = Number { letter: 'A', number: 14 };
    let asks = kiosk::Ask { number, path: "/s/sanhe/kiosk/rating", once: "0", back: "/s/sanhe/kiosk" };
    vec![
        ("kiosk-rate", kiosk::ask(f, &asks).into_string()),
        ("kiosk-thanks", kiosk::thanks(f, (number, Level::Satisfied), "/s/sanhe/kiosk").into_string()),
        ("kiosk-thanks-low", kiosk::thanks(f, (number, Level::Dissatisfied), "/s/sanhe/kiosk").into_string()),
    ]
}

fn at_the_desk(v: &View, station: &Station) -> Vec<Sample> {
    let today = v.when(&station.zone).today();
    let one = |n: u128, days: i64, outcome: Option<Outcome>| ToCall {
        id: RatingId(Id(uuid::Uuid::from_u128(n))),
        day: today,
        number: Number { letter: 'A', number: 14 },
        matters: vec![Name { zh: "高龄补贴".into(), en: "Old-age allowance".into() }],
        level: Level::Dissatisfied,
        words: "等了一个多小时。".into(),
        name: (n == 1).then(|| "罗大爷".into()),
        phone: (n == 1).then(|| "13800000001".parse().ok()).flatten(),
        due: Due { date: today.saturating_add(days.days()), provisional: n == 3 },
        overdue: days < 0 && outcome.is_none(),
        outcome,
        answer: if outcome.is_some() { "补贴已经打到卡上。".into() } else { String::new() },
    };
    let all =
        [one(1, -1, None), one(2, 3, None), one(3, 5, Some(Outcome::NotReached)), one(4, 2, Some(Outcome::Settled))];
    let shell = |body: Markup| {
        let bar = StaffBar { name: "祁海燕".into(), place: station.name(v).to_owned(), ..StaffBar::default() };
        Page::new(v, "call-backs").place(station.place(v)).staff(bar).body(body).into_string()
    };
    let none = Problems::default();
    let list = |all: &[ToCall], problems| {
        shell(desk::list(v, station, &desk::List { all, days: 5, kept: all.is_empty(), problems }))
    };
    let mut wrong = Problems::default();
    wrong.add("outcome", "ratings-desk-choose");
    wrong.add("answer", "ratings-no-answer-without-words");
    let show = |call_back, problems| {
        let page = desk::One { call_back, outcome: None, typed: "", problems, once: "0" };
        shell(desk::one(v, station, &page))
    };
    vec![
        ("desk-list", list(&all[..], &none)),
        ("desk-none", list(&[], &none)),
        ("desk-one", show(&all[0], &none)),
        ("desk-wrong", show(&all[1], &wrong)),
        ("desk-ended", show(&all[3], &none)),
    ]
}
