//! `yizhan import` and `yizhan export`.
mod titles;

use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use kernel::clock::Clock;
use kernel::db::{Conn, Engine};
use kernel::fault::Fault;
use kernel::settings::Settings;

use super::common::{house, migrate, open, runtime};
use super::out::{bar, counter, note, say};
use super::stop::{Done, Stop};
use super::{Code, Common};
use crate::dump::{self, Header, Refused};
use crate::opening;
use crate::slices;
use crate::township::{self, Files, NotLoaded, Passwords};

#[derive(Debug, clap::Args)]
pub struct Import {
    /// A folder as fixtures/sanhe, an export (- for standard input), a file of divisions or of holidays; with --station or --pack a
    /// table of titles (CSV with headings) or CNMARC records (ISO 2709)
    path: PathBuf,
    /// Titles for the reading room of this station; what is there already is not doubled
    #[arg(long, value_name = "SLUG", conflicts_with = "pack")]
    station: Option<String>,
    /// Titles that every station offers to whoever types their ISBN
    #[arg(long)]
    pack: bool,
}

#[derive(Debug, clap::Args)]
pub struct Export {
    /// The file to write, or - for standard output
    file: PathBuf,
}

impl Import {
    pub fn run(self, common: &Common) -> Done {
        let settings = common.settings()?;
        migrate(&settings)?;
        if let Some(slug) = &self.station {
            return titles::into_station(&self.path, slug, settings);
        }
        if self.pack {
            return titles::into_pack(&self.path, settings);
        }
        if self.path.is_dir() {
            return folder(&self.path, settings);
        }
        if self.path.as_os_str() == "-" {
            return export_of(&mut std::io::stdin().lock(), "standard input", &settings);
        }
        let name = self.path.display().to_string();
        let file = File::open(&self.path).map_err(|e| Stop::bad_file(format!("{name} cannot be read: {e}")))?;
        let mut lines = BufReader::new(file);
        let begin = lines.fill_buf().map_err(|e| Stop::bad_file(format!("{name}: {e}")))?;
        if begin.starts_with(b"SQLite format 3") {
            return Err(Stop::new(
                Code::BadFile,
                format!("{name} is a backup of a SQLite database: yizhan restore {name}"),
            ));
        }
        if begin.starts_with(b"{") {
            return export_of(&mut lines, &name, &settings);
        }
        let text = std::io::read_to_string(lines).map_err(|e| Stop::bad_file(format!("{name}: {e}")))?;
        table(&name, text.trim_start_matches('\u{feff}'), &settings)
    }
}

/// A township's folder.
fn folder(path: &Path, settings: Settings) -> Done {
    let files = Files::of_folder(path).map_err(|e| Stop::bad_file(format!("{}: {e}", path.display())))?;
    let read = township::read(&files).map_err(|wrong| Stop::bad_file(NotLoaded::Wrong(wrong)))?;
    let house = house(settings)?;
    let bar = bar("laying out reservations", 1);
    let mut progress = |done, all| {
        bar.set_length(all as u64);
        bar.set_position(done as u64);
    };
    let loaded =
        runtime()?.block_on(township::load(&house, read, Passwords::Unknown, &mut progress)).map_err(not_loaded)?;
    bar.finish_and_clear();
    let station = &loaded.station;
    say(format!("{} is there: {}{}", station.name_zh, house.settings.public_url, station.home()));
    note("Nobody can sign in yet: `yizhan person password LOGIN` sets the password of somebody of staff.csv.");
    Ok(())
}

fn not_loaded(not: NotLoaded) -> Stop {
    match not {
        NotLoaded::Fault(Fault::Unsure(why)) => Stop::new(
            Code::Away,
            format!(
                "the database broke off at the last step ({why}): all of it is there, or nothing. Import again to see."
            ),
        ),
        NotLoaded::Fault(fault) => fault.into(),
        NotLoaded::Wrong(wrong) => Stop::bad_file(NotLoaded::Wrong(wrong)),
        NotLoaded::Refused(why) => Stop::no(format!("{why}; nothing was changed")),
    }
}

/// Divisions or holidays, told apart by their heading.
fn table(name: &str, text: &str, settings: &Settings) -> Done {
    let mut c = open(settings)?;
    let heading = text.lines().find(|l| !l.starts_with('#')).unwrap_or_default();
    let imported = if heading.starts_with("code,name") {
        let bar = bar("divisions", text.lines().count() as u64);
        let tell = |done, _| bar.set_position(done as u64);
        let done = c.in_transaction(|c| stations::import_divisions(c, name, text.as_bytes(), tell));
        bar.finish_and_clear();
        done.map(|n| format!("{n} divisions"))
    } else {
        let now = Clock::system().now();
        let years = c.in_transaction(|c| stations::import_holidays(c, name, text, now));
        years.map(|years| format!("the holidays of {} to {}", years.start(), years.end()))
    };
    let imported = imported.map_err(|not| match township::not_imported(not) {
        NotLoaded::Fault(fault) => Stop::from(fault),
        other => Stop::bad_file(format!("{other}; nothing was changed")),
    })?;
    say(format!("Read in: {imported}"));
    Ok(())
}

/// An export, into an empty database.
pub fn export_of(lines: &mut dyn BufRead, name: &str, settings: &Settings) -> Done {
    let tables = dump::tables(&slices::migrations()).map_err(Stop::no)?;
    let keys = opening::keys(settings, &kernel::chance::Chance::system())?;
    let mut c = open(settings)?;
    let count = counter("rows");
    let engine = Engine::of(&settings.database);
    let read =
        dump::read(&mut c, engine, (&tables, &dump::name_of_key(&keys)), lines, &mut |_, n| count.set_position(n));
    count.finish_and_clear();
    let n = read.map_err(|refused| match refused {
        Refused::Fault(fault) => Stop::from(fault),
        Refused::Whole(why) => Stop::no(why),
        line => Stop::bad_file(format!("{name} {line}; nothing was changed")),
    })?;
    say(format!("Read in: {n} rows. `yizhan check` verifies them."));
    Ok(())
}

impl Export {
    pub fn run(self, common: &Common) -> Done {
        let settings = common.at_hand()?;
        if self.file.as_os_str() == "-" {
            if std::io::stdout().is_terminal() {
                note("Writing to the terminal; `yizhan export all.jsonl` writes a file.");
            }
            write(&settings, &mut BufWriter::new(std::io::stdout().lock())).map(|_| ())
        } else {
            let n = to_file(&settings, &self.file)?;
            say(format!(
                "{} has {n} rows. Keep the key file {} with it, apart.",
                self.file.display(),
                settings.key_file.display()
            ));
            Ok(())
        }
    }
}

/// Writes beside the file and renames, so that a file of this name is always whole.
pub fn to_file(settings: &Settings, path: &Path) -> Result<u64, Stop> {
    if path.exists() {
        return Err(Stop::no(format!("{} is there already; give another name", path.display())));
    }
    let cannot = |e: std::io::Error| Stop::no(format!("{} cannot be written: {e}", path.display()));
    let part = path.with_extension("part");
    let file = File::create(&part).map_err(cannot)?;
    let mut out = BufWriter::new(file);
    let written = write(settings, &mut out);
    let file = out.into_inner().map_err(|e| cannot(e.into_error()));
    let kept = written.and_then(|n| {
        file?.sync_all().and_then(|()| std::fs::rename(&part, path)).map_err(cannot)?;
        Ok(n)
    });
    if kept.is_err() {
        let _ = std::fs::remove_file(&part);
    }
    kept
}

fn write(settings: &Settings, out: &mut dyn Write) -> Result<u64, Stop> {
    let tables = dump::tables(&slices::migrations()).map_err(Stop::no)?;
    let keys = opening::keys(settings, &kernel::chance::Chance::system())?;
    let header = Header::new(Clock::system().now(), &keys, &tables);
    let mut c = Conn::open(&settings.database)?;
    let mut all = 0;
    for table in &tables {
        all += dump::rows_in(&mut c, &table.name)?;
    }
    let bar = bar("rows", all);
    let engine = Engine::of(&settings.database);
    let n = dump::write(&mut c, engine, (&header, &tables), out, &mut |_, n| bar.set_position(n))?;
    bar.finish_and_clear();
    Ok(n)
}
