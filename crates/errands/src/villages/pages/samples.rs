//! Every page with invented people, for the test that draws all pages and for people who look at them.
use jiff::SignedDuration;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::refusal::{Next as Instead, Said};
use kernel::view::View;
use stations::{Division, Station};

use super::{Asking, Day as DayPage, Living, Planning};
use crate::TicketId;
use crate::answers::Official;
use crate::desk::pages::Ctx;
use crate::desk::pages::samples::{shell, station};
use crate::public::pages::Frame;
use crate::rules::{Draft, Kind, Matter, Name, Number, Paper, Ways};
use crate::village_days::rules::{Day, DayState, Next, Takes, VisitState, windows};
use crate::village_days::store::KeptVisit;
use crate::village_days::{VillageDayId, VillageVisitId};
use crate::villages::answers::{Known, Route, Seen};
use crate::villages::forms::{AskForm, PlanForm};

type Sample = (String, String);

/// Each page with its name, on the view's day.
pub fn samples(v: &View) -> Result<Vec<Sample>, Fault> {
    let station = station()?;
    Ok([public(v, &station), desk(v, &station)?].concat())
}

fn id(n: u32) -> Id {
    Id(format!("00000000-0000-7000-8000-{n:012}").parse().unwrap_or_default())
}

fn name(zh: &str, en: &str) -> Name {
    Name { zh: zh.into(), en: en.into() }
}

fn official(id: i32, called: &str) -> Official {
    Official {
        id,
        name: called.into(),
        title: name("民政干事", "Civil affairs"),
        staff: None,
        desk: Some(3),
        hours: String::new(),
        shows_village: true,
    }
}

fn matter(id: i32, slug: &str, called: Name, minutes: i16) -> Matter {
    let paper = |kind, zh: &str, en: &str| Paper { kind, name: name(zh, en), note: Name::default() };
    let papers = vec![
        paper(Kind::Required, "身份证", "ID card"),
        paper(Kind::Required, "社保卡或银行卡", "Social security or bank card"),
        paper(Kind::LookedUp, "社保缴费记录", "Record of payments"),
    ];
    let ways = Ways { drop_off: true, proxy: true, home: true, village: true };
    let (official, stand_in, note) = (Some(1), None, Name::default());
    let draft = Draft {
        slug: slug.into(),
        name: called,
        words: vec![],
        line: 1,
        official,
        stand_in,
        minutes,
        ways,
        note,
        papers,
    };
    Matter { id, version: 1, draft }
}

/// In two days from nine to twelve, so many minutes promised.
fn known(v: &View, ahead: i64, used: i16, state: DayState) -> Known {
    let from = v.now() + SignedDuration::from_hours(ahead);
    let day = Day {
        official: 1,
        on: from.to_zoned_datetime(jiff::tz::TimeZone::UTC).date(),
        from,
        until: from + SignedDuration::from_hours(3),
        villages: vec![205, 206],
        matters: vec![1, 2],
        travel: 20,
        minutes: 180,
        used,
        state,
        trip: None,
        reason: if state == DayState::CalledOff { "下雨路滑，改到下周。".into() } else { String::new() },
    };
    Known {
        id: VillageDayId(id(1)),
        day,
        official: "祁海燕".into(),
        villages: vec![(205, "祁新庄村".into()), (206, "张其寨村".into())],
        matters: vec![
            matter(1, "old-age-allowance", name("高龄补贴", "Old-age allowance"), 12),
            matter(2, "minimum-living-allowance", name("最低生活保障", "Minimum living allowance"), 25),
        ],
        goes: true,
    }
}

fn seen(v: &View, n: u32, state: VisitState, next: Option<Next>) -> Seen {
    let at_home = n == 2;
    let known = known(v, 46, 40, DayState::Planned);
    let matter = known.matters[0].clone();
    let visit = KeptVisit {
        id: VillageVisitId(id(10 + n)),
        day: known.id,
        on: known.day.on,
        village: if n == 3 { 206 } else { 205 },
        matter: 1,
        version: 1,
        takes: Takes { minutes: 12, at_home },
        ticket: None,
        person: None,
        name_sealed: None,
        phone_sealed: None,
        phone_hash: None,
        phone_told: n == 2,
        state,
        lapses_at: None,
        next,
        made_at: v.now(),
    };
    Seen {
        visit,
        state,
        papers: matter.draft.papers.clone(),
        matter: Some(matter),
        name: (n != 4).then(|| ["罗大爷", "铁桂英", "保长寿"][n as usize % 3].to_owned()),
        phone: (n == 2).then(|| "13800000010".parse().ok()).flatten(),
        number: (n == 4).then_some(Number { letter: 'A', number: 17 }),
    }
}

fn public(v: &View, station: &Station) -> Vec<Sample> {
    let f = Frame { v, station };
    let (open, full) = (known(v, 46, 40, DayState::Planned), known(v, 46, 180, DayState::Planned));
    let (gone, off) = (known(v, -1, 60, DayState::Planned), known(v, 46, 40, DayState::CalledOff));
    let fine = Problems::default();
    let said = Said {
        what: v.t("village-no-village-day-full"),
        next: vec![Instead { label: v.t("village-title"), href: "/s/sanhe/village-days".into() }],
    };
    let refused = Problems::about_the_whole(said.clone());
    let mut wrong = Problems::default();
    wrong.add("name", "people-name-empty");
    let form = AskForm { once: "0".into(), ..AskForm::default() };
    let asking = |known, problems, signed_in| super::asking(f, &Asking { known, form: &form, problems, signed_in });
    let visit = |n, state, next| super::visit(f, &open, &seen(v, n, state, next), (None, "0"));
    let division = |code, name: &str| Division { code, name: name.into(), ..station.division.clone() };
    let villages = [division(205, "祁新庄村委会"), division(206, "张其寨村委会")];
    let offers = [(open.clone(), seen(v, 1, VisitState::Offered, None))];
    let living = |offers, lives_in, refused| {
        let ticket = TicketId(id(7));
        super::living(f, &Living { ticket, villages: &villages, lives_in, offers, refused })
    };
    let mut all = vec![
        ("village-days", super::days(f, &[open.clone(), full.clone(), gone.clone()])),
        ("village-days-none", super::days(f, &[])),
        ("village-day", asking(&open, &fine, false)),
        ("village-day-mine", asking(&open, &fine, true)),
        ("village-day-wrong", asking(&open, &wrong, false)),
        ("village-day-refused", asking(&full, &refused, false)),
        ("village-day-gone", asking(&gone, &fine, false)),
        ("village-day-off", asking(&off, &fine, false)),
        ("village-live", living(&[], None, None)),
        ("village-live-none", living(&[], Some(205), None)),
        ("village-live-offers", living(&offers, Some(205), None)),
        ("village-live-refused", living(&[], None, Some(&said))),
        ("village-visit-refused", super::visit(f, &open, &seen(v, 1, VisitState::Lapsed, None), (Some(&said), "0"))),
        ("village-mine", f.page("mine").body(super::mine(v, station, &offers))),
    ]
    .into_iter()
    .map(|(name, page)| (name.to_owned(), page.into_string()))
    .collect::<Vec<_>>();
    for state in VisitState::ALL {
        all.push((format!("village-visit-{}", state.name()), visit(2, state, None).into_string()));
    }
    for next in Next::ALL {
        let page = visit(1, VisitState::NotMet, Some(next));
        all.push((format!("village-visit-next-{}", next.name()), page.into_string()));
    }
    all
}

fn desk(v: &View, station: &Station) -> Result<Vec<Sample>, Fault> {
    let ctx = Ctx { v, station };
    let route = |ahead, state, stands: &[(u32, VisitState, Option<Next>)]| {
        let known = known(v, ahead, 96, state);
        let visits: Vec<Seen> = stands.iter().map(|(n, state, next)| seen(v, *n, *state, *next)).collect();
        let takes: Vec<_> = visits.iter().map(|s| (s.visit.village, s.visit.takes)).collect();
        let windows = windows(&known.day, &takes);
        Route { known, visits, windows }
    };
    use VisitState::{Accepted, Declined, Done, NotMet, Offered};
    let before =
        [(1, Accepted, None), (2, Accepted, None), (3, Accepted, None), (4, Offered, None), (5, Declined, None)];
    let after = [(1, Done, None), (2, NotMet, Some(Next::Call)), (3, Accepted, None)];
    let (coming, begun) = (route(46, DayState::Planned, &before), route(-1, DayState::Planned, &after));
    let (over, off) = (route(-30, DayState::Planned, &after), route(46, DayState::CalledOff, &[]));
    let entered = route(-50, DayState::Entered, &[(1, Done, None)]);
    let empty = route(46, DayState::Planned, &[]);
    let form = AskForm { once: "0".into(), ..AskForm::default() };
    let fine = Problems::default();
    let day = |route: &Route, done| {
        shell(ctx, "presence-title", super::day(ctx, &DayPage { route, form: &form, problems: &fine, done }))
    };
    let (officials, matters) = ([official(1, "祁海燕"), official(2, "马学兰")], coming.known.matters.clone());
    let villages = [Division { code: 205, name: "祁新庄村委会".into(), ..station.division.clone() }];
    let plan_form = PlanForm { stops: vec!["205".into(), String::new()], travel: "20".into(), ..PlanForm::default() };
    let mut wrong = Problems::default();
    for (field, key) in [("villages", "village-plan-villages"), ("matters", "village-plan-matters")] {
        wrong.add_with(field, key, vec![("most", "8".into())]);
    }
    let plan = |problems| {
        let planning =
            Planning { officials: &officials, villages: &villages, matters: &matters, form: &plan_form, problems };
        shell(ctx, "presence-title", super::plan(ctx, &planning))
    };
    let all = [coming.clone(), begun.clone(), over, off.clone(), entered];
    Ok([
        ("desk-village-days", shell(ctx, "presence-title", super::list(ctx, &all, true))),
        ("desk-village-days-none", shell(ctx, "presence-title", super::list(ctx, &[], false))),
        ("desk-village-plan", plan(&fine)),
        ("desk-village-plan-wrong", plan(&wrong)),
        ("desk-village-day", day(&coming, true)),
        ("desk-village-day-empty", day(&empty, false)),
        ("desk-village-day-begun", day(&begun, false)),
        ("desk-village-day-off", day(&off, false)),
        (
            "village-sheet",
            super::sheet(ctx, &coming, "https://yizhan.example/s/sanhe/desk/village-days/1")?.into_string(),
        ),
        (
            "village-sheet-begun",
            super::sheet(ctx, &begun, "https://yizhan.example/s/sanhe/desk/village-days/1")?.into_string(),
        ),
    ]
    .into_iter()
    .map(|(name, page)| (name.to_owned(), page))
    .collect())
}
