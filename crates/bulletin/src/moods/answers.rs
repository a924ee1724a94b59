//! What pages and programs ask of moods. Reads only.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::fault::Fault;
use kernel::house::House;

use super::rules::{self, Device, Month, Mood, Ranked, Tally};
use super::store::{self, Key};
use super::voters;
use super::{Headline, Published};
use crate::NoticeId;

/// The moods of one notice, as one reader sees them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Board {
    pub notice: NoticeId,
    pub tally: Tally,
    /// What the reader's device has chosen.
    pub chose: Option<Mood>,
    /// Votes can be cast, changed and taken back.
    pub open: bool,
    pub closes: Timestamp,
}

/// How a notice and a device stand, for the rule.
pub fn stands(
    c: &mut Conn,
    house: &House,
    (station, notice): (StationId, NoticeId),
    key: &Key,
    device: Option<&Device>,
) -> Result<rules::Stands, Fault> {
    let chose = match (&key.sealed, device) {
        (Some(sealed), Some(device)) => {
            let voter = voters::voter(house, notice, sealed, device)?;
            store::vote_of(c, station, notice, &voter)?
        }
        _ => None,
    };
    Ok(rules::Stands { closes: key.closes, has_key: key.sealed.is_some(), hour: key.hour, chose })
}

/// Not found: a notice that was never published.
pub fn board(
    c: &mut Conn,
    house: &House,
    (station, notice): (StationId, NoticeId),
    device: Option<&Device>,
    now: Timestamp,
) -> Result<Board, Fault> {
    let key = store::of(c, station, notice)?.ok_or(Fault::NotFound)?;
    let stands = stands(c, house, (station, notice), &key, device)?;
    let tally = store::tally(c, station, notice)?;
    Ok(Board { notice, tally, chose: stands.chose, open: stands.is_open(now), closes: key.closes })
}

/// The notice if everybody reads it now.
pub fn headline(c: &mut Conn, published: Published, station: StationId, notice: NoticeId) -> Result<Headline, Fault> {
    published(c, station, &[notice])?.into_iter().find(|h| h.id == notice).ok_or(Fault::NotFound)
}

/// The first in one mood, with their titles.
pub type First = (Mood, Vec<(Headline, Ranked<NoticeId>)>);

/// The notices of a month that come first in a mood, with their titles; only such as everybody reads now.
pub fn ranking(c: &mut Conn, published: Published, station: StationId, month: Month) -> Result<Vec<First>, Fault> {
    let mut all = store::tallies(c, station, (month.first(), month.after().first()))?;
    // Fewer than ten are never ranked: their titles need not be asked for.
    all.retain(|(_, tally)| tally.published().is_some());
    let ids: Vec<NoticeId> = all.iter().map(|(id, _)| *id).collect();
    let headlines = published(c, station, &ids)?;
    let told = |id: NoticeId| headlines.iter().find(|h| h.id == id).cloned();
    all.retain(|(id, _)| headlines.iter().any(|h| h.id == *id));
    let of = |mood| {
        let ranked = rules::rank(&all, mood).into_iter();
        (mood, ranked.filter_map(|one| Some((told(one.id)?, one))).collect())
    };
    Ok(Mood::ALL.map(of).into())
}
