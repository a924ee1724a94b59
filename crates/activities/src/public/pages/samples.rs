//! Every page with an invented activity, for the test that draws all pages and for people who look at them.
use jiff::SignedDuration;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::view::View;
use stations::{NoRoom, Owner, Room, Station};

use super::{List, Occurrence, Span, activity, home, list, occurrence, poster};
use crate::answers::{Look, Seen};
use crate::frame::Frame;
use crate::rules::{Ages, Joining, Kind, Plan, State, Terms};
use crate::store::{Occurrence as Time, Series};
use crate::{OccurrenceId, SeriesId};

fn id(n: u32) -> Id {
    Id(format!("00000000-0000-7000-8000-{n:012}").parse().unwrap_or_default())
}

/// An activity with a time that starts so many hours from the view's clock on.
pub fn sample(v: &View, station: &Station, (kind, hours): (Kind, i64)) -> Result<Seen, Fault> {
    let from = v.now() + SignedDuration::from_hours(hours);
    let on = stations::wall(from, &station.zone).date();
    let rule = match kind {
        Kind::Fair => "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=13",
        Kind::Activity => "FREQ=WEEKLY;BYDAY=SA",
    };
    let fair = kind == Kind::Fair;
    let plan = Plan {
        kind,
        title: if fair { "三合镇物资交流会".into() } else { "亲子阅读".into() },
        about: "老师带着孩子一起读，读完还能借书回家。".into(),
        place: if fair { "镇政府大院".into() } else { "靠窗的长桌".into() },
        audience: if fair { String::new() } else { "附近的孩子和家长".into() },
        bring: if fair { String::new() } else { "一本自己喜欢的书".into() },
        terms: Terms {
            rule: Some(rule.parse().map_err(Fault::broken)?),
            starts_on: on,
            ends_on: None,
            at_minute: 600,
            minutes: 90,
            skips_holidays: false,
        },
        room: (!fair).then_some(3),
        owner: 1,
        ages: if fair { Ages::default() } else { Ages { min: Some(4), max: Some(12), guardian_under: Some(8) } },
        capacity: (!fair).then_some(20),
        joining: if fair { Joining::JustCome } else { Joining::SignUp },
        opens_days: 14,
        closes_minutes: 60,
    };
    let number = if fair { 2 } else { 1 };
    let series = Series::new(SeriesId(id(number)), plan, v.now());
    let nth = id(10 * number + u32::try_from(hours.rem_euclid(9)).unwrap_or(0));
    let span = (from, from + SignedDuration::from_mins(90));
    let mut one = Time::new(OccurrenceId(nth), &series, on, span, v.now());
    one.taken = if fair { 0 } else { 17 };
    let room = (!fair).then(|| Room { id: 3, name_zh: "书屋座位".into(), name_en: "Reading room".into() });
    let owner =
        Some(Owner { id: 1, name_zh: "新时代文明实践所".into(), name_en: "Civic practice station".into() });
    Ok(Seen { series, one, room, owner })
}

/// Each page with its name, on the view's day.
pub fn samples(v: &View) -> Result<Vec<(String, String)>, Fault> {
    let station = stations::sample_station()?;
    let f = Frame { v, station: &station };
    let one = |kind, hours| sample(v, &station, (kind, hours));
    let (now, soon, later) = (one(Kind::Fair, -1)?, one(Kind::Activity, 3)?, one(Kind::Activity, 51)?);
    let mut off = one(Kind::Activity, 30)?;
    (off.one.state, off.one.reason) = (State::CalledOff, "老师临时有事，下周照常。".into());
    let mut full = one(Kind::Activity, 75)?;
    (full.one.taken, full.one.no_room) = (20, Some(NoRoom::Taken));
    let all = [now.clone(), soon.clone(), off.clone(), later.clone(), full.clone()];
    let on = stations::wall(v.now(), &station.zone).date();
    let lists = Span::ALL.map(|span| {
        let page = list(f, &List { span, on, all: &all });
        (format!("activities-{}", span.name()), page.into_string())
    });
    let (room, owner) = (soon.room.clone(), soon.owner.clone());
    let times = all[1..].iter().map(|seen| seen.one.clone()).collect();
    let look = Look { series: soon.series.clone(), room, owner, times };
    let occurrences = [("now", &now), ("left", &soon), ("off", &off), ("full", &full)].map(|(name, seen)| {
        let page = occurrence(f, &Occurrence { seen, parts: &[], public_url: "https://example.org" });
        (format!("occurrence-{name}"), page.into_string())
    });
    let nothing = list(f, &List { span: Span::Week, on, all: &[] }).into_string();
    let mut pages = vec![("activities-none".to_owned(), nothing)];
    pages.extend(lists);
    pages.push(("activity".to_owned(), activity(f, &look).into_string()));
    pages.extend(occurrences);
    pages.push(("activity-poster".to_owned(), poster(f, &soon, "https://example.org/s/sanhe")?.into_string()));
    if let Some(section) = home(f, &all) {
        pages.push(("activities-home".to_owned(), f.shell("home").body(section).into_string()));
    }
    Ok(pages)
}
