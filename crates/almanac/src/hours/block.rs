//! Open hours worked out for 32 days at a time and kept, so that most questions are a binary search.
use std::{
    collections::BTreeMap,
    sync::{Arc, PoisonError, RwLock},
};

use super::{day, lines::Line};
use crate::{days, holidays::Calendar};

/// Days in a block.
const DAYS: i32 = 32;
/// Blocks kept, more than the horizon of a question spans; past that all are dropped, which costs some work and loses
/// nothing.
const MOST_KEPT: usize = 192;

/// 32 days. All times are minutes as in [`days::minutes`].
#[derive(Debug, Default)]
pub(super) struct Block {
    /// Open intervals that start in the block, disjoint and in order, cut at the midnights between days.
    pub starts: Vec<(i64, i64)>,
    /// The same, joined where one follows the other.
    pub runs: Vec<(i64, i64)>,
    /// Notes on open and closed times: from, until, open, text.
    pub notes: Vec<(i64, i64, bool, Arc<str>)>,
}

/// The blocks of one calendar.
#[derive(Debug, Default)]
pub(super) struct Kept(RwLock<(u64, BTreeMap<i32, Arc<Block>>)>);

impl Kept {
    /// The block of that number.
    pub fn block(&self, number: i32, lines: &[Line], calendar: &Calendar) -> Arc<Block> {
        {
            let kept = self.0.read().unwrap_or_else(PoisonError::into_inner);
            if let Some(block) = kept.1.get(&number).filter(|_| kept.0 == calendar.stamp()) {
                return Arc::clone(block);
            }
        }
        let block = Arc::new(Block::work_out(number, lines, calendar));
        let mut kept = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if kept.0 != calendar.stamp() || kept.1.len() >= MOST_KEPT {
            *kept = (calendar.stamp(), BTreeMap::new());
        }
        kept.1.insert(number, Arc::clone(&block));
        block
    }
}

/// The number of the block that a minute lies in.
pub(super) fn number_of(minute: i64) -> i32 {
    i32::try_from(minute.div_euclid(days::DAY * i64::from(DAYS))).unwrap_or(i32::MAX / DAYS)
}

/// The first minute of a block.
pub(super) fn first_minute(number: i32) -> i64 {
    i64::from(number) * i64::from(DAYS) * days::DAY
}

impl Block {
    fn work_out(number: i32, lines: &[Line], calendar: &Calendar) -> Block {
        let mut block = Block::default();
        let (first, end) = (first_minute(number), first_minute(number + 1));
        // What the day before still has open; the day's own hours are cut off it, so that nothing is listed twice.
        let mut before: Vec<(i64, i64)> = vec![];
        for day in number * DAYS - 2..(number + 1) * DAYS {
            let mut open = vec![];
            for piece in pieces(day, lines, calendar) {
                let midnight = i64::from(day) * days::DAY;
                let (from, until) = (midnight + i64::from(piece.from), midnight + i64::from(piece.until));
                if piece.open {
                    open.extend(without(from, until, &before));
                }
                block.notes.extend(piece.note.map(|note| (from, until, piece.open, note)));
            }
            block.starts.extend(open.iter().filter(|(from, _)| (first..end).contains(from)));
            before = open;
        }
        block.starts.sort_unstable();
        block.notes.sort_unstable_by_key(|note| note.0);
        for &(from, until) in &block.starts {
            match block.runs.last_mut().filter(|run| run.1 == from) {
                Some(run) => run.1 = until,
                None => block.runs.push((from, until)),
            }
        }
        block
    }

    /// The run that a minute lies in.
    pub fn run_at(&self, minute: i64) -> Option<(i64, i64)> {
        let next = self.runs.partition_point(|run| run.0 <= minute);
        self.runs[..next].last().copied().filter(|run| minute < run.1)
    }

    /// The start of the first run after a minute.
    pub fn start_after(&self, minute: i64) -> Option<i64> {
        self.runs.get(self.runs.partition_point(|run| run.0 <= minute)).map(|run| run.0)
    }
}

fn pieces(day: i32, lines: &[Line], calendar: &Calendar) -> Vec<day::Piece> {
    let date = days::date(day).filter(|date| (1900..=9998).contains(&date.year()));
    date.map(|date| day::pieces(lines, date, calendar)).unwrap_or_default()
}

/// What is left of an interval outside of others, which are disjoint and in order.
fn without(mut from: i64, until: i64, others: &[(i64, i64)]) -> Vec<(i64, i64)> {
    let mut left = vec![];
    for &(start, end) in others {
        if start >= until || end <= from {
            continue;
        }
        if from < start {
            left.push((from, start));
        }
        from = from.max(end);
    }
    if from < until {
        left.push((from, until));
    }
    left
}
