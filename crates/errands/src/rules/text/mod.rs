//! 短信报岗: an official says by a text message where they are. `下村 15点回`
mod number;
mod when;
mod words;
mod spoken;
mod scan;
mod sense;

use std::ops::Range;

use jiff::civil::DateTime;

use self::sense::Heard;
use super::fold::fold;
use super::presence::{Declared, Presence, Undeclarable, declare};

/// Longer messages are about something else.
const MOST: usize = 140;

/// Why a message says nothing that can be declared. The answer quotes the part, and [`Unread::example`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    Empty,
    /// More than 140 characters.
    TooLong,
    /// No word says where they are.
    NoPresence,
    /// Words that are not known. What is not understood is never skipped: it might be "not".
    Words(String),
    /// Two states at once.
    Two(Presence, Presence),
    /// There is no such day or time: 25点.
    NoTime(String),
    TwoTimes,
    /// A time of which is not said what happens then: `开会 15点` begins or ends.
    Unclear(String),
    /// 马上: a time has to be told.
    Vague(String),
    Undeclarable(Undeclarable),
}

impl Unread {
    /// A message that would have been read, like the one that was meant.
    pub fn example(&self) -> &'static str {
        match self {
            Unread::Empty | Unread::TooLong | Unread::NoPresence => "在岗",
            Unread::Words(_) | Unread::Vague(_) | Unread::Undeclarable(_) => "下村 15点回",
            Unread::Two(..) => "请假",
            Unread::NoTime(_) | Unread::TwoTimes => "开会 15:30回",
            Unread::Unclear(_) => "开会到11点",
        }
    }
}

/// Reads a message that came at `now`, the station's wall time. `villages` are codes and names of the township's.
///
/// Who is out without more (外出, or only `15点回`) is [`Presence::Field`]; who is only "not there" is
/// [`Presence::Unknown`], or out if they say when they are back. A village makes a trip of whatever is said. A place is what
/// follows 在 or 去; a village is never one, for it may only be named with consent.
///
/// The working day is 8:30 to 18:00, Monday to Friday, noon from 12:00 to 14:00. The rules of times, which are this program's own:
/// - `3点`: from 1 to 7 it is the afternoon, from 8 to 12 it is as written, unless a part of the day or a leading zero (03:00)
///   says otherwise. That is the only reading between 8:00 and 20:00.
/// - A time without a day is today, or, if it is over, on the next workday; with a day it is that day's.
/// - `明天下午回` is when that part begins, or, if it has begun, when it ends; `明天回` likewise with the working day.
/// - `到周五` includes Friday: back on the next workday at 8:30. English "until Friday" is Friday at 8:30; "through Friday" is as
///   到周五. `三天` includes today.
/// - A time needs 回 or 到; only a length (`外出 一小时`) needs none.
///
/// # Errors
/// What could not be understood, or what [`declare`] does not take.
pub fn read_text(now: DateTime, text: &str, villages: &[(i64, &str)]) -> Result<Declared, Unread> {
    let said: Vec<char> = text.chars().take(MOST + 1).collect();
    if said.len() > MOST {
        return Err(Unread::TooLong);
    }
    let folded: Vec<char> = said.iter().copied().map(fold).collect();
    let parts = scan::scan(&folded, villages);
    if parts.is_empty() {
        return Err(Unread::Empty);
    }
    let quote = |range: &Range<usize>| said[range.clone()].iter().collect::<String>();
    let heard = Heard::of(&parts, &quote)?;
    let presence = heard.presence()?;
    let back = if presence == Presence::Unknown { None } else { back(now, &heard, presence, &quote)? };
    let place = heard.place.as_ref().filter(|_| presence != Presence::Unknown).map(quote).unwrap_or_default();
    let place = place.trim_end_matches('了').to_owned();
    let village = heard.village.filter(|_| presence == Presence::Field);
    declare(now, Declared { presence, place, village, from: now, back }).map_err(Unread::Undeclarable)
}

fn back(
    now: DateTime,
    heard: &Heard,
    presence: Presence,
    quote: &impl Fn(&Range<usize>) -> String,
) -> Result<Option<DateTime>, Unread> {
    let Some(range) = &heard.times else {
        return if heard.says_back_only() { Err(Unread::Unclear("回".to_owned())) } else { Ok(None) };
    };
    if !heard.is_timed() {
        return Ok(None);
    }
    let time = || quote(range);
    // Whoever is in is not back later.
    if presence.is_in() && heard.says_back() {
        return Err(Unread::Unclear(time()));
    }
    match (heard.length, heard.when.is_empty() || heard.when.is_only_today()) {
        (Some(length), true) => return Ok(Some(length.over(now))),
        (Some(_), false) => return Err(Unread::TwoTimes),
        (None, _) => {}
    }
    if heard.until.is_none() && !heard.says_back() {
        return Err(Unread::Unclear(time()));
    }
    let through = heard.until == Some(true) && !heard.says_back();
    heard.when.moment(now, through).map(Some).ok_or_else(|| Unread::NoTime(time()))
}

/// The shortest message that says it, for the answer: "下村 6月25日15:30回". Seconds of `back` are left out, and so is a
/// return of somebody who takes back what they said.
pub fn write_text(now: DateTime, presence: Presence, back: Option<DateTime>) -> String {
    let word = match presence {
        Presence::Desk => "在岗",
        Presence::Office => "在办公室",
        Presence::Meeting => "开会",
        Presence::Field => "下村",
        Presence::Leave => "请假",
        Presence::Off => "下班",
        Presence::Unknown => "取消",
    };
    let Some(back) = back.filter(|_| presence != Presence::Unknown) else { return word.to_owned() };
    let today = back.date() == now.date();
    let day = if today { String::new() } else { format!("{}月{}日", back.month(), back.day()) };
    let time = format!("{day}{:02}:{:02}", back.hour(), back.minute());
    if presence.is_in() { format!("{word}到{time}") } else { format!("{word} {time}回") }
}

#[cfg(test)]
mod tests;
