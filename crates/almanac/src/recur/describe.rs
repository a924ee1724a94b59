//! A rule in plain words: 每年农历五月十三, "every month on the last Monday".
use jiff::civil::Date;

use super::{
    check::RecurError,
    rule::{ByDay, End, Freq, Rule, Scale, Skip},
};
use crate::{
    lang::{Lang, list, month, ordinal, weekday},
    lunar::{self, LunarMonth},
};

impl Rule {
    /// What the rule says. `start` gives the parts that the rule leaves out, as in [`Rule::dates`].
    ///
    /// # Errors
    /// Those of [`Rule::dates`].
    pub fn describe(&self, start: Date, lang: Lang) -> Result<String, RecurError> {
        let rule = self.filled_from(start)?;
        let words = Words { rule: &rule, lang };
        let mut text = words.how_often();
        text += &words.which_days();
        text += &words.limits();
        text += &words.skip();
        text += &words.end();
        Ok(text)
    }
}

struct Words<'r> {
    rule: &'r Rule,
    lang: Lang,
}

impl Words<'_> {
    fn lunar(&self) -> bool {
        self.rule.scale == Scale::Chinese
    }

    /// 每年, 每2周, "every 2 weeks".
    fn how_often(&self) -> String {
        let n = self.rule.interval;
        let (zh, zh_many, en) = match self.rule.freq {
            Freq::Yearly => ("年", "年", "year"),
            Freq::Monthly if self.lunar() => ("农历月", "个农历月", "lunar month"),
            Freq::Monthly => ("月", "个月", "month"),
            Freq::Weekly => ("周", "周", "week"),
            Freq::Daily => ("天", "天", "day"),
        };
        match (self.lang, n) {
            (Lang::Zh, 1) => format!("每{zh}"),
            (Lang::Zh, n) => format!("每{n}{zh_many}"),
            (Lang::En, 1) => format!("every {en}"),
            (Lang::En, n) => format!("every {n} {en}s"),
        }
    }

    /// The days within the year, the month or the week.
    fn which_days(&self) -> String {
        let Rule { freq, by_month, by_month_day, .. } = self.rule;
        let yearly = *freq == Freq::Yearly;
        if yearly && self.lunar() && self.is_new_years_eve() {
            return self.lang.pick("农历除夕（腊月最后一天）", " on Lunar New Year's Eve").to_owned();
        }
        let months = list(&by_month.iter().map(|m| self.month(*m)).collect::<Vec<_>>(), self.lang);
        let days = match freq {
            Freq::Daily => return String::new(),
            _ if !by_month_day.is_empty() => by_month_day.iter().map(|d| self.day(*d)).collect::<Vec<_>>(),
            _ => self.rule.by_day.iter().map(|d| self.by_day(*d)).collect(),
        };
        let days = list(&days, self.lang);
        // 五月十三 and 5月13日 run together; anything longer is linked by 的.
        let link = if by_month_day.iter().all(|d| *d > 0) && by_month.len() <= 1 { "" } else { "的" };
        match self.lang {
            Lang::Zh if yearly && by_month.is_empty() && !by_month_day.is_empty() => format!("每月{link}{days}"),
            Lang::Zh if yearly && by_month.is_empty() => format!("的{days}"),
            Lang::Zh if yearly && by_month_day.is_empty() => format!("{}{months}的{days}", self.calendar()),
            Lang::Zh if yearly => format!("{}{months}{link}{days}", self.calendar()),
            Lang::Zh if self.rule.interval > 1 => format!("的{days}"),
            Lang::Zh => days,
            Lang::En if yearly && !by_month.is_empty() => format!(" on {days} of {months}"),
            Lang::En if yearly && !by_month_day.is_empty() => format!(" on {days} of every month"),
            Lang::En => format!(" on {days}"),
        }
    }

    /// BYMONTH and BYDAY where they only narrow down, and BYMONTHDAY of a daily rule.
    fn limits(&self) -> String {
        let Rule { freq, by_month, by_month_day, by_day, .. } = self.rule;
        let mut limits = vec![];
        if *freq != Freq::Yearly && !by_month.is_empty() {
            let months: Vec<_> = by_month.iter().map(|m| self.month(*m)).collect();
            limits.push(list(&months, self.lang));
        }
        if *freq == Freq::Daily && !by_month_day.is_empty() {
            limits.push(list(&by_month_day.iter().map(|d| self.day(*d)).collect::<Vec<_>>(), self.lang));
        }
        if !by_day.is_empty() && (*freq == Freq::Daily || !by_month_day.is_empty()) {
            limits.push(list(&by_day.iter().map(|d| self.by_day(*d)).collect::<Vec<_>>(), self.lang));
        }
        match (self.lang, limits.is_empty()) {
            (_, true) => String::new(),
            (Lang::Zh, _) => format!("（仅限{}）", limits.join("，且为")),
            (Lang::En, _) => format!(" (only {})", limits.join("; only ")),
        }
    }

    fn skip(&self) -> String {
        let (zh, en) = match self.rule.skip {
            None => return String::new(),
            Some(Skip::Omit) => ("，没有这一天时跳过", ", left out where there is no such day"),
            Some(Skip::Forward) => ("，没有这一天时顺延", ", moved later where there is no such day"),
            Some(Skip::Backward) => ("，没有这一天时提前", ", moved earlier where there is no such day"),
        };
        self.lang.pick(zh, en).to_owned()
    }

    fn end(&self) -> String {
        match (self.rule.end, self.lang) {
            (End::Never, _) => String::new(),
            (End::Count(n), Lang::Zh) => format!("，共{n}次"),
            (End::Count(1), Lang::En) => ", once".to_owned(),
            (End::Count(n), Lang::En) => format!(", {n} times"),
            (End::Until(d), Lang::Zh) => format!("，到{}年{}月{}日为止", d.year(), d.month(), d.day()),
            (End::Until(d), Lang::En) => format!(", until {d}"),
        }
    }

    fn is_new_years_eve(&self) -> bool {
        let Rule { by_month, by_month_day, by_day, .. } = self.rule;
        *by_month == [LunarMonth::regular(12)] && *by_month_day == [-1] && by_day.is_empty()
    }

    fn calendar(&self) -> &'static str {
        if self.lunar() { "农历" } else { "" }
    }

    fn month(&self, m: LunarMonth) -> String {
        match (self.lunar(), self.lang) {
            (true, Lang::Zh) => lunar::month_name(m, Lang::Zh),
            (true, Lang::En) => format!("the {}", lunar::month_name(m, Lang::En)),
            (false, _) => month(m.number, self.lang),
        }
    }

    fn day(&self, day: i8) -> String {
        let n = u32::from(day.unsigned_abs());
        match (self.lang, day) {
            (Lang::Zh, -1) => "最后一天".to_owned(),
            (Lang::Zh, ..-1) => format!("倒数第{n}天"),
            (Lang::Zh, _) if self.lunar() => lunar::day_name(day.unsigned_abs()),
            (Lang::Zh, _) => format!("{n}日"),
            (Lang::En, -1) => "the last day".to_owned(),
            (Lang::En, ..-1) => format!("the {} last day", ordinal(n)),
            (Lang::En, _) => format!("the {}", ordinal(n)),
        }
    }

    fn by_day(&self, by: ByDay) -> String {
        let name = weekday(by.weekday, self.lang);
        let n = by.nth.map(|n| (n, u32::from(n.unsigned_abs())));
        match (self.lang, n) {
            (_, None) => name.to_owned(),
            (Lang::Zh, Some((-1, _))) => format!("最后一个{name}"),
            (Lang::Zh, Some((..0, n))) => format!("倒数第{n}个{name}"),
            (Lang::Zh, Some((_, n))) => format!("第{n}个{name}"),
            (Lang::En, Some((-1, _))) => format!("the last {name}"),
            (Lang::En, Some((..0, n))) => format!("the {} last {name}", ordinal(n)),
            (Lang::En, Some((_, n))) => format!("the {} {name}", ordinal(n)),
        }
    }
}
