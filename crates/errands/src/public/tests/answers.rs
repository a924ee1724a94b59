//! What a matter answers first.
use jiff::civil::{DateTime, date};

use crate::answers::Official;
use crate::public::answer::{Answer, LineNow, Person};
use crate::rules::{Draft, Line, Matter, Name, Presence, Shown, Ways};

fn noon() -> DateTime {
    date(2026, 6, 24).at(11, 20, 0, 0)
}

fn person(id: i32, shown: Shown) -> Person {
    let official = Official {
        id,
        name: format!("经办人{id}"),
        title: Name::default(),
        staff: None,
        desk: Some(id),
        hours: String::new(),
        shows_village: false,
    };
    Person { official, shown, place: None }
}

fn away(back: Option<i8>) -> Shown {
    Shown::Away { presence: Presence::Field, back: back.map(|h| date(2026, 6, 24).at(h, 0, 0, 0)), due: false }
}

fn line(open: bool) -> LineNow {
    let line = Line { id: 1, slug: "care".into(), letter: 'A', name: Name::default(), hours: String::new() };
    let opens = (!open).then(noon);
    LineNow { line, open, opens, ends: None, draws: true, books: true, waiting: 0, desks: vec![1, 2] }
}

fn matter(official: Option<i32>, stand_in: Option<i32>) -> Matter {
    let draft = Draft {
        slug: "x".into(),
        name: Name::default(),
        words: vec![],
        line: 1,
        official,
        stand_in,
        minutes: 10,
        ways: Ways::default(),
        note: Name::default(),
        papers: vec![],
    };
    Matter { id: 1, version: 1, draft }
}

#[test]
fn the_stand_in_is_named_only_while_the_official_is_not_in() {
    let m = matter(Some(1), Some(2));
    let both = [person(1, Shown::AtDesk(Some(1))), person(2, Shown::AtDesk(Some(2)))];
    assert!(
        matches!(Answer::of(&m, &line(true), &both), Answer::Now { who, instead_of: None } if who.official.id == 1)
    );
    let one = [person(1, away(Some(15))), person(2, Shown::AtDesk(Some(2)))];
    let answer = Answer::of(&m, &line(true), &one);
    assert!(matches!(answer, Answer::Now { who, instead_of: Some(_) } if who.official.id == 2));
}

#[test]
fn of_those_who_are_away_the_one_is_named_who_is_back_first() {
    let m = matter(Some(1), Some(2));
    let all = [person(1, away(Some(16))), person(2, away(Some(14)))];
    assert!(matches!(Answer::of(&m, &line(true), &all), Answer::Away(who) if who.official.id == 2));
}

#[test]
fn what_nobody_has_said_is_neither_in_nor_away() {
    let m = matter(Some(1), Some(2));
    for shown in [Shown::NotSaid, Shown::Unconfirmed(noon())] {
        let all = [person(1, away(None)), person(2, shown)];
        assert!(matches!(Answer::of(&m, &line(true), &all), Answer::NotKnown(Some(who)) if who.official.id == 2));
    }
    assert!(matches!(Answer::of(&matter(None, None), &line(true), &[]), Answer::NotKnown(None)));
}

#[test]
fn a_matter_of_nobody_is_done_at_the_desks_where_somebody_sits() {
    let all = [person(1, Shown::AtDesk(Some(1))), person(2, away(None)), person(9, Shown::AtDesk(Some(9)))];
    let answer = Answer::of(&matter(None, None), &line(true), &all);
    assert!(matches!(answer, Answer::Desks(desks) if desks == [1]), "desk 9 serves other lines");
}

#[test]
fn out_of_hours_nobody_is_in_whatever_was_said() {
    let all = [person(1, Shown::AtDesk(Some(1)))];
    assert!(matches!(Answer::of(&matter(Some(1), None), &line(false), &all), Answer::Shut(Some(_))));
}

#[test]
fn where_somebody_on_leave_is_nobody_may_read() {
    let leave = Shown::Away { presence: Presence::Leave, back: None, due: false };
    assert!(!Person::may_say_where(leave) && Person::may_say_where(away(None)));
}
