use almanac::{
    holidays::{Calendar, Dataset},
    hours::Hours,
    lunar::{LunarDate, LunarMonth},
    recur::{Rule, Series},
    workdays,
};
use jiff::{
    ToSpan,
    civil::{Date, date},
};
use proptest::prelude::*;

fn day() -> impl Strategy<Value = Date> {
    (0..72_000_i64).prop_map(|n| date(1901, 2, 19).checked_add(n.days()).unwrap())
}

fn rule() -> impl Strategy<Value = String> {
    let freq = prop::sample::select(vec!["YEARLY", "MONTHLY", "WEEKLY", "DAILY"]);
    let scale = prop::sample::select(vec!["RSCALE=GREGORIAN;", "RSCALE=CHINESE;"]);
    let months = prop::sample::select(vec!["", ";BYMONTH=5", ";BYMONTH=2,11", ";BYMONTH=12"]);
    let days =
        prop::sample::select(vec!["", ";BYMONTHDAY=13", ";BYMONTHDAY=1,30", ";BYMONTHDAY=-1", ";BYMONTHDAY=-30"]);
    let weekdays = prop::sample::select(vec!["", ";BYDAY=MO", ";BYDAY=SA,SU"]);
    let skip = prop::sample::select(vec!["", ";SKIP=FORWARD", ";SKIP=BACKWARD"]);
    (freq, scale, months, days, weekdays, skip, 1..4_u8).prop_map(|(freq, scale, months, days, weekdays, skip, n)| {
        let days = if freq == "WEEKLY" { "" } else { days };
        format!("{scale}FREQ={freq};INTERVAL={n}{months}{days}{weekdays}{skip}")
    })
}

/// Pieces of opening hours that often make sense together.
const WORDS: &[&str] = &[
    "Mo",
    "Mo-Fr",
    "Sa-Mo",
    ",",
    " ",
    "; ",
    ", ",
    "PH",
    "PH +1 day",
    "PH -3 days",
    "Fr[1]",
    "We[-1]",
    "Th[2-3]",
    "Su[1] +2 days",
    "Jan",
    "Nov-Feb",
    "Feb 29",
    "Dec 24-Jan 6",
    "2026 Feb",
    "2024-2030/2",
    "2026+",
    "easter",
    "easter -2 days",
    "Mar Su[-1]",
    "week 1-10",
    "week 53",
    "week 2-52/2",
    " 08:00-12:00",
    " 00:00-24:00",
    " 22:00-26:00",
    " 20:00-48:00",
    " 9:00-9:00",
    " off",
    " closed \"x\"",
    " open \"中\"",
    "24/7",
    "Mar 1+",
    "Aug 31-Sep 1",
];

const DAYS: [&str; 8] = ["", "Mo-Fr ", "Sa,Su ", "We ", "Jun-Aug ", "Feb 10-Mar 5 ", "Fr[1] ", "Fr-Mo "];
const TIMES: [&str; 5] = ["08:00-12:00", "08:00-12:00,14:00-18:00", "00:00-24:00", "off", "10:00-11:00 off"];

fn hours() -> impl Strategy<Value = String> {
    hours_of([&DAYS[..], &["PH ", "PH,Sa "]].concat(), [&TIMES[..], &["20:00-26:00", "22:00-06:00"]].concat())
}

fn hours_of(days: Vec<&'static str>, times: Vec<&'static str>) -> impl Strategy<Value = String> {
    let rule = (prop::sample::select(days), prop::sample::select(times), prop::bool::ANY);
    prop::collection::vec(rule, 1..4).prop_map(|rules| {
        let rules = rules.iter().enumerate().map(|(n, (days, times, adds))| {
            let days = if days.is_empty() && n > 0 { "Mo-Su " } else { days };
            let separator = match (n, adds) {
                (0, _) => "",
                (_, true) => ", ",
                (_, false) => "; ",
            };
            format!("{separator}{days}{times}")
        });
        rules.collect()
    })
}

proptest! {
    #[test]
    fn a_day_comes_back_from_its_lunar_date(day in day()) {
        let lunar = LunarDate::from_date(day).unwrap();
        prop_assert_eq!(lunar.to_date(), day);
        prop_assert_eq!(LunarDate::new(lunar.year(), lunar.month(), lunar.day()), Ok(lunar));
    }

    #[test]
    fn lunar_dates_are_ordered_as_their_days(a in day(), b in day()) {
        let lunar = |d| LunarDate::from_date(d).unwrap();
        prop_assert_eq!(lunar(a).cmp(&lunar(b)), a.cmp(&b));
    }

    #[test]
    fn any_numbers_are_a_lunar_date_or_an_error(year: i16, number: u8, leap: bool, day: u8) {
        if let Ok(lunar) = LunarDate::new(year, LunarMonth { number, leap }, day) {
            prop_assert_eq!(LunarDate::from_date(lunar.to_date()), Ok(lunar));
        }
    }

    #[test]
    fn dates_of_a_rule_are_sorted_unique_from_the_start_on_and_the_same_after_printing(rule in rule(), start in day()) {
        let parsed: Rule = rule.parse().unwrap();
        let dates: Vec<_> = parsed.dates(start).unwrap().take(30).collect();
        prop_assert!(dates.is_sorted_by(|a, b| a < b));
        prop_assert!(dates.iter().all(|d| *d >= start));
        let again: Rule = parsed.to_string().parse().unwrap();
        prop_assert_eq!(&again, &parsed);
    }

    #[test]
    fn dates_of_a_rule_without_skip_keep_to_its_parts(rule in rule(), start in day()) {
        let rule: Rule = rule.split(";SKIP").next().unwrap().parse().unwrap();
        let lunar = rule.to_string().contains("CHINESE");
        for found in rule.dates(start).unwrap().take(30) {
            let (month, day, of_month) = if lunar {
                let l = LunarDate::from_date(found).unwrap();
                (l.month(), l.day() as i8, almanac::lunar::days_in_month(l.year(), l.month()).unwrap() as i8)
            } else {
                (LunarMonth::regular(found.month() as u8), found.day(), found.days_in_month())
            };
            prop_assert!(rule.by_month.is_empty() || rule.by_month.contains(&month));
            let days = &rule.by_month_day;
            prop_assert!(days.is_empty() || days.contains(&day) || days.contains(&(day - of_month - 1)));
            prop_assert!(rule.by_day.is_empty() || rule.by_day.iter().any(|d| d.weekday == found.weekday()));
        }
    }

    #[test]
    fn a_rule_of_every_day_finds_what_a_rule_of_months_finds(start in day(), d in -31_i8..=31) {
        prop_assume!(d != 0);
        let dates = |freq: &str| -> Vec<Date> {
            let rule: Rule = format!("FREQ={freq};BYMONTHDAY={d}").parse().unwrap();
            rule.dates(start).unwrap().take(20).collect()
        };
        prop_assert_eq!(dates("DAILY"), dates("MONTHLY"));
        prop_assert_eq!(dates("YEARLY"), dates("MONTHLY"));
    }

    #[test]
    fn any_text_is_a_rule_or_an_error(text in "(RSCALE=CHINESE;)?FREQ=(DAILY|YEARLY|X);[A-Z]{0,9}=[-+0-9A-Z,一]{0,6}") {
        if let Ok(rule) = text.parse::<Rule>() {
            prop_assert_eq!(rule.to_string().parse::<Rule>(), Ok(rule));
        }
    }

    #[test]
    fn any_lines_are_a_series_or_an_error(text in "\\PC{0,40}\n?\\PC{0,40}") {
        let _ = text.parse::<Series>();
    }

    #[test]
    fn any_text_is_a_file_of_holidays_or_an_error(rows in "(2027-0[0-9]-0[0-9],(holiday|workday|x),[元\"旦,]{0,3},a?\n?){0,4}") {
        let head = "# source: a\n# version: b\n# years: 2027\ndate,kind,name,name_en\n";
        if let Ok(set) = Dataset::parse(&format!("{head}{rows}")) {
            prop_assert!(set.days.keys().all(|date| date.year() == 2027));
        }
    }

    #[test]
    fn counting_undoes_adding_working_days(n in -400..400_i32, from in 0..9_000_i64) {
        let from = date(2005, 1, 1).checked_add(from.days()).unwrap();
        let due = workdays::add(from, n, Calendar::prc()).unwrap();
        let count = workdays::between(from, due.date, Calendar::prc());
        prop_assert_eq!((count.days, count.provisional), (n, due.provisional));
    }

    #[test]
    fn intervals_are_disjoint_and_agree_with_the_state_and_the_next_change(text in hours(), day in 0..7_000_i64) {
        let hours = Hours::parse(&text).unwrap();
        let calendar = Calendar::prc();
        let from = date(2008, 1, 1).checked_add(day.days()).unwrap().at(0, 0, 0, 0);
        let until = from.checked_add(9.days()).unwrap();
        let found = hours.intervals_between(from, until, calendar);
        prop_assert!(found.iter().all(|(a, b)| a < b));
        prop_assert!(found.windows(2).all(|w| w[0].1 < w[1].0), "disjoint and joined");

        let inside = |at| found.iter().any(|(a, b)| (*a..*b).contains(&at));
        let mut change = None;
        for n in 0..9 * 24 * 4_i64 {
            let at = from.checked_add((n * 15).minutes()).unwrap();
            let state = hours.state_at(at, calendar).open;
            prop_assert_eq!(state, inside(at), "{} at {}", &text, at);
            if change.is_none_or(|c| c <= at) {
                change = hours.next_change(at, calendar);
                if let Some(next) = change {
                    prop_assert!(next > at);
                    prop_assert_ne!(hours.state_at(next, calendar).open, state);
                }
            } else if let Some(c) = change.filter(|c| *c > at) {
                // Nothing changes before the change that was foretold.
                prop_assert_eq!(hours.next_change(at, calendar), Some(c));
            }
        }
    }

    #[test]
    fn the_intervals_of_days_together_are_the_intervals_between(text in hours(), day in 0..7_000_i64) {
        let hours = Hours::parse(&text).unwrap();
        let calendar = Calendar::prc();
        let first = date(2008, 1, 1).checked_add(day.days()).unwrap();
        let days = (-2..5).map(|n| first.checked_add(n.days()).unwrap());
        let listed: Vec<_> = days.flat_map(|d| hours.intervals(d, calendar)).collect();
        prop_assert!(listed.windows(2).all(|w| w[0].1 <= w[1].0), "disjoint and in order");
        let (from, until) = (first.at(0, 0, 0, 0), first.checked_add(4.days()).unwrap().at(0, 0, 0, 0));
        let minutes = |all: &[(jiff::civil::DateTime, jiff::civil::DateTime)]| -> i64 {
            let cut = all.iter().map(|(a, b)| (*a.max(&from), *b.min(&until))).filter(|(a, b)| a < b);
            cut.map(|(a, b)| b.duration_since(a).as_secs() / 60).sum()
        };
        prop_assert_eq!(minutes(&listed), minutes(&hours.intervals_between(from, until, calendar)));
    }

    #[test]
    fn any_text_is_opening_hours_or_a_problem_with_a_hint_that_works(
        text in "[MoTuWehFrSaPHubc0-9:,;+|/\"\\-\\[\\] 周一至—：off]{0,40}"
    ) {
        match Hours::parse(&text) {
            Ok(hours) => prop_assert!(!hours.describe(almanac::lang::Lang::Zh).is_empty()),
            Err(problem) => prop_assert!(Hours::parse(&problem.hint).is_ok(), "{problem}"),
        }
    }

    #[test]
    fn without_nights_holidays_and_make_up_days_the_crate_that_reads_the_text_agrees(
        text in hours_of(DAYS.into(), TIMES.into()), day in 0..7_000_i64
    ) {
        let hours = Hours::parse(&text).unwrap();
        let plain: opening_hours::OpeningHours = text.parse().unwrap();
        let day = date(2008, 1, 1).checked_add(day.days()).unwrap();
        prop_assume!(Calendar::prc().day(day).kind != almanac::holidays::DayKind::MakeUpWorkday);
        let theirs = chrono::NaiveDate::from_ymd_opt(day.year().into(), day.month() as u32, day.day() as u32).unwrap();
        for quarter in 0..96_u32 {
            let (hour, minute) = (quarter / 4, quarter % 4 * 15);
            let open = plain.is_open(theirs.and_hms_opt(hour, minute, 0).unwrap());
            let ours = hours.state_at(day.at(hour as i8, minute as i8, 0, 0), Calendar::prc()).open;
            prop_assert_eq!(ours, open, "{} at {} {}:{}", &text, day, hour, minute);
        }
    }

    #[test]
    fn whatever_is_accepted_can_be_asked(words in prop::collection::vec(prop::sample::select(WORDS), 1..9), n in 0..2_900_000_i64) {
        if let Ok(hours) = Hours::parse(&words.concat()) {
            let at = date(1899, 1, 1).checked_add(n.days()).unwrap().at(9, 30, 0, 0);
            let state = hours.state_at(at, Calendar::prc());
            if let Some(next) = hours.next_change(at, Calendar::prc()) {
                prop_assert_ne!(hours.state_at(next, Calendar::prc()).open, state.open);
            }
            prop_assert!(!hours.describe(almanac::lang::Lang::En).is_empty());
        }
    }
}
