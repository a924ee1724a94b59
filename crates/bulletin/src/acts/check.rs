//! What must always be true of notices, for `yizhan check`.
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::fault::Fault;

use super::publish::grams_of;
use crate::store::{grams, notices, versions};

pub const CHECKS: &[Check] = &[
    Check { name: "what everybody reads of a notice is a version that somebody has let be seen", run: shown },
    Check { name: "a second pair of eyes is somebody else's", run: eyes },
    Check { name: "the versions of a notice are numbered 1, 2, 3 … without holes", run: numbers },
    Check { name: "a notice is taken down by two, and one that is down was asked for", run: downs },
    Check { name: "every photo of a notice says what it shows", run: alt },
    Check { name: "a photo stands in no notice but its own", run: own },
    Check { name: "public notices are found by their words, and no others", run: found },
    Check { name: "related notices are so in both directions", run: both },
];

fn shown(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT n.station_id, 'notice of version ' || n.version || ' shows ' || coalesce(n.shown, 0) || ', which nobody has published' \
         AS said FROM notices n LEFT JOIN notice_versions v ON v.station_id = n.station_id AND v.notice_id = n.id AND v.nr = n.shown \
         WHERE n.stands <> 0 AND (v.shown_at IS NULL OR v.section <> n.section)",
    )
}

fn eyes(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT v.station_id, 'version ' || v.nr || ' of “' || v.title || '” was published by who wrote it' AS said \
         FROM notice_versions v WHERE v.shown_by = v.made_by AND NOT v.alone",
    )
}

fn numbers(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT n.station_id, 'a notice is at version ' || n.version || ' and has ' || count(v.nr) AS said FROM notices n \
         LEFT JOIN notice_versions v ON v.station_id = n.station_id AND v.notice_id = n.id \
         GROUP BY n.station_id, n.id, n.version HAVING count(v.nr) <> n.version OR max(v.nr) <> n.version",
    )
}

fn downs(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let by_one = broken(
        c,
        "SELECT d.station_id, 'one person alone took a notice down: ' || d.why AS said FROM notice_downs d \
         WHERE d.ended = 1 AND d.ended_by = d.asked_by",
    )?;
    let by_nobody = broken(
        c,
        "SELECT n.station_id, 'a notice of version ' || n.version || ' is down and nobody decided it' AS said FROM notices n \
         WHERE n.stands = 2 AND NOT EXISTS (SELECT 1 FROM notice_downs d WHERE d.station_id = n.station_id \
         AND d.notice_id = n.id AND d.ended = 1)",
    )?;
    Ok([by_one, by_nobody].concat())
}

fn alt(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT p.station_id, 'photo ' || p.place || ' of version ' || p.version || ' of a notice shows nothing in words' AS said \
         FROM notice_version_photos p WHERE trim(p.alt) = ''",
    )
}

fn own(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT p.station_id, 'version ' || p.version || ' of a notice shows a photo of another' AS said \
         FROM notice_version_photos p JOIN notice_photos i ON i.station_id = p.station_id AND i.id = p.photo_id \
         WHERE i.notice_id <> p.notice_id",
    )
}

fn found(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let mut all = broken(
        c,
        "SELECT g.station_id, count(*) || ' grams lead to a notice that is not public' AS said FROM notice_grams g \
         JOIN notices n ON n.station_id = g.station_id AND n.id = g.notice_id WHERE n.stands <> 1 GROUP BY g.station_id, n.id",
    )?;
    for (station, notice) in notices::all_public(c)? {
        let Some(nr) = notice.shown else { continue };
        let version = versions::by_nr(c, station, notice.id, nr)?;
        if grams::of_notice(c, station, notice.id)? != grams_of(&version) {
            all.push(format!("station {station}: “{}” is not found by its words", version.draft.title));
        }
    }
    Ok(all)
}

fn both(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT r.station_id, 'a notice is related to one that is not related to it' AS said FROM notice_related r \
         LEFT JOIN notice_related b ON b.station_id = r.station_id AND b.notice_id = r.other_id AND b.other_id = r.notice_id \
         WHERE b.likeness IS NULL OR b.likeness <> r.likeness",
    )
}
