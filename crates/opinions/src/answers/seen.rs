//! What whoever has the receipt sees.
use jiff::{SignedDuration, Timestamp};
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use stations::Station;

use super::dues::{day_of, due_of, speak_until};
use super::holder::Holder;
use super::opened::{contact_link, unsealed};
use super::setting::{categories, clocks, one_of};
use super::types::{MergedInto, PublicState, Seen, SeenStep};
use super::who::is_sealed;
use super::{setting, steps};
use crate::rules::{self, Move, State, Step};
use crate::store::{self, Kept};

/// By receipt.
pub fn seen(c: &mut Conn, house: &House, station: &Station, holder: &Holder, now: Timestamp) -> Result<Seen, Fault> {
    let kept = store::by_id(c, station.id, holder.id)?;
    let categories = categories(c, station.id)?;
    let steps = steps::for_reporter(c, house, station, kept.id)?;
    let public = public(c, station, &kept, now)?;
    let may = |made| rules::next(kept.state, made).is_ok();
    let sealed_for_station = kept.state != State::Withdrawn && is_sealed(c, house, (station.id, kept.id))?;
    let setting = setting::setting(c, station.id)?;
    Ok(Seen {
        id: kept.id,
        state: kept.state,
        received_at: kept.received_at,
        category: one_of(&categories, kept.category),
        text: unsealed(house, kept.text_sealed.as_deref())?.unwrap_or_default(),
        place: unsealed(house, kept.place_sealed.as_deref())?,
        photos: store::photo_ids(c, station.id, kept.id)?,
        due: due_of(house, station, &kept, clocks(&categories, kept.category), now)?,
        speak_until: speak_until(house, &kept)?,
        question_open: kept.question_open,
        may_solve: may(Move::Solve) && kept.state != State::Solved,
        may_dispute: may(Move::Dispute) && rules::may_speak(kept.ended_at, now),
        may_appeal: matches!(public, Some(PublicState::Hidden { appealed: false, .. })),
        viewers: steps::viewers(c, station, kept.id)?,
        may_publish: kept.may_publish,
        public,
        out_of_scope: last_text(&steps, Step::OutOfScope).filter(|_| kept.state == State::OutOfScope),
        merged_into: merged(c, house, station, &kept)?,
        sealed_for_station,
        kept_until: kept
            .ended_at
            .or(sealed_for_station.then_some(kept.received_at))
            .map(|from| day_of(station, from + SignedDuration::from_hours(24 * i64::from(setting.keep_days)))),
        oversight: (setting.oversight_zh, setting.oversight_en),
        may_set_phone: kept.state != State::Withdrawn && rules::keeps_phone((kept.received_at, kept.ended_at), now),
        has_contact: store::has_contact(c, station.id, &contact_link(house, kept.id))?,
        steps,
    })
}

fn last_text(steps: &[SeenStep], step: Step) -> Option<String> {
    steps.iter().rev().find(|s| s.step == step).and_then(|s| s.text.clone())
}

fn merged(c: &mut Conn, house: &House, station: &Station, kept: &Kept) -> Result<Option<MergedInto>, Fault> {
    let Some(into) = kept.merged_into.filter(|_| kept.state == State::Merged) else { return Ok(None) };
    let other = match store::by_id(c, station.id, into) {
        Ok(other) => other,
        Err(Fault::NotFound) => return Ok(None),
        Err(fault) => return Err(fault),
    };
    let answered = matches!(other.state, State::Answered | State::Solved | State::Unconfirmed);
    let answer = match answered {
        true => last_text(&steps::for_reporter(c, house, station, into)?, Step::Answered),
        false => None,
    };
    Ok(Some(MergedInto { state: other.state, answer }))
}

fn public(c: &mut Conn, station: &Station, kept: &Kept, now: Timestamp) -> Result<Option<PublicState>, Fault> {
    if !kept.may_publish {
        return Ok(None);
    }
    let Some(post) = store::post_of(c, station.id, kept.id)? else { return Ok(Some(PublicState::Waiting)) };
    let Some(on) = post.released_on else {
        let not_before = rules::next_release(now, &station.zone).ok_or(Fault::NotFound)?;
        return Ok(Some(PublicState::Masked { title: post.title, text: post.text, not_before }));
    };
    if post.hidden_by.is_none() {
        return Ok(Some(PublicState::Released { post: post.id, on }));
    }
    let hide = store::last_hide(c, station.id, post.id)?.ok_or_else(|| Fault::broken("a post is hidden by nobody"))?;
    let (appealed, appeal_refused) = (hide.appeal_sealed.is_some(), hide.shown_again == Some(false));
    let reason = hide.reason;
    Ok(Some(PublicState::Hidden { post: post.id, reason, appealed, appeal_refused }))
}
