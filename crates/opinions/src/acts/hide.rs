//! Hiding what is public: two people, a reason, and an appeal that is not decided by the first. Nothing is deleted.
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::once::only_once;
use kernel::refusal::Not;
use people::StaffAt;

use super::contact;
use super::doing::{By, Doing};
use super::once::once;
use super::reporter::written;
use crate::PostId;
use crate::answers::{Holder, may_know, sealed};
use crate::rules::{Refusal, Step, text_of};
use crate::store::{self, Hide, KeptPost};

/// A post that somebody of staff may decide about, held: of one that is about them they only know what everybody reads.
fn held(c: &mut Conn, doing: &Doing, staff: &StaffAt, id: PostId) -> Result<KeptPost, Not<Refusal>> {
    let post = store::hold_post(c, doing.station.id, id)?;
    // Of one whose opinion is gone nobody knows any more whom it was about.
    let opinion = post.opinion.ok_or(Fault::NotFound)?;
    may_know(c, &doing.house, staff, (doing.station.id, opinion))?;
    if post.released_on.is_none() {
        return Err(Refusal::NotReleased.into());
    }
    Ok(post)
}

/// The first hand.
pub async fn ask_hide(
    doing: &Doing,
    staff: &StaffAt,
    (id, reason): (PostId, String),
    key: Option<&str>,
) -> Result<(), Not<Refusal>> {
    let once = once(&doing.house, key, &staff.id.to_string(), ("ask hide", &format!("{id} {reason}")));
    let (d, staff, now, reason) = (doing.clone(), staff.clone(), doing.house.now(), text_of(&reason));
    let work = move |c: &mut Conn| {
        only_once(c, d.station.id, once.as_ref(), now, |c| {
            let post = held(c, &d, &staff, id)?;
            if post.hidden_by.is_some() {
                return Err(Refusal::AlreadyHidden.into());
            }
            if store::last_hide(c, d.station.id, id)?.is_some_and(|hide| hide.hide.is_none()) {
                return Err(Refusal::HideAsked.into());
            }
            store::add_hide(c, d.station.id, id, (staff.id, &reason, now))?;
            history(c, &d, &post, (Step::HideAsked, By::Staff(&staff)), Some(&reason))?;
            Ok::<_, Not<Refusal>>(())
        })
    };
    doing.house.db.write(work).await
}

fn history(
    c: &mut Conn,
    doing: &Doing,
    post: &KeptPost,
    (step, by): (Step, By<'_>),
    text: Option<&str>,
) -> Result<(), Fault> {
    let Some(opinion) = post.opinion else { return Ok(()) };
    store::hold(c, doing.station.id, opinion)?;
    doing.record(c, opinion, (step, by, doing.house.now()), (text, None))
}

/// What waits for a decision, by somebody who did not ask first.
fn waiting(
    c: &mut Conn,
    doing: &Doing,
    staff: &StaffAt,
    id: PostId,
    waits: fn(&Hide) -> bool,
) -> Result<(KeptPost, Hide), Not<Refusal>> {
    let post = held(c, doing, staff, id)?;
    let hide = store::last_hide(c, doing.station.id, id)?.filter(waits).ok_or(Refusal::NothingToDecide)?;
    if hide.asked_by == staff.id {
        return Err(Refusal::SameHand.into());
    }
    Ok((post, hide))
}

/// The second hand: hides it, or does not.
pub async fn decide_hide(
    doing: &Doing,
    staff: &StaffAt,
    (id, hide): (PostId, bool),
    key: Option<&str>,
) -> Result<(), Not<Refusal>> {
    let once = once(&doing.house, key, &staff.id.to_string(), ("hide", &format!("{id} {hide}")));
    let (d, staff, now) = (doing.clone(), staff.clone(), doing.house.now());
    let work = move |c: &mut Conn| {
        only_once(c, d.station.id, once.as_ref(), now, |c| {
            let (mut post, asked) = waiting(c, &d, &staff, id, |hide| hide.hide.is_none())?;
            store::decide(c, d.station.id, (id, asked.number), (staff.id, hide, now))?;
            if !hide {
                history(c, &d, &post, (Step::HideRefused, By::Staff(&staff)), None)?;
                return Ok::<_, Not<Refusal>>(());
            }
            post.hidden_by = Some(asked.number);
            store::set_post(c, d.station.id, &post)?;
            history(c, &d, &post, (Step::Hidden, By::Staff(&staff)), Some(&asked.reason))?;
            if let Some(opinion) = post.opinion {
                contact::tell(c, &d, opinion, now)?;
            }
            Ok(())
        })
    };
    doing.house.db.write(work).await
}

/// Whoever left it says why it should be seen again.
pub async fn appeal(doing: &Doing, holder: &Holder, text: String, key: Option<&str>) -> Result<(), Not<Refusal>> {
    let once = once(&doing.house, key, &holder.id.to_string(), ("appeal", &text));
    let (d, opinion, now, text) = (doing.clone(), holder.id, doing.house.now(), text_of(&text));
    let words = sealed(&doing.house, &text);
    let work = move |c: &mut Conn| {
        only_once(c, d.station.id, once.as_ref(), now, |c| {
            let post = store::post_of(c, d.station.id, opinion)?.ok_or(Refusal::NotReleased)?;
            let post = store::hold_post(c, d.station.id, post.id)?;
            let number = post.hidden_by.ok_or(Refusal::NothingToDecide)?;
            let hide = store::last_hide(c, d.station.id, post.id)?.ok_or(Refusal::NothingToDecide)?;
            if hide.appeal_sealed.is_some() {
                return Err(Refusal::NothingToDecide.into());
            }
            store::appeal(c, d.station.id, (post.id, number), (&words, now))?;
            history(c, &d, &post, (Step::Appealed, By::Reporter), Some(&text))?;
            // Who is named only here must not decide on it.
            let mut kept = store::hold(c, d.station.id, opinion)?;
            written(c, &d, &mut kept, &text)?;
            Ok::<_, Not<Refusal>>(())
        })
    };
    doing.house.db.write(work).await
}

/// Somebody who was not the first decides on the appeal.
pub async fn decide_appeal(
    doing: &Doing,
    staff: &StaffAt,
    (id, show_again): (PostId, bool),
    key: Option<&str>,
) -> Result<(), Not<Refusal>> {
    let once = once(&doing.house, key, &staff.id.to_string(), ("appeal", &format!("{id} {show_again}")));
    let (d, staff, now) = (doing.clone(), staff.clone(), doing.house.now());
    let work = move |c: &mut Conn| {
        only_once(c, d.station.id, once.as_ref(), now, |c| {
            let open = |hide: &Hide| hide.appeal_sealed.is_some() && hide.shown_again.is_none();
            let (mut post, asked) = waiting(c, &d, &staff, id, open)?;
            store::judge(c, d.station.id, (id, asked.number), (staff.id, show_again, now))?;
            if show_again {
                post.hidden_by = None;
                store::set_post(c, d.station.id, &post)?;
            }
            let step = if show_again { Step::AppealGranted } else { Step::AppealRefused };
            history(c, &d, &post, (step, By::Staff(&staff)), None)?;
            if let Some(opinion) = post.opinion {
                contact::tell(c, &d, opinion, now)?;
            }
            Ok::<_, Not<Refusal>>(())
        })
    };
    doing.house.db.write(work).await
}
