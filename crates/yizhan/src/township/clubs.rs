//! `clubs.csv`: who shares a hobby, and when they meet.
use std::sync::Arc;

use almanac::recur::Rule;
use jiff::civil::Time;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::outbox;
use kernel::refusal::Not;
use people::PersonId;
use serde::Deserialize;
use stations::Station;
use venues::ClubId;
use venues::acts::Actor;
use venues::clubs::acts::{self, Coming, Founder, Meeting, Text};
use venues::clubs::rules::{Entry, NoClub};
use venues::series::rules::Terms;

use super::load::NotLoaded;
use super::past::People;
use super::venues::Room;
use super::wrong::csv;
use super::{Files, Wrong};

/// A club, founded on the day on which the files are loaded.
#[derive(Debug, Clone, PartialEq)]
pub struct Club {
    pub name: String,
    /// Somebody of `people.csv`, as are members and those who ask.
    pub leader: String,
    pub about: String,
    pub opens: bool,
    pub members: Vec<String>,
    pub asking: Vec<String>,
    pub offering: String,
    pub rule: Rule,
    pub from: Time,
    pub minutes: i32,
    pub people: i32,
    pub line: usize,
}

#[derive(Deserialize)]
struct Row {
    name: String,
    leader: String,
    about: String,
    joining: String,
    members: String,
    asking: String,
    offering: String,
    rule: String,
    from: String,
    minutes: i32,
    people: i32,
}

const FILE: &str = "clubs.csv";

pub fn read(files: &Files, rooms: &[Room]) -> Result<Vec<Club>, Vec<Wrong>> {
    let Some(text) = files.get(FILE) else { return Ok(vec![]) };
    let (mut clubs, mut wrong) = (vec![], vec![]);
    for (line, row) in csv::<Row>(FILE, text)? {
        match club(row, rooms, line) {
            Ok(club) => clubs.push(club),
            Err((column, why)) => wrong.push(Wrong::new(FILE, line, format!("column {column}"), why)),
        }
    }
    if wrong.is_empty() { Ok(clubs) } else { Err(wrong) }
}

fn club(row: Row, rooms: &[Room], line: usize) -> Result<Club, (&'static str, String)> {
    if !rooms.iter().flat_map(|r| &r.offerings).any(|o| o.slug == row.offering) {
        return Err(("offering", format!("venues.toml has no offering “{}”", row.offering)));
    }
    let opens = match row.joining.as_str() {
        "open" => true,
        "asks" => false,
        other => return Err(("joining", format!("“{other}” is no way of joining; write open or asks"))),
    };
    let rule = row.rule.parse::<Rule>().map_err(|e| ("rule", e.to_string()))?;
    let from = row.from.parse::<Time>().map_err(|_| ("from", format!("“{}” is no time; write 19:30", row.from)))?;
    let names = |typed: &str| typed.split_whitespace().map(str::to_owned).collect();
    let (members, asking) = (names(&row.members), names(&row.asking));
    let Row { name, leader, about, offering, minutes, people, .. } = row;
    Ok(Club { name, leader, about, opens, members, asking, offering, rule, from, minutes, people, line })
}

/// Founds them, now. Returns how many met a rule that says no. Nobody is told what they have known for long.
pub async fn found(
    house: &House,
    (station, people): (&Arc<Station>, &People),
    clubs: &[Club],
) -> Result<usize, NotLoaded> {
    let mut left_out = 0;
    for club in clubs {
        match one(house, (station, people), club).await {
            Ok(()) => {}
            Err(Not::Refused(refusal)) => {
                tracing::debug!(line = club.line, ?refusal, "left out of the demo");
                left_out += 1;
            }
            Err(Not::Fault(fault)) => return Err(fault.into()),
        }
    }
    let id = station.id;
    house.db.write(move |c| outbox::drop_waiting(c, id)).await?;
    Ok(left_out)
}

async fn one(house: &House, (station, people): (&Arc<Station>, &People), club: &Club) -> Result<(), Not<NoClub>> {
    let Some(leader) = people.find(&club.leader) else { return Ok(()) };
    let text = Text { name: club.name.clone(), about: club.about.clone(), opens: club.opens };
    let founder = Founder::Me { person: leader, name: None };
    let id = acts::found(house, station, (text, founder), None).await?;
    for person in club.members.iter().chain(&club.asking).filter_map(|name| people.find(name)) {
        acts::join(house, station, (id, Coming { person, entry: Entry::Oneself, name: None }), None).await?;
    }
    let leads = Actor::Person(leader);
    let members: Vec<PersonId> = club.members.iter().filter_map(|name| people.find(name)).collect();
    for member in acts::asking(house, station, id).await?.into_iter().filter(|m| members.contains(&m.person)) {
        acts::admit(house, station, (id, member.id, leads)).await?;
    }
    meet(house, (station, people), (id, club)).await
}

async fn meet(
    house: &House,
    (station, people): (&Arc<Station>, &People),
    (id, club): (ClubId, &Club),
) -> Result<(), Not<NoClub>> {
    let desk = people.at_the_desk().ok_or_else(|| Fault::broken("staff.csv names nobody who could type"))?;
    let terms = Terms {
        rule: club.rule.clone(),
        starts_on: house.now().to_zoned_datetime(station.zone.clone()).date(),
        ends_on: None,
        at_minute: i32::from(club.from.hour()) * 60 + i32::from(club.from.minute()),
        minutes: club.minutes,
        group: club.people,
        skips_holidays: true,
    };
    let meeting = Meeting { offering: club.offering.clone(), terms };
    acts::meet(house, station, (id, Actor::Staff(desk)), meeting, None).await.map(|_| ())
}
