//! Whom a clerk tells by voice what another slice than that of the call list knows, and what they answer. Whoever keeps the list
//! (`errands`) asks functions that the program fills in: nothing is written down twice, and who has answered is gone from it.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::house::House;
use kernel::view::View;
use people::Phone;

use crate::station::Station;

/// Somebody whom no message reaches, and who is asked something until a time.
#[derive(Debug, Clone)]
pub struct ToCall {
    /// Of what they are asked about.
    pub id: Id,
    pub name: Option<String>,
    /// Of a telephone that gets no messages.
    pub phone: Option<Phone>,
    /// What to say.
    pub text: String,
    pub since: Timestamp,
    /// Afterwards it is of no use any more.
    pub until: Timestamp,
    /// The address below the station's at which a clerk answers for them, on pages and for programs.
    pub answered_at: String,
    /// The answers there are: in words, and as `answer` is sent.
    pub answers: Vec<(String, &'static str)>,
}

/// Whom there is to call at a station, in the transaction of whoever asks.
pub type WhomToCall = fn(&mut Conn, &House, &View, &Station) -> Result<Vec<ToCall>, Fault>;
