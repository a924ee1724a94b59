//! What clerks have to look at.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use people::PersonId;

use crate::TaskId;
use crate::catalogue::answers as catalogue;
use crate::lending::rules::task::Kind;
use crate::lending::store::{loans, tasks};
use crate::rules::{Copy, Title};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    pub id: TaskId,
    pub kind: Kind,
    /// As it was scanned; may be empty.
    pub barcode: String,
    /// What it is about, where the barcode is one of ours.
    pub copy: Option<(Copy, Title)>,
    /// Whom it is about. Their name and number are asked of `people`.
    pub person: Option<PersonId>,
    /// Who has the copy now, by what is written down.
    pub with: Option<PersonId>,
    pub happened_at: Timestamp,
    pub made_at: Timestamp,
}

/// Those that nobody has settled, the oldest first.
pub fn open_tasks(c: &mut Conn, station: StationId) -> Result<Vec<Task>, Fault> {
    let mut all = vec![];
    for kept in tasks::open(c, station)? {
        let copy = kept.copy.map(|id| {
            let copy = catalogue::copy(c, station, id)?;
            let title = catalogue::title(c, station, copy.title)?;
            Ok::<_, Fault>((copy, title))
        });
        let copy = copy.transpose()?;
        let with = match &copy {
            Some((copy, _)) => loans::of_copy(c, station, copy.id)?.and_then(|loan| loan.person),
            None => None,
        };
        let (barcode, happened_at, made_at) = (kept.barcode, kept.happened_at, kept.made_at);
        all.push(Task { id: kept.id, kind: kept.kind, barcode, copy, person: kept.person, with, happened_at, made_at });
    }
    Ok(all)
}
