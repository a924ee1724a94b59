//! Shifts: one person, one post, one stretch of a day. Nobody stands in two places.
use jiff::{SignedDuration, Timestamp};
use people::StaffId;

use super::cover::Span;
use super::refusal::Refusal;
use crate::duty::ShiftId;

/// Longer than this is a slip of the pen.
pub const LONGEST: SignedDuration = SignedDuration::from_hours(12);

/// A shift as far as rules look at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shift {
    pub id: ShiftId,
    pub post: i32,
    /// Nobody of the staff = a volunteer.
    pub staff: Option<StaffId>,
    pub from: Timestamp,
    pub until: Timestamp,
}

impl Shift {
    pub fn span(&self) -> Span {
        (self.from, self.until)
    }

    pub fn is_at(&self, now: Timestamp) -> bool {
        self.from <= now && now < self.until
    }
}

/// Whether a shift is over: then it is neither changed nor taken away.
pub fn is_over(now: Timestamp, shift: &Shift) -> Result<(), Refusal> {
    if shift.until <= now { Err(Refusal::Over) } else { Ok(()) }
}

/// Whether `new` may stand beside `others`, which may hold it as it was before. What of it has gone by already may be written:
/// somebody who came at eight is written down at nine.
pub fn fits(now: Timestamp, new: &Shift, others: &[Shift]) -> Result<(), Refusal> {
    if new.until <= new.from {
        return Err(Refusal::Backwards);
    }
    if new.until.duration_since(new.from) > LONGEST {
        return Err(Refusal::TooLong);
    }
    is_over(now, new)?;
    let same = |o: &&Shift| o.id != new.id && new.staff.is_some() && o.staff == new.staff;
    match others.iter().filter(same).find(|o| o.from < new.until && new.from < o.until) {
        Some(o) => Err(Refusal::Elsewhere { from: o.from, until: o.until }),
        None => Ok(()),
    }
}

/// Cuts a shift now: what was, and what somebody else takes over until its end. `None` of the first when it begins just now.
pub fn hand_over(now: Timestamp, shift: &Shift, to: Option<StaffId>) -> Result<(Option<Span>, Span), Refusal> {
    if !shift.is_at(now) {
        return Err(Refusal::NotNow);
    }
    if to.is_some() && to == shift.staff {
        return Err(Refusal::Same);
    }
    Ok(((shift.from < now).then_some((shift.from, now)), (now, shift.until)))
}

/// Which of last week's shifts, moved to this week, are to be written: not what is over, not what stands there already, and
/// nobody to two places.
pub fn again(now: Timestamp, moved: &[Shift], there: &[Shift]) -> Vec<Shift> {
    let mut all = there.to_vec();
    let mut new = vec![];
    for (n, shift) in moved.iter().enumerate() {
        let like = |o: &&Shift| o.post == shift.post && o.staff == shift.staff && o.span() == shift.span();
        // Volunteers have no ids: of several who stand there at one time, so many are written as are not there yet.
        let before = moved.iter().take(n).filter(like).count();
        if there.iter().filter(like).count() > before || fits(now, shift, &all).is_err() {
            continue;
        }
        all.push(*shift);
        new.push(*shift);
    }
    new
}

/// How a post stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Now {
    /// Who stands there, each until when, by the ids of their shifts.
    Here(Vec<(ShiftId, Timestamp)>),
    /// It is promised that somebody stands there, and nobody does; when the next one comes, if that is known.
    Empty { next: Option<Timestamp> },
    /// Nobody has promised to be there now; when somebody is next.
    Shut { next: Option<Timestamp> },
}

/// `promised` says whether now belongs to the promised hours. Who stands there beside them is there.
pub fn now(at: Timestamp, promised: bool, shifts: &[Shift]) -> Now {
    let mut here: Vec<&Shift> = shifts.iter().filter(|s| s.is_at(at)).collect();
    here.sort_by_key(|s| (s.until, s.id));
    let next = shifts.iter().map(|s| s.from).filter(|from| *from > at).min();
    match (here.is_empty(), promised) {
        (false, _) => Now::Here(here.iter().map(|s| (s.id, s.until)).collect()),
        (true, true) => Now::Empty { next },
        (true, false) => Now::Shut { next },
    }
}
