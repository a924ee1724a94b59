use almanac::{
    lang::Lang,
    lunar::{Certainty, LunarDate, LunarError, LunarMonth, animal, leap_month, next_leap, year_name},
};

use crate::on;

fn zh(date: &str) -> String {
    LunarDate::from_date(on(date)).unwrap().name(Lang::Zh)
}

#[test]
fn the_fair_is_on_the_thirteenth_of_the_fifth_month() {
    for day in ["20250608", "20260627", "20270617", "20280605", "20290624", "20300613"] {
        assert_eq!(zh(day), "农历五月十三");
    }
    assert_eq!(zh("20280705"), "农历闰五月十三");
}

#[test]
fn days_are_called_what_people_call_them() {
    let names = [("20260217", "农历正月初一"), ("20250625", "农历六月初一"), ("20260216", "农历腊月廿九")];
    for (day, name) in names {
        assert_eq!(zh(day), name);
    }
    let days: Vec<_> =
        [10, 11, 19, 20, 21, 29].map(|d| LunarDate::new(2026, LunarMonth::regular(10), d).unwrap().short_name()).into();
    assert_eq!(days, ["十月初十", "十月十一", "十月十九", "十月二十", "十月廿一", "十月廿九"]);
    let leap = LunarDate::new(2028, LunarMonth::leap(5), 5).unwrap();
    assert_eq!(leap.name(Lang::Zh), "农历闰五月初五");
    assert_eq!(leap.name(Lang::En), "5th of the leap 5th lunar month");
    assert_eq!(leap.festival(Lang::Zh), None, "the Dragon Boat Festival is in the regular month");
}

#[test]
fn new_years_eve_is_the_last_day_whether_there_is_a_thirtieth_or_not() {
    for year in 2024..=2028 {
        let last = LunarDate::new(year, LunarMonth::regular(12), 29).unwrap();
        assert!(last.is_new_years_eve());
        assert_eq!(last.festival(Lang::Zh), Some("除夕"));
        let thirtieth = LunarDate::new(year, LunarMonth::regular(12), 30);
        assert_eq!(thirtieth, Err(LunarError::NoSuchDay { year, month: 12, day: 30, days: 29 }));
    }
    assert!(LunarDate::new(2023, LunarMonth::regular(12), 30).unwrap().is_new_years_eve());
    assert!(!LunarDate::new(2023, LunarMonth::regular(12), 29).unwrap().is_new_years_eve());
}

#[test]
fn years_have_their_sexagenary_name_and_animal() {
    assert_eq!(year_name(2026, Lang::Zh), "丙午年");
    assert_eq!(year_name(2026, Lang::En), "Year of the Horse");
    assert_eq!((year_name(1984, Lang::Zh).as_str(), animal(1984, Lang::Zh)), ("甲子年", "鼠"));
    assert_eq!(year_name(2023, Lang::Zh), "癸卯年");
}

#[test]
fn leap_months_are_where_the_tables_have_them() {
    assert_eq!(leap_month(2025), Ok(Some(6)));
    assert_eq!(leap_month(2026), Ok(None));
    let fifth: Vec<_> = (2020..=2090).filter(|y| next_leap(5, *y) == Some(*y)).collect();
    assert_eq!(fifth, [2028, 2039, 2047, 2066, 2085]);
    assert_eq!(next_leap(1, 1901), None);
}

#[test]
fn what_is_out_of_range_says_the_range() {
    for outside in ["19010218", "21000209"] {
        let error = LunarDate::from_date(on(outside)).unwrap_err();
        assert!(error.to_string().contains("from 1901-02-19 to 2100-02-08"), "{error}");
    }
    let error = LunarDate::new(2100, LunarMonth::regular(1), 1).unwrap_err();
    assert_eq!(error.to_string(), "lunar year 2100 is out of range: the lunar calendar reaches from 1901 to 2099");
    assert!(LunarDate::new(i16::MIN, LunarMonth::regular(1), 1).is_err());
    assert_eq!(LunarDate::new(2026, LunarMonth::regular(13), 1), Err(LunarError::NoSuchMonth(13)));
    assert_eq!(LunarDate::new(2026, LunarMonth::leap(0), 1), Err(LunarError::NoSuchMonth(0)));
}

#[test]
fn dates_after_2056_may_differ_by_a_day() {
    let certainty = |day| LunarDate::from_date(on(day)).unwrap().certainty();
    assert_eq!(certainty("20561231"), Certainty::Certain);
    assert_eq!(certainty("20570101"), Certainty::MayDifferByADay);
}
