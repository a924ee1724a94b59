use almanac::{
    lang::Lang,
    recur::{Asked, Question, Rule},
};
use jiff::civil::Weekday;

use crate::on;

fn asked(start: &str, rule: &str) -> Vec<Question> {
    rule.parse::<Rule>().unwrap().questions(on(start)).unwrap()
}

fn rules(question: &Question) -> Vec<String> {
    question.choices.iter().map(|choice| choice.rule.to_string()).collect()
}

#[test]
fn a_clear_rule_asks_nothing() {
    for rule in [
        "FREQ=DAILY",
        "FREQ=WEEKLY;BYDAY=MO",
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "FREQ=MONTHLY;BYMONTHDAY=28",
        "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31",
        "RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD",
        "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1",
        "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=15",
    ] {
        assert_eq!(asked("20260101", rule), [], "{rule}");
    }
}

#[test]
fn the_fair_asks_which_month_in_a_year_with_a_leap_month() {
    let questions = asked("20260627", "RSCALE=CHINESE;FREQ=YEARLY");
    let [question] = &questions[..] else { panic!("{questions:?}") };
    assert_eq!(question.about, Asked::LeapMonth { month: 5, next: 2028 });
    assert_eq!(question.ask(Lang::Zh), "农历2028年有闰五月，那一年办在哪个月？");
    assert_eq!(question.choices[question.preset].label(Lang::Zh), "只在五月（通常如此）");
    assert_eq!(
        rules(question),
        [
            "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=13",
            "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=13",
            "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5,5L;BYMONTHDAY=13",
        ]
    );
}

#[test]
fn a_leap_month_alone_asks_about_the_other_years() {
    let questions = asked("20260101", "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=13");
    assert_eq!(questions.len(), 1);
    assert_eq!(questions[0].about, Asked::OnlyLeapMonth { month: 5, next: Some(2028) });
}

#[test]
fn the_leap_day_asks_about_other_years() {
    let questions = asked("20240229", "FREQ=YEARLY");
    assert_eq!(questions[0].about, Asked::LeapDay);
    assert_eq!(rules(&questions[0])[2], "RSCALE=GREGORIAN;FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;SKIP=FORWARD");
    assert_eq!(questions[0].choices[2].label(Lang::En), "1 March instead");
}

#[test]
fn the_thirty_first_asks_about_short_months() {
    let questions = asked("20260131", "FREQ=MONTHLY");
    assert_eq!(questions[0].about, Asked::ShortMonth { day: 31 });
    assert_eq!(questions[0].choices.len(), 3);
}

#[test]
fn a_lunar_thirtieth_asks_about_months_of_29_days() {
    let questions = asked("20260101", "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=30");
    assert_eq!(questions[0].about, Asked::LunarThirtieth);
}

#[test]
fn a_fifth_monday_asks_whether_the_last_is_meant() {
    let questions = asked("20260101", "FREQ=MONTHLY;BYDAY=5MO");
    assert_eq!(questions[0].about, Asked::FifthWeekday { weekday: Weekday::Monday });
    assert_eq!(rules(&questions[0]), ["FREQ=MONTHLY;BYDAY=5MO", "FREQ=MONTHLY;BYDAY=-1MO"]);
}
