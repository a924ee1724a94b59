//! Recomputing an area's month: its figures from the file alone, and its sums from the files of its stations.
use kernel::lottery::{NotASheet, Published as _, Verified};
use kernel::share::FEWEST;

use super::{difference, shown};
use crate::rules::county::{CountyFigure, CountySheet, FEWEST_STATIONS, county, figures};
use crate::rules::figure::Figure;
use crate::rules::sheet::MonthSheet;

/// Looks at an area's month: its text and sum, every figure against the sums, and that each is of enough stations. `stations` are the
/// published months of all its stations; without them it is not known whether the sums are theirs.
///
/// # Errors
/// [`NotASheet`] if one of the texts is none.
pub fn verify_county(text: &str, stations: &[String]) -> Result<Verified<CountySheet>, NotASheet> {
    let mut found = Verified::<CountySheet>::read(text)?;
    let sheet = found.sheet.clone();
    let near = |a: &CountyFigure, b: &CountyFigure| a.stations == b.stations && a.figure.is_nearly(&b.figure);
    let differs = difference(&figures(&sheet), &sheet.figures, near, |f| shown(&f.figure));
    found.look("every figure is what was added up", differs);
    found.look("nothing of fewer than three stations or of fewer than ten is told", too_few(&sheet.figures));
    if stations.is_empty() {
        found.not_yet.push(format!("the sums: they need the files of its {} stations", sheet.stations));
        return Ok(found);
    }
    let read = |text: &String| MonthSheet::read(text.trim_end());
    let sheets: Vec<MonthSheet> = stations.iter().map(read).collect::<Result<_, _>>()?;
    let ours = county(sheet.code, &sheet.month, sheet.of, &sheets).map(|one| one.text());
    let other = "its stations' files add up to something else";
    found.look("the sums are those of its stations", (ours != Some(sheet.text())).then(|| other.to_owned()));
    Ok(found)
}

fn too_few(all: &[CountyFigure]) -> Vec<String> {
    let is_few = |f: &&CountyFigure| f.stations < FEWEST_STATIONS || f.figure.n < FEWEST as u64;
    let said = |Figure { indicator, part, .. }: &Figure| format!("{} {part} is told of too few", indicator.word());
    all.iter().filter(is_few).map(|f| said(&f.figure)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::sheet::tests::sheet;

    fn stations() -> [MonthSheet; 3] {
        ["a", "b", "c"].map(|slug| MonthSheet { station: slug.into(), ..sheet() }.finished(None))
    }

    fn area() -> CountySheet {
        county(630_203, "2026-06", 5, &stations()).expect("a county")
    }

    #[test]
    fn an_area_agrees_with_the_files_of_its_stations() {
        let files = stations().map(|one| one.text() + "\n");
        let found = verify_county(&area().text(), &files).expect("a sheet");
        assert!(found.differs.is_empty() && found.not_yet.is_empty(), "{found:?}");
        let alone = verify_county(&area().text(), &[]).expect("a sheet");
        assert!(alone.differs.is_empty() && alone.not_yet.len() == 1, "{alone:?}");
    }

    #[test]
    fn sums_of_other_stations_and_changed_figures_are_found() {
        let mut files = stations();
        files[0].door = None;
        let files = files.map(|one| one.finished(None).text());
        assert_eq!(verify_county(&area().text(), &files).expect("a sheet").differs.len(), 1);
        assert_eq!(verify_county(&area().text(), &files[..2]).expect("a sheet").differs.len(), 1, "one is missing");
        let differs = |change: fn(&mut CountySheet)| {
            let mut other = area();
            change(&mut other);
            verify_county(&other.signed().text(), &[]).expect("a sheet").differs
        };
        assert!(matches!(&differs(|s| s.figures[0].figure.low = 0.1)[..], [one] if one.contains("open")));
        assert_eq!(differs(|s| s.figures[0].stations = 2).len(), 2, "it is not what was added up, and it is of two");
        assert!(verify_county("{}", &[]).is_err() && verify_county(&sheet().finished(None).text(), &[]).is_err());
    }
}
