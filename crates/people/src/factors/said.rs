//! Refusals in words that say why and what to do next.
use axum::http::StatusCode;
use kernel::refusal::{Next, Refusal, Said};
use kernel::view::View;

use super::rules::webauthn::Unproved;

/// Why a second factor is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FactorRefusal {
    /// Nobody waits at the door so, or the challenge is over: begin again.
    Gone,
    /// Neither the digits of the app nor an unused recovery code.
    Wrong {
        left: i16,
    },
    /// These are not the digits of the app that is being set up.
    NotTheDigits,
    HasApp,
    NoApp,
    /// Somebody who has to have a second factor would have none.
    Last,
    /// As many passkeys as one may have.
    Enough,
    /// This device has a passkey here already.
    Known,
    /// The passkey belongs to nobody here.
    Unknown,
    NotProved(Unproved),
    /// A program has to show the second factor with the password.
    SecondNeeded,
    /// A second factor has to be set up first, on the page of the door that this path leads to.
    SetUpFirst {
        page: String,
    },
}

impl Refusal for FactorRefusal {
    fn code(&self) -> &'static str {
        match self {
            FactorRefusal::Gone => "factor-gone",
            FactorRefusal::Wrong { .. } => "factor-wrong",
            FactorRefusal::NotTheDigits => "factor-not-the-digits",
            FactorRefusal::HasApp => "factor-has-app",
            FactorRefusal::NoApp => "factor-no-app",
            FactorRefusal::Last => "factor-last",
            FactorRefusal::Enough => "passkeys-enough",
            FactorRefusal::Known => "passkey-known",
            FactorRefusal::Unknown => "passkey-unknown",
            FactorRefusal::NotProved(Unproved::NobodyThere) => "passkey-nobody-there",
            FactorRefusal::NotProved(Unproved::Copied) => "passkey-copied",
            FactorRefusal::NotProved(_) => "passkey-not-proved",
            FactorRefusal::SecondNeeded => "second-factor-needed",
            FactorRefusal::SetUpFirst { .. } => "second-factor-to-set-up",
        }
    }

    fn say(&self, v: &View) -> Said {
        let left = match self {
            FactorRefusal::Wrong { left } => *left,
            _ => 0,
        };
        let what = v.ta(&format!("factors-{}", self.code()), &[("left", left.into())]);
        match self {
            FactorRefusal::SetUpFirst { page } => {
                Said { what, next: vec![Next { label: v.t("factors-app"), href: page.clone() }] }
            }
            _ => Said::only(what),
        }
    }

    fn status(&self) -> StatusCode {
        use FactorRefusal::{NotProved, NotTheDigits, SecondNeeded, SetUpFirst, Unknown, Wrong};
        match self {
            Wrong { .. } | NotTheDigits | NotProved(_) => StatusCode::UNPROCESSABLE_ENTITY,
            SecondNeeded | SetUpFirst { .. } | Unknown => StatusCode::FORBIDDEN,
            _ => StatusCode::CONFLICT,
        }
    }
}
