//! What the door says now, and the hours of the days ahead. Pure: the almanac's answers in the words of a station.
use almanac::holidays::{Calendar, DayKind, Name};
use almanac::hours::Hours;
use jiff::civil::{Date, DateTime};

/// The door at one moment, in the station's wall time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Door {
    pub open: bool,
    /// When that changes next; never, for a station that is always open or always closed.
    pub until: Option<DateTime>,
    /// The holidays that this depends on are not published yet.
    pub provisional: bool,
}

pub fn door(hours: &Hours, calendar: &Calendar, at: DateTime) -> Door {
    let state = hours.state_at(at, calendar);
    let until = hours.next_change(at, calendar);
    let then = until.is_some_and(|at| hours.state_at(at, calendar).provisional);
    Door { open: state.open, until, provisional: state.provisional || then }
}

/// One day's hours and why they are what they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayHours {
    pub date: Date,
    /// From and until; after midnight when `until` is on the next day.
    pub spans: Vec<(DateTime, DateTime)>,
    pub day: DayIs,
    pub provisional: bool,
}

/// What a reader should know about a day beside its weekday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DayIs {
    Ordinary,
    Holiday(Name),
    /// 调休: a weekend day that is worked.
    MakeUpWorkday,
    /// A holiday notice that is still to come may change the hours of this day.
    NotKnownYet,
}

/// The hours of `n` days from `from` on.
pub fn days(hours: &Hours, calendar: &Calendar, from: Date, n: u8) -> Vec<DayHours> {
    let mut out = vec![];
    let mut date = from;
    for _ in 0..n {
        out.push(day(hours, calendar, date));
        let Ok(next) = date.tomorrow() else { break };
        date = next;
    }
    out
}

fn day(hours: &Hours, calendar: &Calendar, date: Date) -> DayHours {
    let provisional = hours.state_at(date.at(12, 0, 0, 0), calendar).provisional;
    let is = match calendar.day(date).kind {
        DayKind::Holiday(name) => DayIs::Holiday(name.clone()),
        DayKind::MakeUpWorkday => DayIs::MakeUpWorkday,
        _ if provisional => DayIs::NotKnownYet,
        DayKind::Workday | DayKind::Weekend | DayKind::NotKnownYet => DayIs::Ordinary,
    };
    DayHours { date, spans: hours.intervals(date, calendar), day: is, provisional }
}
