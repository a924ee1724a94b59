//! What may become of a ticket, step by step.
use jiff::{SignedDuration, Timestamp};

use super::number::{DeskId, LineId, OfficialId};
use super::order::{GRACE, PUNCTUAL};
use super::refusal::Refusal;
use super::ticket::{Place, State, Ticket};

/// A mis-press can be taken back for so long.
pub const UNDO: SignedDuration = SignedDuration::from_mins(3);
/// After so many missed calls there is no coming back.
const MOST_MISSES: i16 = 2;

/// One change of a ticket. The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    Draw = 0,
    Book = 1,
    /// They are in the hall.
    Arrive = 2,
    Call = 3,
    Recall = 4,
    Serve = 5,
    Finish = 6,
    /// Called, and nobody came.
    Miss = 7,
    /// Back after a missed call.
    Return = 8,
    Expire = 9,
    Pause = 10,
    Resume = 11,
    Defer = 12,
    /// What was deferred is due.
    Wake = 13,
    /// Wait for one official.
    Hold = 14,
    /// The official is there, or they no longer insist.
    Release = 15,
    Transfer = 16,
    Cancel = 17,
    Close = 18,
    Undo = 19,
    /// Another official, or another time, took the place of what they were told: the official leaves, or is late.
    Move = 20,
}

impl Step {
    pub const ALL: [Step; 21] = [
        Step::Draw,
        Step::Book,
        Step::Arrive,
        Step::Call,
        Step::Recall,
        Step::Serve,
        Step::Finish,
        Step::Miss,
        Step::Return,
        Step::Expire,
        Step::Pause,
        Step::Resume,
        Step::Defer,
        Step::Wake,
        Step::Hold,
        Step::Release,
        Step::Transfer,
        Step::Cancel,
        Step::Close,
        Step::Undo,
        Step::Move,
    ];

    pub fn of(number: i16) -> Option<Step> {
        Step::ALL.into_iter().find(|s| *s as i16 == number)
    }

    pub fn name(self) -> &'static str {
        match self {
            Step::Draw => "drawn",
            Step::Book => "booked",
            Step::Arrive => "arrived",
            Step::Call => "called",
            Step::Recall => "recalled",
            Step::Serve => "serving",
            Step::Finish => "finished",
            Step::Miss => "missed",
            Step::Return => "returned",
            Step::Expire => "expired",
            Step::Pause => "paused",
            Step::Resume => "resumed",
            Step::Defer => "deferred",
            Step::Wake => "woken",
            Step::Hold => "held",
            Step::Release => "released",
            Step::Transfer => "transferred",
            Step::Cancel => "cancelled",
            Step::Close => "closed",
            Step::Undo => "undone",
            Step::Move => "moved",
        }
    }
}

/// A step with what it needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Done {
    /// An appointment moves to this time of its day, perhaps to another official.
    Book(Timestamp, Option<OfficialId>),
    Arrive,
    Call(DeskId),
    Recall,
    Serve,
    Finish,
    Miss,
    /// Back, with a place in the order ([`super::after_miss`]).
    Return(Timestamp),
    Expire,
    Pause,
    Resume,
    Defer(Timestamp),
    Wake,
    Hold(OfficialId),
    Release,
    Transfer(LineId, Option<OfficialId>),
    Move(Move),
    Cancel,
    /// With the reason, which whoever has the ticket reads.
    Close(String),
}

/// What takes the place of waiting for an official as it was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// This official takes it, or any desk of the line.
    To(Option<OfficialId>),
    /// Held until this official is back.
    Await(OfficialId),
    /// An appointment at another time.
    At(Timestamp),
}

impl Done {
    pub fn step(&self) -> Step {
        match self {
            Done::Book(..) => Step::Book,
            Done::Arrive => Step::Arrive,
            Done::Call(_) => Step::Call,
            Done::Recall => Step::Recall,
            Done::Serve => Step::Serve,
            Done::Finish => Step::Finish,
            Done::Miss => Step::Miss,
            Done::Return(_) => Step::Return,
            Done::Expire => Step::Expire,
            Done::Pause => Step::Pause,
            Done::Resume => Step::Resume,
            Done::Defer(_) => Step::Defer,
            Done::Wake => Step::Wake,
            Done::Hold(_) => Step::Hold,
            Done::Release => Step::Release,
            Done::Transfer(..) => Step::Transfer,
            Done::Move(_) => Step::Move,
            Done::Cancel => Step::Cancel,
            Done::Close(_) => Step::Close,
        }
    }
}

/// The ticket after the step.
///
/// # Errors
/// [`Refusal::NotNow`] if the step does not follow from where the ticket stands, [`Refusal::NotHere`] for calling somebody who
/// is not in the hall, [`Refusal::NoReason`] for closing without one, [`Refusal::TooEarly`] for deferring into the past.
pub fn apply(now: Timestamp, ticket: &Ticket, done: &Done) -> Result<Ticket, Refusal> {
    let (from, mut to) = (ticket.state, ticket.clone());
    to.version += 1;
    let state = match (done, from) {
        (Done::Book(at, _), _) if *at <= now => return Err(Refusal::TooEarly),
        (Done::Book(at, official), State::Booked) => {
            (to.order_at, to.until_at, to.official, to.since) = (*at, Some(*at + GRACE), *official, now);
            State::Booked
        }
        // Time has decided, whether or not it is written down.
        (Done::Arrive, State::Booked) if ticket.until_at.is_some_and(|until| until <= now) => {
            return Err(Refusal::NotNow(State::Expired));
        }
        (Done::Arrive, State::Booked) => {
            (to.place, to.until_at) = (Place::OnSite, None);
            if ticket.order_at + PUNCTUAL < now {
                to.order_at = now;
            }
            State::Waiting
        }
        (Done::Arrive, State::Waiting | State::Deferred | State::Held) => {
            to.place = Place::OnSite;
            // Whoever arrives for a later time or for somebody goes on waiting for that.
            from
        }
        (Done::Call(_), State::Waiting) if ticket.place == Place::Remote => return Err(Refusal::NotHere),
        (Done::Call(desk), State::Waiting) => {
            (to.desk, to.calls) = (Some(*desk), 1);
            State::Called
        }
        (Done::Recall, State::Called) => {
            to.calls = to.calls.saturating_add(1);
            State::Called
        }
        (Done::Serve, State::Called) | (Done::Resume, State::Paused) => State::Serving,
        (Done::Finish, State::Serving) => State::Done,
        (Done::Miss, State::Called) => {
            to.misses += 1;
            (to.desk, to.until_at) = (None, Some(now + GRACE));
            if to.misses >= MOST_MISSES { State::Expired } else { State::Missed }
        }
        (Done::Return(order_at), State::Missed) if ticket.until_at.is_none_or(|until| now < until) => {
            (to.order_at, to.until_at, to.place, to.calls) = (*order_at, None, Place::OnSite, 0);
            State::Waiting
        }
        (Done::Expire, State::Missed | State::Booked) => State::Expired,
        (Done::Pause, State::Serving) => State::Paused,
        (Done::Defer(until), _) if *until <= now => return Err(Refusal::TooEarly),
        (Done::Defer(until), State::Waiting) => {
            to.until_at = Some(*until);
            State::Deferred
        }
        (Done::Wake, State::Deferred) => {
            to.until_at = None;
            State::Waiting
        }
        (Done::Hold(official), State::Waiting | State::Called | State::Serving) => {
            (to.official, to.desk, to.calls) = (Some(*official), None, 0);
            State::Held
        }
        (Done::Release, State::Held) => State::Waiting,
        (Done::Transfer(line, official), State::Waiting | State::Called | State::Serving) => {
            (to.waits_in, to.official, to.desk, to.calls) = (*line, *official, None, 0);
            State::Waiting
        }
        (Done::Move(Move::To(official)), State::Waiting | State::Held | State::Deferred | State::Booked) => {
            to.official = *official;
            if from == State::Held { State::Waiting } else { from }
        }
        (Done::Move(Move::Await(official)), State::Waiting | State::Held | State::Deferred) => {
            (to.official, to.until_at) = (Some(*official), None);
            State::Held
        }
        (Done::Move(Move::At(at)), State::Booked) if *at <= now => return Err(Refusal::TooEarly),
        (Done::Move(Move::At(at)), State::Booked) => {
            (to.order_at, to.until_at, to.since) = (*at, Some(*at + GRACE), now);
            State::Booked
        }
        (Done::Cancel, from) if from.stands() && from != State::Serving => State::Cancelled,
        (Done::Close(reason), _) if reason.trim().is_empty() => return Err(Refusal::NoReason),
        (Done::Close(reason), from) if from.stands() => {
            to.reason = reason.trim().to_owned();
            State::Closed
        }
        _ => return Err(Refusal::NotNow(from)),
    };
    if !state.stands() {
        to.until_at = None;
    }
    if state != from {
        to.since = now;
    }
    to.state = state;
    Ok(to)
}

/// Whether the desk may take a step back that was made at `made`.
pub fn can_undo(now: Timestamp, step: Step, made: Timestamp) -> bool {
    let presses =
        [Step::Call, Step::Serve, Step::Finish, Step::Miss, Step::Pause, Step::Close, Step::Transfer, Step::Hold];
    presses.contains(&step) && now.duration_since(made) <= UNDO
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::ticket::Priority;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(minute * 60).expect("an instant")
    }

    fn drawn() -> Ticket {
        Ticket {
            state: State::Waiting,
            place: Place::OnSite,
            priority: Priority::None,
            waits_in: 1,
            official: None,
            desk: None,
            order_at: at(0),
            since: at(0),
            until_at: None,
            calls: 0,
            misses: 0,
            version: 1,
            reason: String::new(),
        }
    }

    fn after(steps: &[Done]) -> Result<Ticket, Refusal> {
        steps.iter().zip(1..).try_fold(drawn(), |t, (step, minute)| apply(at(minute), &t, step))
    }

    #[test]
    fn a_turn_goes_from_called_to_done() {
        let t = after(&[Done::Call(3), Done::Serve, Done::Finish]).expect("each follows");
        assert_eq!((t.state, t.desk, t.version, t.since), (State::Done, Some(3), 4, at(3)));
    }

    #[test]
    fn nobody_is_called_who_is_not_in_the_hall() {
        let away = Ticket { place: Place::Remote, ..drawn() };
        assert_eq!(apply(at(1), &away, &Done::Call(1)), Err(Refusal::NotHere));
        let here = apply(at(1), &away, &Done::Arrive).expect("they come");
        assert_eq!(apply(at(2), &here, &Done::Call(1)).map(|t| t.state), Ok(State::Called));
    }

    fn booked(minute: i64) -> Ticket {
        let until_at = Some(at(minute) + GRACE);
        Ticket { state: State::Booked, place: Place::Remote, order_at: at(minute), until_at, ..drawn() }
    }

    #[test]
    fn whoever_comes_to_their_appointment_waits_in_its_place() {
        for minute in [20, 60, 75] {
            let here = apply(at(minute), &booked(60), &Done::Arrive).expect("they come");
            assert_eq!((here.state, here.place, here.order_at), (State::Waiting, Place::OnSite, at(60)), "{minute}");
        }
    }

    #[test]
    fn whoever_comes_too_late_waits_as_if_drawn_on_arrival_and_after_the_grace_not_at_all() {
        let late = apply(at(76), &booked(60), &Done::Arrive).expect("they come");
        assert_eq!((late.state, late.order_at, late.until_at), (State::Waiting, at(76), None));
        assert_eq!(apply(at(90), &booked(60), &Done::Arrive), Err(Refusal::NotNow(State::Expired)));
        assert_eq!(apply(at(90), &booked(60), &Done::Expire).map(|t| t.state), Ok(State::Expired));
    }

    #[test]
    fn an_appointment_moves_until_they_come() {
        let moved = apply(at(1), &booked(60), &Done::Book(at(120), Some(7))).expect("moved");
        assert_eq!((moved.state, moved.order_at, moved.official), (State::Booked, at(120), Some(7)));
        assert_eq!((moved.until_at, moved.since), (Some(at(120) + GRACE), at(1)));
        assert_eq!(apply(at(60), &booked(90), &Done::Book(at(60), None)), Err(Refusal::TooEarly));
        assert_eq!(apply(at(1), &drawn(), &Done::Book(at(60), None)), Err(Refusal::NotNow(State::Waiting)));
    }

    #[test]
    fn a_missed_call_is_made_good_once_and_not_for_ever() {
        let missed = after(&[Done::Call(1), Done::Miss]).expect("missed");
        assert_eq!((missed.state, missed.until_at), (State::Missed, Some(at(2) + GRACE)));
        assert!(matches!(apply(at(40), &missed, &Done::Return(at(40))), Err(Refusal::NotNow(State::Missed))));
        let again = after(&[Done::Call(1), Done::Miss, Done::Return(at(3)), Done::Call(1), Done::Miss]);
        assert_eq!(again.map(|t| t.state), Ok(State::Expired));
    }

    #[test]
    fn whoever_defers_keeps_their_place_in_the_order() {
        let t = after(&[Done::Defer(at(60)), Done::Wake]).expect("deferred and woken");
        assert_eq!((t.state, t.order_at), (State::Waiting, at(0)));
        assert_eq!(after(&[Done::Defer(at(1))]), Err(Refusal::TooEarly));
    }

    #[test]
    fn a_transfer_keeps_the_place_in_the_order() {
        let t = after(&[Done::Call(1), Done::Serve, Done::Transfer(2, None)]).expect("transferred");
        assert_eq!((t.state, t.waits_in, t.desk, t.order_at), (State::Waiting, 2, None, at(0)));
    }

    #[test]
    fn whoever_is_moved_keeps_their_place_in_the_order() {
        let t = after(&[Done::Move(Move::Await(7)), Done::Move(Move::To(Some(8)))]).expect("held, then somebody else");
        assert_eq!((t.state, t.official, t.order_at), (State::Waiting, Some(8), at(0)));
        let held = after(&[Done::Defer(at(60)), Done::Move(Move::Await(7))]).expect("held");
        assert_eq!((held.state, held.until_at), (State::Held, None));
        assert_eq!(after(&[Done::Call(1), Done::Move(Move::To(None))]), Err(Refusal::NotNow(State::Called)));
    }

    #[test]
    fn an_appointment_moves_to_a_time_that_is_still_to_come() {
        let booked = Ticket { state: State::Booked, place: Place::Remote, ..drawn() };
        let moved = apply(at(1), &booked, &Done::Move(Move::At(at(90)))).expect("later");
        assert_eq!((moved.state, moved.until_at, moved.order_at), (State::Booked, Some(at(90) + GRACE), at(90)));
        let came = apply(at(95), &moved, &Done::Arrive).expect("as punctual as at any appointment");
        assert_eq!((came.state, came.order_at), (State::Waiting, at(90)));
        assert_eq!(apply(at(1), &booked, &Done::Move(Move::At(at(1)))), Err(Refusal::TooEarly));
    }

    #[test]
    fn closing_needs_a_reason_and_ends_need_no_more() {
        assert_eq!(after(&[Done::Close("  ".into())]), Err(Refusal::NoReason));
        let closed = after(&[Done::Close("停电".into())]).expect("closed");
        for step in [Done::Arrive, Done::Call(1), Done::Cancel, Done::Close("x".into()), Done::Wake] {
            assert_eq!(apply(at(9), &closed, &step), Err(Refusal::NotNow(State::Closed)));
        }
    }

    #[test]
    fn only_presses_of_the_last_minutes_are_taken_back() {
        assert!(can_undo(at(3), Step::Finish, at(0)));
        assert!(!can_undo(at(4), Step::Finish, at(0)));
        assert!(!can_undo(at(1), Step::Cancel, at(0)));
    }
}
