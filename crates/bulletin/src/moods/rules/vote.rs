//! One vote of one device: cast, changed, taken back.
use jiff::{SignedDuration, Timestamp};

use super::mood::Mood;
use super::refusal::NoVote;

/// Votes are taken for so long after publishing.
pub const OPEN: SignedDuration = SignedDuration::from_hours(30 * 24);
/// First votes on one notice within an hour, from wherever they come. A township has some ten thousand people.
pub const MOST_AN_HOUR: i32 = 2_000;
const AN_HOUR: SignedDuration = SignedDuration::from_hours(1);

/// First votes on one notice since the hour began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hour {
    pub from: Timestamp,
    pub voters: i32,
}

impl Hour {
    /// With one more at `now`, or how long there is no room.
    fn and_one(self, now: Timestamp) -> Result<Hour, NoVote> {
        let over = self.from + AN_HOUR;
        // A clock that was set back begins anew: otherwise the hour would last until it has caught up.
        let hour = if now >= over || now < self.from { Hour { from: full_hour(now), voters: 0 } } else { self };
        if hour.voters >= MOST_AN_HOUR {
            let seconds = u64::try_from((over - now).as_secs()).unwrap_or(0) + 1;
            return Err(NoVote::Crowded { seconds });
        }
        Ok(Hour { voters: hour.voters + 1, ..hour })
    }
}

/// The full hour before: the row that counts must not keep the instant of the vote that began it.
fn full_hour(at: Timestamp) -> Timestamp {
    let seconds = at.as_second();
    Timestamp::from_second(seconds - seconds.rem_euclid(AN_HOUR.as_secs())).unwrap_or(at)
}

/// How one notice and one device stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stands {
    pub closes: Timestamp,
    /// The key is there.
    pub has_key: bool,
    pub hour: Hour,
    /// What the device chose before.
    pub chose: Option<Mood>,
}

impl Stands {
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.has_key && now < self.closes
    }
}

/// What is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It is so already.
    Nothing,
    First(Mood, Hour),
    Changed {
        from: Mood,
        to: Mood,
    },
    Withdrawn(Mood),
}

/// What becomes of a device's wish; to want no mood is to take the vote back.
pub fn decide(now: Timestamp, stands: &Stands, wants: Option<Mood>) -> Result<Step, NoVote> {
    if !stands.is_open(now) {
        return Err(NoVote::Closed);
    }
    Ok(match (stands.chose, wants) {
        (chose, wants) if chose == wants => Step::Nothing,
        (None, Some(mood)) => Step::First(mood, stands.hour.and_one(now)?),
        (Some(from), Some(to)) => Step::Changed { from, to },
        (Some(from), None) => Step::Withdrawn(from),
        (None, None) => Step::Nothing,
    })
}
