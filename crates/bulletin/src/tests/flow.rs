//! From a draft to what everybody reads.
use kernel::once::Once;

use super::*;
use crate::rules::Stands;

#[tokio::test]
async fn somebody_else_publishes_what_one_has_written() {
    for town in towns().await {
        let id = town.drafts(&town.li, text("书屋开到九点", "从周六起。")).await;
        assert_eq!(town.look(id).await, Err(Fault::NotFound), "a draft is nobody's to read");
        assert_eq!(refused(town.publishes(&town.li, id, 1).await), NoNotice::SameHand);
        town.publishes(&town.qi, id, 1).await.unwrap();
        let public = town.public(id).await;
        assert_eq!(public.listed.version.draft.title, "书屋开到九点");
        assert_eq!(public.editor.as_deref(), Some("李建国"));
        assert_eq!(refused(town.publishes(&town.qi, id, 1).await), NoNotice::NothingNew);
        assert_eq!(town.done().await, ["notice.drafted", "notice.asked", "notice.published"]);
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_changes_what_they_look_at_has_written_it() {
    for town in towns().await {
        let id = town.drafts(&town.li, text("书屋开到九点", "从周六起。")).await;
        town.rewrites(&town.qi, (id, 1), (text("书屋开到十点", "从周六起。"), "")).await.unwrap();
        assert_eq!(refused(town.publishes(&town.qi, id, 2).await), NoNotice::SameHand);
        assert_eq!(refused(town.publishes(&town.li, id, 1).await), NoNotice::Moved);
        town.publishes(&town.li, id, 2).await.unwrap();
        assert_eq!(town.public(id).await.listed.version.nr, 2);
        town.sound().await;
    }
}

#[tokio::test]
async fn a_manager_alone_publishes_and_the_page_of_changes_says_so() {
    for town in towns().await {
        let id = town.drafts(&town.qi, text("今天停电", "下午两点到四点。")).await;
        assert_eq!(refused(town.publishes(&town.qi, id, 1).await), NoNotice::SameHand);
        town.leaves(town.li.at.id).await;
        let page = town.get_as(&town.qi, &format!("/s/sanhe/desk/notices/{id}")).await.text();
        assert!(page.contains("这里只有您一个人") && page.contains("/publication"), "{page}");
        town.publishes(&town.qi, id, 1).await.unwrap();
        assert_eq!(town.done().await.last().map(String::as_str), Some("notice.published-alone"));
        assert!(town.whole(id).await.versions[0].alone);
        town.sound().await;
    }
}

#[tokio::test]
async fn a_clerk_alone_does_not_publish() {
    for town in towns().await {
        let id = town.drafts(&town.li, text("今天停电", "下午两点到四点。")).await;
        town.leaves(town.qi.at.id).await;
        assert_eq!(refused(town.publishes(&town.li, id, 1).await), NoNotice::SameHand);
    }
}

#[tokio::test]
async fn a_correction_is_read_once_somebody_else_has_looked_and_says_what() {
    for town in towns().await {
        let id = town.tells(text("书屋开到九点", "从周六起。")).await;
        let first = town.public(id).await.listed.published_at();
        assert_eq!(
            refused(town.rewrites(&town.li, (id, 1), (text("书屋开到八点", "从周六起。"), "")).await),
            NoNotice::NoWhat
        );
        town.house.wait(SignedDuration::from_mins(5));
        let corrected = (text("书屋开到八点", "从周六起。"), "不是九点，是八点");
        assert_eq!(town.rewrites(&town.li, (id, 1), corrected).await.unwrap(), 2);
        assert_eq!(town.public(id).await.listed.version.draft.title, "书屋开到九点", "nobody has looked yet");
        assert_eq!(refused(town.publishes(&town.li, id, 2).await), NoNotice::SameHand);
        town.publishes(&town.qi, id, 2).await.unwrap();
        let public = town.public(id).await;
        assert_eq!(public.listed.version.draft.title, "书屋开到八点");
        assert_eq!(public.corrections.len(), 1);
        assert_eq!(public.corrections[0].what, "不是九点，是八点");
        assert_eq!((public.listed.published_at(), public.listed.changed_at()), (first, town.house.now()));
        let page = town.get(&format!("/s/sanhe/notices/{id}")).await.text();
        assert!(page.contains("更正于") && page.contains("不是九点，是八点"), "{page}");
        assert!(town.found("九点").await.is_empty() && town.found("八点").await == [id]);
        let (history, last) = (town.whole(id).await.versions, town.done().await.pop());
        assert_eq!(
            history.iter().map(|v| v.draft.title.as_str()).collect::<Vec<_>>(),
            ["书屋开到八点", "书屋开到九点"]
        );
        assert_eq!(last.as_deref(), Some("notice.corrected"));
        town.sound().await;
    }
}

#[tokio::test]
async fn a_draft_that_is_written_anew_corrects_nothing() {
    for town in towns().await {
        let id = town.drafts(&town.li, text("书屋开到九点", "从周六起。")).await;
        town.rewrites(&town.li, (id, 1), (text("书屋开到八点", "从周六起。"), "不是九点")).await.unwrap();
        town.publishes(&town.qi, id, 2).await.unwrap();
        assert!(town.public(id).await.corrections.is_empty(), "nobody has read the first version");
    }
}

#[tokio::test]
async fn a_notice_that_changes_nothing_is_no_version() {
    for town in towns().await {
        let id = town.drafts(&town.li, text("一", "二")).await;
        assert_eq!(town.rewrites(&town.qi, (id, 1), (text("一", "二"), "")).await.unwrap(), 1);
        let whole = town.whole(id).await;
        assert_eq!((whole.versions.len(), whole.notice.writer), (1, town.li.at.id));
    }
}

#[tokio::test]
async fn a_tap_that_comes_twice_writes_and_publishes_once() {
    for town in towns().await {
        let once = || Some(Once::new("tap", "li", &"draft"));
        let write = || acts::draft(&town.house, &town.station, (text("一", "二"), true), (town.li.at.id, once()));
        let (first, second) = (write().await.unwrap(), write().await.unwrap());
        assert_eq!(first, second);
        let once = || Some(Once::new("publish", "qi", &first));
        for _ in 0..2 {
            acts::publish(&town.house, &town.station, (first, 1), (&town.qi.at, once())).await.unwrap();
        }
        assert_eq!(town.done().await.iter().filter(|kind| *kind == "notice.published").count(), 1);
    }
}

#[tokio::test]
async fn of_many_who_publish_at_once_one_does() {
    for town in towns().await {
        let id = town.drafts(&town.li, text("一", "二")).await;
        let all: Vec<_> = (0..16)
            .map(|_| {
                let (house, station, qi) = (town.house.house(), town.station.clone(), town.qi.at.clone());
                tokio::spawn(async move { acts::publish(&house, &station, (id, 1), (&qi, None)).await })
            })
            .collect();
        let mut published = 0;
        for one in all {
            match one.await.unwrap() {
                Ok(()) => published += 1,
                not => assert_eq!(refused(not), NoNotice::NothingNew),
            }
        }
        assert_eq!((published, town.public(id).await.listed.notice.stands), (1, Stands::Public));
        town.sound().await;
    }
}
