//! A survey from its seed to its result.
use kernel::lottery::{Published as _, Seed};

use super::*;
use crate::rules::households::{self, Household, HouseholdSheet, digest};
use crate::rules::tips::ByWhom;
use crate::rules::waves::{NoSurvey, State};

impl Town {
    async fn sheet(&self, id: SurveyId) -> HouseholdSheet {
        let (h, station) = (self.house.house(), self.station.clone());
        self.house.db.read(move |c: &mut Conn| answers::sheet(c, &h, &station, id)).await.unwrap()
    }

    async fn visits(&self, id: SurveyId) -> Result<Vec<(u32, Household)>, Fault> {
        let (h, at, staff) = (self.house.house(), self.station.id, self.manager.clone());
        let read = move |c: &mut Conn| answers::households_drawn(c, &h, (at, id), &staff);
        self.house.db.snapshot(read).await
    }
}

#[tokio::test]
async fn a_survey_goes_its_course() {
    for town in towns().await {
        let (h, station) = (&town.house, &town.station);
        let id = acts::make(h, station, asked(TODAY, LAST, 60), town.by()).await.unwrap();
        let before = town.current().await.unwrap();
        assert_eq!((before.id, before.state, before.drawn, before.answered), (id, State::Made, 0, None));
        let found = households::verify(&town.sheet(id).await.text()).unwrap();
        assert!(found.differs.is_empty() && found.not_yet.len() == 1, "{:?}", found.differs);

        acts::list(h, station, (id, homes(90)), town.by()).await.unwrap();
        acts::list(h, station, (id, homes(200)), town.by()).await.unwrap();
        assert!(town.visits(id).await.unwrap().is_empty(), "nobody is drawn");
        acts::draw(h, station, id, town.by()).await.unwrap();
        let drawn = town.current().await.unwrap();
        assert_eq!((drawn.state, drawn.drawn, &drawn.commitment), (State::Open, 60, &before.commitment));
        let sheet = town.sheet(id).await;
        let found = households::verify(&sheet.text()).unwrap();
        assert!(found.differs.is_empty() && found.not_yet.is_empty(), "{:?}", found.differs);
        assert_eq!((&drawn.seed, drawn.households), (&sheet.seed, Some(200)));
        let seed = Seed::of(sheet.seed.as_deref().unwrap()).unwrap();
        assert_eq!(sheet.list, Some(digest(&seed, &homes(200))), "the second list, not the first");
        let visits = town.visits(id).await.unwrap();
        assert_eq!(visits.iter().map(|(line, _)| *line).collect::<Vec<_>>(), sheet.drawn);
        assert!(visits.iter().all(|(line, home)| homes(200)[*line as usize - 1] == *home));

        let codes = acts::print(h, station, (id, 60), town.by()).await.unwrap();
        acts::not_eligible(h, station, (id, 4), town.by()).await.unwrap();
        town.answer_all(&codes[..9]).await;
        assert_eq!(town.current().await.unwrap().answered, None, "under ten");
        town.answer_all(&codes[9..40]).await;
        assert_eq!(town.current().await.unwrap().answered, Some(40));
        acts::tip(h, station, id, ByWhom::Village).await.unwrap();
        let far = town.progress(id).await;
        assert_eq!((far.unspent, far.answered, far.survey.printed, far.can_print), (20, 40, 60, 0));
        town.sound().await;
        town.later(14).await;
        assert_eq!(town.current().await.map(|one| one.id), Some(id), "the last day");
        town.sound().await;
        town.later(1).await;
        is_closed(&town, (id, &codes)).await;
    }
}

async fn is_closed(town: &Town, (id, codes): (SurveyId, &[Code])) {
    assert_eq!(town.current().await, None);
    let far = town.progress(id).await;
    assert_eq!((far.survey.state, far.unspent, far.answered, far.survey.printed), (State::Closed, 0, 40, 40));
    assert_eq!(refused(town.answers(&codes[50], given(5, 0, Mode::Paper)).await), NoAnswer::NotOpen);
    assert!(town.visits(id).await.unwrap().is_empty());
    for gone in ["survey_households", "survey_ballots"] {
        assert_eq!(town.dump_of(gone).await, Vec::<String>::new());
    }
    let at = town.station.id;
    let results = town.house.db.read(move |c: &mut Conn| answers::results(c, at)).await.unwrap();
    let [(same, basis)] = results.as_slice() else { panic!("{results:?}") };
    assert_eq!((*same, basis.response.asked(), basis.response.answered, basis.frame_size), (id, 56, 40, 200));
    // Scores 4 to 10 in turn, each third ballot in the second band: 14 of 40.
    let parts: Vec<_> = basis.strata.iter().map(|(name, s)| (name.as_str(), s.population, s.n)).collect();
    assert_eq!(parts, [("18–59 岁", 300, 26), ("60 岁以上", 100, 14)]);
    let mean = basis.estimate().unwrap();
    assert!(mean.low < mean.mean && mean.mean < mean.high && (mean.mean - 7.0).abs() < 0.7, "{mean:?}");
    assert!(basis.bootstrap.is_some() && basis.faults().is_empty(), "{:?}", basis.faults());
    assert!(basis.flags.contains(&crate::rules::flags::Flag::Suggested { n: None }), "{:?}", basis.flags);
    town.sound().await;
    let kinds =
        ["made", "listed", "listed", "drawn", "printed", "not-eligible", "closed"].map(|kind| format!("survey.{kind}"));
    assert_eq!(town.done(id).await, kinds, "and no answer");
    let sheet = town.sheet(id).await;
    assert!(households::verify(&sheet.text()).unwrap().differs.is_empty(), "it can still be drawn again");
    let next = asked(town.today(), date(2026, 8, 1), 60);
    assert_ne!(acts::make(&town.house, &town.station, next, town.by()).await.unwrap(), id);
}

#[tokio::test]
async fn a_survey_that_nobody_drew_or_answered_is_closed_without_a_mean() {
    for town in towns().await {
        let id = acts::make(&town.house, &town.station, asked(TODAY, LAST, 60), town.by()).await.unwrap();
        town.later(15).await;
        let far = town.progress(id).await;
        let basis = far.survey.result.unwrap();
        assert_eq!((far.survey.state, basis.response.drawn, basis.frame_size), (State::Closed, 0, 0));
        assert!(basis.strata.is_empty() && basis.figures().is_empty());
        town.sound().await;

        let new = asked(town.today(), date(2026, 8, 1), 60);
        let (_, codes) = printed(&town.house, &town.station, (new, homes(60)), &town.manager).await.unwrap();
        town.answer_all(&codes[..17]).await;
        town.later(30).await;
        let at = town.station.id;
        let results = town.house.db.read(move |c: &mut Conn| answers::results(c, at)).await.unwrap();
        assert_eq!(results[0].1.response.answered, 17);
        assert!(results[0].1.strata.is_empty() && results[0].1.groups == [None; 4], "28 %");
        town.sound().await;
    }
}

#[tokio::test]
async fn ballots_that_are_taken_back_do_not_count_and_others_can_be_printed() {
    for town in towns().await {
        let (id, codes) = town.asks().await;
        town.answer_all(&codes[..12]).await;
        assert_eq!(acts::take_back(&town.house, &town.station, id, town.by()).await.unwrap(), 48);
        let far = town.progress(id).await;
        assert_eq!((far.survey.printed, far.unspent, far.answered, far.can_print), (12, 2, 10, 48));
        assert_eq!(refused(town.answers(&codes[30], given(9, 0, Mode::Phone)).await), NoAnswer::Spent);
        acts::not_eligible(&town.house, &town.station, (id, 40), town.by()).await.unwrap();
        let more = acts::print(&town.house, &town.station, (id, 9), town.by()).await;
        assert_eq!(refused(more), NoSurvey::Ballots { left: 8 });
        let anew = acts::print(&town.house, &town.station, (id, 8), town.by()).await.unwrap();
        assert!(anew.iter().all(|code| !codes.contains(code)));
        town.answers(&anew[0], given(9, 0, Mode::Phone)).await.unwrap();
        town.sound().await;
    }
}

#[tokio::test]
async fn the_same_request_makes_one_survey_and_prints_once() {
    for town in towns().await {
        let new = asked(TODAY, LAST, 60);
        let key = || acts::once(&town.house, "k1", "qi", &new);
        let make = || acts::make(&town.house, &town.station, new.clone(), (&town.manager, key()));
        let id = make().await.unwrap();
        assert_eq!(make().await.unwrap(), id);
        acts::list(&town.house, &town.station, (id, homes(60)), town.by()).await.unwrap();
        acts::draw(&town.house, &town.station, id, town.by()).await.unwrap();
        let print = || {
            acts::print(&town.house, &town.station, (id, 30), (&town.manager, acts::once(&town.house, "k2", "qi", &30)))
        };
        assert_eq!(print().await.unwrap().len(), 30);
        assert_eq!(refused(print().await), NoSurvey::ShownOnce);
        assert_eq!(town.progress(id).await.survey.printed, 30);
        town.sound().await;
    }
}
