//! Every page with invented people, for the test that draws all pages and for people who look at them.
use jiff::{SignedDuration, Timestamp};
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::view::View;

use super::{Leaving, One};
use crate::desk::pages::Ctx;
use crate::desk::pages::samples::{shell, station};
use crate::hall::pages::slip::Roll;
use crate::public::pages::Frame;
use crate::receipts::ReceiptId;
use crate::receipts::answers::Seen;
use crate::receipts::forms::{DropOffForm, StepForm};
use crate::receipts::rules::State;
use crate::receipts::store::{Kept, Made};
use crate::rules::{Draft, Kind, Matter, Name, Paper, Ways};

/// Each page with its name, on the view's day.
pub fn samples(v: &View) -> Result<Vec<(String, String)>, Fault> {
    let station = station()?;
    let (f, ctx) = (Frame { v, station: &station }, Ctx { v, station: &station });
    let fine = Problems::default();
    let mut wrong = Problems::default();
    wrong.add("name", "people-name-empty");
    wrong.add("ready_at", "errands-desk-not-a-time");
    let all: Vec<Seen> = (1..).zip(State::ALL).map(|(n, state)| seen(v, n, state, 20)).collect();
    let late = seen(v, 9, State::InWork, -2);
    let address = "https://yizhan.example/s/sanhe/receipts/1";
    let log = [made(v.now(), State::Received, ""), made(v.now(), State::NeedsMore, "户口本")];
    let step = StepForm { once: "0".into(), on: "2026-06-26".into(), at: "16:00".into(), ..StepForm::default() };
    let one = |seen: &Seen, problems, done| {
        shell(ctx, "draw-title", super::one(ctx, &One { seen, log: &log, form: &step, problems, done }))
    };
    let form = DropOffForm { once: "0".into(), ..DropOffForm::default() };
    let matter = matter();
    let leave = |problems| {
        let leaving = Leaving { matter: &matter, consent: None, form: &form, problems };
        shell(ctx, "draw-title", super::leave(ctx, &leaving))
    };
    let listed: Vec<Seen> = all.iter().take(4).cloned().chain([late.clone()]).collect();
    let mut pages = vec![
        ("receipt-late".to_owned(), super::receipt(f, &late).into_string()),
        ("receipt-slip80".into(), super::slip(f, Roll::Mm80, &all[0], address)?.into_string()),
        ("receipt-slip58".into(), super::slip(f, Roll::Mm58, &late, address)?.into_string()),
        ("receipt-mine".into(), f.page("mine").body(super::mine(v, &station, &listed)).into_string()),
        ("desk-drop-offs".into(), shell(ctx, "draw-title", super::list(ctx, &listed))),
        ("desk-drop-offs-none".into(), shell(ctx, "draw-title", super::list(ctx, &[]))),
        ("desk-drop-off-choose".into(), shell(ctx, "draw-title", super::choose(ctx, std::slice::from_ref(&matter)))),
        ("desk-drop-off-choose-none".into(), shell(ctx, "draw-title", super::choose(ctx, &[]))),
        ("desk-drop-off-new".into(), leave(&fine)),
        ("desk-drop-off-wrong".into(), leave(&wrong)),
        ("desk-drop-off-step-wrong".into(), one(&late, &wrong, false)),
    ];
    for seen in &all {
        let name = seen.kept.state.name();
        pages.push((format!("receipt-{name}"), super::receipt(f, seen).into_string()));
        pages.push((format!("desk-drop-off-{name}"), one(seen, &fine, true)));
    }
    Ok(pages)
}

fn name(zh: &str, en: &str) -> Name {
    Name { zh: zh.into(), en: en.into() }
}

fn matter() -> Matter {
    let paper = |kind, zh: &str, en: &str| Paper { kind, name: name(zh, en), note: Name::default() };
    let draft = Draft {
        slug: "senior-card".into(),
        name: name("老年优待证", "Senior citizen card"),
        words: vec![],
        line: 1,
        official: Some(1),
        stand_in: None,
        minutes: 8,
        ways: Ways { drop_off: true, proxy: true, home: false, village: true },
        note: Name::default(),
        papers: vec![
            paper(Kind::Required, "身份证", "ID card"),
            paper(Kind::Required, "一寸照片", "A photo of one inch"),
            paper(Kind::MayFollow, "看病的票据", "Receipts of illness"),
            paper(Kind::LookedUp, "户口信息", "Household record"),
        ],
    };
    Matter { id: 1, version: 1, draft }
}

fn made(at: Timestamp, state: State, note: &str) -> Made {
    Made { state, ready_at: at + SignedDuration::from_hours(20), note: note.into(), at }
}

fn seen(v: &View, n: i32, state: State, hours: i64) -> Seen {
    let matter = matter();
    let kept = Kept {
        id: ReceiptId(Id(format!("00000000-0000-7000-8000-{n:012}").parse().unwrap_or_default())),
        day: v.now().to_zoned_datetime(jiff::tz::TimeZone::UTC).date(),
        number: n,
        matter: 1,
        version: 1,
        papers: vec![0],
        consent: None,
        person: None,
        name_sealed: None,
        carrier_sealed: None,
        ready_at: v.now() + SignedDuration::from_hours(hours),
        state,
        note: if state == State::NeedsMore { "户口本".into() } else { String::new() },
        since: v.now(),
        steps: 2,
        made_at: v.now(),
    };
    let papers = matter.draft.papers.iter().cloned().enumerate().map(|(n, paper)| (paper, n == 0)).collect();
    let name = (n != 2).then(|| "罗大爷".to_owned());
    let phone = (n == 1).then(|| "13800000001".parse().ok()).flatten();
    Seen { kept, matter: Some(matter), papers, name, phone, carrier: (n == 3).then(|| "王秀兰".into()) }
}
