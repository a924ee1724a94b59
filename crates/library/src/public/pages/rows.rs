//! Titles, one to a row.
use kernel::page::Row;

use super::words;
use crate::catalogue::answers::Found;
use crate::frame::{Frame, by_line, title_path};

pub fn row(f: Frame<'_>, found: &Found) -> Row {
    let (look, said) = words::found(f.v, found);
    let line = by_line(&found.title);
    let row = Row::new(&found.title.title).icon("books").status(look, &said);
    let row = if line.is_empty() { row } else { row.note(&line) };
    row.leads_to(title_path(f.station, found.title.id))
}
