//! One notice.
use kernel::page::{Card, HtmlPage, SharePicture, Tone, notice as tip, pill, read_aloud, rows, section};
use maud::{Markup, html};
use serde_json::json;

use super::rows::row;
use super::text::text;
use crate::answers::{Correction, Public};
use crate::frame::{Frame, notice_path, photo_path};
use crate::{assets, drawn, says};

pub struct Shown<'a> {
    pub public: &'a Public,
    /// How people feel about it.
    pub moods: Markup,
    pub public_url: &'a str,
}

pub fn notice(f: Frame<'_>, s: &Shown<'_>) -> HtmlPage {
    let (v, public) = (f.v, s.public);
    let (id, draft) = (public.listed.notice.id, &public.listed.version.draft);
    let (title, about) = (says::title(v, draft), says::about(v, draft));
    let path = notice_path(f.station, id);
    let url = format!("{}{path}", s.public_url);
    let first = public.pictures.first();
    let picture = match first {
        Some(one) => format!("{}{}", s.public_url, photo_path(f.station, id, one.id)),
        None => format!("{}{}", s.public_url, assets::picture()),
    };
    let drawn_side = |n: usize| i32::try_from(n).unwrap_or(0);
    let name = f.station.name(v);
    let picture = SharePicture {
        url: &picture,
        alt: first.map_or(name, |one| &one.alt),
        width: first.map_or(drawn_side(drawn::WIDTH), |one| one.width),
        height: first.map_or(drawn_side(drawn::HEIGHT), |one| one.height),
    };
    f.page(title)
        .describe(&about)
        .json_ld(article(f, public, (&url, picture.url)))
        .share(&Card { title, about: &about, url: &url, picture })
        .link_alternate("application/atom+xml", &f.station.path("/notices/feed.atom"), name)
        .reading()
        .body(html! {
            (head(f, public))
            @for one in &public.corrections { (corrected(f, one)) }
            (text(f, draft, &public.pictures, |photo| photo_path(f.station, id, photo)))
            (foot(f, public))
            div class="sec" {
                p class="chips" { (read_aloud(v, "text")) (pill(&v.t("bulletin-print"), &format!("{path}/poster"))) }
            }
            (s.moods)
            @if !public.related.is_empty() {
                (section("related", &v.t("bulletin-related"), None, rows(public.related.iter().map(|one| row(f, one)))))
            }
        })
}

/// 6月24日 19:20 · 办事提醒
fn head(f: Frame<'_>, public: &Public) -> Markup {
    let at = says::at(&f.when(), public.listed.published_at());
    let of = &public.listed.section;
    html! {
        p class="note said" {
            (at) " · " a href=(f.station.path(&format!("/notices?section={}", of.slug))) { (says::section(f.v, of)) }
        }
    }
}

fn corrected(f: Frame<'_>, one: &Correction) -> Markup {
    let at = says::at(&f.when(), one.at);
    tip(Tone::Lamp, &f.v.ta("bulletin-corrected", &[("at", at.into())]), html! { p { (one.what) } })
}

/// 来源：镇民政办 · 编辑：祁海燕
fn foot(f: Frame<'_>, public: &Public) -> Markup {
    let (v, source) = (f.v, &public.listed.version.draft.source);
    let source = (!source.is_empty()).then(|| v.ta("bulletin-source", &[("source", source.as_str().into())]));
    let editor = public.editor.as_ref().map(|name| v.ta("bulletin-editor", &[("name", name.as_str().into())]));
    let said: Vec<String> = [source, editor].into_iter().flatten().collect();
    html! { @if !said.is_empty() { p class="note sec" { (said.join(" · ")) } } }
}

/// The same for programs (https://schema.org/NewsArticle).
fn article(f: Frame<'_>, public: &Public, (url, picture): (&str, &str)) -> String {
    let (v, listed) = (f.v, &public.listed);
    let station = json!({ "@type": "Organization", "name": f.station.name(v) });
    let editor = public.editor.as_ref().map(|name| json!({ "@type": "Person", "name": name }));
    json!({
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": says::title(v, &listed.version.draft),
        "articleSection": says::section(v, &listed.section),
        "datePublished": says::written(f.station, listed.published_at()),
        "dateModified": says::written(f.station, listed.changed_at()),
        "image": [picture],
        "mainEntityOfPage": url,
        "publisher": station,
        "editor": editor,
    })
    .to_string()
}
