use almanac::recur::{Ended, RecurError, Rule, Series};
use jiff::civil::Date;

use crate::{gives, gives_only, on};

fn ended(start: &str, rule: &str) -> (usize, Option<Ended>) {
    let rule: Rule = rule.parse().unwrap();
    let mut dates = rule.dates(on(start)).unwrap();
    (dates.by_ref().count(), dates.ended())
}

#[test]
fn the_fair_falls_on_its_lunar_day() {
    let rule = "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=13";
    gives("20250701", rule, "20260627 20270617 20280605 20290624 20300613");
    gives("20260627", "RSCALE=CHINESE;FREQ=YEARLY", "20260627 20270617 20280605 20290624 20300613");
    let both = "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5,5L;BYMONTHDAY=13";
    gives("20270701", both, "20280605 20280705 20290624");
}

#[test]
fn new_years_eve_is_the_last_day_of_the_twelfth_month() {
    gives(
        "20240301",
        "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1",
        "20250128 20260216 20270205 20280125 20290212",
    );
}

#[test]
fn the_fifth_monday_and_the_last_monday_are_different_rules() {
    gives("20260101", "FREQ=MONTHLY;BYDAY=5MO", "20260330 20260629 20260831 20261130");
    gives("20260101", "FREQ=MONTHLY;BYDAY=-1MO", "20260126 20260223 20260330 20260427");
}

#[test]
fn counted_weekdays_with_days_of_the_month_are_both_obeyed() {
    gives("20260101", "FREQ=MONTHLY;BYDAY=2FR;BYMONTHDAY=13", "20260213 20260313 20261113");
    gives("20260101", "FREQ=YEARLY;BYDAY=-1TH;BYMONTHDAY=31", "20261231 20371231");
}

#[test]
fn rules_that_never_match_come_to_an_end() {
    for rule in [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;INTERVAL=7;BYDAY=TH",
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=2;BYMONTHDAY=29",
        "FREQ=MONTHLY;BYDAY=6MO",
    ] {
        assert_eq!(ended("20250101", rule), (0, Some(Ended::NothingFound)), "{rule}");
    }
    let never = "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=1L;BYMONTHDAY=1";
    assert_eq!(ended("20250101", never), (0, Some(Ended::CalendarEnds)));
}

#[test]
fn a_rule_says_why_it_ended() {
    assert_eq!(ended("20260101", "FREQ=DAILY;COUNT=3"), (3, Some(Ended::Count)));
    assert_eq!(ended("20260101", "FREQ=DAILY;UNTIL=20260103"), (3, Some(Ended::Until)));
    assert_eq!(ended("20260101", "FREQ=DAILY;UNTIL=20251231"), (0, Some(Ended::Until)));
    assert_eq!(ended("20980101", "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=13"), (2, Some(Ended::CalendarEnds)));
    assert_eq!(ended("99990101", "FREQ=MONTHLY"), (12, Some(Ended::CalendarEnds)));
    assert_eq!(ended("99991230", "FREQ=DAILY"), (2, Some(Ended::CalendarEnds)));
    assert_eq!(ended("99991230", "FREQ=WEEKLY"), (1, Some(Ended::CalendarEnds)));
}

#[test]
fn extreme_numbers_do_no_harm() {
    for freq in ["YEARLY", "MONTHLY", "WEEKLY", "DAILY"] {
        let (count, _) = ended("20260101", &format!("FREQ={freq};INTERVAL=4294967295;COUNT=4294967295"));
        assert_eq!(count, 1, "{freq}");
    }
    let rule: Rule = "FREQ=DAILY".parse().unwrap();
    assert_eq!(rule.dates(Date::MIN).unwrap().next(), Some(Date::MIN));
    assert_eq!(rule.dates(Date::MAX).unwrap().count(), 1);
}

#[test]
fn the_start_is_not_a_date_if_the_rule_does_not_match_it() {
    gives_only("20260101", "FREQ=MONTHLY;BYMONTHDAY=15;COUNT=2", "20260115 20260215");
}

#[test]
fn canonical_text_leaves_out_defaults_and_keeps_an_order() {
    for (typed, canonical) in [
        ("rrule:freq=weekly;interval=1;byday=th,tu,tu;wkst=mo", "FREQ=WEEKLY;BYDAY=TU,TH"),
        ("BYMONTHDAY=-1,15,1;FREQ=MONTHLY", "FREQ=MONTHLY;BYMONTHDAY=1,15,-1"),
        ("FREQ=YEARLY;BYMONTH=5L,5;RSCALE=CHINESE", "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5,5L"),
        ("RSCALE=GREGORIAN;FREQ=YEARLY", "FREQ=YEARLY"),
        ("FREQ=YEARLY;SKIP=OMIT;RSCALE=GREGORIAN", "RSCALE=GREGORIAN;FREQ=YEARLY;SKIP=OMIT"),
        ("FREQ=DAILY;UNTIL=2026-12-31;INTERVAL=3;WKST=SU;", "FREQ=DAILY;UNTIL=20261231;INTERVAL=3;WKST=SU"),
        ("FREQ=MONTHLY;BYDAY=+2MO,-1SU,FR", "FREQ=MONTHLY;BYDAY=FR,-1SU,2MO"),
    ] {
        assert_eq!(typed.parse::<Rule>().unwrap().to_string(), canonical);
        assert_eq!(canonical.parse::<Rule>().unwrap().to_string(), canonical);
    }
}

#[test]
fn what_is_not_supported_is_refused_by_name() {
    for part in ["BYSETPOS=1", "BYHOUR=9", "BYWEEKNO=20", "BYYEARDAY=100", "BYMINUTE=1", "BYSECOND=1", "X-A=B"] {
        let name = part.split('=').next().unwrap();
        let error = format!("FREQ=YEARLY;{part}").parse::<Rule>().unwrap_err();
        assert_eq!(error, RecurError::UnsupportedPart(name.to_owned()));
        assert!(error.to_string().starts_with(&format!("{name} is not supported")));
    }
    for (rule, name) in [("FREQ=HOURLY", "FREQ=HOURLY"), ("RSCALE=HEBREW;FREQ=YEARLY", "RSCALE=HEBREW")] {
        assert!(rule.parse::<Rule>().unwrap_err().to_string().starts_with(&format!("{name} is not supported")));
    }
}

#[test]
fn wrong_rules_are_refused() {
    for rule in [
        "",
        "COUNT=3",
        "FREQ",
        "FREQ=DAILY;FREQ=DAILY",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=+1",
        "FREQ=DAILY;COUNT=3;UNTIL=20260101",
        "FREQ=DAILY;UNTIL=20260231",
        "FREQ=DAILY;UNTIL=20261231T160000Z",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=YEARLY;BYMONTH=5L",
        "FREQ=YEARLY;BYMONTH=13",
        "FREQ=YEARLY;SKIP=FORWARD",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=WEEKLY;BYMONTHDAY=1",
        "FREQ=WEEKLY;BYDAY=1MO",
        "FREQ=DAILY;BYDAY=-1MO",
        "FREQ=MONTHLY;BYDAY=0MO",
        "FREQ=MONTHLY;BYDAY=",
        "FREQ=MONTHLY;BYDAY=一",
        "RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY=31",
    ] {
        assert!(rule.parse::<Rule>().is_err(), "{rule}");
    }
}

#[test]
fn a_lunar_rule_cannot_start_outside_the_lunar_calendar() {
    let rule: Rule = "RSCALE=CHINESE;FREQ=YEARLY".parse().unwrap();
    let error = rule.dates(on("19000101")).unwrap_err();
    assert_eq!(error, RecurError::StartOutOfRange(on("19000101")));
    assert!(rule.dates(on("19010219")).is_ok());
}

#[test]
fn a_series_takes_dates_out_and_puts_dates_in() {
    let text = "DTSTART;VALUE=DATE:20260105\nRRULE:FREQ=WEEKLY;COUNT=4\n\
                EXDATE;VALUE=DATE:20260112\nRDATE;VALUE=DATE:20260107,20260119";
    let series: Series = text.parse().unwrap();
    let found: Vec<_> = series.dates().unwrap().collect();
    assert_eq!(found, ["20260105", "20260107", "20260119", "20260126"].map(on));
    assert_eq!(series.to_string(), text);
    assert_eq!("RRULE:FREQ=DAILY".parse::<Series>(), Err(RecurError::Missing("DTSTART")));
    let once = Series::new(on("20260105"), None);
    assert_eq!(once.dates().unwrap().collect::<Vec<_>>(), [on("20260105")]);
}
