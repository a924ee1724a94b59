//! What changed from one sheet to another, and what a correction corrected. Of one station only: nothing here compares two stations.
use jiff::Timestamp;
use kernel::lottery::Published as _;

use super::change::{Change, moved};
use super::figure::{Ends, Figure, Indicator};
use super::sheet::{Before, Changed, Correction, MonthSheet, Word, figures};
use super::survey::SurveyBasis;

/// What is compared by its range. Contact is not: its parts are weeks, and one week is no trend.
const BY_RANGE: [Indicator; 5] =
    [Indicator::Open, Indicator::Used, Indicator::Held, Indicator::Visits, Indicator::VisitedHours];

/// One for each indicator that both sheets have. It rose or fell only if the two ranges have nothing in common; the mean of the
/// survey only if the interval of the difference is beyond zero, and only between two surveys (see [`moved`]).
pub fn changes(before: &MonthSheet, after: &MonthSheet) -> Vec<Changed> {
    let by_range = BY_RANGE.into_iter().filter_map(|indicator| {
        let (was, is) = (month(&before.figures, indicator)?, month(&after.figures, indicator)?);
        Some(Changed { indicator, word: word(was, is), by: None })
    });
    let survey = before.survey.as_ref().zip(after.survey.as_ref()).and_then(|(was, is)| between(was, is));
    by_range.chain(survey).collect()
}

fn month(all: &[Figure], indicator: Indicator) -> Option<&Figure> {
    all.iter().find(|f| f.indicator == indicator && f.part.is_empty())
}

fn word(was: &Figure, is: &Figure) -> Word {
    match () {
        () if was.overlaps(is) => Word::NotSure,
        () if is.low > was.high => Word::Rose,
        () => Word::Fell,
    }
}

fn between(was: &SurveyBasis, is: &SurveyBasis) -> Option<Changed> {
    if was.wave == is.wave {
        return None;
    }
    let (first, second) = (was.estimate()?, is.estimate()?);
    let moved = moved((&first, &was.response), (&second, &is.response))?;
    let word = match moved.change {
        Change::Up => Word::Rose,
        Change::Down => Word::Fell,
        Change::NotSure => Word::NotSure,
    };
    let by = Some(Ends::new(moved.low, Some(moved.by), moved.high));
    Some(Changed { indicator: Indicator::Satisfaction, word, by })
}

/// The earlier corrections, and one for each figure that `after` has otherwise than the revision before it.
pub fn corrections(before: &MonthSheet, after: &[Figure], revision: u32, at: Timestamp, why: &str) -> Vec<Correction> {
    let find = |all: &[Figure], f: &Figure| {
        all.iter().find(|other| other.indicator == f.indicator && other.part == f.part).cloned()
    };
    let gone = before.figures.iter().filter(|f| find(after, f).is_none());
    let new = after.iter().chain(gone).filter_map(|f| {
        let (was, is) = (find(&before.figures, f), find(after, f));
        (was != is).then(|| Correction {
            revision,
            at,
            indicator: f.indicator,
            part: f.part.clone(),
            was: was.map(|f| f.ends()),
            is: is.map(|f| f.ends()),
            why: why.to_owned(),
        })
    });
    before.corrections.iter().cloned().chain(new).collect()
}

impl MonthSheet {
    /// The sheet with all that follows from what was counted: its figures, what changed since the sheet before, and its sum.
    #[must_use]
    pub fn finished(mut self, before: Option<&MonthSheet>) -> MonthSheet {
        self.figures = figures(&self);
        self.before = before.map(|b| Before { month: b.month.clone(), revision: b.revision, sum: b.sum.clone() });
        self.changes = before.map(|b| changes(b, &self)).unwrap_or_default();
        self.signed()
    }

    /// The next revision of a published sheet: `self` has what is counted now. `why` is published with each figure that it corrects.
    #[must_use]
    pub fn correcting(mut self, published: &MonthSheet, why: &str, before: Option<&MonthSheet>) -> MonthSheet {
        self.revision = published.revision.saturating_add(1);
        let now = figures(&self);
        self.corrections = corrections(published, &now, self.revision, self.made_at, why);
        self.finished(before)
    }
}

#[cfg(test)]
mod tests {
    use super::super::door::DoorDay;
    use super::super::sheet::Door;
    use super::super::sheet::tests::sheet;
    use super::super::survey::result;
    use super::super::survey::tests::{two_parts, wave};
    use super::*;

    fn with_door(open: i64, closed: i64) -> MonthSheet {
        let minutes = DoorDay { promised: 1_000, open, closed, ..DoorDay::default() };
        MonthSheet { door: Some(Door { days: 30, minutes }), ..sheet() }
    }

    fn of(before: MonthSheet, after: MonthSheet, indicator: Indicator) -> Option<Changed> {
        let before = before.finished(None);
        after.finished(Some(&before)).changes.into_iter().find(|c| c.indicator == indicator)
    }

    #[test]
    fn it_rose_or_fell_only_if_the_ranges_have_nothing_in_common() {
        let open = |before, after| of(before, after, Indicator::Open).map(|c| c.word);
        assert_eq!(open(with_door(300, 400), with_door(700, 100)), Some(Word::Rose), "at most 0.6, then at least 0.7");
        assert_eq!(open(with_door(700, 100), with_door(300, 400)), Some(Word::Fell));
        assert_eq!(open(with_door(300, 300), with_door(700, 100)), Some(Word::NotSure), "both can be 0.7");
        assert_eq!(open(MonthSheet { door: None, ..sheet() }, with_door(700, 100)), None, "unknown is no zero");
    }

    #[test]
    fn a_survey_is_compared_with_another_and_never_with_itself() {
        assert_eq!(of(sheet(), sheet(), Indicator::Satisfaction), None);
        let mut parts = two_parts();
        // Everybody two steps lower.
        for part in &mut parts {
            part.answers.rotate_left(2);
        }
        let mut later = sheet();
        let mut about = wave(100, 70, &[]);
        about.wave = "2027-1".into();
        later.survey = Some(result(&parts, &about));
        let changed = of(sheet(), later.clone(), Indicator::Satisfaction).expect("two surveys");
        assert_eq!(changed.word, Word::Fell);
        assert!(changed.by.is_some_and(|by| by.value == Some(-2.0) && by.high < 0.0), "{changed:?}");
        // Where too few answered there is no mean, and no arrow.
        about.response.drawn = 400;
        later.survey = Some(result(&parts, &about));
        assert_eq!(of(sheet(), later, Indicator::Satisfaction), None);
    }

    #[test]
    fn a_correction_names_what_it_corrects_and_keeps_the_earlier_ones() {
        let first = with_door(700, 100).finished(None);
        let second = with_door(600, 100).correcting(&first, "a report came late", None);
        assert_eq!((second.revision, second.corrections.len()), (2, 1));
        let c = &second.corrections[0];
        assert_eq!((c.indicator, c.was.map(|e| e.low), c.is.map(|e| e.low)), (Indicator::Open, Some(0.7), Some(0.6)));
        let third = MonthSheet { held: None, ..with_door(600, 100) }.correcting(&second, "the list was wrong", None);
        let whys: Vec<&str> = third.corrections.iter().map(|c| c.why.as_str()).collect();
        assert_eq!(whys, ["a report came late", "the list was wrong"]);
        assert!(third.corrections[1].is.is_none(), "it is gone");
    }
}
