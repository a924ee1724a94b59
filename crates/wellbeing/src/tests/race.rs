//! Many at once.
use super::*;
use crate::rules::waves::NoSurvey;

impl Town {
    fn spawn(&self, code: &Code, given: Given) -> tokio::task::JoinHandle<Result<(), Not<NoAnswer>>> {
        self.press(code, given, None)
    }

    fn press(
        &self,
        code: &Code,
        given: Given,
        press: Option<&'static str>,
    ) -> tokio::task::JoinHandle<Result<(), Not<NoAnswer>>> {
        let (h, station, code) = (self.house.house(), self.station.clone(), code.clone());
        tokio::spawn(async move { acts::answer(&h, &station, (&code, press), given).await })
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn of_twenty_with_one_ballot_one_answers() {
    for town in towns().await {
        let (id, codes) = town.asks().await;
        let all: Vec<_> = (0..20).map(|n| town.spawn(&codes[0], given(n % 10, n / 10, Mode::Phone))).collect();
        let (mut well, mut late) = (0, 0);
        for one in all {
            match one.await.unwrap() {
                Ok(()) => well += 1,
                no => {
                    assert_eq!(refused(no), NoAnswer::Spent);
                    late += 1;
                }
            }
        }
        assert_eq!((well, late, town.answered(id).await), (1, 19, 1));
        town.sound().await;
    }
}

/// Two programs on one database know nothing of each other's memory: the row of the ballot decides.
#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn the_row_of_the_ballot_decides_and_not_what_is_in_memory() {
    for town in towns().await {
        let (id, codes) = town.asks().await;
        let hash = crate::answers::code_hash(&town.house, id, &codes[0]);
        let at = town.station.id;
        let all: Vec<_> = (0..20)
            .map(|_| {
                let (h, hash) = (town.house.house(), hash.clone());
                let spend = move |c: &mut Conn| crate::store::ballots::spend(c, at, id, &hash);
                tokio::spawn(async move { h.db.write(spend).await.unwrap() })
            })
            .collect();
        let mut spent = 0;
        for one in all {
            spent += usize::from(one.await.unwrap());
        }
        assert_eq!(spent, 1);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn whoever_taps_twenty_times_is_told_yes_and_counted_once() {
    for town in towns().await {
        let (id, codes) = town.asks().await;
        let seven = given(7, 1, Mode::Phone);
        let all: Vec<_> = (0..20).map(|_| town.press(&codes[0], seven, Some("a press"))).collect();
        for one in all {
            one.await.unwrap().unwrap();
        }
        assert_eq!(town.answered(id).await, 1);
        // Whoever has the code and tries answers is told the same of each: also of the one that was given.
        assert_eq!(refused(town.answers(&codes[0], seven).await), NoAnswer::Spent);
        assert_eq!(refused(town.press(&codes[0], seven, Some("another")).await.unwrap()), NoAnswer::Spent);
        town.house.wait(SignedDuration::from_mins(9));
        town.press(&codes[0], seven, Some("a press")).await.unwrap().unwrap();
        town.house.wait(SignedDuration::from_mins(2));
        let late = town.press(&codes[0], seven, Some("a press")).await.unwrap();
        assert_eq!(refused(late), NoAnswer::Spent, "long ago");
        town.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn printing_answering_taking_back_and_mixing_at_once_leave_nothing_half() {
    for town in towns().await {
        let new = asked(TODAY, LAST, 60);
        let (id, codes) = {
            let id = acts::make(&town.house, &town.station, new, town.by()).await.unwrap();
            acts::list(&town.house, &town.station, (id, homes(60)), town.by()).await.unwrap();
            acts::draw(&town.house, &town.station, id, town.by()).await.unwrap();
            (id, acts::print(&town.house, &town.station, (id, 20), town.by()).await.unwrap())
        };
        let answers: Vec<_> = codes.iter().map(|code| town.spawn(code, given(6, 0, Mode::Kiosk))).collect();
        let mut others = vec![];
        for n in 0..12 {
            let (h, station, manager) = (town.house.house(), town.station.clone(), town.manager.clone());
            others.push(tokio::spawn(async move {
                match n % 3 {
                    0 => acts::print(&h, &station, (id, 30), (&manager, None)).await.map(|_| ()),
                    1 => acts::take_back(&h, &station, id, (&manager, None)).await.map(|_| ()),
                    _ => acts::mix(&h, station.id, id).await.map_err(Not::from),
                }
            }));
        }
        let mut well = 0;
        for one in answers {
            match one.await.unwrap() {
                Ok(()) => well += 1,
                no => assert_eq!(refused(no), NoAnswer::Spent),
            }
        }
        for one in others {
            if let Err(Not::Refused(no)) = one.await.unwrap() {
                assert!(matches!(no, NoSurvey::Ballots { left: 0..=29 }), "{no:?}");
            }
        }
        let far = town.progress(id).await;
        assert_eq!(town.answered(id).await, well);
        assert!(far.survey.printed <= 60);
        town.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_eight_who_begin_a_survey_one_does() {
    for town in towns().await {
        let all: Vec<_> = (0..8)
            .map(|_| {
                let (h, station, manager) = (town.house.house(), town.station.clone(), town.manager.clone());
                tokio::spawn(async move { acts::make(&h, &station, asked(TODAY, LAST, 60), (&manager, None)).await })
            })
            .collect();
        let mut made = vec![];
        for one in all {
            match one.await.unwrap() {
                Ok(id) => made.push(id),
                no => assert_eq!(refused(no), NoSurvey::Running),
            }
        }
        assert_eq!(made.len(), 1);
        assert_eq!(town.done(made[0]).await, ["survey.made"]);
        town.sound().await;
    }
}
