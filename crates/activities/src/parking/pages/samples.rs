//! Sample pages, drawn by the tests in both languages.
use jiff::{SignedDuration, Timestamp};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::view::View;
use stations::Station;

use super::{Counting, Desk, LotPage};
use crate::fairday::{Ctx, FairDay, Frame};
use crate::parking::answers::{Afterwards, Ground, InTheWay, LotAtDesk};
use crate::parking::forms::{LotForm, MoveForm, RecountForm};
use crate::parking::reads::{self, AtLot, Now};
use crate::parking::rules::{Advice, Bays, Change, Class, Held, Lot, Name, Source, Why, review};
use crate::parking::store::{KeptTap, Pass};
use crate::parking::{LotId, MoveId, PassId};

type Sample = (String, String);

fn id(n: u32) -> kernel::db::types::Id {
    kernel::db::types::Id(uuid::Uuid::from_u128(u128::from(n)))
}

/// A lot whose cars were last counted so many minutes ago.
fn lot(v: &View, place: i16, (zh, en): (&str, &str), (parked, ago): (i32, Option<i64>)) -> Lot {
    let now = v.now();
    let seen = ago.map(|m| now - SignedDuration::from_mins(m));
    let held = vec![Held { why: Why::Disabled, bays: 4 }, Held { why: Why::Emergency, bays: 2 }];
    let bays =
        |class, capacity, held| Bays { class, capacity, held, parked, seen_at: seen, recounted_at: None, ahead: None };
    Lot {
        id: LotId(id(place.unsigned_abs().into())),
        slug: format!("lot-{place}"),
        name: Name { zh: zh.into(), en: en.into() },
        address: "镇政府大门内".into(),
        at: Some((36.41, 102.08)),
        place,
        threshold: 90,
        opens: now - SignedDuration::from_hours(3),
        closes: now + SignedDuration::from_hours(9),
        leave_by: Some(now + SignedDuration::from_hours(8)),
        shut: None,
        bays: vec![bays(Class::Car, 60, held), bays(Class::Cycle, 30, vec![])],
    }
}

fn ground(v: &View, fair: &FairDay, parked: [(i32, Option<i64>); 3]) -> Ground {
    let names = [("镇政府院子", "Town hall compound"), ("学校操场", "School yard"), ("河滩", "River bank")];
    let lots = names.iter().zip(parked).zip(1..).map(|((name, parked), place)| lot(v, place, *name, parked));
    Ground { fair: fair.clone(), lots: lots.collect() }
}

/// All pages of the group around a fair.
pub fn samples(v: &View, station: &Station, fair: &FairDay) -> Result<Vec<Sample>, Fault> {
    let mut all = public(v, station, fair);
    all.extend(desk(v, station, fair)?);
    Ok(all)
}

fn public(v: &View, station: &Station, fair: &FairDay) -> Vec<Sample> {
    let f = Frame { v, station };
    let busy = ground(v, fair, [(20, Some(2)), (0, None), (5, Some(45))]);
    let full = ground(v, fair, [(60, Some(2)), (54, Some(1)), (99, Some(1))]);
    let stale = ground(v, fair, [(20, Some(31)), (9, Some(50)), (0, None)]);
    let mut shut = busy.clone();
    shut.lots.iter_mut().for_each(|lot| lot.shut = Some("河水上来了".into()));
    let mut early = busy.clone();
    early.lots.iter_mut().for_each(|lot| lot.opens = v.now() + SignedDuration::from_hours(1));
    let mut over = busy.clone();
    over.lots.iter_mut().for_each(|lot| lot.closes = v.now() - SignedDuration::from_mins(1));
    let none = Ground { fair: fair.clone(), lots: vec![] };
    let all = [
        ("busy", busy),
        ("full", full),
        ("stale", stale),
        ("shut", shut),
        ("early", early),
        ("over", over),
        ("no-lots", none),
    ];
    let mut pages = vec![];
    for (name, ground) in all {
        let home = super::now_at_home(f, &ground).map(|body| f.shell("home").body(body).into_string());
        pages.extend(home.map(|page| (format!("parking-home-{name}"), page)));
        let now = Now { ground: Some(ground), seen: 7 };
        pages.push((format!("parking-{name}"), super::now(f, &now, Class::Car).into_string()));
        pages.push((format!("parking-sign-{name}"), super::sign(f, &now).into_string()));
    }
    let nothing = Now { ground: None, seen: 7 };
    pages.push(("parking-none".into(), super::now(f, &nothing, Class::Car).into_string()));
    pages.push(("parking-sign-none".into(), super::sign(f, &nothing).into_string()));
    pages.extend(marshal(v, station, fair));
    pages
}

fn car(n: u32, lot: &Lot, done: bool) -> InTheWay {
    InTheWay {
        id: MoveId(id(n)),
        lot: lot.id,
        plate: (!done).then(|| "3K8".into()),
        spot: "东门口".into(),
        done,
        made_at: lot.opens,
        asker: Some("罗大爷".into()),
        phone: None,
    }
}

fn marshal(v: &View, station: &Station, fair: &FairDay) -> Vec<Sample> {
    let ground = ground(v, fair, [(20, Some(2)), (0, None), (5, Some(45))]);
    let lot = ground.lots[0].clone();
    let at = AtLot { ground, moves: vec![car(1, &lot, false), car(2, &lot, true)] };
    let counting =
        |class, pass, over| Counting { at: &at, lot: &lot, class, path: "/x", pass, label: "东门", once: "0", over };
    let draw = |c: &Counting<'_>| super::counting(Frame { v, station }, c).into_string();
    vec![
        ("parking-marshal".into(), draw(&counting(Class::Car, Some("abc"), false))),
        ("parking-marshal-over".into(), draw(&counting(Class::Cycle, Some("abc"), true))),
        ("parking-marshal-bus".into(), draw(&counting(Class::Bus, None, false))),
    ]
}

fn desk(v: &View, station: &Station, fair: &FairDay) -> Result<Vec<Sample>, Fault> {
    let ctx = Ctx { v, station };
    let f = Frame { v, station };
    let shell = |body| f.shell("desk").body(body).into_string();
    let busy = ground(v, fair, [(20, Some(2)), (0, None), (5, Some(45))]);
    let lot = busy.lots[0].clone();
    let fine = Problems::default();
    let mut wrong = Problems::default();
    wrong.add_with("plate", "fairday-too-long", vec![("most", "8".into())]);
    let read = |ground: Option<Ground>, moves| reads::Desk { ground, moves, past: vec![fair.clone()] };
    let draw = |read: &reads::Desk, problems| {
        let form = MoveForm { once: "0".into(), ..MoveForm::default() };
        shell(super::desk(ctx, &Desk { read, form: &form, problems, done: problems.none(), manager: true }))
    };
    let empty = Ground { fair: fair.clone(), lots: vec![] };
    let pass = |n, withdrawn_at| Pass {
        id: PassId(id(n)),
        lot: lot.id,
        label: "东门".into(),
        closes: lot.closes,
        withdrawn_at,
    };
    let recount = KeptTap {
        nonce: "recount:1".into(),
        class: Class::Car,
        source: Source::Recount,
        step: -3,
        counts: true,
        after: 20,
        tapped_at: v.now(),
        kept_at: v.now(),
        pass: None,
        staff: None,
        reason: "数了一遍".into(),
    };
    let at_desk = LotAtDesk {
        ground: busy.clone(),
        lot: lot.clone(),
        passes: vec![pass(1, None), pass(2, Some(v.now()))],
        recounts: vec![recount],
    };
    let bare = LotAtDesk {
        passes: vec![],
        recounts: vec![],
        lot: Lot { shut: Some("水大".into()), ..lot.clone() },
        ..at_desk.clone()
    };
    let form = RecountForm { once: "0".into(), ..RecountForm::default() };
    let page =
        |read, made| super::lot(ctx, &LotPage { read, form: &form, problems: &fine, done: true, manager: true, made });
    let lot_form = LotForm::filled("0".into(), &lot, &station.zone);
    Ok(vec![
        ("desk-parking".into(), draw(&read(Some(busy.clone()), vec![car(1, &lot, false), car(2, &lot, true)]), &fine)),
        ("desk-parking-wrong".into(), draw(&read(Some(busy.clone()), vec![]), &wrong)),
        ("desk-parking-empty".into(), draw(&read(Some(empty), vec![]), &fine)),
        ("desk-parking-none".into(), draw(&read(None, vec![]), &fine)),
        ("desk-parking-lot".into(), shell(page(&at_desk, Some("https://yizhan.example/s/sanhe/parking/marshal/x"))?)),
        ("desk-parking-lot-shut".into(), shell(page(&bare, None)?)),
        ("desk-parking-edit".into(), shell(super::edit(ctx, "/x", &lot_form, &fine))),
        ("desk-parking-after".into(), shell(super::after(ctx, &afterwards(v, fair, busy.clone())))),
        (
            "desk-parking-after-none".into(),
            shell(super::after(
                ctx,
                &Afterwards { ground: busy, reviews: vec![], advice: vec![], over: false, next: None },
            )),
        ),
    ])
}

fn afterwards(v: &View, fair: &FairDay, ground: Ground) -> Afterwards {
    let at = |lot: &Lot, minute: i64| -> Timestamp { lot.opens + SignedDuration::from_mins(minute) };
    let changes = |lot: &Lot| -> Vec<Change> {
        (0..60).map(|n| Change { at: at(lot, n * 3), step: if n % 6 == 5 { -1 } else { 2 }, recount: false }).collect()
    };
    let reviews = ground.lots.iter().map(|lot| review(lot, Class::Car, &changes(lot), v.now()).into_iter().collect());
    let (from, by) = (v.now(), v.now() - SignedDuration::from_mins(30));
    Afterwards {
        reviews: reviews.collect(),
        advice: vec![
            Advice::OpenEarlier { lot: 1, full: 0, from, by },
            Advice::StaffBy { lot: 2, full: 1, from, by },
            Advice::AnotherLot { from },
            Advice::HardlyUsed { lot: 2 },
        ],
        over: true,
        next: Some(fair.clone()),
        ground,
    }
}
