//! What must always be true of shifts and questions, for `yizhan check`.
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::fault::Fault;

pub fn checks() -> Vec<Check> {
    vec![
        Check { name: "a shift ends after it begins", run: backwards },
        Check { name: "nobody of the staff stands in two places", run: twice },
        Check { name: "a question's log is numbered 1, 2, 3 … as its row says", run: logs },
        Check { name: "a promise has a time and somebody who is there", run: promises },
        Check { name: "a closed question says how it ended", run: endings },
    ]
}

fn backwards(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT station_id, 'a shift of post ' || post_id || ' on ' || on_day || ' ends before it begins' AS said \
         FROM duty_shifts WHERE ends_at <= starts_at",
    )
}

fn twice(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT a.station_id, 'somebody stands at post ' || a.post_id || ' and at post ' || b.post_id || ' at once on ' || \
         a.on_day AS said FROM duty_shifts a JOIN duty_shifts b ON b.station_id = a.station_id AND b.staff_id = a.staff_id \
         AND a.id < b.id AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at",
    )
}

fn logs(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT f.station_id, 'a question due on ' || f.due_on || ' says that it has ' || f.steps || ' steps, its log ' || \
         count(s.number) AS said FROM first_asked f LEFT JOIN first_asked_steps s ON s.station_id = f.station_id \
         AND s.item_id = f.id GROUP BY f.station_id, f.id, f.due_on, f.steps \
         HAVING count(s.number) <> f.steps OR coalesce(max(s.number), 0) <> f.steps",
    )
}

fn promises(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT station_id, 'a question due on ' || due_on || ' waits for a promise that nobody made' AS said \
         FROM first_asked WHERE state = 1 AND (promised_at IS NULL OR promised_with IS NULL)",
    )
}

fn endings(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT station_id, 'a question due on ' || due_on || ' is in state ' || state || ' and its end does not fit' AS said \
         FROM first_asked WHERE state NOT IN (0, 1, 2, 3) OR (state = 3 AND (ending IS NULL OR closed_at IS NULL)) \
         OR (state <> 3 AND (ending IS NOT NULL OR closed_at IS NOT NULL))",
    )
}
