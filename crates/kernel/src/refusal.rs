//! A rule that says no, and what to do instead.
use axum::http::StatusCode;

use crate::db::Undone;
use crate::fault::Fault;
use crate::view::View;

/// A slice's enum of refusals implements this beside its pages. The enum itself is pure and lives in `rules`.
pub trait Refusal: Send + 'static {
    /// A stable name that programs can rely on: `slot-taken`. It ends the problem's `type`.
    fn code(&self) -> &'static str;
    /// What is said to the person.
    fn say(&self, v: &View) -> Said;
    fn status(&self) -> StatusCode {
        StatusCode::CONFLICT
    }
}

/// A refusal in words: what and why in one or two sentences, and the nearest things that work.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Said {
    pub what: String,
    pub next: Vec<Next>,
}

/// Something that works, one tap away.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
pub struct Next {
    /// What it is, in the reader's language: 今晚 20:30–21:30
    pub label: String,
    /// Where it is done.
    pub href: String,
}

impl Said {
    pub fn only(what: String) -> Said {
        Said { what, next: vec![] }
    }
}

/// A change that did not happen: a rule said no, or something broke.
#[derive(Debug)]
pub enum Not<R> {
    Refused(R),
    Fault(Fault),
}

impl<R> From<Fault> for Not<R> {
    fn from(fault: Fault) -> Not<R> {
        Not::Fault(fault)
    }
}
impl<R> From<diesel::result::Error> for Not<R> {
    fn from(e: diesel::result::Error) -> Not<R> {
        Not::Fault(e.into())
    }
}
impl<R: Refusal> From<R> for Not<R> {
    fn from(refusal: R) -> Not<R> {
        Not::Refused(refusal)
    }
}
impl<R: Send + 'static> Undone for Not<R> {
    fn fault(&self) -> Option<&Fault> {
        match self {
            Not::Refused(_) => None,
            Not::Fault(fault) => Some(fault),
        }
    }
}
