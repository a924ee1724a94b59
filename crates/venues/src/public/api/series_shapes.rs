//! What the API says about series. Days are days of the station, times its wall time.
use jiff::civil::Date;
use jiff::tz::TimeZone;
use kernel::form::Problems;
use kernel::view::View;
use serde::{Deserialize, Serialize};
use stations::Station;
use utoipa::ToSchema;

use super::shapes::SpanShape;
use crate::rules::Offering;
use crate::series::acts::Change;
use crate::series::answers::{Line, Look, Stands};
use crate::series::forms::{NewTime, Wanted, date, minute, number, starts, title};
use crate::series::rules::Terms;
use crate::series::says;
use crate::{ReservationId, SeriesId};

/// A series to make.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = NewSeries)]
#[serde(deny_unknown_fields)]
pub struct NewSeriesShape {
    /// The slug of the offering.
    #[schema(example = "table-tennis")]
    pub offering: String,
    /// RRULE of RFC 5545 and, for lunar dates, RFC 7529; UNTIL is a date.
    #[schema(max_length = 200, example = "FREQ=WEEKLY;BYDAY=TU;COUNT=8")]
    pub rule: String,
    /// The first day on which it may be; intervals count from there.
    #[schema(value_type = String, format = Date, example = "2026-07-01")]
    pub on: String,
    #[schema(pattern = "^[0-2]?[0-9]:[0-5][0-9]$", example = "19:00")]
    pub at: String,
    /// Without it, the usual length.
    #[serde(default)]
    #[schema(minimum = 5, maximum = 1440, example = 60)]
    pub minutes: Option<i32>,
    /// How many people; without it, the smallest group.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 1000)]
    pub group: Option<i32>,
    /// Whether it takes place on public holidays too.
    #[serde(default)]
    pub on_holidays: bool,
    /// What it is for; no names of persons.
    #[serde(default)]
    #[schema(max_length = 30)]
    pub title: String,
}

impl NewSeriesShape {
    pub fn checked(&self, offering: &Offering, today: Date) -> Result<Wanted, Problems> {
        let mut problems = Problems::default();
        let rule = rule(&mut problems, &self.rule);
        let on = starts(&mut problems, &self.on, today);
        let at_minute = minute(&mut problems, "at", &self.at);
        let title = title(&mut problems, &self.title);
        let all = rule.zip(on).zip(at_minute);
        problems.or_else_all(all.map(|((rule, starts_on), at_minute)| Wanted {
            offering: self.offering.clone(),
            terms: Terms {
                rule,
                starts_on,
                ends_on: None,
                at_minute,
                minutes: self.minutes.unwrap_or(offering.policy.usual),
                group: self.group.unwrap_or(offering.policy.smallest_group),
                skips_holidays: !self.on_holidays,
            },
            title,
            questions: vec![],
        }))
    }
}

fn rule(problems: &mut Problems, typed: &str) -> Option<almanac::recur::Rule> {
    /// Longer ones are no rules of people.
    const LONGEST: usize = 200;
    let read = if typed.len() > LONGEST { Err("…".to_owned()) } else { typed.parse().map_err(|e| format!("{e}")) };
    match read {
        Ok(rule) => Some(rule),
        Err(why) => {
            problems.add_with("rule", "venues-series-rule-unreadable", vec![("why", why)]);
            None
        }
    }
}

/// Another time for one date.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = NewSeriesTime)]
#[serde(deny_unknown_fields)]
pub struct NewTimeOfDate {
    /// The day; without it, the date's own. For its holder, within a week of that.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub on: Option<String>,
    #[schema(pattern = "^[0-2]?[0-9]:[0-5][0-9]$", example = "20:00")]
    pub at: String,
    #[schema(minimum = 5, maximum = 1440, example = 60)]
    pub minutes: i32,
}

impl NewTimeOfDate {
    pub fn checked(&self, of: Date) -> Result<NewTime, Problems> {
        let mut problems = Problems::default();
        let on = self.on.as_ref().map_or(Some(of), |on| date(&mut problems, "on", on));
        let at_minute = minute(&mut problems, "at", &self.at);
        let minutes = number(&mut problems, "minutes", &self.minutes.to_string());
        let all = on.zip(at_minute).zip(minutes);
        problems.or_else_all(all.map(|((on, at_minute), minutes)| NewTime { on, at_minute, minutes, later_too: false }))
    }
}

/// How a series becomes another from a day on. What is left out stays.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[schema(as = SeriesChange)]
#[serde(deny_unknown_fields, default)]
pub struct ChangeShape {
    /// The first day that changes; without it, today.
    #[schema(value_type = Option<String>, format = Date)]
    pub from: Option<String>,
    #[schema(max_length = 200, example = "FREQ=WEEKLY;BYDAY=TH")]
    pub rule: Option<String>,
    #[schema(pattern = "^[0-2]?[0-9]:[0-5][0-9]$", example = "20:00")]
    pub at: Option<String>,
    #[schema(minimum = 5, maximum = 1440)]
    pub minutes: Option<i32>,
    #[schema(minimum = 1, maximum = 1000)]
    pub group: Option<i32>,
    pub on_holidays: Option<bool>,
    #[schema(max_length = 30)]
    pub title: Option<String>,
}

impl ChangeShape {
    pub fn checked(&self, today: Date) -> Result<(Date, Change), Problems> {
        let mut problems = Problems::default();
        let p = &mut problems;
        let from = self.from.as_ref().map_or(Some(today), |from| date(p, "from", from));
        let change = Change {
            rule: self.rule.as_ref().and_then(|typed| rule(p, typed)),
            at_minute: self.at.as_ref().and_then(|typed| minute(p, "at", typed)),
            minutes: self.minutes,
            group: self.group,
            skips_holidays: self.on_holidays.map(|on| !on),
            title: self.title.as_ref().map(|typed| title(p, typed)),
        };
        problems.or_else_all(from.map(|from| (from, change)))
    }
}

/// From which day on a series ends.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[schema(as = SeriesEnd)]
#[serde(deny_unknown_fields, default)]
pub struct EndShape {
    /// Without it, from now on.
    #[schema(value_type = Option<String>, format = Date)]
    pub from: Option<String>,
}

impl EndShape {
    pub fn checked(&self) -> Result<Option<Date>, Problems> {
        let mut problems = Problems::default();
        let from = self.from.as_ref().and_then(|from| date(&mut problems, "from", from));
        problems.or_else_all(Some(from))
    }
}

/// How a date stands.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[schema(as = SeriesOutcome)]
#[serde(rename_all = "kebab-case")]
pub enum OutcomeShape {
    /// Nothing is made yet, and it can be booked.
    Free,
    Booked,
    /// Its reservation has ended: used, given back, nobody came.
    Over,
    /// It does not take place: a public holiday, a closure, given up.
    Skipped,
    /// There is no room; `instead` are times that work on that day.
    Clash,
    /// It depends on holidays that are not published yet.
    NotKnown,
    /// So far ahead nothing is booked yet.
    Later,
    Past,
}

impl From<Stands> for OutcomeShape {
    fn from(stands: Stands) -> OutcomeShape {
        match stands {
            Stands::Free => OutcomeShape::Free,
            Stands::Booked => OutcomeShape::Booked,
            Stands::Over(_) => OutcomeShape::Over,
            Stands::Skipped => OutcomeShape::Skipped,
            Stands::Clash => OutcomeShape::Clash,
            Stands::NotKnown => OutcomeShape::NotKnown,
            Stands::Later => OutcomeShape::Later,
            Stands::Past => OutcomeShape::Past,
        }
    }
}

/// One date of a series.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = SeriesDate)]
pub struct DateShape {
    /// As the rule names it, wherever it was moved.
    #[schema(value_type = String, format = Date)]
    on: Date,
    outcome: OutcomeShape,
    /// When it is, or would have been.
    time: Option<SpanShape>,
    /// Why, in words.
    why: Option<String>,
    #[schema(value_type = Option<String>, format = Uuid)]
    reservation: Option<ReservationId>,
    instead: Vec<SpanShape>,
}

impl DateShape {
    pub fn of(line: &Line, v: &View, zone: &TimeZone) -> DateShape {
        DateShape {
            on: line.on,
            outcome: line.stands.into(),
            time: line.span.as_ref().map(|s| SpanShape::of(s, zone)),
            why: line.why.as_ref().map(|w| says::why(v, w)),
            reservation: line.receipt.as_ref().map(|r| r.reservation.id),
            instead: line.instead.iter().map(|s| SpanShape::of(s, zone)).collect(),
        }
    }
}

/// A series with its dates, for whoever holds it and for staff.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Series)]
pub struct SeriesShape {
    #[schema(value_type = String, format = Uuid)]
    id: SeriesId,
    offering: String,
    venue: String,
    title: String,
    rule: String,
    /// The rule in words.
    says: String,
    #[schema(value_type = String, format = Date)]
    starts_on: Date,
    /// The last day on which it may be, whatever the rule says.
    #[schema(value_type = Option<String>, format = Date)]
    ends_on: Option<Date>,
    at: String,
    minutes: i32,
    group: i32,
    on_holidays: bool,
    /// The series that it goes on from.
    #[schema(value_type = Option<String>, format = Uuid)]
    split_from: Option<SeriesId>,
    /// Whether anything is still to come.
    runs: bool,
    dates: Vec<DateShape>,
    page: String,
    calendar: String,
}

impl SeriesShape {
    pub fn of(look: &Look, v: &View, station: &Station) -> SeriesShape {
        let (s, t) = (&look.series, &look.series.terms);
        let page = station.path(&format!("/series/{}", s.id));
        SeriesShape {
            id: s.id,
            offering: look.offering.slug.clone(),
            venue: look.venue.slug.clone(),
            title: s.title.clone(),
            rule: t.rule.to_string(),
            says: says::rule(v, t),
            starts_on: t.starts_on,
            ends_on: t.ends_on,
            at: t.time().strftime("%H:%M").to_string(),
            minutes: t.minutes,
            group: t.group,
            on_holidays: !t.skips_holidays,
            split_from: s.split_from,
            runs: look.runs,
            dates: look.lines.iter().map(|l| DateShape::of(l, v, &station.zone)).collect(),
            calendar: format!("{page}/calendar.ics"),
            page,
        }
    }
}
