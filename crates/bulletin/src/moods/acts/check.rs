//! What must always be true of moods, for `yizhan check`.
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::fault::Fault;

pub const CHECKS: &[Check] = &[
    Check { name: "the total of a mood is the number of its votes", run: totals },
    Check { name: "every vote on a notice is in its totals", run: without },
    Check { name: "no vote outlives the key of its notice", run: outlived },
    Check { name: "no vote is older than its notice", run: early },
    Check { name: "every published notice has moods", run: unopened },
];

/// While the key is there; afterwards the totals are all that is left.
fn totals(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT t.station_id, 'a notice of ' || k.opened_on || ' has a total of ' || t.votes || ' of mood ' || t.mood || \
         ', and ' || count(v.voter) || ' votes' AS said FROM mood_totals t \
         JOIN mood_keys k ON k.station_id = t.station_id AND k.notice_id = t.notice_id \
         LEFT JOIN mood_votes v ON v.station_id = t.station_id AND v.notice_id = t.notice_id AND v.mood = t.mood \
         WHERE k.key_sealed IS NOT NULL GROUP BY t.station_id, t.notice_id, t.mood, t.votes, k.opened_on \
         HAVING t.votes <> count(v.voter)",
    )
}

fn without(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT v.station_id, 'a notice has ' || count(*) || ' votes of mood ' || v.mood || ' and no total' AS said \
         FROM mood_votes v LEFT JOIN mood_totals t ON t.station_id = v.station_id AND t.notice_id = v.notice_id \
         AND t.mood = v.mood WHERE t.mood IS NULL GROUP BY v.station_id, v.notice_id, v.mood",
    )
}

fn outlived(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT v.station_id, count(*) || ' votes are kept of a notice of ' || k.opened_on || ' without a key' AS said \
         FROM mood_votes v JOIN mood_keys k ON k.station_id = v.station_id AND k.notice_id = v.notice_id \
         WHERE k.key_sealed IS NULL GROUP BY v.station_id, v.notice_id, k.opened_on",
    )
}

fn early(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT v.station_id, 'a vote of ' || v.at_day || ' is on a notice of ' || k.opened_on AS said FROM mood_votes v \
         JOIN mood_keys k ON k.station_id = v.station_id AND k.notice_id = v.notice_id WHERE v.at_day < k.opened_on",
    )
}

fn unopened(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT n.station_id, 'a published notice takes no moods' AS said FROM notices n LEFT JOIN mood_keys k \
         ON k.station_id = n.station_id AND k.notice_id = n.id WHERE n.published_at IS NOT NULL AND k.notice_id IS NULL",
    )
}
