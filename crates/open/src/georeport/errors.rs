//! "Multiple error codes and descriptions can be returned in the body (the response is an array)."
use axum::http::StatusCode;
use kernel::fault::Fault;
use kernel::refusal::{Not, Refusal};
use kernel::view::View;

use super::reply::{Format, Reply};
use super::tree::{Document, Node};
use crate::rules::No;
use crate::says;

/// What a call fails with.
#[derive(Debug, PartialEq, Eq)]
pub enum Failed {
    /// The caller can put it right. The status is that of the first.
    No(Vec<No>),
    Fault(Fault),
}

impl From<No> for Failed {
    fn from(no: No) -> Failed {
        Failed::No(vec![no])
    }
}

impl From<Vec<No>> for Failed {
    fn from(all: Vec<No>) -> Failed {
        Failed::No(all)
    }
}

impl From<Fault> for Failed {
    fn from(fault: Fault) -> Failed {
        Failed::Fault(fault)
    }
}

impl Failed {
    /// What the station's own rules say.
    pub fn of<R: Refusal>(v: &View, not: Not<R>) -> Failed {
        match not {
            Not::Fault(fault) => Failed::Fault(fault),
            Not::Refused(refusal) => {
                No::Refused { status: refusal.status().as_u16(), said: refusal.say(v).what }.into()
            }
        }
    }

    pub fn reply(&self, v: &View, format: Format) -> Reply {
        let (all, again) = match self {
            Failed::No(all) => (all.iter().map(|no| (no.status(), says::no(v, no))).collect(), None),
            Failed::Fault(fault) => fault_in_words(v, fault),
        };
        let status = all.first().and_then(|(code, _)| StatusCode::from_u16(*code).ok());
        let one = |(code, said): &(u16, String)| {
            Node::Fields(vec![("code", Node::Whole(i64::from(*code))), ("description", Node::text(said))])
        };
        Reply {
            status: status.unwrap_or(StatusCode::INTERNAL_SERVER_ERROR),
            format,
            lang: v.lang,
            document: Document { name: "errors", node: Node::List("error", all.iter().map(one).collect()) },
            again,
        }
    }
}

/// What nobody foresaw is for the log; whoever asked is told when to ask again.
fn fault_in_words(v: &View, fault: &Fault) -> (Vec<(u16, String)>, Option<u64>) {
    const SOON: u64 = 5;
    let status = fault.status();
    let (said, again) = match fault {
        Fault::TooMany { seconds } => {
            (v.ta("open-no-many", &[("seconds", seconds.to_string().into())]), Some(*seconds))
        }
        _ if status == StatusCode::SERVICE_UNAVAILABLE => (v.t("open-no-now"), Some(SOON)),
        Fault::KeyReused => (v.t("open-no-key-reused"), None),
        _ => (v.t("open-no-broken"), None),
    };
    if status.is_server_error() {
        tracing::error!(%fault, "a call of the open interface failed");
    }
    (vec![(status.as_u16(), said)], again)
}
