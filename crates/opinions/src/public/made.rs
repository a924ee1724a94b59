//! What whoever has the receipt does, read from a form or a body, and done.
use kernel::form::Problems;
use kernel::photo::Photo;
use kernel::refusal::Not;
use people::Phone;

use super::asked;
use crate::acts::{self, Doing};
use crate::answers::Holder;
use crate::rules::{Refusal, Satisfied};

/// One thing done.
pub enum Made {
    Reply(String),
    Solved(Option<Satisfied>),
    Dispute(String, Vec<Photo>),
    Appeal(String),
    Publication(bool),
    /// Without a number, the one that is kept is erased.
    Phone(Option<Phone>),
    Withdrawal,
}

impl Made {
    /// # Errors
    /// Nothing is written, or too much.
    pub fn reply(text: &str) -> Result<Made, Problems> {
        let mut problems = Problems::default();
        let read = asked::text(&mut problems, (text, "text"));
        problems.or_else_all(read.map(Made::Reply))
    }

    /// # Errors
    /// As [`Made::reply`]; and photos that cannot be read are among the problems already.
    pub fn dispute(text: &str, photos: Vec<Photo>, mut problems: Problems) -> Result<Made, Problems> {
        let read = asked::text(&mut problems, (text, "text"));
        problems.or_else_all(read.map(|text| Made::Dispute(text, photos)))
    }

    /// # Errors
    /// As [`Made::reply`]; `field` is what the form calls it.
    pub fn appeal((text, field): (&str, &'static str)) -> Result<Made, Problems> {
        let mut problems = Problems::default();
        let read = asked::text(&mut problems, (text, field));
        problems.or_else_all(read.map(Made::Appeal))
    }

    /// # Errors
    /// It is no number.
    pub fn phone(typed: Option<&str>) -> Result<Made, Problems> {
        let Some(typed) = typed else { return Ok(Made::Phone(None)) };
        let mut problems = Problems::default();
        let read = asked::phone_of(&mut problems, typed);
        problems.or_else_all(read.map(|phone| Made::Phone(Some(phone))))
    }

    /// The key of what is said afterwards; taken back needs no word beside the page itself.
    pub fn done(&self) -> Option<&'static str> {
        Some(match self {
            Made::Reply(_) => "opinions-done-reply",
            Made::Solved(_) => "opinions-done-solved",
            Made::Dispute(..) => "opinions-done-dispute",
            Made::Appeal(_) => "opinions-done-appeal",
            Made::Publication(true) => "opinions-done-public-yes",
            Made::Publication(false) => "opinions-done-public-no",
            Made::Phone(Some(_)) => "opinions-done-phone",
            Made::Phone(None) => "opinions-done-phone-gone",
            Made::Withdrawal => return None,
        })
    }
}

/// Does it. A repeated request with the same key does one thing.
pub async fn make(doing: &Doing, (holder, made): (Holder, Made), key: Option<&str>) -> Result<(), Not<Refusal>> {
    match made {
        Made::Reply(text) => acts::reply(doing, &holder, text, key).await,
        Made::Solved(how) => acts::solved(doing, &holder, how).await,
        Made::Dispute(text, photos) => acts::dispute(doing, &holder, (text, photos), key).await,
        Made::Appeal(text) => acts::appeal(doing, &holder, text, key).await,
        Made::Publication(allow) => acts::allow_public(doing, &holder, allow).await,
        Made::Phone(phone) => acts::set_phone(doing, &holder, phone).await,
        Made::Withdrawal => acts::withdraw(doing, &holder).await,
    }
}
