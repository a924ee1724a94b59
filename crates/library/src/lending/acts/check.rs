//! What must always be true of lending, for `yizhan check`.
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::fault::Fault;

pub const CHECKS: &[Check] = &[
    Check { name: "what is lent is a copy that the station has, of the title that the loan says", run: copies },
    Check { name: "a loan is due when it begins or later", run: days },
    Check { name: "what is put aside is a copy of the title, and nobody has it", run: aside },
    Check { name: "nobody waits for a title that they have", run: both },
    Check { name: "whoever is told that something is put aside is told of something", run: told },
    Check { name: "a settled task is about nobody any more", run: settled },
    Check { name: "what a clerk has to look at is a task, and nothing else is", run: looks },
    Check {
        name: "nobody has a list whom the station does not know as a reader who wants one, where it offers one",
        run: lists,
    },
];

fn copies(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT l.station_id, 'copy ' || k.barcode || ' is lent, and stands as ' || k.stands AS said FROM loans l \
         JOIN copies k ON k.station_id = l.station_id AND k.id = l.copy_id WHERE k.stands <> 0 OR k.title_id <> l.title_id",
    )
}

fn days(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT station_id, 'a loan of ' || lent_on || ' is due on ' || due_on AS said FROM loans \
         WHERE due_on < lent_on OR renewals < 0",
    )
}

fn aside(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT h.station_id, 'copy ' || k.barcode || ' is put aside, and is lent or another title' AS said \
         FROM library_holds h JOIN copies k ON k.station_id = h.station_id AND k.id = h.copy_id \
         WHERE k.title_id <> h.title_id \
         OR EXISTS (SELECT 1 FROM loans l WHERE l.station_id = h.station_id AND l.copy_id = h.copy_id)",
    )
}

fn both(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT h.station_id, 'somebody waits for “' || t.title || '” and has it' AS said FROM library_holds h \
         JOIN loans l ON l.station_id = h.station_id AND l.title_id = h.title_id AND l.person_id = h.person_id \
         JOIN titles t ON t.station_id = h.station_id AND t.id = h.title_id",
    )
}

fn told(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT h.station_id, 'somebody was told of “' || t.title || '”, and nothing is put aside' AS said FROM library_holds h \
         JOIN titles t ON t.station_id = h.station_id AND t.id = h.title_id WHERE h.told AND h.copy_id IS NULL",
    )
}

fn settled(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT station_id, 'a task about ' || barcode || ' is settled and still names whom it was about' AS said \
         FROM library_tasks WHERE settled_at IS NOT NULL AND person_id IS NOT NULL",
    )
}

fn looks(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let lost = broken(
        c,
        "SELECT g.station_id, 'what a device said of ' || g.barcode || ' needs a clerk, and is no task' AS said FROM library_log g \
         WHERE g.outcome = 2 AND NOT EXISTS (SELECT 1 FROM library_tasks t WHERE t.station_id = g.station_id AND t.log_id = g.id)",
    )?;
    let odd = broken(
        c,
        "SELECT t.station_id, 'a task about ' || t.barcode || ' comes from an entry that needs no clerk' AS said \
         FROM library_tasks t JOIN library_log g ON g.station_id = t.station_id AND g.id = t.log_id WHERE g.outcome <> 2",
    )?;
    Ok([lost, odd].concat())
}

fn lists(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let unwanted = broken(
        c,
        "SELECT y.station_id, count(*) || ' things are on the list of somebody who wants none' AS said FROM reading_history y \
         LEFT JOIN library_readers r ON r.station_id = y.station_id AND r.person_id = y.person_id \
         WHERE r.history IS NULL OR NOT r.history GROUP BY y.station_id, y.person_id",
    )?;
    let not_offered = broken(
        c,
        "SELECT y.station_id, count(*) || ' things are on lists, and the station offers none' AS said FROM reading_history y \
         LEFT JOIN library_settings s ON s.station_id = y.station_id WHERE s.history IS NULL OR NOT s.history GROUP BY y.station_id",
    )?;
    Ok([unwanted, not_offered].concat())
}
