//! The desk through the real router, on every engine.
mod acting;
mod seeing;
mod refusing;
mod sums;
mod programs;

use axum::http::StatusCode;

use crate::WishId;
use crate::public::tests::{Answer, Town, Worker};

/// Where the desk's pages and calls are.
pub const DESK: &str = "/s/sanhe/desk/wishes";
pub const CALLS: &str = "/api/v1/stations/sanhe/desk/wishes";

/// What a coordinator types.
pub const FORM: [(&str, &str); 8] = [
    ("kind", "warm"),
    ("item", "保暖鞋，42 码"),
    ("band", "to-100"),
    ("village", "630203102201"),
    ("name", "冶秀英"),
    ("phone", "13912345678"),
    ("consent", "paper"),
    ("consented", "1"),
];

/// With one field otherwise, or more.
pub fn form<'f>(changed: &[(&'f str, &'f str)]) -> Vec<(&'f str, &'f str)> {
    let kept = FORM.iter().copied().filter(|(name, _)| !changed.iter().any(|(other, _)| other == name));
    kept.chain(changed.iter().copied()).collect()
}

impl Answer {
    #[track_caller]
    pub fn is_kept(&self) -> &Answer {
        assert!(self.status == StatusCode::SEE_OTHER && self.to().contains("?kept="), "{} {}", self.status, self.body);
        self
    }
}

impl Town {
    /// By the page; the wish and its code, as the slip shows it.
    pub async fn writes(&self, who: &Worker, fields: &[(&str, &str)]) -> (WishId, String) {
        let slip = self.send(Some(&who.known), &format!("{DESK}/new"), fields).await;
        slip.is(StatusCode::OK);
        let id = slip.body.split(&format!("action=\"{DESK}/")).nth(1).and_then(|rest| rest.get(..36));
        (id.and_then(|id| id.parse().ok()).expect("an id"), slip.hidden("code").to_owned())
    }

    pub async fn presses(&self, who: &Worker, (id, below): (WishId, &str), fields: &[(&str, &str)]) -> Answer {
        self.send(Some(&who.known), &format!("{DESK}/{id}/{below}"), fields).await
    }

    pub async fn page(&self, who: &Worker, id: WishId) -> Answer {
        self.get(Some(&who.known), &format!("{DESK}/{id}")).await
    }

    /// Written by the coordinator, and looked at by two.
    pub async fn opens(&self) -> (WishId, String) {
        let (id, code) = self.writes(&self.coordinator, &FORM).await;
        let read = [("version", "1")];
        self.presses(&self.coordinator, (id, "second-look"), &read).await.is_kept();
        for worker in [&self.li, &self.ma] {
            let yes = [("version", "1"), ("answer", "yes"), ("why", "")];
            self.presses(worker, (id, "reviews"), &yes).await.is_kept();
        }
        (id, code)
    }
}
