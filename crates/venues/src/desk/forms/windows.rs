//! The priority windows of an offering: a few fields each, described once and drawn, read and checked from that.
use std::collections::BTreeMap;

use super::read;
use crate::desk::asked::line;
use crate::rules::{Favoured, MOST_IN_WINDOW_REASON, MOST_WINDOWS, Name, Window};
use almanac::hours::Hours;
use kernel::form::Problems;

/// The names of the fields of one window, and the id of the element that says what its hours mean.
pub struct WindowFields {
    pub hours: &'static str,
    pub whom: &'static str,
    pub reason_zh: &'static str,
    pub reason_en: &'static str,
    pub to_all: &'static str,
    pub preview: &'static str,
}

macro_rules! window {
    ($n:literal) => {
        WindowFields {
            hours: concat!("window", $n, "_hours"),
            whom: concat!("window", $n, "_whom"),
            reason_zh: concat!("window", $n, "_reason_zh"),
            reason_en: concat!("window", $n, "_reason_en"),
            to_all: concat!("window", $n, "_to_all"),
            preview: concat!("window", $n, "-preview"),
        }
    };
}

pub static WINDOWS: [WindowFields; MOST_WINDOWS] = [window!("1"), window!("2"), window!("3")];

/// What a window that nobody has set begins with: everybody may book an hour before.
const USUAL_TO_ALL: i32 = 60;

impl WindowFields {
    /// The fields as the policy says them.
    pub(super) fn typed(&'static self, of: Option<&Window>) -> [(String, String); 5] {
        let text = |t: fn(&Window) -> String| of.map(t).unwrap_or_default();
        [
            (self.hours.into(), text(|w| w.hours.clone())),
            (self.whom.into(), text(|w| w.whom.name().into())),
            (self.reason_zh.into(), text(|w| w.reason.zh.clone())),
            (self.reason_en.into(), text(|w| w.reason.en.clone())),
            (self.to_all.into(), of.map_or(USUAL_TO_ALL, |w| w.to_all).to_string()),
        ]
    }

    /// A window with neither hours nor a reason is none.
    fn read(&self, problems: &mut Problems, all: &BTreeMap<String, String>) -> Option<Window> {
        let typed = |name: &str| all.get(name).map_or("", |text| text.trim());
        let (hours, zh, en) = (typed(self.hours), typed(self.reason_zh), typed(self.reason_en));
        if hours.is_empty() && zh.is_empty() && en.is_empty() {
            return None;
        }
        if let Err(e) = Hours::parse(hours) {
            problems.add_with(self.hours, stations::hours_problem(e.what), vec![("hint", e.hint)]);
        }
        let reason = Name {
            zh: line(problems, self.reason_zh, zh, MOST_IN_WINDOW_REASON),
            en: line(problems, self.reason_en, en, MOST_IN_WINDOW_REASON),
        };
        if reason.zh.is_empty() {
            problems.add(self.reason_zh, "venues-desk-reason-needed");
        }
        let to_all = match typed(self.to_all) {
            "" => Some(0),
            text => read::number(problems, self.to_all, text),
        };
        let whom = Favoured::named(typed(self.whom)).unwrap_or(Favoured::Elderly);
        let window = Window { hours: hours.to_owned(), whom, reason, to_all: to_all? };
        if !(0..=10_080).contains(&window.to_all) {
            problems.add(self.to_all, "venues-policy-windows");
        }
        // What is wrong with it is said at its fields.
        window.is_sound().then_some(window)
    }
}

/// The windows that are typed.
pub(super) fn read_windows(problems: &mut Problems, all: &BTreeMap<String, String>) -> Vec<Window> {
    WINDOWS.iter().filter_map(|w| w.read(problems, all)).collect()
}
