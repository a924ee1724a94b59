//! The way to locks on a network: each call is posted as JSON to the address that a manager has set at the door.
//!
//! `{"id", "station", "venue", "reservation", "kind", "code", "from", "until", "made_at"}`; the same `id` on every try. If the
//! door has a key, the header `Yizhan-Signature` is the HMAC-SHA-256 of the body with it, as for messages. Only an answer of
//! 2xx means that it was taken; a redirect is not followed, and nothing of what the lock answers is kept.
use std::time::Duration;

use venues::door::lock::{Call, Lock, Where};

use crate::webhook::{PATIENCE, signature};

pub struct LockWebhook {
    agent: ureq::Agent,
}

impl Default for LockWebhook {
    fn default() -> LockWebhook {
        LockWebhook::with_patience(PATIENCE)
    }
}

impl LockWebhook {
    pub fn with_patience(patience: Duration) -> LockWebhook {
        let agent = ureq::Agent::config_builder().timeout_global(Some(patience)).max_redirects(0).build().into();
        LockWebhook { agent }
    }
}

impl Lock for LockWebhook {
    fn tell(&self, at: &Where, call: &Call) -> Result<(), String> {
        let body = serde_json::to_vec(call).map_err(|e| e.to_string())?;
        let mut request = self.agent.post(&at.url).header("content-type", "application/json");
        if let Some(key) = &at.key {
            request = request.header("yizhan-signature", signature(key, &body));
        }
        let answered = |code: u16| format!("the lock answered {code}");
        match request.send(&body[..]) {
            Ok(response) if response.status().is_success() => Ok(()),
            Ok(response) => Err(answered(response.status().as_u16())),
            Err(ureq::Error::StatusCode(code)) => Err(answered(code)),
            Err(other) => Err(other.to_string()),
        }
    }
}
