//! From what is ticked to a rule.
use jiff::civil::date;

use crate::series::forms::SeriesForm;

fn rule(form: SeriesForm) -> String {
    let form =
        SeriesForm { on: "2026-06-24".into(), at: "19:00".into(), minutes: "60".into(), group: "1".into(), ..form };
    form.read(date(2026, 6, 24)).map_or_else(|p| format!("{p:?}"), |w| w.terms.rule.to_string())
}

fn form(pattern: &str) -> SeriesForm {
    SeriesForm { pattern: pattern.into(), ..SeriesForm::default() }
}

#[test]
fn each_plain_choice_is_a_rule() {
    let week = SeriesForm { tu: "1".into(), th: "1".into(), times: "8".into(), ..form("weekly") };
    assert_eq!(rule(week), "FREQ=WEEKLY;COUNT=8;BYDAY=TU,TH");
    let fortnight = SeriesForm { mo: "1".into(), until: "2026-12-31".into(), ..form("fortnightly") };
    assert_eq!(rule(fortnight), "FREQ=WEEKLY;UNTIL=20261231;INTERVAL=2;BYDAY=MO");
    let nth = |nth: &str| SeriesForm { nth: nth.into(), weekday: "mo".into(), ..form("monthly-weekday") };
    assert_eq!(rule(nth("5")), "FREQ=MONTHLY;BYDAY=5MO");
    assert_eq!(rule(nth("-1")), "FREQ=MONTHLY;BYDAY=-1MO");
    let lunar = SeriesForm { day: "15".into(), ..form("lunar-monthly") };
    assert_eq!(rule(lunar), "RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY=15");
}

#[test]
fn what_the_rule_leaves_open_is_asked_and_has_a_usual_answer() {
    let fair =
        |leap: &str| SeriesForm { month: "5".into(), day: "13".into(), leap: leap.into(), ..form("lunar-yearly") };
    assert_eq!(rule(fair("")), "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=13", "the regular month");
    assert_eq!(rule(fair("1")), "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5L;BYMONTHDAY=13");
    assert_eq!(rule(fair("2")), "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5,5L;BYMONTHDAY=13");
    let last = SeriesForm { day: "31".into(), ..form("monthly-day") };
    assert_eq!(rule(last), "RSCALE=GREGORIAN;FREQ=MONTHLY;BYMONTHDAY=31;SKIP=BACKWARD");
}

#[test]
fn what_cannot_be_read_is_said_field_by_field() {
    let none = rule(SeriesForm { times: "many".into(), ..form("weekly") });
    assert!(none.contains("venues-series-no-day"), "{none}");
    let odd = SeriesForm { on: "2026-06-24".into(), at: "soon".into(), mo: "1".into(), ..form("weekly") };
    let problems = format!("{:?}", odd.read(date(2026, 6, 24)).unwrap_err());
    assert!(
        problems.contains("\"at\"") && problems.contains("\"minutes\"") && problems.contains("\"group\""),
        "{problems}"
    );
    let far = SeriesForm { on: "2199-01-01".into(), ..odd };
    assert!(format!("{:?}", far.read(date(2026, 6, 24)).unwrap_err()).contains("venues-series-too-far"));
}
