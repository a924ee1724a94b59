//! Sums, as programs of staff read them; and who would like to be called.
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use utoipa::ToSchema;

use crate::AskId;
use crate::answers::Ask;
use crate::desk::reads::Month;
use crate::rules::{Kind, Share};

/// How many people of a village could have wished for a kind of thing.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WishShare)]
pub struct ShareShape {
    /// The code of the village (12 digits).
    pub village: i64,
    pub kind: Kind,
    pub people: i32,
    /// Which statistics.
    pub source: String,
    #[schema(value_type = String, format = Date)]
    pub counted_on: Date,
}

/// All counts of the station.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WishShares)]
pub struct SharesShape {
    pub shares: Vec<ShareShape>,
}

impl SharesShape {
    pub fn of(all: &[Share]) -> SharesShape {
        let one = |s: &Share| ShareShape {
            village: s.village,
            kind: s.kind,
            people: s.people,
            source: s.source.clone(),
            counted_on: s.counted_on,
        };
        SharesShape { shares: all.iter().map(one).collect() }
    }
}

/// What is told of a month that is over. A sum of fewer than ten is null, and so is one from which such a sum could be told.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WishMonth)]
pub struct MonthShape {
    /// Its first day.
    #[schema(value_type = String, format = Date)]
    pub month: Date,
    pub published: Option<usize>,
    pub fulfilled: Option<usize>,
    /// Given back, or not brought in time.
    pub back: Option<usize>,
    pub referred: Option<usize>,
}

impl MonthShape {
    pub fn of(m: &Month) -> MonthShape {
        let told = m.told.unwrap_or_default();
        MonthShape {
            month: m.first,
            published: told.published,
            fulfilled: told.fulfilled,
            back: told.back,
            referred: told.referred,
        }
    }
}

/// Somebody who would like to be called about a wish of their own.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WishAsk)]
pub struct AskShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: AskId,
    pub name: String,
    #[schema(example = "13800000000")]
    pub phone: String,
    #[schema(value_type = String, format = DateTime)]
    pub made_at: Timestamp,
}

/// All of them, the oldest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WishAsks)]
pub struct AsksShape {
    pub asks: Vec<AskShape>,
}

impl AsksShape {
    pub fn of(all: &[Ask]) -> AsksShape {
        let one =
            |a: &Ask| AskShape { id: a.id, name: a.name.clone(), phone: a.phone.full().to_owned(), made_at: a.made_at };
        AsksShape { asks: all.iter().map(one).collect() }
    }
}
