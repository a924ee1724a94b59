//! The draw itself.
use kernel::lottery::{Seed, position};

/// Who takes part, as everybody may know it: a number that only they know as theirs, and how many come together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DrawEntry)]
pub struct Entry {
    #[schema(minimum = 1)]
    pub number: i32,
    #[schema(minimum = 1, maximum = 8)]
    pub seats: i16,
}

/// What became of one.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = DrawResult)]
pub struct Drawn {
    #[schema(minimum = 1)]
    pub number: i32,
    /// HMAC-SHA-256 of the number under the seed.
    #[schema(min_length = 64, max_length = 64)]
    pub position: String,
    #[schema(minimum = 1, maximum = 8)]
    pub seats: i16,
    /// Whether there were as many places left when its turn came.
    pub got: bool,
    /// Its place on the list, from 1; nothing for one that got its places.
    pub place: Option<i32>,
}

/// Draws `seats` places: the entries in the order of their positions, each of which gets its places if as many are left. Those that
/// did not are the list, in the same order.
pub fn draw(seats: i32, entries: &[Entry], seed: &Seed) -> Vec<Drawn> {
    let lot = |e: &Entry| (position(seed, &e.number.to_string()), *e);
    let mut order: Vec<(String, Entry)> = entries.iter().map(lot).collect();
    order.sort_by(|(a, x), (b, y)| a.cmp(b).then(x.number.cmp(&y.number)));
    let (mut left, mut waiting) = (seats, 0);
    let mut one = |(position, entry): (String, Entry)| {
        let got = i32::from(entry.seats) <= left;
        if got {
            left -= i32::from(entry.seats);
        } else {
            waiting += 1;
        }
        Drawn { number: entry.number, position, seats: entry.seats, got, place: (!got).then_some(waiting) }
    };
    order.into_iter().map(&mut one).collect()
}
