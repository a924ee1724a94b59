//! What is read and what is not, by example and by whatever chance thinks of.
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::*;

fn zone() -> TimeZone {
    TimeZone::get("Asia/Shanghai").expect("the zone of Sanhe")
}

fn now() -> Timestamp {
    "2026-06-27T04:00:00Z".parse().expect("an instant")
}

fn given(pairs: &[(&str, &str)]) -> Given {
    Given::new(pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect())
}

fn asked(pairs: &[(&str, &str)]) -> Result<Query, Vec<No>> {
    query(&given(pairs), now(), &zone())
}

/// The stretches of requesting and of changing.
fn spans(pairs: &[(&str, &str)]) -> (Option<Span>, Option<Span>) {
    match asked(pairs) {
        Ok(Query::Filtered { requested, updated, .. }) => (requested, updated),
        other => panic!("not a filter: {other:?}"),
    }
}

fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

#[test]
fn without_dates_it_is_the_last_ninety_days() {
    let (requested, updated) = spans(&[("start_date", ""), ("jurisdiction_id", "sanhe")]);
    let requested = requested.expect("a span");
    assert_eq!((now() - LONGEST, updated), (requested.from, None));
    assert!(requested.until > now());
    // Whoever follows changes is not cut off from what was requested before.
    let (requested, updated) = spans(&[("updated_after", "2026-06-20T00:00:00Z")]);
    assert_eq!((requested, updated.map(|s| s.from)), (None, Some(at("2026-06-20T00:00:00Z"))));
}

#[test]
fn dates_are_instants_with_an_offset_or_days_of_the_station() {
    let from = |typed| spans(&[("start_date", typed)]).0.expect("a span").from;
    assert_eq!(from("2026-06-01T08:00:00+08:00"), at("2026-06-01T00:00:00Z"));
    assert_eq!(from("2026-06-01T08:00:00 08:00"), at("2026-06-01T00:00:00Z"), "a plus that was not escaped");
    assert_eq!(from("2026-06-01"), at("2026-05-31T16:00:00Z"));
    let day = spans(&[("start_date", "2026-06-01"), ("end_date", "2026-06-01")]).0.expect("a span");
    assert_eq!(day.until.duration_since(day.from), SignedDuration::from_hours(24), "the whole day");
    for odd in ["2026-06-01T08:00:00", "yesterday", "2026-13-01", "0001-01-01", "9999-12-31", "-009999-01-01T00:00:00Z"]
    {
        assert_eq!(asked(&[("end_date", odd)]), Err(vec![No::NotADate("end_date")]), "{odd}");
    }
}

#[test]
fn days_are_those_that_begin_in_a_stretch() {
    let days = |from, until| {
        let (first, last) = Span { from: at(from), until: at(until) }.days(&zone());
        (first.to_string(), last.to_string())
    };
    let both = |first: &str, last: &str| (first.to_owned(), last.to_owned());
    assert_eq!(days("2026-06-21T16:00:00Z", "2026-06-21T16:00:01Z"), both("2026-06-22", "2026-06-22"));
    assert_eq!(days("2026-06-21T16:00:01Z", "2026-06-28T16:00:00Z"), both("2026-06-23", "2026-06-28"));
    assert_eq!(days("2026-06-21T15:59:59Z", "2026-06-28T16:00:00.000001Z"), both("2026-06-22", "2026-06-29"));
}

#[test]
fn ninety_days_may_be_asked_for_and_not_one_second_more() {
    let asked = |until| asked(&[("start_date", "2026-01-01T00:00:00Z"), ("end_date", until)]);
    assert!(asked("2026-04-01T00:00:00Z").is_ok());
    assert_eq!(asked("2026-04-01T00:00:01Z"), Err(vec![No::SpanTooLong]));
    assert_eq!(asked("2025-12-31T00:00:00Z"), Err(vec![No::DatesSwapped]));
    assert!(asked("2026-01-01T00:00:00Z").is_ok(), "the very instant is in it");
    let one_end = spans(&[("end_date", "2020-03-31T00:00:00Z")]).0.expect("a span");
    assert_eq!(one_end.from, at("2020-01-01T00:00:00Z"));
}

#[test]
fn lists_are_commas_or_repeated_and_ids_override_everything() {
    let ids = asked(&[("service_request_id", "a, b,,c"), ("service_request_id", "d"), ("page", "odd")]);
    assert_eq!(ids, Ok(Query::ByIds(["a", "b", "c", "d"].map(str::to_owned).into())));
    let many = vec!["x"; MOST_IDS + 1].join(",");
    assert_eq!(asked(&[("service_request_id", &many)]), Err(vec![No::TooManyIds]));
    let of = |pairs: &[(&str, &str)]| match asked(pairs) {
        Ok(Query::Filtered { services, open, page, page_size, .. }) => (services, open, page, page_size),
        other => panic!("not a filter: {other:?}"),
    };
    assert_eq!(of(&[]), (vec![], None, 1, USUAL_ROWS));
    let (services, open, page, size) = of(&[
        ("service_code", "road,light"),
        ("service_code", "water"),
        ("status", "open,Closed"),
        ("page", "3"),
        ("page_size", "5000"),
        ("extensions", "true"),
    ]);
    assert_eq!((services.len(), open, page, size), (3, None, 3, MOST_ROWS));
    assert_eq!(of(&[("status", "closed")]).1, Some(false));
    let wrong = asked(&[("status", "odd,odder"), ("page", "0"), ("page_size", "-1"), ("start_date", "x")]);
    assert_eq!(
        wrong,
        Err(vec![No::NotADate("start_date"), No::NotAStatus, No::NotANumber("page"), No::NotANumber("page_size")])
    );
}

const GOOD: [(&str, &str); 4] =
    [("service_code", "road"), ("lat", "36.41"), ("long", "102.08"), ("description", "路灯不亮\n已经三天")];

fn with(more: &[(&str, &str)]) -> Result<Report, Vec<No>> {
    // What comes first counts: changes stand in front.
    report(&given(&[more, &GOOD[..]].concat()))
}

fn without(name: &str) -> Result<Report, Vec<No>> {
    report(&given(&GOOD.iter().copied().filter(|(n, _)| *n != name).collect::<Vec<_>>()))
}

#[test]
fn a_report_is_read_and_what_names_somebody_is_not() {
    let named = [("first_name", "海燕"), ("last_name", "祁"), ("email", "q@example.cn"), ("device_id", "x1")];
    let read = with(&named).expect("a report");
    assert_eq!(
        (read.service.as_str(), read.text.as_str(), read.point),
        ("road", "路灯不亮\n已经三天", Some((36.41, 102.08)))
    );
    assert_eq!(with(&[]), Ok(read.clone()), "names leave no trace");
    assert!(!read.may_publish && read.phone.is_none() && read.place.is_none());
    let phone = |typed| with(&[("phone", typed)]).expect("a report").phone.is_some();
    assert!(phone("138 0000 0001") && phone("+86 13800000001"));
    assert!(!phone("0972-8612345") && !phone("+1 415 555 0100") && !phone("none"), "no message reaches those");
    assert!(with(&[("attribute[may_publish]", "Yes")]).expect("a report").may_publish);
    assert_eq!(with(&[("attribute[may_publish]", "perhaps")]), Err(vec![No::NotAChoice]));
    let named = report(&given(&[("service_code", "road"), ("address_id", "545 483"), ("description", "ab")]));
    assert_eq!(named.expect("a report").place.as_deref(), Some("545 483"));
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    assert_eq!(report(&given(&[])), Err(vec![No::Missing("service_code"), No::NoPlace, No::Missing("description")]));
    assert_eq!(without("lat"), Err(vec![No::NotAPoint]), "half a point");
    for odd in ["91", "NaN", "inf", "x", "36.4,102"] {
        assert_eq!(with(&[("lat", odd)]), Err(vec![No::NotAPoint]), "{odd}");
    }
    assert_eq!(with(&[("media_url", "https://example.cn/a.jpg")]), Err(vec![No::Media]));
    assert_eq!(with(&[("description", "灯")]), Err(vec![No::TextTooShort]));
    assert!(with(&[("description", &"灯".repeat(MOST_IN_A_TEXT))]).is_ok());
    assert_eq!(with(&[("description", &"灯".repeat(MOST_IN_A_TEXT + 1))]), Err(vec![No::TextTooLong]));
    assert_eq!(with(&[("address_string", &"路".repeat(MOST_IN_A_PLACE + 1))]), Err(vec![No::PlaceTooLong]));
    for no in [No::Missing("x"), No::NoPlace, No::Media, No::SpanTooLong, No::NotAForm] {
        assert_eq!(no.status(), 400);
    }
    assert_eq!([No::NoKey.status(), No::Unknown("token").status(), No::NoSuchPath.status()], [403, 404, 404]);
}

/// Names that mean something, and names that do not.
fn names() -> impl Strategy<Value = String> {
    let known = [
        "service_request_id",
        "service_code",
        "start_date",
        "end_date",
        "updated_after",
        "updated_before",
        "status",
        "page",
        "page_size",
        "lat",
        "long",
        "address_string",
        "address_id",
        "description",
        "media_url",
        "phone",
        "attribute[may_publish]",
        "api_key",
        "jurisdiction_id",
    ];
    prop_oneof![4 => prop::sample::select(known.map(str::to_owned).to_vec()), 1 => ".{0,12}"]
}

/// Values that are nearly right, and values that are nothing.
fn values() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,40}",
        "[0-9]{1,4}-[0-9]{1,2}-[0-9]{1,2}(T[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,12})?)?(Z|[+ -][0-9]{2}:[0-9]{2})?)?",
        "-?[0-9]{1,20}(\\.[0-9]{0,20})?(e-?[0-9]{1,4})?",
        "(open|closed|,| ){0,5}",
        "1[3-9][0-9]{9}",
    ]
}

proptest! {
    /// Whatever comes is read or refused with a status that the specification has, and never more is asked of the database than
    /// may be.
    #[test]
    fn any_arguments_are_read_or_refused(pairs in prop::collection::vec((names(), values()), 0..12)) {
        let given = Given::new(pairs);
        match query(&given, now(), &zone()) {
            Ok(Query::ByIds(ids)) => prop_assert!(!ids.is_empty() && ids.len() <= MOST_IDS),
            Ok(Query::Filtered { requested, updated, page, page_size, .. }) => {
                prop_assert!(page > 0 && (1..=MOST_ROWS).contains(&page_size));
                prop_assert!(requested.is_some() || updated.is_some());
                for span in requested.into_iter().chain(updated) {
                    prop_assert!(span.from < span.until);
                    prop_assert!(span.until.duration_since(span.from) <= LONGEST + SignedDuration::from_hours(24));
                }
            }
            Err(wrong) => prop_assert!(!wrong.is_empty() && wrong.iter().all(|no| no.status() == 400)),
        }
        match report(&given) {
            Ok(report) => {
                prop_assert!(report.point.is_some() || report.place.is_some());
                prop_assert!((2..=MOST_IN_A_TEXT).contains(&report.text.chars().count()));
                prop_assert!(report.point.is_none_or(|(lat, long)| lat.abs() <= 90.0 && long.abs() <= 180.0));
            }
            Err(wrong) => prop_assert!(!wrong.is_empty() && wrong.iter().all(|no| no.status() == 400)),
        }
    }
}
