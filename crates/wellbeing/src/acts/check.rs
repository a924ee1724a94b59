//! What must always be true of surveys, for `yizhan check`.
use kernel::check::{Check, broken};
use kernel::db::Conn;
use kernel::fault::Fault;

use crate::store::{answers, surveys};

pub const CHECKS: &[Check] = &[
    Check { name: "a station has one survey at a time", run: one },
    Check { name: "each ballot of a survey that was printed can be used, or was", run: printed },
    Check { name: "no survey has more ballots than a list has households to draw", run: wanted },
    Check { name: "the hours of a survey count as many ballots as it has answers", run: hours },
    Check { name: "a survey that is over has a result, and no list, no ballot, no hour and no tip", run: closed },
    Check { name: "the result of a survey is of as many ballots and answers as there are", run: counted },
];

fn one(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT s.station_id, count(*) || ' surveys are not over' AS said FROM surveys s WHERE s.state <> 4 \
         GROUP BY s.station_id HAVING count(*) > 1",
    )
}

fn printed(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT t.station_id, 'a survey has ' || t.printed || ' ballots, ' || t.unspent || ' can be used and ' \
         || t.answered || ' were' AS said FROM (SELECT s.station_id, s.printed, \
         (SELECT count(*) FROM survey_ballots b WHERE b.station_id = s.station_id AND b.survey_id = s.id) AS unspent, \
         (SELECT count(*) FROM survey_answers a WHERE a.station_id = s.station_id AND a.survey_id = s.id) AS answered \
         FROM surveys s) t WHERE t.printed <> t.unspent + t.answered",
    )
}

fn wanted(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT t.station_id, 'a survey of state ' || t.state || ' draws ' || t.wanted || ' households, has marked ' \
         || t.marked || ', has ' || t.printed || ' ballots and ' || t.not_eligible || ' empty houses' AS said \
         FROM (SELECT s.station_id, s.state, s.wanted, s.printed, s.not_eligible, s.drawn_at, \
         (SELECT count(*) FROM survey_households h WHERE h.station_id = s.station_id AND h.survey_id = s.id \
         AND h.drawn = TRUE) AS marked FROM surveys s) t \
         WHERE t.printed > t.wanted OR t.not_eligible > t.wanted OR (t.state IN (0, 1) AND t.drawn_at IS NOT NULL) \
         OR (t.drawn_at IS NULL AND (t.printed > 0 OR t.not_eligible > 0)) \
         OR (t.state <> 4 AND t.marked <> CASE WHEN t.state = 2 THEN t.wanted ELSE 0 END)",
    )
}

fn hours(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT t.station_id, 'a survey has ' || t.answers || ' answers, and its hours ' || t.hours AS said \
         FROM (SELECT s.station_id, \
         (SELECT count(*) FROM survey_answers a WHERE a.station_id = s.station_id AND a.survey_id = s.id) AS answers, \
         (SELECT coalesce(sum(h.n), 0) FROM survey_hours h WHERE h.station_id = s.station_id AND h.survey_id = s.id) AS hours \
         FROM surveys s WHERE s.state <> 4) t WHERE t.answers <> t.hours",
    )
}

fn closed(c: &mut Conn) -> Result<Vec<String>, Fault> {
    broken(
        c,
        "SELECT s.station_id, 'a survey of state ' || s.state || ' is over, or not, and has what it may not have' AS said \
         FROM surveys s WHERE (s.state = 4) <> (s.closed_at IS NOT NULL) OR (s.state = 4) <> (s.result IS NOT NULL) \
         OR (s.state = 4 AND (EXISTS (SELECT 1 FROM survey_households h WHERE h.station_id = s.station_id \
         AND h.survey_id = s.id) OR EXISTS (SELECT 1 FROM survey_ballots b WHERE b.station_id = s.station_id \
         AND b.survey_id = s.id) OR EXISTS (SELECT 1 FROM survey_hours o WHERE o.station_id = s.station_id \
         AND o.survey_id = s.id) OR EXISTS (SELECT 1 FROM survey_tips t WHERE t.station_id = s.station_id \
         AND t.survey_id = s.id)))",
    )
}

/// What they say is sealed; how many there are is not.
fn counted(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let mut differ = vec![];
    for (station, survey) in surveys::everywhere(c)? {
        let answered = answers::how_many(c, station, survey.id)?;
        if survey.result.as_ref().is_some_and(|result| result.response != survey.response(answered)) {
            differ.push(format!("station {station}: the survey of {} has another result", survey.new.opens_on));
        }
    }
    Ok(differ)
}
