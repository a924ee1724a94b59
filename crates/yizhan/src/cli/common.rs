//! What several commands need: the settings, the database at hand, a runtime, the logs.
use std::path::{Path, PathBuf};

use kernel::chance::Chance;
use kernel::clock::Clock;
use kernel::db::{Conn, Engine};
use kernel::house::House;
use kernel::settings::{LogFormat, Settings};
use tokio::runtime::Runtime;
use toml::Value;

use super::out::note;
use super::stop::Stop;
use super::{Code, Common};
use crate::opening;
use crate::settings::{Layered, Layers};

/// The settings file that is read when there is one and none is named.
const USUAL: &str = "yizhan.toml";

impl Common {
    pub fn layers(&self) -> Result<Layers, Stop> {
        let mut layers = Layers::default();
        let named = self.config.clone();
        let file = named.clone().or_else(|| Some(PathBuf::from(USUAL)).filter(|f| f.exists()));
        if let Some(file) = file {
            let text = std::fs::read_to_string(&file)
                .map_err(|e| Stop::usage(format!("the settings file {} cannot be read: {e}", file.display())))?;
            layers = layers.file(&file, &text).map_err(Stop::usage)?;
        }
        let layers = layers.environment(std::env::vars()).map_err(Stop::usage)?;
        layers.flag("--database", "database", self.database.clone().map(Value::String)).map_err(Stop::usage)
    }

    pub fn layered(&self) -> Result<Layered, Stop> {
        self.layers()?.settle().map_err(Stop::usage)
    }

    pub fn settings(&self) -> Result<Settings, Stop> {
        Ok(self.layered()?.settings)
    }

    /// The settings of a database that is there already, brought up to date.
    pub fn at_hand(&self) -> Result<Settings, Stop> {
        let settings = self.settings()?;
        must_be_there(&settings)?;
        migrate(&settings)?;
        Ok(settings)
    }
}

pub fn migrate(settings: &Settings) -> Result<(), Stop> {
    let applied = opening::migrate(settings, |name| note(format!("the tables are brought up to date: {name}")));
    applied.map(|_| ()).map_err(Stop::from)
}

/// A house for a command, with the machine's clock.
pub fn house(settings: Settings) -> Result<House, Stop> {
    let chance = Chance::system();
    let keys = opening::keys(&settings, &chance)?;
    Ok(opening::house(settings, keys, Clock::system(), chance)?)
}

pub fn must_be_there(settings: &Settings) -> Result<(), Stop> {
    let sqlite = Engine::of(&settings.database) == Engine::Sqlite;
    if sqlite && !Path::new(&settings.database).exists() {
        let why = format!(
            "there is no database {}; name another with --database, or begin with `yizhan serve` or `yizhan import`",
            settings.database
        );
        return Err(Stop::new(Code::Away, why));
    }
    Ok(())
}

pub fn open(settings: &Settings) -> Result<Conn, Stop> {
    Ok(Conn::open(&settings.database)?)
}

pub fn runtime() -> Result<Runtime, Stop> {
    Runtime::new().map_err(Stop::no)
}

/// Logs go to standard error; they hold routes and counts, never names, numbers or addresses.
pub fn logs(settings: &Settings, most: tracing::Level) {
    let lines = tracing_subscriber::fmt().with_max_level(most).with_writer(std::io::stderr).with_target(false);
    // A second call, as tests make it, leaves the first one's logs in place.
    let _ = match settings.log_format {
        LogFormat::Text => lines.try_init(),
        LogFormat::Json => lines.json().flatten_event(true).try_init(),
    };
}

/// A database's address without the password that may stand in it.
pub fn without_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    let Some((who, place)) = rest.split_once('@') else { return url.to_owned() };
    let user = who.split(':').next().unwrap_or_default();
    if who.contains(':') { format!("{scheme}://{user}:…@{place}") } else { url.to_owned() }
}
