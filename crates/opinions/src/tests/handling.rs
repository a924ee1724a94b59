//! The desk.
use super::*;
use crate::rules::Step;

#[tokio::test]
async fn a_clerk_sees_what_was_given_to_them_and_nothing_else() {
    for town in towns().await {
        let (id, _) = town.says("路灯坏了").await;
        let (other, _) = town.says("井盖没了").await;
        assert!(town.inbox(ZHAO).await.is_empty());
        not_there(acts::screen(&town.doing, &town.staff[ZHAO], (id, None, None), None).await);
        town.given(id, ZHAO).await;
        let lines = town.inbox(ZHAO).await;
        assert_eq!(lines.iter().map(|l| l.id).collect::<Vec<_>>(), [id]);
        assert_eq!(town.case(ZHAO, other).await, Err(Fault::NotFound));
        assert_eq!(town.inbox(LI).await.len(), 2);
        not_there(town.answered(other, ZHAO).await);
        assert_eq!(refused(town.answered(other, WANG).await), Refusal::NotYet(State::Received));
    }
}

#[tokio::test]
async fn what_has_ended_is_among_all_and_not_among_what_runs() {
    for town in towns().await {
        let (open, _) = town.says("路灯坏了").await;
        let (answered, _) = town.done("井盖没了").await;
        let (ended, holder) = town.done("水停了").await;
        acts::solved(&town.doing, &holder, None).await.unwrap();
        let read = |filter: Filter| {
            let (h, station, now) = (town.house.house(), town.station.clone(), town.house.now());
            let staff = town.staff[WANG].clone();
            town.house.db.read(move |c| answers::inbox(c, &h, &station, &staff, &filter, now))
        };
        for (scope, state, expected) in [
            (Scope::Mine, None, vec![open]),
            (Scope::Running, None, vec![open, answered]),
            (Scope::All, None, vec![open, answered, ended]),
            (Scope::All, Some(State::Solved), vec![ended]),
            (Scope::Running, Some(State::Solved), vec![]),
        ] {
            let lines = read(Filter { scope, state, category: None }).await.unwrap();
            assert_eq!(lines.iter().map(|l| l.id).collect::<Vec<_>>(), expected, "{scope:?} {state:?}");
        }
    }
}

#[tokio::test]
async fn what_the_writer_did_has_no_time_at_the_desk() {
    for town in towns().await {
        let (id, _) = town.says("路灯坏了").await;
        town.given(id, ZHAO).await;
        let case = town.case(ZHAO, id).await.unwrap();
        let received = case.steps.iter().find(|s| s.step == Step::Received).unwrap();
        let wall = stations::wall(received.at, &town.station.zone);
        assert_eq!((wall.hour(), wall.minute()), (0, 0));
        assert!(case.similar.is_empty(), "only for managers");
        let named: Vec<&str> = case.assignable.iter().map(|(_, name)| name.as_str()).collect();
        assert_eq!(named.len(), 4);
    }
}

#[tokio::test]
async fn the_same_twice_is_merged_and_both_read_one_answer() {
    for town in towns().await {
        let (first, holder_of_first) = town.says("东村村口的路灯坏了好几天").await;
        let (second, holder) = town.says("村口的路灯坏了，晚上看不见").await;
        let (_, _) = town.says("食堂的饭太咸").await;
        let case = town.case(WANG, second).await.unwrap();
        assert_eq!(case.similar.iter().map(|l| l.id).collect::<Vec<_>>(), [first]);
        let merge = |id, into| acts::merge(&town.doing, &town.staff[WANG], (id, into), None);
        assert_eq!(refused(merge(first, first).await), Refusal::MergeSelf);
        merge(second, first).await.unwrap();
        assert_eq!(refused(merge(first, second).await), Refusal::MergeSelf);
        assert_eq!(town.seen(holder).await.merged_into.unwrap().answer, None);
        town.given(first, ZHAO).await;
        town.answered(first, ZHAO).await.unwrap();
        let merged = town.seen(holder).await.merged_into.unwrap();
        assert_eq!((merged.state, merged.answer.as_deref()), (State::Answered, Some("灯已修好。")));
        // Whoever takes the first back leaves the second standing.
        acts::withdraw(&town.doing, &holder_of_first).await.unwrap();
        let seen = town.seen(holder).await;
        assert_eq!(seen.state, State::Screened);
        let wall = stations::wall(seen.steps.last().unwrap().at, &town.station.zone);
        assert_eq!((wall.hour(), wall.minute()), (0, 0), "when the first was taken back nobody reads");
        town.sound().await;
    }
}

#[tokio::test]
async fn what_is_not_for_the_station_says_where_to_go_and_may_be_disputed() {
    for town in towns().await {
        let (id, holder) = town.says("高速公路收费太贵").await;
        let go = (id, "请拨打 12328。".to_owned());
        acts::out_of_scope(&town.doing, &town.staff[WANG], go, None).await.unwrap();
        let seen = town.seen(holder).await;
        assert_eq!((seen.state, seen.out_of_scope.as_deref()), (State::OutOfScope, Some("请拨打 12328。")));
        acts::dispute(&town.doing, &holder, ("收费站归镇里".into(), vec![]), None).await.unwrap();
        assert_eq!(town.seen(holder).await.state, State::Disputed);
        town.sound().await;
    }
}

#[tokio::test]
async fn categories_have_codes_of_their_own_and_only_managers_change_them() {
    for town in towns().await {
        let at = town.station.id;
        let all = town.house.db.read(move |c| answers::categories(c, at)).await.unwrap();
        assert_eq!(all.len(), acts::STARTERS.len());
        let draft = acts::CategoryDraft {
            slug: "roads".into(),
            name_zh: "路".into(),
            name_en: String::new(),
            clocks: crate::rules::Clocks::USUAL,
            elsewhere_zh: String::new(),
            elsewhere_en: String::new(),
            retired: true,
        };
        let set = |who: usize, id| acts::set_category(&town.doing, &town.staff[who], (id, draft.clone()), None);
        assert_eq!(refused(set(WANG, None).await), Refusal::SlugTaken);
        let roads = all.iter().find(|k| k.slug == "roads").unwrap().id;
        not_there(set(ZHAO, Some(roads)).await);
        set(WANG, Some(roads)).await.unwrap();
        let new = New { category: Some(roads), ..said("x") };
        assert_eq!(refused(acts::leave(&town.doing, new, None, None).await), Refusal::NoCategory);
        acts::starter(&town.doing, &town.staff[WANG]).await.unwrap();
        let again = town.house.db.read(move |c| answers::categories(c, at)).await.unwrap();
        assert_eq!(again.len(), all.len(), "nothing is made twice");
    }
}

#[tokio::test]
async fn an_opinion_that_was_answered_counts_once_and_by_its_day_alone() {
    for town in towns().await {
        let (id, holder) = town.done("路灯坏了").await;
        let counted = async || {
            let (at, june) = (town.station.id, jiff::civil::date(2026, 6, 1));
            let read = move |c: &mut Conn| kernel::fact::between(c, at, "opinion.answered", june, june.last_of_month());
            town.house.db.read(read).await.unwrap()
        };
        let facts = counted().await;
        let wall = stations::wall(facts[0].at, &town.station.zone);
        assert_eq!((facts.len(), wall.to_string().as_str()), (1, "2026-06-27T00:00:00"));
        assert_ne!(facts[0].id, id.0, "it leads to no opinion");
        assert_eq!(facts[0].id.0.get_version_num(), 4, "its key has no hour in it");
        acts::dispute(&town.doing, &holder, ("还是不亮".into(), vec![]), None).await.unwrap();
        town.answered(id, ZHAO).await.unwrap();
        assert_eq!(counted().await.len(), 1, "the second answer to one opinion");
        // Whoever was sent elsewhere and was right got no answer before.
        let (sent, holder) = town.says("收费站的路坏了").await;
        let go = (sent, "请拨打 12328。".to_owned());
        acts::out_of_scope(&town.doing, &town.staff[WANG], go, None).await.unwrap();
        acts::dispute(&town.doing, &holder, ("收费站归镇里".into(), vec![]), None).await.unwrap();
        town.given(sent, ZHAO).await;
        assert_eq!(counted().await.len(), 1);
        town.answered(sent, ZHAO).await.unwrap();
        assert_eq!(counted().await.len(), 2);
        town.sound().await;
    }
}
