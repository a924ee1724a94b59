//! What must always be true of wishes, for `yizhan check`.
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::fault::Fault;

pub const CHECKS: &[Check] = &[
    Check { name: "somebody has each wish that is taken, and nobody any other", run: taken },
    Check { name: "whoever still has to bring a wish is known", run: held },
    Check { name: "what was brought says when, and what was not does not", run: brought },
    Check { name: "what everybody sees of wishes, two others have looked at", run: two },
    Check { name: "nobody has looked at a wish that they wrote down", run: own },
    Check { name: "a wish that was refused was refused by somebody, who says why", run: refused },
    Check { name: "whose wish it is, is known until it has ended", run: whose },
    Check { name: "a child's wish has a guardian's consent", run: guardian },
    Check { name: "a number of whoever wishes is kept both sealed and to be found", run: numbers },
    Check { name: "an hour of somebody's time costs nothing", run: time },
    Check { name: "a wish that was public has a last day", run: days },
    Check { name: "a wish that was referred says to whom", run: referred },
];

fn taken(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT w.station_id, 'a wish has state ' || w.state || ' and ' || count(k.wish_id) || ' who have it' AS said \
         FROM wishes w LEFT JOIN wish_claims k ON k.station_id = w.station_id AND k.wish_id = w.id \
         GROUP BY w.station_id, w.id, w.state \
         HAVING (w.state IN (4, 5, 6) AND count(k.wish_id) <> 1) OR (w.state NOT IN (4, 5, 6, 7) AND count(k.wish_id) <> 0)",
    )
}

fn held(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT k.station_id, 'a wish is to be brought by nobody' AS said FROM wish_claims k \
         JOIN wishes w ON w.station_id = k.station_id AND w.id = k.wish_id WHERE w.state IN (4, 5) AND k.person_id IS NULL",
    )
}

fn brought(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT k.station_id, 'a wish of state ' || w.state || ' was brought at a time that does not fit' AS said \
         FROM wish_claims k JOIN wishes w ON w.station_id = k.station_id AND w.id = k.wish_id \
         WHERE (w.state IN (6, 7)) <> (k.delivered_at IS NOT NULL)",
    )
}

fn two(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT w.station_id, 'a wish is public, and ' || count(r.staff_id) || ' have said yes to version ' || w.version AS said \
         FROM wishes w LEFT JOIN wish_reviews r ON r.station_id = w.station_id AND r.wish_id = w.id \
         AND r.version = w.version AND r.yes = TRUE WHERE w.state >= 3 \
         GROUP BY w.station_id, w.id, w.version HAVING count(r.staff_id) < 2",
    )
}

fn own(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT w.station_id, 'version ' || w.version || ' of a wish was looked at by who wrote it down' AS said FROM wishes w \
         JOIN wish_reviews r ON r.station_id = w.station_id AND r.wish_id = w.id AND r.version = w.version \
         WHERE r.staff_id = w.coordinator OR EXISTS (SELECT 1 FROM wish_people p WHERE p.station_id = w.station_id \
         AND p.wish_id = w.id AND p.consent_by = r.staff_id) OR EXISTS (SELECT 1 FROM wish_writers t \
         WHERE t.station_id = w.station_id AND t.wish_id = w.id AND t.staff_id = r.staff_id)",
    )
}

fn refused(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT w.station_id, 'a wish was refused and nobody says why' AS said FROM wishes w WHERE w.state = 2 \
         AND NOT EXISTS (SELECT 1 FROM wish_reviews r WHERE r.station_id = w.station_id AND r.wish_id = w.id \
         AND r.version = w.version AND r.yes = FALSE AND trim(r.why) <> '')",
    )
}

fn whose(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT w.station_id, 'nobody knows whose a wish of state ' || w.state || ' is' AS said FROM wishes w \
         WHERE w.state NOT IN (7, 9) AND NOT EXISTS (SELECT 1 FROM wish_people p \
         WHERE p.station_id = w.station_id AND p.wish_id = w.id)",
    )
}

fn guardian(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT p.station_id, 'a wish says that it is a child''s, or a guardian''s, and not both' AS said FROM wish_people p \
         WHERE p.minor <> p.guardian",
    )
}

fn numbers(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT p.station_id, 'a number is kept sealed or to be found, and not both' AS said FROM wish_people p \
         WHERE (p.phone_sealed IS NULL) <> (p.phone_hash IS NULL)",
    )
}

fn time(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT w.station_id, 'an hour of time costs something: band ' || w.band AS said FROM wishes w \
         WHERE w.kind = 7 AND w.band <> 0",
    )
}

fn days(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT w.station_id, 'a wish of state ' || w.state || ' has no first or no last day' AS said FROM wishes w \
         WHERE (w.public_at IS NULL) <> (w.ends_on IS NULL) OR (w.state >= 3 AND w.public_at IS NULL)",
    )
}

fn referred(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT w.station_id, 'a wish of state ' || w.state || ' is referred to “' || w.referred_to || '”' AS said \
         FROM wishes w WHERE (w.state = 9) <> (trim(w.referred_to) <> '')",
    )
}
