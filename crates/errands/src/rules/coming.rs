//! When somebody at home should set out.
use jiff::{SignedDuration, Timestamp};

/// What somebody at home is given at least, to come.
pub const TRAVEL: SignedDuration = SignedDuration::from_mins(30);

/// When somebody at home should come who can be served at `turn`: never sooner than they can travel.
pub fn come_at(now: Timestamp, turn: Timestamp) -> Timestamp {
    turn.max(now + TRAVEL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_asked_to_come_sooner_than_they_can() {
        let at = |minute: i64| Timestamp::from_second(minute * 60).expect("an instant");
        assert_eq!(come_at(at(0), at(10)), at(30));
        assert_eq!(come_at(at(0), at(45)), at(45));
    }
}
