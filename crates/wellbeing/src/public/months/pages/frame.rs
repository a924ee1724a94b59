//! Who reads, of which station, and what all of these pages share.
use jiff::civil::Date;
use kernel::page::{Dock, Page};
use kernel::view::View;
use kernel::words::When;
use maud::{Markup, html};
use stations::Station;

use crate::public::months::reads::Month;
use crate::public::months::top;
use crate::rules::figure::{Figure, Indicator};
use crate::rules::period::Days;
use crate::rules::sheet::MonthSheet;

#[derive(Clone, Copy)]
pub struct Frame<'a> {
    pub v: &'a View,
    pub station: &'a Station,
}

impl<'a> Frame<'a> {
    pub fn when(self) -> When {
        self.v.when(&self.station.zone)
    }

    /// A page of these, dressed for reading: nothing is filled in here.
    pub fn page(self, title: String) -> Page<'a> {
        Page::new(self.v, title).place(self.station.place(self.v)).dock(Dock::Elsewhere).reading()
    }

    /// Where a month's page or file is: `month`, `month.json`, `month/paper`; an earlier revision stays the one that is looked at.
    pub fn path(self, of: &Month, ending: &str) -> String {
        let path = format!("{}/{}{ending}", top(self.station), of.sheet.month);
        if of.sheet.revision == of.newest { path } else { format!("{path}?revision={}", of.sheet.revision) }
    }
}

/// The first day of a sheet's month. Sheets are read only if their month is one.
pub fn first_day(sheet: &MonthSheet) -> Date {
    Days::named(&sheet.month).map(|days| days.from).unwrap_or_default()
}

/// One figure of a sheet.
pub fn figure<'s>(sheet: &'s MonthSheet, indicator: Indicator, part: &str) -> Option<&'s Figure> {
    sheet.figures.iter().find(|f| f.indicator == indicator && f.part == part)
}

/// What the cells of a table hold.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Cells {
    /// Ranges: one that is torn into lines cannot be read.
    Whole,
    /// Words, which may be.
    Words,
}

/// A table with lines that scrolls sideways inside itself when it must. The first cell of each row is its head.
pub fn lines(caption: &str, cells: Cells, head: &[String], rows: &[Vec<Markup>]) -> Markup {
    html! {
        div class="text" {
            p class="note" { (caption) }
            div class="scroll" role="region" aria-label=(caption) tabindex="0" {
                table class=[(cells == Cells::Whole).then_some("whole")] {
                    thead { tr { @for h in head { th scope="col" { (h) } } } }
                    tbody {
                        @for row in rows {
                            tr { @for (n, cell) in row.iter().enumerate() { @if n == 0 { th scope="row" { (cell) } } @else { td { (cell) } } } }
                        }
                    }
                }
            }
        }
    }
}
