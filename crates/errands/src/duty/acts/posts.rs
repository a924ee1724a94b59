//! What a manager writes of posts.
use std::sync::Arc;

use jiff::ToSpan as _;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::event::{self, By};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::{Once, only_once};
use kernel::refusal::Not;
use people::StaffId;
use serde_json::json;
use stations::Station;

use super::shifts::{take_away, to_the_minute};
use crate::acts::{NotKept, seen};
use crate::duty::store::{self, Post};

/// A new post; `post.id` is ignored.
pub async fn add_post(
    house: &House,
    station: &Arc<Station>,
    post: Post,
    (staff, once): (StaffId, Option<Once>),
) -> Result<i32, Not<NotKept>> {
    let (station, now) = (station.clone(), house.now());
    let add = move |c: &mut Conn| {
        only_once(c, station.id, once.as_ref(), now, |c| {
            let post = Post { id: store::last_post(c, station.id)? + 1, ..post.clone() };
            let yesterday = crate::acts::day_of(&station, now).saturating_sub(1.day());
            match store::add_post(c, station.id, &post, yesterday) {
                // Two wrote at once: the later one takes the next number.
                Err(Fault::AlreadyThere(what)) => return Err(Fault::Clash(what).into()),
                added => added?,
            }
            event::record(c, station.id, now, By::Staff(staff.0), "duty.post-added", &post.id.to_string(), &json!({}))?;
            Ok::<_, Not<NotKept>>(post.id)
        })
    };
    house.db.write(add).await
}

/// Writes a post anew; with `retired` it is no more, and its past stays. Nobody is kept from standing elsewhere by a post that is
/// no more: what is still to come of its shifts goes with it.
pub async fn edit_post(
    house: &House,
    station: &Arc<Station>,
    (post, retired): (Post, bool),
    (seen_as, staff): (String, StaffId),
) -> Result<(), Not<NotKept>> {
    let (h, station, now) = (house.clone(), station.clone(), house.now());
    let edit = move |c: &mut Conn| {
        store::hold_post(c, station.id)?;
        let old = store::post(c, station.id, post.id)?;
        if old == post && !retired {
            return Ok(());
        }
        if seen(&h, &old) != seen_as {
            return Err(NotKept::Changed.into());
        }
        store::edit_post(c, station.id, &post, retired)?;
        if retired {
            let today = crate::acts::day_of(&station, now);
            let shifts = store::of_days(c, station.id, today, Date::MAX)?;
            for kept in shifts.iter().filter(|k| k.shift.post == post.id && k.shift.until > now) {
                take_away(c, &station, kept, (to_the_minute(now), staff))?;
            }
        }
        let kind = if retired { "duty.post-retired" } else { "duty.post-changed" };
        event::record(c, station.id, now, By::Staff(staff.0), kind, &post.id.to_string(), &json!({}))?;
        Ok::<_, Not<NotKept>>(())
    };
    house.db.write(edit).await
}
