//! The way out for messages: each is posted as JSON to an address of the operator's, who passes it on by SMS.
//!
//! `{"id", "kind", "to", "text", "made_at"}`; the same `id` on every try, so that the receiver can drop repetitions. With
//! `message_secret` set, the header `Yizhan-Signature` is the HMAC-SHA-256 of the body in hexadecimal digits. Only an answer
//! of 2xx means that it was taken: a redirect is not followed, for it would carry the number somewhere that nobody has set.
use std::time::Duration;

use kernel::outbox::{Channel, Message};
use kernel::settings::Settings;
use kernel::signed::{SIGNATURE, signature};
use serde::Serialize;

/// A gateway that needs longer is tried again later.
pub const PATIENCE: Duration = Duration::from_secs(10);

pub struct Webhook {
    address: String,
    secret: Option<String>,
    post: Post,
}

impl Webhook {
    /// `None` without an address: then messages stay in the outbox.
    pub fn of(settings: &Settings) -> Option<Webhook> {
        Some(Webhook::to(settings.message_webhook.clone()?, settings.message_secret.clone(), PATIENCE))
    }

    pub fn to(address: String, secret: Option<String>, patience: Duration) -> Webhook {
        Webhook { address, secret, post: Post::with_patience(patience) }
    }
}

impl Channel for Webhook {
    fn send(&self, message: &Message) -> Result<(), String> {
        self.post.json((&self.address, self.secret.as_deref()), message, "gateway")
    }
}

/// Posts signed JSON and follows nobody elsewhere.
pub(crate) struct Post(ureq::Agent);

impl Post {
    pub(crate) fn with_patience(patience: Duration) -> Post {
        Post(ureq::Agent::config_builder().timeout_global(Some(patience)).max_redirects(0).build().into())
    }

    /// Of what `whose` answers only the status is kept: the rest may repeat a number.
    pub(crate) fn json(
        &self,
        (address, secret): (&str, Option<&str>),
        body: &impl Serialize,
        whose: &str,
    ) -> Result<(), String> {
        let body = serde_json::to_vec(body).map_err(|e| e.to_string())?;
        let mut request = self.0.post(address).header("content-type", "application/json");
        if let Some(secret) = secret {
            request = request.header(SIGNATURE, signature(secret, &body));
        }
        let answered = |code: u16| format!("the {whose} answered {code}");
        match request.send(&body[..]) {
            Ok(response) if response.status().is_success() => Ok(()),
            Ok(response) => Err(answered(response.status().as_u16())),
            Err(ureq::Error::StatusCode(code)) => Err(answered(code)),
            Err(other) => Err(other.to_string()),
        }
    }
}
