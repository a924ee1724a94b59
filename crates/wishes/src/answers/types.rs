//! What is answered.
use jiff::Timestamp;
use people::Phone;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::rules::{Band, Consent, Kind, May, State, Wish};
use crate::{AppealId, AskId, ClaimId, WishId};

/// Which cards somebody wants to see. By what the thing is and costs, and by nothing of whoever wishes: there is no filter by village.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Filter {
    pub kind: Option<Kind>,
    pub band: Option<Band>,
}

/// How a wish stands for everybody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = WishSeen)]
pub enum Seen {
    /// Whoever wants may take it on.
    Open,
    /// Somebody has it.
    Taken,
    Fulfilled,
}

/// All that everybody sees of a wish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    pub id: WishId,
    pub kind: Kind,
    pub item: String,
    pub band: Band,
    /// Its name, only of an open wish and only where twenty or more of the village share what the card says.
    pub village: Option<String>,
    /// For how many days after today it is open.
    pub days_left: i32,
    pub state: Seen,
}

/// A wish for whoever has it. They never learn whose it is, nor from which village.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    pub id: ClaimId,
    pub card: Card,
    /// From [`State::Claimed`] to [`State::Fulfilled`].
    pub state: State,
    /// Then it goes back to the others.
    pub until: Timestamp,
    /// Where it lies, once it was brought; empty before.
    pub place: String,
}

/// Somebody's name, and how they are reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    pub name: String,
    pub phone: Option<Phone>,
}

/// Who has a wish, for the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    pub id: ClaimId,
    pub claimed_at: Timestamp,
    pub until: Timestamp,
    pub contacted_at: Option<Timestamp>,
    pub delivered_at: Option<Timestamp>,
    pub place: String,
    /// Whoever wished it knows that it is there.
    pub told: bool,
    /// Only for whoever looks after the wish; nothing if they are forgotten.
    pub known: Option<Known>,
}

/// A wish in the desk's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub wish: Wish,
    /// Where the person lives.
    pub village: Option<String>,
    /// Who looks after it.
    pub coordinator: String,
    /// How many have said yes to this version.
    pub yes: usize,
    /// An objection that nobody has decided.
    pub appeal: Option<AppealId>,
    pub claim: Option<Held>,
    /// Until when something is to be done, or since when it waits.
    pub due: Option<Timestamp>,
    /// What whoever reads may do, what is most to be done first.
    pub may: Vec<May>,
}

impl Line {
    /// What they are to do now; nothing where others are, or time is.
    pub fn todo(&self) -> Option<May> {
        let work = [May::Ask, May::Review, May::DecideAppeal, May::Contact, May::Tell, May::HandOver, May::Refer];
        self.may.first().copied().filter(|act| work.contains(act))
    }
}

/// What somebody said who looked at a version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    pub version: i32,
    pub by: String,
    pub yes: bool,
    pub why: String,
    pub at: Timestamp,
}

/// That somebody does not accept a no, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    pub id: AppealId,
    pub version: i32,
    pub made_at: Timestamp,
    pub taken_by: String,
    /// Only for whoever looks after the wish, and for whoever may decide.
    pub why: Option<String>,
    /// When, by whom, whether the no stands, and why.
    pub decided: Option<(Timestamp, String, bool, String)>,
}

/// Whose wish it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    pub minor: bool,
    pub guardian: bool,
    pub consent: Consent,
    pub consent_at: Timestamp,
    pub consent_by: String,
    /// How many wrong codes were typed since the last was made.
    pub tries: i16,
    /// Only for whoever looks after the wish.
    pub known: Option<Known>,
}

/// All of one wish that somebody of staff may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whole {
    pub wish: Wish,
    pub village: Option<String>,
    /// Whether the card says it.
    pub village_shown: bool,
    pub coordinator: String,
    pub looks: Vec<Look>,
    pub appeals: Vec<Objection>,
    /// Gone thirty days after the end.
    pub person: Option<Person>,
    pub claim: Option<Held>,
    pub may: Vec<May>,
}

/// Somebody who would like to be called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    pub id: AskId,
    pub name: String,
    pub phone: Phone,
    pub made_at: Timestamp,
}
