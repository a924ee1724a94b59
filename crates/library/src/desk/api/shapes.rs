//! The counter for programs.
use jiff::civil::Date;
use kernel::db::types::Id;
use serde::Serialize;
use stations::Station;
use utoipa::ToSchema;

use crate::desk::reads::{Looked, Person};
use crate::lending::acts::{Back, LentOut, Replayed};
use crate::lending::answers::{HoldSeen, LoanSeen, Reader};
use crate::rules::Stands;
use crate::{HoldId, LoanId, TaskId, TitleId};

/// Something that somebody has.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryLoanSeen)]
pub struct LoanShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: LoanId,
    #[schema(value_type = String, format = Uuid)]
    pub title_id: TitleId,
    pub title: String,
    pub barcode: String,
    #[schema(value_type = String, format = Date)]
    pub lent_on: Date,
    /// The last day.
    #[schema(value_type = String, format = Date)]
    pub due_on: Date,
    /// So many more.
    pub renewals_left: i16,
    pub overdue: bool,
    /// Somebody waits for the title, so that it cannot be renewed.
    pub others_wait: bool,
}

impl LoanShape {
    pub fn of(one: &LoanSeen) -> LoanShape {
        LoanShape {
            id: one.loan,
            title_id: one.title.id,
            title: one.title.title.clone(),
            barcode: one.copy.barcode.clone(),
            lent_on: one.lent_on,
            due_on: one.due_on,
            renewals_left: one.renewals_left,
            overdue: one.overdue,
            others_wait: one.others_wait,
        }
    }
}

/// What is put aside for somebody.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryPutAside)]
pub struct AsideShape {
    pub barcode: String,
    /// The last day on which it is kept.
    #[schema(value_type = String, format = Date)]
    pub until: Date,
    /// They know: by a message, or a clerk has told them.
    pub told: bool,
}

/// A title that somebody waits for.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryHoldSeen)]
pub struct HoldShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: HoldId,
    #[schema(value_type = String, format = Uuid)]
    pub title_id: TitleId,
    pub title: String,
    /// Their place in the line, from 1.
    pub place: i64,
    /// Left out while they wait.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub put_aside: Option<AsideShape>,
}

impl HoldShape {
    pub fn of(one: &HoldSeen) -> HoldShape {
        let aside = |(copy, until): &(crate::rules::Copy, Date)| AsideShape {
            barcode: copy.barcode.clone(),
            until: *until,
            told: one.told,
        };
        HoldShape {
            id: one.hold,
            title_id: one.title.id,
            title: one.title.title.clone(),
            place: one.place_in_line,
            put_aside: one.ready.as_ref().map(aside),
        }
    }
}

/// Somebody, as the desk may know them.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryPerson)]
pub struct PersonShape {
    pub name: Option<String>,
    /// To call them.
    pub phone: Option<String>,
}

impl PersonShape {
    pub fn of(person: &Person) -> PersonShape {
        PersonShape { name: person.name.clone(), phone: person.phone.as_ref().map(|p| p.full().to_owned()) }
    }
}

/// Whoever stands at the counter.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryReader)]
pub struct ReaderShape {
    pub name: Option<String>,
    /// Their number, masked.
    pub phone: Option<String>,
    /// What is due first stands first.
    pub loans: Vec<LoanShape>,
    pub holds: Vec<HoldShape>,
    /// They get nothing more: something of theirs was due on that day.
    #[schema(value_type = Option<String>, format = Date)]
    pub blocked_since: Option<Date>,
}

impl ReaderShape {
    pub fn of(person: &Person, reader: &Reader) -> ReaderShape {
        ReaderShape {
            name: person.name.clone(),
            phone: person.phone.as_ref().map(ToString::to_string),
            loans: reader.loans.iter().map(LoanShape::of).collect(),
            holds: reader.holds.iter().map(HoldShape::of).collect(),
            blocked_since: reader.blocked_since,
        }
    }
}

/// It is lent.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryLent)]
pub struct LentShape {
    #[schema(value_type = String, format = Uuid)]
    pub loan: LoanId,
    #[schema(value_type = String, format = Uuid)]
    pub title_id: TitleId,
    /// The last day.
    #[schema(value_type = String, format = Date)]
    pub due_on: Date,
}

impl LentShape {
    pub fn of(lent: &LentOut) -> LentShape {
        LentShape { loan: lent.loan, title_id: lent.title, due_on: lent.due_on }
    }
}

/// It is renewed.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryRenewedAtDesk)]
pub struct RenewedShape {
    /// The last day.
    #[schema(value_type = String, format = Date)]
    pub due_on: Date,
}

/// It is back.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryBack)]
pub struct BackShape {
    #[schema(value_type = String, format = Uuid)]
    pub title_id: TitleId,
    /// One that was not lent is noted as seen.
    pub was_lent: bool,
    /// 0 for what came in time.
    pub days_late: i64,
    /// Somebody waits for it: it goes to the shelf for holds and not to its own.
    pub kept_for_somebody: bool,
    /// The number of the shelf where it belongs.
    pub shelf: i32,
    /// How it stands. Only what is `here` goes to its shelf; the rest was not noted as seen.
    pub stands: Stands,
}

impl BackShape {
    pub fn of(back: &Back) -> BackShape {
        BackShape {
            title_id: back.title,
            was_lent: back.was_lent,
            days_late: back.days_late,
            kept_for_somebody: back.kept_for_somebody,
            shelf: back.shelf,
            stands: back.stands,
        }
    }
}

/// Somebody waits now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryHoldPlaced)]
pub struct PlacedShape {
    #[schema(value_type = String, format = Uuid)]
    pub hold: HoldId,
}

/// What is put aside, and for whom.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryHoldAtDeskSeen)]
pub struct HeldShape {
    pub hold: HoldShape,
    pub reader: PersonShape,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryHoldsAtDesk)]
pub struct HoldsShape {
    /// What is kept for the shortest time first.
    pub holds: Vec<HeldShape>,
}

/// What should have come back.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryOverdueLoan)]
pub struct LateShape {
    pub loan: LoanShape,
    /// Left out when they have asked to be forgotten.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reader: Option<PersonShape>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryOverdue)]
pub struct OverdueShape {
    /// The oldest first, at most 300.
    pub loans: Vec<LateShape>,
}

/// What a clerk has to look at.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryTask)]
pub struct TaskShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: TaskId,
    /// `no-such-barcode`, `card-not-good`, `lent-to-another`, `rule-said-no`, `found-while-missing` or `not-lent-back`.
    pub kind: String,
    /// As it was scanned.
    pub barcode: String,
    /// Left out where the barcode is of no copy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Whom it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reader: Option<PersonShape>,
    /// Who has the copy now, by what is written down.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub with: Option<PersonShape>,
    #[schema(format = DateTime)]
    pub happened_at: String,
}

impl TaskShape {
    pub fn of(station: &Station, one: &Looked) -> TaskShape {
        let at = one.task.happened_at;
        TaskShape {
            id: one.task.id,
            kind: one.task.kind.word().to_owned(),
            barcode: one.task.barcode.clone(),
            title: one.task.copy.as_ref().map(|(_, title)| title.title.clone()),
            reader: one.person.as_ref().map(PersonShape::of),
            with: one.with.as_ref().map(PersonShape::of),
            happened_at: at.display_with_offset(station.zone.to_offset(at)).to_string(),
        }
    }
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryTasks)]
pub struct TasksShape {
    /// The oldest first.
    pub tasks: Vec<TaskShape>,
}

/// What became of an entry.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryLogged)]
pub struct LoggedShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: Id,
    /// `done`; `already`: it was so; `look`: a clerk has to look. Whatever it is, the device need not send it again.
    pub outcome: String,
    /// What a clerk has to look at.
    #[schema(value_type = Option<String>, format = Uuid)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub task: Option<TaskId>,
}

#[derive(Debug, Serialize, ToSchema)]
#[schema(as = LibraryLogDone)]
pub struct LogShape {
    /// In the order in which they were sent.
    pub entries: Vec<LoggedShape>,
}

impl LogShape {
    pub fn of(done: &[Replayed]) -> LogShape {
        let one = |r: &Replayed| LoggedShape { id: r.id, outcome: r.outcome.word().to_owned(), task: r.task };
        LogShape { entries: done.iter().map(one).collect() }
    }
}
