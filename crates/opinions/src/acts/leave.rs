//! Leaving an opinion. What comes back is a receipt; nobody else ever has it.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::once::only_once;
use kernel::photo::Photo;
use kernel::refusal::Not;
use people::Phone;
use serde::{Deserialize, Serialize};
use stations::Point;

use super::doing::{By, Doing};
use super::once::once;
use super::{contact, named};
use crate::answers::{
    PHOTO, challenge, day_of, fresh_id, is_busy, paid, receipt_hash, receipt_lookup, sealed, stamp_hash,
};
use crate::rules::{Choice, GOOD_FOR, MOST_PHOTOS, NamedBy, Receipt, Refusal, Source, Stamp, State, Step, text_of};
use crate::store::{self, Kept, KeptPhoto};
use crate::{CategoryId, OpinionId, PhotoId};

/// What somebody says.
#[derive(Debug, Clone)]
pub struct New {
    pub text: String,
    /// `None`: whoever left it does not know whose matter it is.
    pub category: Option<CategoryId>,
    pub place: Option<String>,
    pub point: Option<Point>,
    pub about: Vec<Choice>,
    pub photos: Vec<Photo>,
    /// For messages that something happened.
    pub phone: Option<Phone>,
    pub may_publish: bool,
    pub source: Source,
    /// The program that hands it in.
    pub partner: Option<String>,
}

/// An opinion that was left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    pub id: OpinionId,
    pub receipt: Receipt,
}

/// What is kept of the answer: the receipt sealed, because answers are kept in the clear.
#[derive(Serialize, Deserialize)]
struct Answer {
    id: OpinionId,
    receipt: Vec<u8>,
}

const RECEIPT: &str = "opinion-receipt-once";

/// All that is sealed before anybody waits for it.
struct Sealed {
    receipt: Receipt,
    hash: String,
    text: String,
    place: Option<String>,
    text_sealed: Vec<u8>,
    place_sealed: Option<Vec<u8>>,
    point_sealed: Option<Vec<u8>>,
    photos: Vec<KeptPhoto>,
}

/// Leaves an opinion. The same request again gives the same receipt.
pub async fn leave(doing: &Doing, new: New, stamp: Option<Stamp>, key: Option<&str>) -> Result<Left, Not<Refusal>> {
    if new.photos.len() > MOST_PHOTOS {
        return Err(Refusal::TooManyPhotos.into());
    }
    let once = once(&doing.house, key, "", ("leave", &asked(&new)));
    let ready = seal(&doing.house, &new).await?;
    let (d, now) = (doing.clone(), doing.house.now());
    let work = move |c: &mut Conn| {
        only_once(c, d.station.id, once.as_ref(), now, |c| {
            pay(c, &d, (new.source, stamp.as_ref()), now)?;
            keep(c, &d, (&new, &ready), now)
        })
    };
    let answer = doing.house.db.write(work).await?;
    let digits = doing.house.keys.open(RECEIPT, &answer.receipt).map_err(Fault::broken)?;
    let receipt = Receipt::parse(&digits).ok_or_else(|| Fault::broken("a receipt that was kept is none"))?;
    Ok(Left { id: answer.id, receipt })
}

/// What tells the photos of one request from those of another.
pub(super) fn lengths(photos: &[Photo]) -> Vec<usize> {
    photos.iter().map(|photo| photo.bytes.len()).collect()
}

/// All that is asked, to know the same request again.
fn asked(new: &New) -> String {
    let photos = lengths(&new.photos);
    let phone = new.phone.as_ref().map(Phone::full);
    let head = (&new.text, new.category, &new.place, new.point.map(|p| (p.lat, p.lon)), &new.about);
    format!("{:?}", (head, photos, phone, new.may_publish, new.source, &new.partner))
}

async fn seal(house: &House, new: &New) -> Result<Sealed, Fault> {
    let receipt = Receipt::fresh(&house.chance);
    let text = text_of(&new.text);
    let place = new.place.as_deref().map(text_of).filter(|place| !place.is_empty());
    Ok(Sealed {
        hash: receipt_hash(&receipt, &house.chance).await?,
        text_sealed: sealed(house, &text),
        place_sealed: place.as_deref().map(|place| sealed(house, place)),
        point_sealed: new.point.map(|at| sealed(house, &format!("{:.5} {:.5}", at.lat, at.lon))),
        photos: photos(house, &new.photos),
        text,
        place,
        receipt,
    })
}

pub(super) fn photos(house: &House, photos: &[Photo]) -> Vec<KeptPhoto> {
    let one = |photo: &Photo| KeptPhoto {
        id: PhotoId(fresh_id(house)),
        sealed: house.keys.seal_bytes(PHOTO, &photo.bytes, &house.chance),
    };
    photos.iter().map(one).collect()
}

/// When far more come than people can write, each costs a little work or a minute. What staff type in costs nothing, nor does what
/// comes through a partner's key, which has a limit of its own.
fn pay(
    c: &mut Conn,
    doing: &Doing,
    (source, stamp): (Source, Option<&Stamp>),
    now: Timestamp,
) -> Result<(), Not<Refusal>> {
    let (house, station) = (&doing.house, doing.station.id);
    if source.is_typed_by_staff() || source == Source::Partner || !is_busy(c, station, now)? {
        return Ok(());
    }
    let good = match stamp.filter(|stamp| paid(house, station, stamp, now)) {
        Some(stamp) => store::take_stamp(c, station, &stamp_hash(stamp), now + GOOD_FOR)?,
        None => false,
    };
    if good {
        return Ok(());
    }
    let fresh = challenge(house, station, now);
    Err(Refusal::Busy { challenge: fresh.challenge, bits: fresh.bits, seconds: fresh.seconds }.into())
}

fn keep(c: &mut Conn, doing: &Doing, (new, ready): (&New, &Sealed), now: Timestamp) -> Result<Answer, Not<Refusal>> {
    let (house, station) = (&doing.house, doing.station.id);
    if let Some(id) = new.category {
        doing.offers(c, id)?;
    }
    let id = OpinionId(fresh_id(house));
    let received_on = day_of(&doing.station, now);
    let year = received_on.year();
    let kept = Kept {
        id,
        year,
        number: number(c, doing, year)?,
        state: State::Received,
        source: new.source,
        partner: new.partner.clone(),
        category: new.category,
        received_at: now,
        received_on,
        text_sealed: Some(ready.text_sealed.clone()),
        place_sealed: ready.place_sealed.clone(),
        point_sealed: ready.point_sealed.clone(),
        may_publish: new.may_publish,
        has_contact: new.phone.is_some(),
        assigned_to: None,
        question_open: false,
        reopened: false,
        reached: false,
        answered_on: None,
        satisfied: None,
        merged_into: None,
        ended_at: None,
    };
    match store::insert(c, station, &kept, (&receipt_lookup(house, &ready.receipt), &ready.hash)) {
        // Somebody took the same number at the same moment: the later one runs again.
        Err(Fault::AlreadyThere(what)) => return Err(Fault::Clash(what).into()),
        inserted => inserted?,
    }
    for (place, photo) in (1..).zip(&ready.photos) {
        store::add_photo(c, station, id, (place, photo))?;
    }
    if let Some(phone) = &new.phone {
        contact::keep(c, doing, id, phone)?;
    }
    named::choose(c, doing, id, (&new.about, NamedBy::Reporter))?;
    // “At the house of …” names somebody too.
    for words in [Some(&ready.text), ready.place.as_ref()].into_iter().flatten() {
        named::find(c, doing, id, words)?;
    }
    doing.record(c, id, (Step::Received, By::Reporter, now), (None, None))?;
    let receipt = house.keys.seal(RECEIPT, ready.receipt.digits(), &house.chance);
    Ok(Answer { id, receipt })
}

/// A number that nobody has this year. It is drawn: if numbers followed each other, a gap would tell whoever runs the station that
/// there is one that they do not see.
fn number(c: &mut Conn, doing: &Doing, year: i16) -> Result<i32, Fault> {
    let (station, chance) = (doing.station.id, &doing.house.chance);
    let crowded = store::numbers_given(c, station, year)? > 4_000;
    loop {
        let drawn = if crowded { 10_000 + chance.below(990_000) } else { 1_000 + chance.below(9_000) };
        let number = i32::try_from(drawn).map_err(Fault::broken)?;
        if !store::number_taken(c, station, (year, number))? {
            return Ok(number);
        }
    }
}
