use super::*;

fn standing(state: State) -> Standing {
    Standing {
        state,
        span: span(at(19, 0), at(20, 0)),
        lapses_at: (state == State::Confirmed).then_some(at(19, 15)),
        awaits_approval: false,
        grace: Some(15),
        cancel_until: 0,
    }
}

#[test]
fn nobody_came_within_the_quarter_so_it_is_released_by_itself() {
    let confirmed = standing(State::Confirmed);
    assert_eq!(confirmed.state_at(at(19, 14)), State::Confirmed);
    assert_eq!(confirmed.state_at(at(19, 15)), State::Released);
    assert_eq!(check_in(at(19, 15), &confirmed), Err(Refusal::NotNow { state: State::Released }));
}

#[test]
fn one_may_come_a_quarter_of_an_hour_early_and_not_earlier() {
    let confirmed = standing(State::Confirmed);
    assert_eq!(check_in(at(18, 44), &confirmed), Err(Refusal::CheckInTooEarly { from: at(18, 45) }));
    assert_eq!(check_in(at(18, 45), &confirmed), Ok(State::CheckedIn));
}

#[test]
fn cancelling_has_a_deadline_for_people_and_none_for_staff() {
    let confirmed = Standing { cancel_until: 60, ..standing(State::Confirmed) };
    assert_eq!(cancel(at(18, 0), &confirmed, false), Ok(State::Cancelled));
    assert_eq!(cancel(at(18, 1), &confirmed, false), Err(Refusal::CancelTooLate { until: at(18, 0) }));
    assert_eq!(cancel(at(18, 30), &confirmed, true), Ok(State::Cancelled));
}

#[test]
fn a_hold_whose_code_never_came_cannot_be_confirmed() {
    let held = Standing { lapses_at: Some(at(9, 10)), ..standing(State::Held) };
    assert_eq!(held.proven(at(9, 5)), Ok((State::Confirmed, Some(at(19, 15)))));
    assert_eq!(held.proven(at(9, 10)), Err(Refusal::NotNow { state: State::Expired }));
}

#[test]
fn a_proven_request_still_waits_for_the_manager_who_may_decline() {
    let held = Standing { lapses_at: Some(at(9, 10)), awaits_approval: true, ..standing(State::Held) };
    assert_eq!(held.proven(at(9, 5)), Ok((State::Held, Some(at(19, 0)))));
    assert_eq!(decide_request(at(9, 5), &held, true), Ok((State::Confirmed, Some(at(19, 15)))));
    assert_eq!(decide_request(at(9, 5), &held, false), Ok((State::Cancelled, None)));
    let confirmed = standing(State::Confirmed);
    assert_eq!(decide_request(at(9, 5), &confirmed, true), Err(Refusal::NotNow { state: State::Confirmed }));
}

#[test]
fn only_who_is_there_can_be_done() {
    assert_eq!(complete(at(19, 30), &standing(State::CheckedIn)), Ok(State::Completed));
    assert_eq!(complete(at(19, 5), &standing(State::Confirmed)), Err(Refusal::NotNow { state: State::Confirmed }));
}
