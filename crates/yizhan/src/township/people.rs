//! `staff.csv` and `people.csv`.
use std::collections::BTreeSet;
use std::str::FromStr;

use people::{Name, Phone, Role};
use serde::Deserialize;

use super::station::{Owner, owner_number};
use super::wrong::csv;
use super::{Files, Wrong};

/// Somebody who works at the station.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worker {
    pub login: String,
    pub name: String,
    pub role: Role,
    pub owner: Option<i32>,
    pub line: usize,
}

/// Somebody who lives here and has a phone.
#[derive(Debug, Clone)]
pub struct Resident {
    pub name: Name,
    pub phone: Phone,
}

#[derive(Deserialize)]
struct StaffRow {
    login: String,
    name: String,
    role: Role,
    owner: Option<String>,
}

#[derive(Deserialize)]
struct PersonRow {
    name: String,
    phone: String,
}

const STAFF: &str = "staff.csv";
const PEOPLE: &str = "people.csv";

pub fn staff(files: &Files, owners: &[Owner]) -> Result<Vec<Worker>, Vec<Wrong>> {
    let Some(text) = files.get(STAFF) else { return Ok(vec![]) };
    let (mut workers, mut wrong, mut logins) = (vec![], vec![], BTreeSet::new());
    for (line, row) in csv::<StaffRow>(STAFF, text)? {
        if !logins.insert(row.login.clone()) {
            wrong.push(Wrong::new(
                STAFF,
                line,
                "column login",
                format!("“{}” stands on an earlier line too", row.login),
            ));
        }
        let owner = row.owner.filter(|o| !o.is_empty()).map(|o| owner_number(owners, &o)).transpose();
        match owner {
            Ok(owner) => workers.push(Worker { login: row.login, name: row.name, role: row.role, owner, line }),
            Err(why) => wrong.push(Wrong::new(STAFF, line, "column owner", why)),
        }
    }
    if wrong.is_empty() { Ok(workers) } else { Err(wrong) }
}

pub fn residents(files: &Files) -> Result<Vec<Resident>, Vec<Wrong>> {
    let Some(text) = files.get(PEOPLE) else { return Ok(vec![]) };
    let (mut residents, mut wrong, mut phones) = (vec![], vec![], BTreeSet::new());
    for (line, row) in csv::<PersonRow>(PEOPLE, text)? {
        let name = Name::from_str(&row.name);
        let phone = row.phone.parse::<Phone>();
        if name.is_err() {
            wrong.push(Wrong::new(PEOPLE, line, "column name", format!("“{}” is no name", row.name)));
        }
        if phone.is_err() {
            let why = format!("“{}” is no phone number of mainland China: 11 digits, as 138 0000 0001", row.phone);
            wrong.push(Wrong::new(PEOPLE, line, "column phone", why));
        }
        if !phones.insert(row.phone.clone()) {
            wrong.push(Wrong::new(PEOPLE, line, "column phone", "this number stands on an earlier line too"));
        }
        if let (Ok(name), Ok(phone)) = (name, phone) {
            residents.push(Resident { name, phone });
        }
    }
    if wrong.is_empty() { Ok(residents) } else { Err(wrong) }
}
