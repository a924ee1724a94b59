//! What a made-up hall is like; `benches/waiting.toml` says what each of them means.
use jiff::civil::{Date, Time};

use crate::rules::{DeskId, LineId, MatterId, OfficialId};

/// The file.
#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parameters {
    pub first_day: Date,
    pub opens: Time,
    pub closes: Time,
    pub arrivals: Arrivals,
    pub people: People,
    pub service: Service,
    pub absences: Absences,
    pub matters: Vec<Matter>,
    pub desks: Vec<Desk>,
}

#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Arrivals {
    pub by_hour: Vec<(Time, f64)>,
    pub day_spread: f64,
    pub market_every: u32,
    pub market_factor: f64,
}

#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct People {
    pub priority: f64,
    pub remote: f64,
    pub travel: f64,
    pub travel_spread: f64,
    pub never_come: f64,
    pub missed: f64,
    pub comes_back: f64,
    pub back_after: f64,
    pub call_minutes: f64,
    pub impatient: f64,
    pub patience: f64,
}

#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Service {
    pub day_spread: f64,
    pub desk_spread: f64,
    pub drift: f64,
}

#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Absences {
    pub a_day: f64,
    pub known: f64,
    pub minutes: f64,
    pub spread: f64,
    pub late: f64,
    pub never_back: f64,
}

#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matter {
    pub id: MatterId,
    pub line: LineId,
    pub typical: i16,
    pub real: f64,
    pub spread: f64,
    pub share: f64,
    pub official: Option<OfficialId>,
    #[serde(default)]
    pub wants_official: f64,
}

#[derive(Debug, Clone, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Desk {
    pub id: DeskId,
    pub official: Option<OfficialId>,
    pub lines: Vec<LineId>,
    pub opens: Time,
    pub closes: Time,
    /// From, and minutes.
    pub lunch: Option<(Time, f64)>,
}

/// Why a file describes no hall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAHall(pub String);

impl Parameters {
    /// From the text of such a file.
    ///
    /// # Errors
    /// [`NotAHall`] with what is wrong, for people.
    pub fn parse(text: &str) -> Result<Parameters, NotAHall> {
        let read: Parameters = toml::from_str(text).map_err(|e| NotAHall(e.to_string()))?;
        let wrong = |what: &str| Err(NotAHall(what.to_owned()));
        if read.desks.is_empty() {
            return wrong("there is no desk");
        }
        if read.matters.iter().map(|m| m.share).sum::<f64>() <= 0.0 {
            return wrong("nobody comes for anything: the shares of the matters add up to nothing");
        }
        if read.matters.iter().any(|m| !(1..=240).contains(&m.typical) || m.share < 0.0 || m.real <= 0.0) {
            return wrong("a matter has 1 to 240 typical minutes, a share from 0 on and a real factor above 0");
        }
        if read.opens >= read.closes || !read.arrivals.by_hour.is_sorted_by_key(|(from, _)| *from) {
            return wrong("the day ends before it begins, or its hours are not in order");
        }
        Ok(read)
    }
}
