//! What must always be true of receptions, for `yizhan check`.
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::fault::Fault;

pub fn checks() -> Vec<Check> {
    vec![
        Check { name: "a slot of a reception day has one person", run: slots },
        Check { name: "a reception day was announced three days ahead", run: notice },
        Check { name: "a reception's log is numbered 1, 2, 3 … as its row says", run: logs },
        Check { name: "what an office has to answer has an office and a day", run: offices },
        Check { name: "a reception that is over says since when", run: ends },
    ]
}

fn slots(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT r.station_id, 'a slot of the reception day ' || d.on_day || ' has ' || count(*) || ' people' AS said \
         FROM receptions r JOIN reception_days d ON d.station_id = r.station_id AND d.id = r.day_id \
         WHERE r.slot_at IS NOT NULL AND r.state <> 1 GROUP BY r.station_id, r.day_id, d.on_day, r.slot_at \
         HAVING count(*) > 1",
    )
}

/// Days are compared with the instant of the announcement: two whole days lie between them in every zone.
fn notice(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let earlier = match c {
        Conn::Sqlite(_) => "starts_at - announced_at < 172800000000",
        Conn::Pg(_) => "starts_at - announced_at < interval '2 days'",
    };
    broken(
        c,
        &format!(
            "SELECT station_id, 'the reception day ' || on_day || ' was announced too late' AS said FROM reception_days \
             WHERE {earlier}"
        ),
    )
}

fn logs(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT r.station_id, 'a reception in state ' || r.state || ' says that it has ' || r.steps || ' steps, its log ' || \
         count(s.number) AS said FROM receptions r LEFT JOIN reception_steps s ON s.station_id = r.station_id \
         AND s.visit_id = r.id GROUP BY r.station_id, r.id, r.state, r.steps \
         HAVING count(s.number) <> r.steps OR coalesce(max(s.number), 0) <> r.steps",
    )
}

fn offices(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT station_id, 'a reception in state ' || state || ' waits for nobody, or without a day' AS said \
         FROM receptions WHERE state IN (4, 5) AND (owner_id IS NULL OR reply_by IS NULL)",
    )
}

fn ends(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT station_id, 'a reception is in state ' || state || ' and its end does not fit' AS said FROM receptions \
         WHERE state NOT IN (0, 1, 2, 3, 4, 5, 6) OR (state IN (1, 2, 6) AND over_at IS NULL) \
         OR (state NOT IN (1, 2, 6) AND over_at IS NOT NULL)",
    )
}
