//! What the parts of a message say together.
use std::ops::Range;

use super::Unread;
use super::scan::{Part, Token};
use super::when::{Length, When};
use super::words::Word;
use crate::rules::Presence;

/// All that was heard, part by part.
#[derive(Debug, Default)]
pub struct Heard {
    states: Vec<Presence>,
    out: bool,
    away: bool,
    /// 在, or "in", and nothing after it.
    just_in: bool,
    goes: bool,
    here: bool,
    returned: bool,
    cancels: bool,
    pub village: Option<i64>,
    pub place: Option<Range<usize>>,
    pub when: When,
    pub length: Option<Length>,
    /// "until": whether a day that is named is the last one away.
    pub until: Option<bool>,
    back: bool,
    /// Where the first time stands.
    pub times: Option<Range<usize>>,
}

impl Heard {
    /// # Errors
    /// A part that is not known, or vague, or a second time. `quote` gives the words of a range.
    pub fn of(parts: &[Part], quote: &impl Fn(&Range<usize>) -> String) -> Result<Heard, Unread> {
        let mut heard = Heard::default();
        let mut before: Option<&Part> = None;
        for part in parts {
            heard.add(part, before, quote)?;
            before = Some(part);
        }
        Ok(heard)
    }

    fn add(
        &mut self,
        (token, range): &Part,
        before: Option<&Part>,
        quote: &impl Fn(&Range<usize>) -> String,
    ) -> Result<(), Unread> {
        match token {
            Token::Word(word) => self.word(*word, range).map_err(|at| at(quote(range))),
            Token::Day(day) => fill(&mut self.when.day, *day).then(|| self.time(range)).ok_or(Unread::TwoTimes),
            Token::Clock(clock) => fill(&mut self.when.clock, *clock).then(|| self.time(range)).ok_or(Unread::TwoTimes),
            Token::Length(length) => fill(&mut self.length, *length).then(|| self.time(range)).ok_or(Unread::TwoTimes),
            // Of several villages the first is the one that they are on the way to.
            Token::Village(code) => {
                self.village = self.village.or(Some(*code));
                Ok(())
            }
            Token::Unknown => match before {
                Some((Token::Word(Word::At { goes }), _)) if self.place.is_none() => {
                    self.goes |= goes;
                    self.place = Some(range.clone());
                    Ok(())
                }
                _ => Err(Unread::Words(quote(range))),
            },
        }
    }

    fn word(&mut self, word: Word, range: &Range<usize>) -> Result<(), fn(String) -> Unread> {
        match word {
            Word::Is(presence) if self.states.contains(&presence) => {}
            Word::Is(presence) => self.states.push(presence),
            Word::Out => self.out = true,
            Word::Away => self.away = true,
            Word::Here => self.here = true,
            Word::Returned => self.returned = true,
            Word::Back => self.back = true,
            Word::Cancel => self.cancels = true,
            Word::Until { through } => self.until = Some(through),
            Word::At { goes } => self.just_in |= !goes,
            Word::Day(day) if fill(&mut self.when.day, day) => self.time(range),
            Word::Part(part) if fill(&mut self.when.part, part) => self.time(range),
            Word::Day(_) | Word::Part(_) => return Err(|_| Unread::TwoTimes),
            Word::Vague => return Err(Unread::Vague),
            Word::Filler | Word::Spot => {}
        }
        Ok(())
    }

    fn time(&mut self, range: &Range<usize>) {
        let first = self.times.get_or_insert_with(|| range.clone());
        first.end = range.end;
    }

    pub fn is_timed(&self) -> bool {
        self.length.is_some() || !self.when.is_empty() && !self.when.is_only_today() || self.says_back()
    }

    /// Whether they say when they are back, and not only until when.
    pub fn says_back(&self) -> bool {
        // "Back today" says that they are; "I return today" does not.
        let returns = self.returned && (self.length.is_some() || !self.when.is_only_today());
        (self.back || returns) && self.times.is_some()
    }

    /// 回 without a time.
    pub fn says_back_only(&self) -> bool {
        self.back && self.times.is_none()
    }

    /// # Errors
    /// No state is said, or two that exclude each other.
    pub fn presence(&self) -> Result<Presence, Unread> {
        if self.cancels {
            return Ok(Presence::Unknown);
        }
        if self.here || self.returned && !self.is_timed() {
            // Where they come back from does not matter.
            let office = self.states.contains(&Presence::Office);
            return Ok(if office { Presence::Office } else { Presence::Desk });
        }
        let said = match self.states[..] {
            [] => return self.unsaid(),
            [one] => one,
            // Whoever is ill and at home is on leave.
            [Presence::Leave, Presence::Off] | [Presence::Off, Presence::Leave] => Presence::Leave,
            [one, other, ..] => return Err(Unread::Two(one, other)),
        };
        match (said, self.village.is_some(), self.away || self.out) {
            // A meeting in a village is a trip to it.
            (Presence::Meeting | Presence::Field, true, _) => Ok(Presence::Field),
            (_, true, _) => Err(Unread::Two(Presence::Field, said)),
            (Presence::Desk | Presence::Office, false, true) => Err(Unread::Two(said, Presence::Field)),
            _ => Ok(said),
        }
    }

    fn unsaid(&self) -> Result<Presence, Unread> {
        if self.village.is_some() || self.out || self.goes || self.says_back() {
            return Ok(Presence::Field);
        }
        match (self.away, self.just_in && self.place.is_none()) {
            (true, _) if self.is_timed() => Ok(Presence::Field),
            // Where they are nobody knows then; but nobody is told that they are in.
            (true, _) => Ok(Presence::Unknown),
            (false, true) => Ok(Presence::Desk),
            (false, false) => Err(Unread::NoPresence),
        }
    }
}

/// Whether there was nothing yet.
fn fill<T>(slot: &mut Option<T>, value: T) -> bool {
    let free = slot.is_none();
    if free {
        *slot = Some(value);
    }
    free
}
