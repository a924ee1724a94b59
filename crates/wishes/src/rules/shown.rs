//! Whether a card may say from which village a wish is.
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{Kind, SHARE_YEARS, SHARED_BY};

/// How many people of a village could have wished for a thing of a kind: a sum from a statistics, never a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    pub village: i64,
    pub kind: Kind,
    pub people: i32,
    /// Which statistics.
    pub source: String,
    pub counted_on: Date,
}

impl Share {
    /// Whether it is believed on a day: not from tomorrow, not older than two years.
    pub fn holds(&self, today: Date) -> bool {
        let oldest = today.saturating_sub(SHARE_YEARS.years());
        (oldest..=today).contains(&self.counted_on)
    }
}

/// The village, if so many of its people share what the card shows that it names nobody. Without a count it is not shown. Nor is any
/// of the township where those that are not shown are so few that who leaves the village out is found by subtraction: where it is one
/// alone, or where all of them are counted and fewer than enough together.
pub fn shown(village: Option<i64>, kind: Kind, shares: &[Share], (villages, today): (&[i64], Date)) -> Option<i64> {
    let known = |village: i64| {
        let same = |share: &&Share| share.village == village && share.kind == kind && share.holds(today);
        shares.iter().find(same).map(|share| share.people)
    };
    let enough = |people: Option<i32>| people.is_some_and(|people| people >= SHARED_BY);
    let village = village.filter(|code| villages.contains(code) && enough(known(*code)))?;
    let hidden: Vec<Option<i32>> = villages.iter().map(|code| known(*code)).filter(|people| !enough(*people)).collect();
    let few = match hidden.as_slice() {
        [] => false,
        [_] => true,
        // Where one is not counted, nobody knows that they are few.
        all => all.iter().copied().sum::<Option<i32>>().is_some_and(|people| people < SHARED_BY),
    };
    (!few).then_some(village)
}
