//! `errands.toml`, `matters.toml`, `tickets.csv`, `appointments.csv`, `village-days.toml` and `drop-offs.toml`: the hall, what is done
//! there, a morning of it, what is booked, and what spares people the way to it.
mod hall;
mod matters;
mod morning;
mod appointments;
mod villages;
mod papers;
mod lived;

use ::errands::rules::{Draft, Line};

pub use appointments::Booked;
pub use hall::{Hall, Lounge, Official, Said};
pub use lived::{found, live};
pub use morning::{Drawn, Then};
pub use papers::Papers;
pub use villages::Day;

use super::{Files, Resident, Worker, Wrong, kept};

/// All that the files say. Lines, officials and matters have their numbers from 1, in the order of the files.
#[derive(Debug, Clone, Default)]
pub struct Errands {
    pub hall: Hall,
    pub matters: Vec<Draft>,
    /// In the order in which they were drawn.
    pub tickets: Vec<Drawn>,
    pub village_days: Vec<Day>,
    pub papers: Papers,
    pub appointments: Vec<Booked>,
}

impl Errands {
    /// The line of a number.
    pub fn line(&self, id: i32) -> Option<&Line> {
        self.hall.lines.iter().find(|line| line.id == id)
    }
}

/// Without `errands.toml` a station has no hall, and then the others say nothing.
pub fn read(files: &Files, staff: &[Worker], people: &[Resident]) -> Result<Errands, Vec<Wrong>> {
    let hall = hall::read(files, staff)?;
    let mut wrong = vec![];
    let Some(matters) = kept(matters::read(files, &hall), &mut wrong) else { return Err(wrong) };
    let Some(tickets) = kept(morning::read(files, &hall, &matters, people), &mut wrong) else { return Err(wrong) };
    let Some(village_days) = kept(villages::read(files, &hall, &matters), &mut wrong) else { return Err(wrong) };
    let Some(papers) = kept(papers::read(files, &matters, people), &mut wrong) else { return Err(wrong) };
    let Some(appointments) = kept(appointments::read(files, &matters, people), &mut wrong) else { return Err(wrong) };
    Ok(Errands { hall, matters, tickets, village_days, papers, appointments })
}

/// The number of the thing at `place`, from 1.
fn nth(place: usize) -> i32 {
    i32::try_from(place + 1).unwrap_or(i32::MAX)
}

/// What it is about, and what is wrong with it.
type Why = (&'static str, String);
