//! What the person who runs the program has decided: a TOML file, the environment, and flags, the later ones winning.
use std::net::SocketAddr;
use std::path::PathBuf;

/// All settings, with defaults that run one station on one machine.
#[derive(Debug, Clone, serde::Serialize, serde::Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// Where the program listens.
    pub listen: SocketAddr,
    /// The address that people type, without a slash at the end: goes into QR codes, feeds and messages.
    pub public_url: String,
    /// `postgres://user@host/name`, or the path of a SQLite file.
    pub database: String,
    /// The file that holds the key for what is sealed at rest. Keep a copy of it apart from the backups.
    pub key_file: PathBuf,
    /// Database connections: readers on SQLite, all of them on PostgreSQL.
    pub connections: usize,
    /// The slug of the station whose home page is `/`; without one, `/` shows the directory.
    pub root_station: Option<String>,
    /// Addresses of proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<std::net::IpAddr>,
    /// Where messages to people go; without one they stay in the outbox, where staff see them as a call list.
    pub message_webhook: Option<String>,
    /// The secret that signs what goes to the webhook (HMAC-SHA-256 in the header `Yizhan-Signature`).
    pub message_secret: Option<String>,
    /// The bearer token that `/metrics` asks for; without one it answers only programs on this machine.
    pub metrics_token: Option<String>,
    /// How many days after its start a reservation forgets whose it was.
    pub keep_reservations_days: u16,
    /// How many days after its time a signup for an activity forgets whose it was.
    pub keep_signups_days: u16,
    /// How many days a new manager may come in with a password alone.
    pub second_factor_grace_days: u16,
    /// The folder with the voice that a station has recorded for its hall (docs/voice.md); without one the voice that comes
    /// with the program speaks.
    pub voice: Option<PathBuf>,
    /// `text` for people, `json` for log collectors.
    pub log_format: LogFormat,
    /// Whether this is a rehearsal: invented people, messages on a page, a clock that can be moved.
    #[serde(skip)]
    pub rehearsal: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    Text,
    Json,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            listen: SocketAddr::from(([127, 0, 0, 1], 8600)),
            public_url: "http://127.0.0.1:8600".into(),
            database: "data/yizhan.db".into(),
            key_file: "data/yizhan.key".into(),
            connections: 4,
            root_station: None,
            trusted_proxies: vec![],
            message_webhook: None,
            message_secret: None,
            metrics_token: None,
            keep_reservations_days: 180,
            keep_signups_days: 30,
            second_factor_grace_days: 14,
            voice: None,
            log_format: LogFormat::Text,
            rehearsal: false,
        }
    }
}
