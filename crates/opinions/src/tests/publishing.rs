//! What everybody may read.
use stations::Point;

use super::*;
use crate::answers::{Page, Post, PostFilter, PublicState};

async fn public(town: &Town) -> Vec<Post> {
    let at = town.station.id;
    let read = move |c: &mut Conn| answers::posts(c, at, &PostFilter::default());
    let Page { posts, total } = town.house.db.read(read).await.unwrap();
    assert_eq!(posts.len(), total);
    posts
}

/// Masked on a Saturday, and allowed.
async fn masked(town: &Town, text: &str) -> (PostId, Holder) {
    let point = Point::new(36.123_456, 102.654_321);
    let left = town.leaves(New { may_publish: true, point, ..said(text) }).await;
    town.given(left.id, ZHAO).await;
    town.answered(left.id, ZHAO).await.unwrap();
    (town.masks(left.id).await.unwrap(), Holder { id: left.id })
}

#[tokio::test]
async fn without_permission_nothing_is_written() {
    for town in towns().await {
        let (id, holder) = town.done("路灯坏了").await;
        assert_eq!(refused(town.masks(id).await), Refusal::NotPublic);
        acts::allow_public(&town.doing, &holder, true).await.unwrap();
        assert_eq!(town.seen(holder).await.public, Some(PublicState::Waiting));
        town.masks(id).await.unwrap();
        assert!(matches!(town.seen(holder).await.public, Some(PublicState::Masked { .. })));
        acts::allow_public(&town.doing, &holder, false).await.unwrap();
        assert_eq!(town.case(WANG, id).await.unwrap().post, None);
        town.sound().await;
    }
}

#[tokio::test]
async fn posts_go_out_on_mondays_and_not_alone() {
    for town in towns().await {
        let (first, holder) = masked(&town, "路灯坏了").await;
        masked(&town, "井盖没了").await;
        town.later(2).await;
        assert!(public(&town).await.is_empty(), "two wait for company");
        masked(&town, "水停了").await;
        town.later(1).await;
        assert!(public(&town).await.is_empty(), "it is Tuesday, and the third came after nine on Monday");
        town.later(6).await;
        let posts = public(&town).await;
        assert_eq!(posts.len(), 3);
        for post in &posts {
            assert_eq!(post.released_on, jiff::civil::date(2026, 7, 6));
            assert_eq!(post.released_on.weekday(), jiff::civil::Weekday::Monday);
            assert_eq!(post.answered_week.map(|on| on.weekday()), Some(jiff::civil::Weekday::Monday));
            assert_eq!(post.place, Point::new(36.123, 102.654));
            assert!(post.closed && !post.hidden);
        }
        assert_eq!(
            town.seen(holder).await.public,
            Some(PublicState::Released { post: first, on: posts[0].released_on })
        );
        let one = |q: &str| PostFilter { q: Some(q.into()), ..PostFilter::default() };
        let at = town.station.id;
        for (q, n) in [("路灯", 3), ("led", 3), ("已修好", 3), ("没有这个词", 0), ("没有\0这个词", 0), ("%", 0)]
        {
            let filter = one(q);
            let found = town.house.db.read(move |c| answers::posts(c, at, &filter)).await.unwrap();
            assert_eq!(found.total, n, "{q}");
        }
        town.sound().await;
    }
}

#[tokio::test]
async fn one_that_waits_four_weeks_goes_alone() {
    for town in towns().await {
        masked(&town, "路灯坏了").await;
        for weeks in 1..=4 {
            town.later(7).await;
            assert!(public(&town).await.is_empty(), "{weeks}");
        }
        town.later(7).await;
        assert_eq!(public(&town).await.len(), 1);
    }
}

#[tokio::test]
async fn what_has_become_of_it_is_told_on_the_next_monday() {
    for town in towns().await {
        let mut ids = vec![];
        for text in ["路灯坏了", "井盖没了"] {
            let left = town.leaves(New { may_publish: true, ..said(text) }).await;
            town.given(left.id, ZHAO).await;
            ids.push((left.id, town.masks(left.id).await.unwrap()));
        }
        // Thursday 6 August: released on the third.
        town.later(40).await;
        let [(answered, first), (sorted, second)] = [ids[0], ids[1]];
        town.answered(answered, ZHAO).await.unwrap();
        let at = town.station.id;
        let roads = town.house.db.read(move |c| answers::categories(c, at)).await.unwrap().remove(1);
        acts::screen(&town.doing, &town.staff[WANG], (sorted, Some(roads.id), None), None).await.unwrap();
        let (third, tenth) = (jiff::civil::date(2026, 8, 3), jiff::civil::date(2026, 8, 10));
        for (days, expected) in
            [(1, [(false, false, third), (false, false, third)]), (3, [(true, false, tenth), (false, true, tenth)])]
        {
            town.later(days).await;
            let all = public(&town).await;
            let told = [first, second].map(|id| {
                let post = all.iter().find(|post| post.id == id).unwrap();
                (post.closed, post.category.is_some(), post.updated_on)
            });
            assert_eq!(told, expected, "{days}");
        }
        town.sound().await;
    }
}

#[tokio::test]
async fn hiding_needs_two_and_an_appeal_a_third_look() {
    for town in towns().await {
        let (post, holder) = masked(&town, "路灯坏了").await;
        let ask = |who: usize| acts::ask_hide(&town.doing, &town.staff[who], (post, "有人名".into()), None);
        let decide = |who: usize, hide| acts::decide_hide(&town.doing, &town.staff[who], (post, hide), None);
        assert_eq!(refused(ask(WANG).await), Refusal::NotReleased);
        town.later(40).await;
        assert_eq!(refused(decide(LI, true).await), Refusal::NothingToDecide);
        ask(WANG).await.unwrap();
        assert_eq!(refused(decide(WANG, true).await), Refusal::SameHand);
        assert!(!public(&town).await[0].hidden, "one hand changes nothing");
        let (h, station, li) = (town.house.house(), town.station.clone(), town.staff[LI].clone());
        let waiting = town.house.db.read(move |c| answers::to_decide(c, &h, &station, &li)).await.unwrap();
        assert_eq!(waiting.len(), 1);
        decide(LI, true).await.unwrap();
        let hidden = public(&town).await.remove(0);
        assert!(hidden.hidden && hidden.text.is_empty() && hidden.title.is_empty() && hidden.place.is_none());
        assert_eq!(hidden.hidden_reason.as_deref(), Some("有人名"));
        assert_eq!(refused(ask(LI).await), Refusal::AlreadyHidden);
        assert!(town.seen(holder).await.may_appeal);
        acts::appeal(&town.doing, &holder, "没有人名".into(), None).await.unwrap();
        assert!(!town.seen(holder).await.may_appeal);
        let judge = |who: usize, again| acts::decide_appeal(&town.doing, &town.staff[who], (post, again), None);
        assert_eq!(refused(judge(WANG, false).await), Refusal::SameHand);
        judge(ZHAO, true).await.unwrap();
        assert_eq!(refused(judge(LI, false).await), Refusal::NothingToDecide);
        let shown = public(&town).await.remove(0);
        assert!(!shown.hidden && shown.text == "村口路灯坏了。");
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_it_is_about_decides_nothing_about_its_post() {
    for town in towns().await {
        let left = town.leaves(New { may_publish: true, ..said("王长青占了车位") }).await;
        acts::screen(&town.doing, &town.staff[LI], (left.id, None, None), None).await.unwrap();
        let text = PublicText {
            title: "车位".into(),
            text: "有人占车位。".into(),
            answer: None,
            address: String::new(),
            with_point: false,
        };
        let post = acts::write_public(&town.doing, &town.staff[LI], (left.id, text), None).await.unwrap();
        town.later(40).await;
        assert_eq!(public(&town).await.len(), 1);
        not_there(acts::ask_hide(&town.doing, &town.staff[WANG], (post, "不实".into()), None).await);
        acts::ask_hide(&town.doing, &town.staff[LI], (post, "不实".into()), None).await.unwrap();
        not_there(acts::decide_hide(&town.doing, &town.staff[WANG], (post, true), None).await);
    }
}

#[tokio::test]
async fn whoever_is_named_in_an_appeal_does_not_judge_it_and_its_words_go_with_the_opinion() {
    for town in towns().await {
        let (post, holder) = masked(&town, "路灯坏了").await;
        town.later(40).await;
        acts::ask_hide(&town.doing, &town.staff[WANG], (post, "有人名".into()), None).await.unwrap();
        acts::decide_hide(&town.doing, &town.staff[LI], (post, true), None).await.unwrap();
        acts::appeal(&town.doing, &holder, "孙小丽不让说".into(), None).await.unwrap();
        let judge = |who: usize| acts::decide_appeal(&town.doing, &town.staff[who], (post, true), None);
        not_there(judge(SUN).await);
        town.later(400).await;
        let hides = town.house.db.read(open_appeals).await.unwrap();
        assert_eq!(hides, 0, "what whoever left it wrote is gone");
        not_there(judge(SUN).await);
        town.sound().await;
    }
}

/// How many appeals have words.
fn open_appeals(c: &mut Conn) -> Result<i64, Fault> {
    use crate::schema::opinion_hides as h;
    use diesel::prelude::*;
    Ok(kernel::on!(c, c => h::table.filter(h::appeal_sealed.is_not_null()).count().get_result(c))?)
}

#[tokio::test]
async fn what_is_taken_back_is_public_no_more() {
    for town in towns().await {
        let (_, holder) = masked(&town, "路灯坏了").await;
        town.later(40).await;
        assert_eq!(public(&town).await.len(), 1);
        acts::withdraw(&town.doing, &holder).await.unwrap();
        assert!(public(&town).await.is_empty());
        town.sound().await;
    }
}
