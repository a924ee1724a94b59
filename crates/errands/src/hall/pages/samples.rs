//! Every screen and slip with an invented hall, for the test that renders all pages and for people who look at them.
use jiff::civil::{DateTime, date};
use jiff::tz::TimeZone;
use kernel::fault::Fault;
use kernel::page::Place;
use kernel::view::View;
use stations::{Leaf, OnToday};

use super::door::{Door, StandIn};
use super::kiosk::{Ask, Here, Key, Start};
use super::screen::{Call, Person, Screen};
use super::slip::{Roll, Slip};
use super::{Frame, door, kiosk, screen, slip};
use crate::hall::assets::Voice;
use crate::lounge::Seats;
use crate::rules::{DeskId, Number, Presence, Shown};

/// Stands for what another slice lets people do there.
const RATE: Leaf =
    Leaf { key: "hall-kiosk-rate", note: "hall-kiosk-rate-how", icon: "message", path: "/opinions/new?at=kiosk" };
const NEWS: &str = "/s/sanhe/hall/live";
const KIOSK: &str = "/s/sanhe/kiosk";

/// Each page with its name. The hall is as on the view's day, at whatever time it is.
pub fn samples(v: &View, voice: &Voice) -> Result<Vec<(&'static str, String)>, Fault> {
    let zone = TimeZone::get("Asia/Shanghai").map_err(Fault::broken)?;
    let place =
        Place { name: "三合镇共享驿站".into(), home: "/s/sanhe".into(), phone: Some("0972-000 0000".into()) };
    let f = Frame { v, place: &place, zone: &zone };
    let today = f.when().today();
    let at = |hour, minute| today.at(hour, minute, 0, 0);
    let pages = [screens(f, voice, at), doors(f, at)?, kiosks(f)?, slips(f)?];
    Ok(pages.concat())
}

type Sample = (&'static str, String);

fn number(letter: char, number: i32) -> Number {
    Number { letter, number }
}

fn away(presence: Presence, back: Option<DateTime>) -> Shown {
    Shown::Away { presence, back, due: false }
}

/// Half of the lounge is free, and was an hour and a half ago if that is not known any more.
fn seats(f: Frame<'_>, known: bool) -> Seats {
    let at = f.v.now() - jiff::SignedDuration::from_mins(if known { 3 } else { 90 });
    Seats { of: 12, free: 6, at, known }
}

fn screens(f: Frame<'_>, voice: &Voice, at: impl Fn(i8, i8) -> DateTime) -> Vec<Sample> {
    let call = |letter, n, desk: DeskId| Call {
        key: format!("{letter}{n}-1"),
        number: number(letter, n),
        desk,
        at: f.v.now(),
    };
    let person = |name: &str, does: &str, shown| Person { name: name.into(), does: does.into(), shown };
    let on = |when: &str, what: &str| OnToday { when: when.into(), what: what.into() };
    let monday = date(2026, 6, 29).at(8, 30, 0, 0);
    let busy = Screen {
        lunar: Some("农历五月十三".into()),
        calls: vec![call('A', 14, 3), call('B', 7, 1), call('C', 3, 12)],
        next: vec![number('A', 15), number('A', 16), number('B', 8)],
        waiting: 7,
        people: vec![
            person("马学兰", "高龄补贴 · 救助", Shown::AtDesk(Some(3))),
            person("祁海燕", "高龄补贴", away(Presence::Field, Some(at(15, 0)))),
            person("李国庆", "社保 · 医保", Shown::AtDesk(Some(1))),
            person("才让卓玛", "开证明 · 户籍", Shown::InOffice),
            person("张生福", "林草 · 补贴", Shown::Unconfirmed(at(11, 30))),
            person("韩梅", "就业 · 培训", away(Presence::Leave, Some(monday))),
        ],
        on: vec![on("今天", "物资交流会，院里免费停车 86 位"), on("今晚 20:00", "象棋 缺 1 人")],
        posts: vec![on("大厅先锋岗", "马同志在岗，到 12:00"), on("门口先锋岗", "现在没有人值守，下一班 14:00")],
        lounge: Some(seats(f, true)),
    };
    let quiet = Screen {
        lunar: None,
        calls: vec![],
        next: vec![],
        waiting: 0,
        people: vec![person("马学兰", "高龄补贴 · 救助", Shown::NotSaid), person("祁海燕", "", Shown::AtDesk(None))],
        on: vec![],
        posts: vec![],
        lounge: Some(seats(f, false)),
    };
    // As long as numbers and desks become.
    let wide = Screen {
        lunar: Some("农历闰五月十三".into()),
        calls: vec![call('W', 1044, 12), call('M', 208, 24), call('A', 1003, 1), call('C', 9, 2), call('B', 11, 10)],
        next: vec![number('W', 1045), number('W', 1046), number('M', 209), number('M', 210), number('A', 1004)],
        waiting: 112,
        people: vec![],
        on: vec![],
        posts: vec![],
        lounge: None,
    };
    let middle = Screen { calls: vec![call('A', 104, 12), call('B', 7, 1)], ..Screen::default() };
    let draw = |s| screen::page(f, voice, s, NEWS.into(), 17).into_string();
    vec![
        ("screen", draw(&busy)),
        ("screen-quiet", draw(&quiet)),
        ("screen-wide", draw(&wide)),
        ("screen-middle", draw(&middle)),
    ]
}

fn doors(f: Frame<'_>, at: impl Fn(i8, i8) -> DateTime) -> Result<Vec<Sample>, Fault> {
    let door = |shown, stand_in, note: Option<&str>| {
        let door = Door {
            lunar: Some("农历五月十三".into()),
            name: "祁海燕".into(),
            does: "民政办 · 高龄补贴、低保、救助".into(),
            shown,
            stand_in,
            note: note.map(Into::into),
            address: "https://yizhan.example/s/sanhe/officials/qihaiyan".into(),
        };
        door::page(f, &door, NEWS.into(), 17).map(|page| page.into_string())
    };
    let other =
        StandIn { name: "马学兰".into(), whereabouts: "大厅 3 号窗".into(), shown: Shown::AtDesk(Some(3)) };
    let gone = StandIn {
        name: "李国庆".into(),
        whereabouts: "大厅 1 号窗".into(),
        shown: away(Presence::Meeting, Some(at(14, 30))),
    };
    let due = Shown::Away { presence: Presence::Meeting, back: Some(at(11, 50)), due: true };
    Ok(vec![
        ("door-away", door(away(Presence::Field, Some(at(15, 0))), Some(other), Some("交材料可以放在大厅 1 号窗。"))?),
        ("door-in", door(Shown::InOffice, None, None)?),
        ("door-due", door(due, Some(gone), None)?),
        ("door-leave", door(away(Presence::Leave, None), None, None)?),
        ("door-off", door(away(Presence::Off, None), None, None)?),
    ])
}

fn kiosks(f: Frame<'_>) -> Result<Vec<Sample>, Fault> {
    let key = |letter, name: &str, matters: &str, waiting, shut: Option<&str>| Key {
        value: name.into(),
        letter,
        name: name.into(),
        matters: matters.into(),
        waiting,
        shut: shut.map(Into::into),
    };
    let start = Start {
        lunar: Some("农历五月十三".into()),
        keys: vec![
            key('A', "民政", "高龄补贴、低保、救助", 4, None),
            key('B', "社保医保", "养老认证、缴费、报销", 2, None),
            key('C', "证明户籍", "开证明、落户、迁出", 0, None),
            key('D', "农牧林草", "草原补奖、退耕、农机", 1, None),
            key('E', "就业培训", "找活、培训、失业登记", 0, Some("今天没人在，周一再来")),
        ],
        path: KIOSK.into(),
        then: "/s/sanhe/kiosk/first".into(),
        here: "/s/sanhe/kiosk/here".into(),
        rate: "/s/sanhe/kiosk/rating".into(),
        more: vec![(RATE, "/s/sanhe/opinions/new?at=kiosk".into())],
    };
    let ask =
        Ask { value: "civil".into(), name: "民政".into(), draw: KIOSK.into(), once: "0".into(), back: KIOSK.into() };
    let here = |typed: &str, wrong: Option<&str>| {
        let here = Here {
            title: f.v.t("hall-here-title"),
            send: f.v.t("hall-here-say"),
            typed: typed.into(),
            letters: vec!['A', 'B', 'C', 'D', 'E'],
            path: "/s/sanhe/kiosk/here".into(),
            to: "/s/sanhe/kiosk/here".into(),
            once: "0".into(),
            wrong: wrong.map(Into::into),
            back: KIOSK.into(),
        };
        kiosk::here(f, &here).into_string()
    };
    Ok(vec![
        ("kiosk", kiosk::start(f, &start).into_string()),
        ("kiosk-ask", kiosk::ask(f, &ask).into_string()),
        ("kiosk-here", here("", None)),
        ("kiosk-here-digits", here("A01", None)),
        ("kiosk-here-wrong", here("A999", Some("今天没有 A999 这个号。"))),
        ("kiosk-drawn", kiosk::drawn(f, &ticket(f), KIOSK)?.into_string()),
        ("kiosk-arrived", kiosk::arrived(f, number('A', 17), 2, KIOSK).into_string()),
    ])
}

fn ticket(f: Frame<'_>) -> Slip {
    let now = f.v.now();
    let later = |minutes| now + jiff::SignedDuration::from_mins(minutes);
    Slip {
        number: number('A', 17),
        line: "民政窗口".into(),
        matter: "高龄补贴".into(),
        desk: Some(3),
        carried_by: Some("王".into()),
        ahead: 2,
        booked: None,
        about: Some((later(15), later(30))),
        bring: vec!["身份证".into(), "户口本".into(), "社保卡或银行卡".into()],
        note: Some("休息室右手第一间，有热水。".into()),
        address: "https://yizhan.example/t/7Q4M-2K9D".into(),
        drawn_at: now,
    }
}

fn slips(f: Frame<'_>) -> Result<Vec<Sample>, Fault> {
    let whole = ticket(f);
    let bare = Slip { desk: None, carried_by: None, ahead: 0, about: None, bring: vec![], note: None, ..ticket(f) };
    let booked = Slip { booked: Some("6月25日 周四 09:30".into()), about: None, ..ticket(f) };
    let draw = |roll, s| slip::page(f, roll, s).map(|page| page.into_string());
    Ok(vec![
        ("slip80", draw(Roll::Mm80, &whole)?),
        ("slip58", draw(Roll::Mm58, &whole)?),
        ("slip58-bare", draw(Roll::Mm58, &bare)?),
        ("slip80-booked", draw(Roll::Mm80, &booked)?),
    ])
}
