//! Times with numbers in them: 15:30, 三点半, 周五, 6月26日, 一个半小时, 2 hours.
use jiff::civil::Weekday;

use super::number::number;
use super::when::{Clock, Day, Length, Part};

/// Reads from the front; what does not fit gives nothing back.
struct Reader<'s> {
    s: &'s [char],
    at: usize,
}

impl<'s> Reader<'s> {
    fn rest(&self) -> &'s [char] {
        &self.s[self.at..]
    }

    fn eat(&mut self, word: &str) -> bool {
        let length = word.chars().count();
        let fits = self.rest().len() >= length && word.chars().zip(self.rest()).all(|(a, b)| a == *b);
        // A word of Latin letters ends where the letters end.
        let latin = word.ends_with(|c: char| c.is_ascii_alphabetic());
        let ends = !latin || !self.rest().get(length).is_some_and(char::is_ascii_alphabetic);
        if fits && ends {
            self.at += length;
        }
        fits && ends
    }

    fn any(&mut self, words: &[&str]) -> bool {
        words.iter().any(|word| self.eat(word))
    }

    fn number(&mut self) -> Option<u32> {
        let (n, length) = number(self.rest())?;
        self.at += length;
        Some(n)
    }

    fn spaces(&mut self) {
        self.at += self.rest().iter().take_while(|c| **c == ' ').count();
    }

    /// Runs `read`; if it finds nothing, nothing is eaten.
    fn attempt<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let before = self.at;
        let found = read(self);
        if found.is_none() {
            self.at = before;
        }
        found
    }
}

fn whole<T>(s: &[char], read: impl FnOnce(&mut Reader) -> Option<T>) -> Option<(T, usize)> {
    let mut reader = Reader { s, at: 0 };
    read(&mut reader).map(|found| (found, reader.at))
}

/// A clock time at the front, and its length.
pub fn clock(s: &[char]) -> Option<(Clock, usize)> {
    let full = s.first() == Some(&'0') || s.first() == Some(&'零');
    whole(s, |r| {
        let hour = r.number()?;
        let minute = r.attempt(colon).or_else(|| r.attempt(points));
        let part = r.attempt(half_of_day);
        // A number alone is no time; nor is the beginning of a longer one.
        if minute.is_none() && part.is_none() {
            return None;
        }
        Some(Clock { hour, minute: minute.unwrap_or(0), full, part })
    })
}

/// A number alone, after "until": 到11
pub fn bare_hour(s: &[char]) -> Option<(Clock, usize)> {
    let (hour, length) = number(s)?;
    let ends = !s.get(length).is_some_and(|c| c.is_alphanumeric() && *c != '回');
    ends.then_some((Clock { hour, minute: 0, full: false, part: None }, length))
}

fn colon(r: &mut Reader) -> Option<u32> {
    if !r.any(&[":", ".", "："]) {
        return None;
    }
    let two = r.rest().iter().take_while(|c| c.is_ascii_digit()).count() == 2;
    if two { r.number() } else { None }
}

fn points(r: &mut Reader) -> Option<u32> {
    if !r.any(&["点钟", "点整", "点", "时"]) {
        return None;
    }
    if r.eat("半") {
        return Some(30);
    }
    if r.eat("一刻") {
        return Some(15);
    }
    if r.eat("三刻") {
        return Some(45);
    }
    let minutes = r.attempt(|r| {
        let n = r.number()?;
        r.any(&["分钟", "分"]);
        Some(n)
    });
    Some(minutes.unwrap_or(0))
}

fn half_of_day(r: &mut Reader) -> Option<Part> {
    r.spaces();
    if r.any(&["am", "a.m."]) {
        // 12 am is midnight.
        Some(Part::Dawn)
    } else if r.any(&["pm", "p.m."]) {
        Some(Part::Afternoon)
    } else {
        None
    }
}

/// A day at the front that has a number or is a weekday.
pub fn day(s: &[char]) -> Option<(Day, usize)> {
    whole(s, |r| r.attempt(weekday).or_else(|| r.attempt(date)).or_else(|| r.attempt(of_month)))
}

const ENGLISH: [[&str; 2]; 7] = [
    ["monday", "mon"],
    ["tuesday", "tue"],
    ["wednesday", "wed"],
    ["thursday", "thu"],
    ["friday", "fri"],
    ["saturday", "sat"],
    ["sunday", "sun"],
];

fn weekday(r: &mut Reader) -> Option<Day> {
    if let Some(found) = r.attempt(english_weekday) {
        return Some(found);
    }
    let week = if r.any(&["下个", "下"]) {
        Some(1)
    } else if r.any(&["这个", "这", "本"]) {
        Some(0)
    } else {
        None
    };
    if !r.any(&["周", "星期", "礼拜"]) {
        return None;
    }
    let n = if r.any(&["日", "天"]) { 7 } else { r.number()? };
    let weekday = Weekday::from_monday_one_offset(i8::try_from(n).ok()?).ok()?;
    Some(week.map_or(Day::Weekday(weekday), |week| Day::OfWeek(week, weekday)))
}

fn english_weekday(r: &mut Reader) -> Option<Day> {
    let next = r.eat("next");
    r.spaces();
    let n = (0..7i8).zip(ENGLISH).find(|(_, names)| r.any(names)).map(|(n, _)| n)?;
    let weekday = Weekday::from_monday_zero_offset(n).ok()?;
    Some(if next { Day::OfWeek(1, weekday) } else { Day::Weekday(weekday) })
}

/// 6月26日, 6/26
fn date(r: &mut Reader) -> Option<Day> {
    let month = r.number()?;
    if !r.any(&["月", "/"]) {
        return None;
    }
    let day = r.number()?;
    r.any(&["日", "号"]);
    Some(Day::Date(i8::try_from(month).ok()?, i8::try_from(day).ok()?))
}

/// 26号, which is no 2号楼 and no 3号窗.
fn of_month(r: &mut Reader) -> Option<Day> {
    let day = r.number()?;
    if !r.any(&["号", "日"]) || r.rest().first().is_some_and(|c| "楼窗院门厅室桌台柜".contains(*c)) {
        return None;
    }
    Some(Day::OfMonth(i8::try_from(day).ok()?))
}

/// 3号窗, 3号窗口, desk 3: where somebody sits.
pub fn desk(s: &[char]) -> Option<usize> {
    whole(s, |r| {
        r.eat("在");
        r.number()?;
        r.any(&["号窗口", "号窗"]).then_some(())
    })
    .map(|(_, length)| length)
}

const HOURS: [&str; 8] = ["小时", "钟头", "hours", "hour", "hrs", "hr", "h", "个小时"];
const MINUTES: [&str; 7] = ["分钟", "分", "minutes", "minute", "mins", "min", "m"];

/// A length at the front: 一小时, 半小时, 两个半小时, 1小时20分, 40 min, 三天, half an hour.
pub fn length(s: &[char]) -> Option<(Length, usize)> {
    whole(s, |r| r.attempt(half).or_else(|| r.attempt(quarter)).or_else(|| r.attempt(counted)))
}

fn half(r: &mut Reader) -> Option<Length> {
    if !r.any(&["半", "half"]) {
        return None;
    }
    r.spaces();
    r.any(&["个", "an", "a"]);
    r.spaces();
    if r.any(&HOURS) {
        return Some(Length::Minutes(30));
    }
    r.any(&["天", "日", "day"]).then_some(Length::HalfDay)
}

fn quarter(r: &mut Reader) -> Option<Length> {
    r.any(&["一刻钟", "一刻"]).then_some(Length::Minutes(15))
}

fn counted(r: &mut Reader) -> Option<Length> {
    let n = match r.attempt(Reader::number) {
        Some(n) => n,
        None if r.any(&["one", "an", "a"]) => 1,
        None => return None,
    };
    let tenths = r.attempt(|r| if r.eat(".") { r.number().filter(|n| *n < 10) } else { None });
    r.spaces();
    r.eat("个");
    let half = r.eat("半");
    if r.any(&HOURS) {
        let half = half || r.eat("半");
        let more = r.attempt(|r| {
            r.spaces();
            let n = r.number()?;
            r.any(&MINUTES).then_some(n)
        });
        let minutes = n * 60 + tenths.unwrap_or(0) * 6 + if half { 30 } else { 0 };
        return Some(Length::Minutes(minutes + more.unwrap_or(0)));
    }
    if half || tenths.is_some() {
        return None;
    }
    if r.any(&MINUTES) {
        return Some(Length::Minutes(n));
    }
    if r.any(&["天", "days", "day"]) {
        return Some(Length::Days(n));
    }
    let weeks = r.any(&["周", "星期", "礼拜", "weeks", "week"]);
    weeks.then_some(Length::Days(n * 7))
}
