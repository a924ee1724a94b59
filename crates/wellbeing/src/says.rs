//! States, ways and refusals of surveys in words.
use axum::http::StatusCode;
use kernel::refusal::{Refusal, Said};
use kernel::view::View;

use crate::rules::flags::Mode;
use crate::rules::tips::ByWhom;
use crate::rules::waves::{NoAnswer, NoSurvey, State};

/// 正在回答
pub fn state(v: &View, state: State) -> String {
    v.t(&format!("wellbeing-state-{}", state.word()))
}

/// 手机上
pub fn mode(v: &View, mode: Mode) -> String {
    v.t(&format!("wellbeing-mode-{}", mode.word()))
}

/// 驿站或镇上的人
pub fn by_whom(v: &View, by: ByWhom) -> String {
    v.t(&format!("wellbeing-by-{}", by.word()))
}

impl Refusal for NoSurvey {
    fn code(&self) -> &'static str {
        match self {
            NoSurvey::Running => "survey-running",
            NoSurvey::Opens => "survey-opens",
            NoSurvey::Closes => "survey-closes",
            NoSurvey::Wanted => "survey-wanted",
            NoSurvey::Bands => "survey-bands",
            NoSurvey::Band { .. } => "survey-band",
            NoSurvey::Source => "survey-source",
            NoSurvey::FewHouseholds { .. } => "survey-few-households",
            NoSurvey::ManyHouseholds { .. } => "survey-many-households",
            NoSurvey::Line { .. } => "survey-line",
            NoSurvey::Twice { .. } => "survey-line-twice",
            NoSurvey::FewerThanWanted { .. } => "survey-fewer-than-wanted",
            NoSurvey::NotNow(_) => "survey-not-now",
            NoSurvey::Over => "survey-over",
            NoSurvey::Ballots { .. } => "survey-ballots",
            NoSurvey::Empty { .. } => "survey-empty",
            NoSurvey::ShownOnce => "survey-shown-once",
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(match self {
            NoSurvey::Running => v.t("wellbeing-no-running"),
            NoSurvey::Opens => v.t("wellbeing-no-opens"),
            NoSurvey::Closes => v.t("wellbeing-no-closes"),
            NoSurvey::Wanted => v.t("wellbeing-no-wanted"),
            NoSurvey::Bands => v.t("wellbeing-no-bands"),
            NoSurvey::Band { nr } => v.ta("wellbeing-no-band", &[("nr", (*nr).into())]),
            NoSurvey::Source => v.t("wellbeing-no-source"),
            NoSurvey::FewHouseholds { fewest } => v.ta("wellbeing-no-few", &[("fewest", (*fewest).into())]),
            NoSurvey::ManyHouseholds { most } => v.ta("wellbeing-no-many", &[("most", (*most).into())]),
            NoSurvey::Line { nr } => v.ta("wellbeing-no-line", &[("nr", (*nr).into())]),
            NoSurvey::Twice { lines } => v.ta("wellbeing-no-twice", &[("lines", pairs(v, lines).into())]),
            NoSurvey::FewerThanWanted { households, wanted } => {
                let said = [("households", (*households).into()), ("wanted", (*wanted).into())];
                v.ta("wellbeing-no-fewer", &said)
            }
            NoSurvey::NotNow(now) => v.ta("wellbeing-no-not-now", &[("state", state(v, *now).into())]),
            NoSurvey::Over => v.t("wellbeing-no-over"),
            NoSurvey::Ballots { left } => v.ta("wellbeing-no-ballots", &[("left", (*left).into())]),
            NoSurvey::Empty { most } => v.ta("wellbeing-no-empty", &[("most", (*most).into())]),
            NoSurvey::ShownOnce => v.t("wellbeing-no-shown-once"),
        })
    }

    fn status(&self) -> StatusCode {
        match self {
            NoSurvey::Running
            | NoSurvey::FewerThanWanted { .. }
            | NoSurvey::NotNow(_)
            | NoSurvey::Over
            | NoSurvey::Ballots { .. }
            | NoSurvey::Empty { .. }
            | NoSurvey::ShownOnce => StatusCode::CONFLICT,
            _ => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }
}

/// 3 和 7、1 和 40
fn pairs(v: &View, lines: &[(usize, usize)]) -> String {
    let pair = |(a, b): &(usize, usize)| v.ta("wellbeing-pair", &[("a", (*a).into()), ("b", (*b).into())]);
    lines.iter().map(pair).collect::<Vec<_>>().join(&v.t("wellbeing-pairs"))
}

impl Refusal for NoAnswer {
    fn code(&self) -> &'static str {
        match self {
            NoAnswer::Spent => "ballot-spent",
            NoAnswer::NotOpen => "survey-not-open",
            NoAnswer::Unknown => "survey-no-such-answer",
        }
    }

    fn say(&self, v: &View) -> Said {
        Said::only(v.t(match self {
            NoAnswer::Spent => "wellbeing-no-spent",
            NoAnswer::NotOpen => "wellbeing-no-not-open",
            NoAnswer::Unknown => "wellbeing-no-unknown",
        }))
    }

    fn status(&self) -> StatusCode {
        match self {
            NoAnswer::Unknown => StatusCode::UNPROCESSABLE_ENTITY,
            _ => StatusCode::CONFLICT,
        }
    }
}
