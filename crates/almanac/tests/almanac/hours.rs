use almanac::{holidays::Calendar, hours::Hours, lang::Lang};
use jiff::civil::DateTime;

use crate::on;

fn hours(text: &str) -> Hours {
    Hours::parse(text).unwrap_or_else(|e| panic!("{text}: {e}"))
}

/// 20260105T0800
fn at(text: &str) -> DateTime {
    let (date, time) = text.split_once('T').expect("a T");
    let number = |t: &str| t.parse().expect("a number");
    on(date).at(number(&time[..2]), number(&time[2..]), 0, 0)
}

#[track_caller]
fn open_between(text: &str, from: &str, until: &str, expected: &[(&str, &str)]) {
    let found = hours(text).intervals_between(at(from), at(until), Calendar::prc());
    let expected: Vec<_> = expected.iter().map(|(a, b)| (at(a), at(b))).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn an_ordinary_week_opens_and_closes() {
    let text = "Mo-Fr 08:00-12:00,14:00-18:00; Sa 09:00-12:00";
    open_between(
        text,
        "20260116T0000",
        "20260120T0900",
        &[
            ("20260116T0800", "20260116T1200"),
            ("20260116T1400", "20260116T1800"),
            ("20260117T0900", "20260117T1200"),
            ("20260119T0800", "20260119T1200"),
            ("20260119T1400", "20260119T1800"),
            ("20260120T0800", "20260120T0900"),
        ],
    );
    let (hours, calendar) = (hours(text), Calendar::prc());
    assert_eq!(hours.next_change(at("20260116T0800"), calendar), Some(at("20260116T1200")));
    assert_eq!(hours.next_change(at("20260117T1200"), calendar), Some(at("20260119T0800")));
    assert_eq!(hours.next_opening(at("20260116T0900"), calendar), Some(at("20260116T1400")));
    assert_eq!(hours.next_opening(at("20260116T1800"), calendar), Some(at("20260117T0900")));
    assert!(!hours.state_at(at("20260116T1200"), calendar).open, "intervals are half-open");
}

#[test]
fn holidays_follow_the_ph_rule() {
    let text = "08:00-20:00; PH 10:00-16:00; Mo off";
    open_between(
        text,
        "20260101T0000",
        "20260104T0000",
        &[("20260101T1000", "20260101T1600"), ("20260102T1000", "20260102T1600"), ("20260103T1000", "20260103T1600")],
    );
    assert!(hours(text).mentions_holidays());
    assert!(!hours("Mo-Fr 08:00-18:00").mentions_holidays());
    // Without a PH rule a holiday is a day like any other.
    open_between("08:00-09:00", "20260217T0000", "20260218T0000", &[("20260217T0800", "20260217T0900")]);
}

#[test]
fn the_day_before_and_after_a_holiday_can_be_named() {
    let text = "Mo-Su 08:00-18:00; PH -1 day 08:00-12:00";
    open_between(text, "20251231T0000", "20260101T0000", &[("20251231T0800", "20251231T1200")]);
}

#[test]
fn open_around_the_clock_never_changes() {
    let (hours, calendar) = (hours("24/7"), Calendar::prc());
    assert_eq!(hours.next_change(at("20260101T0000"), calendar), None);
    assert_eq!(hours.next_opening(at("20260101T0000"), calendar), None);
    assert_eq!(
        hours.intervals(on("20260105"), calendar),
        [(at("20260105T0000"), at("20260106T0000"))],
        "one interval for each day"
    );
    open_between("24/7", "20251201T0600", "20260301T0700", &[("20251201T0600", "20260301T0700")]);
}

#[test]
fn closed_for_good_never_changes() {
    let (hours, calendar) = (hours("off"), Calendar::prc());
    assert_eq!(hours.next_change(at("20260101T0000"), calendar), None);
    assert!(hours.intervals(on("20260101"), calendar).is_empty());
}

#[test]
fn a_night_belongs_to_the_day_it_starts_on() {
    let (hours, calendar) = (hours("Fr 20:00-26:00; Sa 10:00-12:00; Su off"), Calendar::prc());
    assert_eq!(hours.intervals(on("20260116"), calendar), [(at("20260116T2000"), at("20260117T0200"))]);
    assert_eq!(hours.intervals(on("20260117"), calendar), [(at("20260117T1000"), at("20260117T1200"))]);
    assert!(hours.state_at(at("20260117T0159"), calendar).open);
    assert_eq!(hours.next_change(at("20260116T2300"), calendar), Some(at("20260117T0200")));
    open_between("Fr 22:00-02:00", "20260117T0100", "20260117T0300", &[("20260117T0100", "20260117T0200")]);
}

#[test]
fn a_night_before_a_holiday_lasts_and_a_holiday_night_does_not_start() {
    // 2026-01-01 is a Thursday and a holiday.
    let text = "20:00-26:00; PH off";
    open_between(text, "20251231T0300", "20260102T0000", &[("20251231T2000", "20260101T0200")]);
    let hours = hours(text);
    assert!(!hours.state_at(at("20260102T0100"), Calendar::prc()).open, "the holiday before had no night");
}

#[test]
fn nights_that_overlap_the_next_morning_are_listed_once() {
    let (hours, calendar) = (hours("22:00-30:00,05:00-08:00"), Calendar::prc());
    assert_eq!(
        hours.intervals(on("20260113"), calendar),
        [(at("20260113T0600"), at("20260113T0800")), (at("20260113T2200"), at("20260114T0600"))]
    );
}

#[test]
fn months_weeks_and_counted_weekdays_are_matched() {
    open_between("Jun-Aug 08:00-09:00", "20260531T0000", "20260602T0000", &[("20260601T0800", "20260601T0900")]);
    assert_eq!(
        hours("Jun-Aug 08:00-09:00").next_change(at("20260901T0000"), Calendar::prc()),
        Some(at("20270601T0800"))
    );
    open_between("week 03 Mo 08:00-09:00", "20260101T0000", "20260201T0000", &[("20260112T0800", "20260112T0900")]);
    open_between("Fr[-1] 08:00-09:00", "20260101T0000", "20260201T0000", &[("20260130T0800", "20260130T0900")]);
    open_between("2026 Feb 14 08:00-09:00", "20250101T0000", "20280101T0000", &[("20260214T0800", "20260214T0900")]);
    open_between("Feb 29 08:00-09:00", "20960301T0000", "21040301T0000", &[("21040229T0800", "21040229T0900")]);
}

#[test]
fn later_rules_replace_additional_rules_add_and_timed_off_cuts() {
    open_between(
        "Mo-Fr 08:00-18:00; We 10:00-12:00, We 13:00-14:00; Fr 12:00-13:00 off",
        "20260114T0000",
        "20260117T0000",
        &[
            ("20260114T1000", "20260114T1200"),
            ("20260114T1300", "20260114T1400"),
            ("20260115T0800", "20260115T1800"),
            ("20260116T0800", "20260116T1200"),
            ("20260116T1300", "20260116T1800"),
        ],
    );
}

#[test]
fn notes_come_with_the_state() {
    let (hours, calendar) = (hours("08:00-20:00 open \"请走东门\"; PH off \"节日快乐\""), Calendar::prc());
    let note = |when| hours.state_at(at(when), calendar).note.map(|n| n.to_string());
    assert_eq!(note("20260106T0900").as_deref(), Some("请走东门"));
    assert_eq!(note("20260106T2100"), None);
    assert_eq!(note("20260101T0900").as_deref(), Some("节日快乐"));
}

#[test]
fn an_answer_that_depends_on_unpublished_holidays_is_provisional() {
    let calendar = Calendar::prc();
    assert!(hours("Mo-Fr 08:00-18:00").state_at(at("20270301T0900"), calendar).provisional);
    assert!(hours("08:00-18:00; PH off").state_at(at("20270301T0900"), calendar).provisional);
    assert!(!hours("08:00-18:00").state_at(at("20270301T0900"), calendar).provisional);
    assert!(!hours("Mo-Fr 08:00-18:00").state_at(at("20260302T0900"), calendar).provisional);
}

#[test]
fn another_calendar_gives_another_answer() {
    let (hours, nothing_known) = (hours("Mo-Fr 08:00-18:00; PH off"), Calendar::empty());
    let new_year = at("20260101T0900");
    assert!(!hours.state_at(new_year, Calendar::prc()).open);
    assert!(hours.state_at(new_year, &nothing_known).open);
    assert!(!hours.state_at(new_year, Calendar::prc()).open);
}

#[test]
fn the_ends_of_the_calendar_are_closed() {
    let (hours, calendar) = (hours("08:00-18:00"), Calendar::prc());
    for edge in [DateTime::MIN, DateTime::MAX, at("18991231T0900")] {
        assert!(!hours.state_at(edge, calendar).open);
    }
    assert_eq!(hours.next_change(DateTime::MAX, calendar), None);
    assert_eq!(hours.next_change(at("18991231T0900"), calendar), Some(at("19000101T0800")));
}

#[test]
fn hours_are_described_in_plain_words() {
    for (text, zh, en) in [
        ("Mo-Fr 08:00-22:00", "周一至周五 08:00–22:00", "Monday to Friday 08:00–22:00"),
        ("24/7", "每天 全天", "daily all day"),
        (
            "Mo-Fr 08:00-12:00,14:00-18:00; Sa,Su 09:00-17:00; PH off",
            "周一至周五 08:00–12:00、14:00–18:00；周六、周日 09:00–17:00；节假日 休息",
            "Monday to Friday 08:00–12:00 and 14:00–18:00; Saturday and Sunday 09:00–17:00; public holidays closed",
        ),
        ("Fr 20:00-26:00", "周五 20:00–次日02:00", "Friday 20:00–next day 02:00"),
        ("Jun-Aug Mo 08:00-18:00", "6月至8月周一 08:00–18:00", "June to August Monday 08:00–18:00"),
        ("Feb 14-Feb 16 off \"春节\"", "2月14日至2月16日 休息（春节）", "14 February to 16 February closed (春节)"),
        ("Fr[1] 08:00-18:00", "每月第1个周五 08:00–18:00", "the 1st Friday of the month 08:00–18:00"),
        ("Sa[-1] off", "每月最后一个周六 休息", "the last Saturday of the month closed"),
        (
            "Mo 08:00-10:00, We 14:00-16:00",
            "周一 08:00–10:00；另加 周三 14:00–16:00",
            "Monday 08:00–10:00; also Wednesday 14:00–16:00",
        ),
    ] {
        assert_eq!(hours(text).describe(Lang::Zh), zh);
        assert_eq!(hours(text).describe(Lang::En), en);
    }
}
