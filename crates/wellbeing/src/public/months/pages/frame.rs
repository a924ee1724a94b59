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

/// A table with lines that scrolls sideways inside itself when it must. The first cell of each row is its head. The first
/// `whole` columns are not broken into lines: a range that is torn apart cannot be read.
pub fn lines(caption: &str, whole: usize, head: &[String], rows: &[Vec<Markup>]) -> Markup {
    html! {
        p class="note" { (caption) }
        div class="text" {
            div class="scroll" role="region" aria-label=(caption) tabindex="0" {
                table {
                    thead { tr { @for (n, h) in head.iter().enumerate() { th scope="col" nowrap[n < whole] { (h) } } } }
                    tbody {
                        @for row in rows {
                            tr {
                                @for (n, cell) in row.iter().enumerate() {
                                    @if n == 0 { th scope="row" nowrap[n < whole] { (cell) } } @else { td nowrap[n < whole] { (cell) } }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
