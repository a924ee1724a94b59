//! What is pressed about a question, and what becomes of it.
use jiff::Timestamp;
use people::StaffId;

use super::item::{Ending, Item, MOST_AHEAD, Promise, State, seen};
use super::refusal::Refusal;

/// Who presses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct By {
    pub staff: StaffId,
    /// A manager does what the owner does, but accepts nothing in somebody's place.
    pub manager: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Press {
    /// Asks somebody to take it over.
    Offer(StaffId),
    TakeBack,
    Accept,
    Decline,
    Answer,
    /// "Come another day": only with a time, and somebody who is there.
    AnotherDay(Option<Promise>),
    Kept,
    NobodyCame,
    /// The asker has heard the answer.
    Told,
    Withdraw,
}

/// What a step was, in its log. Kept in rows: never renumber.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = FirstAskedStepKind)]
pub enum Step {
    Written = 0,
    Offered = 1,
    TakenBack = 2,
    Accepted = 3,
    Declined = 4,
    Answered = 5,
    Promised = 6,
    Kept = 7,
    NobodyCame = 8,
    Told = 9,
    Withdrawn = 10,
    /// Time was over, and nobody had kept the promise.
    Broken = 11,
}

impl Step {
    pub const ALL: [Step; 12] = [
        Step::Written,
        Step::Offered,
        Step::TakenBack,
        Step::Accepted,
        Step::Declined,
        Step::Answered,
        Step::Promised,
        Step::Kept,
        Step::NobodyCame,
        Step::Told,
        Step::Withdrawn,
        Step::Broken,
    ];

    pub fn of(number: i16) -> Option<Step> {
        Step::ALL.into_iter().find(|s| *s as i16 == number)
    }

    pub fn name(self) -> &'static str {
        match self {
            Step::Written => "written",
            Step::Offered => "offered",
            Step::TakenBack => "taken-back",
            Step::Accepted => "accepted",
            Step::Declined => "declined",
            Step::Answered => "answered",
            Step::Promised => "promised",
            Step::Kept => "kept",
            Step::NobodyCame => "nobody-came",
            Step::Told => "told",
            Step::Withdrawn => "withdrawn",
            Step::Broken => "broken",
        }
    }
}

/// What one press makes of a question, and how its log calls that.
///
/// # Errors
/// [`Refusal::NotYours`] to everybody but its owner and managers, and to all but whoever is asked when it is accepted;
/// [`Refusal::NoPromise`] for "come another day" without a promise; [`Refusal::Stands`] for what does not follow.
pub fn press(now: Timestamp, item: &Item, by: By, press: &Press) -> Result<(Item, Step), Refusal> {
    let item = seen(now, item);
    if item.state == State::Closed {
        return Err(Refusal::Stands(State::Closed));
    }
    match press {
        Press::Accept | Press::Decline => taken(&item, by, *press == Press::Accept),
        _ if item.owner != by.staff && !by.manager => Err(Refusal::NotYours),
        Press::Offer(to) => offer(&item, *to),
        Press::TakeBack if item.offered.is_none() => Err(Refusal::NotOffered),
        Press::TakeBack => Ok((Item { offered: None, ..item }, Step::TakenBack)),
        Press::Answer => answer(&item),
        Press::AnotherDay(promise) => another_day(now, &item, *promise),
        Press::Kept | Press::NobodyCame => kept(now, &item, *press == Press::Kept),
        Press::Told if item.state != State::Answered => Err(Refusal::Stands(item.state)),
        Press::Told => Ok((closed(&item, Ending::Told), Step::Told)),
        Press::Withdraw => Ok((closed(&item, Ending::Withdrawn), Step::Withdrawn)),
    }
}

fn closed(item: &Item, ending: Ending) -> Item {
    Item { state: State::Closed, ending: Some(ending), offered: None, ..*item }
}

/// Until somebody has accepted it, it stays with whoever has it.
fn taken(item: &Item, by: By, accepts: bool) -> Result<(Item, Step), Refusal> {
    if item.offered != Some(by.staff) {
        return Err(Refusal::NotOffered);
    }
    Ok(match accepts {
        true => (Item { owner: by.staff, offered: None, ..*item }, Step::Accepted),
        false => (Item { offered: None, ..*item }, Step::Declined),
    })
}

fn is_unanswered(item: &Item) -> Result<(), Refusal> {
    if item.state == State::Answered { Err(Refusal::Stands(State::Answered)) } else { Ok(()) }
}

fn offer(item: &Item, to: StaffId) -> Result<(Item, Step), Refusal> {
    is_unanswered(item)?;
    if item.owner == to {
        return Err(Refusal::Same);
    }
    Ok((Item { offered: Some(to), ..*item }, Step::Offered))
}

/// Whoever gave a number is told by that; everybody else hears it when they come.
fn answer(item: &Item) -> Result<(Item, Step), Refusal> {
    is_unanswered(item)?;
    let answered = Item { state: State::Answered, offered: None, promise: None, ..*item };
    Ok(if item.reachable { (closed(&answered, Ending::Told), Step::Answered) } else { (answered, Step::Answered) })
}

fn another_day(now: Timestamp, item: &Item, promise: Option<Promise>) -> Result<(Item, Step), Refusal> {
    is_unanswered(item)?;
    let promise = promise.ok_or(Refusal::NoPromise)?;
    if promise.at <= now {
        return Err(Refusal::PromisePast);
    }
    if promise.at > now + MOST_AHEAD {
        return Err(Refusal::PromiseFar);
    }
    Ok((Item { state: State::Promised, promise: Some(promise), ..*item }, Step::Promised))
}

/// They came, or nobody did: the latter can be said only from the promised time on.
fn kept(now: Timestamp, item: &Item, came: bool) -> Result<(Item, Step), Refusal> {
    let promise = item.promise.filter(|_| item.state == State::Promised).ok_or(Refusal::Stands(item.state))?;
    if !came && now < promise.at {
        return Err(Refusal::TooEarly(promise.at));
    }
    Ok(match came {
        true => (closed(item, Ending::Kept), Step::Kept),
        false => (closed(item, Ending::NobodyCame), Step::NobodyCame),
    })
}
