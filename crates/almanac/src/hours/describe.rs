//! Opening hours in plain words: 周一至周五 08:00–22:00；节假日 休息.
use opening_hours_syntax::rules::day::{Date, MonthdayRange, WeekDayRange};

use super::{lines::Line, open::Hours};
use crate::lang::{Lang, list, month, ordinal, weekday};

impl Hours {
    /// What the hours say, one rule after the other. Dates that have no short name in words stay as they were typed.
    pub fn describe(&self, lang: Lang) -> String {
        let lines: Vec<_> = self.lines.iter().map(|line| line.describe(lang)).collect();
        lines.join(lang.pick("；", "; "))
    }
}

impl Line {
    fn describe(&self, lang: Lang) -> String {
        let mut days = self.dates(lang);
        days.extend(self.weekdays(lang));
        if days.is_empty() {
            days.push(lang.pick("每天", "daily").to_owned());
        }
        let also = if self.adds { lang.pick("另加 ", "also ") } else { "" };
        let note = match (&self.note, lang) {
            (None, _) => String::new(),
            (Some(note), Lang::Zh) => format!("（{note}）"),
            (Some(note), Lang::En) => format!(" ({note})"),
        };
        format!("{also}{} {}{note}", days.join(lang.pick("", " ")), self.times(lang))
    }

    fn times(&self, lang: Lang) -> String {
        let times = self.spans.iter().map(|&(from, until)| {
            let next_day = if until > 1_440 { lang.pick("次日", "next day ") } else { "" };
            format!("{}–{next_day}{}", clock(from), clock(if until > 1_440 { until - 1_440 } else { until }))
        });
        let times = list(&times.collect::<Vec<_>>(), lang);
        match (self.open, self.is_whole_day()) {
            (true, true) => lang.pick("全天", "all day").to_owned(),
            (true, false) => times,
            (false, true) => lang.pick("休息", "closed").to_owned(),
            (false, false) => format!("{times} {}", lang.pick("休息", "closed")),
        }
    }

    /// Years, dates and weeks.
    fn dates(&self, lang: Lang) -> Vec<String> {
        let selector = &self.selector;
        let mut dates = vec![];
        if !selector.year.is_empty() {
            let years: Vec<_> = selector.year.iter().map(ToString::to_string).collect();
            dates.push(format!("{}{}", list(&years, lang), lang.pick("年", "")));
        }
        if !selector.monthday.is_empty() {
            let days: Vec<_> = selector.monthday.iter().map(|range| monthday(range, lang)).collect();
            dates.push(list(&days, lang));
        }
        if !selector.week.is_empty() {
            let weeks: Vec<_> = selector.week.iter().map(ToString::to_string).collect();
            let weeks = list(&weeks, lang);
            dates.push(if lang == Lang::Zh { format!("第{weeks}周") } else { format!("week {weeks}") });
        }
        dates
    }

    fn weekdays(&self, lang: Lang) -> Option<String> {
        let days: Vec<_> = self.selector.weekday.iter().map(|range| week_part(range, lang)).collect();
        (!days.is_empty()).then(|| list(&days, lang))
    }
}

fn clock(minutes: u16) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

fn monthday(range: &MonthdayRange, lang: Lang) -> String {
    let until = lang.pick("至", " to ");
    match range {
        MonthdayRange::Month { range: months, year } => {
            let name = |m| month(m as u8, lang);
            let (first, last) = (name(*months.start()), name(*months.end()));
            let months = if first == last { first } else { format!("{first}{until}{last}") };
            match (year, lang) {
                (None, _) => months,
                (Some(year), Lang::Zh) => format!("{}年{months}", **year),
                (Some(year), Lang::En) => format!("{months} {}", **year),
            }
        }
        MonthdayRange::Date { start, end } => match (plain_date(start, lang), plain_date(end, lang)) {
            (Some(first), Some(last)) if first == last => first,
            (Some(first), Some(last)) => format!("{first}{until}{last}"),
            _ => range.to_string(),
        },
    }
}

/// 2月14日; nothing for dates that are counted or shifted.
fn plain_date((date, offset): &(Date, opening_hours_syntax::rules::day::DateOffset), lang: Lang) -> Option<String> {
    let Date::Fixed { year, month: of, day } = *date else { return None };
    let plain = *offset == Default::default();
    let name = month(of as u8, lang);
    let text = match (year, lang) {
        (None, Lang::Zh) => format!("{name}{day}日"),
        (None, Lang::En) => format!("{day} {name}"),
        (Some(year), Lang::Zh) => format!("{}年{name}{day}日", *year),
        (Some(year), Lang::En) => format!("{day} {name} {}", *year),
    };
    plain.then_some(text)
}

fn week_part(range: &WeekDayRange, lang: Lang) -> String {
    match range {
        WeekDayRange::Holiday { offset, .. } => {
            let days = offset.unsigned_abs();
            match (lang, offset.signum()) {
                (Lang::Zh, 0) => "节假日".to_owned(),
                (Lang::Zh, 1) => format!("节假日后第{days}天"),
                (Lang::Zh, _) => format!("节假日前第{days}天"),
                (Lang::En, 0) => "public holidays".to_owned(),
                (Lang::En, 1) => format!("{days} days after public holidays"),
                (Lang::En, _) => format!("{days} days before public holidays"),
            }
        }
        WeekDayRange::Fixed { range: days, offset, nth_from_start, nth_from_end } => {
            let (first, last) = (day_name(*days.start(), lang), day_name(*days.end(), lang));
            let counted = |places: &[bool; 5]| places.iter().any(|n| !n);
            if *offset != 0 || (counted(nth_from_start) && counted(nth_from_end)) {
                return counted_name(range, nth_from_start, nth_from_end, *offset, &first, lang);
            }
            if first == last { first } else { format!("{first}{}{last}", lang.pick("至", " to ")) }
        }
    }
}

/// 第1个周五, 最后一个周五; anything more as it was typed.
fn counted_name(
    range: &WeekDayRange,
    from_start: &[bool; 5],
    from_end: &[bool; 5],
    offset: i16,
    day: &str,
    lang: Lang,
) -> String {
    let places =
        |counted: &[bool; 5]| (1..=5).zip(counted).filter(|(_, on)| **on).map(|(n, _)| n).collect::<Vec<u32>>();
    match (&places(from_start)[..], &places(from_end)[..], offset, lang) {
        (&[n], &[], 0, Lang::Zh) => format!("每月第{n}个{day}"),
        (&[n], &[], 0, Lang::En) => format!("the {} {day} of the month", ordinal(n)),
        (&[], &[1], 0, Lang::Zh) => format!("每月最后一个{day}"),
        (&[], &[1], 0, Lang::En) => format!("the last {day} of the month"),
        _ => range.to_string(),
    }
}

fn day_name(day: chrono::Weekday, lang: Lang) -> String {
    let place = i8::try_from(day.num_days_from_monday()).unwrap_or(0);
    let day = jiff::civil::Weekday::from_monday_zero_offset(place).unwrap_or(jiff::civil::Weekday::Monday);
    // 周一 is shorter than 星期一 and what stands on doors.
    weekday(day, lang).replace("星期", "周")
}
