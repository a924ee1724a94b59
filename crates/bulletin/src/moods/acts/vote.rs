//! A device chooses a mood, changes it, or takes it back. Sending the same again changes nothing: the device's token is the key that
//! makes it one vote.
use std::net::IpAddr;
use std::sync::Arc;

use jiff::Timestamp;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::limits::Act;
use kernel::refusal::Not;
use stations::Station;

use crate::NoticeId;
use crate::moods::answers::{self, Board};
use crate::moods::rules::{self, Device, Mood, NoVote, Step};
use crate::moods::{Published, store, voters};

/// Who wants what, of which notice.
#[derive(Debug, Clone)]
pub struct Voting {
    pub notice: NoticeId,
    pub device: Device,
    /// No mood: the vote is taken back.
    pub wants: Option<Mood>,
    /// Where the request comes from; counted in memory, never kept.
    pub from: IpAddr,
}

/// Does what the device wants; gives the notice's moods as the device sees them now.
pub async fn vote(
    house: &House,
    station: &Arc<Station>,
    published: Published,
    voting: Voting,
) -> Result<Board, Not<NoVote>> {
    let now = house.now();
    let (h, at, asked) = (house.clone(), station.clone(), voting.clone());
    let look = move |c: &mut Conn| planned(c, &h, (&at, published), &asked, now);
    // Whoever is refused here never reaches the writer: a flood costs reads.
    if let Step::First(..) = house.db.snapshot(look).await? {
        allow(house, station, &voting)?;
    }
    let (h, at) = (house.clone(), station.clone());
    let work = move |c: &mut Conn| keep(c, &h, (&at, published), &voting, now);
    house.db.write(work).await
}

/// What would be written as things stand.
fn planned(
    c: &mut Conn,
    house: &House,
    (station, published): (&Station, Published),
    voting: &Voting,
    now: Timestamp,
) -> Result<Step, Not<NoVote>> {
    answers::headline(c, published, station.id, voting.notice)?;
    let key = store::of(c, station.id, voting.notice)?.ok_or(Fault::NotFound)?;
    let stands = answers::stands(c, house, (station.id, voting.notice), &key, Some(&voting.device))?;
    Ok(rules::decide(now, &stands, voting.wants)?)
}

/// A first vote costs one of what its address and notice may: sixty at once, so that a hall full of phones behind one address
/// all count, and thirty an hour after that.
fn allow(house: &House, station: &Station, voting: &Voting) -> Result<(), Not<NoVote>> {
    let whom = format!("{} {} {}", voting.from, station.id, voting.notice);
    house.limits.count(Act::MoodFromAddress, &house.keys.lookup("mood-peer", &whom)).map_err(|fault| match fault {
        Fault::TooMany { seconds } => Not::Refused(NoVote::Crowded { seconds }),
        other => Not::Fault(other),
    })
}

fn keep(
    c: &mut Conn,
    house: &House,
    (station, published): (&Station, Published),
    voting: &Voting,
    now: Timestamp,
) -> Result<Board, Not<NoVote>> {
    let (id, notice) = (station.id, voting.notice);
    let key = store::hold(c, id, notice)?;
    answers::headline(c, published, id, notice)?;
    let stands = answers::stands(c, house, (id, notice), &key, Some(&voting.device))?;
    let step = rules::decide(now, &stands, voting.wants)?;
    let sealed = key.sealed.as_deref().ok_or(NoVote::Closed)?;
    let voter = voters::voter(house, notice, sealed, &voting.device)?;
    let day = now.to_zoned_datetime(station.zone.clone()).date();
    match step {
        Step::Nothing => {}
        Step::First(mood, hour) => {
            store::put(c, id, (notice, &voter), (mood, day))?;
            store::add(c, id, notice, (mood, 1))?;
            store::set_hour(c, id, notice, hour)?;
        }
        Step::Changed { from, to } => {
            store::change(c, id, (notice, &voter), (to, day))?;
            store::add(c, id, notice, (from, -1))?;
            store::add(c, id, notice, (to, 1))?;
        }
        Step::Withdrawn(mood) => {
            store::remove(c, id, notice, &voter)?;
            store::add(c, id, notice, (mood, -1))?;
        }
    }
    let tally = store::tally(c, id, notice)?;
    Ok(Board { notice, tally, chose: voting.wants, open: true, closes: key.closes })
}
