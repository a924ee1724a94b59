//! Each survey runs its course at its own time, through the same acts as everybody's.
use std::sync::Arc;

use jiff::civil::{Date, Time};
use jiff::{Timestamp, ToSpan as _};
use kernel::clock::Rehearsal;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Role, StaffAt};
use stations::Station;
use wellbeing::acts;
use wellbeing::rules::ballot::Code;
use wellbeing::rules::flags::Mode;
use wellbeing::rules::households::Household;
use wellbeing::rules::tips::ByWhom;
use wellbeing::rules::waves::{Band, Given, New};

use super::{Asked, FILE};
use crate::township::load::NotLoaded;
use crate::township::past::People;

/// When something is done on its day.
const MORNING: Time = Time::constant(9, 0, 0, 0);
/// The nightly work has been done.
const NIGHT: Time = Time::constant(3, 0, 0, 0);
/// The hours of a day in which answers come in.
const HOURS: i64 = 11;

/// Runs them, the oldest first. The clock stands where it stood afterwards.
pub async fn live(
    past: &House,
    hand: &Rehearsal,
    (station, people): (&Arc<Station>, &People),
    all: &[Asked],
    now: Timestamp,
) -> Result<(), NotLoaded> {
    if all.is_empty() {
        return Ok(());
    }
    let nobody = || NotLoaded::Refused(format!("{FILE} needs a manager in staff.csv"));
    let manager = people.manager.ok_or_else(nobody)?;
    let id = station.id;
    let staff = past.db.read(move |c| people::staff_at(c, &manager, id, Role::Manager)).await?;
    let began = past.now();
    let today = stations::wall(now, &station.zone).date();
    for asked in all {
        run(past, hand, (station, &staff), asked, (today, now)).await?;
    }
    hand.move_to(began);
    Ok(())
}

async fn run(
    past: &House,
    hand: &Rehearsal,
    (station, staff): (&Arc<Station>, &StaffAt),
    asked: &Asked,
    (today, now): (Date, Timestamp),
) -> Result<(), NotLoaded> {
    let day = |ago: i64| today.saturating_sub(ago.days());
    let at = |day: Date, time: Time| errands::answers::instant(station, day.to_datetime(time));
    let by = || (staff, None);
    hand.move_to(at(day(asked.made), MORNING)?);
    let id = acts::make(past, station, asked.as_new(day(asked.opens), day(asked.closes)), by()).await?;
    acts::list(past, station, (id, asked.households()), by()).await?;
    acts::draw(past, station, id, by()).await?;
    let codes = acts::print(past, station, (id, asked.printed), by()).await?;
    acts::not_eligible(past, station, (id, asked.empty), by()).await?;
    // Evenly over the days until it closes, or until now.
    let first = day(asked.opens);
    let days = i64::from(first.until(day(asked.closes).min(today)).map_err(Fault::broken)?.get_days()).max(1);
    let answers = asked.answers();
    let all = i64::try_from(answers.len()).unwrap_or(1).max(1);
    for ((n, given), code) in (0..all).zip(&answers).zip(&codes) {
        let minutes = (n * days * HOURS * 60) / all;
        let (later, minute) = (minutes / (HOURS * 60), minutes % (HOURS * 60));
        let when = first.saturating_add(later.days()).to_datetime(MORNING).saturating_add(minute.minutes());
        hand.move_to(errands::answers::instant(station, when)?.min(now));
        answer(past, station, (code, *given)).await?;
    }
    for _ in 0..asked.suggested {
        acts::tip(past, station, id, ByWhom::Village).await?;
    }
    if day(asked.closes) < today {
        hand.move_to(at(day(asked.closes).saturating_add(1.day()), NIGHT)?);
        acts::jobs(past).await?;
    }
    Ok(())
}

async fn answer(past: &House, station: &Arc<Station>, (code, given): (&Code, Given)) -> Result<(), NotLoaded> {
    acts::answer(past, station, (code, None), given).await.map_err(NotLoaded::from)
}

impl Asked {
    fn as_new(&self, opens_on: Date, closes_on: Date) -> New {
        let band = |one: &super::Band| Band { band: one.band.clone(), population: one.people };
        let bands = self.band.iter().map(band).collect();
        New { opens_on, closes_on, wanted: self.wanted, bands, source: self.source.clone() }
    }

    /// One address after the other.
    fn households(&self) -> Vec<Household> {
        let of = |village: &super::Village| {
            let name = village.name.clone();
            (1..=village.households)
                .map(move |n| Household { village: name.clone(), address: format!("{}社{}号", n % 4 + 1, n) })
        };
        self.villages.iter().flat_map(of).collect()
    }

    /// In an order in which neither the bands nor the scores stand together, so that each way has some of all.
    fn answers(&self) -> Vec<Given> {
        let mut said: Vec<(u8, u8)> = vec![];
        for (band, one) in (0..).zip(&self.band) {
            for (score, n) in (0..).zip(one.said) {
                said.extend((0..n).map(|_| (band, score)));
            }
        }
        let all = u32::try_from(said.len()).unwrap_or(1).max(1);
        let mut mixed: Vec<(u32, (u8, u8))> =
            (0..).map(|n: u32| n.wrapping_mul(2_654_435_761) % 9_973).zip(said).collect();
        mixed.sort_unstable();
        let of = |(n, (_, (band, score))): (u32, (u32, (u8, u8)))| Given { score, band, mode: self.way(n * 100 / all) };
        (0..).zip(mixed).map(of).collect()
    }

    /// How the answer at this place of a hundred came in.
    fn way(&self, place: u32) -> Mode {
        // Spread over the days: 37 has nothing in common with 100.
        let place = place * 37 % 100;
        let mut until = 0;
        for (mode, n) in Mode::ALL.into_iter().zip(self.ways) {
            until += n;
            if place < until {
                return mode;
            }
        }
        Mode::Paper
    }
}
