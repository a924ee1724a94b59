//! What is refused before the text is read: forms that evaluators disagree on, and what a station cannot promise.
use super::{
    problem::HoursWhat,
    scan::{after_spaces, digits, ends_with_time, is_month, is_weekday, without_comments, word_before, words},
};

/// A text that is refused: what for, at which byte, and a guess at what was meant.
pub(super) struct Refused {
    pub what: HoursWhat,
    pub at: usize,
    pub guess: String,
}

const MOST_CHARACTERS: usize = 500;

/// Looks for the first thing in the text that is refused.
pub(super) fn refuse(text: &str) -> Option<Refused> {
    let refused = |what, at, guess| Some(Refused { what, at, guess });
    if text.trim().is_empty() {
        return refused(HoursWhat::Empty, 0, String::new());
    }
    if text.chars().count() > MOST_CHARACTERS {
        return refused(HoursWhat::TooLong, MOST_CHARACTERS, String::new());
    }
    let plain = without_comments(text);
    if let Some(at) = plain.find(|c: char| !c.is_ascii()) {
        return refused(HoursWhat::NotAscii, at, in_osm_words(text));
    }
    if let Some(at) = plain.find("||") {
        return refused(HoursWhat::Alternative, at, text[..at].trim().to_owned());
    }
    open_end(text, &plain)
        .or_else(|| bare_comment(text, &plain))
        .or_else(|| points(text, &plain))
        .or_else(|| no_minutes(text, &plain))
        .or_else(|| day_list(text, &plain))
        .or_else(|| word(text, &plain))
}

/// `22:00+` and `18:00-22:00+`.
fn open_end(text: &str, plain: &str) -> Option<Refused> {
    let at = plain.match_indices('+').map(|(at, _)| at).find(|&at| ends_with_time(plain, at))?;
    let start = at - digits_back(plain, at - 3) - 3;
    let from = plain[..start].ends_with('-');
    let guess = format!("{}{}{}", &text[..at], if from { "" } else { "-24:00" }, &text[at + 1..]);
    Some(Refused { what: HoursWhat::OpenEnd, at, guess })
}

/// How many digits end before a byte.
fn digits_back(plain: &str, at: usize) -> usize {
    plain[..at].bytes().rev().take_while(u8::is_ascii_digit).count()
}

/// A comment that neither `open` nor `off` stands before.
fn bare_comment(text: &str, plain: &str) -> Option<Refused> {
    let opening = plain.match_indices('"').map(|(at, _)| at).step_by(2);
    let stated = |at: usize| ["open", "off", "closed"].iter().any(|word| plain[..at].trim_end().ends_with(word));
    let at = opening.into_iter().find(|&at| !stated(at))?;
    let word = if ends_with_time(plain, plain[..at].trim_end().len()) { "open" } else { "off" };
    let guess = format!("{}{word} {}", &text[..at], &text[at..]);
    Some(Refused { what: HoursWhat::BareComment, at, guess })
}

/// `10:00-16:00/01:30`.
fn points(text: &str, plain: &str) -> Option<Refused> {
    let at = plain.match_indices('/').map(|(at, _)| at).find(|&at| ends_with_time(plain, at))?;
    let end = plain[at + 1..].find([' ', ',', ';']).map_or(plain.len(), |n| at + 1 + n);
    Some(Refused { what: HoursWhat::Points, at, guess: format!("{}{}", &text[..at], &text[end..]) })
}

/// `8-18`, unless the numbers are days or weeks.
fn no_minutes(text: &str, plain: &str) -> Option<Refused> {
    let hour = |n: &str| (1..=2).contains(&n.len()) && n.parse::<u8>().is_ok_and(|n| n <= 24);
    let found = plain.match_indices('-').find_map(|(dash, _)| {
        let start = dash - digits_back(plain, dash);
        let (from, until) = (&plain[start..dash], digits(plain, dash + 1));
        let end = dash + 1 + until.len();
        let inside = |c: &str| plain[..start].ends_with(c);
        let dated = word_before(plain, start).is_some_and(|w| is_month(w) || w == "week");
        let free = !inside(":") && !inside("[") && !inside("-") && !plain[end..].starts_with(':');
        (hour(from) && hour(until) && free && !dated).then_some((start, dash, end))
    });
    let (start, dash, end) = found?;
    let (from, until) = (&plain[start..dash], &plain[dash + 1..end]);
    let guess = format!("{}{from:0>2}:00-{until:0>2}:00{}", &text[..start], &text[end..]);
    Some(Refused { what: HoursWhat::NoMinutes, at: start, guess })
}

/// `Feb 14,28`.
fn day_list(text: &str, plain: &str) -> Option<Refused> {
    words(plain).filter(|(_, word)| is_month(word)).find_map(|(start, month)| {
        let mut at = after_spaces(plain, start + month.len());
        at += Some(digits(plain, at).len()).filter(|n| (1..=2).contains(n))?;
        if plain[at..].starts_with('-') {
            at += 1 + digits(plain, at + 1).len();
        }
        let comma = after_spaces(plain, at);
        let second = after_spaces(plain, comma + 1);
        let end = second + digits(plain, second).len();
        let listed = plain[comma..].starts_with(',') && (1..=2).contains(&(end - second));
        let month = &text[start..start + month.len()];
        (listed && !plain[end..].starts_with(':')).then(|| {
            let guess = format!("{}{month} {}", &text[..second], &text[second..]);
            Refused { what: HoursWhat::DayList, at: second, guess }
        })
    })
}

/// Words that cannot be promised, and `PH Mo-Fr`.
fn word(text: &str, plain: &str) -> Option<Refused> {
    words(plain).find_map(|(at, word)| {
        let end = at + word.len();
        let instead = |new: &str| format!("{}{new}{}", &text[..at], &text[end..]);
        let (what, guess) = match word {
            "unknown" => (HoursWhat::Unknown, instead("off")),
            "dawn" => (HoursWhat::Sun, instead("06:00")),
            "sunrise" => (HoursWhat::Sun, instead("07:00")),
            "sunset" => (HoursWhat::Sun, instead("19:00")),
            "dusk" => (HoursWhat::Sun, instead("20:00")),
            "sh" => (HoursWhat::SchoolHolidays, instead("PH")),
            "ph" if plain[end..].starts_with(' ') => {
                let next = words(&plain[end + 1..]).next().filter(|(n, w)| *n == 0 && is_weekday(w));
                next.map(|_| (HoursWhat::HolidayAndWeekday, format!("{},{}", &text[..end], &text[end + 1..])))?
            }
            "ph" if at > 0 && plain[..at].ends_with(' ') => {
                let before = words(&plain[..at - 1]).last().filter(|(n, w)| n + w.len() == at - 1 && is_weekday(w));
                before.map(|_| (HoursWhat::HolidayAndWeekday, format!("{},{}", &text[..at - 1], &text[at..])))?
            }
            _ => return None,
        };
        Some(Refused { what, at, guess })
    })
}

/// What a Chinese text most likely means: 周一至周五 8：00—18：00 is Mo-Fr 8:00-18:00.
fn in_osm_words(text: &str) -> String {
    const WORDS: [(&str, &str); 20] = [
        ("星期", "周"),
        ("周末", "Sa,Su"),
        ("周一", "Mo"),
        ("周二", "Tu"),
        ("周三", "We"),
        ("周四", "Th"),
        ("周五", "Fr"),
        ("周六", "Sa"),
        ("周日", "Su"),
        ("周天", "Su"),
        ("每天", "Mo-Su"),
        ("法定节假日", "PH"),
        ("节假日", "PH"),
        ("休息", "off"),
        ("关门", "off"),
        ("不开放", "off"),
        ("至", "-"),
        ("到", "-"),
        ("全天", "00:00-24:00"),
        ("开放", ""),
    ];
    let words = WORDS.iter().fold(text.to_owned(), |text, (zh, osm)| text.replace(zh, osm));
    let plain = |c: char| {
        match c {
            '：' => ":",
            '，' | '、' => ",",
            '；' | '。' => "; ",
            '－' | '–' | '—' | '～' | '~' => "-",
            '\u{3000}' => " ",
            _ => return c.to_string(),
        }
        .to_owned()
    };
    let text: String = words.chars().map(plain).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ").trim_end_matches([';', ' ']).to_owned()
}
