//! When a promise is kept. Pure.
use jiff::{SignedDuration, Timestamp};

use crate::reach::{About, Reached};
use crate::rules::{OfficialId, Place, Step, TRUSTED_PAST_RETURN};

kernel::id_type! {
    /// One promise.
    pub PromiseId
}

/// What was promised. The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = PromiseKind)]
pub enum Kind {
    /// An appointment: called at this time.
    Slot = 0,
    /// "Be here at this time, then it is your turn soon."
    ComeAt = 1,
    /// An official is back at this time.
    Return = 2,
    /// Papers are ready by this time.
    Ready = 3,
    /// An answer, a visit or a call comes by this time.
    Answer = 4,
}

impl Kind {
    pub const ALL: [Kind; 5] = [Kind::Slot, Kind::ComeAt, Kind::Return, Kind::Ready, Kind::Answer];

    pub fn of(number: i16) -> Option<Kind> {
        Kind::ALL.into_iter().find(|k| *k as i16 == number)
    }

    pub fn name(self) -> &'static str {
        match self {
            Kind::Slot => "slot",
            Kind::ComeAt => "come-at",
            Kind::Return => "return",
            Kind::Ready => "ready",
            Kind::Answer => "answer",
        }
    }
}

/// How a promise ended. The numbers are kept in rows and in facts, 0 means that it is open: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = PromiseEnding)]
pub enum Ending {
    Kept = 1,
    /// Another time, or another way, took its place, and they were told or will be.
    Revised = 2,
    Broken = 3,
    /// The person did not need it any more, or did not come: nobody failed them.
    GivenBack = 4,
}

impl Ending {
    pub const ALL: [Ending; 4] = [Ending::Kept, Ending::Revised, Ending::Broken, Ending::GivenBack];

    pub fn of(number: i16) -> Option<Ending> {
        Ending::ALL.into_iter().find(|e| *e as i16 == number)
    }

    pub fn name(self) -> &'static str {
        match self {
            Ending::Kept => "kept",
            Ending::Revised => "revised",
            Ending::Broken => "broken",
            Ending::GivenBack => "given-back",
        }
    }
}

/// A time that somebody was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    pub id: PromiseId,
    pub about: About,
    pub kind: Kind,
    /// Who has to be there for it.
    pub official: Option<OfficialId>,
    /// The time that was told.
    pub due_at: Timestamp,
    pub made_at: Timestamp,
    pub ended: Option<(Ending, Timestamp)>,
    /// The promise that took its place.
    pub next: Option<PromiseId>,
    /// How they came to know what became of it.
    pub reached: Reached,
}

/// So long after its time a promise about people is still kept: as long as a missed return is believed.
pub const LATE: SignedDuration = TRUSTED_PAST_RETURN;

/// Until when it may be kept. Papers and answers come by their time, not around it.
pub fn kept_until(kind: Kind, due_at: Timestamp) -> Timestamp {
    match kind {
        Kind::Slot | Kind::ComeAt | Kind::Return => due_at + LATE,
        Kind::Ready | Kind::Answer => due_at,
    }
}

/// How a promise ends whose thing happens at `now`: somebody is called, somebody is back, papers are ready.
pub fn judge(now: Timestamp, kind: Kind, due_at: Timestamp) -> Ending {
    if now <= kept_until(kind, due_at) { Ending::Kept } else { Ending::Broken }
}

/// How a promise about a ticket ends when the ticket takes `step`, from `place`; nothing = it goes on.
pub fn by_step(now: Timestamp, (kind, due_at): (Kind, Timestamp), place: Place, step: Step) -> Option<Ending> {
    let turn = match kind {
        Kind::Slot | Kind::ComeAt => true,
        Kind::Return => false,
        Kind::Ready | Kind::Answer => return None,
    };
    match step {
        // Their turn has come: whatever it was that they waited for, they need it no more.
        Step::Call => Some(judge(now, kind, due_at)),
        Step::Cancel | Step::Expire => Some(Ending::GivenBack),
        // They asked for another time themselves, or insist no more on the official.
        Step::Defer if turn => Some(Ending::GivenBack),
        Step::Release if !turn => Some(Ending::GivenBack),
        // In the hall, and told there where they wait now.
        Step::Hold if turn => Some(Ending::Revised),
        Step::Transfer => Some(Ending::Revised),
        // Whoever did not come to their own time was not failed by the desk that closes.
        Step::Close if turn && place == Place::Remote && due_at <= now => Some(Ending::GivenBack),
        Step::Close => Some(Ending::Broken),
        _ => None,
    }
}

/// How a promise ends that nothing has ended in its time, of somebody who is `there` or not; nothing while it may be kept.
pub fn by_time(now: Timestamp, (kind, due_at): (Kind, Timestamp), there: bool) -> Option<Ending> {
    match kind {
        _ if now <= kept_until(kind, due_at) => None,
        Kind::Slot | Kind::ComeAt if !there => Some(Ending::GivenBack),
        _ => Some(Ending::Broken),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SLOT: (Kind, i64) = (Kind::Slot, 60);
    const RETURN: (Kind, i64) = (Kind::Return, 60);

    fn step(minute: i64, (kind, due): (Kind, i64), place: Place, step: Step) -> Option<Ending> {
        by_step(at(minute), (kind, at(due)), place, step)
    }

    #[test]
    fn whoever_is_called_in_time_was_promised_rightly() {
        assert_eq!(step(75, SLOT, Place::OnSite, Step::Call), Some(Ending::Kept));
        assert_eq!(step(76, SLOT, Place::OnSite, Step::Call), Some(Ending::Broken));
        assert_eq!(step(70, RETURN, Place::OnSite, Step::Call), Some(Ending::Kept));
    }

    #[test]
    fn nobody_fails_whoever_goes_of_themselves() {
        for gone in [Step::Cancel, Step::Expire] {
            assert_eq!(step(10, SLOT, Place::Remote, gone), Some(Ending::GivenBack));
            assert_eq!(step(10, RETURN, Place::Remote, gone), Some(Ending::GivenBack));
        }
        assert_eq!(step(10, SLOT, Place::Remote, Step::Defer), Some(Ending::GivenBack));
        assert_eq!(step(10, RETURN, Place::Remote, Step::Defer), None, "the official is still to return");
    }

    #[test]
    fn a_desk_that_closes_breaks_what_it_promised_to_whoever_came_or_could_still_come() {
        assert_eq!(step(61, SLOT, Place::OnSite, Step::Close), Some(Ending::Broken));
        assert_eq!(step(59, SLOT, Place::Remote, Step::Close), Some(Ending::Broken));
        assert_eq!(step(61, SLOT, Place::Remote, Step::Close), Some(Ending::GivenBack));
        assert_eq!(step(61, RETURN, Place::Remote, Step::Close), Some(Ending::Broken));
    }

    #[test]
    fn to_come_or_to_be_moved_ends_nothing() {
        for quiet in [Step::Draw, Step::Arrive, Step::Wake, Step::Move, Step::Return, Step::Undo] {
            assert_eq!(step(99, SLOT, Place::OnSite, quiet), None);
            assert_eq!(step(99, RETURN, Place::OnSite, quiet), None);
        }
    }

    #[test]
    fn time_breaks_a_return_and_gives_back_what_nobody_came_for() {
        assert_eq!(by_time(at(75), (Kind::Return, at(60)), false), None);
        assert_eq!(by_time(at(76), (Kind::Return, at(60)), false), Some(Ending::Broken));
        assert_eq!(by_time(at(76), (Kind::ComeAt, at(60)), false), Some(Ending::GivenBack));
        assert_eq!(by_time(at(76), (Kind::ComeAt, at(60)), true), Some(Ending::Broken));
        assert_eq!(by_time(at(61), (Kind::Answer, at(60)), true), Some(Ending::Broken));
    }

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(minute * 60).expect("an instant")
    }

    #[test]
    fn a_quarter_of_an_hour_late_is_kept_and_a_minute_more_is_broken() {
        for kind in [Kind::Slot, Kind::ComeAt, Kind::Return] {
            assert_eq!(judge(at(75), kind, at(60)), Ending::Kept);
            assert_eq!(judge(at(76), kind, at(60)), Ending::Broken);
        }
    }

    #[test]
    fn papers_are_ready_by_their_time() {
        assert_eq!(judge(at(60), Kind::Ready, at(60)), Ending::Kept);
        assert_eq!(judge(at(61), Kind::Ready, at(60)), Ending::Broken);
    }

    #[test]
    fn numbers_of_rows_are_read_back() {
        assert!(Kind::ALL.into_iter().all(|k| Kind::of(k as i16) == Some(k)));
        assert!(Ending::ALL.into_iter().all(|e| Ending::of(e as i16) == Some(e)));
        assert_eq!(Ending::of(0), None, "0 is open");
    }
}
