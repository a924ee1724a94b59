//! The pages of the ballot with invented figures, on the view's day.
use jiff::ToSpan as _;
use kernel::chance::Chance;
use kernel::db::types::Id;
use kernel::fault::Fault;
use kernel::form::Problems;
use kernel::lottery::Seed;
use kernel::page::HtmlPage;
use kernel::refusal::Refusal as _;
use kernel::view::View;

use super::{BallotPage, Frame, TipPage, ballot, shut, thanks, tip};
use crate::SurveyId;
use crate::answers::Public;
use crate::public::ballot::forms::{BallotForm, TipForm};
use crate::public::ballot::reads::{Asked, Over};
use crate::public::ballot::way::Way;
use crate::rules::ballot::Code;
use crate::rules::flags::{Mode, OfMode};
use crate::rules::period::Days;
use crate::rules::response::Response;
use crate::rules::strata::Stratum;
use crate::rules::survey::{Wave, result};
use crate::rules::waves::{NoAnswer, State};

type Sample = (String, String);

/// Numbers that are the same each time.
fn chance() -> Chance {
    Chance::seeded(28)
}

/// Every page by both ways.
///
/// # Errors
/// A station that cannot be made up.
pub fn samples(v: &View) -> Result<Vec<Sample>, Fault> {
    let station = stations::sample_station()?;
    let f = Frame { v, station: &station, way: Way::Phone };
    let mut care = v.clone();
    care.care = true;
    let machine = Frame { v: &care, way: Way::Machine, ..f };
    let open = Asked { now: Some(survey(f, State::Open)), over: vec![over(f, 1, 70), over(f, 90, 50)] };
    let mut all = standing(f, &open);
    all.extend(answering(f, "", &open));
    all.extend(answering(machine, "-machine", &open));
    all.push(named("machine-shut", shut(f)));
    all.push(("wellbeing-ballot-home".into(), super::home(f, &survey(f, State::Open)).into_string()));
    Ok(all)
}

fn named(name: &str, page: HtmlPage) -> Sample {
    (format!("wellbeing-ballot-{name}"), page.into_string())
}

/// How the page is on the days on which nobody answers.
fn standing(f: Frame<'_>, open: &Asked) -> Vec<Sample> {
    let (form, none) = (BallotForm::default(), Problems::default());
    let of = |name: &str, asked: &Asked| {
        named(name, ballot(f, &BallotPage { asked, form: &form, problems: &none, once: "once" }))
    };
    let now = |state| Asked { now: Some(survey(f, state)), over: vec![] };
    let mut over = survey(f, State::Drawn);
    over.closes_on = f.when().today().saturating_sub(1.days());
    over.opens_on = over.closes_on.saturating_sub(20.days());
    let late = Public { opens_on: f.when().today(), ..survey(f, State::Listed) };
    vec![
        of("none", &Asked::default()),
        of("results", &Asked { now: None, over: open.over.clone() }),
        of("made", &now(State::Made)),
        of("drawn", &now(State::Drawn)),
        of("late", &Asked { now: Some(late), over: vec![] }),
        of("over", &Asked { now: Some(over), over: vec![] }),
    ]
}

fn answering(f: Frame<'_>, way: &str, open: &Asked) -> Vec<Sample> {
    let none = Problems::default();
    let code = Code::draw(&chance()).text();
    let fresh = BallotForm::default();
    let scanned = BallotForm::with(&code);
    let wrong = BallotForm { code: "7K2MX".into(), score: "11".into(), ..BallotForm::default() };
    let typed = wrong.read(4, f.way).err().unwrap_or_default();
    let spent = BallotForm { score: "7".into(), band: "1".into(), ..scanned.clone() };
    let refused = Problems::about_the_whole(NoAnswer::Spent.say(f.v));
    let of = |name: &str, form: &BallotForm, problems: &Problems| {
        named(&format!("{name}{way}"), ballot(f, &BallotPage { asked: open, form, problems, once: "once" }))
    };
    let told = |name: &str, (problems, open, told): (&Problems, bool, bool)| {
        let page = TipPage { form: &TipForm::default(), problems, open, told, once: "0" };
        named(&format!("tip-{name}{way}"), tip(f, &page))
    };
    let nobody = TipForm::default().read().err().unwrap_or_default();
    vec![
        of("fresh", &fresh, &none),
        of("scanned", &scanned, &none),
        of("wrong", &wrong, &typed),
        of("spent", &spent, &refused),
        named(&format!("thanks{way}"), thanks(f, (true, "0"))),
        named(&format!("thanks-late{way}"), thanks(f, (false, "0"))),
        told("ask", (&none, true, false)),
        told("wrong", (&nobody, true, false)),
        told("thanks", (&none, true, true)),
        told("shut", (&none, false, false)),
    ]
}

/// In its second week, if it stands so far.
fn survey(f: Frame<'_>, state: State) -> Public {
    let today = f.when().today();
    let opens_on = if state == State::Open { today.saturating_sub(7.days()) } else { today.saturating_add(7.days()) };
    let is_drawn = state >= State::Drawn;
    Public {
        id: SurveyId(Id(uuid::Uuid::from_u128(28))),
        state,
        opens_on,
        closes_on: opens_on.saturating_add(20.days()),
        bands: ["18–34 岁", "35–49 岁", "50–64 岁", "65 岁以上"].map(String::from).to_vec(),
        answered: (state == State::Open).then_some(40),
        drawn: if is_drawn { 120 } else { 0 },
        commitment: Seed::draw(&chance()).commitment(),
        households: is_drawn.then_some(1_204),
        seed: is_drawn.then(|| Seed::draw(&chance()).text().into()),
    }
}

/// One that is over since so many days, with so many answers.
fn over(f: Frame<'_>, days: i64, answered: u64) -> Over {
    let closed_on = f.when().today().saturating_sub(days.days());
    let young = answered.saturating_sub(20);
    let part = |name: &str, population, answers| Stratum { name: name.into(), population, answers };
    let strata = [
        part("18–59 岁", 300, [0, 0, 0, 0, 0, 6, 8, 12, young.saturating_sub(36), 6, 4]),
        part("60 岁以上", 100, [0, 0, 0, 1, 2, 3, 4, 5, 3, 1, 1]),
    ];
    let modes = [OfMode { mode: Mode::Phone, n: answered, tens: 5 }];
    let wave = Wave {
        wave: "1".into(),
        closed_on,
        // The older one had too few.
        response: Response { drawn: if days < 30 { 120 } else { 240 }, not_eligible: 3, answered },
        frame_size: 1_204,
        seed_hash: Seed::draw(&chance()).commitment(),
        bootstrap_seed: 28,
        hours: &[],
        modes: &modes,
        suggested: 0,
    };
    let month = (days < 30).then(|| Days::month(closed_on).name());
    Over { id: SurveyId(Id(uuid::Uuid::from_u128(29))), basis: result(&strata, &wave), month }
}
