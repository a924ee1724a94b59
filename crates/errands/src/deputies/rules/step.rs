//! What is pressed about a visit, and what becomes of it.
use jiff::Timestamp;
use jiff::civil::Date;

use super::hat::Hat;
use super::refusal::Refusal;
use super::visit::{State, Visit, seen};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// They are received, and what they say is written down. `on` is the day of the reception.
    Register { on: Date, today: Date },
    /// To an office, which replies by that day.
    Route { office: i32, reply_by: Date },
    /// The office answers.
    Answer,
    /// The deputy says something.
    Comment,
    /// The deputy says that it is not settled; the office replies once more by that day.
    NotSettled { reply_by: Date },
    /// The office closes what it has answered.
    Close,
    /// Nothing has to go to an office.
    Settle,
}

/// What a step was, in its log. Kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = ReceptionStepKind)]
pub enum Step {
    Taken = 0,
    /// Given back by whoever had the slot, or by staff for them.
    GivenBack = 1,
    /// The day was called off.
    CalledOff = 2,
    Missed = 3,
    Registered = 4,
    Routed = 5,
    Answered = 6,
    Comment = 7,
    NotSettled = 8,
    Closed = 9,
    Settled = 10,
    /// Whoever said it has had themselves forgotten.
    Withdrawn = 11,
}

impl Step {
    pub const ALL: [Step; 12] = [
        Step::Taken,
        Step::GivenBack,
        Step::CalledOff,
        Step::Missed,
        Step::Registered,
        Step::Routed,
        Step::Answered,
        Step::Comment,
        Step::NotSettled,
        Step::Closed,
        Step::Settled,
        Step::Withdrawn,
    ];

    pub fn of(number: i16) -> Option<Step> {
        Step::ALL.into_iter().find(|s| *s as i16 == number)
    }

    pub fn name(self) -> &'static str {
        match self {
            Step::Taken => "taken",
            Step::GivenBack => "given-back",
            Step::CalledOff => "called-off",
            Step::Missed => "missed",
            Step::Registered => "registered",
            Step::Routed => "routed",
            Step::Answered => "answered",
            Step::Comment => "comment",
            Step::NotSettled => "not-settled",
            Step::Closed => "closed",
            Step::Settled => "settled",
            Step::Withdrawn => "withdrawn",
        }
    }
}

/// What one press makes of a visit, and how its log calls that.
///
/// # Errors
/// [`Refusal::DeputyCannot`] to a deputy who answers or closes; [`Refusal::NotYourOffice`] to everybody else who does and does
/// not belong to the office; [`Refusal::NotTheDeputy`]; [`Refusal::Stands`] for what does not follow.
pub fn press(now: Timestamp, visit: &Visit, hat: Hat, press: Press) -> Result<(Visit, Step), Refusal> {
    let visit = seen(now, visit);
    let to = |state, step| Ok((Visit { state, ..visit }, step));
    // First who may, then whether it follows: a deputy reads that it is not theirs to do, whatever state it is in.
    match press {
        Press::Answer | Press::Close => hat.answers_for(visit.office)?,
        Press::Comment | Press::NotSettled { .. } => hat.speaks_for_the_deputy(visit.office)?,
        Press::Register { .. } | Press::Route { .. } | Press::Settle => {}
    }
    match (press, visit.state) {
        (Press::Register { on, today }, State::Booked) if today < on => Err(Refusal::NotYet),
        (Press::Register { .. }, State::Booked) => to(State::Registered, Step::Registered),
        (Press::Route { office, reply_by }, State::Registered | State::Routed) => {
            let routed = Visit { state: State::Routed, office: Some(office), reply_by: Some(reply_by), ..visit };
            Ok((routed, Step::Routed))
        }
        (Press::Answer, State::Routed) => to(State::Answered, Step::Answered),
        (Press::Close, State::Answered) => to(State::Closed, Step::Closed),
        (Press::Settle, State::Registered) => to(State::Closed, Step::Settled),
        (Press::Comment, State::Routed | State::Answered | State::Closed) => to(visit.state, Step::Comment),
        (Press::NotSettled { reply_by }, State::Answered | State::Closed) if visit.office.is_some() => {
            let again = Visit { state: State::Routed, reply_by: Some(reply_by), reopened: true, ..visit };
            Ok((again, Step::NotSettled))
        }
        (_, state) => Err(Refusal::Stands(state)),
    }
}
