//! The names of all settings, how each is written, and what it decides.

/// How a value is written where everything is text: in the environment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    Number,
    /// Several, with commas between them.
    List,
    /// Text that is never shown again.
    Secret,
}

#[derive(Debug, Clone, Copy)]
pub struct Key {
    pub name: &'static str,
    pub kind: Kind,
    pub what: &'static str,
}

const fn key(name: &'static str, kind: Kind, what: &'static str) -> Key {
    Key { name, kind, what }
}

/// In the order in which `yizhan doctor` shows them. A test compares them with the fields of `kernel::settings::Settings`.
pub const KEYS: &[Key] = &[
    key("listen", Kind::Text, "address and port to listen at"),
    key("public_url", Kind::Text, "the address that people type"),
    key("database", Kind::Text, "path of a SQLite file, or postgres://user@host/name"),
    key("key_file", Kind::Text, "the key of what is sealed at rest"),
    key("connections", Kind::Number, "database connections"),
    key("root_station", Kind::Text, "the slug of the station at /"),
    key("trusted_proxies", Kind::List, "proxies whose X-Forwarded-For is believed"),
    key("message_webhook", Kind::Text, "where messages to people go"),
    key("message_secret", Kind::Secret, "signs what goes there"),
    key("metrics_token", Kind::Secret, "bearer token of /metrics"),
    key("keep_reservations_days", Kind::Number, "days until a reservation forgets whose it was"),
    key("keep_signups_days", Kind::Number, "days until a signup for an activity forgets whose it was"),
    key("second_factor_grace_days", Kind::Number, "days until managers need more than a password"),
    key("voice", Kind::Text, "folder with a recorded voice for the hall"),
    key("log_format", Kind::Text, "text or json"),
];

/// The key that `wrong` was probably meant to be.
pub fn nearest(wrong: &str) -> &'static str {
    KEYS.iter().map(|k| k.name).min_by_key(|name| distance(name, wrong)).unwrap_or("database")
}

/// How many letters must be added, removed or changed (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let changed = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}
