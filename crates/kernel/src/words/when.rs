//! Days and clock times as a neighbour would say them.
use jiff::Timestamp;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

use super::Lang;

/// Says instants in one station's zone and one language, seen from `now`.
#[derive(Clone)]
pub struct When {
    pub lang: Lang,
    pub zone: TimeZone,
    pub now: Timestamp,
}

impl When {
    pub fn today(&self) -> Date {
        self.date(self.now)
    }

    pub fn date(&self, at: Timestamp) -> Date {
        at.to_zoned_datetime(self.zone.clone()).date()
    }

    /// 20:00
    pub fn time(&self, at: Timestamp) -> String {
        at.to_zoned_datetime(self.zone.clone()).strftime("%H:%M").to_string()
    }

    /// 20:00–21:00; over midnight 22:00–次日 02:00
    pub fn times(&self, from: Timestamp, until: Timestamp) -> String {
        let next_day = match self.lang {
            Lang::Zh => "次日 ",
            Lang::En => "next day ",
        };
        let over = if self.date(from) == self.date(until) { "" } else { next_day };
        format!("{}–{over}{}", self.time(from), self.time(until))
    }

    /// 今天, 明天, 后天, 周五 within a week, 7月3日 beyond (with the year when it is another one).
    pub fn day(&self, on: Date) -> String {
        let today = self.today();
        let away = (on - today).get_days();
        match (self.lang, away) {
            (Lang::Zh, 0) => "今天".into(),
            (Lang::Zh, 1) => "明天".into(),
            (Lang::Zh, 2) => "后天".into(),
            (Lang::En, 0) => "today".into(),
            (Lang::En, 1) => "tomorrow".into(),
            (_, 3..=6) | (Lang::En, 2) => self.weekday(on).into(),
            _ => self.date_in_full(on),
        }
    }

    /// 今晚 from 17:00 on, for today only; otherwise as [`When::day`].
    pub fn day_or_tonight(&self, at: Timestamp) -> String {
        let evening = at.to_zoned_datetime(self.zone.clone()).hour() >= 17;
        match (self.date(at) == self.today() && evening, self.lang) {
            (true, Lang::Zh) => "今晚".into(),
            (true, Lang::En) => "tonight".into(),
            _ => self.day(self.date(at)),
        }
    }

    /// 今晚 20:00–21:00
    pub fn day_and_times(&self, from: Timestamp, until: Timestamp) -> String {
        format!("{} {}", self.day_or_tonight(from), self.times(from, until))
    }

    /// 7月3日 · 3 July; with the year when it is not this one.
    pub fn date_in_full(&self, on: Date) -> String {
        let same_year = on.year() == self.today().year();
        match (self.lang, same_year) {
            (Lang::Zh, true) => on.strftime("%-m月%-d日").to_string(),
            (Lang::Zh, false) => on.strftime("%Y年%-m月%-d日").to_string(),
            (Lang::En, true) => on.strftime("%-d %B").to_string(),
            (Lang::En, false) => on.strftime("%-d %B %Y").to_string(),
        }
    }

    /// 24日 · 24 Jun
    pub fn short_date(&self, on: Date) -> String {
        match self.lang {
            Lang::Zh => on.strftime("%-d日").to_string(),
            Lang::En => on.strftime("%-d %b").to_string(),
        }
    }

    pub fn weekday(&self, on: Date) -> &'static str {
        const ZH: [&str; 7] = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"];
        const EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        let names = if self.lang == Lang::Zh { ZH } else { EN };
        names[usize::from(on.weekday().to_monday_zero_offset().unsigned_abs()) % 7]
    }

    pub fn is_weekend(on: Date) -> bool {
        matches!(on.weekday(), Weekday::Saturday | Weekday::Sunday)
    }

    /// 半小时, 1 小时, 1 个半小时, 90 分钟 for what is no multiple of half an hour.
    pub fn length(&self, minutes: i64) -> String {
        match (self.lang, minutes / 60, minutes % 60) {
            (Lang::Zh, 0, 30) => "半小时".into(),
            (Lang::Zh, h @ 1.., 0) => format!("{h} 小时"),
            (Lang::Zh, h @ 1.., 30) => format!("{h} 个半小时"),
            (Lang::Zh, ..) => format!("{minutes} 分钟"),
            (Lang::En, 0, 30) => "half an hour".into(),
            (Lang::En, 1, 0) => "1 hour".into(),
            (Lang::En, h @ 2.., 0) => format!("{h} hours"),
            (Lang::En, h @ 1.., 30) => format!("{h}½ hours"),
            (Lang::En, ..) => format!("{minutes} minutes"),
        }
    }
}
