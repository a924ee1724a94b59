//! What people call lunar days: 农历五月十三, 闰五月初五, 除夕, 丙午年.
use super::date::{LunarDate, LunarMonth};
use crate::lang::{Lang, ordinal};

const NUMBERS: [&str; 10] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
const STEMS: [&str; 10] = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];
const BRANCHES: [&str; 12] = ["子", "丑", "寅", "卯", "辰", "巳", "午", "未", "申", "酉", "戌", "亥"];
const ANIMALS: [(&str, &str); 12] = [
    ("鼠", "Rat"),
    ("牛", "Ox"),
    ("虎", "Tiger"),
    ("兔", "Rabbit"),
    ("龙", "Dragon"),
    ("蛇", "Snake"),
    ("马", "Horse"),
    ("羊", "Goat"),
    ("猴", "Monkey"),
    ("鸡", "Rooster"),
    ("狗", "Dog"),
    ("猪", "Pig"),
];

impl LunarDate {
    /// 农历五月十三; in English "13th of the 5th lunar month". A leap month is 农历闰五月初五.
    pub fn name(self, lang: Lang) -> String {
        match lang {
            Lang::Zh => format!("农历{}", self.short_name()),
            Lang::En => {
                format!("{} of the {}", ordinal(u32::from(self.day())), month_name(self.month(), Lang::En))
            }
        }
    }

    /// Chinese month and day alone: 五月十三, 正月初一, 腊月廿九.
    pub fn short_name(self) -> String {
        format!("{}{}", month_name(self.month(), Lang::Zh), day_name(self.day()))
    }

    /// The festival that everybody knows the day by, if it is one, and if the month is not a leap month.
    pub fn festival(self, lang: Lang) -> Option<&'static str> {
        if self.is_new_years_eve() {
            return Some(lang.pick("除夕", "Lunar New Year's Eve"));
        }
        if self.month().leap {
            return None;
        }
        let (zh, en) = match (self.month().number, self.day()) {
            (1, 1) => ("春节", "Lunar New Year"),
            (1, 15) => ("元宵节", "Lantern Festival"),
            (2, 2) => ("龙抬头", "Dragon Head-raising Day"),
            (5, 5) => ("端午节", "Dragon Boat Festival"),
            (7, 7) => ("七夕", "Qixi Festival"),
            (7, 15) => ("中元节", "Ghost Festival"),
            (8, 15) => ("中秋节", "Mid-Autumn Festival"),
            (9, 9) => ("重阳节", "Double Ninth Festival"),
            (12, 8) => ("腊八节", "Laba Festival"),
            _ => return None,
        };
        Some(lang.pick(zh, en))
    }
}

/// The sexagenary name of a lunar year: 丙午年 for 2026; in English "Year of the Horse".
///
/// The cycle of sixty starts with 甲子 in the year 4 of the Gregorian calendar.
pub fn year_name(year: i16, lang: Lang) -> String {
    let place = i32::from(year) - 4;
    match lang {
        Lang::Zh => {
            format!("{}{}年", STEMS[place.rem_euclid(10) as usize], BRANCHES[place.rem_euclid(12) as usize])
        }
        Lang::En => format!("Year of the {}", animal(year, Lang::En)),
    }
}

/// The animal of a lunar year: 马, "Horse" for 2026.
pub fn animal(year: i16, lang: Lang) -> &'static str {
    let (zh, en) = ANIMALS[(i32::from(year) - 4).rem_euclid(12) as usize];
    lang.pick(zh, en)
}

/// 正月, 五月, 闰五月, 冬月, 腊月; "5th lunar month", "leap 5th lunar month".
pub(crate) fn month_name(month: LunarMonth, lang: Lang) -> String {
    match lang {
        Lang::Zh => {
            let name = match month.number {
                1 => "正",
                11 => "冬",
                12 => "腊",
                n => NUMBERS[usize::from(n.clamp(1, 10)) - 1],
            };
            format!("{}{name}月", if month.leap { "闰" } else { "" })
        }
        Lang::En => {
            format!("{}{} lunar month", if month.leap { "leap " } else { "" }, ordinal(u32::from(month.number)))
        }
    }
}

/// 初一 to 三十.
pub(crate) fn day_name(day: u8) -> String {
    let ones = |n: u8| NUMBERS[usize::from(n.clamp(1, 10)) - 1];
    match day {
        0..=10 => format!("初{}", ones(day)),
        20 => "二十".to_owned(),
        30 => "三十".to_owned(),
        11..=19 => format!("十{}", ones(day - 10)),
        _ => format!("廿{}", ones(day - 20)),
    }
}
