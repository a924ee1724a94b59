//! What the pages and the API fetch.
use std::sync::Arc;

use jiff::ToSpan as _;
use jiff::civil::Date;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::limits::Act;
use kernel::photo::{self, NotAPhoto, Photo};
use kernel::refusal::Not;
use kernel::view::Peer;
use stations::Station;

use super::asked;
use crate::PostId;
use crate::answers::{self, Category, Challenge, Holder, Page, Post, PostFilter, Seen};
use crate::ports::{Official, Ports};
use crate::rules::{Figures, MOST_PHOTOS, Receipt, Refusal};

/// Counts an opinion from one address, by a hash that is in memory only.
pub fn counted(house: &House, peer: &Peer) -> Result<(), Fault> {
    house.limits.count(Act::OpinionFromAddress, &house.keys.lookup("opinion-peer", &peer.0.to_string()))
}

/// So many posts to a page.
pub const PAGE: usize = 20;
/// Figures are of so many months, the one that runs included.
const MONTHS: i64 = 12;

/// What a form that says something is drawn with.
pub struct Offer {
    pub categories: Vec<Category>,
    pub officials: Vec<Official>,
    /// A stamp is asked for.
    pub challenge: Option<Challenge>,
}

pub async fn offer(house: &House, ports: Ports, station: &Arc<Station>) -> Result<Offer, Fault> {
    let (h, id) = (house.clone(), station.id);
    let read = move |c: &mut Conn| {
        let now = h.now();
        let challenge = answers::is_busy(c, id, now)?.then(|| answers::challenge(&h, id, now));
        Ok::<_, Fault>(Offer { categories: open(c, id)?, officials: answers::officials(c, ports, id)?, challenge })
    };
    house.db.read(read).await
}

fn open(c: &mut Conn, station: kernel::db::types::StationId) -> Result<Vec<Category>, Fault> {
    Ok(answers::categories(c, station)?.into_iter().filter(|k| !k.retired).collect())
}

/// Those that one may choose.
pub async fn categories(house: &House, station: &Arc<Station>) -> Result<Vec<Category>, Fault> {
    let id = station.id;
    house.db.read(move |c: &mut Conn| open(c, id)).await
}

/// Some of what is published, and how it goes.
pub struct Overview {
    pub page: Page,
    pub figures: Figures,
}

/// The months up to now, and the figures that everybody may read of them.
pub async fn figures(house: &House, station: &Arc<Station>) -> Result<((Date, Date), Figures), Fault> {
    let (h, station) = (house.clone(), station.clone());
    house.db.snapshot(move |c: &mut Conn| counted_now(c, &h, &station)).await
}

fn counted_now(c: &mut Conn, house: &House, station: &Station) -> Result<((Date, Date), Figures), Fault> {
    let now = house.now();
    let today = stations::wall(now, &station.zone).date();
    let months = (today.first_of_month().saturating_sub((MONTHS - 1).months()), today);
    Ok((months, answers::figures(c, house, station, months, now)?.all))
}

pub async fn posts(house: &House, station: &Arc<Station>, filter: PostFilter) -> Result<Page, Fault> {
    let id = station.id;
    house.db.read(move |c: &mut Conn| answers::posts(c, id, &filter)).await
}

pub async fn post(house: &House, station: &Arc<Station>, id: PostId) -> Result<Post, Fault> {
    let at = station.id;
    house.db.read(move |c: &mut Conn| answers::post(c, at, id)).await
}

/// The newest that has an answer.
pub async fn last_answered(house: &House, station: &Arc<Station>) -> Result<Option<Post>, Fault> {
    let filter = PostFilter { page_size: PAGE, ..PostFilter::default() };
    let page = posts(house, station, filter).await?;
    Ok(page.posts.into_iter().find(|post| post.answer.is_some() && !post.hidden))
}

pub async fn overview(house: &House, station: &Arc<Station>, number: usize) -> Result<Overview, Fault> {
    let (h, station) = (house.clone(), station.clone());
    let filter = PostFilter { page: number, page_size: PAGE, ..PostFilter::default() };
    let read = move |c: &mut Conn| {
        let page = answers::posts(c, station.id, &filter)?;
        let (_, figures) = counted_now(c, &h, &station)?;
        Ok::<_, Fault>(Overview { page, figures })
    };
    house.db.snapshot(read).await
}

/// A receipt that was checked, and what it opens.
pub async fn seen(house: &House, station: &Arc<Station>, holder: Holder) -> Result<Seen, Fault> {
    let (h, station) = (house.clone(), station.clone());
    house.db.snapshot(move |c: &mut Conn| answers::seen(c, &h, &station, &holder, h.now())).await
}

/// The receipt as it was typed.
pub enum Opened {
    With(Receipt, Holder),
    /// It is none, or nobody has it.
    Not(Problems),
}

pub async fn opened(house: &House, station: &Station, typed: &str, peer: &Peer) -> Result<Opened, Fault> {
    let receipt = match asked::receipt(typed) {
        Ok(receipt) => receipt,
        Err(problems) => return Ok(Opened::Not(problems)),
    };
    match answers::open(house, station, &receipt, Some(peer)).await {
        Ok(holder) => Ok(Opened::With(receipt, holder)),
        Err(Not::Fault(fault)) => Err(fault),
        Err(Not::Refused(Refusal::WrongReceipt)) => {
            let mut problems = Problems::default();
            problems.add("receipt", "opinions-no-wrong-receipt");
            Ok(Opened::Not(problems))
        }
        Err(Not::Refused(refusal)) => Err(Fault::broken(format!("a receipt is refused as {}", refusal.name()))),
    }
}

/// The paths of the photos of an opinion, good for ten minutes.
pub fn photo_paths(house: &House, station: &Station, seen: &Seen) -> Vec<String> {
    let link = |id| answers::photo_link(house, station.id, id, house.now());
    seen.photos.iter().map(|id| station.path(&format!("/opinions/photos/{}", link(*id)))).collect()
}

/// The files of a form or a body as photos; what is wrong with them is noted at `field`.
pub async fn photos(
    house: &House,
    files: Vec<Vec<u8>>,
    (problems, field): (&mut Problems, &'static str),
) -> Result<Vec<Photo>, Fault> {
    if files.len() > MOST_PHOTOS {
        problems.add_with(field, "opinions-photo-too-many", vec![("most", MOST_PHOTOS.to_string())]);
        return Ok(vec![]);
    }
    if files.is_empty() {
        return Ok(vec![]);
    }
    match photo::read_all(house, files).await? {
        Ok(photos) => Ok(photos),
        Err((_, why)) => {
            problems.add(
                field,
                match why {
                    NotAPhoto::TooLarge | NotAPhoto::TooManyPixels => "opinions-photo-too-large",
                    NotAPhoto::NotReadable => "opinions-photo-unreadable",
                },
            );
            Ok(vec![])
        }
    }
}
