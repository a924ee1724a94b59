//! For how long, and how many.
use jiff::civil::{Date, time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, ToSpan as _};

const fn days(n: i64) -> SignedDuration {
    SignedDuration::from_hours(24 * n)
}

/// Whoever takes a wish on has it for so long.
pub const LEASE: SignedDuration = days(7);
/// So long before the end they are reminded.
pub const REMIND: SignedDuration = days(2);
/// So much is added, once, when the coordinator has spoken to both.
pub const CONTACT_ADDS: SignedDuration = days(7);
/// A wish is open for so many days; then somebody else is to help.
pub const POOL_DAYS: i32 = 90;
/// Nobody has more wishes to fulfil at once: a wish that somebody hoards is a wish that waits.
pub const MOST_CLAIMS: usize = 2;
/// Nobody has more wishes of their own at once.
pub const MOST_OPEN_OF_A_PERSON: usize = 1;
/// A village is shown only where at least so many of its people could have wished for the same kind of thing.
pub const SHARED_BY: i32 = 20;
/// A count of people is believed for so many years.
pub const SHARE_YEARS: i32 = 2;
/// Of fewer nothing is published.
pub const PUBLISHED_FROM: usize = 10;
/// So many wrong codes, and a new one is made.
pub const CODE_TRIES: i16 = 5;
/// Whose wish it was, and who fulfilled it, goes so long after the end.
pub const KEPT_AFTER_THE_END: SignedDuration = days(30);
/// The wish itself goes so long after the end; so does one that was never asked for, that nobody has looked at, or that
/// was refused and nobody objects.
pub const WISH_KEPT: SignedDuration = days(90);
/// What was refused goes after so long even if nobody has decided the objection.
pub const APPEAL_KEPT: SignedDuration = days(180);
/// Whoever asked to be called is forgotten after so long.
pub const KEPT_ASKS: SignedDuration = days(30);

/// The last day on which a wish is open that everybody sees from `today` on.
pub fn ends_on(today: Date) -> Date {
    today.saturating_add(POOL_DAYS.days())
}

/// Whether its days are over.
pub fn is_over(ends_on: Option<Date>, today: Date) -> bool {
    ends_on.is_some_and(|last| today > last)
}

/// How many days are left after today.
pub fn days_left(ends_on: Option<Date>, today: Date) -> i32 {
    ends_on.map_or(0, |last| (last - today).get_days().max(0))
}

/// When whoever has a wish is reminded of it.
pub fn remind_at(until: Timestamp) -> Timestamp {
    until - REMIND
}

/// When something may be told that nobody has just caused: not while people sleep, from nine in the evening to eight.
pub fn daytime(now: Timestamp, zone: &TimeZone) -> Timestamp {
    let local = now.to_zoned_datetime(zone.clone());
    let day = match local.hour() {
        ..8 => local.date(),
        21.. => local.date().saturating_add(1.days()),
        _ => return now,
    };
    zone.to_timestamp(day.to_datetime(time(8, 0, 0, 0))).unwrap_or(now)
}
