//! By what a repeated request of staff is known: of names, numbers and words a keyed hash.
use serde::Serialize;

use super::acts::Who as Whose;
use super::asked::{NewDeskReception, NewReceptionStep};
use crate::desk::here::Here;
use crate::public::who::Who;

pub fn desk(here: &Here, new: &NewDeskReception) -> impl Serialize + use<> {
    (new.at.clone(), new.category, here.hashed(Some(&format!("{:?}", (&new.name, &new.phone, &new.what)))))
}

pub fn step(here: &Here, new: &NewReceptionStep) -> impl Serialize + use<> {
    (new.press, new.category, new.office, new.days, here.hashed(Some(&new.words)))
}

/// As whom somebody takes a slot: whoever is signed in, or whoever has its address.
pub fn whose(who: Who) -> Whose {
    who.0.map_or(Whose::Bearer, Whose::Person)
}
