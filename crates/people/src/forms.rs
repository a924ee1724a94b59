//! What people type, and how it becomes something the rules can judge.
use std::str::FromStr;

use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::house::House;
use kernel::page::local_path;
use serde::Deserialize;

use crate::password;
use crate::phone::Phone;
use crate::rules::{self, Name};
use crate::store::staff::NewStaff;

/// Where somebody goes on after signing in, and for which station they sign in. Carried through every step.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, serde::Serialize)]
#[serde(default)]
pub struct Onward {
    pub then: String,
    pub station: String,
}

impl Onward {
    /// A page of our own, or the one that `otherwise` names: nobody is led away by a link that looks like ours.
    pub fn then_or<'o>(&'o self, otherwise: &'o str) -> &'o str {
        local_path(&self.then).unwrap_or(otherwise)
    }
}

/// The first step: a phone number.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct PhoneForm {
    pub phone: String,
    #[serde(flatten)]
    pub onward: Onward,
}

impl PhoneForm {
    pub fn read(&self) -> Result<Phone, Problems> {
        phone(&self.phone)
    }
}

pub fn phone(typed: &str) -> Result<Phone, Problems> {
    let mut problems = Problems::default();
    let phone = Phone::from_str(typed).map_err(|p| problems.add("phone", p.key())).ok();
    problems.or_else_all(phone)
}

/// The second step: the digits from the message.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct DigitsForm {
    pub digits: String,
    pub once: String,
    #[serde(flatten)]
    pub onward: Onward,
}

impl DigitsForm {
    pub fn read(&self) -> Result<String, Problems> {
        digits(&self.digits)
    }
}

/// Six digits, however they were typed or pasted: with spaces, or at full width.
pub fn digits(typed: &str) -> Result<String, Problems> {
    let mut problems = Problems::default();
    let plain: Option<String> = typed.chars().filter(|c| !c.is_whitespace()).map(ascii_digit).collect();
    if plain.as_ref().is_none_or(|d| d.len() != 6) {
        problems.add("digits", "people-digits-wrong");
    }
    problems.or_else_all(plain)
}

fn ascii_digit(c: char) -> Option<char> {
    match c {
        '0'..='9' => Some(c),
        '\u{ff10}'..='\u{ff19}' => char::from_digit(u32::from(c) - 0xff10, 10),
        _ => None,
    }
}

/// What somebody wants to be called; empty takes it back.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct NameForm {
    pub name: String,
}

impl NameForm {
    pub fn read(&self) -> Result<Option<Name>, Problems> {
        name(&self.name)
    }
}

pub fn name(typed: &str) -> Result<Option<Name>, Problems> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    let mut problems = Problems::default();
    let name = Name::from_str(typed).map_err(|p| problems.add("name", p.key())).ok();
    problems.or_else_all(name).map(Some)
}

/// How staff come in.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub struct StaffForm {
    pub login: String,
    pub password: String,
    #[serde(flatten)]
    pub onward: Onward,
}

impl StaffForm {
    pub fn read(&self) -> Result<(String, String), Problems> {
        staff(&self.login, &self.password)
    }
}

pub fn staff(login: &str, password: &str) -> Result<(String, String), Problems> {
    let mut problems = Problems::default();
    if login.trim().is_empty() {
        problems.add("login", "people-login-empty");
    }
    if password.is_empty() {
        problems.add("password", "people-password-empty");
    }
    // A bound on what is hashed; a longer one is nobody's password.
    let password: String = password.chars().take(rules::LONGEST_PASSWORD + 1).collect();
    problems.or_else_all(Some((login.trim().to_lowercase(), password)))
}

/// Reads a new password for `login` and hashes it, for [`crate::set_password`]: about 20 ms, outside of any transaction.
pub fn new_password(house: &House, login: &str, password: &str) -> Result<Result<String, Problems>, Fault> {
    match rules::password_problem(password, login) {
        None => Ok(Ok(password::hash(password, &house.chance)?)),
        Some(key) => {
            let mut problems = Problems::default();
            problems.add("password", key);
            Ok(Err(problems))
        }
    }
}

/// Reads what makes a new member of staff, and hashes the password: about 20 ms, so it is done before any transaction.
pub fn new_staff(house: &House, login: &str, name: &str, password: &str) -> Result<Result<NewStaff, Problems>, Fault> {
    let mut problems = Problems::default();
    let login = rules::login(login).or_else(|| {
        problems.add("login", "people-login-wrong");
        None
    });
    let name = Name::from_str(name).map_err(|p| problems.add("name", p.key())).ok();
    if let Some(key) = rules::password_problem(password, login.as_deref().unwrap_or_default()) {
        problems.add("password", key);
    }
    let both = login.zip(name);
    let (login, name) = match problems.or_else_all(both) {
        Ok(both) => both,
        Err(problems) => return Ok(Err(problems)),
    };
    let password_hash = password::hash(password, &house.chance)?;
    Ok(Ok(NewStaff { login, name: name.as_str().to_owned(), password_hash }))
}
