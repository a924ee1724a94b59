//! What the months before came to: so many copies were taken and brought back, evenly over their days. Of whom, no file says, and no
//! fact either.
use ::library::rules::{Copy, Title};
use jiff::civil::{Date, Time};
use jiff::{Timestamp, ToSpan as _};
use kernel::db::Conn;
use kernel::fact;
use kernel::fault::Fault;
use kernel::house::House;
use serde::Deserialize;
use serde_json::json;
use stations::Station;

use crate::township::wrong::Why;

/// One month.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Month {
    /// So many months before this one.
    ago: i32,
    issues: usize,
    /// How many people that were.
    readers: usize,
    returned: usize,
    /// How many of those came late.
    late: usize,
    renewals: usize,
    /// From and to shelves where nobody writes anything down, as far as it was pressed.
    #[serde(default)]
    taken: usize,
    #[serde(default)]
    brought: usize,
}

/// A room of one shelf lends less.
const MOST: usize = 2000;

impl Month {
    pub fn checked(self) -> Result<Month, Why> {
        let odd = [
            ("ago", !(1..=24).contains(&self.ago), "it is from 1 to 24: this month is not over".to_owned()),
            ("issues", self.issues > MOST, format!("{MOST} at most")),
            ("readers", self.readers > self.issues, "each of them took something".to_owned()),
            ("late", self.late > self.returned, "only what came back was late".to_owned()),
        ];
        odd.into_iter().find(|(_, odd, _)| *odd).map_or(Ok(self), |(field, _, why)| Err((field, why)))
    }

    pub fn issues(&self) -> usize {
        self.issues
    }

    /// The first day.
    pub fn first(&self, today: Date) -> Date {
        today.first_of_month().saturating_sub(self.ago.months())
    }
}

/// Where people take something, as often as in most rooms.
const HOW: [&str; 5] = ["desk", "desk", "kiosk", "desk", "phone"];
/// Larger than any number of copies, and prime: so one copy after another is taken, in no order.
const STRIDE: usize = 7919;

/// Which of `n` things, spread evenly, are the `some` that are different.
fn is_one(k: usize, some: usize, n: usize) -> bool {
    (k + 1) * some / n > k * some / n
}

/// Writes down what a month came to. Each copy that was taken has been taken that day; `begin` is how many were before it. What would
/// have been before `since` was not.
pub fn record(
    c: &mut Conn,
    (house, station): (&House, &Station),
    (month, first, since): (&Month, Date, Date),
    (copies, begin): (&mut [(Copy, Title)], usize),
) -> Result<(), Fault> {
    let days = usize::try_from(first.days_in_month()).unwrap_or(28);
    let at = |k: usize, n: usize, hour: i8| -> Result<(Date, Timestamp), Fault> {
        let later = i32::try_from(k * days / n).unwrap_or(0);
        let on = first.saturating_add(later.days());
        let time = Time::constant(hour + i8::try_from(k % 9).unwrap_or(0), 10, 0, 0);
        Ok((on, errands::answers::instant(station, on.to_datetime(time))?))
    };
    let mut fact = |kind: &'static str, when: (Date, Timestamp), data: serde_json::Value| {
        if when.0 < since { Ok(()) } else { fact::record(c, station.id, house.new_id(), kind, when, &data) }
    };
    let n = month.issues;
    for k in 0..n {
        let (when, all) = (at(k, n, 9)?, copies.len().max(1));
        let Some((copy, title)) = copies.get_mut((begin + k) * STRIDE % all) else { break };
        if when.0 >= since {
            copy.last_lent_on = copy.last_lent_on.max(Some(when.0));
        }
        let (first, how) = (is_one(k, month.readers, n), HOW[k % HOW.len()]);
        let data = json!({ "children": title.for_children, "first": first, "how": how, "kind": title.kind.word() });
        fact("library.issue", when, data)?;
    }
    for k in 0..month.returned {
        let late = is_one(k, month.late, month.returned);
        fact("library.return", at(k, month.returned, 10)?, json!({ "late": late }))?;
    }
    for k in 0..month.renewals {
        fact("library.renewal", at(k, month.renewals, 11)?, json!({}))?;
    }
    for (pressed, taken) in [(month.taken, 1), (month.brought, -1)] {
        for k in 0..pressed {
            fact("library.honesty", at(k, pressed, 12)?, json!({ "taken": taken }))?;
        }
    }
    Ok(())
}
