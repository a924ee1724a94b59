//! What whoever has the receipt does.
use jiff::Timestamp;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::once::{Once, only_once};
use kernel::photo::Photo;
use kernel::refusal::Not;
use people::Phone;

use super::doing::{By, Doing};
use super::leave::{lengths, photos as seal_photos};
use super::once::once;
use super::{contact, erase, named};
use crate::OpinionId;
use crate::answers::{Holder, day_of, is_about_manager};
use crate::rules::{self, MOST_PHOTOS, Move, Refusal, Satisfied, State, Step, text_of};
use crate::store::{self, Kept, KeptPhoto};

fn key_of(doing: &Doing, holder: &Holder, key: Option<&str>, what: (&str, &str)) -> Option<Once> {
    once(&doing.house, key, &holder.id.to_string(), what)
}

/// What whoever left it adds may name somebody, and then it is taken from them.
pub(super) fn written(c: &mut Conn, doing: &Doing, kept: &mut Kept, text: &str) -> Result<(), Fault> {
    named::find(c, doing, kept.id, text)?;
    named::take_away(c, doing, kept)?;
    store::set(c, doing.station.id, kept)
}

/// Answers a question of the station.
pub async fn reply(doing: &Doing, holder: &Holder, text: String, key: Option<&str>) -> Result<(), Not<Refusal>> {
    let once = key_of(doing, holder, key, ("reply", &text));
    let (d, id, now, text) = (doing.clone(), holder.id, doing.house.now(), text_of(&text));
    let work = move |c: &mut Conn| {
        only_once(c, d.station.id, once.as_ref(), now, |c| {
            let mut kept = store::hold(c, d.station.id, id)?;
            if !kept.question_open {
                return Err(Refusal::NotAsked.into());
            }
            kept.question_open = false;
            written(c, &d, &mut kept, &text)?;
            d.record(c, id, (Step::Reply, By::Reporter, now), (Some(&text), None))?;
            Ok::<_, Not<Refusal>>(())
        })
    };
    doing.house.db.write(work).await
}

/// It is solved; how satisfied they are they may say or not. Twice is once, and the level may be said later.
pub async fn solved(doing: &Doing, holder: &Holder, level: Option<Satisfied>) -> Result<(), Not<Refusal>> {
    let (d, id, now) = (doing.clone(), holder.id, doing.house.now());
    let work = move |c: &mut Conn| {
        let mut kept = store::hold(c, d.station.id, id)?;
        let before = kept.state;
        kept.state = rules::next(before, Move::Solve)?;
        kept.satisfied = level.or(kept.satisfied);
        kept.reached = true;
        if before != State::Solved {
            kept.ended_at = Some(now);
            d.record(c, id, (Step::Solved, By::Reporter, now), (None, None))?;
        }
        store::set(c, d.station.id, &kept)?;
        Ok::<_, Not<Refusal>>(())
    };
    doing.house.db.write(work).await
}

/// It is not solved: open again. Its clock has gone on since the day on which it came.
pub async fn dispute(
    doing: &Doing,
    holder: &Holder,
    (text, photos): (String, Vec<Photo>),
    key: Option<&str>,
) -> Result<(), Not<Refusal>> {
    let asked = format!("{:?}", (&text, lengths(&photos)));
    let once = key_of(doing, holder, key, ("dispute", &asked));
    let photos = seal_photos(&doing.house, &photos);
    let (d, id, now, text) = (doing.clone(), holder.id, doing.house.now(), text_of(&text));
    let work = move |c: &mut Conn| {
        only_once(c, d.station.id, once.as_ref(), now, |c| {
            let mut kept = store::hold(c, d.station.id, id)?;
            reopen(&mut kept, now)?;
            add_photos(c, &d, &kept, &photos)?;
            written(c, &d, &mut kept, &text)?;
            d.record(c, id, (Step::Disputed, By::Reporter, now), (Some(&text), None))?;
            Ok::<_, Not<Refusal>>(())
        })
    };
    doing.house.db.write(work).await
}

fn reopen(kept: &mut Kept, now: Timestamp) -> Result<(), Refusal> {
    if !rules::may_speak(kept.ended_at, now) {
        return Err(Refusal::Ended(kept.state));
    }
    // Whoever was sent elsewhere got no answer that could have solved it.
    kept.reached |= kept.state != State::OutOfScope;
    kept.state = rules::next(kept.state, Move::Dispute)?;
    (kept.reopened, kept.answered_on, kept.ended_at, kept.satisfied) = (true, None, None, None);
    Ok(())
}

fn add_photos(c: &mut Conn, doing: &Doing, kept: &Kept, photos: &[KeptPhoto]) -> Result<(), Not<Refusal>> {
    let there = store::photo_ids(c, doing.station.id, kept.id)?.len();
    // As many again as at first.
    if photos.len() > MOST_PHOTOS || there + photos.len() > 2 * MOST_PHOTOS {
        return Err(Refusal::TooManyPhotos.into());
    }
    for (place, photo) in (i16::try_from(there + 1).unwrap_or(i16::MAX)..).zip(photos) {
        store::add_photo(c, doing.station.id, kept.id, (place, photo))?;
    }
    Ok(())
}

/// Takes an opinion back. Of it nothing stays but a number, a month and what it was about.
pub async fn withdraw(doing: &Doing, holder: &Holder) -> Result<(), Not<Refusal>> {
    let (d, id, now) = (doing.clone(), holder.id, doing.house.now());
    let work = move |c: &mut Conn| {
        let mut kept = store::hold(c, d.station.id, id)?;
        if rules::next(kept.state, Move::Withdraw).is_err() {
            // Twice is once.
            return Ok::<_, Not<Refusal>>(());
        }
        set_free(c, &d, id, now)?;
        // To whom it was about it was not there: a figure that grew now would tell them.
        let counted = !is_about_manager(c, &d.house, (d.station.id, id))?;
        erase::everything(c, &d, id, true)?;
        let (month, first) = first_of_month(&d, kept.received_on)?;
        // The day on which it was taken back says something too.
        kept.ended_at = Some(first_of_month(&d, day_of(&d.station, now))?.1);
        store::withdraw(c, d.station.id, &kept, (month, first, counted))?;
        Ok(())
    };
    doing.house.db.write(work).await
}

/// What was merged into one that is taken back stands on its own again.
fn set_free(c: &mut Conn, doing: &Doing, id: OpinionId, now: Timestamp) -> Result<(), Fault> {
    let station = doing.station.id;
    // At which minute another was taken back is not for the desk: a day is enough.
    let day = day_of(&doing.station, now).to_zoned_datetime(doing.station.zone.clone()).map_err(Fault::broken)?;
    for other in store::merged_into(c, station, id)? {
        let mut other = store::hold(c, station, other.id)?;
        if other.merged_into != Some(id) {
            // Taken back itself before it was held: it must not come back.
            continue;
        }
        (other.state, other.merged_into, other.ended_at) = (State::Screened, None, None);
        store::set(c, station, &other)?;
        doing.record(c, other.id, (Step::Screened, By::Time, day.timestamp()), (None, None))?;
    }
    Ok(())
}

fn first_of_month(doing: &Doing, day: Date) -> Result<(Date, Timestamp), Fault> {
    let month = day.first_of_month();
    let at = month.to_zoned_datetime(doing.station.zone.clone()).map_err(Fault::broken)?;
    Ok((month, at.timestamp()))
}

/// Leaves a number for messages, or takes it back.
pub async fn set_phone(doing: &Doing, holder: &Holder, phone: Option<Phone>) -> Result<(), Not<Refusal>> {
    let (d, id, now) = (doing.clone(), holder.id, doing.house.now());
    let work = move |c: &mut Conn| {
        let mut kept = store::hold(c, d.station.id, id)?;
        match &phone {
            Some(_) if kept.state == State::Withdrawn => return Err(Refusal::Ended(kept.state).into()),
            Some(_) if !rules::keeps_phone((kept.received_at, kept.ended_at), now) => {
                return Err(Refusal::NoPhone.into());
            }
            Some(phone) => contact::keep(c, &d, id, phone)?,
            None => contact::forget(c, &d, id)?,
        }
        kept.has_contact = phone.is_some();
        store::set(c, d.station.id, &kept)?;
        Ok::<_, Not<Refusal>>(())
    };
    doing.house.db.write(work).await
}
