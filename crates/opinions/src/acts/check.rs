//! What must always be true of opinions, for `yizhan check`.
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::fault::Fault;

pub const CHECKS: &[Check] = &[
    Check { name: "nobody looks after an opinion that is about them", run: conflict },
    Check { name: "of an opinion that was taken back nothing is left", run: withdrawn },
    Check { name: "an opinion says when it ended once it has, and not before", run: ended },
    Check { name: "the history of each opinion is numbered 1, 2, 3 … without holes", run: history },
    Check { name: "what is hidden was hidden by two", run: hands },
    Check { name: "an opinion is merged into another one, which is there and stands by itself", run: merged },
    Check { name: "nobody publishes an opinion whose writer has not allowed it", run: allowed },
    Check { name: "as many numbers are in the vault as opinions say at most", run: contacts },
];

fn conflict(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT o.station_id, 'opinion ' || o.number || ' is looked after by somebody whom it is about' AS said \
         FROM opinions o JOIN opinion_named n ON n.station_id = o.station_id AND n.opinion_id = o.id \
         WHERE n.lifted_at IS NULL AND n.staff_id = o.assigned_to",
    )
}

fn withdrawn(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT o.station_id, 'opinion ' || o.number || ' was taken back, and something of it is left' AS said \
         FROM opinions o WHERE o.state = 10 AND (o.text_sealed IS NOT NULL OR o.place_sealed IS NOT NULL \
         OR o.point_sealed IS NOT NULL OR o.assigned_to IS NOT NULL \
         OR EXISTS (SELECT 1 FROM opinion_photos p WHERE p.station_id = o.station_id AND p.opinion_id = o.id) \
         OR EXISTS (SELECT 1 FROM opinion_named n WHERE n.station_id = o.station_id AND n.opinion_id = o.id) \
         OR EXISTS (SELECT 1 FROM opinion_events e WHERE e.station_id = o.station_id AND e.opinion_id = o.id) \
         OR EXISTS (SELECT 1 FROM opinion_viewers w WHERE w.station_id = o.station_id AND w.opinion_id = o.id) \
         OR EXISTS (SELECT 1 FROM opinion_posts p WHERE p.station_id = o.station_id AND p.opinion_id = o.id))",
    )
}

fn ended(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT o.station_id, 'opinion ' || o.number || ' has state ' || o.state || ' and an end that does not fit' AS said \
         FROM opinions o WHERE (o.state IN (5, 7, 8, 9, 10)) <> (o.ended_at IS NOT NULL)",
    )
}

fn history(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT e.station_id, 'a history has ' || count(*) || ' steps, numbered from ' || min(e.number) || ' to ' || \
         max(e.number) AS said FROM opinion_events e GROUP BY e.station_id, e.opinion_id \
         HAVING min(e.number) <> 1 OR max(e.number) <> count(*)",
    )
}

fn hands(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT p.station_id, 'the post “' || p.title || '” is hidden, and not by two' AS said FROM opinion_posts p \
         LEFT JOIN opinion_hides h ON h.station_id = p.station_id AND h.post_id = p.id AND h.number = p.hidden_by \
         WHERE p.hidden_by IS NOT NULL AND (h.decided_by IS NULL OR h.decided_by = h.asked_by OR h.reason = '')",
    )
}

fn merged(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT o.station_id, 'opinion ' || o.number || ' is merged into nothing that stands by itself' AS said \
         FROM opinions o LEFT JOIN opinions m ON m.station_id = o.station_id AND m.id = o.merged_into \
         WHERE (o.state = 8 AND (o.merged_into IS NULL OR m.state IN (8, 10))) OR (o.state <> 8 AND o.merged_into IS NOT NULL)",
    )
}

fn allowed(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT o.station_id, 'opinion ' || o.number || ' is public, and whoever left it does not allow that' AS said \
         FROM opinions o JOIN opinion_posts p ON p.station_id = o.station_id AND p.opinion_id = o.id \
         WHERE o.may_publish = FALSE",
    )
}

fn contacts(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT k.station_id, count(*) || ' numbers are kept, and fewer opinions have one' AS said FROM opinion_contacts k \
         GROUP BY k.station_id HAVING count(*) > (SELECT count(*) FROM opinions o WHERE o.station_id = k.station_id \
         AND o.has_contact = TRUE)",
    )
}
