//! Lists of things that one looks at or acts on, one to a row.
use maud::{Markup, Render, html};

use super::icons::icon;
use super::parts::{Kind, status};

/// One row: what it is, how it stands, and what can be done. With [`Row::link`] the whole row leads there.
#[derive(Clone, Default)]
pub struct Row {
    lead: Option<Markup>,
    title: String,
    under: Vec<Markup>,
    end: Option<Markup>,
    href: Option<String>,
    id: Option<String>,
}

impl Row {
    pub fn new(title: impl Into<String>) -> Row {
        Row { title: title.into(), ..Row::default() }
    }
    pub fn icon(self, name: &str) -> Row {
        Row { lead: Some(html! { span class="ico" { (icon(name)) } }), ..self }
    }
    /// When it is, instead of an icon: 今晚 over 20:00.
    pub fn when(self, day: &str, time: &str) -> Row {
        Row { lead: Some(html! { span class="day" { b { (day) } (time) } }), ..self }
    }
    /// A person: the first letter of `name` in a disc.
    pub fn person(self, name: &str) -> Row {
        let first: String = name.chars().take(1).collect();
        Row { lead: Some(html! { span class="av" aria-hidden="true" { (first) } }), ..self }
    }
    pub fn status(mut self, kind: Kind, words: &str) -> Row {
        self.under.push(status(kind, words));
        self
    }
    pub fn note(mut self, words: &str) -> Row {
        self.under.push(html! { span class="note" { (words) } });
        self
    }
    /// The whole row is a link, with a pill that says what happens there; `go` marks the main one.
    pub fn link(self, href: impl Into<String>, label: &str, go: bool) -> Row {
        let end = html! { span class={ "pill" @if go { " go" } } { (label) } };
        Row { href: Some(href.into()), end: Some(end), ..self }
    }
    /// The whole row is a link to more about it.
    pub fn leads_to(self, href: impl Into<String>) -> Row {
        Row { href: Some(href.into()), end: Some(icon("chevron-right")), ..self }
    }
    /// Something to press at the end of a row that is no link itself, a form perhaps.
    pub fn end(self, act: Markup) -> Row {
        Row { end: Some(act), ..self }
    }
    pub fn id(self, id: impl Into<String>) -> Row {
        Row { id: Some(id.into()), ..self }
    }
}

impl Render for Row {
    fn render(&self) -> Markup {
        let inside = html! {
            @if let Some(lead) = &self.lead { (lead) } @else { span {} }
            span { b { (self.title) } @for words in &self.under { (words) } }
            @if let Some(end) = &self.end { (end) }
        };
        match &self.href {
            Some(href) => html! { a class="row" id=[&self.id] href=(href) { (inside) } },
            None => html! { div class="row" id=[&self.id] { (inside) } },
        }
    }
}

pub fn rows(items: impl IntoIterator<Item = Row>) -> Markup {
    html! { ul class="card rows" { @for row in items { li { (row) } } } }
}
