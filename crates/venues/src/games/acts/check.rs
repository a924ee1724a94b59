//! What must always be true of games.
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::fault::Fault;

use crate::acts::for_both;

/// The group's invariants, for `yizhan check`.
pub fn checks() -> &'static [Check] {
    &[
        Check { name: "every game starts when its reservation does and is one of the source game", run: torn },
        Check { name: "no game has more players than places", run: overfull },
        Check { name: "a filled game's reservation is no hold, an open one's is no other", run: out_of_step },
        Check { name: "a person's time belongs to games in which the person plays", run: stray_times },
        Check { name: "every player plays in a game that is there", run: nowhere },
        Check { name: "whoever plays has the time of the game and no other", run: untimely },
    ]
}

fn torn(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT g.station_id, 'a game from ' || g.starts_at || ' and its reservation say different things' AS said \
         FROM games g LEFT JOIN reservations r ON r.station_id = g.station_id AND r.id = g.id \
         WHERE r.id IS NULL OR r.starts_at <> g.starts_at OR r.source <> 7 OR r.venue_id <> g.venue_id \
         OR r.offering_id <> g.offering_id \
         UNION ALL SELECT r.station_id, 'a reservation of the source game from ' || r.starts_at || ' has no game' AS said \
         FROM reservations r WHERE r.source = 7 AND NOT EXISTS (SELECT 1 FROM games g \
         WHERE g.station_id = r.station_id AND g.id = r.id)",
    )
}

fn overfull(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT g.station_id, 'a game from ' || g.starts_at || ' has more players than places' AS said FROM games g \
         WHERE g.wanted < (SELECT count(*) FROM game_players p WHERE p.station_id = g.station_id AND p.game_id = g.id \
         AND p.left_at IS NULL) + (SELECT count(*) FROM game_players p WHERE p.station_id = g.station_id \
         AND p.game_id = g.id AND p.left_at IS NULL AND p.along)",
    )
}

fn out_of_step(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT g.station_id, 'a game from ' || g.starts_at || ' and its reservation are out of step' AS said \
         FROM games g JOIN reservations r ON r.station_id = g.station_id AND r.id = g.id \
         WHERE g.state NOT BETWEEN 0 AND 4 OR (g.state = 0 AND r.state IN (1, 2)) OR (g.state = 1 AND r.state = 0) OR (g.state > 1 AND r.state < 3)",
    )
}

fn stray_times(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT x.station_id, 'time of somebody who does not play is kept for a game' AS said \
         FROM (SELECT DISTINCT station_id, person_id, game_id FROM game_cells) x WHERE NOT EXISTS \
         (SELECT 1 FROM game_players p WHERE p.station_id = x.station_id AND p.game_id = x.game_id \
         AND p.person_id = x.person_id AND p.left_at IS NULL)",
    )
}

fn nowhere(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT p.station_id, 'somebody who joined at ' || p.joined_at || ' plays in a game that is not there' AS said \
         FROM game_players p WHERE NOT EXISTS (SELECT 1 FROM games g WHERE g.station_id = p.station_id AND g.id = p.game_id)",
    )
}

/// Nobody plays twice at once because each has the time of their game under a key. A child's place takes no time of its
/// guardian's, unless they play along.
fn untimely(c: &mut Conn) -> Result<Vec<String>, Fault> {
    for_both(
        c,
        "SELECT DISTINCT k.station_id, 'time beside a game from ' || k.starts_at || ' is kept for it' AS said FROM games k \
         JOIN game_cells x ON x.station_id = k.station_id AND x.game_id = k.id WHERE x.cell < $FIRST OR x.cell >= $END \
         UNION ALL SELECT k.station_id, 'a player of a game from ' || k.starts_at || ' lacks time for it' AS said FROM games k \
         JOIN game_players p ON p.station_id = k.station_id AND p.game_id = k.id \
         WHERE k.state < 2 AND p.left_at IS NULL AND p.person_id IS NOT NULL AND (p.band IS NULL OR p.along) \
         AND ($END - $FIRST) <> (SELECT count(DISTINCT x.cell) FROM game_cells x WHERE x.station_id = k.station_id \
         AND x.person_id = p.person_id AND x.game_id = k.id)",
    )
}
