//! How strong a claim is, term by term.
use super::applying::Application;
use super::terms::{Slot, Weights};
use kernel::db::types::Id;

/// The points of one wish, term by term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SeasonPoints)]
pub struct Points {
    /// For being a group of that kind.
    #[schema(minimum = 0, maximum = 100)]
    pub kind: i32,
    /// For filling the room.
    #[schema(minimum = 0, maximum = 100)]
    pub fit: i32,
    /// For having had it last season.
    #[schema(minimum = 0, maximum = 100)]
    pub continuity: i32,
    /// For not having got the first wish last season.
    #[schema(minimum = 0, maximum = 100)]
    pub turn: i32,
    #[schema(minimum = 0, maximum = 400)]
    pub sum: i32,
}

/// `fit` is the weight times size over the largest group that the room takes, rounded down.
pub fn points(weights: &Weights, application: &Application, slot: &Slot) -> Points {
    let kind = weights.of(application.kind);
    let largest = i64::from(slot.largest.max(1));
    let fills = i64::from(application.size.clamp(0, slot.largest.max(1)));
    let fit = i32::try_from(i64::from(weights.fit) * fills / largest).unwrap_or(0);
    let continuity = if application.held.contains(&slot.number) { weights.continuity } else { 0 };
    let turn = if application.got_first { 0 } else { weights.turn };
    Points { kind, fit, continuity, turn, sum: kind + fit + continuity + turn }
}

/// Claims to one slot, the stronger one smaller: more points; then the smaller position in the lottery; then, should two
/// positions ever be the same, the smaller id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Claim<'a> {
    points: std::cmp::Reverse<i32>,
    position: &'a str,
    id: Id,
}

impl<'a> Claim<'a> {
    pub fn new(points: Points, position: &'a str, id: Id) -> Claim<'a> {
        Claim { points: std::cmp::Reverse(points.sum), position, id }
    }
}
