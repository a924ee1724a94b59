//! When people may play together. Data in, decision out: no database, no web, no clock of its own.
mod band;
mod refusal;
mod game;
mod post;
mod spare;

pub use band::{Band, Entry, Level};
pub use game::{FEWEST, Player, Row, Stands, Table, confirmed, fewer, join, leave, reopened, stands};
pub use people::surname::{Shown, Title, shown};
pub use post::{Posted, hosts_games, post};
pub use refusal::NoGame;
pub use spare::{LONGEST_WEEKS, Weekly, is_quiet, last_day};
