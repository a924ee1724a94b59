//! What must always be true of lots, for `yizhan check`.
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::fault::Fault;

pub const CHECKS: &[Check] = &[
    Check { name: "the count of a lot is the sum of its taps and recounts", run: counts },
    Check { name: "a lot is on the day of its fair", run: days },
    Check { name: "what is forgotten of a car in the way is forgotten whole", run: whole },
];

fn counts(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT b.station_id, 'lot ' || l.slug || ' of ' || l.on_day || ' counts ' || b.parked || ' of class ' || b.class || \
         ', its taps come to ' || coalesce(sum(CASE WHEN t.counts THEN t.step ELSE 0 END), 0) AS said FROM parking_bays b \
         JOIN parking_lots l ON l.station_id = b.station_id AND l.id = b.lot_id LEFT JOIN parking_taps t \
         ON t.station_id = b.station_id AND t.lot_id = b.lot_id AND t.class = b.class \
         GROUP BY b.station_id, b.lot_id, b.class, b.parked, l.slug, l.on_day \
         HAVING b.parked <> coalesce(sum(CASE WHEN t.counts THEN t.step ELSE 0 END), 0)",
    )
}

fn days(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT l.station_id, 'lot ' || l.slug || ' of ' || l.on_day || ' opens when its fair is over, or closes before it' \
         AS said FROM parking_lots l JOIN occurrences o ON o.station_id = l.station_id AND o.id = l.occurrence_id \
         WHERE l.opens_at >= o.ends_at OR l.closes_at <= o.starts_at",
    )
}

fn whole(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT m.station_id, 'a car of ' || m.on_day || ' is forgotten but not who asked for it' AS said \
         FROM parking_moves m WHERE m.plate_sealed IS NULL AND (m.asker_sealed IS NOT NULL OR m.phone_sealed IS NOT NULL)",
    )
}
