//! An older version.
use maud::{Markup, html};

use crate::NoticeId;
use crate::answers::Picture;
use crate::frame::{Frame, desk_photo_path};
use crate::public::text;
use crate::rules::Version;
use crate::says;

pub fn version(f: Frame<'_>, id: NoticeId, one: &Version, pictures: &[Picture]) -> Markup {
    html! {
        p class="note" { (says::at(&f.when(), one.at)) }
        h2 { (one.draft.title) }
        @if !one.what.is_empty() { p { (one.what) } }
        (text(f, &one.draft, pictures, |photo| desk_photo_path(f.station, id, photo)))
    }
}
