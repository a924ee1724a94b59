//! A day as a table: a column per unit, a row per step of time, and what is on spans its rows.
use maud::{Markup, html};

use super::parts::Kind;

/// Something that takes up a unit for a while. Times are minutes since midnight; after midnight they go on counting.
#[derive(Clone)]
pub struct Block {
    pub column: usize,
    pub from: u16,
    pub until: u16,
    pub kind: Kind,
    pub body: Markup,
}

/// A day. `step` is the minutes of one row.
#[derive(Clone)]
pub struct Agenda<'a> {
    pub caption: &'a str,
    pub columns: &'a [String],
    pub from: u16,
    pub until: u16,
    pub step: u16,
    pub blocks: &'a [Block],
}

/// What stands in a free cell, given its column and minute; often a link that books it.
pub type Free<'a> = &'a dyn Fn(usize, u16) -> Markup;

impl Agenda<'_> {
    pub fn html(&self, free: Free<'_>) -> Markup {
        let step = self.step.max(1);
        let times: Vec<u16> = (self.from..self.until).step_by(usize::from(step)).collect();
        html! {
            div class="scroll" role="region" aria-label=(self.caption) tabindex="0" {
                table class="grid agd" {
                    caption { (self.caption) }
                    thead { tr { td {} @for c in self.columns { th scope="col" { (c) } } } }
                    tbody {
                        @for &at in &times {
                            tr {
                                th scope="row" { (clock(at)) }
                                @for column in 0..self.columns.len() { (self.cell(column, at, step, free)) }
                            }
                        }
                    }
                }
            }
        }
    }

    /// A block is drawn in the first of its rows that the day shows and spans the others, which stay empty here.
    fn cell(&self, column: usize, at: u16, step: u16, free: Free<'_>) -> Markup {
        let end = at.saturating_add(step);
        let mut here = self.blocks.iter().filter(|b| b.column == column && b.from < end && b.until > at).peekable();
        let Some(first) = here.peek() else { return html! { td { (free(column, at)) } } };
        let starts = first.from >= at || at == self.from;
        if !starts {
            return html! {};
        }
        let last = first.until.min(self.until);
        let span = last.saturating_sub(at).div_ceil(step).max(1);
        html! { td class={ "on" (first.kind.class()) } rowspan=(span) { (first.body) } }
    }
}

fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60 % 24, minute % 60)
}
