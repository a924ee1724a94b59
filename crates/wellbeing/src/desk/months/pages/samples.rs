//! The pages of the months at the desk with invented figures.
use jiff::civil::{Date, date};
use jiff::{Timestamp, ToSpan as _};
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::page::Page as Shell;
use kernel::view::View;
use maud::Markup;

use super::{CorrectionPage, Frame, ListPage, correction, list};
use crate::desk::months::forms::{CorrectionForm, ResidentsForm};
use crate::desk::months::reads::{Desk, Differs};
use crate::desk::months::says;
use crate::months::answers::MonthRow;
use crate::rules::figure::{Ends, Indicator};
use crate::rules::sheet::{Correction, Residents};

type Sample = (String, String);

fn shell(f: Frame<'_>, title: String, body: Markup) -> String {
    Shell::new(f.v, title).place(f.station.place(f.v)).body(body).into_string()
}

/// Six in the morning of the view's day.
fn instant(f: Frame<'_>) -> Timestamp {
    let morning = f.station.zone.to_timestamp(f.when().today().at(6, 10, 0, 0));
    morning.unwrap_or(Timestamp::UNIX_EPOCH)
}

/// Three months, one corrected by itself and one by a manager, and two statistics.
fn full(f: Frame<'_>) -> Desk {
    let now = instant(f);
    let this = f.when().today().first_of_month();
    let row = |months: i64, revision, why: &str| MonthRow {
        month: this.saturating_sub(months.months()),
        revision,
        made_at: now,
        why: why.into(),
    };
    let known =
        |count, year: i16| Residents { count, source: format!("{year} 年统计年报"), as_of: date(year, 12, 31) };
    Desk {
        next: (this, now),
        months: vec![
            row(1, 1, ""),
            row(2, 2, "late-facts"),
            row(2, 1, ""),
            row(3, 2, "三天的场地记录补录了"),
            row(3, 1, ""),
        ],
        residents: vec![known(4_012, 2025), known(4_100, 2024)],
    }
}

fn corrections(f: Frame<'_>) -> Vec<Correction> {
    let one = |indicator, part: &str, was: Option<Ends>, is: Option<Ends>| Correction {
        revision: 2,
        at: instant(f),
        indicator,
        part: part.into(),
        was,
        is,
        why: String::new(),
    };
    let share = |low, high| Some(Ends::new(low, None, high));
    vec![
        one(Indicator::Open, "", share(0.62, 0.81), share(0.71, 0.81)),
        one(Indicator::Used, "2026-W23", share(0.31, 0.4), None),
        one(Indicator::Visits, "", share(2.3, 3.7), share(2.5, 3.9)),
        one(Indicator::Contact, "2026-W23/desk", None, Some(Ends::new(43.2, Some(57.0), 73.9))),
        one(Indicator::Satisfaction, "9-10", share(0.2, 0.4), share(0.21, 0.4)),
    ]
}

/// Each page with its name, on the view's day.
///
/// # Errors
/// A station that cannot be made up.
pub fn samples(v: &View) -> Result<Vec<Sample>, Fault> {
    let station = stations::sample_station()?;
    let f = Frame { v, station: &station };
    let month: Date = f.when().today().first_of_month().saturating_sub(1.month());
    let (full, none) = (full(f), Problems::default());
    let bare = Desk { months: vec![], residents: vec![], ..full.clone() };
    let drawn = |name: &str, desk: &Desk, (form, problems): (&ResidentsForm, &Problems), done| {
        let body = list(f, &ListPage { desk, form, problems, done });
        (format!("county-desk-{name}"), shell(f, v.t("county-desk-title"), body))
    };
    let empty = ResidentsForm::fresh("x".into());
    let typed = ResidentsForm { people: "四千".into(), as_of: "2025-12-31".into(), ..empty.clone() };
    let wrong = typed.read().and_then(|new| new.checked(f.when().today())).err().unwrap_or_default();
    let differs = Differs { all: corrections(f), seen: "x".into() };
    let same = Differs { all: vec![], seen: "x".into() };
    let looked = |name: &str, differs: &Differs, (form, problems): (&CorrectionForm, &Problems), moved| {
        let body = correction(f, &CorrectionPage { month, differs, form, problems, moved });
        let title = v.ta("county-correction-title", &[("month", says::month(v, month).into())]);
        (format!("county-correction-{name}"), shell(f, title, body))
    };
    let why = CorrectionForm { why: "补".into(), ..CorrectionForm::default() };
    let short = why.read().checked().err().unwrap_or_default();
    Ok(vec![
        drawn("full", &full, (&empty, &none), None),
        drawn("none", &bare, (&empty, &none), None),
        drawn("kept", &full, (&empty, &none), Some("county-kept-residents")),
        drawn("wrong", &full, (&typed, &wrong), None),
        looked("differs", &differs, (&CorrectionForm::default(), &none), false),
        looked("same", &same, (&CorrectionForm::default(), &none), false),
        looked("moved", &differs, (&why, &none), true),
        looked("wrong", &differs, (&why, &short), false),
    ])
}
