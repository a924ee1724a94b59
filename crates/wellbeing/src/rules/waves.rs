//! The course of a survey: what it needs to begin, what comes after what, and what an answer may be.
use std::collections::HashMap;

use jiff::Timestamp;
use jiff::civil::Date;
use kernel::share::FEWEST;
use serde::{Deserialize, Serialize};

use super::flags::{Mode, OfMode};
use super::households::{FEWEST_HOUSEHOLDS, Household, MOST_HOUSEHOLDS};
use super::response::Response;
use super::strata::Stratum;
use super::survey::SurveyBasis;
use crate::SurveyId;

/// Answers are taken for a season at most: later ones are about another time. Nothing is planned further ahead either, since nothing
/// else can be asked meanwhile.
pub const LONGEST_DAYS: i64 = 92;
/// More bands of age than this have no ten answers each in a township.
pub const MOST_BANDS: usize = 12;
/// The highest answer; the lowest is 0.
pub const TOP_SCORE: u8 = 10;
/// A name of a band is read in a table.
const LONGEST_BAND: usize = 20;
/// Whoever reads where numbers of people come from needs no more.
const LONGEST_SOURCE: usize = 200;
/// A village or an address.
const LONGEST_PLACE: usize = 80;
/// So many pairs of lines are named at once.
const PAIRS: usize = 10;

/// How a survey stands. The numbers are kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Its seed is fixed, and there is no list yet.
    Made = 0,
    /// There is a list, and nobody is drawn.
    Listed = 1,
    /// The households are drawn.
    Drawn = 2,
    /// Answers are taken. No row says this: the day does ([`Survey::stands`]).
    Open = 3,
    /// The result is fixed; list and ballots are gone.
    Closed = 4,
}

impl State {
    pub const ALL: [State; 5] = [State::Made, State::Listed, State::Drawn, State::Open, State::Closed];

    pub fn of(number: i16) -> Option<State> {
        State::ALL.into_iter().find(|state| *state as i16 == number)
    }

    pub fn word(self) -> &'static str {
        match self {
            State::Made => "made",
            State::Listed => "listed",
            State::Drawn => "drawn",
            State::Open => "open",
            State::Closed => "closed",
        }
    }
}

/// A part of the grown-ups, by age.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    /// As the ballot says it: 60+
    pub band: String,
    /// How many people it has, as the survey's source says.
    pub population: u32,
}

/// What somebody of staff asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct New {
    /// The first day on which answers are taken.
    pub opens_on: Date,
    /// The last one.
    pub closes_on: Date,
    /// How many households are to be drawn.
    pub wanted: u32,
    /// The youngest first.
    pub bands: Vec<Band>,
    /// Which statistic the populations are from.
    pub source: String,
}

/// A survey as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Survey {
    pub id: SurveyId,
    pub new: New,
    /// Never [`State::Open`].
    pub state: State,
    /// SHA-256 of the seed.
    pub commitment: String,
    /// How many lines the list has.
    pub households: Option<u32>,
    pub list_digest: Option<String>,
    pub drawn_at: Option<Timestamp>,
    /// Drawn households in which nobody lives.
    pub not_eligible: u32,
    /// Ballots that were printed and not taken back.
    pub printed: u32,
    pub made_at: Timestamp,
    pub closed_at: Option<Timestamp>,
    pub result: Option<SurveyBasis>,
}

/// Why something is not done with a survey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoSurvey {
    /// Another one is not over yet.
    Running,
    /// It would open in the past, or so far ahead that nothing else could be asked for a season.
    Opens,
    /// It would close before the day after it opens, or take longer than a season.
    Closes,
    /// Fewer than ten, or more than a township has.
    Wanted,
    /// No band, or more than twelve.
    Bands,
    /// One of them, counted from 1, has no name of its own or nobody in it.
    Band {
        nr: usize,
    },
    /// It does not say where the populations are from, or not shortly.
    Source,
    FewHouseholds {
        fewest: u32,
    },
    ManyHouseholds {
        most: u32,
    },
    /// A line of the list, counted from 1, has no village or address, or one that is too long.
    Line {
        nr: usize,
    },
    /// Lines that are the same, counted from 1: the ten first pairs.
    Twice {
        lines: Vec<(usize, usize)>,
    },
    /// The list has fewer lines than are to be drawn.
    FewerThanWanted {
        households: u32,
        wanted: u32,
    },
    /// As it stands this is not done.
    NotNow(State),
    /// Its last day is over.
    Over,
    /// There would be more ballots than households that can answer.
    Ballots {
        left: u32,
    },
    /// There are not so many households that can be empty.
    Empty {
        most: u32,
    },
    /// Codes are shown once, and the same request has shown them.
    ShownOnce,
}

/// Why an answer is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoAnswer {
    /// The code was used already, or never printed. Nobody can tell which: a spent code leaves nothing behind.
    Spent,
    /// Nothing is asked today.
    NotOpen,
    /// There is no such answer or band on the ballot.
    Unknown,
}

/// What a ballot says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given {
    /// 0 to 10.
    pub score: u8,
    /// The place of the band in [`New::bands`], from 0.
    pub band: u8,
    /// How it came in.
    pub mode: Mode,
}

/// How many ballots say the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Counted {
    pub given: Given,
    pub n: u64,
}

impl New {
    /// The same with its texts trimmed.
    ///
    /// # Errors
    /// [`NoSurvey`] says what is wrong with it.
    pub fn checked(self, today: Date) -> Result<New, NoSurvey> {
        let trimmed = |band: Band| Band { band: band.band.trim().to_owned(), ..band };
        let bands: Vec<Band> = self.bands.into_iter().map(trimmed).collect();
        let new = New { bands, source: self.source.trim().to_owned(), ..self };
        let ahead = days_between(today, new.opens_on);
        let open = days_between(new.opens_on, new.closes_on);
        let odd = new.bands.iter().enumerate().find_map(|(at, band)| {
            let again = new.bands.iter().take(at).any(|other| other.band == band.band);
            (again || band.population == 0 || !fits(&band.band, LONGEST_BAND)).then_some(at + 1)
        });
        match odd {
            _ if !(0..=LONGEST_DAYS).contains(&ahead) => Err(NoSurvey::Opens),
            _ if !(1..=LONGEST_DAYS).contains(&open) => Err(NoSurvey::Closes),
            _ if (new.wanted as usize) < FEWEST || new.wanted > MOST_HOUSEHOLDS => Err(NoSurvey::Wanted),
            _ if !(1..=MOST_BANDS).contains(&new.bands.len()) => Err(NoSurvey::Bands),
            Some(nr) => Err(NoSurvey::Band { nr }),
            None if !fits(&new.source, LONGEST_SOURCE) => Err(NoSurvey::Source),
            None => Ok(new),
        }
    }
}

fn days_between(from: Date, until: Date) -> i64 {
    from.duration_until(until).as_hours() / 24
}

fn fits(text: &str, longest: usize) -> bool {
    (1..=longest).contains(&text.chars().count()) && !text.chars().any(char::is_control)
}

/// A list as it is kept: trimmed, in its order.
///
/// # Errors
/// [`NoSurvey`] names the lines that are wrong. Two lines are the same whatever blanks they have.
pub fn listed(list: Vec<Household>) -> Result<Vec<Household>, NoSurvey> {
    let place = |text: String| text.trim().to_owned();
    let list: Vec<Household> =
        list.into_iter().map(|h| Household { village: place(h.village), address: place(h.address) }).collect();
    if list.len() < FEWEST_HOUSEHOLDS as usize {
        return Err(NoSurvey::FewHouseholds { fewest: FEWEST_HOUSEHOLDS });
    }
    if list.len() > MOST_HOUSEHOLDS as usize {
        return Err(NoSurvey::ManyHouseholds { most: MOST_HOUSEHOLDS });
    }
    let odd = |h: &Household| !fits(&h.village, LONGEST_PLACE) || !fits(&h.address, LONGEST_PLACE);
    if let Some(at) = list.iter().position(odd) {
        return Err(NoSurvey::Line { nr: at + 1 });
    }
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let (mut seen, mut lines) = (HashMap::new(), vec![]);
    for (at, home) in list.iter().enumerate() {
        match seen.entry((bare(&home.village), bare(&home.address))) {
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert(at + 1);
            }
            std::collections::hash_map::Entry::Occupied(first) => lines.push((*first.get(), at + 1)),
        }
    }
    lines.truncate(PAIRS);
    if lines.is_empty() { Ok(list) } else { Err(NoSurvey::Twice { lines }) }
}

impl Survey {
    /// How it stands on a day.
    pub fn stands(&self, today: Date) -> State {
        let open = (self.new.opens_on..=self.new.closes_on).contains(&today);
        if self.state == State::Drawn && open { State::Open } else { self.state }
    }

    /// Whether it is to be closed.
    pub fn is_over(&self, today: Date) -> bool {
        self.state != State::Closed && today > self.new.closes_on
    }

    /// How many households were drawn.
    pub fn drawn(&self) -> u32 {
        self.drawn_at.map_or(0, |_| self.new.wanted)
    }

    /// How many of them could answer.
    pub fn asked(&self) -> u32 {
        self.drawn().saturating_sub(self.not_eligible)
    }

    pub fn response(&self, answered: u64) -> Response {
        // Whoever answered lives there, whatever was written down.
        let not_eligible = u64::from(self.not_eligible).min(u64::from(self.drawn()).saturating_sub(answered));
        Response { drawn: self.drawn().into(), not_eligible, answered }
    }

    /// Whether a list may be handed in.
    ///
    /// # Errors
    /// [`NoSurvey::NotNow`] once households are drawn, [`NoSurvey::Over`].
    pub fn may_list(&self, today: Date) -> Result<(), NoSurvey> {
        self.may(&[State::Made, State::Listed], Some(today))
    }

    /// How many lines the list has of which households may be drawn.
    ///
    /// # Errors
    /// [`NoSurvey::NotNow`] without a list or the second time, [`NoSurvey::Over`], [`NoSurvey::FewerThanWanted`].
    pub fn may_draw(&self, today: Date) -> Result<u32, NoSurvey> {
        self.may(&[State::Listed], Some(today))?;
        let (households, wanted) = (self.households.unwrap_or(0), self.new.wanted);
        if wanted <= households { Ok(households) } else { Err(NoSurvey::FewerThanWanted { households, wanted }) }
    }

    /// Whether `n` more ballots may be printed.
    ///
    /// # Errors
    /// [`NoSurvey::Ballots`] if there were more than households that can answer; [`NoSurvey::NotNow`], [`NoSurvey::Over`].
    pub fn may_print(&self, n: u32, today: Date) -> Result<(), NoSurvey> {
        self.may(&[State::Drawn], Some(today))?;
        let left = self.asked().saturating_sub(self.printed);
        if (1..=left).contains(&n) { Ok(()) } else { Err(NoSurvey::Ballots { left }) }
    }

    /// Whether ballots may be taken back.
    ///
    /// # Errors
    /// [`NoSurvey::NotNow`].
    pub fn may_take_back(&self) -> Result<(), NoSurvey> {
        self.may(&[State::Drawn], None)
    }

    /// Whether nobody lives in `n` of the drawn households, if `answered` have answered. On the evening of the last day too. The number is
    /// published with the response: whoever makes it large makes that seen.
    ///
    /// # Errors
    /// [`NoSurvey::Empty`] or [`NoSurvey::NotNow`].
    pub fn may_be_empty(&self, n: u32, answered: u64) -> Result<(), NoSurvey> {
        self.may(&[State::Drawn], None)?;
        let most = self.drawn().saturating_sub(u32::try_from(answered).unwrap_or(u32::MAX));
        if n <= most { Ok(()) } else { Err(NoSurvey::Empty { most }) }
    }

    fn may(&self, states: &[State], today: Option<Date>) -> Result<(), NoSurvey> {
        match today {
            _ if !states.contains(&self.state) => Err(NoSurvey::NotNow(self.state)),
            Some(today) if self.is_over(today) => Err(NoSurvey::Over),
            _ => Ok(()),
        }
    }

    /// Whether an answer is taken on a day, if its ballot can still be used.
    ///
    /// # Errors
    /// [`NoAnswer::NotOpen`] or [`NoAnswer::Unknown`].
    pub fn takes(&self, given: Given, today: Date) -> Result<(), NoAnswer> {
        match self.stands(today) {
            State::Open if given.score > TOP_SCORE => Err(NoAnswer::Unknown),
            State::Open if usize::from(given.band) >= self.new.bands.len() => Err(NoAnswer::Unknown),
            State::Open => Ok(()),
            _ => Err(NoAnswer::NotOpen),
        }
    }
}

/// The parts of the township with what was answered in each.
pub fn strata(bands: &[Band], counted: &[Counted]) -> Vec<Stratum> {
    let part = |(at, band): (usize, &Band)| {
        let mut answers = [0; 11];
        for one in counted.iter().filter(|one| usize::from(one.given.band) == at) {
            if let Some(place) = answers.get_mut(usize::from(one.given.score)) {
                *place += one.n;
            }
        }
        Stratum { name: band.band.clone(), population: band.population.into(), answers }
    };
    bands.iter().enumerate().map(part).collect()
}

/// How many ballots came in each way.
pub fn modes(counted: &[Counted]) -> Vec<OfMode> {
    let sum = |mode: Mode, tens: bool| {
        let fits = |one: &&Counted| one.given.mode == mode && (!tens || one.given.score == TOP_SCORE);
        counted.iter().filter(fits).map(|one| one.n).sum()
    };
    Mode::ALL.into_iter().map(|mode| OfMode { mode, n: sum(mode, false), tens: sum(mode, true) }).collect()
}

/// How many ballots there are.
pub fn answered(counted: &[Counted]) -> u64 {
    counted.iter().map(|one| one.n).sum()
}

#[cfg(test)]
mod tests;
