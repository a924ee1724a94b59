//! `errands.toml`, `matters.toml`, `tickets.csv` and `appointments.csv`: the hall, what is done there, a morning of it, and what is
//! booked; `village-days.toml` and `drop-offs.toml`: what spares people the way to it; `duty.toml` and `deputies.toml`: who stands
//! where, and when deputies receive.
mod hall;
mod matters;
mod morning;
mod appointments;
mod villages;
mod papers;
mod duty;
mod deputies;
mod lived;

use ::errands::rules::{Draft, Line};

pub use appointments::Booked;
pub use deputies::Deputies;
pub use duty::Duty;
pub use hall::{Hall, Lounge, Official, Said};
pub use lived::{found, live, live_before};
pub use morning::{Drawn, Then};
pub use papers::Papers;
pub use villages::Day;

use super::station::Owner;
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
    pub duty: Duty,
    pub deputies: Deputies,
}

impl Errands {
    /// The line of a number.
    pub fn line(&self, id: i32) -> Option<&Line> {
        self.hall.lines.iter().find(|line| line.id == id)
    }
}

/// Without `errands.toml` a station has no hall, and then the others say nothing.
pub fn read(files: &Files, (staff, owners): (&[Worker], &[Owner]), people: &[Resident]) -> Result<Errands, Vec<Wrong>> {
    let hall = hall::read(files, staff)?;
    let mut wrong = vec![];
    let Some(matters) = kept(matters::read(files, &hall), &mut wrong) else { return Err(wrong) };
    let Some(tickets) = kept(morning::read(files, &hall, &matters, people), &mut wrong) else { return Err(wrong) };
    let village_days = kept(villages::read(files, &hall, &matters), &mut wrong);
    let papers = kept(papers::read(files, &matters, people), &mut wrong);
    let appointments = kept(appointments::read(files, &matters, people), &mut wrong);
    let duty = kept(duty::read(files, staff, &matters), &mut wrong);
    let deputies = kept(deputies::read(files, staff, owners), &mut wrong);
    let (Some(village_days), Some(papers), Some(appointments)) = (village_days, papers, appointments) else {
        return Err(wrong);
    };
    let (Some(duty), Some(deputies)) = (duty, deputies) else { return Err(wrong) };
    Ok(Errands { hall, matters, tickets, village_days, papers, appointments, duty, deputies })
}

/// The number of the thing at `place`, from 1.
fn nth(place: usize) -> i32 {
    i32::try_from(place + 1).unwrap_or(i32::MAX)
}

/// What it is about, and what is wrong with it.
type Why = (&'static str, String);
