//! On a station's home page: one row that leads to the form, and what was answered last.
use kernel::page::{Row, rows, section};
use maud::Markup;

use crate::answers::Post;
use crate::frame::Frame;
use crate::public::paths::{new_path, opinions_path, post_path};

/// `last` is the newest that has an answer.
pub fn home(f: Frame<'_>, last: Option<&Post>) -> Markup {
    let v = f.v;
    let say = Row::new(v.t("opinions-say")).icon("message").note(&v.t("opinions-home-note"));
    let say = say.link(new_path(f.station), &v.t("opinions-home-go"), true);
    let last = last.map(|post| {
        let row = Row::new(post.title.clone()).icon("circle-check").note(&v.t("opinions-home-answered"));
        row.leads_to(post_path(f.station, post.id))
    });
    let more = (v.t("opinions-home-more"), opinions_path(f.station));
    section("opinions", &v.t("opinions-title"), Some((&more.0, &more.1)), rows([Some(say), last].into_iter().flatten()))
}
