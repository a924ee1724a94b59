//! `yizhan bench`: how good the program's promises are, measured by anybody.
use std::path::{Path, PathBuf};

use clap::Subcommand;
use errands::forecast::{self, Day, replay, simulate};
use wellbeing::simulate as simulate_surveys;

use super::out::say;
use super::stop::{Done, Stop};

/// A hall that is made up, with what is known of halls.
const HALL: &str = include_str!("../../../errands/benches/waiting.toml");
/// The predictor's constants were chosen on seeds 1 to 6: it is measured on others.
const FIRST: u64 = 101;

#[derive(Debug, Subcommand)]
pub enum Bench {
    /// Replay days of a hall, predict each ticket's call when it is drawn, and compare with what came 等候
    Waiting(Waiting),
    /// Make up villages whose truth is known, survey them, and count how often the intervals hold it 区间
    Coverage(Coverage),
}

#[derive(Debug, clap::Args)]
pub struct Waiting {
    /// A folder with visits.csv and openings.csv of recorded days; without it, days are made up
    folder: Option<PathBuf>,
    /// So many made-up histories
    #[arg(long, default_value_t = 8)]
    seeds: u64,
    /// Days in each
    #[arg(long, default_value_t = 30)]
    days: u16,
    /// People who come, in per cent of what is usual
    #[arg(long, default_value_t = 100, value_name = "PERCENT")]
    busy: u16,
    /// The made-up hall [default: the one that comes with the program]
    #[arg(long, value_name = "FILE", conflicts_with = "folder")]
    hall: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub struct Coverage {
    /// So many surveys of each kind of village
    #[arg(long, default_value_t = 2000, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    rounds: u32,
    /// Another seed makes up other villages
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

impl Bench {
    pub fn run(self) -> Done {
        match self {
            Bench::Waiting(waiting) => waiting.run(),
            Bench::Coverage(coverage) => {
                say(simulate_surveys::report(&simulate_surveys::coverage(coverage.seed, coverage.rounds)));
                Ok(())
            }
        }
    }
}

impl Waiting {
    fn run(self) -> Done {
        let histories = match &self.folder {
            Some(folder) => vec![(folder.display().to_string(), recorded(folder)?)],
            None => self.made_up()?,
        };
        say(replay::compare(&histories));
        Ok(())
    }

    fn made_up(&self) -> Result<Vec<(String, Vec<Day>)>, Stop> {
        let text = self.hall.as_deref().map(file).transpose()?;
        let mut hall = simulate::Parameters::parse(text.as_deref().unwrap_or(HALL)).map_err(bad)?;
        let busy = f64::from(self.busy) / 100.0;
        hall.arrivals.by_hour.iter_mut().for_each(|(_, people)| *people *= busy);
        let days = |seed| Ok((format!("seed {seed}"), simulate::days(&hall, seed, self.days.into()).map_err(bad)?));
        (FIRST..FIRST + self.seeds).map(days).collect()
    }
}

fn recorded(folder: &Path) -> Result<Vec<Day>, Stop> {
    forecast::read(&file(&folder.join("visits.csv"))?, &file(&folder.join("openings.csv"))?).map_err(bad)
}

fn file(path: &Path) -> Result<String, Stop> {
    std::fs::read_to_string(path).map_err(|e| Stop::bad_file(format!("{} cannot be read: {e}", path.display())))
}

fn bad(why: impl std::fmt::Debug) -> Stop {
    Stop::bad_file(format!("{why:?}"))
}
