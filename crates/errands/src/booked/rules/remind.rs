//! When somebody is reminded of an appointment: the evening before, and an hour before it; not at night, and not of what they
//! have just booked.
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

const EVENING: i8 = 19;
const HOUR_BEFORE: SignedDuration = SignedDuration::from_mins(60);
/// Nobody is woken between these hours.
const QUIET: (i8, i8) = (22, 7);

/// The next reminder after `now` of an appointment at `from`.
pub fn next_reminder(now: Timestamp, from: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
    let instant = |on: Date| zone.to_ambiguous_timestamp(on.at(EVENING, 0, 0, 0)).compatible().ok();
    let evening = from.to_zoned_datetime(zone.clone()).date().yesterday().ok().and_then(instant);
    let awake = |at: &Timestamp| {
        let hour = at.to_zoned_datetime(zone.clone()).hour();
        (QUIET.1..QUIET.0).contains(&hour)
    };
    [evening, Some(from - HOUR_BEFORE)].into_iter().flatten().filter(awake).find(|at| *at > now)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn at(day: i8, hour: i8, minute: i8) -> Timestamp {
        zone().to_ambiguous_timestamp(date(2026, 6, day).at(hour, minute, 0, 0)).compatible().expect("an instant")
    }

    fn zone() -> TimeZone {
        TimeZone::get("Asia/Shanghai").expect("the zone of Sanhe")
    }

    #[test]
    fn the_evening_before_and_an_hour_before() {
        let next = |now| next_reminder(now, at(25, 9, 30), &zone());
        assert_eq!(next(at(23, 9, 0)), Some(at(24, 19, 0)));
        assert_eq!(next(at(24, 19, 0)), Some(at(25, 8, 30)));
        assert_eq!(next(at(25, 8, 30)), None);
    }

    #[test]
    fn nobody_is_woken() {
        assert_eq!(next_reminder(at(24, 20, 0), at(25, 7, 30), &zone()), None);
    }
}
