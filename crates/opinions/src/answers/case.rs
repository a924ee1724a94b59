//! One opinion, for whoever looks after it.
use std::collections::HashSet;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use people::{Role, StaffAt, StaffId};
use stations::{Point, Station};

use super::dues::speak_until;
use super::inbox::{Lines, known};
use super::opened::{NAME, unsealed};
use super::posts::desk_post;
use super::types::{Case, Line, Masked, NamedOne, SeenStep};
use super::who::{is_named, names_at, visible};
use super::{officials, steps};
use crate::OpinionId;
use crate::ports::{Official, Ports};
use crate::rules::{Choice, Step, mask};
use crate::store::{self, Kept, Which};

/// So many are proposed for merging.
const MOST_SIMILAR: usize = 5;
/// From so much in common on: a third of the pairs of characters of the shorter of two texts.
const SIMILAR: f64 = 0.33;

/// What a handler sees. Whoever must not is told that there is nothing.
pub fn case(
    c: &mut Conn,
    house: &House,
    station: &Station,
    ports: Ports,
    staff: &StaffAt,
    (id, now): (OpinionId, Timestamp),
) -> Result<Case, Fault> {
    let kept = store::by_id(c, station.id, id)?;
    visible(c, house, station.id, staff, &kept)?;
    let officials = officials(c, ports, station.id)?;
    let lines = Lines::new(c, house, station, staff, now)?;
    let text = unsealed(house, kept.text_sealed.as_deref())?.unwrap_or_default();
    let place = unsealed(house, kept.place_sealed.as_deref())?;
    let steps = steps::for_staff(c, house, station, id)?;
    let names: Vec<String> = names_at(c, station.id, &officials)?.into_iter().map(|(name, _)| name).collect();
    let similar = match staff.role {
        Role::Manager if kept.state.is_open() => similar(c, house, station, staff, (&kept, &text), &lines)?,
        _ => vec![],
    };
    let post = store::post_of(c, station.id, id)?;
    let photos = store::photo_ids(c, station.id, id)?;
    Ok(Case {
        line: lines.line(c, &kept, photos.len())?,
        masked: masked(&names, (&text, place.as_deref()), &steps),
        point: point(house, &kept)?,
        photos,
        named: named(c, house, station, id)?,
        could_be_named: choices(&names, &officials),
        assignable: assignable(c, house, station, id)?,
        similar,
        post: post.map(|post| desk_post(c, house, station, staff, post)).transpose()?,
        speak_until: speak_until(house, &kept)?,
        text,
        place,
        steps,
    })
}

/// Where it is, if whoever left it said so on a map.
pub(crate) fn point(house: &House, kept: &Kept) -> Result<Option<Point>, Fault> {
    let text = unsealed(house, kept.point_sealed.as_deref())?;
    let read = |text: String| {
        let (lat, lon) = text.split_once(' ')?;
        Point::new(lat.parse().ok()?, lon.parse().ok()?)
    };
    Ok(text.and_then(read))
}

fn masked(names: &[String], (text, place): (&str, Option<&str>), steps: &[SeenStep]) -> Masked {
    let answer = steps.iter().rev().find(|s| s.step == Step::Answered).and_then(|s| s.text.as_deref());
    Masked {
        text: mask(text, names),
        answer: mask(answer.unwrap_or_default(), names),
        address: mask(place.unwrap_or_default(), names),
    }
}

fn named(c: &mut Conn, house: &House, station: &Station, id: OpinionId) -> Result<Vec<NamedOne>, Fault> {
    let open = |n: store::Named| {
        let name = house.keys.open(NAME, &n.name_sealed).map_err(Fault::broken)?;
        Ok(NamedOne { id: n.id, name, by: n.by, lifted: n.lifted })
    };
    store::named(c, station.id, id)?.into_iter().map(open).collect()
}

fn choices(names: &[String], officials: &[Official]) -> Vec<Choice> {
    let mut all: Vec<Choice> = vec![];
    let people = names.iter().cloned().map(Choice::Person);
    let desks = officials.iter().filter_map(|o| o.desk.clone()).map(Choice::Desk);
    for choice in people.chain(desks) {
        if !all.contains(&choice) {
            all.push(choice);
        }
    }
    all
}

fn assignable(c: &mut Conn, house: &House, station: &Station, id: OpinionId) -> Result<Vec<(StaffId, String)>, Fault> {
    let mut all = vec![];
    for one in people::staff_of(c, station.id)? {
        if !is_named(c, house, (station.id, id), (one.id, &one.name))? {
            all.push((one.id, one.name));
        }
    }
    Ok(all)
}

/// Pairs of characters that stand side by side: Chinese has no blanks between words.
fn pairs(text: &str) -> HashSet<(char, char)> {
    let plain: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
    plain.windows(2).map(|w| (w[0], w[1])).collect()
}

/// Those that have not ended and could be the same, the likest first (the overlap coefficient of their pairs).
fn similar(
    c: &mut Conn,
    house: &House,
    station: &Station,
    staff: &StaffAt,
    (kept, text): (&Kept, &str),
    lines: &Lines<'_>,
) -> Result<Vec<Line>, Fault> {
    let own = pairs(text);
    let mut found: Vec<(f64, Kept)> = vec![];
    let running = Which { running: Some(vec![]), ..Which::default() };
    for other in known(c, house, station, staff, running)?.into_iter().filter(|other| other.id != kept.id) {
        let theirs = pairs(&unsealed(house, other.text_sealed.as_deref())?.unwrap_or_default());
        let least = own.len().min(theirs.len()).max(1);
        let alike = own.intersection(&theirs).count() as f64 / least as f64;
        if alike >= SIMILAR {
            found.push((alike, other));
        }
    }
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.id.cmp(&b.1.id)));
    lines.all(c, found.iter().take(MOST_SIMILAR).map(|(_, kept)| kept))
}
