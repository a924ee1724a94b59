//! `games.csv`: who looks for people to play with.
use std::sync::Arc;

use jiff::Span;
use jiff::civil::Time;
use kernel::house::House;
use kernel::refusal::Not;
use serde::Deserialize;
use stations::Station;
use venues::acts::Actor;
use venues::games::acts::{self, Coming, Wish};
use venues::games::rules::{Entry, Level};

use super::load::NotLoaded;
use super::past::People;
use super::venues::Room;
use super::wrong::csv;
use super::{Files, Wrong};

/// A game, in so many days.
#[derive(Debug, Clone, PartialEq)]
pub struct Game {
    pub who: String,
    pub offering: String,
    pub ahead: i32,
    pub from: Time,
    pub minutes: i32,
    pub more: i32,
    pub level: Option<Level>,
    pub note: String,
    pub joins: Vec<String>,
    pub line: usize,
}

#[derive(Deserialize)]
struct Row {
    who: String,
    offering: String,
    ahead: i32,
    from: String,
    minutes: i32,
    more: i32,
    level: String,
    note: String,
    joins: String,
}

const FILE: &str = "games.csv";

pub fn read(files: &Files, rooms: &[Room]) -> Result<Vec<Game>, Vec<Wrong>> {
    let Some(text) = files.get(FILE) else { return Ok(vec![]) };
    let (mut games, mut wrong) = (vec![], vec![]);
    for (line, row) in csv::<Row>(FILE, text)? {
        match game(row, rooms, line) {
            Ok(game) => games.push(game),
            Err((column, why)) => wrong.push(Wrong::new(FILE, line, format!("column {column}"), why)),
        }
    }
    if wrong.is_empty() { Ok(games) } else { Err(wrong) }
}

fn game(row: Row, rooms: &[Room], line: usize) -> Result<Game, (&'static str, String)> {
    if !rooms.iter().flat_map(|r| &r.offerings).any(|o| o.slug == row.offering) {
        return Err(("offering", format!("venues.toml has no offering “{}”", row.offering)));
    }
    let from = row.from.parse().map_err(|_| ("from", format!("“{}” is no time; write 19:30", row.from)))?;
    if !(0..=60).contains(&row.ahead) {
        return Err(("ahead", format!("{} is not between 0 and 60 days", row.ahead)));
    }
    let level = Some(row.level.as_str()).filter(|l| !l.is_empty());
    let unknown = |l: &str| ("level", format!("“{l}” is no level; write beginner, for-fun or strong"));
    let level = level.map(|l| Level::of_name(l).ok_or_else(|| unknown(l))).transpose()?;
    let joins = row.joins.split_whitespace().map(str::to_owned).collect();
    let Row { who, offering, ahead, minutes, more, note, .. } = row;
    Ok(Game { who, offering, ahead, from, minutes, more, level, note, joins, line })
}

/// Posts them, now. Returns how many met a rule that says no.
pub async fn post(
    house: &House,
    (station, people): (&Arc<Station>, &People),
    games: &[Game],
) -> Result<usize, NotLoaded> {
    let mut left_out = 0;
    for game in games {
        match one(house, (station, people), game).await {
            Ok(()) => {}
            Err(Not::Refused(refusal)) => {
                tracing::debug!(line = game.line, ?refusal, "left out of the demo");
                left_out += 1;
            }
            Err(Not::Fault(fault)) => return Err(fault.into()),
        }
    }
    Ok(left_out)
}

type Refused = Not<venues::games::rules::NoGame>;

async fn one(house: &House, (station, people): (&Arc<Station>, &People), game: &Game) -> Result<(), Refused> {
    let today = house.now().to_zoned_datetime(station.zone.clone()).date();
    let on = today.saturating_add(Span::new().days(game.ahead)).to_datetime(game.from);
    let Ok(from) = station.zone.to_ambiguous_timestamp(on).compatible() else { return Ok(()) };
    let coming = |name: &str| match people.find(name) {
        Some(person) => Some(Coming { by: Actor::Person(person), entry: Entry::Oneself, name: None }),
        None => people.at_the_desk().map(|staff| Coming {
            by: Actor::Staff(staff),
            entry: Entry::Guest,
            name: Some(name.to_owned()),
        }),
    };
    let Some(poster) = coming(&game.who) else { return Ok(()) };
    let wish = Wish {
        offering: game.offering.clone(),
        from,
        minutes: Some(game.minutes),
        more: game.more,
        level: game.level,
        note: game.note.clone(),
    };
    let id = acts::post(house, station, poster, wish, None).await?;
    for player in game.joins.iter().filter_map(|name| coming(name)) {
        acts::join(house, station, id, player, None).await?;
    }
    Ok(())
}
