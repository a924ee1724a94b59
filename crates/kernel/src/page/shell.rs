//! A whole page, built step by step around its body.
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::assets::asset_url;
use super::bars::{Dock, Place, StaffBar, dock, lang_switch, staff_head, staff_top, top};
use super::icons::symbols_for;
use crate::view::View;

/// What stands around a body. Only the view and the title are needed; everything else has a plain default.
pub struct Page<'v> {
    v: &'v View,
    title: String,
    place: Place,
    back: Option<(String, String)>,
    hero: Option<Markup>,
    dock: Dock,
    bar: Option<Markup>,
    foot: Option<Markup>,
    staff: Option<StaffBar>,
    follow: Option<(String, i64)>,
    print: bool,
    screen: bool,
    reading: bool,
    head: Vec<Markup>,
    status: StatusCode,
}

/// A page as it is shown elsewhere when somebody passes it on.
#[derive(Debug, Clone, Copy)]
pub struct Card<'a> {
    pub title: &'a str,
    pub about: &'a str,
    /// The whole address of the page.
    pub url: &'a str,
    pub picture: SharePicture<'a>,
}

/// What is seen of it first.
#[derive(Debug, Clone, Copy)]
pub struct SharePicture<'a> {
    /// The whole address.
    pub url: &'a str,
    pub alt: &'a str,
    /// In pixels.
    pub width: i32,
    pub height: i32,
}

impl<'v> Page<'v> {
    pub fn new(v: &'v View, title: impl Into<String>) -> Page<'v> {
        Page {
            v,
            title: title.into(),
            place: Place { name: v.t("page-product"), home: "/".into(), phone: None },
            back: None,
            hero: None,
            dock: Dock::Elsewhere,
            bar: None,
            foot: None,
            staff: None,
            follow: None,
            print: false,
            screen: false,
            reading: false,
            head: vec![],
            status: StatusCode::OK,
        }
    }

    pub fn place(self, place: Place) -> Page<'v> {
        Page { place, ..self }
    }
    /// The link at the left of the top bar.
    pub fn back(self, label: impl Into<String>, href: impl Into<String>) -> Page<'v> {
        Page { back: Some((label.into(), href.into())), ..self }
    }
    /// Takes the place of the top bar; holds the page's `h1` and the letter-size switch, as [`super::Hero`] does.
    pub fn hero(self, hero: Markup) -> Page<'v> {
        Page { hero: Some(hero), ..self }
    }
    pub fn dock(self, dock: Dock) -> Page<'v> {
        Page { dock, ..self }
    }
    /// A bar of the page's own at the bottom, in place of the dock.
    pub fn bar(self, bar: Markup) -> Page<'v> {
        Page { bar: Some(bar), dock: Dock::None, ..self }
    }
    /// What stands at the foot, before the language switch.
    pub fn foot(self, foot: Markup) -> Page<'v> {
        Page { foot: Some(foot), ..self }
    }
    /// A page of a desk: wide, with the person's name and tabs above.
    pub fn staff(self, bar: StaffBar) -> Page<'v> {
        Page { staff: Some(bar), dock: Dock::None, ..self }
    }
    /// A page that renews itself: `news` tells the number of the station's last change (`live::answer`), and what
    /// stands on the page is as new as change `seen`. Only for pages that come again when their address is asked for.
    pub fn follow(self, news: String, seen: i64) -> Page<'v> {
        Page { follow: Some((news, seen)), ..self }
    }
    /// A sheet of paper: nothing around the body.
    pub fn print(self) -> Page<'v> {
        Page { print: true, dock: Dock::None, ..self }
    }
    /// A screen that nobody holds in their hands: in a hall, beside a door, at a kiosk. Nothing stands around the body but
    /// what [`Page::hero`] puts above it.
    pub fn screen(self) -> Page<'v> {
        Page { screen: true, dock: Dock::None, ..self }
    }
    /// A text that somebody has written, with nothing to fill in: dressed for reading.
    pub fn reading(self) -> Page<'v> {
        Page { reading: true, ..self }
    }
    pub fn status(self, status: StatusCode) -> Page<'v> {
        Page { status, ..self }
    }

    /// What search engines and chats show under the title.
    pub fn describe(self, text: &str) -> Page<'v> {
        self.with(html! { meta name="description" content=(text); })
    }
    /// What chats and other sites show of the page when somebody passes it on (ogp.me).
    pub fn share(self, card: &Card<'_>) -> Page<'v> {
        let Card { title, about, url, picture } = card;
        self.with(html! {
            meta property="og:type" content="article";
            meta property="og:title" content=(title);
            meta property="og:description" content=(about);
            meta property="og:url" content=(url);
            meta property="og:image" content=(picture.url);
            meta property="og:image:alt" content=(picture.alt);
            meta property="og:image:width" content=(picture.width);
            meta property="og:image:height" content=(picture.height);
        })
    }
    /// The same in another form: a calendar, a feed.
    pub fn link_alternate(self, media: &str, href: &str, title: &str) -> Page<'v> {
        self.with(html! { link rel="alternate" type=(media) href=(href) title=(title); })
    }
    /// What the page says, for programs. A data block is not run, so the content security policy does not concern it.
    pub fn json_ld(self, json: String) -> Page<'v> {
        self.with(html! { script type="application/ld+json" { (PreEscaped(data_block(&json))) } })
    }
    /// One more script of our own.
    pub fn script(self, url: &str) -> Page<'v> {
        self.with(html! { script src=(url) defer blocking="render" {} })
    }
    /// Loads the page again after a while, only where there is no script to keep it true.
    pub fn refresh(self, seconds: u32) -> Page<'v> {
        self.with(html! { noscript { meta http-equiv="refresh" content=(seconds); } })
    }

    /// Leads on to `path` after a while, only where there is no script that does it.
    pub fn leave(self, seconds: u32, path: &str) -> Page<'v> {
        self.with(html! { noscript { meta http-equiv="refresh" content=(format_args!("{seconds};url={path}")); } })
    }

    /// One more style sheet, for pages that are unlike all others: a screen in the hall.
    pub fn sheet(self, name: &str) -> Page<'v> {
        self.with(html! { link rel="stylesheet" href=(asset_url(name)); })
    }

    /// One more style sheet of a slice's own, by its address.
    pub fn sheet_at(self, url: &str) -> Page<'v> {
        self.with(html! { link rel="stylesheet" href=(url); })
    }

    /// A font that the first paint wants: asked for at once, so that nothing moves when it comes.
    pub fn font_at(self, url: &str) -> Page<'v> {
        self.with(html! { link rel="preload" as="font" type="font/woff2" href=(url) crossorigin; })
    }

    fn with(mut self, tag: Markup) -> Page<'v> {
        self.head.push(tag);
        self
    }

    pub fn body(self, body: Markup) -> HtmlPage {
        let above = match (&self.hero, &self.staff) {
            _ if self.print => html! {},
            (Some(hero), _) => hero.clone(),
            _ if self.screen => html! {},
            (None, Some(bar)) => staff_top(self.v, bar),
            (None, None) => top(self.v, &self.title, self.back.as_ref()),
        };
        let body = html! {
            @if let (Some(bar), None) = (&self.staff, &self.hero) {
                (staff_head(self.v, &self.title, bar, self.back.as_ref()))
            }
            (body)
        };
        let below = html! {
            @if let Some(bar) = &self.bar { (bar) }
            @if self.dock != Dock::None { (dock(self.v, self.dock, &self.place)) }
        };
        let (news, seen) = self.follow.as_ref().map(|(news, seen)| (news, seen)).unzip();
        let whole = html! {
            (DOCTYPE)
            html lang=(self.v.lang.tag()) data-care[self.v.care] {
                (self.head_tags())
                body class=[self.body_class()] {
                    @if !self.print && !self.screen { a class="skip" href="#main" { (self.v.t("page-skip")) } }
                    (symbols_for(&[&above.0, &body.0, &below.0]))
                    @if self.v.rehearsal && !self.print { aside class="rib" { (self.v.t("page-rehearsal")) } }
                    (above)
                    main id="main" class="wrap" data-follow=[news] data-seen=[seen] { (body) }
                    @if !self.print && !self.screen { (self.footer()) }
                    @if !self.print { p class="net" role="status" { span { (self.v.t("page-stale")) } } }
                    (below)
                    (end())
                }
            }
        };
        HtmlPage { status: self.status, html: whole.into_string() }
    }

    fn body_class(&self) -> Option<&'static str> {
        match (self.print, &self.staff) {
            (true, _) => Some("paper"),
            (_, Some(_)) => Some("desk"),
            _ if self.screen => Some("screen"),
            _ => None,
        }
    }

    fn head_tags(&self) -> Markup {
        let title = match self.title == self.place.name {
            true => self.title.clone(),
            false => format!("{} · {}", self.title, self.place.name),
        };
        // The colour of the bar above the page on phones: what the page starts with.
        let (light, dark) = if self.hero.is_some() { ("#0B2B2E", "#0B2B2E") } else { ("#FFFFFF", "#18221F") };
        html! {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover";
                title { (title) }
                meta name="theme-color" content=(light) media="(prefers-color-scheme:light)";
                meta name="theme-color" content=(dark) media="(prefers-color-scheme:dark)";
                meta name="format-detection" content="telephone=no";
                (shown_whole())
                link rel="icon" type="image/svg+xml" href=(asset_url("lamp.svg"));
                link rel="stylesheet" href=(asset_url(if self.reading { "read.css" } else { "yz.css" }));
                @if self.staff.is_some() { link rel="stylesheet" href=(asset_url("desk.css")); }
                @if self.print { link rel="stylesheet" href=(asset_url("print.css")); }
                @if !self.print { script src=(asset_url("yz.js")) defer blocking="render" {} }
                @if self.staff.is_some() || self.follow.is_some() { script src=(asset_url("desk.js")) defer {} }
                @for tag in &self.head { (tag) }
            }
        }
    }

    fn footer(&self) -> Markup {
        html! { footer class="wrap foot" { @if let Some(foot) = &self.foot { (foot) } p { (lang_switch(self.v)) } } }
    }
}

/// A page that is painted while it still comes in is laid out anew with every piece: what was seen already moves. Ours
/// come in one flight, so waiting for the [`end`] costs nothing, and neither does waiting for the script, which may change
/// the page as well (HTML: blocking attributes). Browsers that know neither paint as they always did.
fn shown_whole() -> Markup {
    html! { link rel="expect" href="#end" blocking="render"; }
}

/// The last element of a page.
fn end() -> Markup {
    html! { i id="end" {} }
}

/// JSON that may stand inside a `script` element: nothing in it can end or open one.
pub(super) fn data_block(json: &str) -> String {
    json.replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

/// A finished page.
#[derive(Debug, Clone)]
pub struct HtmlPage {
    pub status: StatusCode,
    html: String,
}

impl HtmlPage {
    pub fn into_string(self) -> String {
        self.html
    }
}

impl IntoResponse for HtmlPage {
    fn into_response(self) -> Response {
        let media = HeaderValue::from_static("text/html; charset=utf-8");
        (self.status, [(header::CONTENT_TYPE, media)], self.html).into_response()
    }
}

/// Put into an answer as an extension: it is long and asked for seldom, and is worth more of the machine's time to be shorter on
/// the way.
#[derive(Debug, Clone, Copy)]
pub struct Wordy;
