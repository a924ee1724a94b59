//! From a draft to the hand-over, and what is refused on the way.
use kernel::view::View;
use kernel::words::Lang;

use super::*;
use crate::acts::{NewClaimer, Who};
use crate::answers::Seen;
use crate::rules::May;

const HELPER: &str = "13700001111";

#[tokio::test]
async fn a_wish_goes_from_the_first_word_to_the_hand_of_whoever_wished() {
    for town in towns().await {
        let (id, code) = town.drafts(thing(Kind::Warm, "保暖鞋，42 码"), luo()).await;
        assert_eq!(town.card(id).await, Err(Fault::NotFound), "a draft");
        town.asks(id).await.unwrap();
        town.looks(ZHAO, id, None).await.unwrap();
        assert!(town.pool(Filter::default()).await.is_empty(), "one pair of eyes");
        town.looks(QI, id, None).await.unwrap();
        let card = town.pool(Filter::default()).await.remove(0);
        assert_eq!((card.id, card.item.as_str(), card.village, card.days_left), (id, "保暖鞋，42 码", None, 90));

        let helper = town.person(HELPER).await;
        let claimed = town.claims(id, helper).await.unwrap();
        assert_eq!(claimed.until, town.house.now() + crate::rules::LEASE);
        assert_eq!(town.card(id).await.unwrap().state, Seen::Taken);
        acts::contacted(&town.house, &town.station, id, town.by(LI)).await.unwrap();
        let again = acts::contacted(&town.house, &town.station, id, town.by(QI)).await;
        assert_eq!(refused(again), NoWish::Contacted, "time is added once");
        let held = town.whole(LI, id).await.claim.unwrap();
        assert_eq!(held.until, claimed.until + crate::rules::CONTACT_ADDS);

        assert_eq!(refused(town.hands(id, &code).await), NoHandover::NotThere);
        town.delivers(id).await;
        let told = town.told().await;
        assert_eq!(told.len(), 1);
        assert_eq!((told[0].0.as_str(), told[0].1.as_str()), ("wish-arrived", "13900005521"));
        assert!(!told[0].2.contains("鞋") && !told[0].2.contains("心愿"), "{}", told[0].2);
        town.hands(id, &code).await.unwrap();
        assert_eq!(town.card(id).await.unwrap().state, Seen::Fulfilled);
        assert_eq!((town.facts("wish.published").await, town.facts("wish.fulfilled").await), (1, 1));
        let kinds = ["drafted", "asked", "reviewed", "published", "claimed", "contacted", "delivered", "handed-over"];
        assert_eq!(town.done().await, kinds.map(|kind| format!("wish.{kind}")));
        town.sound().await;
    }
}

#[tokio::test]
async fn every_event_is_told_in_both_languages() {
    for town in towns().await {
        let (id, code) = town.shoes().await;
        let helper = town.person(HELPER).await;
        town.claims(id, helper).await.unwrap();
        acts::give_up(
            &town.house,
            &town.station,
            town.whole(QI, id).await.claim.unwrap().id,
            Who::Staff(town.staff[QI].id),
            None,
        )
        .await
        .unwrap();
        town.claims(id, helper).await.unwrap();
        town.delivers(id).await;
        acts::new_code(&town.house, &town.station, id, town.by(LI)).await.unwrap();
        assert_eq!(refused(town.hands(id, &code).await), NoHandover::WrongCode { left: 4 }, "the old code");
        acts::withdraw(&town.house, &town.station, id, town.by(SUN)).await.unwrap();
        let said: std::collections::BTreeSet<String> = town.done().await.into_iter().collect();
        let words = [include_str!("../../words/events-zh-CN.ftl"), include_str!("../../words/events-en.ftl")];
        for kind in said {
            let key = format!("event-{} = ", kind.replace('.', "-"));
            assert!(words.iter().all(|words| words.contains(&key)), "{key}");
        }
    }
}

#[tokio::test]
async fn the_same_request_again_is_one_wish_and_the_same_code() {
    for town in towns().await {
        let once = || {
            let key = acts::once(&town.house, "4f1c", &town.staff[LI].id.to_string(), &"a draft");
            (&town.staff[LI], key)
        };
        let draft = || (thing(Kind::Warm, "棉被一床"), luo());
        let first = acts::draft(&town.house, &town.station, draft(), once()).await.unwrap();
        let again = acts::draft(&town.house, &town.station, draft(), once()).await.unwrap();
        assert_eq!(first, again);
        assert_eq!(town.desk(LI).await.len(), 1);
        let dump = town.dump().await;
        assert!(!dump.contains(&first.1), "the code is nowhere in the clear");
        assert!(!dump.contains("罗大爷") && !dump.contains("13900005521"));
    }
}

#[tokio::test]
async fn nobody_has_two_wishes_by_one_number_and_children_of_a_guardian_may() {
    for town in towns().await {
        let (id, _) = town.drafts(thing(Kind::Warm, "棉被一床"), luo()).await;
        let second =
            acts::draft(&town.house, &town.station, (thing(Kind::Hobby, "象棋一副"), luo()), town.by(ZHAO)).await;
        assert_eq!(refused(second), NoWish::HasOne);
        let child = || NewPerson { minor: true, guardian: true, ..luo() };
        town.drafts(thing(Kind::Learning, "书包一个"), child()).await;
        town.drafts(thing(Kind::Learning, "彩笔一盒"), child()).await;
        let alone = NewPerson { guardian: false, ..child() };
        let alone =
            acts::draft(&town.house, &town.station, (thing(Kind::Learning, "书包一个"), alone), town.by(LI)).await;
        assert_eq!(refused(alone), NoWish::NeedsGuardian);
        acts::withdraw(&town.house, &town.station, id, town.by(LI)).await.unwrap();
        town.drafts(thing(Kind::Hobby, "象棋一副"), luo()).await;
        town.sound().await;
    }
}

#[tokio::test]
async fn a_village_is_one_of_the_township_and_stands_in_no_item() {
    for town in towns().await {
        let elsewhere = Draft { village: Some(630_203_103_200), ..thing(Kind::Warm, "棉被一床") };
        let done = acts::draft(&town.house, &town.station, (elsewhere, luo()), town.by(LI)).await;
        assert_eq!(refused(done), NoWish::NoVillage);
        let named =
            acts::draft(&town.house, &town.station, (thing(Kind::Warm, "骆驼堡的棉被"), luo()), town.by(LI)).await;
        assert_eq!(refused(named), NoWish::NamesVillage { word: "骆驼堡".into() });
        let hers = (thing(Kind::Warm, "罗永福的棉被"), whose("罗永福", None).unwrap());
        let named = acts::draft(&town.house, &town.station, hers, town.by(LI)).await;
        assert_eq!(refused(named), NoWish::NamesPerson { word: "罗永福".into() });
        assert!(town.desk(LI).await.is_empty());
    }
}

#[tokio::test]
async fn what_was_public_with_its_village_keeps_its_kind_and_no_earlier_writer_looks_at_it() {
    for town in towns().await {
        let from = |kind, name| Draft { village: Some(LUOTUOBAO), ..thing(kind, name) };
        let (id, _) = town.opens(from(Kind::Warm, "棉被一床"), luo()).await;
        let anew = |read, draft, who| acts::redraft(&town.house, &town.station, (id, read, draft), town.by(who));
        assert_eq!(refused(anew(1, from(Kind::Hobby, "象棋一副"), LI).await), NoWish::KindStays);
        assert_eq!(anew(1, from(Kind::Warm, "棉被两床"), QI).await.unwrap(), 2);
        assert_eq!(anew(2, from(Kind::Warm, "厚棉被两床"), LI).await.unwrap(), 3);
        assert_eq!(refused(town.looks(QI, id, None).await), NoReview::OwnDraft, "who wrote the version before");
        town.looks(ZHAO, id, None).await.unwrap();
        town.looks(SUN, id, None).await.unwrap();
        town.sound().await;
    }
}

#[tokio::test]
async fn what_is_written_anew_is_looked_at_anew() {
    for town in towns().await {
        let (id, _) = town.shoes().await;
        let anew = |read, name: &str| {
            let asked = (id, read, thing(Kind::Warm, name));
            let (house, station, by) = (&town.house, &town.station, town.by(QI));
            async move { acts::redraft(house, station, asked, by).await }
        };
        assert_eq!(anew(1, "保暖鞋，42 码").await.unwrap(), 1, "nothing is new");
        assert_eq!(town.state(id).await, State::Open);
        assert_eq!(anew(1, "保暖鞋，43 码").await.unwrap(), 2);
        assert_eq!(refused(anew(1, "保暖鞋，44 码").await), NoWish::Moved);
        assert_eq!(town.state(id).await, State::Asked);
        assert_eq!(town.card(id).await, Err(Fault::NotFound), "it has left the pool");
        assert_eq!(refused(town.looks(QI, id, None).await), NoReview::OwnDraft, "whoever wrote it anew");
        assert_eq!(refused(town.looks(LI, id, None).await), NoReview::OwnDraft, "who recorded the consent");
        town.looks(ZHAO, id, None).await.unwrap();
        assert_eq!(refused(town.looks(ZHAO, id, None).await), NoReview::Twice);
        let ends_on = town.whole(QI, id).await.wish.ends_on;
        town.later(10).await;
        town.looks(SUN, id, None).await.unwrap();
        let whole = town.whole(QI, id).await;
        assert_eq!((whole.wish.state, whole.wish.ends_on), (State::Open, ends_on), "its days go on");
        assert_eq!(town.facts("wish.published").await, 1, "it is published once");
        town.claims(id, town.person(HELPER).await).await.unwrap();
        assert_eq!(refused(anew(2, "保暖鞋，45 码").await), NoWish::Taken);
        town.sound().await;
    }
}

#[tokio::test]
async fn a_no_is_objected_to_and_somebody_else_decides() {
    for town in towns().await {
        let (id, _) = town.drafts(thing(Kind::Appliance, "电饭锅 3L"), luo()).await;
        town.asks(id).await.unwrap();
        assert_eq!(refused(town.looks(ZHAO, id, Some("")).await), NoReview::NoWhy);
        town.looks(ZHAO, id, Some("上个月刚领过")).await.unwrap();
        assert_eq!(town.state(id).await, State::Refused);
        let appeal = || acts::appeal(&town.house, &town.station, (id, "那是邻居领的，不是我".into()), town.by(LI));
        let first = appeal().await.unwrap();
        assert_eq!(refused(appeal().await), NoWish::Appealed);
        let decide = |who, appeal, upheld| {
            acts::decide_appeal(&town.house, &town.station, (appeal, upheld, "查过了".into()), town.by(who))
        };
        assert_eq!(refused(decide(ZHAO, first, true).await), NoWish::SameHand);
        assert_eq!(refused(decide(LI, first, true).await), NoWish::SameHand);
        assert!(town.whole(SUN, id).await.may.contains(&May::DecideAppeal));
        assert!(town.whole(SUN, id).await.appeals[0].why.is_some(), "whoever decides reads why");
        assert_eq!(town.whole(ZHAO, id).await.appeals[0].why, None);
        decide(SUN, first, false).await.unwrap();
        assert_eq!(refused(decide(QI, first, true).await), NoWish::Decided);
        let whole = town.whole(QI, id).await;
        assert_eq!((whole.wish.state, whole.wish.version), (State::Asked, 2));
        // A no again is objected to again, and stands.
        town.looks(ZHAO, id, Some("还是不合适")).await.unwrap();
        let second = appeal().await.unwrap();
        decide(QI, second, true).await.unwrap();
        assert_eq!(town.state(id).await, State::Refused);
        assert!(!town.dump().await.contains("邻居领的"), "what somebody objects to is sealed");
        town.sound().await;
    }
}

#[tokio::test]
async fn wrong_codes_are_counted_until_a_new_one_is_made() {
    for town in towns().await {
        let (id, code) = town.shoes().await;
        town.claims(id, town.person(HELPER).await).await.unwrap();
        town.delivers(id).await;
        let wrong = if code == "000000" { "111111" } else { "000000" };
        for left in [4, 3, 2, 1, 0] {
            assert_eq!(refused(town.hands(id, wrong).await), NoHandover::WrongCode { left });
        }
        assert_eq!(refused(town.hands(id, &code).await), NoHandover::TooManyTries);
        assert_eq!(town.whole(LI, id).await.person.unwrap().tries, 5);
        not_there(acts::new_code(&town.house, &town.station, id, town.by(SUN)).await);
        let fresh = acts::new_code(&town.house, &town.station, id, town.by(LI)).await.unwrap();
        town.hands(id, &fresh).await.unwrap();
        assert_eq!(town.state(id).await, State::Fulfilled);
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_has_two_gives_one_back_first() {
    for town in towns().await {
        let ids = town.more(Kind::Hobby, 3).await;
        let (me, other) = (town.person(HELPER).await, town.person("13700002222").await);
        let first = town.claims(ids[0], me).await.unwrap();
        town.claims(ids[1], me).await.unwrap();
        assert_eq!(refused(town.claims(ids[0], me).await), NoClaim::Yours);
        assert_eq!(refused(town.claims(ids[2], me).await), NoClaim::TooMany { most: 2 });
        let give = |who| acts::give_up(&town.house, &town.station, first.claim, who, None);
        not_there(give(Who::Person(other)).await);
        give(Who::Person(me)).await.unwrap();
        not_there(give(Who::Person(me)).await);
        assert_eq!(town.facts("wish.lapsed").await, 1);
        town.claims(ids[2], me).await.unwrap();
        // What was brought is not counted, and only staff give it back.
        town.delivers(ids[1]).await;
        town.claims(ids[0], me).await.unwrap();
        let brought = town.whole(QI, ids[1]).await.claim.unwrap();
        let give = |who| acts::give_up(&town.house, &town.station, brought.id, who, None);
        assert_eq!(refused(give(Who::Person(me)).await), NoWish::NotNow(State::Delivered));
        give(Who::Staff(town.staff[SUN].id)).await.unwrap();
        assert_eq!(town.state(ids[1]).await, State::Open);
        town.sound().await;
    }
}

#[tokio::test]
async fn at_the_desk_somebody_without_a_phone_takes_a_wish_on() {
    for town in towns().await {
        let (id, _) = town.shoes().await;
        let claimer = NewClaimer { name: "马师傅".parse().unwrap(), phone: None };
        acts::claim_for(&town.house, &town.station, (id, claimer), town.by(SUN)).await.unwrap();
        let known = |who| {
            let whole = town.whole(who, id);
            async move { whole.await.claim.unwrap().known.map(|known| known.name) }
        };
        assert_eq!((known(LI).await, known(QI).await), (Some("马师傅".into()), Some("马师傅".into())));
        assert_eq!(known(ZHAO).await, None, "whoever does not look after it");
        let draft = town.drafts(thing(Kind::Hobby, "象棋一副"), whose("王奶奶", None).unwrap()).await.0;
        let claimer = NewClaimer { name: "马师傅".parse().unwrap(), phone: None };
        let hidden = acts::claim_for(&town.house, &town.station, (draft, claimer), town.by(SUN)).await;
        assert_eq!(refused(hidden), NoClaim::NotOpen);
        town.sound().await;
    }
}

#[tokio::test]
async fn whom_no_message_reaches_a_clerk_calls() {
    for town in towns().await {
        let (id, _) = town.opens(thing(Kind::Warm, "棉被一床"), whose("王奶奶", Some("0972-8612345")).unwrap()).await;
        town.claims(id, town.person(HELPER).await).await.unwrap();
        let list = || {
            let (h, station) = (town.house.house(), town.station.clone());
            let read = move |c: &mut Conn| answers::to_call(c, &h, &View::plain(&h, Lang::Zh), &station);
            town.house.db.snapshot(read)
        };
        assert_eq!(list().await.unwrap().len(), 0);
        town.delivers(id).await;
        assert!(town.told().await.is_empty());
        let line = list().await.unwrap().remove(0);
        assert_eq!((line.name.as_deref(), line.phone.is_some()), (Some("王奶奶"), true));
        assert!(line.answered_at.starts_with("/desk/wishes/calls/"), "{}", line.answered_at);
        assert!(!line.answered_at.contains(&id.to_string()) && line.id != id.0);
        assert_ne!(line.id, town.whole(SUN, id).await.claim.unwrap().id.0, "nothing else shows it");
        assert!(!line.text.contains("棉被"), "{}", line.text);
        assert_eq!(town.desk(SUN).await[0].todo(), Some(May::Tell));
        for _ in 0..2 {
            acts::told(&town.house, &town.station, id, town.by(SUN)).await.unwrap();
        }
        assert_eq!(list().await.unwrap().len(), 0);
        assert_eq!(town.desk(SUN).await[0].todo(), Some(May::HandOver));
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_asks_to_be_called_waits_once_and_is_gone_when_that_is_done() {
    for town in towns().await {
        let peer = kernel::view::Peer::new("192.0.2.1".parse().unwrap());
        let ask = || {
            let new = acts::NewAsk { name: "罗大爷".parse().unwrap(), phone: "13900005521".parse().unwrap() };
            acts::ask_to_be_called(&town.house, &peer, &town.station, new, None)
        };
        let id = ask().await.unwrap();
        assert_eq!(ask().await.unwrap(), id);
        let dump = town.dump().await;
        assert!(!dump.contains("罗大爷") && !dump.contains("13900005521"));
        let waiting = || {
            let (h, station) = (town.house.house(), town.station.clone());
            town.house.db.snapshot(move |c: &mut Conn| answers::asks(c, &h, &station))
        };
        let one = waiting().await.unwrap().remove(0);
        assert_eq!((one.name.as_str(), one.phone.full()), ("罗大爷", "13900005521"));
        acts::ask_done(&town.house, &town.station, id, town.by(SUN)).await.unwrap();
        assert!(waiting().await.unwrap().is_empty());
        assert_eq!(acts::ask_done(&town.house, &town.station, id, town.by(SUN)).await, Err(Fault::NotFound));
        ask().await.unwrap();
        town.later(30).await;
        assert!(waiting().await.unwrap().is_empty(), "forgotten after thirty days");
    }
}
