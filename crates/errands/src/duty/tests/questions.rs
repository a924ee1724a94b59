use jiff::SignedDuration;
use jiff::civil::date;
use kernel::db::Conn;
use kernel::fault::Fault;
use kernel::outbox;

use super::{Duty, all, refused, wall};
use crate::duty::QuestionId;
use crate::duty::acts::{self, NewQuestion, Wish};
use crate::duty::answers::{self, Question, Told};
use crate::duty::rules::{Refusal, State, Step};
use crate::tests::at;

impl Duty {
    async fn ask(&self, phone: Option<&str>) -> QuestionId {
        let new = NewQuestion {
            what: "低保什么时候发？".into(),
            matter: Some(1),
            name: Some("罗大爷".into()),
            phone: phone.map(|p| p.parse().unwrap()),
            days: 2,
        };
        let by = self.clerk(1).await;
        acts::ask(&self.town.house, &self.town.station, new, (by, None)).await.unwrap()
    }

    async fn press(
        &self,
        id: QuestionId,
        official: i32,
        wish: Wish,
    ) -> Result<acts::After, kernel::refusal::Not<Refusal>> {
        let by = self.by(official).await;
        acts::step(&self.town.house, &self.town.station, (id, wish), (by, None)).await
    }

    async fn question(&self, id: QuestionId) -> (Question, Vec<Told>) {
        let (h, station, now) = (self.town.house.house(), self.town.station.clone(), self.town.house.now());
        let look = move |c: &mut Conn| answers::question(c, &h, &station, id, now);
        self.town.house.db.snapshot(look).await.unwrap()
    }

    /// How many are to be telephoned.
    async fn to_call(&self) -> i64 {
        let (at, now) = (self.town.station.id, self.town.house.now());
        self.town.house.db.read(move |c: &mut Conn| crate::reach::count_open(c, at, now)).await.unwrap()
    }

    /// Whether some message says so.
    async fn told(&self, words: &str) -> bool {
        let (h, at) = (self.town.house.house(), self.town.station.id);
        let read = move |c: &mut Conn| outbox::newest(c, &h, at, 20);
        let all: Result<Vec<outbox::Message>, Fault> = self.town.house.db.read(read).await;
        all.unwrap().iter().any(|m| m.text.contains(words))
    }
}

#[tokio::test]
async fn whoever_is_asked_first_has_it_until_somebody_else_accepts() {
    for d in all().await {
        let (first, second) = (d.clerk(1).await, d.clerk(2).await);
        let id = d.ask(None).await;
        let (q, _) = d.question(id).await;
        assert_eq!((q.item.owner, q.item.due_on), (first, date(2026, 6, 26)), "two working days");
        assert_eq!(refused(d.press(id, 2, Wish::Answer("月底".into())).await), Refusal::NotYours);
        assert_eq!(refused(d.press(id, 2, Wish::Accept).await), Refusal::NotOffered);
        d.press(id, 1, Wish::Offer(second)).await.unwrap();
        assert_eq!(d.question(id).await.0.item.owner, first, "until it is accepted the first keeps it");
        d.press(id, 2, Wish::Accept).await.unwrap();
        assert_eq!(d.question(id).await.0.item.owner, second);
        assert_eq!(refused(d.press(id, 1, Wish::Told).await), Refusal::NotYours);
        d.press(id, 2, Wish::Answer("月底发。".into())).await.unwrap();
        let (q, log) = d.question(id).await;
        assert_eq!(q.item.state, State::Answered, "without a phone they hear it when they come");
        assert_eq!(log.last().unwrap().words.as_deref(), Some("月底发。"));
        d.press(id, 2, Wish::Told).await.unwrap();
        assert_eq!(d.facts("first-asked-closed").await[0]["late"], false);
        let steps: Vec<Step> = d.question(id).await.1.iter().map(|t| t.made.step).collect();
        assert_eq!(steps, [Step::Written, Step::Offered, Step::Accepted, Step::Answered, Step::Told]);
        d.sound().await;
    }
}

#[tokio::test]
async fn come_another_day_is_no_end_without_a_promise() {
    for d in all().await {
        let with = d.clerk(2).await;
        let id = d.ask(None).await;
        assert_eq!(refused(d.press(id, 1, Wish::AnotherDay(None)).await), Refusal::NoPromise);
        let past = Wish::AnotherDay(Some((wall(8, 0), with)));
        assert_eq!(refused(d.press(id, 1, past).await), Refusal::PromisePast);
        let night = Wish::AnotherDay(Some((wall(23, 0), with)));
        assert!(matches!(refused(d.press(id, 1, night).await), Refusal::Shut(Some(_))));
        let nobody = Wish::AnotherDay(Some((wall(14, 0), crate::tests::staff(77))));
        assert_eq!(refused(d.press(id, 1, nobody).await), Refusal::NobodyHere);
        d.press(id, 1, Wish::AnotherDay(Some((wall(14, 0), with)))).await.unwrap();
        assert_eq!(refused(d.press(id, 1, Wish::NobodyCame).await), Refusal::TooEarly(at(14, 0)));
        d.town.house.set_clock(at(14, 20));
        d.press(id, 1, Wish::Kept).await.unwrap();
        assert_eq!(d.question(id).await.0.item.state, State::Closed);
        assert_eq!(refused(d.press(id, 1, Wish::Kept).await), Refusal::Stands(State::Closed));
        d.sound().await;
    }
}

#[tokio::test]
async fn a_promise_that_was_not_kept_opens_it_again_and_says_so() {
    for d in all().await {
        let with = d.clerk(2).await;
        let kept = d.ask(None).await;
        let id = d.ask(Some("13800005521")).await;
        d.press(id, 1, Wish::AnotherDay(Some((wall(14, 0), with)))).await.unwrap();
        d.town.house.set_clock(at(15, 0));
        let (q, log) = d.question(id).await;
        assert_eq!(
            (q.item.state, q.item.broken, log.len()),
            (State::Open, true, 2),
            "time decides before any job runs"
        );
        d.jobs().await;
        d.jobs().await;
        let (q, log) = d.question(id).await;
        assert_eq!((q.item.state, q.item.broken), (State::Open, true));
        assert_eq!(log.last().unwrap().made.step, Step::Broken);
        assert!(d.told("没有做到").await, "the asker is told");
        let (h, station, now) = (d.town.house.house(), d.town.station.clone(), d.town.house.now());
        let look = move |c: &mut Conn| answers::questions(c, &h, &station, now);
        let open: Vec<QuestionId> =
            d.town.house.db.snapshot(look).await.unwrap().open.iter().map(|q| q.kept.id).collect();
        assert_eq!(open, [id, kept], "the broken one stands first");
        // With a phone an answer reaches them by itself.
        d.press(id, 1, Wish::Answer("月底发。".into())).await.unwrap();
        assert_eq!(d.question(id).await.0.item.state, State::Closed);
        assert!(d.told("月底发。").await);
        assert_eq!(d.facts("first-asked-closed").await[0]["broken"], true);
        d.sound().await;
    }
}

#[tokio::test]
async fn whoever_left_only_a_name_is_called_about_a_broken_promise_until_it_is_closed() {
    for d in all().await {
        let with = d.clerk(2).await;
        let id = d.ask(None).await;
        d.press(id, 1, Wish::AnotherDay(Some((wall(14, 0), with)))).await.unwrap();
        d.town.house.set_clock(at(15, 0));
        d.jobs().await;
        assert_eq!(d.to_call().await, 1);
        d.press(id, 1, Wish::Withdraw).await.unwrap();
        assert_eq!(d.to_call().await, 0);
        d.sound().await;
    }
}

#[tokio::test]
async fn a_question_is_overdue_by_working_days_and_forgotten_half_a_year_after_its_end() {
    for d in all().await {
        let id = d.ask(None).await;
        // Friday the 26th is the last day; the weekend and Monday are late.
        d.town.house.set_clock(at(9, 0) + SignedDuration::from_hours(24 * 5));
        let (q, _) = d.question(id).await;
        assert!(q.item.is_overdue(date(2026, 6, 27)) && !q.item.is_overdue(date(2026, 6, 26)));
        d.press(id, 1, Wish::Withdraw).await.unwrap();
        assert_eq!(d.facts("first-asked-closed").await[0]["late"], true);
        d.town.house.set_clock(at(9, 0) + SignedDuration::from_hours(24 * 184));
        d.jobs().await;
        assert!(d.question(id).await.0.what.is_some(), "not before half a year after its end");
        d.town.house.set_clock(at(9, 0) + SignedDuration::from_hours(24 * 186));
        d.jobs().await;
        let (q, log) = d.question(id).await;
        assert_eq!((q.what, q.name, log.len()), (None, None, 2), "its words go, its steps stay");
        d.sound().await;
    }
}

#[tokio::test]
async fn an_asker_takes_it_along_and_is_forgotten() {
    for d in all().await {
        let id = d.ask(Some("13800005521")).await;
        let (h, now) = (d.town.house.house(), d.town.house.now());
        let whole = move |c: &mut Conn| {
            let person = people::who_has(c, &h, &"13800005521".parse().unwrap())?.unwrap();
            let holding = crate::duty::holding();
            let told = (holding.export)(c, &h, person)?;
            (holding.erase)(c, &h, person, now)?;
            Ok::<_, Fault>((told, (holding.export)(c, &h, person)?))
        };
        let (told, left) = d.town.house.db.write(whole).await.unwrap();
        assert_eq!(told[0]["question"], "低保什么时候发？");
        assert_eq!(left, serde_json::json!([]));
        let (q, _) = d.question(id).await;
        assert_eq!((q.item.state, q.what, q.phone.is_some()), (State::Closed, None, false));
        d.sound().await;
    }
}
