//! The way to locks on a network: each call is posted as JSON to the address that a manager has set at the door.
//!
//! `{"id", "station", "venue", "reservation", "kind", "code", "from", "until", "made_at"}`; the same `id` on every try. If the
//! door has a key, the header `Yizhan-Signature` is the HMAC-SHA-256 of the body with it, as for messages. Only an answer of
//! 2xx means that it was taken; a redirect is not followed, and nothing of what the lock answers is kept.
use std::time::Duration;

use venues::door::lock::{Call, Lock, Where};

use crate::webhook::{PATIENCE, Post};

pub struct LockWebhook(Post);

impl Default for LockWebhook {
    fn default() -> LockWebhook {
        LockWebhook::with_patience(PATIENCE)
    }
}

impl LockWebhook {
    pub fn with_patience(patience: Duration) -> LockWebhook {
        LockWebhook(Post::with_patience(patience))
    }
}

impl Lock for LockWebhook {
    fn tell(&self, at: &Where, call: &Call) -> Result<(), String> {
        self.0.json((&at.url, at.key.as_deref()), call, "lock")
    }
}
