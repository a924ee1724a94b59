//! 首问: whoever is asked first answers for the question until it is answered, or until somebody else has accepted it.
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use people::StaffId;

/// The working days that an answer takes unless whoever writes the question down says otherwise. The choice of this program: one
/// day to ask around, one to answer.
pub const USUAL_DAYS: i16 = 2;
/// A longer deadline is none.
pub const MOST_DAYS: i16 = 10;
/// A promise counts as kept when somebody says so within an hour of its time; after that it is broken.
pub const KEPT_WITHIN: SignedDuration = SignedDuration::from_hours(1);
/// A promise is for one of the next two weeks: nobody knows their roster beyond.
pub const MOST_AHEAD: SignedDuration = SignedDuration::from_hours(14 * 24);

/// Where a question stands. The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = FirstAskedState)]
pub enum State {
    Open = 0,
    /// The asker comes back at a promised time, and somebody is there.
    Promised = 1,
    /// There is an answer, and the asker has not heard it yet.
    Answered = 2,
    Closed = 3,
}

impl State {
    pub const ALL: [State; 4] = [State::Open, State::Promised, State::Answered, State::Closed];

    pub fn of(number: i16) -> Option<State> {
        State::ALL.into_iter().find(|s| *s as i16 == number)
    }

    pub fn name(self) -> &'static str {
        match self {
            State::Open => "open",
            State::Promised => "promised",
            State::Answered => "answered",
            State::Closed => "closed",
        }
    }
}

/// How it ended. Kept in rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = FirstAskedEnding)]
pub enum Ending {
    /// The asker has heard the answer.
    Told = 0,
    /// They came at the promised time and were helped.
    Kept = 1,
    /// Somebody was there as promised, and they did not come.
    NobodyCame = 2,
    /// They do not ask any more.
    Withdrawn = 3,
}

impl Ending {
    pub const ALL: [Ending; 4] = [Ending::Told, Ending::Kept, Ending::NobodyCame, Ending::Withdrawn];

    pub fn of(number: i16) -> Option<Ending> {
        Ending::ALL.into_iter().find(|e| *e as i16 == number)
    }
}

/// When the asker comes back, and who is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promise {
    pub at: Timestamp,
    pub with: StaffId,
}

/// A question as far as rules look at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Item {
    pub owner: StaffId,
    /// Who is asked to take it over.
    pub offered: Option<StaffId>,
    pub state: State,
    pub due_on: Date,
    pub promise: Option<Promise>,
    /// A promise was not kept.
    pub broken: bool,
    pub ending: Option<Ending>,
    /// The asker gave a number: an answer reaches them by itself.
    pub reachable: bool,
}

impl Item {
    /// Nobody has answered by the day that was said. A question with a standing promise waits for that.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.state == State::Open && today > self.due_on
    }

    /// What is worst stands first: a broken promise, then what is overdue, then by day.
    pub fn order(&self, today: Date) -> (bool, bool, Date) {
        (!(self.broken && self.state == State::Open), !self.is_overdue(today), self.due_on)
    }
}

/// The question as time has left it: a promise whose hour is over without being kept opens it again.
pub fn seen(now: Timestamp, item: &Item) -> Item {
    match item.promise {
        Some(promise) if item.state == State::Promised && now >= promise.at + KEPT_WITHIN => {
            Item { state: State::Open, promise: None, broken: true, ..*item }
        }
        _ => *item,
    }
}
