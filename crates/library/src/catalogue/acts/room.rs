//! Where the copies of a file belong: shelves that lines name, which are put up where there is none.
use jiff::Timestamp;
use kernel::db::Conn;
use kernel::db::types::StationId;
use kernel::event::By;
use kernel::fault::Fault;
use kernel::refusal::Not;
use stations::Station;

use super::shelves::shelf_within;
use crate::catalogue::answers;
use crate::catalogue::rules::{MOST_SHELF_CODE, NewShelf};
use crate::rules::Shelf;

/// What the first shelf of a room is called that has none.
const FIRST: &str = "书架";

/// The shelves of a station while a file is read in.
pub struct Room {
    shelves: Vec<Shelf>,
    /// Where that belongs which names no shelf.
    usual: Option<i32>,
    /// By name, those that the file has put up.
    pub added: Vec<String>,
}

impl Room {
    pub fn of(c: &mut Conn, station: StationId, usual: Option<i32>) -> Result<Room, Fault> {
        let shelves = answers::shelves(c, station)?;
        let usual = usual.filter(|id| shelves.iter().any(|shelf| shelf.id == *id));
        // What lies on an honesty shelf goes without being written down: not all of a file, unless there is no other.
        let first = shelves.iter().find(|shelf| !shelf.honesty).or(shelves.first());
        let usual = usual.or(first.map(|shelf| shelf.id));
        Ok(Room { shelves, usual, added: vec![] })
    }

    fn there(&self, named: &str) -> Option<i32> {
        if named.is_empty() {
            return self.usual;
        }
        let code = named.to_lowercase();
        let is = |shelf: &&Shelf| shelf.code == code || shelf.name_zh == named || shelf.name_en == named;
        self.shelves.iter().find(is).map(|shelf| shelf.id)
    }

    /// The name of the shelf that would be put up for this one, unless it is there or was said already.
    pub fn would_add(&mut self, named: &str) -> Option<String> {
        let name = if named.is_empty() { FIRST } else { named };
        let said = self.added.iter().any(|there| there == name);
        (!said && self.there(named).is_none()).then(|| {
            self.added.push(name.to_owned());
            name.to_owned()
        })
    }

    /// The number of the shelf that a line names.
    pub fn find(
        &mut self,
        c: &mut Conn,
        station: &Station,
        named: &str,
        (by, now): (By, Timestamp),
    ) -> Result<i32, Fault> {
        if let Some(id) = self.there(named) {
            return Ok(id);
        }
        let name = if named.is_empty() { FIRST } else { named };
        let new = NewShelf {
            code: self.code(name),
            name_zh: name.to_owned(),
            name_en: String::new(),
            honesty: false,
            place: i16::try_from(self.shelves.len()).unwrap_or(i16::MAX),
        };
        let id = match shelf_within(c, station, &new, (by, now)) {
            Ok(id) => id,
            Err(Not::Fault(fault)) => return Err(fault),
            Err(Not::Refused(_)) => return Err(Fault::Clash(format!("shelf {}", new.code))),
        };
        let NewShelf { code, name_zh, name_en, honesty, place } = new;
        self.shelves.push(Shelf { id, code, name_zh, name_en, honesty, place });
        self.usual = self.usual.or(Some(id));
        self.added.push(name.to_owned());
        Ok(id)
    }

    /// The name itself where it may stand in an address, else the next of s1, s2 … after as many as there are.
    fn code(&self, name: &str) -> String {
        let small = name.to_lowercase();
        let free = |code: &str| self.shelves.iter().all(|shelf| shelf.code != code);
        let fits = small.len() <= MOST_SHELF_CODE
            && small.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && small.starts_with(|c: char| c != '-');
        if fits && free(&small) {
            return small;
        }
        (self.shelves.len() + 1..).map(|n| format!("s{n}")).find(|code| free(code)).unwrap_or(small)
    }
}
