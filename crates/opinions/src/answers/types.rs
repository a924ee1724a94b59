//! What the readers see.
use jiff::Timestamp;
use jiff::civil::Date;
use people::StaffId;
use stations::Point;

use crate::rules::{Clocks, Due, Look, NamedBy, Source, State, Step};
use crate::{CategoryId, NamedId, OpinionId, PhotoId, PostId, TemplateId};

/// What an opinion may be about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Category {
    pub id: CategoryId,
    /// Its code for programs.
    pub slug: String,
    pub name_zh: String,
    /// May be empty.
    pub name_en: String,
    pub clocks: Clocks,
    /// Where to go with what is not for the station; may be empty.
    pub elsewhere_zh: String,
    pub elsewhere_en: String,
    pub retired: bool,
}

/// Words to answer with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    pub id: TemplateId,
    pub title: String,
    pub text: String,
}

/// Who did a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Byline {
    Reporter,
    /// Staff: the desk where they sat, if they had one. Only the desk reads the name.
    Station {
        desk: Option<String>,
        name: Option<String>,
    },
    /// Nobody: days went by.
    Time,
}

/// One line of a history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeenStep {
    /// For staff, of what the reporter did: the beginning of its day. When somebody wrote is nobody's business.
    pub at: Timestamp,
    pub step: Step,
    pub by: Byline,
    pub text: Option<String>,
    /// To whom it was given, by name: only for staff.
    pub to: Option<String>,
}

/// Who of staff looked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewed {
    pub at: Timestamp,
    pub name: String,
    pub desk: Option<String>,
    pub look: Look,
}

/// How it stands with what everybody may read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublicState {
    /// Allowed; nobody has written it yet.
    Waiting,
    /// Written; it goes out with a batch, not before this Monday.
    Masked {
        title: String,
        text: String,
        not_before: Date,
    },
    Released {
        post: PostId,
        on: Date,
    },
    Hidden {
        post: PostId,
        reason: String,
        appealed: bool,
        appeal_refused: bool,
    },
}

/// The one that an opinion was merged into. Its text is somebody else's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MergedInto {
    pub state: State,
    pub answer: Option<String>,
}

/// What whoever has the receipt sees.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    pub id: OpinionId,
    pub state: State,
    pub received_at: Timestamp,
    pub category: Option<Category>,
    pub text: String,
    pub place: Option<String>,
    pub photos: Vec<PhotoId>,
    pub due: Due,
    /// An answer stands until the end of this day before it counts as unconfirmed.
    pub speak_until: Option<Date>,
    pub steps: Vec<SeenStep>,
    /// The station asks something.
    pub question_open: bool,
    pub may_solve: bool,
    pub may_dispute: bool,
    pub may_appeal: bool,
    pub viewers: Vec<Viewed>,
    pub may_publish: bool,
    pub public: Option<PublicState>,
    /// Where to go with it.
    pub out_of_scope: Option<String>,
    pub merged_into: Option<MergedInto>,
    /// Whoever runs the station is named: nobody here reads it.
    pub sealed_for_station: bool,
    /// From this day on nothing of it is there any more: known of what has ended, and of what nobody here reads.
    pub kept_until: Option<Date>,
    /// Whom to turn to then; empty for the usual office.
    pub oversight: (String, String),
    pub has_contact: bool,
    /// A number for messages is taken.
    pub may_set_phone: bool,
}

/// A row of the inbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub id: OpinionId,
    /// 2026-4827
    pub number: String,
    pub state: State,
    pub source: Source,
    pub category: Option<Category>,
    pub received_on: Date,
    pub due: Due,
    pub assigned: Option<(StaffId, String)>,
    pub first_words: String,
    pub photos: usize,
    pub reopened: bool,
    pub question_open: bool,
    pub may_publish: bool,
    /// A post of it waits for this person: a hiding or an appeal to decide.
    pub to_decide: bool,
}

/// Whom an opinion is about, as staff see it, who are none of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedOne {
    pub id: NamedId,
    pub name: String,
    pub by: NamedBy,
    pub lifted: bool,
}

/// Proposed for everybody to read: what is known to name somebody is out of sight already.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Masked {
    pub text: String,
    pub answer: String,
    pub address: String,
}

/// What a handler sees: never a contact, never a receipt.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    pub line: Line,
    pub text: String,
    pub place: Option<String>,
    pub point: Option<Point>,
    pub photos: Vec<PhotoId>,
    pub steps: Vec<SeenStep>,
    pub named: Vec<NamedOne>,
    /// Who could be named besides: names of people and of desks.
    pub could_be_named: Vec<crate::rules::Choice>,
    /// To whom it may be given: nobody who is named.
    pub assignable: Vec<(StaffId, String)>,
    /// That could be the same, the likest first: only for managers.
    pub similar: Vec<Line>,
    pub post: Option<DeskPost>,
    pub masked: Masked,
    /// When an answer without an echo counts as unconfirmed.
    pub speak_until: Option<Date>,
}

/// What is public, or will be, as the desk sees it.
#[derive(Debug, Clone, PartialEq)]
pub struct DeskPost {
    pub id: PostId,
    pub title: String,
    pub text: String,
    pub answer: Option<String>,
    pub address: String,
    pub with_point: bool,
    pub released_on: Option<Date>,
    /// It goes out with a batch, not before this Monday.
    pub not_before: Option<Date>,
    pub hidden: bool,
    pub hiding: Option<Hiding>,
}

/// The last request to hide a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hiding {
    pub asked_by: (StaffId, String),
    pub asked_at: Timestamp,
    pub reason: String,
    /// Nothing: it waits for a second hand.
    pub hide: Option<bool>,
    pub decided_by: Option<String>,
    pub appeal: Option<String>,
    /// Nothing: it waits for somebody who was not the first.
    pub shown_again: Option<bool>,
    /// Whether this reader may decide what is to be decided now.
    pub may_decide: bool,
}

/// What everybody may read.
#[derive(Debug, Clone, PartialEq)]
pub struct Post {
    pub id: PostId,
    pub category: Option<Category>,
    /// Of a hidden one: empty, with the text, the answer and the place.
    pub title: String,
    pub text: String,
    pub answer: Option<String>,
    pub address: String,
    pub place: Option<Point>,
    /// A Monday.
    pub released_on: Date,
    /// The Monday of the week in which it was answered.
    pub answered_week: Option<Date>,
    /// A Monday.
    pub updated_on: Date,
    pub closed: bool,
    pub hidden: bool,
    /// Why it is hidden.
    pub hidden_reason: Option<String>,
}

/// How many wait in the inbox of somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    pub mine: usize,
    pub open: usize,
    pub late: usize,
}
