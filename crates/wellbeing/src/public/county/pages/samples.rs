//! The pages of a county with invented figures.
use jiff::Timestamp;
use jiff::civil::date;
use kernel::fault::Fault;
use kernel::view::View;

use super::{list, month};
use crate::public::county::reads::Place;
use crate::rules::contact::{Kind, week};
use crate::rules::county::{CountySheet, county};
use crate::rules::door::DoorDay;
use crate::rules::held::HeldBasis;
use crate::rules::noise::Noised;
use crate::rules::rooms::RoomsBasis;
use crate::rules::sheet::{Door, FORMAT, MonthSheet, NoisedHours, NoisedWeek, Residents, WeekBasis};

/// A station's month with nothing counted.
fn bare(station: &str) -> MonthSheet {
    MonthSheet {
        format: FORMAT.into(),
        station: station.into(),
        name_zh: "共享驿站".into(),
        name_en: "Station".into(),
        month: "2026-06".into(),
        revision: 1,
        made_at: Timestamp::UNIX_EPOCH,
        residents: None,
        door: None,
        rooms: None,
        fullest: None,
        held: None,
        weeks: vec![],
        survey: None,
        figures: vec![],
        before: None,
        changes: vec![],
        corrections: vec![],
        sum: String::new(),
    }
}

/// The same, used well; `n` makes stations differ a little.
fn busy(station: &str, n: i64) -> MonthSheet {
    let noised = |value| Noised { value, half: 9 };
    let contact = [(Kind::Desk, 57), (Kind::Village, 12), (Kind::CallBack, 14), (Kind::Wish, 3)];
    let week = |name: &str| WeekBasis {
        week: name.into(),
        door: None,
        rooms: None,
        held: None,
        visits: Some(NoisedWeek { low: noised(100 + n), high: noised(140 + n) }),
        hours: Some(NoisedHours { open: 60, visited: noised(38) }),
        contact: week(name, &contact),
    };
    let minutes = DoorDay { promised: 28_800, open: 18_000 + 60 * n, closed: 3_000, disputed: 90, reports: 4 };
    MonthSheet {
        residents: Some(Residents { count: 4_000, source: "统计年报".into(), as_of: date(2025, 12, 31) }),
        door: Some(Door { days: 30, minutes }),
        rooms: Some(RoomsBasis {
            open_min: 90_000,
            used_min: 30_000 + n,
            unsure_min: 6_000,
            uses: 400,
            walk_ins: Some(120),
        }),
        held: Some(HeldBasis { planned: 12, held: 8, unknown: 2, late: 1, few: 1, called_off: 0 }),
        weeks: ["2026-W23", "2026-W24", "2026-W25", "2026-W26"].map(week).to_vec(),
        ..bare(station)
    }
}

/// Of five of seven stations.
pub fn sheet() -> Option<CountySheet> {
    let all: Vec<MonthSheet> = (0..5).map(|n| busy(&format!("station-{n}"), n)).collect();
    county(630_203, "2026-06", 7, &all)
}

/// Of three stations that counted nothing.
fn empty() -> Option<CountySheet> {
    county(630_203, "2026-06", 7, &["a", "b", "c"].map(bare))
}

/// Each page with its name.
///
/// # Errors
/// A sheet that cannot be made up.
pub fn samples(v: &View) -> Result<Vec<(String, String)>, Fault> {
    let place = Place { code: 630_203, name: "平安区".into(), within: "青海省 海东市".into() };
    let province = Place { code: 63, name: "青海省".into(), within: String::new() };
    let none = || Fault::broken("three stations are enough");
    let (full, empty) = (sheet().ok_or_else(none)?, empty().ok_or_else(none)?);
    Ok(vec![
        ("county-list".into(), list(v, &place, &[date(2026, 6, 1), date(2026, 5, 1)]).into_string()),
        ("county-list-none".into(), list(v, &province, &[]).into_string()),
        ("county-month".into(), month(v, &place, &full).into_string()),
        ("county-month-none".into(), month(v, &place, &empty).into_string()),
    ])
}
