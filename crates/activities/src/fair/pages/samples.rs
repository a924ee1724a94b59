//! Sample pages, drawn by the tests in both languages.
use jiff::SignedDuration;
use kernel::form::Problems;
use kernel::view::View;
use stations::Station;

use super::{Applying, AtDesk, StallForm};
use crate::fair::answers::{Seen, Whole};
use crate::fair::rules::{Entry, Goods, Place, PlaceKind, Rule, Stall, Stands, Terms};
use crate::fair::{EntryId, StallId};
use crate::fairday::{Ctx, FairDay, Frame};
use crate::parking::answers::Ground;

fn id(n: u32) -> kernel::db::types::Id {
    kernel::db::types::Id(uuid::Uuid::from_u128(u128::from(n)))
}

fn stall(n: i32, state: Stands, code: Option<&str>) -> Stall {
    Stall {
        id: StallId(id(n.unsigned_abs())),
        number: n,
        turn: n,
        goods: Goods::Food,
        sells: "酿皮".into(),
        metres: 3,
        power: n % 2 == 0,
        trade_name: "阿琴酿皮".into(),
        trade_public: n == 1,
        state,
        code: code.map(str::to_owned),
    }
}

fn whole(v: &View, fair: &FairDay, rule: Rule) -> Whole {
    let entry = |n: u32, from: i64, off: Option<&str>| Entry {
        id: EntryId(id(n)),
        from: v.now() + SignedDuration::from_mins(from),
        until: v.now() + SignedDuration::from_mins(from + 60),
        title: "秦腔《花亭相会》".into(),
        place: "戏台".into(),
        who: "平安秦剧团".into(),
        off: off.map(str::to_owned),
    };
    let place = |code: &str, kind, x| Place {
        code: code.into(),
        kind,
        label: String::new(),
        goods: None,
        metres: 3,
        power: true,
        x,
        y: 4,
        wide: 6,
        tall: 4,
    };
    let kinds = PlaceKind::ALL.iter().zip(1..).map(|(kind, n)| place(&format!("B{n}"), *kind, n * 8));
    let drawn_at = (rule == Rule::Draw).then(|| v.now());
    let until = v.now() + SignedDuration::from_hours(if rule == Rule::Draw { -1 } else { 5 });
    Whole {
        ground: Ground { fair: fair.clone(), lots: vec![] },
        fair: fair.clone(),
        terms: Some(Terms { rule, until, commitment: "c0de".into(), seed: drawn_at.map(|_| "5eed".into()), drawn_at }),
        entries: vec![entry(1, -30, None), entry(2, 60, None), entry(3, 90, Some("下雨"))],
        places: std::iter::once(place("A1", PlaceKind::Stall, 0)).chain(kinds).collect(),
        stalls: vec![
            stall(1, Stands::Given, Some("A1")),
            stall(2, Stands::Waiting, None),
            stall(3, Stands::Withdrawn, None),
        ],
        later: vec![fair.clone()],
    }
}

/// All pages of the group around a fair.
pub fn samples(v: &View, station: &Station, fair: &FairDay) -> Vec<(String, String)> {
    let (f, ctx) = (Frame { v, station }, Ctx { v, station });
    let mut off = fair.clone();
    off.occurrence.state = crate::rules::State::CalledOff;
    off.occurrence.reason = "下大雨".into();
    let (open, drawn) = (whole(v, fair, Rule::FirstCome), whole(v, fair, Rule::Draw));
    let bare = Whole {
        terms: None,
        entries: vec![],
        places: vec![],
        stalls: vec![],
        later: vec![],
        ..whole(v, &off, Rule::Draw)
    };
    let form = StallForm { once: "0".into(), metres: "3".into(), ..StallForm::default() };
    let mut wrong = Problems::default();
    wrong.add("sells", "fairday-empty");
    let fine = Problems::default();
    let applying = |problems| {
        let applying = Applying { fair: fair.occurrence.id, title: fair.title(), form: &form, problems };
        super::applying(f, &applying).into_string()
    };
    let seen = |state, code| Seen { stall: stall(1, state, code), name: Some("马师傅".into()), phone: None };
    let one = |seen: &Seen| super::stall(f, (fair, seen, 2)).into_string();
    let all = [seen(Stands::Given, Some("A1")), seen(Stands::Waiting, None)];
    let typed = std::collections::BTreeMap::new();
    let desk = |w: &Whole, stalls: &[Seen]| {
        let shown = AtDesk { whole: w, stalls, typed: &typed, problems: &fine, once: "0", done: true, manager: true };
        f.shell("desk").body(super::desk(ctx, &shown)).into_string()
    };
    let home = super::home(f, &open).map(|body| f.shell("home").body(body).into_string());
    vec![
        ("fair".into(), super::fair(f, Some(&open)).into_string()),
        ("fair-drawn".into(), super::fair(f, Some(&drawn)).into_string()),
        ("fair-off".into(), super::fair(f, Some(&bare)).into_string()),
        ("fair-none".into(), super::fair(f, None).into_string()),
        ("fair-home".into(), home.unwrap_or_default()),
        ("fair-apply".into(), applying(&fine)),
        ("fair-apply-wrong".into(), applying(&wrong)),
        ("fair-stall-given".into(), one(&all[0])),
        ("fair-stall-waiting".into(), one(&all[1])),
        ("fair-stall-withdrawn".into(), one(&seen(Stands::Withdrawn, None))),
        ("desk-fair".into(), desk(&open, &all)),
        ("desk-fair-drawn".into(), desk(&drawn, &[])),
        ("desk-fair-bare".into(), desk(&bare, &[])),
    ]
}
