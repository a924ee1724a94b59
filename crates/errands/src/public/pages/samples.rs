//! Every page with an invented hall, for the test that draws all pages and for people who look at them.
use std::sync::Arc;

use almanac::hours::Hours;
use axum::http::StatusCode;
use jiff::civil::DateTime;
use jiff::tz::{TimeZone, offset};
use jiff::{SignedDuration, Timestamp, ToSpan as _};
use kernel::db::types::{Id, StationId};
use kernel::fault::Fault;
use kernel::refusal::{Next, Said};
use kernel::view::View;
use maud::Markup;
use stations::{Division, Station};

use super::{Frame, Tried};
use crate::TicketId;
use crate::acts::Case;
use crate::answers::{Board, Desk, Kept, Official};
use crate::promises::{self, Ending, Promise, PromiseId};
use crate::public::answer::{LineNow, Person};
use crate::public::reads::{Hall, Mine};
use crate::reach::{About, Reached};
use crate::rules::{
    Draft, Kind, Line, Matter, Name, Number, Paper, Place, Presence, Priority, Shown, State, Ticket, Way, Ways,
};
use crate::village_days::VillageVisitId;

/// Each page with its name.
pub fn samples(v: &View) -> Result<Vec<(String, String)>, Fault> {
    let hall = Hours::parse("Mo-Su 06:00-22:00").map_err(Fault::broken)?;
    let station = station(Arc::new(hall));
    let f = Frame { v, station: &station };
    let (busy, shut) = (hall_at(v, &station, true), hall_at(v, &station, false));
    let said = Said {
        what: "您在这个队里已经有一个号了。".into(),
        next: vec![Next { label: "A017".into(), href: "/s/sample/tickets/1".into() }],
    };
    let refused = Some((&said, StatusCode::CONFLICT));
    let mut all = vec![
        ("list".to_owned(), super::list(f, &busy, "", None)),
        ("list-shut".into(), super::list(f, &shut, "", None)),
        ("list-found".into(), super::list(f, &busy, "老年补贴", None)),
        ("list-nothing".into(), super::list(f, &busy, "xyz", None)),
        ("list-refused".into(), super::list(f, &busy, "", refused)),
        ("officials".into(), super::officials(f, &busy)),
        ("officials-none".into(), super::officials(f, &Hall { people: vec![], ..busy.clone() })),
        ("home".into(), f.page("home").body(super::home(f, &busy).unwrap_or_default())),
        ("home-shut".into(), f.page("home").body(super::home(f, &shut).unwrap_or_default())),
    ];
    for (hall, end) in [(&busy, ""), (&shut, "-shut")] {
        for m in &hall.matters {
            all.push((format!("matter-{}{end}", m.draft.slug), super::matter(f, hall, m, None, "0")));
        }
    }
    all.push(("matter-refused".into(), super::matter(f, &busy, &busy.matters[0], refused, "0")));
    let tickets = tickets(&busy);
    for (name, t) in &tickets {
        all.push((format!("ticket-{name}"), super::ticket(f, t, Tried { refused: None, once: "0" })));
    }
    let mine: Vec<&Mine> = tickets.iter().map(|(_, t)| t).collect();
    let parts: [(&str, Option<Markup>); 2] = [("mine", Some(super::mine(f, &mine))), ("hint", super::hint(f, &mine))];
    for (name, part) in parts {
        all.push((name.into(), f.page(name).body(part.unwrap_or_default())));
    }
    Ok(all.into_iter().map(|(name, page)| (name, page.into_string())).collect())
}

fn name(zh: &str, en: &str) -> Name {
    Name { zh: zh.into(), en: en.into() }
}

pub(crate) fn station(hours: Arc<Hours>) -> Station {
    let [county, city, province] = ["样县", "样市", "样省"].map(str::to_owned);
    Station {
        id: StationId(99_000_000_101),
        slug: "sample".into(),
        name_zh: "样镇共享驿站".into(),
        name_en: "Sample station".into(),
        division: Division { code: 990_000_001, name: "样镇".into(), county, city, province },
        address: "样镇政府院内".into(),
        phone: Some("0972-000 0000".into()),
        lat: None,
        lon: None,
        zone: TimeZone::fixed(offset(8)),
        hours,
    }
}

pub(crate) fn hall_at(v: &View, station: &Station, open: bool) -> Hall {
    let at = stations::wall(v.now(), &station.zone);
    let hour = |hours: i64| at.saturating_add(SignedDuration::from_hours(hours));
    let line = |id, letter, zh, en, waiting, desks: &[i32]| LineNow {
        line: Line { id, slug: format!("line-{id}"), letter, name: name(zh, en), hours: String::new() },
        open,
        opens: (!open).then(|| hour(14)),
        ends: Some(hour(4)),
        draws: open,
        books: true,
        waiting: if open { waiting } else { 0 },
        desks: desks.to_vec(),
    };
    let lines = vec![
        line(1, 'A', "民政·救助", "Civil affairs and relief", 4, &[3]),
        line(2, 'B', "社保·医保", "Insurance", 0, &[1, 4]),
        line(3, 'C', "户籍·证明", "Households and letters", 1, &[2]),
    ];
    let board = Board {
        day: at.date(),
        lines: lines.iter().map(|l| l.line.clone()).collect(),
        desks: vec![Desk { id: 3, note: name("", ""), lines: vec![1] }],
        standing: standing(v.now(), at),
    };
    Hall { at, seen: 17, board, lines, people: people(hour), matters: matters() }
}

fn people(hour: impl Fn(i64) -> DateTime) -> Vec<Person> {
    let person = |id, name: &str, title: Name, desk, shown, place: Option<&str>| Person {
        official: Official {
            id,
            name: name.into(),
            title,
            staff: None,
            desk,
            hours: "Mo-Fr 08:30-12:00,14:00-18:00".into(),
            shows_village: true,
        },
        shown,
        place: place.map(Into::into),
    };
    let away = |presence, back| Shown::Away { presence, back, due: false };
    let civil = || name("民政干事", "Civil affairs");
    vec![
        person(1, "祁海燕", civil(), Some(3), away(Presence::Field, Some(hour(4))), Some("张其寨村")),
        person(2, "马学兰", civil(), Some(3), Shown::AtDesk(Some(3)), None),
        person(3, "李国庆", name("社保", "Insurance"), Some(1), Shown::AtDesk(Some(1)), None),
        person(4, "才让卓玛", name("户籍", "Households"), Some(2), Shown::InOffice, None),
        person(5, "张生福", name("林草", "Forest"), None, Shown::Unconfirmed(hour(-1)), None),
        person(6, "韩梅", name("就业", "Jobs"), None, away(Presence::Leave, Some(hour(24 * 4))), None),
        person(7, "马忠", name("农业", "Farming"), None, Shown::NotSaid, None),
    ]
}

fn matters() -> Vec<Matter> {
    let paper = |kind, zh, en, note| Paper { kind, name: name(zh, en), note: name(note, "") };
    let matter = |id, slug: &str, called, line, official, stand_in| Matter {
        id,
        version: 2,
        draft: Draft {
            slug: slug.into(),
            name: called,
            words: vec!["老年补贴".into()].into_iter().filter(|_| id == 1).collect(),
            line,
            official,
            stand_in,
            minutes: 12,
            ways: Ways { drop_off: id == 1, proxy: true, home: id == 1, village: id == 1 },
            note: name("年龄按身份证算。", "The age on the ID card counts."),
            papers: match id {
                1 => vec![
                    paper(Kind::Required, "身份证", "ID card", "出示原件，不留号码"),
                    paper(Kind::Required, "户口本", "Household booklet", "出示原件"),
                    paper(Kind::Required, "社保卡或银行卡", "Social security card or bank card", "钱打到这张卡"),
                    paper(Kind::MayFollow, "看病的票据", "Receipts of illness", "有就带，可以后补"),
                    paper(Kind::LookedUp, "社保缴费记录", "Record of insurance payments", ""),
                ],
                _ => vec![],
            },
        },
    };
    vec![
        matter(1, "old-age-allowance", name("高龄补贴", "Old-age allowance"), 1, Some(1), Some(2)),
        matter(2, "relief", name("临时救助", "Emergency relief"), 1, Some(2), Some(1)),
        matter(3, "medical-insurance", name("医保参保", "Medical insurance"), 2, None, None),
        matter(4, "residence", name("落户", "Registering a household"), 3, Some(4), None),
        matter(5, "forest", name("退耕还林补助", "Forest subsidy"), 3, Some(5), None),
        matter(6, "jobs", name("失业登记", "Registering as unemployed"), 3, Some(6), None),
        matter(7, "away", name("特困供养", "Support of the destitute"), 1, Some(1), None),
    ]
}

/// A014 is served, A015 and A016 wait in the hall.
fn standing(now: Timestamp, at: DateTime) -> Vec<Kept> {
    let one = |number: i32, state, desk| {
        let mut kept = ticket(now, at, number, state);
        (kept.ticket.desk, kept.ticket.place) = (desk, Place::OnSite);
        kept
    };
    vec![one(14, State::Serving, Some(3)), one(15, State::Waiting, None), one(16, State::Waiting, None)]
}

fn ticket(now: Timestamp, at: DateTime, number: i32, state: State) -> Kept {
    let order_at = now - SignedDuration::from_mins(40 - i64::from(number));
    let ends = matches!(state, State::Deferred | State::Missed | State::Booked);
    Kept {
        id: TicketId(Id(format!("00000000-0000-7000-8000-{number:012}").parse().unwrap_or_default())),
        day: at.date(),
        line: 1,
        number,
        person: None,
        name_sealed: None,
        way: Way::Phone,
        drawn_at: order_at,
        booked_at: (state == State::Booked).then_some(order_at),
        ticket: Ticket {
            state,
            place: Place::Remote,
            priority: Priority::None,
            waits_in: 1,
            official: (state == State::Held).then_some(1),
            desk: matches!(state, State::Called | State::Serving | State::Paused).then_some(3),
            order_at,
            since: now,
            until_at: ends.then(|| now + SignedDuration::from_mins(30)),
            calls: 1,
            misses: 0,
            version: 2,
            reason: if state == State::Closed { "停电了，明天给您先办。".into() } else { String::new() },
        },
    }
}

/// A return in each way in which it can end: kept, moved, broken, open.
fn promises(kept: &Kept, now: Timestamp) -> Vec<Promise> {
    let id = |n: i64| PromiseId(Id(format!("00000000-0000-7000-9000-{n:012}").parse().unwrap_or_default()));
    let one = |n: i64, ended: Option<Ending>, next: Option<i64>| Promise {
        id: id(n),
        about: About::Ticket(kept.id),
        kind: promises::Kind::Return,
        official: Some(1),
        due_at: now + SignedDuration::from_mins(30 * n),
        made_at: now,
        ended: ended.map(|ending| (ending, now)),
        next: next.map(id),
        reached: Reached::Message,
    };
    let ends = [Ending::Kept, Ending::Broken, Ending::GivenBack, Ending::Revised];
    let over = ends.into_iter().zip(1..).map(|(ending, n)| one(n, Some(ending), None));
    over.chain([one(5, Some(Ending::Revised), Some(6)), one(6, None, None)]).collect()
}

/// A017 in each state, at home; then in the hall; then on another day.
fn tickets(hall: &Hall) -> Vec<(&'static str, Mine)> {
    let now = hall.board.standing.first().map_or(Timestamp::UNIX_EPOCH, |k| k.ticket.since);
    let mine = |state, place, past| {
        let mut kept = ticket(now, hall.at, 17, state);
        kept.ticket.place = place;
        let number = Number { letter: 'A', number: 17 };
        let matter = hall.matters[0].clone();
        let papers = matter.draft.papers.clone();
        let promises = if state == State::Held { promises(&kept, now) } else { vec![] };
        let drop_off = state == State::Held;
        Mine {
            id: kept.id,
            number,
            past,
            matters: vec![(matter, papers)],
            hall: hall.clone(),
            kept,
            expected: None,
            lounge: None,
            rating: None,
            promises,
            next: None,
            village_visit: None,
            instead: Case { stand_in: drop_off.then_some(2), drop_off, ..Case::default() },
        }
    };
    let mut all: Vec<_> = State::ALL.into_iter().map(|s| (s.name(), mine(s, Place::Remote, false))).collect();
    all.push(("here", mine(State::Waiting, Place::OnSite, false)));
    all.push(("past", mine(State::Waiting, Place::Remote, true)));
    let mut later = mine(State::Booked, Place::Remote, false);
    later.kept.day = later.kept.day.saturating_add(1.day());
    later.kept.ticket.order_at += SignedDuration::from_hours(24);
    all.push(("later", later));
    let moved = mine(State::Cancelled, Place::Remote, false);
    all.push(("moved", Mine { next: Some(moved.id), ..moved }));
    let met = mine(State::Cancelled, Place::OnSite, false);
    all.push(("met-in-village", Mine { village_visit: Some(VillageVisitId(met.id.0)), ..met }));
    all
}
