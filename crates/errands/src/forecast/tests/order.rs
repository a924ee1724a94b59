//! Whom the schedule calls when.
use super::*;

#[test]
fn priority_moves_others_back_but_not_more_than_two() {
    let alone = hall(vec![desk(1, &[1])], vec![waits(1)]);
    assert_eq!(called(&alone), [(1, 30)]);
    let many = hall(vec![desk(1, &[1])], vec![waits(1), dear(2), dear(3), dear(4), dear(5)]);
    assert_eq!(called(&many), [(2, 30), (3, 40), (1, 50), (4, 60), (5, 70)]);
    let favoured = Hall { favoured: [(1, 1)].into(), ..many };
    assert_eq!(called(&favoured)[..2], [(2, 30), (1, 40)]);
}

#[test]
fn a_remote_ticket_ahead_does_not_hold_others_up() {
    let with = |comes| hall(vec![desk(1, &[1])], vec![Waits { comes, ..waits(1) }, waits(2), waits(3)]);
    assert_eq!(called(&with(Comes::Unknown)), [(2, 30), (3, 40)]);
    assert_eq!(called(&with(Comes::At(at(45)))), [(2, 30), (3, 40), (1, 50)]);
    // There by the end of a turn, they are called in their old place.
    assert_eq!(called(&with(Comes::At(at(39)))), [(2, 30), (1, 40), (3, 50)]);
}

#[test]
fn a_desk_without_anybody_else_takes_a_remote_ticket_when_it_comes() {
    let one = hall(vec![desk(1, &[1])], vec![Waits { comes: Comes::At(at(55)), ..waits(1) }]);
    assert_eq!(called(&one), [(1, 55)]);
}

#[test]
fn somebody_at_home_is_told_their_turn_as_if_they_were_here() {
    let two = hall(vec![desk(1, &[1])], vec![waits(1), Waits { comes: Comes::At(at(60)), ..waits(2) }]);
    assert_eq!(minute(about(&two, 2).scheduled), 40);
}

#[test]
fn whoever_does_not_come_is_expected_for_a_quarter_of_an_hour() {
    assert_eq!(Comes::expected(at(10), at(30)), Comes::At(at(30)));
    assert_eq!(Comes::expected(at(45), at(30)), Comes::At(at(45)));
    assert_eq!(Comes::expected(at(46), at(30)), Comes::Unknown);
}

#[test]
fn an_appointment_comes_in_front_when_it_begins_and_not_before() {
    let booked = |minute| Waits { booked: true, order_at: at(minute), comes: Comes::At(at(minute)), ..waits(9) };
    let all = |minute| hall(vec![desk(1, &[1])], vec![waits(1), waits(2), waits(3), booked(minute)]);
    assert_eq!(called(&all(40)), [(1, 30), (9, 40), (2, 50), (3, 60)]);
    assert_eq!(called(&all(45)), [(1, 30), (2, 40), (9, 50), (3, 60)], "nobody who is served is sent away");
    // Here already, they are called earlier only if nobody waits.
    let early = |others: Vec<Waits<i32>>| {
        called(&hall(vec![desk(1, &[1])], [others, vec![Waits { comes: Comes::Here, ..booked(100) }]].concat()))
    };
    assert_eq!(early(vec![]), [(9, 30)]);
    assert_eq!(early(vec![waits(1)]), [(1, 30), (9, 40)]);
}

#[test]
fn nobody_is_called_at_lunch() {
    let mut with_lunch = desk(1, &[1]);
    with_lunch.hours = vec![Span { from: at(0), until: at(35) }, Span { from: at(95), until: at(CLOSES) }];
    assert_eq!(called(&hall(vec![with_lunch], vec![waits(1), waits(2)])), [(1, 30), (2, 95)]);
}

#[test]
fn whoever_wants_an_official_waits_for_their_desk_and_lets_others_pass() {
    let desks = vec![Desk { official: Some(7), ..desk(1, &[1]) }, Desk { official: Some(8), ..desk(2, &[1]) }];
    let wants = |id| Waits { official: Some(7), ..waits(id) };
    assert_eq!(called(&hall(desks, vec![wants(1), wants(2), waits(3)])), [(1, 30), (3, 30), (2, 40)]);
}

#[test]
fn a_desk_of_two_lines_calls_who_has_waited_longest() {
    let both = desk(1, &[1, 2]);
    let other = |id| Waits { line: 2, ..waits(id) };
    assert_eq!(called(&hall(vec![both], vec![waits(2), other(1), waits(3)])), [(1, 30), (2, 40), (3, 50)]);
}

#[test]
fn the_turn_at_the_desk_is_ended_first() {
    let busy = Desk { serving: Some(Serving { since: at(24), takes: Takes::around(10.0, SHARP) }), ..desk(1, &[1]) };
    assert_eq!(called(&hall(vec![busy], vec![waits(1)])), [(1, 34)]);
}
