//! When the desks of a day are open: as planned, and as it comes.
use super::dice::Dice;
use super::parameters::{Absences, Desk, Parameters};
use super::time::{Micros, of_minutes, since_midnight};

/// A stretch in which a desk takes people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// Index of the desk.
    pub desk: usize,
    pub known: Micros,
    pub planned: (Micros, Micros),
    pub real: (Micros, Micros),
}

/// The stretches of all desks on one day.
pub fn stretches(of: &Parameters, dice: &Dice) -> Vec<Stretch> {
    (0..of.desks.len()).flat_map(|desk| of_desk(desk, &of.desks[desk], &of.absences, dice)).collect()
}

fn of_desk(desk: usize, of: &Desk, absences: &Absences, dice: &Dice) -> Vec<Stretch> {
    let (opens, closes) = (since_midnight(of.opens), since_midnight(of.closes));
    let mut all = vec![Stretch { desk, known: 0, planned: (opens, closes), real: (opens, closes) }];
    if let Some((from, minutes)) = of.lunch {
        let from = since_midnight(from);
        let back = from + of_minutes(minutes);
        // Back from lunch a little late or on time, never early.
        let late = of_minutes(2.0 * dice.factor(0.7) - 1.5).max(0);
        cut(&mut all, Gap { from, known: 0, said: Some(back), back: Some(back + late) });
    }
    for at in dice.times(absences.a_day, (closes - opens) as f64 / 60e6) {
        cut(&mut all, absence(opens + of_minutes(at), absences, dice));
    }
    all.retain(|s| s.real.0 < s.real.1);
    all
}

/// Nobody at the desk.
struct Gap {
    from: Micros,
    /// When the station learns of it.
    known: Micros,
    /// When they will be back, as was said and as it comes.
    said: Option<Micros>,
    back: Option<Micros>,
}

fn absence(from: Micros, of: &Absences, dice: &Dice) -> Gap {
    let known = if dice.yes(of.known) { 0 } else { from };
    if dice.yes(of.never_back) {
        return Gap { from, known, said: None, back: None };
    }
    let said = from + of_minutes(of.minutes * dice.factor(of.spread));
    // Some are back when they said, most a little later.
    let late = of_minutes(of.late * (dice.factor(0.8) - 0.5));
    Gap { from, known, said: Some(said), back: Some((said + late).max(from)) }
}

/// Takes a gap out of the stretch in which it begins: what was planned of that stretch before the gap was known stays as planned.
fn cut(all: &mut Vec<Stretch>, gap: Gap) {
    let Some(n) = all.iter().position(|s| s.real.0 < gap.from && gap.from < s.real.1) else { return };
    let whole = all[n];
    let foreseen = gap.known == 0;
    all[n].real.1 = gap.from;
    if foreseen {
        all[n].planned.1 = gap.from;
    }
    let (Some(said), Some(back)) = (gap.said, gap.back) else { return };
    let rest = Stretch {
        desk: whole.desk,
        known: whole.known.max(gap.known),
        planned: (said, whole.planned.1),
        real: (back, whole.real.1),
    };
    all.insert(n + 1, rest);
}
