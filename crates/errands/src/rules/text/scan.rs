//! The parts of a message, from left to right.
use std::ops::Range;

use super::spoken;
use super::when::{Clock, Day, Length};
use super::words::{self, Word};
use crate::rules::Presence;

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Token {
    Word(Word),
    Day(Day),
    Clock(Clock),
    Length(Length),
    /// The division's code.
    Village(i64),
    /// None of what is known.
    Unknown,
}

/// A part and where it stands in the message, in characters.
pub type Part = (Token, Range<usize>);

/// Cuts a folded message. Villages are known by their names with and without 委会 and 村.
pub fn scan(s: &[char], villages: &[(i64, &str)]) -> Vec<Part> {
    let known = village_names(villages);
    let mut parts: Vec<Part> = vec![];
    let mut at = 0;
    while at < s.len() {
        if !s[at].is_alphanumeric() {
            at += 1;
            continue;
        }
        let (token, length) = token(s, at, &known, &parts);
        let range = at..at + length;
        at = range.end;
        match parts.last_mut() {
            // What is unknown runs on until something is known, or a gap.
            Some((Token::Unknown, before)) if token == Token::Unknown && before.end == range.start => {
                before.end = range.end;
            }
            _ => parts.push((token, range)),
        }
    }
    parts
}

fn token(s: &[char], at: usize, villages: &[(Vec<char>, i64)], before: &[Part]) -> (Token, usize) {
    let rest = &s[at..];
    if let Some(found) = time(rest) {
        return found;
    }
    let after_until = matches!(before.last(), Some((Token::Word(Word::Until { .. } | Word::Returned), _)));
    if let Some((clock, length)) = spoken::bare_hour(rest).filter(|_| after_until) {
        return (Token::Clock(clock), length);
    }
    if let Some(length) = spoken::desk(rest) {
        return (Token::Word(Word::Is(Presence::Desk)), length);
    }
    if rest[0].is_ascii_alphanumeric() {
        return latin(rest);
    }
    let word = words::han(rest);
    let village = villages.iter().rev().filter(|(name, _)| rest.starts_with(name)).max_by_key(|(name, _)| name.len());
    match (word, village) {
        (Some((_, length)), Some((name, code))) if name.len() >= length => (Token::Village(*code), name.len()),
        (None, Some((name, code))) => (Token::Village(*code), name.len()),
        (Some((word, length)), _) => han(s, at, (word, length), before),
        (None, None) => (Token::Unknown, 1),
    }
}

/// A word, or what only looks like one.
fn han(s: &[char], at: usize, (word, length): (Word, usize), before: &[Part]) -> (Token, usize) {
    let rest = &s[at + length..];
    let time_follows = || {
        let rest = &rest[rest.iter().take_while(|c| c.is_whitespace()).count()..];
        time(rest).is_some()
            || spoken::bare_hour(rest).is_some()
            || matches!(words::han(rest), Some((Word::Day(_) | Word::Part(_), _)))
    };
    match word {
        Word::Until { .. } if time_follows() => (Token::Word(word), length),
        // 到 without a time is towards a place.
        Word::Until { .. } => (Token::Word(Word::At { goes: true }), length),
        Word::Spot => (Token::Unknown, length),
        // One character inside the name of a place is part of it: 去回族乡
        _ if length == 1
            && in_place(at, before)
            && !rest.is_empty()
            && rest[0].is_alphanumeric()
            && !time_follows() =>
        {
            (Token::Unknown, 1)
        }
        _ => (Token::Word(word), length),
    }
}

/// Whether a place is being named just before `at`.
fn in_place(at: usize, before: &[Part]) -> bool {
    match before {
        [.., (Token::Word(Word::At { .. }), _), (Token::Unknown, name)] => name.end == at,
        [.., (Token::Word(Word::At { goes: true }), preposition)] => preposition.end == at,
        _ => false,
    }
}

fn latin(rest: &[char]) -> (Token, usize) {
    let letters = rest.iter().take_while(|c| c.is_ascii_alphabetic()).count();
    if letters == 0 {
        let digits = rest.iter().take_while(|c| c.is_ascii_digit()).count();
        return (Token::Unknown, digits.max(1));
    }
    let word: String = rest[..letters].iter().collect();
    let mut after = &rest[letters..];
    after = &after[after.iter().take_while(|c| c.is_whitespace()).count()..];
    let timed = time(after).is_some();
    let token = match words::latin(&word) {
        // "in 30 minutes", "at 15:00"
        Some(Word::At { .. }) if timed => Token::Word(Word::Filler),
        Some(word) => Token::Word(word),
        None => Token::Unknown,
    };
    (token, letters)
}

fn time(rest: &[char]) -> Option<(Token, usize)> {
    let length = spoken::length(rest).map(|(l, n)| (Token::Length(l), n));
    let day = || spoken::day(rest).map(|(d, n)| (Token::Day(d), n));
    let clock = || spoken::clock(rest).map(|(c, n)| (Token::Clock(c), n));
    length.or_else(day).or_else(clock)
}

fn village_names(villages: &[(i64, &str)]) -> Vec<(Vec<char>, i64)> {
    let mut names = vec![];
    for (code, full) in villages {
        let full: String = full.trim().chars().map(crate::rules::fold::fold).collect();
        let village = full.strip_suffix("居委会").or_else(|| full.strip_suffix("委会")).unwrap_or(&full);
        let short = village.strip_suffix('村').unwrap_or(village);
        // Of names that are alike, the first village's counts.
        names.extend([full.as_str(), village, short].map(|name| (name.chars().collect::<Vec<_>>(), *code)));
    }
    names.retain(|(name, _)| name.len() >= 2);
    names
}
