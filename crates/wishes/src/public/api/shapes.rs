//! What programs read of wishes: the same as everybody does, and no more.
use jiff::Timestamp;
use serde::Serialize;
use stations::Station;
use utoipa::ToSchema;

use crate::answers::{Card, Claim, Seen};
use crate::rules::{Band, Kind, State};
use crate::{ClaimId, WishId};

/// A wish as everybody sees it. Whose it is stands nowhere.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = WishCard)]
pub struct CardShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: WishId,
    /// What kind of thing.
    pub kind: Kind,
    #[schema(example = "保暖鞋，42 码")]
    pub item: String,
    /// What it costs at most.
    pub band: Band,
    /// The same in yuan; 0 costs nothing but time.
    #[schema(example = 100)]
    pub most_yuan: i32,
    /// The township.
    #[schema(example = "三合镇")]
    pub township: String,
    /// The village, only while it waits, and only where at least 20 people of it share what is shown.
    pub village: Option<String>,
    /// So many days it still waits; 0 is the last, and of what does not wait.
    pub days_left: i32,
    pub state: Seen,
}

impl CardShape {
    pub fn of(station: &Station, card: &Card) -> CardShape {
        CardShape {
            id: card.id,
            kind: card.kind,
            item: card.item.clone(),
            band: card.band,
            most_yuan: card.band.most(),
            township: station.division.name.clone(),
            village: card.village.clone(),
            days_left: card.days_left,
            state: card.state,
        }
    }
}

/// Wishes that wait, the newest first.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Wishes)]
pub struct ListShape {
    pub wishes: Vec<CardShape>,
    /// `before` of the next page; null on the last.
    #[schema(value_type = Option<String>, format = Uuid)]
    pub more_before: Option<WishId>,
}

/// How a wish stands that you have taken up.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = WishClaimState)]
pub enum ClaimState {
    /// The station calls you.
    Claimed,
    /// The station has spoken to you and to whoever wishes.
    Contacted,
    /// You have handed it in.
    Delivered,
    /// Whoever wished it has it. Told for a month.
    Fulfilled,
}

/// A wish that you have taken up.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WishClaim)]
pub struct ClaimShape {
    #[schema(value_type = String, format = Uuid)]
    pub id: ClaimId,
    /// The slug of the station where it is handed in.
    #[schema(example = "sanhe")]
    pub station: String,
    pub wish: CardShape,
    pub state: ClaimState,
    /// Until then it is handed in at the station; afterwards others may take it up.
    #[schema(value_type = String, format = DateTime)]
    pub until: Timestamp,
}

impl ClaimShape {
    pub fn of(station: &Station, claim: &Claim) -> ClaimShape {
        let state = match claim.state {
            State::Contacted => ClaimState::Contacted,
            State::Delivered => ClaimState::Delivered,
            State::Fulfilled => ClaimState::Fulfilled,
            _ => ClaimState::Claimed,
        };
        let wish = CardShape::of(station, &claim.card);
        ClaimShape { id: claim.id, station: station.slug.clone(), wish, state, until: claim.until }
    }
}

/// All that you have taken up.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = WishClaims)]
pub struct ClaimsShape {
    pub claims: Vec<ClaimShape>,
}
