use almanac::hours::{Hours, HoursWhat};

#[track_caller]
fn refused(text: &str, what: HoursWhat, position: usize, hint: &str) {
    let problem = Hours::parse(text).expect_err(text);
    assert_eq!((problem.what, problem.position, problem.hint.as_str()), (what, position, hint), "{text}: {problem}");
    assert!(Hours::parse(&problem.hint).is_ok(), "the hint {hint} works");
}

const EXAMPLE: &str = "Mo-Fr 08:00-18:00; Sa,Su 09:00-17:00; PH off";

#[test]
fn what_evaluators_disagree_on_is_refused_with_a_hint_that_works() {
    refused("Mo-Fr 08:00-12:00 || Sa 09:00-10:00", HoursWhat::Alternative, 18, "Mo-Fr 08:00-12:00");
    refused("Mo-Fr 22:00+", HoursWhat::OpenEnd, 11, "Mo-Fr 22:00-24:00");
    refused("Mo 18:00-22:00+; PH off", HoursWhat::OpenEnd, 14, "Mo 18:00-22:00; PH off");
    refused("\"by appointment\"", HoursWhat::BareComment, 0, "off \"by appointment\"");
    refused("Mo 08:00-10:00 \"来电\"", HoursWhat::BareComment, 15, "Mo 08:00-10:00 open \"来电\"");
    refused("Mo-Fr 8-18", HoursWhat::NoMinutes, 6, "Mo-Fr 08:00-18:00");
    refused("8-12,14-18", HoursWhat::NoMinutes, 0, "08:00-12:00,14:00-18:00");
    refused("Feb 14,28", HoursWhat::DayList, 7, "Feb 14,Feb 28");
    refused("Feb 14-16,28 08:00-10:00", HoursWhat::DayList, 10, "Feb 14-16,Feb 28 08:00-10:00");
}

#[test]
fn what_a_station_cannot_promise_is_refused() {
    refused("Mo unknown", HoursWhat::Unknown, 3, "Mo off");
    refused("sunrise-sunset", HoursWhat::Sun, 0, "07:00-19:00");
    refused("Mo-Fr 08:00-18:00; SH off", HoursWhat::SchoolHolidays, 19, "Mo-Fr 08:00-18:00; PH off");
    refused("PH Mo-Fr 08:00-10:00", HoursWhat::HolidayAndWeekday, 0, "PH,Mo-Fr 08:00-10:00");
    refused("10:00-16:00/01:30", HoursWhat::Points, 11, "10:00-16:00");
}

#[test]
fn chinese_text_is_answered_with_what_was_meant() {
    refused("周一至周五 8：00—18：00", HoursWhat::NotAscii, 0, "Mo-Fr 8:00-18:00");
    refused("每天 9:00-17:00；节假日 休息", HoursWhat::NotAscii, 0, "Mo-Su 9:00-17:00; PH off");
    refused("Mo，Tu 08:00-10:00", HoursWhat::NotAscii, 2, "Mo,Tu 08:00-10:00");
    refused("看情况", HoursWhat::NotAscii, 0, EXAMPLE);
}

#[test]
fn nonsense_is_refused_where_it_begins() {
    refused("", HoursWhat::Empty, 0, EXAMPLE);
    refused("Mo-Fr 08:00-18:00; always", HoursWhat::NotUnderstood, 19, EXAMPLE);
    refused("Mo-Fr 08:00-25", HoursWhat::NotUnderstood, 12, EXAMPLE);
    refused(&"Mo,".repeat(400), HoursWhat::TooLong, 500, EXAMPLE);
}

#[test]
fn what_only_looks_like_it_is_accepted() {
    for text in [
        "Dec 24-26 08:00-12:00",
        "week 10-20 Mo 08:00-09:00",
        "Mo[1-2] 08:00-09:00",
        "Mo off \"8-18 || 22:00+\"",
        "PH,Mo-Fr 08:00-10:00",
        "Mo-Fr,PH 08:00-10:00",
        "PH +1 day off",
        "2026+ Mo 08:00-09:00",
        "Jan 1,Feb 14 08:00-09:00",
        "Mo-Fr 8:00-18:00",
        "24/7",
        "closed",
    ] {
        assert!(Hours::parse(text).is_ok(), "{text}: {:?}", Hours::parse(text));
    }
}
