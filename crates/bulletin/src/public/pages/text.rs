//! The text of a version, and its photos.
use kernel::markdown;
use maud::{Markup, html};

use crate::PhotoId;
use crate::answers::Picture;
use crate::frame::Frame;
use crate::rules::Draft;
use crate::says;

/// `path` is where a photo is served to whoever reads this.
pub fn text(f: Frame<'_>, draft: &Draft, pictures: &[Picture], path: impl Fn(PhotoId) -> String) -> Markup {
    let (body, lang) = says::body(f.v, draft);
    html! {
        article class="card pad text" id="text" lang=[(lang != f.v.lang).then_some(lang.tag())] { (markdown::html(body)) }
        @if !pictures.is_empty() {
            div class="shots" {
                @for one in pictures {
                    img src=(path(one.id)) alt=(one.alt) width=(one.width) height=(one.height) loading="lazy" decoding="async";
                }
            }
        }
    }
}
