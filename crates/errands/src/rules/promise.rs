//! 承诺: a time that a person was told is kept, revised in the open, or broken.
use jiff::{SignedDuration, Timestamp};

/// What somebody at home is given at least, to come.
pub const TRAVEL: SignedDuration = SignedDuration::from_mins(30);
/// A promise is kept if it comes true no later than this after its time: the same quarter of an hour for which a return is
/// believed.
const LATE: SignedDuration = SignedDuration::from_mins(15);

/// What was promised. The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Promised {
    /// An appointment: called at this time.
    Slot = 0,
    /// Come at this time, and you will be called soon.
    ComeAt = 1,
    /// The official is back at this time.
    Return = 2,
}

impl Promised {
    pub const ALL: [Promised; 3] = [Promised::Slot, Promised::ComeAt, Promised::Return];

    pub fn of(number: i16) -> Option<Promised> {
        Promised::ALL.into_iter().find(|p| *p as i16 == number)
    }
}

/// How a promise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kept {
    Open = 0,
    Kept = 1,
    /// Another took its place before its time, and the person was told or is on the call list.
    Revised = 2,
    Broken = 3,
}

impl Kept {
    pub fn of(number: i16) -> Option<Kept> {
        [Kept::Open, Kept::Kept, Kept::Revised, Kept::Broken].into_iter().find(|k| *k as i16 == number)
    }
}

/// A time that was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promise {
    pub what: Promised,
    pub at: Timestamp,
    pub told_at: Timestamp,
}

impl Promise {
    /// What has become of it when it comes true at `now`.
    pub fn comes_true(&self, now: Timestamp) -> Kept {
        if now <= self.at + LATE { Kept::Kept } else { Kept::Broken }
    }

    /// Whether its time is over and nothing has come of it.
    pub fn is_overdue(&self, now: Timestamp) -> bool {
        now > self.at + LATE
    }
}

/// When somebody at home should come who can be served at `turn`: never sooner than they can travel.
pub fn come_at(now: Timestamp, turn: Timestamp) -> Timestamp {
    turn.max(now + TRAVEL)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(minute * 60).expect("an instant")
    }

    #[test]
    fn a_promise_is_kept_within_a_quarter_of_an_hour() {
        let promise = Promise { what: Promised::ComeAt, at: at(60), told_at: at(0) };
        assert_eq!(promise.comes_true(at(75)), Kept::Kept);
        assert_eq!(promise.comes_true(at(76)), Kept::Broken);
        assert!(!promise.is_overdue(at(75)) && promise.is_overdue(at(76)));
    }

    #[test]
    fn nobody_is_asked_to_come_sooner_than_they_can() {
        assert_eq!(come_at(at(0), at(10)), at(30));
        assert_eq!(come_at(at(0), at(45)), at(45));
    }
}
