//! The two languages that names and descriptions come in.
use jiff::civil::Weekday;

/// Which language to speak. Chinese comes first: it is the language of the people at the counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Simplified Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// The one of two texts that is in this language.
    pub fn pick<'a>(self, zh: &'a str, en: &'a str) -> &'a str {
        match self {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

/// 星期一, Monday.
pub(crate) fn weekday(day: Weekday, lang: Lang) -> &'static str {
    let place = usize::from(day.to_monday_zero_offset().unsigned_abs());
    match lang {
        Lang::Zh => ["星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日"][place],
        Lang::En => ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"][place],
    }
}

/// 2月, February. `number` is 1 to 12; anything else reads as December or January.
pub(crate) fn month(number: u8, lang: Lang) -> String {
    const EN: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    match lang {
        Lang::Zh => format!("{number}月"),
        Lang::En => EN[usize::from(number.clamp(1, 12)) - 1].to_owned(),
    }
}

/// 1st, 2nd, 3rd, 4th, 11th, 21st.
pub(crate) fn ordinal(number: u32) -> String {
    let ending = match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{number}{ending}")
}

/// "a", "a and b", "a, b and c"; in Chinese "a、b、c".
pub(crate) fn list(items: &[String], lang: Lang) -> String {
    match (lang, items) {
        (Lang::Zh, _) => items.join("、"),
        (Lang::En, [first @ .., last]) if !first.is_empty() => format!("{} and {last}", first.join(", ")),
        (Lang::En, _) => items.join(", "),
    }
}
