//! Tables that stay tables for those who hear them and become cards on a narrow screen; and tabs.
use maud::{Markup, html};

use super::bars::Tab;

/// A table of things, one to a row. The roles keep it a table where the style sheet lays rows out as cards.
pub fn table(caption: &str, head: &[&str], rows: &[Vec<Markup>]) -> Markup {
    html! {
        table class="tbl" role="table" {
            caption { (caption) }
            thead role="rowgroup" { tr role="row" { @for h in head { th role="columnheader" scope="col" { (h) } } } }
            tbody role="rowgroup" {
                @for row in rows {
                    tr role="row" {
                        @for (i, cell) in row.iter().enumerate() {
                            @if i == 0 { th role="rowheader" scope="row" { (cell) } }
                            @else { td role="cell" data-l=(head.get(i).copied().unwrap_or_default()) { (cell) } }
                        }
                    }
                }
            }
        }
    }
}

/// A week (or any grid): a name per row, a day per column. Scrolls sideways inside itself when it must.
pub fn week(caption: &str, days: &[&str], rows: &[(&str, Vec<Markup>)]) -> Markup {
    html! {
        div class="scroll" role="region" aria-label=(caption) tabindex="0" {
            table class="grid" {
                caption { (caption) }
                thead { tr { td {} @for d in days { th scope="col" { (d) } } } }
                tbody {
                    @for (name, cells) in rows {
                        tr { th scope="row" { (name) } @for c in cells { td { (c) } } }
                    }
                }
            }
        }
    }
}

/// Links to sister pages. `current` is what the one that is open is to who listens (`aria-current`): the "page", or
/// "true" of a group that the page belongs to.
pub fn tabs(label: &str, current: &str, tabs: &[Tab]) -> Markup {
    html! {
        nav class="tabs" aria-label=(label) {
            ul { @for t in tabs { li { a href=(t.href) aria-current=[t.current.then_some(current)] { (t.label) } } } }
        }
    }
}
