//! By what a repeated request of staff is known: of names, numbers and words a keyed hash.
use serde::Serialize;

use super::acts::Who as Whose;
use super::asked::{NewDeskReception, NewReceptionStep};
use crate::desk::here::Here;
use crate::public::who::Who;

fn hashed(here: &Here, text: &str) -> Vec<u8> {
    here.house.keys.lookup("reception-once", text).to_vec()
}

pub fn desk(here: &Here, new: &NewDeskReception) -> impl Serialize + use<> {
    (new.at.clone(), new.category, hashed(here, &format!("{:?}", (&new.name, &new.phone, &new.what))))
}

pub fn step(here: &Here, new: &NewReceptionStep) -> impl Serialize + use<> {
    (new.press, new.category, new.office, new.days, hashed(here, &new.words))
}

/// As whom somebody takes a slot: whoever is signed in, or whoever has its address.
pub fn whose(who: Who) -> Whose {
    who.0.map_or(Whose::Bearer, Whose::Person)
}
