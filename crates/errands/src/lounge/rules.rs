//! Seats, counted by hand. Data in, decision out.
use jiff::{SignedDuration, Timestamp};

/// So long a count is believed that nobody has looked at.
const BELIEVED: SignedDuration = SignedDuration::from_mins(60);
/// A lounge has not more seats.
pub const MOST_SEATS: i32 = 500;

/// As it was when somebody last looked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lounge {
    pub seats: i32,
    pub taken: i32,
    pub seen_at: Timestamp,
}

/// What whoever looks at the seats taps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = LoungeTap)]
pub enum Tap {
    /// One more sits there.
    Came,
    /// One has got up.
    Went,
    /// It is still so.
    Same,
    /// Everybody has gone.
    Empty,
}

impl Tap {
    pub const ALL: [Tap; 4] = [Tap::Came, Tap::Went, Tap::Same, Tap::Empty];

    pub fn name(self) -> &'static str {
        match self {
            Tap::Came => "came",
            Tap::Went => "went",
            Tap::Same => "same",
            Tap::Empty => "empty",
        }
    }

    /// How many seats are taken after it: never fewer than none, never more than there are. Whoever taps too often corrects the
    /// count, and is not refused.
    pub fn taken(self, lounge: &Lounge) -> i32 {
        let taken = match self {
            Tap::Came => lounge.taken + 1,
            Tap::Went => lounge.taken - 1,
            Tap::Same => lounge.taken,
            Tap::Empty => 0,
        };
        taken.clamp(0, lounge.seats)
    }
}

/// What is known of the seats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seats {
    pub of: i32,
    /// As of `at`.
    pub free: i32,
    pub at: Timestamp,
    /// Somebody looked within the last hour. If not, how many are free is not known.
    pub known: bool,
}

pub fn seats(now: Timestamp, lounge: &Lounge) -> Seats {
    let known = now.duration_since(lounge.seen_at) < BELIEVED;
    Seats { of: lounge.seats, free: lounge.seats - lounge.taken, at: lounge.seen_at, known }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(1_782_259_200 + minute * 60).expect("an instant")
    }

    #[test]
    fn a_count_is_believed_for_an_hour() {
        let lounge = Lounge { seats: 12, taken: 6, seen_at: at(0) };
        assert!(seats(at(59), &lounge).known);
        assert_eq!(seats(at(60), &lounge), Seats { of: 12, free: 6, at: at(0), known: false });
    }

    #[test]
    fn nobody_sits_on_a_seat_that_is_not_there() {
        let lounge = |taken| Lounge { seats: 2, taken, seen_at: at(0) };
        let taps = |taken| Tap::ALL.map(|tap| tap.taken(&lounge(taken)));
        assert_eq!(taps(1), [2, 0, 1, 0]);
        assert_eq!(taps(2), [2, 1, 2, 0]);
        assert_eq!(taps(0), [1, 0, 0, 0]);
    }
}
