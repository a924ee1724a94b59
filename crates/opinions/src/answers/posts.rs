//! What everybody may read, and what of it the desk decides.
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;
use people::StaffAt;
use stations::{Point, Station};

use super::opened::unsealed;
use super::setting::{categories, one_of};
use super::types::{Category, DeskPost, Hiding, Post};
use super::who::{may_know, visible};
use crate::rules;
use crate::store::{self, Hide, KeptPost, Wanted};
use crate::{CategoryId, OpinionId, PostId};

/// Which posts.
#[derive(Debug, Clone, Default)]
pub struct PostFilter {
    pub ids: Option<Vec<PostId>>,
    pub categories: Option<Vec<CategoryId>>,
    pub closed: Option<bool>,
    /// By the day of the release, both included.
    pub from: Option<Date>,
    pub until: Option<Date>,
    pub updated_from: Option<Date>,
    pub updated_until: Option<Date>,
    /// A part of the title, the text or the answer.
    pub q: Option<String>,
    /// Only what is not hidden.
    pub shown: bool,
    /// From 0.
    pub page: usize,
    /// 0 for as many as usual.
    pub page_size: usize,
}

const USUAL: usize = 50;
const MOST: usize = 1000;

/// Some posts, and how many there are in all.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    pub posts: Vec<Post>,
    pub total: usize,
}

/// Under which key everybody may read an opinion; nothing as long as it is not released, and while it is hidden.
pub fn public_id_of(c: &mut Conn, station: StationId, opinion: OpinionId) -> Result<Option<PostId>, Fault> {
    let shown = |post: &KeptPost| post.released_on.is_some() && post.hidden_by.is_none();
    Ok(store::post_of(c, station, opinion)?.filter(shown).map(|post| post.id))
}

/// What is public of an opinion, or will be, for somebody of staff who may read the opinion; to others there is none.
pub fn post_of_case(
    c: &mut Conn,
    house: &House,
    station: &Station,
    staff: &StaffAt,
    id: OpinionId,
) -> Result<Option<PostId>, Fault> {
    let kept = store::by_id(c, station.id, id)?;
    visible(c, house, station.id, staff, &kept)?;
    Ok(store::post_of(c, station.id, id)?.map(|post| post.id))
}

fn to_post(c: &mut Conn, station: StationId, categories: &[Category], kept: KeptPost) -> Result<Post, Fault> {
    let odd = || Fault::broken("a post was released on no day");
    let hidden_reason = match kept.hidden_by {
        Some(_) => store::last_hide(c, station, kept.id)?.map(|hide| hide.reason),
        None => None,
    };
    let hidden = kept.hidden_by.is_some();
    let shown = |text: String| if hidden { String::new() } else { text };
    let released_on = kept.released_on.ok_or_else(odd)?;
    Ok(Post {
        id: kept.id,
        category: one_of(categories, kept.category),
        title: shown(kept.title),
        text: shown(kept.text),
        answer: kept.answer.filter(|_| !hidden),
        address: shown(kept.address),
        place: kept.point.filter(|_| !hidden).and_then(|(lat, lon)| Point::new(lat, lon)),
        released_on,
        answered_week: kept.answered_week,
        updated_on: kept.updated_on.unwrap_or(released_on),
        closed: kept.closed,
        hidden,
        hidden_reason,
    })
}

/// The newest first.
pub fn posts(c: &mut Conn, station: StationId, filter: &PostFilter) -> Result<Page, Fault> {
    let wanted = Wanted {
        ids: filter.ids.clone(),
        categories: filter.categories.clone(),
        closed: filter.closed,
        released: (filter.from, filter.until),
        updated: (filter.updated_from, filter.updated_until),
        shown: filter.shown,
        words: filter.q.as_deref().map(rules::text_of).filter(|q| !q.is_empty()),
    };
    let size = if filter.page_size == 0 { USUAL } else { filter.page_size.min(MOST) };
    let number = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let skip = number(filter.page.saturating_mul(size));
    let (kept, total) = store::posts(c, station, &wanted, (skip, number(size)))?;
    let categories = categories(c, station)?;
    let posts = kept.into_iter().map(|kept| to_post(c, station, &categories, kept)).collect::<Result<_, Fault>>()?;
    Ok(Page { posts, total: usize::try_from(total).unwrap_or(0) })
}

/// One of them.
///
/// # Errors
/// `NotFound` also for one that is not released yet.
pub fn post(c: &mut Conn, station: StationId, id: PostId) -> Result<Post, Fault> {
    let kept = store::post(c, station, id)?;
    if kept.released_on.is_none() {
        return Err(Fault::NotFound);
    }
    let categories = categories(c, station)?;
    to_post(c, station, &categories, kept)
}

/// A post, as somebody of staff sees it who may know whose it is.
pub(super) fn desk_post(
    c: &mut Conn,
    house: &House,
    station: &Station,
    staff: &StaffAt,
    kept: KeptPost,
) -> Result<DeskPost, Fault> {
    let hide = store::last_hide(c, station.id, kept.id)?;
    let hiding = hide.map(|hide| hiding(c, house, staff, hide)).transpose()?;
    let not_before = match kept.released_on {
        Some(_) => None,
        None => rules::next_release(house.now(), &station.zone),
    };
    Ok(DeskPost {
        id: kept.id,
        title: kept.title,
        text: kept.text,
        answer: kept.answer,
        address: kept.address,
        with_point: kept.point.is_some(),
        released_on: kept.released_on,
        not_before,
        hidden: kept.hidden_by.is_some(),
        hiding,
    })
}

fn hiding(c: &mut Conn, house: &House, staff: &StaffAt, hide: Hide) -> Result<Hiding, Fault> {
    let waits = hide.hide.is_none() || (hide.appeal_sealed.is_some() && hide.shown_again.is_none());
    Ok(Hiding {
        asked_by: (hide.asked_by, people::staff_name(c, hide.asked_by)?.unwrap_or_default()),
        asked_at: hide.asked_at,
        may_decide: waits && hide.asked_by != staff.id,
        reason: hide.reason,
        hide: hide.hide,
        decided_by: hide.decided_by.map(|by| people::staff_name(c, by)).transpose()?.flatten(),
        appeal: unsealed(house, hide.appeal_sealed.as_deref())?,
        shown_again: hide.shown_again,
    })
}

/// Posts that wait for this person: a hiding that somebody else asked for, or an appeal against it. Also for clerks, who see the post
/// and not whose it is: a second hand is needed where only one runs the station.
pub fn to_decide(c: &mut Conn, house: &House, station: &Station, staff: &StaffAt) -> Result<Vec<DeskPost>, Fault> {
    let mut all = vec![];
    for (opinion, post, by) in store::to_decide(c, station.id)? {
        if by == staff.id {
            continue;
        }
        match may_know(c, house, staff, (station.id, opinion)) {
            Ok(()) => {
                let kept = store::post(c, station.id, post)?;
                all.push(desk_post(c, house, station, staff, kept)?);
            }
            Err(Fault::NotFound) => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(all)
}
