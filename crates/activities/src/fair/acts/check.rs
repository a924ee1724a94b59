//! What must always be true of fairs, for `yizhan check`.
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::fault::Fault;

pub const CHECKS: &[Check] = &[
    Check { name: "a stall stands where it fits", run: fitting },
    Check { name: "the applications of a fair are numbered without holes", run: numbers },
];

fn fitting(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT a.station_id, 'stall ' || a.number || ' of ' || a.on_day || ' does not fit on place ' || p.code AS said \
         FROM stall_applications a JOIN fair_places p ON p.station_id = a.station_id AND p.occurrence_id = a.occurrence_id \
         AND p.code = a.code WHERE p.kind <> 0 OR p.metres < a.metres OR (a.power AND NOT p.power) \
         OR (p.goods IS NOT NULL AND p.goods <> a.goods)",
    )
}

fn numbers(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT station_id, 'a fair has ' || count(*) || ' applications, the last is number ' || \
         max(number) AS said FROM stall_applications GROUP BY station_id, occurrence_id HAVING count(*) <> max(number)",
    )
}
