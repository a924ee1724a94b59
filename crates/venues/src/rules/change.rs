//! What may become of a reservation once it stands.
use jiff::{SignedDuration, Timestamp};

use super::book::released_at;
use super::refusal::Refusal;
use super::span::Span;
use super::state::State;

/// What a rule about an existing reservation depends on.
#[derive(Debug, Clone, PartialEq)]
pub struct Standing {
    /// As the row says; the rules read it together with the clock.
    pub state: State,
    pub span: Span,
    pub lapses_at: Option<Timestamp>,
    pub awaits_approval: bool,
    pub grace: Option<i32>,
    /// Minutes before the start until which one may cancel oneself.
    pub cancel_until: i32,
}

/// How long before the start one may check in.
const EARLY_CHECK_IN: SignedDuration = SignedDuration::from_mins(15);

impl Standing {
    pub fn state_at(&self, now: Timestamp) -> State {
        self.state.at(now, self.lapses_at, self.span.until)
    }

    fn must_be(&self, now: Timestamp, wanted: &[State]) -> Result<State, Refusal> {
        let state = self.state_at(now);
        if wanted.contains(&state) { Ok(state) } else { Err(Refusal::NotNow { state }) }
    }

    /// After the code was proven: confirmed, or still waiting for a manager. Also when it lapses from now on.
    pub fn proven(&self, now: Timestamp) -> Result<(State, Option<Timestamp>), Refusal> {
        self.must_be(now, &[State::Held])?;
        if self.awaits_approval {
            return Ok((State::Held, Some(self.span.from)));
        }
        Ok((State::Confirmed, released_at(&self.span, now, self.grace)))
    }
}

/// Gives a reservation back. A person may do it until the offering's deadline, staff as long as it is live.
pub fn cancel(now: Timestamp, standing: &Standing, by_staff: bool) -> Result<State, Refusal> {
    let state = standing.must_be(now, &[State::Held, State::Confirmed])?;
    let deadline = standing.span.from - SignedDuration::from_mins(standing.cancel_until.into());
    let free_anyway = state == State::Held || standing.cancel_until == 0;
    if !by_staff && !free_anyway && now > deadline {
        return Err(Refusal::CancelTooLate { until: deadline });
    }
    Ok(State::Cancelled)
}

/// "I am here."
pub fn check_in(now: Timestamp, standing: &Standing) -> Result<State, Refusal> {
    standing.must_be(now, &[State::Confirmed])?;
    match may_check_in(now, &standing.span) {
        true => Ok(State::CheckedIn),
        false => Err(Refusal::CheckInTooEarly { from: standing.span.from - EARLY_CHECK_IN }),
    }
}

/// Whether it is near enough to say "I am here".
pub fn may_check_in(now: Timestamp, span: &Span) -> bool {
    now >= span.from - EARLY_CHECK_IN
}

/// "We are done": what is left of the time goes back.
pub fn complete(now: Timestamp, standing: &Standing) -> Result<State, Refusal> {
    standing.must_be(now, &[State::CheckedIn])?;
    Ok(State::Completed)
}

/// A manager's answer to a request. Approved: when it lapses from now on; declined: nothing.
pub fn decide_request(
    now: Timestamp,
    standing: &Standing,
    approve: bool,
) -> Result<(State, Option<Timestamp>), Refusal> {
    let state = standing.must_be(now, &[State::Held])?;
    match (standing.awaits_approval, approve) {
        (false, _) => Err(Refusal::NotNow { state }),
        (true, true) => Ok((State::Confirmed, released_at(&standing.span, now, standing.grace))),
        (true, false) => Ok((State::Cancelled, None)),
    }
}
