//! What can be pressed: buttons, links that look like them, and pills.
use maud::{Markup, Render, html};

use super::icons::icon;

/// A button of a form, or with [`Button::href`] a link that looks like one.
#[derive(Debug, Clone, Default)]
pub struct Button {
    label: String,
    class: &'static str,
    huge: bool,
    icon: Option<&'static str>,
    href: Option<String>,
    form: Option<String>,
    named: Option<(String, String)>,
    about: Option<String>,
    unfinished: bool,
}

impl Button {
    /// The one thing to do on this page.
    pub fn new(label: impl Into<String>) -> Button {
        Button { label: label.into(), class: "btn", ..Button::default() }
    }
    /// Something else that one may do: outlined.
    pub fn secondary(self) -> Button {
        Button { class: "btn two", ..self }
    }
    /// The way out: underlined text.
    pub fn flat(self) -> Button {
        Button { class: "btn flat", ..self }
    }
    /// Something that cannot be taken back.
    pub fn danger(self) -> Button {
        Button { class: "btn two bad", ..self }
    }
    /// A pill inside a row: `go` when it is the main thing there.
    pub fn small(self, go: bool) -> Button {
        Button { class: if go { "pill go" } else { "pill" }, ..self }
    }
    pub fn huge(self) -> Button {
        Button { huge: true, ..self }
    }
    pub fn icon(self, name: &'static str) -> Button {
        Button { icon: Some(name), ..self }
    }
    pub fn href(self, href: impl Into<String>) -> Button {
        Button { href: Some(href.into()), ..self }
    }
    /// Sends the form with this id although the button stands outside it.
    pub fn form(self, id: impl Into<String>) -> Button {
        Button { form: Some(id.into()), ..self }
    }
    /// What the form is told when this button sends it.
    pub fn named(self, name: impl Into<String>, value: impl Into<String>) -> Button {
        Button { named: Some((name.into(), value.into())), ..self }
    }
    /// Which of several like buttons this is, for those who hear the page: "订 乒乓球".
    pub fn about(self, whole_label: impl Into<String>) -> Button {
        Button { about: Some(whole_label.into()), ..self }
    }
    /// Sends the form although fields that it needs may still be empty: to be drawn again with more in it.
    pub fn unfinished(self) -> Button {
        Button { unfinished: true, ..self }
    }
}

impl Render for Button {
    fn render(&self) -> Markup {
        let class = format!("{}{}", self.class, if self.huge { " huge" } else { "" });
        let inside = html! { @if let Some(name) = self.icon { (icon(name)) } (self.label) };
        let (name, value) = self.named.as_ref().map(|(n, v)| (n, v)).unzip();
        match &self.href {
            Some(href) => html! { a class=(class) href=(href) aria-label=[&self.about] { (inside) } },
            None => html! {
                button class=(class) form=[&self.form] name=[name] value=[value] formnovalidate[self.unfinished]
                    aria-label=[&self.about] { (inside) }
            },
        }
    }
}

/// A small link inside a row or under a text.
pub fn pill(label: &str, href: &str) -> Markup {
    html! { a class="pill" href=(href) { (label) } }
}

/// The pill that matters most among several.
pub fn pill_go(label: &str, href: &str) -> Markup {
    html! { a class="pill go" href=(href) { (label) } }
}

/// A plain link back, for the end of a page.
pub fn back_link(label: &str, href: &str) -> Markup {
    html! { a class="btn flat" href=(href) { (icon("chevron-left")) (label) } }
}
