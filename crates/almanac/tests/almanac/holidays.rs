use almanac::holidays::{Calendar, DataProblem, Dataset, DayKind, Kind};

use crate::on;

const HEAD: &str = "# source: a test\n# version: 1\n# years: 2027\ndate,kind,name,name_en\n";

fn kind<'c>(calendar: &'c Calendar, day: &str) -> DayKind<'c> {
    calendar.day(on(day)).kind
}

#[test]
fn the_built_in_file_is_whole() {
    let calendar = Calendar::prc();
    assert_eq!(calendar.years().collect::<Vec<_>>(), (2007..=2026).collect::<Vec<_>>());
    let entries: Vec<_> = calendar.entries().collect();
    assert_eq!(entries.len(), 682);
    assert_eq!(entries.iter().filter(|(_, e)| e.kind == Kind::Workday).count(), 130);
    assert!(calendar.sources()[0].0.contains("State Council"));
    // Every year has New Year's Day, Labour Day and National Day off.
    for year in 2007..=2026 {
        for day in ["0101", "0501", "1001"] {
            assert!(calendar.holiday(on(&format!("{year}{day}"))).is_some(), "{year}{day}");
        }
    }
}

#[test]
fn a_day_is_a_workday_a_make_up_workday_a_weekend_a_holiday_or_not_known_yet() {
    let calendar = Calendar::prc();
    assert_eq!(kind(calendar, "20250926"), DayKind::Workday);
    assert_eq!(kind(calendar, "20250927"), DayKind::Weekend);
    assert_eq!(kind(calendar, "20250928"), DayKind::MakeUpWorkday);
    assert!(matches!(kind(calendar, "20260217"), DayKind::Holiday(name) if name.en == "Spring Festival"));
    assert_eq!(kind(calendar, "20270105"), DayKind::NotKnownYet);
    assert!(calendar.day(on("20270105")).provisional);
    assert_eq!(kind(calendar, "20270109"), DayKind::Weekend);
    assert!(calendar.day(on("20270109")).provisional, "it may become a make-up workday");
    assert!(!calendar.day(on("20260928")).provisional);
}

#[test]
fn the_last_days_of_the_last_known_year_are_provisional() {
    let calendar = Calendar::prc();
    assert!(!calendar.day(on("20261228")).provisional);
    assert!(calendar.day(on("20261229")).provisional, "the notice for 2027 may still move it");
    assert!(!calendar.day(on("20251231")).provisional, "2026 is known");
}

#[test]
fn a_later_year_is_imported_and_what_was_provisional_is_known() {
    let mut calendar = Calendar::prc().clone();
    let text = format!("{HEAD}2026-12-31,holiday,元旦,New Year's Day\n2027-01-01,holiday,元旦,New Year's Day\n");
    let merged = calendar.merge(Dataset::parse(&text).unwrap());
    assert_eq!(merged.added, [on("20261231"), on("20270101")]);
    assert_eq!((merged.changed.len(), merged.removed.len()), (0, 0));
    assert_eq!(kind(&calendar, "20270105"), DayKind::Workday);
    assert!(matches!(kind(&calendar, "20261231"), DayKind::Holiday(_)));
    assert_eq!(Calendar::prc().day(on("20270105")).kind, DayKind::NotKnownYet, "the built-in one is as it was");

    let corrected = format!("{HEAD}2027-01-02,holiday,元旦,New Year's Day\n2027-01-03,workday,元旦,New Year's Day\n");
    let merged = calendar.merge(Dataset::parse(&corrected).unwrap());
    assert_eq!(merged.removed, [on("20270101")], "the file is complete for 2027");
    assert_eq!(kind(&calendar, "20270103"), DayKind::MakeUpWorkday);
}

#[test]
fn what_is_wrong_with_a_file_is_said_with_its_line() {
    let wrong =
        |row: &str| Dataset::parse(&format!("{HEAD}2027-01-01,holiday,元旦,New Year's Day\n{row}\n")).unwrap_err();
    for (row, problem) in [
        ("2027-13-01,holiday,元旦,x", DataProblem::NotADate("2027-13-01".into())),
        ("2027-01-02,day off,元旦,x", DataProblem::NotAKind("day off".into())),
        ("2027-01-02,holiday,,x", DataProblem::NoName),
        ("2027-01-04,workday,元旦,x", DataProblem::WorkdayOnAWeekday(on("20270104"))),
        ("2027-01-01,holiday,元旦,x", DataProblem::Twice(on("20270101"))),
        ("2029-05-01,holiday,劳动节,x", DataProblem::OutsideYears(on("20290501"))),
        ("2027-01-02,holiday", DataProblem::Columns),
    ] {
        let error = wrong(row);
        assert_eq!((error.line, error.problem), (6, problem), "{row}");
    }
    assert_eq!(
        wrong("2027-01-02,day off,元旦,x").to_string(),
        "line 6: \"day off\" is not a kind; write holiday or workday"
    );
}

#[test]
fn a_file_must_say_where_it_comes_from_and_what_it_covers() {
    let error = |text: &str| Dataset::parse(text).unwrap_err();
    assert_eq!(error("").problem, DataProblem::HeaderMissing("source"));
    assert_eq!(error(&HEAD.replace("2027", "soon")).problem, DataProblem::NotYears("soon".into()));
    assert_eq!(error(&HEAD.replace("soon", "").replace("2027", "2028-2027")).line, 3);
    assert_eq!(error(&HEAD.replace("name_en", "other")).problem, DataProblem::Columns);
    assert_eq!(Dataset::parse(&format!("\u{feff}{HEAD}")).unwrap().years, 2027..=2027);
}
