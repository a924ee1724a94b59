use almanac::holidays::Calendar;
use almanac::hours::{Hours, HoursWhat};
use jiff::civil::date;
use kernel::refusal::Refusal as _;
use kernel::view::View;
use kernel::words::{Lang, keys};

use crate::forms::hours_problem;
use crate::opening::{days, door};
use crate::rules::naming::Refusal;
use crate::said;
use crate::tests::town::{bare, draft};

/// The door in words at a moment, in both languages.
fn door_said(hours: &str, now: &str) -> [String; 2] {
    let house = bare().remove(0);
    house.set_clock(now.parse().expect("an instant"));
    let zone = draft().zone;
    let hours = Hours::parse(hours).expect("good hours");
    [Lang::Zh, Lang::En].map(|lang| {
        let v = View::plain(&house.house(), lang);
        let door = door(&hours, Calendar::prc(), said::wall(house.now(), &zone));
        format!("{} {}", said::door_title(&v, door), said::door_until(&v, &v.when(&zone), door))
    })
}

#[test]
fn both_languages_say_the_same_things() {
    for texts in [crate::TEXTS, crate::DESK_TEXTS] {
        assert_eq!(keys(texts.zh), keys(texts.en));
        assert!(keys(texts.zh).iter().all(|k| k.starts_with("stations-")));
    }
}

#[test]
fn the_door_is_said_as_a_neighbour_would() {
    let every_day = "Mo-Su 06:00-22:00";
    assert_eq!(
        door_said(every_day, "2026-06-24T19:20+08:00"),
        ["大门开着 今晚到 22:00", "The door is open until 22:00 tonight"]
    );
    let closed = door_said(every_day, "2026-06-24T23:00+08:00");
    assert_eq!(closed, ["大门关着 明早 6:00 开", "The door is closed opens tomorrow morning at 6:00"]);
    assert_eq!(door_said(every_day, "2026-06-25T05:00+08:00")[0], "大门关着 今早 6:00 开");
    assert_eq!(door_said("Mo-Fr 08:30-12:00,14:00-18:00", "2026-06-24T12:30+08:00")[0], "大门关着 今天 14:00 开");
    assert_eq!(door_said("Mo-Fr 08:30-18:00", "2026-06-26T19:00+08:00")[0], "大门关着 周一 8:30 开");
    assert_eq!(door_said("24/7", "2026-06-26T19:00+08:00")[0], "大门开着 一直开着");
    let next_year = door_said("Mo-Fr 08:00-18:00; PH off", "2026-12-31T20:00+08:00");
    assert_eq!(next_year[0], "大门关着 明早 8:00 开（节假日还没公布，可能有变）");
}

#[test]
fn a_day_s_hours_are_said_with_midnight_and_gaps() {
    let house = bare().remove(0);
    let v = View::plain(&house.house(), Lang::Zh);
    let said = |text: &str| {
        let hours = Hours::parse(text).expect("good hours");
        said::spans(&v, &days(&hours, Calendar::prc(), date(2026, 6, 24), 1)[0])
    };
    assert_eq!(said("06:00-22:00"), "6:00–22:00");
    assert_eq!(said("08:30-12:00,14:00-18:00"), "8:30–12:00 · 14:00–18:00");
    assert_eq!(said("20:00-26:00"), "20:00–次日 2:00");
    assert_eq!(said("20:00-24:00"), "20:00–24:00");
    assert_eq!(said("24/7"), "全天");
    assert_eq!(said("Sa 09:00-17:00"), "不开门");
}

#[test]
fn the_lunar_day_is_said_quietly() {
    let house = bare().remove(0);
    let v = View::plain(&house.house(), Lang::Zh);
    assert_eq!(said::lunar(&v, date(2026, 6, 27)).as_deref(), Some("农历五月十三"));
    assert_eq!(said::lunar(&v, date(2200, 1, 1)), None);
}

#[test]
fn everything_that_can_be_wrong_with_hours_has_words() {
    use HoursWhat::*;
    let all = [
        Empty,
        TooLong,
        NotAscii,
        Alternative,
        OpenEnd,
        BareComment,
        NoMinutes,
        DayList,
        Unknown,
        Sun,
        SchoolHolidays,
        HolidayAndWeekday,
        Points,
        Dates,
        NotUnderstood,
    ];
    let house = bare().remove(0);
    for what in all {
        assert!(house.words.knows(Lang::Zh, hours_problem(what)), "{what:?}");
    }
}

#[test]
fn a_refused_division_offers_the_nearest_ones() {
    let house = bare().remove(0);
    let v = View::plain(&house.house(), Lang::Zh);
    let near = crate::Division {
        code: 630_203_102,
        name: "三合镇".into(),
        county: "平安区".into(),
        city: "海东市".into(),
        province: "青海省".into(),
    };
    let refusal = Refusal::NoSuchDivision { code: 630_203_103, near: vec![near] };
    let said = refusal.say(&v);
    assert_eq!(said.what, "没有代码是 630203103 的乡镇、街道或村。离它最近的是这几个：");
    assert_eq!(said.next[0].label, "630203102 三合镇 · 青海省 海东市 平安区");
    assert_eq!(said.next[0].href, "/directory?q=630203102");
}
