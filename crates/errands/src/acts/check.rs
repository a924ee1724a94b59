//! What must always be true of tickets, for `yizhan check`.
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::fault::Fault;

pub const CHECKS: &[Check] = &[
    Check { name: "numbers of a line's day are 1, 2, 3 … without gaps", run: numbers },
    Check { name: "no counter of a line's day is below or above its tickets", run: counters },
    Check { name: "a ticket's log is numbered 1, 2, 3 … up to its version", run: logs },
    Check { name: "a ticket stands as its log says", run: stands },
    Check { name: "a ticket's log has one open end and no holes", run: intervals },
    Check { name: "no desk has two tickets", run: desks },
    Check { name: "every called ticket has a desk", run: without_desk },
    Check { name: "a matter's checklist has all versions", run: versions },
    Check { name: "declarations of presence follow each other", run: presences },
];

fn numbers(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT station_id, 'line ' || line_id || ' on ' || on_day || ': ' || count(*) || ' tickets are numbered up to ' || \
         max(number) AS said FROM tickets GROUP BY station_id, on_day, line_id \
         HAVING count(*) <> max(number) OR min(number) <> 1",
    )
}

fn counters(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT d.station_id, 'line ' || d.line_id || ' on ' || d.on_day || ' has counted to ' || d.last || ' for ' || \
         count(t.number) || ' tickets' AS said FROM line_days d LEFT JOIN tickets t ON t.station_id = d.station_id \
         AND t.on_day = d.on_day AND t.line_id = d.line_id GROUP BY d.station_id, d.line_id, d.on_day, d.last \
         HAVING d.last <> count(t.number)",
    )
}

fn logs(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT t.station_id, 'ticket ' || t.number || ' of line ' || t.line_id || ' on ' || t.on_day || ' is at version ' || \
         t.version || ' with ' || count(s.number) || ' steps' AS said FROM tickets t LEFT JOIN ticket_steps s \
         ON s.station_id = t.station_id AND s.ticket_id = t.id \
         GROUP BY t.station_id, t.number, t.line_id, t.on_day, t.version \
         HAVING count(s.number) <> t.version OR coalesce(max(s.number), 0) <> t.version",
    )
}

fn stands(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT t.station_id, 'ticket ' || t.number || ' of line ' || t.line_id || ' on ' || t.on_day || ' is in state ' || \
         t.state || ', its log says ' || s.state AS said FROM tickets t JOIN ticket_steps s \
         ON s.station_id = t.station_id AND s.ticket_id = t.id AND s.number = t.version \
         WHERE s.state <> t.state OR coalesce(s.desk_id, 0) <> coalesce(t.desk_id, 0) OR s.waits_in <> t.waits_in",
    )
}

fn intervals(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT s.station_id, 'step ' || s.number || ' of a ticket ends when no other begins' AS said FROM ticket_steps s \
         LEFT JOIN ticket_steps n ON n.station_id = s.station_id AND n.ticket_id = s.ticket_id AND n.number = s.number + 1 \
         WHERE (s.until_at IS NULL AND n.number IS NOT NULL) OR (s.until_at IS NOT NULL AND n.number IS NULL) \
         OR s.until_at <> n.from_at",
    )
}

fn desks(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT station_id, 'desk ' || desk_id || ' has ' || count(*) || ' tickets at once' AS said FROM tickets \
         WHERE state IN (2, 3) AND desk_id IS NOT NULL GROUP BY station_id, desk_id HAVING count(*) > 1",
    )
}

fn without_desk(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT station_id, 'ticket ' || number || ' of line ' || line_id || ' on ' || on_day || ' is called to no desk' AS said \
         FROM tickets WHERE state IN (2, 3, 4) AND desk_id IS NULL",
    )
}

fn versions(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT m.station_id, 'matter ' || m.slug || ' has ' || count(v.version) || ' checklists, not ' || m.version AS said \
         FROM matters m LEFT JOIN matter_versions v ON v.station_id = m.station_id AND v.matter_id = m.id \
         GROUP BY m.station_id, m.slug, m.version HAVING count(v.version) <> m.version",
    )
}

fn presences(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT p.station_id, 'declaration ' || p.number || ' of official ' || p.official_id || ' is older than the one before' \
         AS said FROM presences p JOIN presences q ON q.station_id = p.station_id AND q.official_id = p.official_id \
         AND q.number = p.number - 1 WHERE p.declared_at < q.declared_at",
    )
}
