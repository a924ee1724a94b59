//! Who needs more than a password, and from when on.
use jiff::{SignedDuration, Timestamp};

use crate::rules::Role;

/// What the decision depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// The highest role at any station.
    pub role: Option<Role>,
    pub since: Timestamp,
    /// Whether digits of an app are asked for already.
    pub has_totp: bool,
    pub has_passkey: bool,
}

/// What is asked of somebody whose password is right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Nothing: they are in.
    In,
    /// Digits, a recovery code or a passkey.
    Second,
    /// To set up a second factor first: a manager whose grace is over.
    SetUp,
}

/// Managers decide about others' rooms: after `grace_days` a password alone is not enough.
pub fn after_password(now: Timestamp, standing: Standing, grace_days: u16) -> Next {
    let over = now >= standing.since + SignedDuration::from_hours(24 * i64::from(grace_days));
    match standing {
        Standing { has_totp: true, .. } | Standing { has_passkey: true, .. } => Next::Second,
        Standing { role: Some(Role::Manager), .. } if over => Next::SetUp,
        _ => Next::In,
    }
}
