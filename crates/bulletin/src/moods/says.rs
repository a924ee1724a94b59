//! Moods, months and refusals in words.
use axum::http::header::RETRY_AFTER;
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use kernel::refusal::{Refusal, Said};
use kernel::share::Sure;
use kernel::view::View;
use kernel::words::Lang;

use super::Headline;
use super::rules::{Month, Mood, NoVote};

pub fn mood(v: &View, mood: Mood) -> String {
    v.t(match mood {
        Mood::Happy => "moods-name-happy",
        Mood::Sad => "moods-name-sad",
        Mood::Like => "moods-name-like",
        Mood::Passing => "moods-name-passing",
    })
}

/// What a ranking is called: 这个月让人开心的.
pub fn ranked(v: &View, mood: Mood, (of, today): (Month, Month)) -> String {
    let said = month(v, of, today);
    let said = if of == today { said } else { v.ta("moods-in-month", &[("month", said.into())]) };
    let key = match mood {
        Mood::Happy => "moods-ranked-happy",
        Mood::Sad => "moods-ranked-sad",
        Mood::Like => "moods-ranked-like",
        Mood::Passing => "moods-ranked-passing",
    };
    v.ta(key, &[("month", said.into())])
}

/// 这个月, 2026年10月
pub fn month(v: &View, month: Month, today: Month) -> String {
    if month == today {
        return v.t("moods-this-month");
    }
    match v.lang {
        Lang::Zh => month.first().strftime("%Y年%-m月").to_string(),
        Lang::En => month.first().strftime("%B %Y").to_string(),
    }
}

/// 58% to 79%: whole per cent, the interval never narrower than it is.
pub fn per_cent(sure: Sure) -> (String, String) {
    let sure = sure.per_100();
    (format!("{:.0}%", sure.low.floor()), format!("{:.0}%", sure.high.ceil()))
}

pub fn title<'h>(v: &View, headline: &'h Headline) -> &'h str {
    v.pick(&headline.zh, &headline.en)
}

impl Refusal for NoVote {
    fn code(&self) -> &'static str {
        match self {
            NoVote::Closed => "moods-closed",
            NoVote::Crowded { .. } => "moods-crowded",
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(v.t(match self {
            NoVote::Closed => "moods-no-closed",
            NoVote::Crowded { .. } => "moods-no-crowded",
        }))
    }

    fn status(&self) -> StatusCode {
        match self {
            NoVote::Closed => StatusCode::CONFLICT,
            NoVote::Crowded { .. } => StatusCode::TOO_MANY_REQUESTS,
        }
    }
}

/// The answer with when to come again.
pub fn again_after(refusal: NoVote, mut response: Response) -> Response {
    if let NoVote::Crowded { seconds } = refusal {
        response.headers_mut().insert(RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}
