//! Who is called after whom, as things stand, and why: what the desk sees before it presses. The same rule decides again when it
//! presses, for somebody may have come meanwhile.
use jiff::Timestamp;

use crate::answers::{Board, Kept};
use crate::rules::{self, Candidate, LineId, Next, OfficialId, Place, Priority};

/// Why somebody is called when they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
#[schema(as = WhyNext)]
pub enum Why {
    /// Their appointment has begun.
    Booked,
    /// Of those who go before others.
    Priority,
    /// Those who go before others were called twice in a row: now another.
    Turn,
    /// They wait for whoever sits at this desk.
    Asked,
    /// Sent on by another line.
    Transferred,
    /// Back after a missed call.
    CameBack,
    /// The first in the order of numbers.
    First,
}

impl Why {
    pub fn name(self) -> &'static str {
        match self {
            Why::Booked => "booked",
            Why::Priority => "priority",
            Why::Turn => "turn",
            Why::Asked => "asked",
            Why::Transferred => "transferred",
            Why::CameBack => "came-back",
            Why::First => "first",
        }
    }

    fn of(kept: &Kept, dear_wait: bool, now: Timestamp) -> Why {
        let t = &kept.ticket;
        match () {
            () if kept.is_due(now) => Why::Booked,
            () if t.priority.is_some() => Why::Priority,
            () if dear_wait => Why::Turn,
            () if t.official.is_some() => Why::Asked,
            () if t.waits_in != kept.line => Why::Transferred,
            () if t.misses > 0 => Why::CameBack,
            () => Why::First,
        }
    }
}

/// One line as it is called through: who is left, and how many with priority were called in a row.
struct Left<'k> {
    waiting: Vec<&'k Kept>,
    favoured: i16,
    now: Timestamp,
}

impl<'k> Left<'k> {
    fn next(&self) -> Option<Next<usize>> {
        let candidate = |(id, k): (usize, &&Kept)| Candidate {
            id,
            priority: k.ticket.priority,
            due: k.is_due(self.now),
            order_at: k.ticket.order_at,
            number: k.number,
        };
        rules::next(&self.waiting.iter().enumerate().map(candidate).collect::<Vec<_>>(), self.favoured)
    }
}

/// Whom a desk that serves `lines` would call, one after the other, if nobody else came: up to `most`.
pub fn order<'k>(
    board: &'k Board,
    (lines, me): (&[LineId], Option<OfficialId>),
    (favoured, now): (&[(LineId, i16)], Timestamp),
    most: usize,
) -> Vec<(&'k Kept, Why)> {
    let mine = |k: &&Kept| k.ticket.place == Place::OnSite && (k.ticket.official.is_none() || k.ticket.official == me);
    let left = |line: &LineId| Left {
        waiting: board.waiting(*line).filter(mine).collect(),
        favoured: favoured.iter().find(|(l, _)| l == line).map_or(0, |(_, n)| *n),
        now,
    };
    let mut all: Vec<Left<'k>> = lines.iter().map(left).collect();
    let mut order = vec![];
    while order.len() < most {
        let firsts = all.iter().enumerate().filter_map(|(n, line)| Some((n, line.next()?)));
        let Some((n, next)) = firsts.min_by_key(|(_, next)| next.rank()) else { break };
        let Some(line) = all.get_mut(n) else { break };
        let kept = line.waiting.remove(next.id);
        let dear_wait = line.waiting.iter().any(|k| k.ticket.priority != Priority::None || k.is_due(now));
        line.favoured = next.favoured;
        order.push((kept, Why::of(kept, dear_wait, now)));
    }
    order
}
