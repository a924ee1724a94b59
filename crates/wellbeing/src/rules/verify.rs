//! Recomputing a published month: anybody can, from the file alone.
mod county;

use kernel::lottery::{NotASheet, Verified, first_difference};
use kernel::share::FEWEST;

use super::compare::changes;
use super::figure::{Ends, Figure};
use super::period::Days;
use super::rooms::{RoomsBasis, part};
use super::sheet::{Changed, Correction, MonthSheet, figures};

pub use county::verify_county;

/// Looks at a published month: its text and sum, every figure against what was counted, that nothing of fewer than ten is shown, and
/// its corrections. What changed since the month before needs that month's sheet: [`verify_after`].
///
/// # Errors
/// [`NotASheet`] if the text is none.
pub fn verify(text: &str) -> Result<Verified<MonthSheet>, NotASheet> {
    let mut found = checked(text)?;
    if let Some(before) = &found.sheet.before {
        let later = format!("what changed: it needs the sheet of {}, revision {}", before.month, before.revision);
        found.not_yet.push(later);
    } else {
        let none = found.sheet.changes.is_empty();
        found.look(
            "without an earlier sheet nothing has changed",
            (!none).then(|| "it says what changed since no sheet".into()),
        );
    }
    Ok(found)
}

/// The same with the sheet that it was compared with.
///
/// # Errors
/// [`NotASheet`] if one of the texts is none.
pub fn verify_after(text: &str, before: &str) -> Result<Verified<MonthSheet>, NotASheet> {
    let mut found = checked(text)?;
    let earlier = checked(before).map_err(|NotASheet(why)| NotASheet(format!("the earlier one: {why}")))?;
    let sheet = found.sheet.clone();
    let own: Vec<String> = earlier.differs.iter().map(|what| format!("the earlier sheet: {what}")).collect();
    found.look("the earlier sheet agrees with itself", own);
    let named = sheet.before.as_ref().is_some_and(|b| {
        sheet.station == earlier.sheet.station
            && Days::named(&b.month).map(|before| before.until) == Days::named(&sheet.month).map(|month| month.from)
            && (&b.month, b.revision, &b.sum) == (&earlier.sheet.month, earlier.sheet.revision, &earlier.sheet.sum)
    });
    let other = "it was compared with another sheet than this earlier one";
    found.look("the earlier sheet is the one it names", (!named).then(|| other.to_owned()));
    let ours = changes(&earlier.sheet, &sheet);
    let differs =
        difference(&ours, &sheet.changes, is_same_change, |c| format!("{}: {:?}", c.indicator.word(), c.word));
    found.look("what changed is what the ranges say", differs);
    Ok(found)
}

fn checked(text: &str) -> Result<Verified<MonthSheet>, NotASheet> {
    let mut found = Verified::<MonthSheet>::read(text)?;
    let sheet = found.sheet.clone();
    let ours = figures(&sheet);
    let differs = difference(&ours, &sheet.figures, Figure::is_nearly, shown);
    found.look("every figure is what was counted", differs);
    found.look("every week that ends in the month is there", missing(&sheet));
    found.look("nothing of fewer than ten is shown", too_few(&sheet));
    found.look("the corrections lead to these figures", corrected(&sheet));
    Ok(found)
}

/// The first in which both differ. Floats may differ in the last decimal, all else not at all.
fn difference<T: Clone + PartialEq>(
    ours: &[T],
    theirs: &[T],
    near: impl Fn(&T, &T) -> bool,
    shown: impl Fn(&T) -> String,
) -> Option<String> {
    // Whatever is near enough is taken to be the same.
    let taken: Vec<T> = ours
        .iter()
        .enumerate()
        .map(|(at, our)| theirs.get(at).filter(|their| near(our, their)).unwrap_or(our).clone())
        .collect();
    first_difference(&taken, theirs, shown)
}

fn shown(f: &Figure) -> String {
    let value = f.value.map(|v| format!(" {v},")).unwrap_or_default();
    let part = if f.part.is_empty() { String::new() } else { format!(" {}", f.part) };
    format!("{}{part}{value} {} to {} of {}", f.indicator.word(), f.low, f.high, f.n)
}

fn is_same_change(a: &Changed, b: &Changed) -> bool {
    let by = match (&a.by, &b.by) {
        (Some(a), Some(b)) => a.is_nearly(b),
        (None, None) => true,
        _ => false,
    };
    by && a.indicator == b.indicator && a.word == b.word
}

fn too_few(sheet: &MonthSheet) -> Vec<String> {
    let contact = sheet.weeks.iter().flat_map(|week| {
        let few = week.contact.counts.iter().filter(|(_, n)| n.is_some_and(|n| n < FEWEST as u64));
        few.map(|(kind, _)| format!("{}: {} is shown, and fewer than ten", week.week, kind.word()))
    });
    let fullest =
        sheet.fullest.iter().filter(|f| f.uses < FEWEST as u64).map(|_| "fullest: of fewer than ten uses".into());
    let rooms = std::iter::once(("", sheet.rooms)).chain(sheet.weeks.iter().map(|w| (w.week.as_str(), w.rooms)));
    let is_few = |r: RoomsBasis| r.uses < FEWEST as u64 || r.walk_ins.is_some_and(|n| part(n, r.uses).is_none());
    let few =
        rooms.filter(|(week, rooms)| rooms.is_some_and(|r| is_few(r) || (r.walk_ins.is_some() && !week.is_empty())));
    let rooms = few.map(|(week, _)| {
        format!("rooms: fewer than ten uses are shown{}{week}", if week.is_empty() { "" } else { " of " })
    });
    let survey = sheet.survey.iter().flat_map(super::survey::SurveyBasis::faults);
    contact.chain(fullest).chain(rooms).chain(survey).collect()
}

/// A week that is left out would take its numbers out of the month's.
fn missing(sheet: &MonthSheet) -> Vec<String> {
    let Some(month) = Days::named(&sheet.month) else { return vec![] };
    let weeks = Days::weeks_ending_in(month.from).into_iter().map(Days::name);
    weeks.filter(|name| !sheet.weeks.iter().any(|week| week.week == *name)).collect()
}

/// Each correction belongs to a revision that there is, in order, and goes on from what the one before made of the figure; the last
/// one says what the figure is.
fn corrected(sheet: &MonthSheet) -> Vec<String> {
    let mut wrong = vec![];
    let all = &sheet.corrections;
    if !all.is_sorted_by_key(|c| c.revision) || all.iter().any(|c| !(2..=sheet.revision).contains(&c.revision)) {
        wrong.push("a correction belongs to no revision that there is".to_owned());
    }
    for (at, c) in all.iter().enumerate() {
        let same = |d: &&Correction| d.indicator == c.indicator && d.part == c.part;
        let earlier = all.iter().take(at).rev().find(same);
        if earlier.is_some_and(|earlier| !are_nearly(earlier.is, c.was)) {
            let of = format!("{} {}", c.indicator.word(), c.part);
            wrong.push(format!("a correction of {of} does not go on from the one before"));
        }
        let later = all.iter().skip(at + 1).any(|d| same(&d));
        let now = sheet.figures.iter().find(|f| f.indicator == c.indicator && f.part == c.part).map(Figure::ends);
        if !later && !are_nearly(now, c.is) {
            wrong.push(format!("the last correction of {} {} is not what the figure says", c.indicator.word(), c.part));
        }
    }
    wrong
}

fn are_nearly(a: Option<Ends>, b: Option<Ends>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => a.is_nearly(&b),
        (None, None) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::contact::Kind;
    use super::super::sheet::tests::{bare, sheet};
    use super::*;
    use kernel::lottery::Published as _;

    fn differs(sheet: MonthSheet) -> Vec<String> {
        verify(&sheet.signed().text()).expect("a sheet").differs
    }

    #[test]
    fn a_published_month_agrees_with_itself() {
        let found = verify(&(sheet().finished(None).text() + "\n")).expect("a sheet");
        assert!(found.differs.is_empty() && found.not_yet.is_empty(), "{found:?}");
        assert_eq!(found.agrees.len(), 7, "{:?}", found.agrees);
    }

    #[test]
    fn a_changed_figure_is_found_even_with_a_new_sum() {
        let mut other = sheet().finished(None);
        other.figures[0].low = 0.75;
        let found = differs(other);
        assert!(matches!(&found[..], [one] if one.contains("open") && one.contains("0.7 to")), "{found:?}");
        let mut other = sheet().finished(None);
        other.figures.pop();
        assert_eq!(differs(other).len(), 1, "a figure that was left out");
        let mut other = sheet().finished(None);
        other.figures[0].gaps.clear();
        assert_eq!(differs(other).len(), 1, "a gap that was left out");
    }

    #[test]
    fn a_text_that_was_changed_is_found_by_its_sum() {
        let text = sheet().finished(None).text();
        assert_eq!(verify(&text.replace("\"Sanhe\"", "\"Other\"")).expect("a sheet").differs.len(), 1);
        assert!(!verify(&text.replacen(',', ", ", 1)).expect("a sheet").differs.is_empty());
        assert!(verify("{}").is_err() && verify("").is_err() && verify(&text.replace("month-1", "month-2")).is_err());
    }

    #[test]
    fn what_should_have_been_hidden_is_found() {
        let mut other = sheet();
        other.weeks[0].contact.counts.push((Kind::Opinion, Some(9)));
        let found = differs(other.finished(None));
        assert!(matches!(&found[..], [one] if one.contains("opinion")), "{found:?}");
        let mut other = sheet();
        other.weeks[1].rooms.as_mut().expect("rooms").uses = 9;
        let found = differs(other.finished(None));
        assert!(matches!(&found[..], [one] if one.contains("uses are shown of 2026-W24")), "{found:?}");
        let mut other = sheet();
        other.survey.as_mut().expect("a survey").groups[0] = Some(2);
        assert!(!differs(other.finished(None)).is_empty());
    }

    #[test]
    fn what_changed_needs_the_earlier_sheet_and_that_very_one() {
        let mut may = sheet();
        may.month = "2026-05".into();
        may.weeks = ["2026-W18", "2026-W19", "2026-W20", "2026-W21", "2026-W22"].map(bare).into();
        let may = may.finished(None);
        let june = sheet().finished(Some(&may));
        let alone = verify(&june.text()).expect("a sheet");
        assert!(alone.differs.is_empty() && alone.not_yet.len() == 1, "{alone:?}");
        let both = verify_after(&june.text(), &may.text()).expect("sheets");
        assert!(both.differs.is_empty() && both.not_yet.is_empty(), "{both:?}");
        let mut corrected = may.clone();
        corrected.name_en = "Other".into();
        assert!(!verify_after(&june.text(), &corrected.signed().text()).expect("sheets").differs.is_empty());
        let mut boast = june.clone();
        boast.changes[0].word = super::super::sheet::Word::Rose;
        let found = verify_after(&boast.signed().text(), &may.text()).expect("sheets").differs;
        assert_eq!(found.len(), 1, "{found:?}");
    }

    #[test]
    fn a_week_that_is_left_out_is_missed() {
        let mut without = sheet();
        without.weeks.remove(0);
        let found = differs(without.finished(None));
        assert!(matches!(&found[..], [one] if one.contains("2026-W23")), "{found:?}");
    }

    #[test]
    fn the_sheet_before_is_of_the_month_before() {
        let mut july = sheet();
        july.month = "2026-07".into();
        july.weeks = ["2026-W27", "2026-W28", "2026-W29", "2026-W30"].map(bare).into();
        let july = july.finished(None);
        let june = sheet().finished(Some(&july));
        assert!(!verify_after(&june.text(), &july.text()).expect("sheets").differs.is_empty());
    }

    #[test]
    fn corrections_lead_to_the_figures() {
        let first = sheet().finished(None);
        let second = MonthSheet { held: None, ..sheet() }.correcting(&first, "the list was wrong", None);
        assert_eq!(differs(second.clone()), Vec::<String>::new());
        let mut other = second.clone();
        other.corrections[0].is = Some(Ends::new(0.1, None, 0.2));
        assert_eq!(differs(other).len(), 1);
        let was = Some(Ends::new(0.9, None, 0.9));
        let mut third = MonthSheet { revision: 3, ..second.clone() };
        third.corrections.push(Correction { revision: 3, was, ..second.corrections[0].clone() });
        assert_eq!(differs(third).len(), 1, "it corrects what was not said");
        let mut other = second;
        other.revision = 1;
        assert_eq!(differs(other).len(), 1, "the first revision corrects nothing");
    }
}
