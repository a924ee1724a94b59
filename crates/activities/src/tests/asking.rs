//! What is asked back: rules that leave something open are never guessed.
use almanac::recur::Skip;
use jiff::civil::{Date, date};
use kernel::form::Problems;
use kernel::view::View;
use stations::{Owner, Room};

use super::pages::views;
use crate::asked::{Ground, Leap, Missing, NewActivity};
use crate::rules::Plan;

fn new(rule: &str, on: Date) -> NewActivity {
    let body = serde_json::json!({
        "title": "庙会", "on": on, "at": "9:00", "minutes": 60, "owner": 1,
        "rule": if rule.is_empty() { None } else { Some(rule) },
    });
    serde_json::from_value(body).unwrap()
}

fn checked(v: &View, new: &NewActivity) -> Result<Plan, Problems> {
    let owners = [Owner { id: 1, name_zh: "党群活动中心".into(), name_en: String::new() }];
    let rooms = [Room { id: 1, name_zh: "教室".into(), name_en: String::new() }];
    new.checked(v, &Ground { since: date(2026, 6, 27), rooms: &rooms, owners: &owners })
}

/// What stands at a field.
fn asked(v: &View, new: &NewActivity, field: &str) -> String {
    checked(v, new).unwrap_err().of(v, field).unwrap_or_default()
}

const JULY_31: Date = date(2026, 7, 31);
const FAIR: &str = "RSCALE=CHINESE;FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=13";

#[test]
fn a_lunar_month_that_comes_twice_is_asked_about_with_its_year_and_its_choices() {
    let [zh, en] = views();
    let fair = new(FAIR, date(2026, 7, 1));
    let said = asked(&zh, &fair, "leap");
    assert_eq!(
        said,
        "农历2028年有闰五月，那一年办在哪个月？ 请选一个：只在五月（通常如此）、只在闰五月、五月和闰五月都办"
    );
    assert!(asked(&en, &fair, "leap").contains("leap 5th lunar month"));
    let plan = checked(&zh, &NewActivity { leap: Some(Leap::Regular), ..fair.clone() }).unwrap();
    let in_2028 = |plan: &Plan| plan.terms.dates(date(2028, 1, 1), date(2028, 12, 31)).unwrap();
    assert_eq!(in_2028(&plan), [date(2028, 6, 5)]);
    let both = checked(&zh, &NewActivity { leap: Some(Leap::Both), ..fair }).unwrap();
    assert_eq!(in_2028(&both), [date(2028, 6, 5), date(2028, 7, 5)]);
}

#[test]
fn the_31st_of_every_month_the_29th_of_february_and_the_lunar_30th_are_asked_about() {
    let [zh, _] = views();
    let monthly = new("FREQ=MONTHLY;BYMONTHDAY=31", JULY_31);
    assert!(asked(&zh, &monthly, "missing").starts_with("有的月份没有31日，那个月怎么办？"));
    let leap_day = new("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", JULY_31);
    assert!(asked(&zh, &leap_day, "missing").starts_with("平年没有2月29日，那一年怎么办？"));
    let lunar = new("RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY=30", JULY_31);
    assert!(asked(&zh, &lunar, "missing").starts_with("农历小月没有三十，那个月怎么办？"));
    for (answer, skip) in
        [(Missing::Omit, Skip::Omit), (Missing::Earlier, Skip::Backward), (Missing::Later, Skip::Forward)]
    {
        let plan = checked(&zh, &NewActivity { missing: Some(answer), ..monthly.clone() }).unwrap();
        assert_eq!(plan.terms.rule.unwrap().skip, Some(skip));
    }
}

#[test]
fn a_rule_that_is_clear_is_asked_nothing() {
    let [zh, _] = views();
    for rule in ["", "FREQ=WEEKLY;BYDAY=SA", "FREQ=MONTHLY;BYDAY=-1SU", "RSCALE=CHINESE;FREQ=MONTHLY;BYMONTHDAY=15"] {
        assert!(checked(&zh, &new(rule, JULY_31)).is_ok(), "{rule}");
    }
}

#[test]
fn each_field_that_cannot_be_so_is_named() {
    let [zh, _] = views();
    let good = new("", JULY_31);
    let wrong = [
        ("title", NewActivity { title: " ".into(), ..good.clone() }),
        ("title", NewActivity { title: "长".repeat(41), ..good.clone() }),
        ("on", NewActivity { on: "2026-06-26".into(), ..good.clone() }),
        ("on", NewActivity { on: "2062-07-04".into(), ..good.clone() }),
        ("on", NewActivity { on: "7月4日".into(), ..good.clone() }),
        ("at", NewActivity { at: "25:00".into(), ..good.clone() }),
        ("at", NewActivity { at: "9:03".into(), ..good.clone() }),
        ("minutes", NewActivity { minutes: 0, ..good.clone() }),
        ("minutes", NewActivity { minutes: 4325, ..good.clone() }),
        ("rule", NewActivity { rule: Some("FREQ=HOURLY".into()), ..good.clone() }),
        ("room", NewActivity { room: Some(9), ..good.clone() }),
        ("owner", NewActivity { owner: 2, ..good.clone() }),
        ("capacity", NewActivity { capacity: Some(0), ..good.clone() }),
        ("capacity", NewActivity { joining: crate::rules::Joining::Draw, ..good.clone() }),
        ("max_age", NewActivity { min_age: Some(8), max_age: Some(6), ..good.clone() }),
        ("guardian_under", NewActivity { guardian_under: Some(40), ..good.clone() }),
        ("opens_days", NewActivity { opens_days: 366, ..good.clone() }),
        ("closes_minutes", NewActivity { closes_minutes: -1, ..good.clone() }),
    ];
    for (field, new) in wrong {
        assert!(!asked(&zh, &new, field).is_empty(), "{field}: {new:?}");
    }
    assert!(checked(&zh, &good).is_ok());
}
