//! What a month is made of.
use super::*;
use crate::rules::contact::Kind;
use crate::rules::fullest::Part;
use crate::rules::held::HeldBasis;
use crate::rules::noise::noised;
use crate::rules::rooms::RoomsBasis;
use crate::rules::sheet::NoisedWeek;

async fn june(here: &Here) -> MonthSheet {
    here.work_at("2026-07-01T06:00").await;
    here.sheet(JUNE, None).await
}

#[tokio::test]
async fn the_door_is_what_was_promised_and_what_was_said_of_it_day_by_day() {
    for here in all().await {
        here.note("door.promised", "2026-06-03T00:00", promised("2026-06-03")).await;
        here.note("door.opened", "2026-06-03T09:00", json!({})).await;
        here.note("door.closed", "2026-06-03T15:00", json!({})).await;
        // On Thursday nobody said anything, on Friday nothing was promised, on Saturday nobody noted what was.
        here.note("door.promised", "2026-06-04T00:00", promised("2026-06-04")).await;
        here.note("door.promised", "2026-06-05T00:00", json!({ "spans": [] })).await;
        here.note("door.seen-open", "2026-06-06T10:00", json!({})).await;
        let sheet = june(&here).await;
        let door = sheet.door.unwrap();
        assert_eq!((door.days, door.minutes.promised, door.minutes.open, door.minutes.closed), (2, 960, 360, 120));
        assert_eq!(ends(&sheet, Indicator::Open, ""), Some((0.375, 0.875)));
        assert_eq!(ends(&sheet, Indicator::Open, "2026-W23"), Some((0.375, 0.875)));
        assert_eq!(ends(&sheet, Indicator::Open, "2026-W24"), None, "a week of which nothing was noted has no figure");
        here.0.sound().await;
    }
}

#[tokio::test]
async fn a_room_is_used_where_somebody_was_seen_and_may_be_where_it_was_booked() {
    for here in all().await {
        for day in 1..=10 {
            let day = format!("2026-06-{day:02}");
            here.note("venue.open", &format!("{day}T00:00"), opened(&day)).await;
            here.note("venue.used", &format!("{day}T20:00"), used(60, true, json!({}))).await;
        }
        // Both units for an hour, with nobody seen; from before it was noted who is seen; and one that turned out not to be so.
        here.note("venue.used", "2026-06-02T11:00", used(60, false, json!({ "units": 2 }))).await;
        let old = json!({ "venue": 1, "offering": 1, "minutes": 30, "people": null, "walk_in": false });
        here.note("venue.used", "2026-06-03T11:00", old).await;
        here.note("venue.used", "2026-06-04T11:00", used(90, true, json!({ "people": 5 }))).await;
        let back = used(90, true, json!({ "people": 5, "was": "venue.used" }));
        here.note("venue.not-so", "2026-06-04T12:00", back).await;
        let sheet = june(&here).await;
        let open_min = 10 * 720;
        let basis = RoomsBasis { open_min, used_min: 300, unsure_min: 75, uses: 10, walk_ins: None };
        assert_eq!(sheet.rooms, Some(basis));
        assert!(
            sheet.weeks.iter().all(|week| week.rooms.is_none()),
            "seven uses in the first week, three in the second"
        );
        here.0.sound().await;
    }
}

#[tokio::test]
async fn of_nine_uses_nothing_is_published() {
    for here in all().await {
        here.note("venue.open", "2026-06-02T00:00", opened("2026-06-02")).await;
        for hour in 10..19 {
            here.note("venue.used", &format!("2026-06-02T{hour}:00"), used(30, true, json!({}))).await;
        }
        let sheet = june(&here).await;
        assert_eq!((sheet.rooms, sheet.fullest.clone()), (None, None));
        assert_eq!(ends(&sheet, Indicator::Used, ""), None);
    }
}

#[tokio::test]
async fn the_fullest_room_is_said_by_name() {
    for here in all().await {
        for day in [3, 10, 17, 24] {
            let day = format!("2026-06-{day:02}");
            here.note("venue.open", &format!("{day}T00:00"), opened(&day)).await;
            for end in ["19:00", "20:00", "21:00"] {
                here.note("venue.used", &format!("{day}T{end}"), used(60, true, json!({}))).await;
            }
            here.note("venue.used", &format!("{day}T12:00"), used(60, true, json!({}))).await;
        }
        let fullest = june(&here).await.fullest.unwrap();
        assert_eq!((fullest.weekday.to_monday_one_offset(), fullest.part), (3, Part::Evening));
        assert_eq!((fullest.offering.as_str(), fullest.offering_en.as_str()), ("乒乓球室", "Table tennis"));
        // Three hours from six to nine, of two units, four times.
        assert_eq!((fullest.used_min, fullest.open_min, fullest.uses), (720, 1_440, 12));
    }
}

#[tokio::test]
async fn an_activity_is_held_where_it_was_announced_and_people_came() {
    for here in all().await {
        let planned =
            |h: Option<i64>, off: bool, came: Option<u32>| json!({ "announced_h": h, "called_off": off, "came": came });
        for (day, data) in [
            (2, planned(Some(72), false, Some(20))),
            (3, planned(Some(24), false, None)),
            (4, planned(None, false, Some(9))),
            (5, planned(Some(48), true, None)),
            (9, planned(Some(48), false, Some(2))),
        ] {
            here.note("activity.planned", &format!("2026-06-{day:02}T15:00"), data).await;
        }
        let sheet = june(&here).await;
        let held = HeldBasis { planned: 5, held: 1, unknown: 1, late: 1, few: 1, called_off: 1 };
        assert_eq!(sheet.held, Some(held));
        assert_eq!(ends(&sheet, Indicator::Held, ""), Some((0.2, 0.4)));
        assert_eq!(ends(&sheet, Indicator::Held, "2026-W23"), Some((0.25, 0.5)));
    }
}

#[tokio::test]
async fn visits_are_those_seen_in_each_way_with_the_same_noise_each_time() {
    for here in all().await {
        here.live_here(4_000).await;
        here.tickets("2026-06-02", 30).await;
        let gone =
            json!({ "line": 1, "matters": [], "state": "cancelled", "way": "desk", "came": true, "from_afar": false });
        here.note("ticket-ended", "2026-06-02T10:00", gone).await;
        // Four in a room and nobody knows how many in another; one booked and not seen; one had for an activity.
        here.note("venue.used", "2026-06-02T16:00", used(60, true, json!({ "people": 4 }))).await;
        here.note("venue.used", "2026-06-02T17:00", used(60, true, json!({ "people": null }))).await;
        here.note("venue.used", "2026-06-02T18:00", used(60, false, json!({ "people": 9 }))).await;
        here.note("venue.used", "2026-06-02T19:00", used(60, true, json!({ "people": 50, "for": "activity" }))).await;
        // Forty at an activity; of the day after there is only what lists say.
        let planned = json!({ "announced_h": 72, "called_off": false, "came": 40 });
        here.note("activity.planned", "2026-06-02T18:00", planned).await;
        here.note("activity.held", "2026-06-02T18:00", json!({ "seats": 40, "came": 30, "walked_in": 3 })).await;
        here.note("activity.held", "2026-06-03T18:00", json!({ "seats": 40, "came": 11, "walked_in": 2 })).await;
        // Three books in one quarter of an hour, one in the next.
        for minute in ["10:01", "10:02", "10:14", "10:15"] {
            let lent = json!({ "children": false, "first": false, "how": "desk", "kind": "book" });
            here.note("library.issue", &format!("2026-06-02T{minute}"), lent).await;
        }
        let sheet = june(&here).await;
        let key = here.0.house.keys.lookup("wellbeing-noise", &here.0.station.id.to_string());
        let what = format!("{} 2026-W23 visits", here.0.station.id);
        // Tuesday: 30 tickets, 5 in rooms, 40 at the activity, 2 with books; Wednesday: 13.
        let (low, high) = (noised(&key, &what, 40 + 13), noised(&key, &what, 77 + 13));
        assert_eq!(sheet.weeks[0].visits, Some(NoisedWeek { low, high }));
        let (from, until) = ends(&sheet, Indicator::Visits, "2026-W23").unwrap();
        assert!(from < 53.0 / 40.0 && until > 90.0 / 40.0, "{from} {until}");
    }
}

#[tokio::test]
async fn what_nobody_counted_is_not_there_and_is_no_zero() {
    for here in new().await {
        here.tickets("2026-06-08", 12).await;
        let sheet = june(&here).await;
        assert_eq!((sheet.door, sheet.rooms, sheet.held, sheet.residents.clone()), (None, None, None, None));
        let weeks: Vec<bool> = sheet.weeks.iter().map(|week| week.visits.is_some()).collect();
        assert_eq!(weeks, [false, true, true, true], "tickets are counted from the second week on");
        let kinds: Vec<Kind> = sheet.weeks[1].contact.counts.iter().map(|(kind, _)| *kind).collect();
        assert_eq!(kinds, [Kind::Desk], "of other kinds nothing was ever noted");
        assert_eq!(sheet.weeks[1].contact.counts, [(Kind::Desk, Some(12))]);
        assert_eq!(sheet.weeks[2].contact.counts, [(Kind::Desk, None)]);
    }
}

#[tokio::test]
async fn of_half_a_week_no_number_of_people_is_told() {
    for here in new().await {
        here.tickets("2026-06-10", 12).await;
        let sheet = june(&here).await;
        let weeks: Vec<bool> = sheet.weeks.iter().map(|week| week.visits.is_some()).collect();
        assert_eq!(weeks, [false, false, true, true], "it began on a Wednesday");
        assert_eq!(sheet.weeks[1].contact.counts, []);
    }
}

#[tokio::test]
async fn whoever_is_called_back_is_called_in_the_week_of_the_call() {
    for here in all().await {
        here.tickets("2026-06-01", 1).await;
        for n in 0..11 {
            let h = here.0.house.house();
            let station = here.0.station.id;
            // Rated in the first week, called in the second.
            let work = move |c: &mut Conn| {
                let when = (date(2026, 6, 3), at(&format!("2026-06-09T10:{n:02}")));
                fact::record(c, station, h.new_id(), "call-back-ended", when, &json!({ "outcome": "not-settled" }))
            };
            here.0.house.db.write(work).await.unwrap();
        }
        here.note("call-back-ended", "2026-06-09T11:00", json!({ "outcome": null })).await;
        here.note("call-back-ended", "2026-06-09T11:00", json!({ "outcome": "not-reached" })).await;
        let sheet = june(&here).await;
        let of =
            |week: usize| sheet.weeks[week].contact.counts.iter().find(|(kind, _)| *kind == Kind::CallBack).unwrap().1;
        assert_eq!((of(0), of(1)), (None, Some(11)));
    }
}

#[tokio::test]
async fn hours_with_somebody_in_them_are_counted_of_those_that_were_promised() {
    for here in all().await {
        here.note("door.promised", "2026-06-03T00:00", promised("2026-06-03")).await;
        here.note("ticket-ended", "2026-06-03T09:30", ticket()).await;
        here.note("venue.used", "2026-06-03T16:00", used(120, true, json!({}))).await;
        here.note("ticket-ended", "2026-06-03T19:30", ticket()).await;
        let sheet = june(&here).await;
        let key = here.0.house.keys.lookup("wellbeing-noise", &here.0.station.id.to_string());
        let hours = sheet.weeks[0].hours.unwrap();
        let what = format!("{} 2026-W23 hours", here.0.station.id);
        assert_eq!((hours.open, hours.visited), (8, noised(&key, &what, 3)));
    }
}

#[tokio::test]
async fn whoever_drew_a_number_at_home_visits_in_the_hour_in_which_they_were_called() {
    for here in all().await {
        here.note("door.promised", "2026-06-03T00:00", promised("2026-06-03")).await;
        let called = |wall: &str| {
            let mut called = ticket();
            called["seen_at"] = json!(at(wall));
            called
        };
        // Two drew while the door was closed; one of them was called within the hour of a third, who drew in the hall.
        here.note("ticket-ended", "2026-06-03T07:10", called("2026-06-03T11:15")).await;
        here.note("ticket-ended", "2026-06-03T08:10", called("2026-06-03T14:30")).await;
        here.note("ticket-ended", "2026-06-03T11:20", called("2026-06-03T11:15")).await;
        // From before that was noted: it counts when it was drawn.
        here.note("ticket-ended", "2026-06-03T09:30", ticket()).await;
        here.note("ticket-ended", "2026-06-03T07:30", ticket()).await;
        let hours = june(&here).await.weeks[0].hours.unwrap();
        let key = here.0.house.keys.lookup("wellbeing-noise", &here.0.station.id.to_string());
        let what = format!("{} 2026-W23 hours", here.0.station.id);
        assert_eq!((hours.open, hours.visited), (8, noised(&key, &what, 3)));
    }
}

#[tokio::test]
async fn who_is_called_after_a_closing_of_the_same_quarter_ends_it() {
    for here in all().await {
        let spans = json!({ "spans": [[at("2026-06-03T09:00"), at("2026-06-03T18:00")]] });
        here.note("door.promised", "2026-06-03T00:00", spans).await;
        here.note("door.opened", "2026-06-03T09:00", json!({})).await;
        here.note("door.closed", "2026-06-03T17:05", json!({})).await;
        let station = here.0.station.clone();
        let called = move |c: &mut Conn| stations::seen_open(c, &station, at("2026-06-03T17:10"));
        here.0.house.db.write(called).await.unwrap();
        let door = june(&here).await.door.unwrap().minutes;
        assert_eq!(
            (door.open, door.disputed, door.closed),
            (480, 15, 0),
            "of what is after the quarter nothing is said"
        );
    }
}

#[tokio::test]
async fn the_survey_that_ended_in_the_month_is_in_it() {
    for here in all().await {
        let (_, codes) = here.0.asks().await;
        here.0.answer_all(&codes).await;
        here.note("ticket-ended", "2026-06-03T09:30", ticket()).await;
        here.note("ticket-ended", "2026-07-03T09:30", ticket()).await;
        here.0.later(16).await;
        here.work_at("2026-08-01T06:00").await;
        assert_eq!(here.sheet(JUNE, None).await.survey, None, "it was open until July");
        let july = here.sheet(date(2026, 7, 1), None).await;
        assert_eq!(july.survey.as_ref().map(|s| (s.closed_on, s.response.answered)), Some((crate::tests::LAST, 60)));
        assert!(ends(&july, Indicator::Satisfaction, "").is_some());
        assert_eq!(july.before.map(|b| (b.month, b.revision)), Some(("2026-06".to_owned(), 1)));
        here.0.sound().await;
    }
}
