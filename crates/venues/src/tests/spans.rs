use super::*;

#[test]
fn uses_that_touch_do_not_meet() {
    assert!(!span(at(20, 0), at(21, 0)).overlaps(&span(at(21, 0), at(22, 0))));
    assert!(span(at(20, 0), at(21, 0)).overlaps(&span(at(20, 59), at(22, 0))));
}

#[test]
fn a_closure_in_the_middle_leaves_two_ends() {
    let open = [span(at(8, 0), at(22, 0))];
    let left = subtract(&open, &span(at(12, 0), at(14, 0)));
    assert_eq!(left, [span(at(8, 0), at(12, 0)), span(at(14, 0), at(22, 0))]);
}

#[test]
fn an_hour_is_twelve_cells_and_a_crooked_one_thirteen() {
    assert_eq!(cells(&span(at(20, 0), at(21, 0))).len(), 12);
    assert_eq!(cells(&span(at(20, 3), at(21, 3))).len(), 13);
}

#[test]
fn a_later_layer_wins_over_an_earlier_one() {
    let id = kernel::db::types::Id(Default::default());
    let reason = Name::default;
    let closed = Layer { id, venue: None, kind: LayerKind::Closed, span: span(at(8, 0), at(22, 0)), reason: reason() };
    let opened =
        Layer { id, venue: Some(1), kind: LayerKind::Open, span: span(at(19, 0), at(21, 0)), reason: reason() };
    let week = [span(at(8, 0), at(22, 0))];
    let window = span(at(0, 0), on(25, 0, 0));
    assert_eq!(open_spans(&week, None, &[closed.clone(), opened.clone()], 1, &window), [opened.span]);
    assert_eq!(open_spans(&week, None, &[opened.clone(), closed.clone()], 1, &window), []);
    assert_eq!(open_spans(&week, None, &[closed, opened], 2, &window), [], "the other room stays closed");
}

#[test]
fn a_day_is_from_midnight_to_midnight_in_the_stations_zone() {
    let day = days(&zone(), jiff::civil::date(2026, 6, 24), 1);
    assert_eq!((day.from, day.minutes()), (at(0, 0), 24 * 60));
    let london = TimeZone::get("Europe/London").unwrap();
    assert_eq!(days(&london, jiff::civil::date(2026, 3, 29), 1).minutes(), 23 * 60, "a day of 23 real hours");
}
