//! What calls answer.
use serde::Serialize;
use stations::Station;
use utoipa::ToSchema;

use crate::catalogue::answers::Found;
use crate::lending::answers::CopyState;
use crate::rules::{Copy, Shelf, Title};
use crate::transfers::acts::Arrived;
use crate::transfers::answers::{One, Overview, Seen};
use crate::{CopyId, TitleId, TransferId};

/// What crosses between two stations of a title.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TransferTitle)]
pub struct TitleShape {
    /// As the station has it whose copy it is.
    #[schema(value_type = String, format = Uuid)]
    pub id: TitleId,
    /// 13 digits.
    pub isbn: Option<String>,
    pub title: String,
    /// May be empty.
    pub authors: String,
    pub publisher: String,
    pub year: Option<i16>,
}

impl TitleShape {
    fn of(t: &Title) -> TitleShape {
        let (title, authors, publisher) = (t.title.clone(), t.authors.clone(), t.publisher.clone());
        TitleShape { id: t.id, isbn: t.isbn.clone(), title, authors, publisher, year: t.year }
    }
}

/// The way of a copy between this station and another, as this one sees it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Transfer)]
pub struct TransferShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: TransferId,
    /// It is a copy of this station, that goes to the other.
    pub ours: bool,
    /// The slug of the other station.
    pub station: String,
    /// Its name.
    pub station_name: String,
    pub title: TitleShape,
    /// `asked`, `sent`, `arrived`, `declined`, `called-back`.
    #[schema(example = "sent")]
    pub state: &'static str,
    /// Of what was declined; empty otherwise.
    pub why: String,
    #[schema(format = DateTime)]
    pub asked_at: String,
    #[schema(format = DateTime)]
    pub sent_at: Option<String>,
    #[schema(format = DateTime)]
    pub ended_at: Option<String>,
}

impl TransferShape {
    fn of(station: &Station, seen: &Seen) -> TransferShape {
        let written = |at: jiff::Timestamp| at.display_with_offset(station.zone.to_offset(at)).to_string();
        let t = &seen.transfer;
        TransferShape {
            id: t.id,
            ours: seen.ours,
            station: seen.other.slug.clone(),
            station_name: seen.other.name_zh.clone(),
            title: TitleShape::of(&seen.title),
            state: t.state.word(),
            why: t.why.clone(),
            asked_at: written(t.asked_at),
            sent_at: t.sent_at.map(written),
            ended_at: t.ended_at.map(written),
        }
    }
}

/// All that goes and comes.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Transfers)]
pub struct OverviewShape {
    /// Others would like to have it.
    pub wanted: Vec<TransferShape>,
    /// On its way to here.
    pub coming: Vec<TransferShape>,
    /// Asked for by this station, and not answered.
    pub asked: Vec<TransferShape>,
    /// On its way to others.
    pub sent: Vec<TransferShape>,
    /// The last twenty that are over, the last first.
    pub over: Vec<TransferShape>,
}

impl OverviewShape {
    pub fn of(station: &Station, all: &Overview) -> OverviewShape {
        let shapes = |list: &[Seen]| list.iter().map(|one| TransferShape::of(station, one)).collect();
        OverviewShape {
            wanted: shapes(&all.wanted),
            coming: shapes(&all.coming),
            asked: shapes(&all.asked),
            sent: shapes(&all.sent),
            over: shapes(&all.over),
        }
    }
}

/// A copy of this station.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TransferCopy)]
pub struct CopyShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: CopyId,
    pub barcode: String,
    /// The code of the shelf where it belongs.
    pub shelf: Option<String>,
    /// It could be sent: it stands here, and nobody has it or waits for it.
    pub free: bool,
}

/// A transfer with what this station can do about it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TransferInFull)]
pub struct OneShape {
    pub transfer: TransferShape,
    /// Of what others ask for: this station's copies. Empty for what comes from elsewhere.
    pub copies: Vec<CopyShape>,
    /// What this station has sent.
    pub sent: Option<CopyShape>,
}

impl OneShape {
    pub fn of(station: &Station, one: &One) -> OneShape {
        let code = |id: i32| one.shelves.iter().find(|s: &&Shelf| s.id == id).map(|s| s.code.clone());
        let shape = |copy: &Copy, free: bool| CopyShape {
            id: copy.id,
            barcode: copy.barcode.clone(),
            shelf: code(copy.shelf),
            free,
        };
        OneShape {
            transfer: TransferShape::of(station, &one.seen),
            copies: one.copies.iter().map(|(copy, state)| shape(copy, *state == CopyState::Free)).collect(),
            sent: one.sent.as_ref().map(|copy| shape(copy, false)),
        }
    }
}

/// A title of another station.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TransferOffer)]
pub struct OfferShape {
    pub title: TitleShape,
    /// So many copies there are over there.
    #[schema(minimum = 0)]
    pub copies: i64,
    /// So many of them stand free.
    #[schema(minimum = 0)]
    pub free: i64,
}

/// Titles of another station.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TransferOffers)]
pub struct OffersShape {
    pub titles: Vec<OfferShape>,
}

impl OffersShape {
    pub fn of(all: &[Found]) -> OffersShape {
        let one = |f: &Found| OfferShape { title: TitleShape::of(&f.title), copies: f.copies, free: f.free };
        OffersShape { titles: all.iter().map(one).collect() }
    }
}

/// What has arrived, as it is here.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = TransferArrived)]
pub struct ArrivedShape {
    #[schema(value_type = String, format = Uuid)]
    pub title: TitleId,
    /// It has a barcode of this station.
    #[schema(value_type = String, format = Uuid)]
    pub copy: CopyId,
}

impl ArrivedShape {
    pub fn of(arrived: Arrived) -> ArrivedShape {
        ArrivedShape { title: arrived.title, copy: arrived.copy }
    }
}
