//! What must always be true of fairs, for `yizhan check`.
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::lottery::Seed;

use crate::draws::rules::allot;
use crate::fair::store;

pub const CHECKS: &[Check] = &[
    Check { name: "a stall stands where it fits", run: fitting },
    Check { name: "the applications of a fair are numbered without holes", run: numbers },
    Check { name: "a draw of stalls came to what its seed and its applications give", run: again },
];

fn again(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let mut broken = vec![];
    for (station, fair, commitment, seed, draw) in store::all_draws(c)? {
        let why = match Seed::of(&seed).filter(|seed| seed.commitment() == commitment) {
            None => Some("a seed that is not the one that was fixed"),
            Some(seed) if allot(&draw.wishes, &draw.sites, &seed) != draw.results => {
                Some("another result than the rule gives")
            }
            Some(_) => None,
        };
        broken.extend(why.map(|why| format!("station {station}: the draw of the stalls of {fair} has {why}")));
    }
    Ok(broken)
}

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
