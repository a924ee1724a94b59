//! Opens the house: the database brought up to date, the key file, the words.
use std::path::Path;

use kernel::chance::Chance;
use kernel::clock::Clock;
use kernel::db::{Db, Engine, Migrator};
use kernel::fault::Fault;
use kernel::house::{House, Inside};
use kernel::limits::Limits;
use kernel::secret::Keys;
use kernel::settings::Settings;
use kernel::watch::Watch;
use kernel::words::Words;

use crate::slices;

/// Applies the migrations that are missing and makes the folder of a SQLite file. Tells `progress` each name.
pub fn migrate(settings: &Settings, progress: impl FnMut(&str)) -> Result<usize, Fault> {
    if Engine::of(&settings.database) == Engine::Sqlite {
        make_folder_of(Path::new(&settings.database))?;
    }
    Migrator::new(&slices::migrations()).run(&settings.database, progress)
}

pub fn keys(settings: &Settings, chance: &Chance) -> Result<Keys, Fault> {
    make_folder_of(&settings.key_file)?;
    Keys::open_or_make(&settings.key_file, chance).map_err(Fault::broken)
}

/// The house on a database that is up to date.
pub fn house(settings: Settings, keys: Keys, clock: Clock, chance: Chance) -> Result<House, Fault> {
    let inside = Inside {
        db: Db::open(&settings.database, settings.connections)?,
        clock,
        chance,
        keys,
        words: Words::new(&slices::texts())?,
        settings,
        limits: Limits::default(),
        watch: Watch::default(),
    };
    Ok(House::new(inside))
}

fn make_folder_of(file: &Path) -> Result<(), Fault> {
    match file.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        Some(folder) => std::fs::create_dir_all(folder)
            .map_err(|e| Fault::broken(format!("the folder {} cannot be made: {e}", folder.display()))),
        None => Ok(()),
    }
}
