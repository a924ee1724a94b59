//! What a sheet of the pad becomes. Data in, decision out.
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use crate::rules::{LineId, Number, Outcome, Place, Priority, State, Ticket};

/// So many hours back a sheet can be typed in; what is older, nobody remembers.
pub const HOURS_BACK: i64 = 72;
/// The highest number that a pad has.
pub const HIGHEST: i32 = 9999;

/// What became of whoever held the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = PadBecame)]
pub enum Became {
    /// They sit in the hall and are called like everybody.
    Waits,
    Served,
    /// It was their turn, and a paper was missing.
    PaperMissing,
    /// They went before it was their turn.
    Left,
}

impl Became {
    pub const ALL: [Became; 4] = [Became::Waits, Became::Served, Became::PaperMissing, Became::Left];

    pub fn name(self) -> &'static str {
        match self {
            Became::Waits => "waits",
            Became::Served => "served",
            Became::PaperMissing => "paper-missing",
            Became::Left => "left",
        }
    }

    pub fn read(word: &str) -> Option<Became> {
        Became::ALL.into_iter().find(|b| b.name() == word)
    }

    fn state(self) -> State {
        match self {
            Became::Waits => State::Waiting,
            Became::Served | Became::PaperMissing => State::Done,
            Became::Left => State::Closed,
        }
    }

    /// What became of their matters, if it was their turn.
    pub fn outcome(self) -> Option<Outcome> {
        match self {
            Became::Served => Some(Outcome::Done),
            Became::PaperMissing => Some(Outcome::PaperMissing),
            Became::Waits | Became::Left => None,
        }
    }
}

/// One sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct Sheet {
    /// What is printed on it.
    pub pad: i32,
    pub came: Timestamp,
    pub became: Became,
    /// It is another sheet with a number that was typed in before.
    pub another: bool,
}

/// Why a sheet is not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoSheet {
    /// They came later than now.
    Future,
    /// More than [`HOURS_BACK`] ago.
    TooLongAgo,
    /// Nobody waits on a day that is over.
    DayOver,
    /// This number of the day and line was typed in already, and is that ticket.
    Entered { pad: i32, is: Number },
    /// Nothing of this name is done here.
    NoMatter,
}

/// Whether somebody who came then can be typed in now.
pub fn remembered(now: Timestamp, came: Timestamp) -> Result<(), NoSheet> {
    match () {
        () if came > now => Err(NoSheet::Future),
        () if now.duration_since(came) > SignedDuration::from_hours(HOURS_BACK) => Err(NoSheet::TooLongAgo),
        () => Ok(()),
    }
}

/// Which copy of its number the sheet is. `entered` are the tickets that sheets with this number have become, of its day and
/// line; `today` and `day` are the station's.
pub fn judge(now: Timestamp, (today, day): (Date, Date), sheet: &Sheet, entered: &[Number]) -> Result<i16, NoSheet> {
    remembered(now, sheet.came)?;
    match entered.first() {
        Some(is) if !sheet.another => return Err(NoSheet::Entered { pad: sheet.pad, is: *is }),
        _ if sheet.became == Became::Waits && day != today => return Err(NoSheet::DayOver),
        _ => {}
    }
    Ok(i16::try_from(entered.len() + 1).unwrap_or(i16::MAX))
}

/// The ticket that the sheet becomes; `reason` is read by whoever went.
pub fn ticket(now: Timestamp, sheet: &Sheet, (line, priority): (LineId, Priority), reason: &str) -> Ticket {
    let state = sheet.became.state();
    Ticket {
        state,
        place: Place::OnSite,
        priority,
        waits_in: line,
        official: None,
        desk: None,
        order_at: sheet.came,
        // When somebody's turn ended, paper does not say: what is known is that it had when it was typed in.
        since: if state.stands() { sheet.came } else { now },
        until_at: None,
        calls: 0,
        misses: 0,
        version: 1,
        reason: if state == State::Closed { reason.to_owned() } else { String::new() },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn at(hour: i64) -> Timestamp {
        Timestamp::from_second(1_782_259_200 + hour * 3600).expect("an instant")
    }

    fn sheet(came: Timestamp, became: Became) -> Sheet {
        Sheet { pad: 7, came, became, another: false }
    }

    const TODAY: (Date, Date) = (date(2026, 6, 24), date(2026, 6, 24));

    #[test]
    fn a_sheet_of_the_last_three_days_is_kept_and_none_of_the_future() {
        let judged = |came, became| judge(at(100), TODAY, &sheet(came, became), &[]);
        assert_eq!(judged(at(100), Became::Waits), Ok(1));
        assert_eq!(judged(at(28), Became::Served), Ok(1));
        assert_eq!(judged(at(101), Became::Served), Err(NoSheet::Future));
        assert_eq!(judged(at(27), Became::Served), Err(NoSheet::TooLongAgo));
    }

    #[test]
    fn a_number_that_was_typed_in_is_another_sheet_only_if_somebody_says_so() {
        let is = Number { letter: 'A', number: 23 };
        let same = sheet(at(99), Became::Waits);
        assert_eq!(judge(at(100), TODAY, &same, &[is]), Err(NoSheet::Entered { pad: 7, is }));
        let another = Sheet { another: true, ..same };
        assert_eq!(judge(at(100), TODAY, &another, &[is, is]), Ok(3));
    }

    #[test]
    fn nobody_waits_on_a_day_that_is_over() {
        let days = (date(2026, 6, 25), date(2026, 6, 24));
        assert_eq!(judge(at(100), days, &sheet(at(90), Became::Waits), &[]), Err(NoSheet::DayOver));
        assert_eq!(judge(at(100), days, &sheet(at(90), Became::Left), &[]), Ok(1));
    }

    #[test]
    fn whoever_waits_stands_where_they_would_have_stood() {
        let waits = ticket(at(100), &sheet(at(98), Became::Waits), (2, Priority::Elderly), "went");
        assert_eq!((waits.state, waits.order_at, waits.since), (State::Waiting, at(98), at(98)));
        let left = ticket(at(100), &sheet(at(98), Became::Left), (2, Priority::None), "went");
        assert_eq!((left.state, left.since, left.reason.as_str()), (State::Closed, at(100), "went"));
        assert_eq!(ticket(at(100), &sheet(at(98), Became::Served), (2, Priority::None), "went").reason, "");
    }
}
