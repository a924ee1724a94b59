//! What must always be true of published months, for `yizhan check`.
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::fault::Fault;

use super::store;
use crate::rules::verify::verify;

pub const CHECKS: &[Check] = &[
    Check { name: "the revisions of a month are numbered 1, 2, 3 … without holes", run: numbered },
    Check {
        name: "a published month is what its row says, agrees with itself and has the sum that it says",
        run: verified,
    },
    Check { name: "a township has people, and a statistic that says so", run: residents },
];

fn numbered(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT station_id, 'the month ' || period || ' has ' || count(*) || ' revisions, numbered ' || min(revision) \
         || ' to ' || max(revision) AS said FROM month_sheets GROUP BY station_id, period \
         HAVING min(revision) <> 1 OR max(revision) <> count(*)",
    )
}

fn verified(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let mut odd = vec![];
    for (station, period, revision, text) in store::everything(c)? {
        let wrong = match verify(&text) {
            Err(no) => vec![no.0],
            Ok(found) => {
                let row = (period.as_str(), i64::from(revision));
                let other = (found.sheet.month.as_str(), i64::from(found.sheet.revision)) != row;
                let other =
                    other.then(|| format!("the text is of {}, revision {}", found.sheet.month, found.sheet.revision));
                found.differs.into_iter().chain(other).collect()
            }
        };
        odd.extend(wrong.into_iter().map(|what| format!("station {station}: {period}, revision {revision}: {what}")));
    }
    Ok(odd)
}

fn residents(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT station_id, people || ' people by “' || source || '”' AS said FROM residents \
         WHERE people < 1 OR people > 10000000 OR source = ''",
    )
}
