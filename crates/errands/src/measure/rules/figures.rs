//! The closed set of figures: what pages, programs and the file of open data show, each with its n and its interval.
use kernel::share::{FEWEST, Share, Sure};

use super::counts::Counts;
use crate::ratings::rules::Level;
use crate::rules::Waste;

/// What a figure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = MeasuredFigure)]
pub enum Figure {
    WastedTrips,
    EndNotKnown,
    LeftBefore,
    WaitingTime,
    ServiceTime,
    WayTime,
    Promises,
    ForecastBand,
    Presence,
    Ratings,
    CallBacks,
}

impl Figure {
    pub fn name(self) -> &'static str {
        match self {
            Figure::WastedTrips => "wasted-trips",
            Figure::EndNotKnown => "end-not-known",
            Figure::LeftBefore => "left-before",
            Figure::WaitingTime => "waiting-time",
            Figure::ServiceTime => "service-time",
            Figure::WayTime => "way-time",
            Figure::Promises => "promises",
            Figure::ForecastBand => "forecast-band",
            Figure::Presence => "presence",
            Figure::Ratings => "ratings",
            Figure::CallBacks => "call-backs",
        }
    }
}

/// Which part of it: a cause, a quantile, an ending, a level.
pub type Part = &'static str;

/// In what it is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = MeasuredUnit)]
pub enum Unit {
    Per100,
    Percent,
    Minutes,
}

impl Unit {
    pub fn name(self) -> &'static str {
        match self {
            Unit::Per100 => "per100",
            Unit::Percent => "percent",
            Unit::Minutes => "minutes",
        }
    }
}

/// One number. Without a value there are too few of it, or it is not known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Row {
    pub figure: Figure,
    pub part: Part,
    pub unit: Unit,
    /// With its interval, in the unit.
    pub sure: Option<Sure>,
    /// Of `n`; only beside a value.
    pub count: Option<usize>,
    pub n: usize,
}

fn share(figure: Figure, part: Part, unit: Unit, of: Share) -> Row {
    let sure = of.published().map(Sure::per_100);
    Row { figure, part, unit, sure, count: sure.map(|_| of.count), n: of.n }
}

/// Every figure, in the order in which they are shown. `band` are the last forecasts that were judged.
pub fn rows(c: &Counts, band: Share) -> Vec<Row> {
    let percent = |figure, part, count, n| share(figure, part, Unit::Percent, Share::new(count, n));
    let all = c.wasted.iter().sum();
    let mut rows = vec![share(Figure::WastedTrips, "all", Unit::Per100, Share::new(all, c.visits))];
    for (waste, count) in Waste::ALL.into_iter().zip(c.wasted) {
        rows.push(share(Figure::WastedTrips, waste.name(), Unit::Per100, Share::new(count, c.visits)));
    }
    rows.push(percent(Figure::EndNotKnown, "all", c.unknown, c.visits));
    rows.push(percent(Figure::LeftBefore, "all", c.left, c.visits));
    for (figure, spread) in [(Figure::WaitingTime, &c.waits), (Figure::ServiceTime, &c.services)] {
        for (part, p) in [("median", 0.5), ("nine-of-ten", 0.9)] {
            rows.push(Row { figure, part, unit: Unit::Minutes, sure: spread.at(p), count: None, n: spread.n() });
        }
    }
    // Nobody says when they set out, and nobody is asked.
    rows.push(Row {
        figure: Figure::WayTime,
        part: "all",
        unit: Unit::Minutes,
        sure: None,
        count: None,
        n: c.from_afar,
    });
    let p = c.promises;
    for (part, count) in
        [("kept", p.kept), ("revised-told", p.revised_told), ("revised-untold", p.revised_untold), ("broken", p.broken)]
    {
        rows.push(percent(Figure::Promises, part, count, p.n()));
    }
    rows.push(percent(Figure::ForecastBand, "held", band.count, band.n));
    rows.extend(presence(c));
    let r = c.ratings;
    rows.push(percent(Figure::Ratings, "rated", r.rated(), r.done));
    let content = Level::ALL.into_iter().zip(r.levels).filter(|(level, _)| !level.is_low()).map(|(_, n)| n).sum();
    rows.push(percent(Figure::Ratings, "content", content, r.rated()));
    for (level, count) in Level::ALL.into_iter().zip(r.levels) {
        rows.push(percent(Figure::Ratings, level.name(), count, r.rated()));
    }
    let b = c.call_backs;
    for (part, count) in [
        ("settled", b.settled),
        ("not-settled", b.not_settled),
        ("not-reached", b.not_reached),
        ("nobody-called", b.nobody_called),
    ] {
        rows.push(percent(Figure::CallBacks, part, count, b.n()));
    }
    rows
}

/// Shares of working hours. Presence is at least what was said, and at most that and all that is not known.
fn presence(c: &Counts) -> [Row; 3] {
    let m = c.presence;
    let enough = m.hours >= 60 * FEWEST as i64;
    let of = |minutes: i64| 100.0 * minutes as f64 / m.hours.max(1) as f64;
    let unknown = (m.hours - m.present - m.away).max(0);
    let row = |part, minutes: i64, most: i64| Row {
        figure: Figure::Presence,
        part,
        unit: Unit::Percent,
        sure: enough.then(|| Sure { value: of(minutes), low: of(minutes), high: of(most) }),
        count: None,
        n: c.presence_days,
    };
    [
        row("present", m.present, m.present + unknown),
        row("away", m.away, m.away + unknown),
        row("not-known", unknown, unknown),
    ]
}
