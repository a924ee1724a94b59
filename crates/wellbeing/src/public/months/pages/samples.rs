//! The pages with an invented June, for the test that draws all pages and for people who look at them.
use jiff::Timestamp;
use jiff::civil::{Weekday, date};
use kernel::fault::Fault;
use kernel::lottery::Published as _;
use kernel::view::View;

use super::{Frame, dictionary, list, month, paper};
use crate::months::answers::MonthRow;
use crate::months::rules::LATE_FACTS;
use crate::public::months::reads::Month;
use crate::rules::contact::{Kind, week};
use crate::rules::door::DoorDay;
use crate::rules::flags::{Hour, Mode, OfMode};
use crate::rules::fullest::{Fullest, Part};
use crate::rules::held::HeldBasis;
use crate::rules::noise::Noised;
use crate::rules::response::Response;
use crate::rules::rooms::RoomsBasis;
use crate::rules::sheet::{Door, FORMAT, MonthSheet, NoisedHours, NoisedWeek, Residents, WeekBasis};
use crate::rules::strata::Stratum;
use crate::rules::survey::{SurveyBasis, Wave, result};

/// A month in which nothing was counted.
fn bare(name: &str) -> MonthSheet {
    MonthSheet {
        format: FORMAT.into(),
        station: "sanhe".into(),
        name_zh: "三合镇共享驿站".into(),
        name_en: "Sanhe Shared Station".into(),
        month: name.into(),
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

/// A week; `n` makes weeks differ a little.
fn one_week(name: &str, n: u64) -> WeekBasis {
    let noised = |value: u64| Noised { value: i64::try_from(value).unwrap_or(0), half: 9 };
    let minutes = DoorDay { promised: 5_880, open: 3_900, closed: 700, disputed: 30, reports: 1 };
    let contact = [
        (Kind::Desk, 57 + 3 * n),
        (Kind::Village, 12),
        (Kind::CallBack, 8 + 2 * n),
        (Kind::Reception, 11),
        (Kind::FirstAsked, 10 + n),
        (Kind::Activity, 3),
        (Kind::Opinion, 14),
        (Kind::Wish, 2 * n),
    ];
    WeekBasis {
        week: name.into(),
        door: Some(Door { days: 7, minutes }),
        rooms: Some(RoomsBasis {
            open_min: 42_000,
            used_min: 15_000,
            unsure_min: 2_000,
            uses: 90 + n,
            walk_ins: Some(30),
        }),
        held: Some(HeldBasis { planned: 3, held: 2, unknown: 1, ..HeldBasis::default() }),
        visits: Some(NoisedWeek { low: noised(96 + 5 * n), high: noised(140 + 5 * n) }),
        hours: Some(NoisedHours { open: 98, visited: noised(61 + n) }),
        contact: week(name, &contact),
    }
}

/// Sixty young and ten old answers of a hundred households, as they came by `modes`.
fn asked(drawn: u64, modes: &[OfMode], hours: &[Hour], suggested: u64) -> SurveyBasis {
    let part = |name: &str, population, answers: [u64; 11]| Stratum { name: name.into(), population, answers };
    let parts = [
        part("18–59", 3_000, [0, 0, 0, 0, 0, 6, 12, 12, 12, 12, 6]),
        part("60+", 1_000, [0, 0, 0, 1, 1, 2, 2, 2, 1, 1, 0]),
    ];
    let about = Wave {
        wave: "2026-1".into(),
        closed_on: date(2026, 6, 20),
        response: Response { drawn, not_eligible: 4, answered: 70 },
        frame_size: 1_312,
        seed_hash: "a8ae6e6ee929abea3afcfc5258c8ccd6f85273e0d4626d26c7279f3250f77c8e".into(),
        bootstrap_seed: 7,
        hours,
        modes,
        suggested,
    };
    result(&parts, &about)
}

/// A month with everything.
fn busy(name: &str, open: i64) -> MonthSheet {
    let minutes = DoorDay { promised: 25_200, open, closed: 4_700, disputed: 90, reports: 4 };
    let modes = [OfMode { mode: Mode::Phone, n: 40, tens: 3 }, OfMode { mode: Mode::Paper, n: 30, tens: 3 }];
    let weeks = ["2026-W23", "2026-W24", "2026-W25", "2026-W26"].iter().zip(0..).map(|(name, n)| one_week(name, n));
    MonthSheet {
        residents: Some(Residents { count: 4_012, source: "2025 年统计年鉴".into(), as_of: date(2025, 12, 31) }),
        door: Some(Door { days: 30, minutes }),
        rooms: Some(RoomsBasis {
            open_min: 180_000,
            used_min: 61_000,
            unsure_min: 9_000,
            uses: 402,
            walk_ins: Some(121),
        }),
        fullest: Some(Fullest {
            weekday: Weekday::Wednesday,
            part: Part::Evening,
            offering: "乒乓球室".into(),
            offering_en: "table tennis room".into(),
            used_min: 1_620,
            open_min: 1_920,
            uses: 31,
        }),
        held: Some(HeldBasis { planned: 14, held: 9, unknown: 2, late: 1, few: 1, called_off: 1 }),
        weeks: weeks.collect(),
        survey: Some(asked(104, &modes, &[], 0)),
        ..bare(name)
    }
}

fn published(sheet: MonthSheet) -> Month {
    Month { text: sheet.text(), newest: sheet.revision, sheet }
}

/// Everything, with a correction, and a change since the month before.
pub fn full() -> Month {
    let may = MonthSheet { survey: None, weeks: vec![], ..busy("2026-05", 9_000) }.finished(None);
    let first = busy("2026-06", 15_600).finished(Some(&may));
    published(busy("2026-06", 16_200).correcting(&first, LATE_FACTS, Some(&may)))
}

/// Too few answers for a mean, too few uses and nobody who said how many live here: what is hidden says why.
/// Of which the first revision had other counts, and no other figure.
pub fn with_hidden() -> Month {
    let few = |week: WeekBasis| WeekBasis { rooms: None, door: None, ..week };
    let sheet = busy("2026-06", 15_600);
    let weeks = sheet.weeks.into_iter().map(few).collect();
    let hours = [Hour { mode: Mode::Kiosk, hour: 1, n: 25 }];
    let modes = [OfMode { mode: Mode::Kiosk, n: 60, tens: 45 }, OfMode { mode: Mode::Paper, n: 10, tens: 0 }];
    let survey = Some(asked(400, &modes, &hours, 2));
    let shown = bare_of(&sheet.door, &sheet.held);
    let first = MonthSheet { residents: None, rooms: None, fullest: None, weeks, survey, ..shown }.finished(None);
    published(first.clone().correcting(&first, "补录了三天", None))
}

fn bare_of(door: &Option<Door>, held: &Option<HeldBasis>) -> MonthSheet {
    MonthSheet { door: *door, held: *held, ..bare("2026-06") }
}

/// Answers that should make a reader careful.
fn with_flags() -> Month {
    let hours = [Hour { mode: Mode::Kiosk, hour: 1, n: 25 }];
    let modes = [OfMode { mode: Mode::Kiosk, n: 60, tens: 45 }, OfMode { mode: Mode::Paper, n: 10, tens: 0 }];
    published(MonthSheet { survey: Some(asked(104, &modes, &hours, 12)), ..busy("2026-06", 15_600) }.finished(None))
}

/// Each page with its name.
///
/// # Errors
/// A station that cannot be made up.
pub fn samples(v: &View) -> Result<Vec<(String, String)>, Fault> {
    let station = stations::sample_station()?;
    let f = Frame { v, station: &station };
    let row = |m, revision, why: &str| MonthRow {
        month: date(2026, m, 1),
        revision,
        made_at: Timestamp::UNIX_EPOCH,
        why: why.into(),
    };
    let rows = [row(6, 2, LATE_FACTS), row(6, 1, ""), row(5, 1, "")];
    let earlier = Month { newest: 3, ..full() };
    let mut all = vec![("list".to_owned(), list(f, &rows)), ("list-none".to_owned(), list(f, &[]))];
    let months = [
        ("full", full()),
        ("nothing", published(bare("2026-06").finished(None))),
        ("hidden", with_hidden()),
        ("flags", with_flags()),
        ("earlier", earlier),
    ];
    for (name, of) in &months {
        all.push((format!("page-{name}"), month(f, of)));
        all.push((format!("paper-{name}"), paper(f, of, "https://example.org")));
    }
    for part in ["", "weeks", "gap"] {
        all.extend(dictionary(f, part).map(|page| (format!("dictionary{part}"), page)));
    }
    Ok(all.into_iter().map(|(name, page)| (format!("wellbeing-months-{name}"), page.into_string())).collect())
}
