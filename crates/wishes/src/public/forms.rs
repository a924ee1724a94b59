//! The fields of the public forms, as they were typed.
use serde::Deserialize;

use crate::asked::NewWishAsk;

/// A button of a card.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PressForm {
    pub once: String,
}

/// Somebody would like to be called about a wish of their own.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct AskForm {
    pub once: String,
    pub name: String,
    pub phone: String,
    pub adult: String,
}

impl AskForm {
    pub fn read(&self) -> NewWishAsk {
        NewWishAsk { name: self.name.clone(), phone: self.phone.clone(), adult: !self.adult.is_empty() }
    }
}

/// Which cards somebody wants to see.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Chosen {
    pub kind: String,
    pub band: String,
    pub before: String,
    pub done: String,
}
