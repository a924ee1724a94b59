//! The pages of surveys at the desk with invented figures.
use jiff::ToSpan as _;
use jiff::civil::Date;
use kernel::chance::Chance;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::lottery::Seed;
use kernel::page::Page as Shell;
use kernel::refusal::Refusal as _;
use kernel::view::View;
use maud::Markup;

use super::{
    AnswerPage, Ballots, Frame, ListPage, NewPage, SurveyPage, ask, ballots, households, list_form, new, paper, survey,
};
use super::{thanks, top};
use crate::SurveyId;
use crate::answers::Progress;
use crate::desk::survey::forms::{AnswerForm, ListForm, NewForm};
use crate::desk::survey::lines;
use crate::desk::survey::reads::{Desk, Far};
use crate::rules::ballot::Code;
use crate::rules::flags::{Flag, Mode};
use crate::rules::households::Household;
use crate::rules::strata::Stratum;
use crate::rules::survey::{SurveyBasis, Wave, result};
use crate::rules::waves::{Band, New, NoSurvey, State, Survey, modes};

type Sample = (String, String);

/// Numbers that are the same each time.
fn chance() -> Chance {
    Chance::seeded(27)
}

/// In its second week, if it stands so far.
fn invented(f: Frame<'_>, state: State) -> Far {
    let today: Date = f.when().today();
    let band = |band: &str, population| Band { band: band.into(), population };
    let opens_on = if state == State::Drawn { today.saturating_sub(7.days()) } else { today.saturating_add(7.days()) };
    let new = New {
        opens_on,
        closes_on: opens_on.saturating_add(20.days()),
        wanted: 120,
        bands: vec![band("18–34 岁", 900), band("35–49 岁", 1_100), band("50–64 岁", 1_000), band("65 岁以上", 700)],
        source: "2025 年统计年报".into(),
    };
    let drawn = state >= State::Drawn;
    let survey = Survey {
        id: SurveyId(Id(uuid::Uuid::from_u128(27))),
        new,
        state,
        commitment: Seed::draw(&chance()).commitment(),
        households: (state >= State::Listed).then_some(1_204),
        list_digest: None,
        drawn_at: drawn.then(|| f.v.now()),
        not_eligible: if drawn { 3 } else { 0 },
        printed: if drawn { 110 } else { 0 },
        made_at: f.v.now(),
        closed_at: None,
        result: None,
    };
    let (unspent, answered, can_print) = if drawn { (48, 62, 7) } else { (0, 0, 0) };
    let progress = Progress { state: survey.stands(today), unspent, answered, can_print, survey };
    let bursts = if drawn { vec![Flag::Burst { mode: Some(Mode::Kiosk), n: Some(22) }] } else { vec![] };
    Far { progress, bursts }
}

/// Over, with so many answers of each band.
fn over(f: Frame<'_>, each: u64) -> Far {
    let mut far = invented(f, State::Drawn);
    let survey = &mut far.progress.survey;
    let part = |band: &Band| Stratum {
        name: band.band.clone(),
        population: band.population.into(),
        answers: [0, 0, 0, each / 8, each / 8, each / 4, each / 4, each, each, each / 4, each / 8],
    };
    let strata: Vec<Stratum> = survey.new.bands.iter().map(part).collect();
    let answered = strata.iter().map(Stratum::n).sum();
    survey.result = Some(basis(survey, &strata, answered));
    survey.state = State::Closed;
    far.progress = Progress { state: State::Closed, unspent: 0, answered, can_print: 0, survey: survey.clone() };
    far.bursts = vec![];
    far
}

fn basis(survey: &Survey, strata: &[Stratum], answered: u64) -> SurveyBasis {
    let given =
        |mode, n| crate::rules::waves::Counted { given: crate::rules::waves::Given { score: 7, band: 0, mode }, n };
    let half = answered / 2;
    let about = Wave {
        wave: survey.new.opens_on.to_string(),
        closed_on: survey.new.closes_on,
        response: survey.response(answered),
        frame_size: survey.households.unwrap_or(0).into(),
        seed_hash: survey.commitment.clone(),
        bootstrap_seed: 27,
        hours: &[],
        modes: &modes(&[given(Mode::Phone, half), given(Mode::Paper, answered - half)]),
        suggested: 2,
    };
    result(strata, &about)
}

fn shell(f: Frame<'_>, title: &str, body: Markup) -> String {
    Shell::new(f.v, f.v.t(title)).place(f.station.place(f.v)).body(body).into_string()
}

fn one(f: Frame<'_>, (name, far): (&str, &Far), (problems, done): (&Problems, Option<&'static str>)) -> Sample {
    let page = SurveyPage { far, once: &|| "x".into(), problems, done };
    (format!("survey-desk-{name}"), shell(f, "survey-title", survey(f, &page)))
}

/// Each page with its name, on the view's day.
///
/// # Errors
/// A station that cannot be made up, or a picture that cannot be drawn.
pub fn samples(v: &View) -> Result<Vec<Sample>, Fault> {
    let station = stations::sample_station()?;
    let f = Frame { v, station: &station, manages: true };
    let none = Problems::default();
    let (open, listed) = (invented(f, State::Drawn), invented(f, State::Listed));
    let refused = Problems::about_the_whole(NoSurvey::ShownOnce.say(v));
    let mut all = tops(f, &open);
    all.extend([
        one(f, ("made", &invented(f, State::Made)), (&none, Some("survey-kept-made"))),
        one(f, ("listed", &listed), (&none, None)),
        one(f, ("open", &open), (&none, None)),
        one(f, ("refused", &open), (&refused, None)),
        one(f, ("result", &over(f, 8)), (&none, None)),
        one(f, ("no-mean", &over(f, 2)), (&none, None)),
    ]);
    all.extend(forms(f, &listed));
    all.extend(answers(f, &open));
    all.extend(papers(f, &open)?);
    Ok(all)
}

fn tops(f: Frame<'_>, open: &Far) -> Vec<Sample> {
    let clerk = Frame { manages: false, ..f };
    let of =
        |name: &str, f: Frame<'_>, desk: &Desk| (format!("survey-top-{name}"), shell(f, "survey-title", top(f, desk)));
    let full = Desk { running: Some(open.clone()), over: vec![over(f, 8).progress.survey] };
    let bare = Desk { running: None, over: vec![] };
    vec![of("full", f, &full), of("clerk", clerk, &full), of("none", f, &bare), of("clerk-none", clerk, &bare)]
}

fn forms(f: Frame<'_>, listed: &Far) -> Vec<Sample> {
    let bands = ["survey-band-18", "survey-band-35", "survey-band-50", "survey-band-65"].map(|key| f.v.t(key));
    let (form, none) = (NewForm::fresh("x".into(), &bands), Problems::default());
    let wrong = form.read().err().unwrap_or_default();
    let made = |name: &str, problems: &Problems| {
        (format!("survey-new-{name}"), shell(f, "survey-begin", new(f, &NewPage { form: &form, problems })))
    };
    let typed = ListForm { once: "x".into(), list: "骆驼堡村,一社 3 号,祁".into() };
    let odd = lines::read(&typed.list).err().unwrap_or_default();
    let empty = ListForm { once: "x".into(), ..ListForm::default() };
    let list = |name: &str, form: &ListForm, problems: &Problems| {
        let page = ListPage { survey: listed.survey(), form, problems };
        (format!("survey-list-{name}"), shell(f, "survey-list", list_form(f, &page)))
    };
    vec![made("fresh", &none), made("wrong", &wrong), list("fresh", &empty, &none), list("wrong", &typed, &odd)]
}

fn answers(f: Frame<'_>, open: &Far) -> Vec<Sample> {
    let (fresh, none) = (AnswerForm::default(), Problems::default());
    let typed = AnswerForm { code: "7K2MX".into(), score: "11".into(), band: "1".into(), ..AnswerForm::default() };
    let wrong = typed.read(4, Mode::Paper).err().unwrap_or_default();
    let bands = &open.survey().new.bands;
    let page = |form, problems, kept| AnswerPage { bands, form, problems, kept, once: "once" };
    let keyed =
        |name: &str, p: &AnswerPage<'_>| (format!("survey-paper-{name}"), shell(f, "survey-paper", paper(f, p)));
    let asked = |name: &str, p: &AnswerPage<'_>| (format!("survey-ask-{name}"), ask(f, p).into_string());
    vec![
        keyed("fresh", &page(&fresh, &none, false)),
        keyed("kept", &page(&fresh, &none, true)),
        keyed("wrong", &page(&typed, &wrong, false)),
        asked("fresh", &page(&fresh, &none, false)),
        asked("wrong", &page(&typed, &wrong, false)),
        ("survey-ask-thanks".into(), thanks(f).into_string()),
    ]
}

fn papers(f: Frame<'_>, open: &Far) -> Result<Vec<Sample>, Fault> {
    let chance = chance();
    let codes: Vec<Code> = (0..5).map(|_| Code::draw(&chance)).collect();
    let new = &open.survey().new;
    let sheets = Ballots { codes: &codes, bands: &new.bands, closes_on: new.closes_on, base: "https://example.org" };
    let home =
        |(line, n): (u32, u32)| (line, Household { village: "骆驼堡村".into(), address: format!("{n} 社 {line} 号") });
    let homes: Vec<(u32, Household)> = [(3, 1), (27, 1), (114, 2), (830, 4)].map(home).to_vec();
    Ok(vec![
        ("survey-ballots".into(), ballots(f, &sheets)?.into_string()),
        ("survey-households".into(), households(f, open.survey(), &homes).into_string()),
    ])
}
