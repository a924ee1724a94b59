//! What may be written, and for how long.
use jiff::{SignedDuration, Timestamp};

/// The longest text, in characters.
pub const MOST_IN_TEXT: usize = 2000;
/// The longest words for a place.
pub const MOST_IN_PLACE: usize = 100;
/// The longest name of somebody whom an opinion is about.
pub const MOST_IN_NAME: usize = 40;
pub const MOST_PHOTOS: usize = 3;
/// So many days after the end one may still say that it is not solved, and a number is kept …
const SPEAK_DAYS: i64 = 60;
/// … and no number for longer than this from when it came, also of one that never ends.
const PHONE_DAYS: i64 = 365;

/// What ended then is over: nobody speaks of it any more.
pub fn over_since(now: Timestamp) -> Timestamp {
    now - SignedDuration::from_hours(24 * SPEAK_DAYS)
}

/// Of what came then no number is kept any more, however it stands.
pub fn no_phone_since(now: Timestamp) -> Timestamp {
    now - SignedDuration::from_hours(24 * PHONE_DAYS)
}

/// Whether whoever left it may still say that it is not solved.
pub fn may_speak(ended_at: Option<Timestamp>, now: Timestamp) -> bool {
    ended_at.is_none_or(|at| at > over_since(now))
}

/// Whether a number is kept for messages about one that came and ended then.
pub fn keeps_phone((received_at, ended_at): (Timestamp, Option<Timestamp>), now: Timestamp) -> bool {
    may_speak(ended_at, now) && received_at > no_phone_since(now)
}

/// A text of several lines as it is kept: no blanks around it, lines that end alike, nothing that hides or turns what stands beside
/// it.
pub fn text_of(typed: &str) -> String {
    let hides = |c: char| {
        (c.is_control() && c != '\n')
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    typed
        .replace("\r\n", "\n")
        .replace(['\r'], "\n")
        .replace('\t', " ")
        .chars()
        .filter(|c| !hides(*c))
        .collect::<String>()
        .trim()
        .to_owned()
}
