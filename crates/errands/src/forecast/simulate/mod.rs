//! Makes days of a hall, to measure forecasts on: people come as a Poisson process whose rate changes by the hour, for mixed
//! matters of log-normal length; officials have lunch and are called away; some people draw at home, miss their call or lose
//! patience. The desks call in the order of `rules`. What is made says nothing about any real hall.
mod parameters;
mod time;
mod dice;
mod people;
mod opening;
mod hall;
mod day;

pub use parameters::{NotAHall, Parameters};

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use super::record::Day;
use dice::Dice;

/// So many days of work from the first day of the parameters on, the same for the same seed.
///
/// # Errors
/// Only if the days lie thousands of years from now.
pub fn days(of: &Parameters, seed: u64, count: usize) -> Result<Vec<Day>, jiff::Error> {
    let dice = Dice::new(seed);
    let paces: Vec<f64> = of.desks.iter().map(|_| dice.factor(of.service.desk_spread)).collect();
    let mut date = of.first_day;
    (0..count)
        .map(|n| {
            date = working_day(date)?;
            let grown = of.service.drift * n as f64;
            let pace = dice.factor(of.service.day_spread) * grown.exp();
            let market = of.arrivals.market_every > 0 && (n + 1).is_multiple_of(of.arrivals.market_every as usize);
            let busy = dice.factor(of.arrivals.day_spread) * if market { of.arrivals.market_factor } else { 1.0 };
            let desks: Vec<f64> = paces.iter().map(|desk| desk * pace).collect();
            let day = day::day(of, date, busy, &desks, &dice);
            date = date.checked_add(1.day())?;
            day
        })
        .collect()
}

/// This day, or the Monday after.
fn working_day(mut date: Date) -> Result<Date, jiff::Error> {
    while matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday) {
        date = date.checked_add(1.day())?;
    }
    Ok(date)
}
