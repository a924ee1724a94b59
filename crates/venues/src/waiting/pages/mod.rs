//! What is seen of waiting and of offers. Data in, pages out.
mod ask;
mod place;
mod offer;
mod mine;
mod desk;
mod displaced;
mod samples;

pub use ask::{Asking, ask};
pub use desk::{Line, body as desk_line};
pub use displaced::body as displaced;
pub use mine::{hint, mine};
pub use offer::{Reader, offer};
pub use place::place;
pub use samples::samples;

use crate::WaitId;
use crate::offers::InLine;
use crate::rules::Span;
use crate::says;
use kernel::view::View;
use kernel::words::When;
use stations::Station;

pub fn wait_page_path(station: &Station, id: WaitId) -> String {
    station.path(&format!("/waits/{id}"))
}

/// 今晚 19:00 起 1 小时; any of several starts: 今晚 19:00–20:30 之间开始，1 小时
pub fn wished(v: &View, when: &When, w: &InLine) -> String {
    let length = when.length(w.wait.minutes.into());
    if w.wait.earliest == w.wait.latest {
        let end = w.wait.window().until;
        return says::span(when, &Span { from: w.wait.earliest, until: end });
    }
    let starts = when.day_and_times(w.wait.earliest, w.wait.latest);
    v.ta("waiting-any-start", &[("starts", starts.into()), ("length", length.into())])
}

/// 前面还有 2 位
pub fn ahead(v: &View, w: &InLine) -> String {
    v.ta("waiting-ahead", &[("n", w.ahead.into())])
}

/// Until when one may answer: 17:30 for today, 明天 7:30 for later.
pub fn answer_by(v: &View, when: &When, until: jiff::Timestamp) -> String {
    v.ta("waiting-answer-by", &[("at", says::at(when, until).into())])
}
