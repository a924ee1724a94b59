//! What another rule does to the times that are there.
use jiff::civil::Date;

/// What becomes of a day that the old rule named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Going {
    /// The new rule names it too.
    Stays,
    /// The new rule names this day near by, and nothing is there yet: who had a place has it then.
    Moves(Date),
    /// The new rule has nothing for it.
    Falls,
}

/// Within so many days it is still the same meeting.
const NEAR: i32 = 6;

/// What becomes of each of `old`, and the days of `new` that nothing has moved to. Both are in order.
pub fn go_on(old: &[Date], new: &[Date]) -> (Vec<Going>, Vec<Date>) {
    let mut left: Vec<Date> = new.iter().copied().filter(|on| old.binary_search(on).is_err()).collect();
    let going = |on: &Date| {
        if new.binary_search(on).is_ok() {
            return Going::Stays;
        }
        let near = left.iter().position(|there| (*there - *on).get_days().abs() <= NEAR);
        near.map_or(Going::Falls, |place| Going::Moves(left.remove(place)))
    };
    let going = old.iter().map(going).collect();
    (going, left)
}
