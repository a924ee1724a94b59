//! Lays the sources of settings over each other and remembers which one decided.
use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use kernel::db::Engine;
use kernel::settings::Settings;
use toml::{Spanned, Table, Value};

use super::keys::{KEYS, Key, Kind, nearest};

/// What decided a setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    Default,
    File(PathBuf, usize),
    Environment(String),
    Flag(String),
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Source::Default => f.write_str("default"),
            Source::File(path, line) => write!(f, "{} line {line}", path.display()),
            Source::Environment(name) => write!(f, "environment {name}"),
            Source::Flag(name) => write!(f, "flag {name}"),
        }
    }
}

/// Why settings cannot be used: which source, what, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{source_of}: {why}")]
pub struct Wrong {
    pub source_of: String,
    pub why: String,
}

fn wrong(source: impl fmt::Display, why: impl fmt::Display) -> Wrong {
    Wrong { source_of: source.to_string(), why: why.to_string() }
}

/// The settings, and for each key what decided it.
#[derive(Debug)]
pub struct Layered {
    pub settings: Settings,
    pub sources: BTreeMap<&'static str, Source>,
}

/// Sources laid over each other, from the bottom up.
#[derive(Debug, Default)]
pub struct Layers {
    values: Table,
    sources: BTreeMap<&'static str, Source>,
}

/// Variables that begin like settings and are none.
const NOT_SETTINGS: [&str; 2] = ["YIZHAN_CONFIG", "YIZHAN_TEST"];

impl Layers {
    /// The text of a settings file.
    pub fn file(mut self, path: &Path, text: &str) -> Result<Layers, Wrong> {
        let line_at = |at: usize| text[..at.min(text.len())].matches('\n').count() + 1;
        let read: BTreeMap<String, Spanned<Value>> = toml::from_str(text).map_err(|e| {
            let line = e.span().map_or(1, |s| line_at(s.start));
            wrong(Source::File(path.to_owned(), line), e.message())
        })?;
        for (name, value) in read {
            let source = Source::File(path.to_owned(), line_at(value.span().start));
            self.set(&name, value.into_inner(), source)?;
        }
        Ok(self)
    }

    /// `YIZHAN_LISTEN` is the key `listen`; `DATABASE_URL`, which hosts set, is `database` unless `YIZHAN_DATABASE` is there.
    pub fn environment(mut self, variables: impl Iterator<Item = (String, String)>) -> Result<Layers, Wrong> {
        let variables: BTreeMap<String, String> = variables.collect();
        if let Some(url) = variables.get("DATABASE_URL") {
            self.set("database", Value::String(url.clone()), Source::Environment("DATABASE_URL".into()))?;
        }
        let ours = |name: &str| !NOT_SETTINGS.iter().any(|other| name.starts_with(other));
        for (variable, text) in variables.iter().filter(|(name, _)| ours(name)) {
            let Some(name) = variable.strip_prefix("YIZHAN_") else { continue };
            let source = Source::Environment(variable.clone());
            let key = known(&name.to_ascii_lowercase(), &source)?;
            let value = from_text(key, text).map_err(|why| wrong(&source, why))?;
            self.set(key.name, value, source)?;
        }
        Ok(self)
    }

    /// A flag of the command line, if it was given.
    pub fn flag(mut self, flag: &str, key: &str, given: Option<impl Into<Value>>) -> Result<Layers, Wrong> {
        if let Some(value) = given {
            self.set(key, value.into(), Source::Flag(flag.to_owned()))?;
        }
        Ok(self)
    }

    fn set(&mut self, name: &str, value: Value, source: Source) -> Result<(), Wrong> {
        let key = known(name, &source)?;
        // Each value is tried alone, so that what does not fit is said of its own source.
        let alone = Table::from_iter([(key.name.to_owned(), value.clone())]);
        alone.try_into::<Settings>().map_err(|e| wrong(&source, format!("{}: {}", key.name, e.message())))?;
        self.values.insert(key.name.to_owned(), value);
        self.sources.insert(key.name, source);
        Ok(())
    }

    pub fn settle(self) -> Result<Layered, Wrong> {
        let settings: Settings = self.values.try_into().map_err(|e| wrong("settings", e))?;
        let mut sources = self.sources;
        for key in KEYS {
            sources.entry(key.name).or_insert(Source::Default);
        }
        if let Some((scheme, _)) = settings.database.split_once("://")
            && Engine::of(&settings.database) == Engine::Sqlite
        {
            let why =
                format!("database: {scheme}:// is neither postgres://user@host/name nor the path of a SQLite file");
            return Err(wrong(&sources["database"], why));
        }
        let settings = Settings { public_url: settings.public_url.trim_end_matches('/').to_owned(), ..settings };
        Ok(Layered { settings, sources })
    }
}

fn known(name: &str, source: &Source) -> Result<&'static Key, Wrong> {
    let found = KEYS.iter().find(|k| k.name == name);
    found.ok_or_else(|| wrong(source, format!("there is no setting “{name}”; did you mean “{}”?", nearest(name))))
}

fn from_text(key: &Key, text: &str) -> Result<Value, String> {
    match key.kind {
        Kind::Text | Kind::Secret => Ok(Value::String(text.to_owned())),
        Kind::List => {
            let items = text.split(',').map(str::trim).filter(|t| !t.is_empty()).map(Value::from);
            Ok(Value::Array(items.collect()))
        }
        Kind::Number => {
            text.trim().parse::<i64>().map(Value::Integer).map_err(|_| format!("“{text}” is not a whole number"))
        }
    }
}
