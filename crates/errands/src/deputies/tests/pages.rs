use axum::http::StatusCode;
use kernel::view::View;
use kernel::words::{Lang, keys};

use super::{all, slot};
use crate::desk::tests::town::{DESK, get, get_in, send};

#[tokio::test]
async fn a_resident_takes_a_slot_without_a_name_and_follows_it_by_its_address() {
    for h in all().await {
        let day = h.announced(2).await;
        let list = get(&h.town, "", "/s/sanhe/deputies").await;
        assert!(list.says("马占山") && list.says("还空 3 个时段"), "{}", list.body);
        let path = format!("/s/sanhe/deputies/{day}");
        let page = get(&h.town, "", &path).await;
        let (at, once) = (slot(20).to_string(), page.hidden("once"));
        let form = [("at", at.as_str()), ("once", once.as_str())];
        let sent = send(&h.town, "", &format!("{path}/slots"), &form).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        assert_eq!(send(&h.town, "", &format!("{path}/slots"), &form).await.to, sent.to, "a double tap is one slot");
        let late = send(&h.town, "", &format!("{path}/slots"), &[("at", at.as_str())]).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.says("刚被别人约了") && late.says("09:40"), "what is free is offered");
        let mine = get(&h.town, "", &sent.to).await;
        assert!(mine.says("09:20") && mine.says("约好了"));
        // On the day the desk receives and routes; the office answers, the deputy cannot close.
        h.town.house.set_clock(slot(20));
        let (clerk, deputy) = (h.sign_in(1).await, h.sign_in(2).await);
        let id = sent.to.rsplit('/').next().unwrap();
        let item = format!("{DESK}/receptions/{id}");
        for form in [
            &[("press", "register"), ("words", "村口的路灯坏了。")][..],
            &[("press", "route"), ("office", "2"), ("days", "3")],
            &[("press", "answer"), ("words", "下周来修。")],
        ] {
            assert_eq!(send(&h.town, &clerk, &item, form).await.status, StatusCode::SEE_OTHER, "{form:?}");
        }
        let refused = send(&h.town, &deputy, &item, &[("press", "close")]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(refused.says("答复和办结只能由单位来做"));
        let mine = get(&h.town, "", &sent.to).await;
        assert!(mine.says("下周来修。") && mine.says("新时代文明实践所答复了"), "{}", mine.body);
        assert!(!mine.says("祁海燕"), "who of staff pressed is not told");
        let gone = send(&h.town, "", &format!("{}/cancellation", sent.to), &[]).await;
        assert_eq!(gone.status, StatusCode::CONFLICT, "who was received gives no slot back");
    }
}

#[tokio::test]
async fn a_clerk_announces_and_takes_slots_for_others() {
    for h in all().await {
        let day = [("deputy", "1"), ("from", "09:00"), ("until", "11:00"), ("minutes", "20"), ("place_zh", "联络室")];
        let path = format!("{DESK}/deputies");
        let late = send(&h.town, &h.clerk, &path, &[&day[..], &[("on", "2026-06-26")]].concat()).await;
        assert_eq!(late.status, StatusCode::CONFLICT);
        assert!(late.says("现在最早能公布 6月27日"), "{}", late.body);
        let sent = send(&h.town, &h.clerk, &path, &[&day[..], &[("on", "2026-06-30")]].concat()).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER);
        let id = h.announced(2).await;
        let one = format!("{DESK}/deputies/days/{id}");
        let at = slot(0).to_string();
        let taken = send(&h.town, &h.clerk, &format!("{one}/visits"), &[("at", at.as_str()), ("name", "罗大爷")]).await;
        assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
        assert!(get(&h.town, &h.clerk, &one).await.says("罗大爷"));
        let silent = send(&h.town, &h.clerk, &format!("{one}/calling-off"), &[("reason", "")]).await;
        assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(get(&h.town, &h.clerk, &format!("{DESK}/deputies/people")).await.status, StatusCode::NOT_FOUND);
        for page in ["/deputies", &format!("/deputies/days/{id}")] {
            for lang in ["zh-CN", "en"] {
                let page = get_in(&h.town, &h.clerk, &format!("{DESK}{page}"), lang).await;
                assert!(!shown(&page.body).contains("deputies-"), "{}", page.body);
            }
        }
    }
}

/// What stands between the tags of a page, and tags with a style of their own.
fn shown(page: &str) -> String {
    let texts = page.split('<').filter_map(|part| part.split_once('>'));
    texts.map(|(tag, text)| if tag.contains("style") { format!("{tag}{text}") } else { text.to_owned() }).collect()
}

#[test]
fn every_page_has_a_sample_in_both_languages() {
    assert_eq!(keys(crate::DEPUTIES_TEXTS.zh), keys(crate::DEPUTIES_TEXTS.en));
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let house = kernel::testing::on_sqlite(&[], &texts);
    for lang in [Lang::Zh, Lang::En] {
        let all = super::super::samples(&View::plain(&house, lang)).unwrap();
        assert!(all.len() > 30);
        for (name, page) in all {
            assert!(page.starts_with("<!DOCTYPE html>"), "{name}");
            for odd in ["deputies-", "duty-", "errands-", "public-", "form-", "{ $", " style=", "<style", "onclick"] {
                assert!(!shown(&page).contains(odd), "{name} has {odd}");
            }
        }
    }
}
