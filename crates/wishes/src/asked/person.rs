//! People who leave a name and a number: for a wish of their own, or to fulfil one without a telephone that can sign in.
use kernel::form::Problems;
use people::{Name, NameProblem, Phone, PhoneProblem};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::wish::phone;
use crate::acts::{NewAsk, NewClaimer};

/// Whom a coordinator calls about a wish of their own. What it is they say then.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewWishAsk {
    #[schema(min_length = 1, max_length = 30, example = "罗大爷")]
    pub name: String,
    #[schema(min_length = 1, max_length = 40, example = "13800000000")]
    pub phone: String,
    /// That it is for themselves, and they are 18 or older.
    pub adult: bool,
}

fn name(p: &mut Problems, typed: &str) -> Option<Name> {
    let read: Result<Name, NameProblem> = typed.parse();
    read.map_err(|problem| p.add("name", problem.key())).ok()
}

impl NewWishAsk {
    /// # Errors
    /// Field by field, what cannot be so.
    pub fn checked(&self) -> Result<NewAsk, Problems> {
        let mut p = Problems::default();
        let name = name(&mut p, &self.name);
        let phone: Result<Phone, PhoneProblem> = self.phone.trim().parse();
        let phone = phone.map_err(|problem| p.add("phone", problem.key())).ok();
        if !self.adult {
            p.add("adult", "wishes-public-wrong-adult");
        }
        p.or_else_all(name.zip(phone).map(|(name, phone)| NewAsk { name, phone }))
    }
}

/// Somebody who takes a wish up at the desk.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewWishClaim {
    #[schema(min_length = 1, max_length = 30, example = "马师傅")]
    pub name: String,
    #[serde(default)]
    #[schema(max_length = 40, example = "13800000000")]
    pub phone: Option<String>,
}

impl NewWishClaim {
    /// # Errors
    /// Field by field, what cannot be so.
    pub fn checked(&self) -> Result<NewClaimer, Problems> {
        let mut p = Problems::default();
        let name = name(&mut p, &self.name);
        let phone = phone(&mut p, self.phone.as_deref().unwrap_or_default());
        p.or_else_all(name.map(|name| NewClaimer { name, phone }))
    }
}
