//! What everybody may read: whoever left an opinion allows it, a manager writes it without names, and it goes out with others.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::once::only_once;
use kernel::refusal::Not;
use people::StaffAt;

use super::doing::{By, Doing};
use super::once::once;
use crate::answers::{Holder, day_of, fresh_id, point};
use crate::rules::{Refusal, State, Step, text_of, week_of};
use crate::store::{self, Kept, KeptPost};
use crate::{OpinionId, PostId};

/// What a manager has written for everybody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicText {
    pub title: String,
    pub text: String,
    pub answer: Option<String>,
    /// Where it is, in words; may be empty.
    pub address: String,
    /// Whether the place on the map is shown, to a hundred metres.
    pub with_point: bool,
}

/// Allows that a masked version is published, or takes that back: then what there is of it goes.
pub async fn allow_public(doing: &Doing, holder: &Holder, allowed: bool) -> Result<(), Not<Refusal>> {
    let (d, id, now) = (doing.clone(), holder.id, doing.house.now());
    let work = move |c: &mut Conn| {
        let mut kept = store::hold(c, d.station.id, id)?;
        if kept.state == State::Withdrawn {
            return Err(Refusal::Ended(kept.state).into());
        }
        if kept.may_publish == allowed {
            return Ok(());
        }
        kept.may_publish = allowed;
        store::set(c, d.station.id, &kept)?;
        if let Some(post) = store::post_of(c, d.station.id, id)?.filter(|_| !allowed) {
            store::drop_post(c, d.station.id, post.id)?;
        }
        let step = if allowed { Step::PublicAsked } else { Step::PublicRefused };
        d.record(c, id, (step, By::Reporter, now), (None, None))?;
        Ok::<_, Not<Refusal>>(())
    };
    doing.house.db.write(work).await
}

/// Writes the public version, or writes it anew.
pub async fn write_public(
    doing: &Doing,
    staff: &StaffAt,
    (id, text): (OpinionId, PublicText),
    key: Option<&str>,
) -> Result<PostId, Not<Refusal>> {
    let once = once(&doing.house, key, &staff.id.to_string(), ("public", &format!("{id} {text:?}")));
    let (d, staff, now) = (doing.clone(), staff.clone(), doing.house.now());
    let fresh = PostId(fresh_id(&doing.house));
    let work = move |c: &mut Conn| {
        only_once(c, d.station.id, once.as_ref(), now, |c| {
            let kept = d.held_by_manager(c, &staff, id)?;
            match kept.state {
                _ if !kept.may_publish => return Err(Refusal::NotPublic.into()),
                State::Received => return Err(Refusal::NotYet(kept.state).into()),
                _ => {}
            }
            let post = keep(c, &d, &kept, (fresh, &text), now)?;
            d.record(c, id, (Step::Masked, By::Staff(&staff), now), (None, None))?;
            Ok::<_, Not<Refusal>>(post)
        })
    };
    doing.house.db.write(work).await
}

fn keep(
    c: &mut Conn,
    doing: &Doing,
    kept: &Kept,
    (fresh, text): (PostId, &PublicText),
    now: Timestamp,
) -> Result<PostId, Fault> {
    let station = doing.station.id;
    let before = store::post_of(c, station, kept.id)?;
    let (id, made_at, is_new) = before.as_ref().map_or((fresh, now, true), |post| (post.id, post.made_at, false));
    let answer = text.answer.as_deref().map(text_of).filter(|answer| !answer.is_empty());
    let round = |degrees: f64| (degrees * 1000.0).round() / 1000.0;
    let at = point(&doing.house, kept)?.filter(|_| text.with_point);
    let week = week_of(day_of(&doing.station, now));
    let post = KeptPost {
        id,
        opinion: Some(kept.id),
        category: kept.category,
        title: text_of(&text.title),
        text: text_of(&text.text),
        answered_week: kept.answered_on.map(week_of).filter(|_| answer.is_some()),
        answer,
        address: text_of(&text.address),
        point: at.map(|at| (round(at.lat), round(at.lon))),
        made_at,
        released_on: before.as_ref().and_then(|post| post.released_on),
        updated_on: before.as_ref().and_then(|post| post.released_on).map(|_| week),
        closed: !kept.state.is_open(),
        hidden_by: before.as_ref().and_then(|post| post.hidden_by),
    };
    match is_new {
        true => store::add_post(c, station, &post)?,
        false => store::set_post(c, station, &post)?,
    }
    Ok(id)
}
