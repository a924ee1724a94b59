//! The rules of transfers, case by case.
use jiff::civil::date;
use kernel::db::types::{Id, StationId};

use super::*;
use crate::rules::Stands;
use crate::{TitleId, TransferId};

fn id(n: u128) -> Id {
    Id(uuid::Uuid::from_u128(n))
}

fn transfer(state: State) -> Transfer {
    Transfer {
        id: TransferId(id(1)),
        from: StationId(1),
        to: StationId(2),
        title: TitleId(id(2)),
        copy: None,
        state,
        why: String::new(),
        asked_at: "2026-06-27T04:00:00Z".parse().unwrap(),
        sent_at: None,
        ended_at: None,
    }
}

#[test]
fn each_step_has_its_place() {
    let steps = [
        (Move::Send, State::Asked),
        (Move::Decline, State::Asked),
        (Move::Withdraw, State::Asked),
        (Move::CallBack, State::Sent),
        (Move::Arrive, State::Sent),
    ];
    for (step, place) in steps {
        for state in State::ALL {
            let wanted = match state == place {
                true => Ok(()),
                false => Err(NoTransfer::Stands { id: TransferId(id(1)), state }),
            };
            assert_eq!(transfer(state).may(step), wanted, "{step:?} of {state:?}");
        }
    }
}

#[test]
fn numbers_and_words_of_states_are_their_own() {
    for state in State::ALL {
        assert_eq!(State::of(state as i16), Some(state));
    }
    assert_eq!(State::of(5), None);
}

#[test]
fn what_is_asked_for_is_there_and_was_not_asked_for_before() {
    let fine = AskFacts { itself: false, copies: 1, open: None };
    assert_eq!(may_ask(&fine), Ok(()));
    assert_eq!(may_ask(&AskFacts { itself: true, ..fine }), Err(NoTransfer::Itself));
    assert_eq!(may_ask(&AskFacts { copies: 0, ..fine }), Err(NoTransfer::NoCopies));
    let open = TransferId(id(7));
    assert_eq!(may_ask(&AskFacts { open: Some(open), ..fine }), Err(NoTransfer::Asked(open)));
}

#[test]
fn only_what_stands_free_and_nobody_waits_for_is_sent() {
    let fine = SendFacts {
        itself: false,
        fits: true,
        stands: Stands::Here,
        due_on: None,
        aside: false,
        waiting: 0,
        room_there: true,
    };
    assert_eq!(may_send(&fine), Ok(()));
    assert_eq!(may_send(&SendFacts { itself: true, ..fine }), Err(NoTransfer::Itself));
    assert_eq!(may_send(&SendFacts { fits: false, ..fine }), Err(NoTransfer::OtherTitle));
    assert_eq!(may_send(&SendFacts { room_there: false, ..fine }), Err(NoTransfer::NoRoomThere));
    for stands in [Stands::Missing, Stands::Repair, Stands::OnTheWay, Stands::Gone] {
        assert_eq!(may_send(&SendFacts { stands, ..fine }), Err(NoTransfer::NotHere(stands)));
    }
    let due_on = date(2026, 7, 3);
    assert_eq!(may_send(&SendFacts { due_on: Some(due_on), ..fine }), Err(NoTransfer::Lent { due_on }));
    assert_eq!(may_send(&SendFacts { aside: true, ..fine }), Err(NoTransfer::PutAside));
    assert_eq!(may_send(&SendFacts { waiting: 2, ..fine }), Err(NoTransfer::OthersWait(2)));
}
