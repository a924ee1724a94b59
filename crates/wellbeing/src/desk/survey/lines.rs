//! The list of households as it is pasted or comes in a file: a village and an address on each line, and nothing else. Whatever else a
//! list of households has (names, telephone numbers) is not wanted here, so a line with more is refused instead of cut.
use kernel::form::Problems;

use crate::rules::households::Household;
use crate::rules::waves::NoSurvey;

/// So many lines are named at once.
const NAMED: usize = 10;
/// What the first line says where it names its columns.
const HEADS: [(&str, &str); 4] = [("村", "住处"), ("村", "地址"), ("村名", "地址"), ("village", "address")];

/// A list, each household with the line that it stands on, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lines {
    pub homes: Vec<Household>,
    at: Vec<usize>,
}

/// Of bytes that were uploaded.
///
/// # Errors
/// Bytes that are no text in UTF-8, or what [`read`] says.
pub fn read_bytes(bytes: &[u8]) -> Result<Lines, Problems> {
    match str::from_utf8(bytes) {
        Ok(text) => read(text),
        Err(_) => Err(about("survey-wrong-file", "")),
    }
}

/// Of text with commas (narrow or wide) or tabs, as spreadsheets write it and as people type it. Empty lines do not count.
///
/// # Errors
/// The lines that have not exactly two columns.
pub fn read(text: &str) -> Result<Lines, Problems> {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let (text, delimiter) = match (first.contains('\t'), first.contains(',')) {
        (true, _) => (text.to_owned(), b'\t'),
        (false, true) => (text.to_owned(), b','),
        (false, false) => (text.replace('，', ","), b','),
    };
    let mut reader = csv::ReaderBuilder::new();
    let reader = reader.has_headers(false).flexible(true).trim(csv::Trim::All).delimiter(delimiter);
    let (mut lines, mut odd) = (Lines { homes: vec![], at: vec![] }, vec![]);
    for record in reader.from_reader(text.as_bytes()).into_records() {
        let Ok(record) = record else { return Err(about("survey-wrong-file", "")) };
        let nr = record.position().map_or(0, |p| line_of(&text, p));
        // A spreadsheet writes empty columns at the end of a line.
        let mut cells: Vec<&str> = record.iter().collect();
        while cells.last().is_some_and(|cell| cell.is_empty()) {
            cells.pop();
        }
        match cells.as_slice() {
            [] => {}
            [village, address] if lines.homes.is_empty() && odd.is_empty() && is_head(village, address) => {}
            // Of commas of both kinds nobody can tell which one parts the columns.
            [village, address] if !village.contains('，') => {
                lines.homes.push(Household { village: (*village).to_owned(), address: (*address).to_owned() });
                lines.at.push(nr);
            }
            _ => odd.push(nr),
        }
    }
    match odd.as_slice() {
        [] if lines.homes.is_empty() => Err(about("survey-wrong-empty", "")),
        [] => Ok(lines),
        _ => {
            let named: Vec<String> = odd.iter().take(NAMED).map(ToString::to_string).collect();
            Err(about("survey-wrong-columns", &named.join("、")))
        }
    }
}

/// The line that a record stands on. Its position is where the one before ended, so that empty lines between them are still to be counted.
fn line_of(text: &str, position: &csv::Position) -> usize {
    let number = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(number(position.byte())..).unwrap_or_default();
    let empty = rest.iter().take_while(|b| matches!(b, b'\n' | b'\r')).filter(|b| **b == b'\n').count();
    number(position.line()).saturating_add(empty)
}

fn is_head(village: &str, address: &str) -> bool {
    HEADS.iter().any(|(a, b)| a.eq_ignore_ascii_case(village) && b.eq_ignore_ascii_case(address))
}

fn about(key: &'static str, lines: &str) -> Problems {
    let mut p = Problems::default();
    p.add_with("list", key, vec![("lines", lines.to_owned())]);
    p
}

impl Lines {
    /// The refusal with the numbers of lines as they stand in what was sent.
    pub fn as_sent(&self, no: NoSurvey) -> NoSurvey {
        let line = |nr: usize| nr.checked_sub(1).and_then(|at| self.at.get(at)).copied().unwrap_or(nr);
        match no {
            NoSurvey::Line { nr } => NoSurvey::Line { nr: line(nr) },
            NoSurvey::Twice { lines } => {
                NoSurvey::Twice { lines: lines.into_iter().map(|(a, b)| (line(a), line(b))).collect() }
            }
            no => no,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn home(village: &str, address: &str) -> Household {
        Household { village: village.into(), address: address.into() }
    }

    #[test]
    fn a_list_is_read_however_it_was_written() {
        let homes = vec![home("东村", "一社 3 号"), home("西村", "二社 1 号")];
        for text in [
            "东村,一社 3 号\n西村,二社 1 号\n",
            "东村，一社 3 号\r\n\r\n 西村， 二社 1 号",
            "东村\t一社 3 号\n西村\t二社 1 号\t\t\n",
            "\u{feff}村,住处\n\"东村\",\"一社 3 号\"\n西村,二社 1 号,,\n",
            "Village,Address\n东村,一社 3 号\n西村,二社 1 号",
        ] {
            assert_eq!(read(text).map(|lines| lines.homes), Ok(homes.clone()), "{text}");
        }
        let comma = read("东村,\"一社 3 号, 后院\"\n").expect("read");
        assert_eq!(comma.homes, [home("东村", "一社 3 号, 后院")]);
    }

    #[test]
    fn names_and_numbers_of_people_do_not_come_in() {
        let wrong = |lines: &str| Err(about("survey-wrong-columns", lines));
        assert_eq!(read("东村,一社 3 号,祁海燕\n西村,二社 1 号\n北村\n"), wrong("1、3"));
        assert_eq!(read(&"东村,一社,139\n".repeat(30)), wrong("1、2、3、4、5、6、7、8、9、10"));
        assert_eq!(read("东村，一社 3 号, 后院\n"), wrong("1"), "which comma is it?");
        assert_eq!(read(" \n\n"), Err(about("survey-wrong-empty", "")));
        assert_eq!(read("村,住处\n"), Err(about("survey-wrong-empty", "")));
        assert_eq!(read_bytes(&[0xb6, 0xab, 0xb4, 0xe5, b',', b'1']), Err(about("survey-wrong-file", "")));
    }

    #[test]
    fn refusals_name_the_lines_of_what_was_sent() {
        for end in ["\n", "\r\n"] {
            let text = ["村,住处", "东村,1", "", "西村,2", "东村,1", ""].join(end);
            let lines = read(&text).expect("read");
            assert_eq!(lines.as_sent(NoSurvey::Twice { lines: vec![(1, 3)] }), NoSurvey::Twice { lines: vec![(2, 5)] });
            assert_eq!(lines.as_sent(NoSurvey::Line { nr: 2 }), NoSurvey::Line { nr: 4 });
        }
        let lines = read("东村,1\n西村,2\n").expect("read");
        assert_eq!(lines.as_sent(NoSurvey::Running), NoSurvey::Running);
    }
}
