//! `yizhan import --station sanhe titles.csv`: titles and copies of a reading room; `--pack`: what all stations offer to whoever types
//! an ISBN.
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use kernel::event::By;
use kernel::fault::Fault;
use kernel::settings::Settings;
use kernel::words::{Lang, Words};
use library::catalogue::acts::{self, Imported};
use library::catalogue::imports::{self, Bad, Read};
use library::catalogue::says;

use super::super::common::{house, open};
use super::super::out::{bar, note, say};
use super::super::stop::{Done, Stop};

/// So many lines that cannot come in are said.
const MOST_SAID: usize = 20;

fn words() -> Result<Words, Stop> {
    Ok(Words::new(&[library::CATALOGUE_TEXTS])?)
}

/// Reads a table or CNMARC records.
fn read(path: &Path, words: &Words) -> Result<Read, Stop> {
    let name = path.display();
    let mut bytes = vec![];
    // One byte more than is read shows that a file is too large, however large it is.
    let file = File::open(path).map(|file| file.take(imports::MOST_BYTES as u64 + 1));
    let read = file.and_then(|mut file| file.read_to_end(&mut bytes));
    read.map_err(|e| Stop::bad_file(format!("{name} cannot be read: {e}")))?;
    imports::read(&bytes).map_err(|why| {
        let why = says::not_a_file(words, Lang::En, why);
        Stop::bad_file(format!("{name}: {why} Nothing was changed"))
    })
}

/// Lines that stayed outside, each with why.
fn tell(words: &Words, refused: &[Bad]) {
    for bad in refused.iter().take(MOST_SAID) {
        note(format!("line {}: {}", bad.at, says::bad_in(words, Lang::En, bad)));
    }
    let rest = refused.len().saturating_sub(MOST_SAID);
    if rest > 0 {
        note(format!("and {rest} more lines"));
    }
}

/// Into the station's reading room, all of it or nothing.
pub fn into_station(path: &Path, slug: &str, settings: Settings) -> Done {
    let words = words()?;
    let found = read(path, &words)?;
    let mut c = open(&settings)?;
    let house = house(settings)?;
    let station = stations::by_slug(&mut c, slug).map_err(|fault| match fault {
        Fault::NotFound => Stop::no(format!("there is no station {slug}; nothing was changed")),
        other => other.into(),
    })?;
    let bar = bar("titles", found.records.len() as u64);
    let mut progress = |done: usize, all: usize| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    };
    let now = house.now();
    let done = c.in_transaction(|c| {
        acts::import_within(c, &house, &station, &found.records, (None, By::Program, now), &mut progress)
    });
    bar.finish_and_clear();
    let Imported { new_titles, new_copies, known, new_shelves, refused } = done?;
    let refused = [refused, found.bad].concat();
    tell(&words, &refused);
    let stayed = if refused.is_empty() { String::new() } else { format!("; {} lines stayed outside", refused.len()) };
    say(format!("Read in: {new_titles} titles, {new_copies} copies; {known} were there already{stayed}"));
    if !new_shelves.is_empty() {
        note(format!("New shelves: {}", new_shelves.join(", ")));
    }
    Ok(())
}

/// Into the pack that all stations share.
pub fn into_pack(path: &Path, settings: Settings) -> Done {
    let words = words()?;
    let found = read(path, &words)?;
    let mut c = open(&settings)?;
    let now = house(settings)?.now();
    let bar = bar("titles", found.records.len() as u64);
    let source = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let mut n = 0;
    let done = c.in_transaction(|c| {
        for some in found.records.chunks(500) {
            n += acts::import_pack(c, some, &source, now)?;
            bar.inc(some.len() as u64);
        }
        Ok::<_, Fault>(())
    });
    bar.finish_and_clear();
    done?;
    tell(&words, &found.bad);
    let without = found.records.len() - n;
    let left = if without == 0 { String::new() } else { format!("; {without} have no ISBN and were passed over") };
    say(format!("The pack has taken over {n} books{left}"));
    Ok(())
}
