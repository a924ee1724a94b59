//! What is refused, and in which words.
use kernel::refusal::Refusal;
use kernel::view::View;
use kernel::words::Lang;

use super::*;
use crate::rules::tips::ByWhom;
use crate::rules::waves::{NoSurvey, State};

#[tokio::test]
async fn to_clerks_the_acts_are_not_there() {
    for town in towns().await {
        let (h, station, clerk) = (&town.house, &town.station, &town.clerk);
        let (id, _) = town.asks().await;
        not_there(acts::make(h, station, asked(TODAY, LAST, 60), (clerk, None)).await);
        not_there(acts::list(h, station, (id, homes(60)), (clerk, None)).await);
        not_there(acts::draw(h, station, id, (clerk, None)).await);
        not_there(acts::print(h, station, (id, 1), (clerk, None)).await);
        not_there(acts::take_back(h, station, id, (clerk, None)).await);
        not_there(acts::not_eligible(h, station, (id, 1), (clerk, None)).await);
        let (house, at, staff) = (h.house(), station.id, clerk.clone());
        let visits = move |c: &mut Conn| answers::households_drawn(c, &house, (at, id), &staff);
        assert_eq!(h.db.read(visits).await, Err(Fault::NotFound));
    }
}

#[tokio::test]
async fn one_survey_at_a_time_and_one_step_after_the_other() {
    for town in towns().await {
        let (h, station) = (&town.house, &town.station);
        let id = acts::make(h, station, asked(TODAY, LAST, 60), town.by()).await.unwrap();
        let second = acts::make(h, station, asked(TODAY, LAST, 60), town.by()).await;
        assert_eq!(refused(second), NoSurvey::Running);
        assert_eq!(refused(acts::draw(h, station, id, town.by()).await), NoSurvey::NotNow(State::Made));
        let twice = [homes(40), homes(1)].concat();
        let wrong = acts::list(h, station, (id, twice), town.by()).await;
        assert_eq!(refused(wrong), NoSurvey::Twice { lines: vec![(1, 41)] });
        acts::list(h, station, (id, homes(40)), town.by()).await.unwrap();
        let few = NoSurvey::FewerThanWanted { households: 40, wanted: 60 };
        assert_eq!(refused(acts::draw(h, station, id, town.by()).await), few);
        acts::list(h, station, (id, homes(60)), town.by()).await.unwrap();
        acts::draw(h, station, id, town.by()).await.unwrap();
        let late = acts::list(h, station, (id, homes(60)), town.by()).await;
        assert_eq!(refused(late), NoSurvey::NotNow(State::Drawn));
        for n in [0, 61] {
            assert_eq!(refused(acts::print(h, station, (id, n), town.by()).await), NoSurvey::Ballots { left: 60 });
        }
        let empty = acts::not_eligible(h, station, (id, 61), town.by()).await;
        assert_eq!(refused(empty), NoSurvey::Empty { most: 60 });
        let other = SurveyId(h.new_id());
        not_there(acts::draw(h, station, other, town.by()).await);
        not_there(acts::tip(h, station, other, ByWhom::Other).await);
        assert_eq!(town.done(id).await.len(), 4, "nothing that was refused is an event");
        town.sound().await;
    }
}

#[tokio::test]
async fn answers_need_a_ballot_a_day_and_something_that_stands_on_it() {
    for town in towns().await {
        let stranger = Code::draw(&kernel::chance::Chance::seeded(99));
        let seven = given(7, 0, Mode::Phone);
        assert_eq!(refused(town.answers(&stranger, seven).await), NoAnswer::NotOpen);
        let new = asked(date(2026, 6, 28), LAST, 60);
        let (id, codes) = printed(&town.house, &town.station, (new, homes(60)), &town.manager).await.unwrap();
        assert_eq!(refused(town.answers(&codes[0], seven).await), NoAnswer::NotOpen, "a day too early");
        assert_eq!(refused(acts::tip(&town.house, &town.station, id, ByWhom::Other).await), NoAnswer::NotOpen);
        town.later(1).await;
        assert_eq!(refused(town.answers(&stranger, seven).await), NoAnswer::Spent);
        assert_eq!(refused(town.answers(&codes[0], given(11, 0, Mode::Phone)).await), NoAnswer::Unknown);
        assert_eq!(refused(town.answers(&codes[0], given(7, 2, Mode::Phone)).await), NoAnswer::Unknown);
        town.answers(&codes[0], seven).await.unwrap();
        assert_eq!(town.answered(id).await, 1);
        town.sound().await;
    }
}

#[tokio::test]
async fn every_refusal_state_and_way_has_words_in_both_languages() {
    let town = towns().await.remove(0);
    let no = [
        NoSurvey::Running,
        NoSurvey::Opens,
        NoSurvey::Closes,
        NoSurvey::Wanted,
        NoSurvey::Bands,
        NoSurvey::Band { nr: 2 },
        NoSurvey::Source,
        NoSurvey::FewHouseholds { fewest: 30 },
        NoSurvey::ManyHouseholds { most: 9 },
        NoSurvey::Line { nr: 3 },
        NoSurvey::Twice { lines: vec![(3, 7), (1, 40)] },
        NoSurvey::FewerThanWanted { households: 40, wanted: 60 },
        NoSurvey::NotNow(State::Made),
        NoSurvey::Over,
        NoSurvey::Ballots { left: 8 },
        NoSurvey::Empty { most: 8 },
        NoSurvey::ShownOnce,
    ];
    for lang in [Lang::Zh, Lang::En] {
        let v = View::plain(&town.house, lang);
        let mut said: Vec<String> = no.iter().map(|no| no.say(&v).what).collect();
        said.extend([NoAnswer::Spent, NoAnswer::NotOpen, NoAnswer::Unknown].map(|no| no.say(&v).what));
        said.extend(State::ALL.map(|state| crate::says::state(&v, state)));
        said.extend(Mode::ALL.map(|mode| crate::says::mode(&v, mode)));
        said.extend(ByWhom::ALL.map(|by| crate::says::by_whom(&v, by)));
        for kind in ["made", "listed", "drawn", "printed", "taken-back", "not-eligible", "closed"] {
            said.push(v.t(&format!("event-survey-{kind}")));
        }
        for text in &said {
            let is_text = !text.is_empty() && !text.contains("wellbeing-") && !text.contains("event-");
            assert!(is_text && !text.contains('{'), "{text}");
        }
        let different: std::collections::BTreeSet<_> = said.iter().collect();
        assert_eq!(different.len(), said.len(), "no two are the same");
    }
    let v = View::plain(&town.house, Lang::Zh);
    let lines = NoSurvey::Twice { lines: vec![(3, 7), (1, 40)] }.say(&v).what;
    let bare: String = lines.chars().filter(|c| !c.is_control() && !('\u{2066}'..='\u{2069}').contains(c)).collect();
    assert!(bare.contains("第 3 行和第 7 行、第 1 行和第 40 行"), "{bare}");
}
