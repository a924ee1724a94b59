//! What may be sold at a fair.
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What is sold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = FairGoods)]
pub enum Goods {
    Food = 0,
    Clothes = 1,
    /// Tools, seed, fertiliser.
    Farm = 2,
    Household = 3,
    Crafts = 4,
    Other = 5,
}

impl Goods {
    pub const ALL: [Goods; 6] =
        [Goods::Food, Goods::Clothes, Goods::Farm, Goods::Household, Goods::Crafts, Goods::Other];

    pub fn name(self) -> &'static str {
        match self {
            Goods::Food => "food",
            Goods::Clothes => "clothes",
            Goods::Farm => "farm",
            Goods::Household => "household",
            Goods::Crafts => "crafts",
            Goods::Other => "other",
        }
    }

    pub fn of(stored: i16) -> Option<Goods> {
        Goods::ALL.into_iter().find(|g| *g as i16 == stored)
    }

    pub fn named(name: &str) -> Option<Goods> {
        Goods::ALL.into_iter().find(|g| g.name() == name)
    }
}
