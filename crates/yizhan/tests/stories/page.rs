//! What came back, and what one can see on it.
use axum::http::HeaderMap;
use serde_json::Value;

use crate::form::{Form, attribute, forms, unescaped};

pub struct Page {
    pub status: u16,
    pub path: String,
    pub headers: HeaderMap,
    pub text: String,
}

impl Page {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|v| v.to_str().ok())
    }

    #[track_caller]
    pub fn is(&self, status: u16) -> &Page {
        assert_eq!(self.status, status, "{}: {}", self.path, self.seen());
        self
    }

    #[track_caller]
    pub fn ok(&self) -> &Page {
        self.is(200)
    }

    /// Where it redirects to.
    #[track_caller]
    pub fn leads_to(&self) -> String {
        assert!((300..400).contains(&self.status), "{} led nowhere ({}): {}", self.path, self.status, self.seen());
        self.header("location").unwrap_or_else(|| panic!("{} has no location", self.path)).to_owned()
    }

    /// The text that a reader sees, in one line.
    pub fn seen(&self) -> String {
        let (mut seen, mut inside) = (String::new(), true);
        for piece in self.text.split_inclusive(['<', '>']) {
            if inside {
                seen.push_str(piece.trim_end_matches('<'));
                seen.push(' ');
            }
            inside = if piece.ends_with('<') { false } else { inside || piece.ends_with('>') };
        }
        unescaped(&seen).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[track_caller]
    pub fn says(&self, words: &str) -> &Page {
        let seen = self.seen();
        assert!(seen.contains(words), "{} does not say “{words}”, but: {seen}", self.path);
        self
    }

    #[track_caller]
    pub fn says_not(&self, words: &str) -> &Page {
        let seen = self.seen();
        assert!(!seen.contains(words), "{} says “{words}”: {seen}", self.path);
        self
    }

    /// The address of the first link whose address contains `part`.
    #[track_caller]
    pub fn link(&self, part: &str) -> String {
        self.links().into_iter().find(|href| href.contains(part)).unwrap_or_else(|| {
            panic!("{} has no link to {part}, but {:?}", self.path, self.links());
        })
    }

    pub fn links(&self) -> Vec<String> {
        let tags = self.text.split("<a ").skip(1).filter_map(|rest| rest.split('>').next());
        tags.filter_map(|tag| attribute(tag, "href")).collect()
    }

    #[track_caller]
    pub fn form(&self, action: &str) -> Form {
        let all = forms(&self.text);
        let known: Vec<String> = all.iter().map(|f| f.action.clone()).collect();
        all.into_iter().find(|f| f.action.contains(action)).unwrap_or_else(|| {
            panic!("{} has no form to {action}, but {known:?}: {}", self.path, self.seen());
        })
    }

    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|e| panic!("{} is no JSON ({e}): {}", self.path, self.text))
    }
}
