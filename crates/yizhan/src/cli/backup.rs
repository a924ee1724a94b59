//! `yizhan backup` and `yizhan restore`.
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::{Path, PathBuf};

use kernel::db::{Conn, Engine};
use kernel::settings::Settings;

use super::check::problems;
use super::common::{migrate, open};
use super::import::{export_of, to_file};
use super::out::{note, say};
use super::stop::{Done, Stop};
use super::{Code, Common};
use crate::dump;
use crate::slices;

#[derive(Debug, clap::Args)]
pub struct Backup {
    /// The file to write; it must not be there yet
    file: PathBuf,
}

#[derive(Debug, clap::Args)]
pub struct Restore {
    /// A file that `yizhan backup` or `yizhan export` has written
    file: PathBuf,
}

impl Backup {
    /// SQLite copies itself into a file while others go on writing; PostgreSQL is exported from one snapshot.
    pub fn run(self, common: &Common) -> Done {
        let settings = common.at_hand()?;
        if self.file.exists() {
            return Err(Stop::no(format!("{} is there already; give another name", self.file.display())));
        }
        match Engine::of(&settings.database) {
            Engine::Sqlite => {
                let made = copied(&settings, &self.file);
                if made.is_err() {
                    // What is there is no backup, and must not be taken for one.
                    let _ = std::fs::remove_file(&self.file);
                }
                made?;
            }
            Engine::Postgres => {
                let n = to_file(&settings, &self.file)?;
                note(format!("PostgreSQL: {n} rows were exported from one REPEATABLE READ snapshot."));
            }
        }
        say(format!("Backed up to {}.", self.file.display()));
        note(format!(
            "Without the key file {} nobody can read the phone numbers in it: keep a copy elsewhere.",
            settings.key_file.display()
        ));
        Ok(())
    }
}

impl Restore {
    pub fn run(self, common: &Common) -> Done {
        let settings = common.settings()?;
        let name = self.file.display().to_string();
        let mut file = File::open(&self.file).map_err(|e| Stop::bad_file(format!("{name} cannot be read: {e}")))?;
        let mut begin = [0; 15];
        let n = file.read(&mut begin).map_err(|e| Stop::bad_file(format!("{name}: {e}")))?;
        match (&begin[..n], Engine::of(&settings.database)) {
            (b"SQLite format 3", Engine::Sqlite) => copy(&self.file, &settings)?,
            (b"SQLite format 3", Engine::Postgres) => {
                let then = format!("yizhan --database {name} export - | yizhan import -");
                return Err(Stop::no(format!("{name} is a SQLite database; to bring it to PostgreSQL: {then}")));
            }
            (begin, _) if begin.starts_with(b"{") => {
                migrate(&settings)?;
                let again = File::open(&self.file).map_err(|e| Stop::bad_file(format!("{name}: {e}")))?;
                export_of(&mut BufReader::new(again), &name, &settings)?;
            }
            _ => return Err(Stop::new(Code::BadFile, format!("{name} is neither a backup nor an export of yizhan"))),
        }
        migrate(&settings)?;
        let broken = problems(&mut open(&settings)?, &settings, &mut |_, _| {})?;
        match broken.is_empty() {
            true => {
                say(format!(
                    "Restored into {}; every invariant holds.",
                    super::common::without_password(&settings.database)
                ));
                Ok(())
            }
            false => Err(Stop::no(format!("restored, but the backup breaks invariants:\n{}", broken.join("\n")))),
        }
    }
}

/// Copies the database into `file` and looks whether the copy is whole.
fn copied(settings: &Settings, file: &Path) -> Done {
    open(settings)?.run(&format!("VACUUM INTO '{}'", path(file)?.replace('\'', "''")))?;
    whole(&mut Conn::open(&path(file)?)?)
}

/// Copies a SQLite backup to the place of a database that is not there yet, or is empty.
fn copy(from: &Path, settings: &Settings) -> Done {
    whole(&mut Conn::open(&path(from)?)?)?;
    let to = Path::new(&settings.database);
    if to.exists() {
        must_be_empty(settings)?;
    }
    let cannot = |e: std::io::Error| Stop::no(format!("{} cannot be written: {e}", to.display()));
    if let Some(folder) = to.parent().filter(|f| !f.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(cannot)?;
    }
    let part = to.with_extension("part");
    std::fs::copy(from, &part).and_then(|_| File::open(&part)?.sync_all()).map_err(cannot)?;
    for end in ["-wal", "-shm"] {
        // The empty database's own log must not be taken for the restored one's.
        match std::fs::remove_file(format!("{}{end}", settings.database)) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(cannot(e)),
            _ => {}
        }
    }
    std::fs::rename(&part, to).map_err(cannot)
}

fn must_be_empty(settings: &Settings) -> Done {
    migrate(settings)?;
    let mut c = open(settings)?;
    for table in dump::tables(&slices::migrations()).map_err(Stop::no)? {
        let n = dump::rows_in(&mut c, &table.name)?;
        if n > 0 {
            let why = format!(
                "{} is not empty ({} has {n} rows), so it is left alone. Stop the station, move the file away, and restore again.",
                settings.database, table.name
            );
            return Err(Stop::no(why));
        }
    }
    Ok(())
}

fn path(file: &Path) -> Result<String, Stop> {
    file.to_str().map(str::to_owned).ok_or_else(|| Stop::usage("the file's name is not UTF-8"))
}

/// Whether SQLite finds its own file whole.
fn whole(c: &mut Conn) -> Done {
    let wrong = super::check::integrity(c)?;
    if wrong.is_empty() { Ok(()) } else { Err(Stop::bad_file(format!("the file is damaged:\n{}", wrong.join("\n")))) }
}
