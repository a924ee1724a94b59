//! 叫号: how a call is spoken, as names of recorded pieces that are laid one after another.
//!
//! 请 A 零 一 四 号 到 三 号窗. Digits are said one by one, as halls do; desks as numbers (12 is 十二), since signs are read
//! that way. The sound of each piece is a file: ours (`assets/voice`) or the station's own (docs/voice.md).
use crate::rules::{DeskId, Number};

/// What sounds before a call.
pub const CHIME: &str = "chime";

const PLEASE: &str = "qing";
const NUMBER: &str = "hao";
const TO: &str = "dao";
const DESK: &str = "haochuang";

/// 零 一 … 九 十
const DIGITS: [&str; 11] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];

const LETTERS: [&str; 26] = [
    "a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p", "q", "r", "s", "t", "u", "v", "w",
    "x", "y", "z",
];

/// All pieces that there are: a voice is complete when it has a file for each.
pub fn names() -> impl Iterator<Item = &'static str> {
    [CHIME, PLEASE, NUMBER, TO, DESK].into_iter().chain(DIGITS).chain(LETTERS)
}

/// One call of `number` to `desk`, without the chime. A letter outside A–Z has no sound: the number is called without it.
/// The screen says it twice, with a pause between ([`super::pages::screen`]).
pub fn pieces(number: Number, desk: DeskId) -> Vec<&'static str> {
    let mut said = vec![PLEASE];
    said.extend(letter(number.letter));
    said.extend(each_digit(&format!("{:03}", number.number)));
    said.extend([NUMBER, TO]);
    said.extend(as_number(desk));
    said.push(DESK);
    said
}

fn letter(letter: char) -> Option<&'static str> {
    let place = u32::from(letter.to_ascii_lowercase()).checked_sub(u32::from('a'))?;
    LETTERS.get(usize::try_from(place).ok()?).copied()
}

fn each_digit(text: &str) -> impl Iterator<Item = &'static str> {
    text.chars().filter_map(|c| c.to_digit(10)).filter_map(|d| DIGITS.get(d as usize).copied())
}

/// 3 is 三, 10 is 十, 12 is 十二, 20 is 二十, 25 is 二十五; from a hundred on, digit by digit.
fn as_number(n: DeskId) -> Vec<&'static str> {
    let text = n.unsigned_abs().to_string();
    let digits: Vec<&str> = each_digit(&text).collect();
    match digits[..] {
        ["1", "0"] => vec!["10"],
        ["1", units] => vec!["10", units],
        [tens, "0"] => vec![tens, "10"],
        [tens, units] => vec![tens, "10", units],
        _ => digits,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    fn said(letter: char, number: i32, desk: DeskId) -> String {
        pieces(Number { letter, number }, desk).join(" ")
    }

    #[test]
    fn a_call_is_said_as_halls_say_it() {
        assert_eq!(said('A', 14, 3), "qing a 0 1 4 hao dao 3 haochuang");
        assert_eq!(said('F', 207, 1), "qing f 2 0 7 hao dao 1 haochuang");
        assert_eq!(said('C', 1004, 2), "qing c 1 0 0 4 hao dao 2 haochuang");
    }

    #[test]
    fn desks_are_said_as_numbers() {
        for (desk, said) in [
            (9, "9"),
            (10, "10"),
            (12, "10 2"),
            (20, "2 10"),
            (25, "2 10 5"),
            (99, "9 10 9"),
            (105, "1 0 5"),
            (110, "1 1 0"),
        ] {
            assert_eq!(as_number(desk).join(" "), said, "desk {desk}");
        }
    }

    #[test]
    fn a_letter_without_a_sound_is_left_out() {
        assert_eq!(said('b', 7, 1), "qing b 0 0 7 hao dao 1 haochuang");
        assert_eq!(said('甲', 7, 1), "qing 0 0 7 hao dao 1 haochuang");
        assert_eq!(said('@', 7, 1), "qing 0 0 7 hao dao 1 haochuang");
    }

    #[test]
    fn no_piece_is_there_twice() {
        let all: Vec<_> = names().collect();
        assert_eq!(all.len(), 42);
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
    }

    proptest! {
        #[test]
        fn whatever_is_called_is_made_of_pieces_that_there_are(letter: char, number: i32, desk: i32) {
            let known: BTreeSet<_> = names().collect();
            let said = pieces(Number { letter, number }, desk);
            prop_assert!(said.iter().all(|piece| known.contains(piece)));
            prop_assert!(said.first() == Some(&PLEASE) && said.last() == Some(&DESK));
        }
    }
}
