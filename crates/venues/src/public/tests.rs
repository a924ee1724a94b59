//! Words and pages.
use jiff::SignedDuration;
use jiff::tz::{TimeZone, offset};
use kernel::testing::{TestHouse, on_sqlite};
use kernel::view::View;
use kernel::words::{Lang, keys};

use super::forms::{ReservationForm, instant, proposed, written};
use crate::rules::{Favoured, Name, Period, Refusal, Span, State};
use kernel::refusal::Refusal as _;

fn town() -> TestHouse {
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    on_sqlite(&[kernel::MIGRATIONS], &texts)
}

#[test]
fn both_languages_say_the_same_things() {
    for texts in [crate::TEXTS, crate::WAITING_TEXTS, crate::WAITING_DESK_TEXTS, crate::GAMES_TEXTS] {
        assert_eq!(keys(texts.zh), keys(texts.en));
    }
}

/// What stands between tags: a key there is a text that is missing.
fn shows_a_key(html: &str) -> bool {
    html.split('<').any(|part| {
        part.split_once('>').is_some_and(|(_, text)| {
            ["venues-", "waiting-"].iter().any(|key| text.contains(key)) || text.contains("{ $")
        })
    })
}

#[tokio::test]
async fn every_page_is_drawn_in_both_languages_without_a_missing_text() {
    let town = town();
    for lang in [Lang::Zh, Lang::En] {
        let v = View::plain(&town, lang);
        let all = [super::samples(&v), crate::waiting::samples(&v)].concat();
        assert!(all.len() > 30);
        for (name, html) in all {
            assert!(html.starts_with("<!DOCTYPE html>"), "{name}");
            assert!(!shows_a_key(&html), "{name} shows the key of a text");
            assert!(!html.contains("13800005521"), "{name} shows a whole number");
        }
    }
}

#[tokio::test]
async fn every_refusal_says_why() {
    let town = town();
    let now = town.now();
    let day = now.to_zoned_datetime(TimeZone::UTC).date();
    let reason = Some(Name { zh: "交流会".into(), en: String::new() });
    let all = [
        Refusal::UnknownOffering { asked: "x".into(), known: vec!["y".into()] },
        Refusal::EndsBeforeStart,
        Refusal::Past,
        Refusal::TooSoon { earliest: now },
        Refusal::TooFar { last_day: day },
        Refusal::OffGrid { minutes: 30 },
        Refusal::TooShort { minutes: 30 },
        Refusal::TooLong { minutes: 120 },
        Refusal::Closed { reason: None, opens_at: None },
        Refusal::Closed { reason, opens_at: Some(now) },
        Refusal::Taken,
        Refusal::KeptFor { whom: Favoured::Elderly, reason: Name::default(), opens_at: Some(now) },
        Refusal::KeptFor { whom: Favoured::Children, reason: Name::default(), opens_at: None },
        Refusal::NotFull,
        Refusal::Quota { most: 2, per: Period::Day },
        Refusal::Quota { most: 6, per: Period::Week },
        Refusal::GroupSize { from: 1, to: 4 },
        Refusal::StaffOnly,
        Refusal::WalkInOnly,
        Refusal::NotNow { state: State::Cancelled },
        Refusal::CancelTooLate { until: now },
        Refusal::CheckInTooEarly { from: now },
        Refusal::Code(people::CodeRefusal::Wrong { left: 2 }),
        Refusal::AgreedTime,
        Refusal::ChangedMeanwhile,
        Refusal::NoDates,
        Refusal::SeriesNotOffered,
        Refusal::TooManyDates { most: 8 },
        Refusal::OneSeries,
        Refusal::SeriesOverQuota,
        Refusal::SeriesOver,
    ];
    for lang in [Lang::Zh, Lang::En] {
        let v = View::plain(&town, lang);
        for refusal in &all {
            let said = refusal.say(&v).what;
            assert!(
                !said.contains("venues-") && !said.contains('$') && said.chars().count() > 5,
                "{refusal:?}: {said}"
            );
        }
    }
}

#[test]
fn a_time_is_read_as_people_and_programs_write_it() {
    let zone = TimeZone::fixed(offset(8));
    let at = instant("2026-06-24T20:00:00+08:00", &zone).unwrap();
    for typed in ["2026-06-24T12:00:00Z", "2026-06-24T20:00", "2026-06-24T20:00:00 08:00", " 2026-06-24 20:00 "] {
        assert_eq!(instant(typed, &zone), Some(at), "{typed}");
    }
    assert_eq!(written(at, &zone), "2026-06-24T20:00:00+08:00");
    assert_eq!(instant("tonight", &zone), None);
}

#[test]
fn a_proposed_time_takes_the_place_of_the_one_that_was_chosen() {
    let zone = TimeZone::fixed(offset(8));
    let from = instant("2026-06-24T20:30", &zone).unwrap();
    let span = Span::new(from, from + SignedDuration::from_mins(30)).unwrap();
    let form = ReservationForm {
        from: "2026-06-24T20:00".into(),
        minutes: "60".into(),
        group: "2".into(),
        instead: proposed(&span, &zone),
        ..ReservationForm::default()
    };
    let wanted = form.settled().read(&zone, false).unwrap();
    assert_eq!((wanted.from, wanted.minutes, wanted.group), (from, Some(30), Some(2)));
}

#[test]
fn what_is_typed_wrongly_is_said_field_by_field() {
    let zone = TimeZone::fixed(offset(8));
    let form = ReservationForm { from: "soon".into(), group: "two".into(), phone: "138".into(), ..Default::default() };
    let problems = form.read(&zone, true).unwrap_err();
    let v = View::plain(&town(), Lang::Zh);
    let fields: Vec<&str> = problems.fields(&v).map(|(field, _)| field).collect();
    assert_eq!(fields, ["from", "group", "phone"]);
}
