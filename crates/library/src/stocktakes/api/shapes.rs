//! What calls answer.
use jiff::civil::Date;
use serde::Serialize;
use stations::Station;
use utoipa::ToSchema;

use crate::rules::Shelf;
use crate::stocktakes::acts::{self, Scanned};
use crate::stocktakes::answers::{Ending, Here, Listed, Overview, Walk};
use crate::stocktakes::rules::Odd;
use crate::{CopyId, StocktakeId, TitleId};

/// A walk along one shelf, or along all.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Stocktake)]
pub struct StocktakeShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: StocktakeId,
    /// The code of the shelf; null: all shelves.
    pub shelf: Option<String>,
    #[schema(format = DateTime)]
    pub begun_at: String,
    /// Who began it, as long as they are known here.
    pub begun_by: Option<String>,
    /// Null while it runs.
    #[schema(format = DateTime)]
    pub ended_at: Option<String>,
    /// So many copies were scanned in it.
    #[schema(minimum = 0)]
    pub scanned: i64,
}

impl StocktakeShape {
    fn of(station: &Station, walk: &Walk) -> StocktakeShape {
        let written = |at: jiff::Timestamp| at.display_with_offset(station.zone.to_offset(at)).to_string();
        StocktakeShape {
            id: walk.stocktake.id,
            shelf: walk.shelf.as_ref().map(|shelf| shelf.code.clone()),
            begun_at: written(walk.stocktake.begun_at),
            begun_by: walk.by.clone(),
            ended_at: walk.stocktake.ended_at.map(written),
            scanned: walk.scanned,
        }
    }
}

/// The walks of a station.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Stocktakes)]
pub struct OverviewShape {
    /// The oldest first.
    pub open: Vec<StocktakeShape>,
    /// The last twelve, the last first.
    pub ended: Vec<StocktakeShape>,
}

impl OverviewShape {
    pub fn of(station: &Station, all: &Overview) -> OverviewShape {
        let shapes = |walks: &[Walk]| walks.iter().map(|one| StocktakeShape::of(station, one)).collect();
        OverviewShape { open: shapes(&all.open), ended: shapes(&all.ended) }
    }
}

/// A walk and how far it is. Copies that are lent or put aside are looked for on no shelf.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = StocktakeProgress)]
pub struct HereShape {
    pub stocktake: StocktakeShape,
    /// So many were seen of those that should stand on its shelves.
    pub seen: usize,
    /// So many should.
    pub of: usize,
    /// Seen, although they belong to no shelf of the walk.
    pub strays: usize,
    /// Lent, or put aside for somebody.
    pub elsewhere: usize,
}

impl HereShape {
    pub fn of(station: &Station, here: &Here) -> HereShape {
        let p = here.progress;
        let stocktake = StocktakeShape::of(station, &here.walk);
        HereShape { stocktake, seen: p.seen, of: p.of, strays: p.strays, elsewhere: p.elsewhere }
    }
}

/// One thing that does not fit.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = StocktakeOddity)]
pub struct OddShape {
    /// `already` scanned in this walk, `lent` as far as we know, belongs to an `other-shelf`, `was-missing`, `was-in-repair`,
    /// should be `on-the-way` to another station, is `gone`, should be `put-aside` at the counter.
    #[schema(example = "other-shelf")]
    pub what: &'static str,
    /// Of what is lent.
    #[schema(value_type = Option<String>, format = Date)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_on: Option<Date>,
    /// The code of the shelf where it belongs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shelf: Option<String>,
}

impl OddShape {
    fn of(odd: Odd, shelves: &[Shelf]) -> OddShape {
        let code = |id: i32| shelves.iter().find(|s| s.id == id).map(|s| s.code.clone());
        let (due_on, shelf) = match odd {
            Odd::Lent { due_on } => (Some(due_on), None),
            Odd::OtherShelf { shelf } => (None, code(shelf)),
            _ => (None, None),
        };
        OddShape { what: odd.word(), due_on, shelf }
    }
}

/// What one barcode led to.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = StocktakeScan)]
pub struct ScannedShape {
    /// As it was sent, without what cannot be seen.
    pub barcode: String,
    /// Null where no copy of the station has it: then nothing was noted.
    #[schema(value_type = Option<String>, format = Uuid)]
    pub copy: Option<CopyId>,
    pub title: Option<String>,
    /// All that does not fit; empty for a copy that stands where it should.
    pub odd: Vec<OddShape>,
}

/// What a press of many led to, and how far the walk is now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = StocktakeScanned)]
pub struct AllScanned {
    /// In the order in which they were sent.
    pub scans: Vec<ScannedShape>,
    pub progress: HereShape,
}

impl AllScanned {
    pub fn of(station: &Station, here: &Here, scans: &[Scanned]) -> AllScanned {
        let one = |scan: &Scanned| ScannedShape {
            barcode: scan.typed.clone(),
            copy: scan.copy.as_ref().map(|(copy, _)| copy.id),
            title: scan.copy.as_ref().map(|(_, title)| title.title.clone()),
            odd: scan.odd.iter().map(|odd| OddShape::of(*odd, &here.shelves)).collect(),
        };
        AllScanned { scans: scans.iter().map(one).collect(), progress: HereShape::of(station, here) }
    }
}

/// A copy in the list of a walk.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = StocktakeCopy)]
pub struct CopyShape {
    #[schema(value_type = String, format = Uuid)]
    pub copy: CopyId,
    #[schema(value_type = String, format = Uuid)]
    pub title_id: TitleId,
    pub title: String,
    pub barcode: String,
    /// The code of the shelf where it belongs.
    pub shelf: Option<String>,
    /// The code of the shelf where it was seen.
    pub seen_on: Option<String>,
}

/// What would become of the copies if the walk ended now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = StocktakeEnding)]
pub struct EndingShape {
    /// Would be missing.
    pub missing: Vec<CopyShape>,
    /// Had been missing or under repair, and would be here again.
    pub again: Vec<CopyShape>,
    /// Stand on a shelf where they do not belong.
    pub misplaced: Vec<CopyShape>,
    /// The mark of the list `missing`, to be sent back by whoever ends the walk.
    #[schema(example = "9f86d081884c7d65")]
    pub read: String,
}

impl EndingShape {
    pub fn of(here: &Here, ending: &Ending) -> EndingShape {
        let code = |id: i32| here.shelves.iter().find(|s| s.id == id).map(|s| s.code.clone());
        let one = |one: &Listed| CopyShape {
            copy: one.standing.copy,
            title_id: one.standing.title,
            title: one.title.clone(),
            barcode: one.standing.barcode.clone(),
            shelf: code(one.standing.shelf),
            seen_on: one.standing.seen.and_then(code),
        };
        let all = |list: &[Listed]| list.iter().map(one).collect();
        let [missing, again, misplaced] = [&ending.missing, &ending.again, &ending.misplaced].map(|list| all(list));
        EndingShape { missing, again, misplaced, read: ending.read.clone() }
    }
}

/// What a walk came to.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = StocktakeEnded)]
pub struct EndedShape {
    pub seen: usize,
    /// So many are missing from now on.
    pub missing: usize,
    /// So many had been missing, or under repair, and are here.
    pub again: usize,
}

impl EndedShape {
    pub fn of(ended: acts::Ended) -> EndedShape {
        EndedShape { seen: ended.seen, missing: ended.missing, again: ended.again }
    }
}
