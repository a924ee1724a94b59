use axum::http::StatusCode;
use kernel::view::View;
use kernel::words::{Lang, keys};

use super::all;
use crate::desk::tests::town::{DESK, get, get_in, send};

#[tokio::test]
async fn a_clerk_fills_a_gap_and_everybody_reads_who_is_there() {
    for d in all().await {
        let page = get(&d.town, &d.clerk, &format!("{DESK}/duty?post=1")).await;
        assert!(page.says("14:00–18:00 没有人"), "{}", page.body);
        let me = d.clerk(1).await.to_string();
        let (once, path) = (page.hidden("once"), format!("{DESK}/duty/shifts"));
        let shift =
            [("post", "1"), ("on", "2026-06-24"), ("from", "08:30"), ("until", "12:00"), ("staff", me.as_str())];
        let typed = [&shift[..], &[("once", once.as_str())]].concat();
        let sent = send(&d.town, &d.clerk, &path, &typed).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        assert_eq!(send(&d.town, &d.clerk, &path, &typed).await.status, StatusCode::SEE_OTHER, "a double press is one");
        let public = get(&d.town, "", "/s/sanhe/duty").await;
        assert!(public.says("祁同志在岗，到 12:00") && public.says("现在没有人值守"), "{}", public.body);
        assert!(!public.says("祁海燕"), "strangers read a surname");
        let twice = send(&d.town, &d.clerk, &path, &[&shift[1..], &[("post", "2"), ("once", "x")]].concat()).await;
        assert_eq!(twice.status, StatusCode::CONFLICT);
        assert!(twice.says("一个人不能站两处"));
        let nobody = send(&d.town, &d.clerk, &path, &shift[..4]).await;
        assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(nobody.says("请选一位"));
    }
}

#[tokio::test]
async fn a_question_takes_one_field_and_another_day_takes_a_promise() {
    for d in all().await {
        let path = format!("{DESK}/first-asked");
        let page = get(&d.town, &d.clerk, &path).await;
        let sent = send(&d.town, &d.clerk, &path, &[("what", "路灯谁管？"), ("once", &page.hidden("once"))]).await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        let id = sent.to.split("written=").nth(1).unwrap();
        let one = format!("{path}/{id}");
        assert!(get(&d.town, &d.clerk, &path).await.says("后天前答复"));
        let refused = send(&d.town, &d.clerk, &one, &[("press", "another-day"), ("on", "2026-06-25")]).await;
        assert_eq!(refused.status, StatusCode::CONFLICT);
        assert!(refused.says("请人改天来，要写清哪天几点、谁在"));
        assert!(get(&d.town, &d.other, &one).await.says("别人只能看"));
        let with = d.clerk(2).await.to_string();
        let promise = [("press", "another-day"), ("on", "2026-06-25"), ("at", "14:00"), ("staff", with.as_str())];
        assert_eq!(send(&d.town, &d.clerk, &one, &promise).await.status, StatusCode::SEE_OTHER);
        assert!(get(&d.town, &d.clerk, &one).await.says("约好 明天 14:00 来"));
        let empty = send(&d.town, &d.clerk, &path, &[("what", " ")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn a_manager_writes_posts_and_nobody_sees_a_key() {
    for d in all().await {
        let post = [("name_zh", "食堂岗"), ("hours", "Mo-Fr 11:30-13:00"), ("once", "a")];
        let path = format!("{DESK}/duty/posts/new");
        assert_eq!(send(&d.town, &d.clerk, &path, &post).await.status, StatusCode::NOT_FOUND);
        assert_eq!(send(&d.town, &d.manager, &path, &post).await.status, StatusCode::SEE_OTHER);
        let odd = send(&d.town, &d.manager, &path, &[("name_zh", "岗"), ("hours", "8-18")]).await;
        assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
        let one = format!("{DESK}/duty/posts/3");
        let page = get(&d.town, &d.manager, &one).await;
        let seen = page.hidden("seen");
        let changed = [("name_zh", "食堂先锋岗"), ("hours", "Mo-Fr 11:30-13:00"), ("seen", seen.as_str())];
        assert_eq!(send(&d.town, &d.manager, &one, &changed).await.status, StatusCode::SEE_OTHER);
        let late = send(&d.town, &d.manager, &one, &[("name_zh", "岗"), changed[1], changed[2]]).await;
        assert_eq!(late.status, StatusCode::CONFLICT, "two managers do not overwrite each other");
        for page in ["/duty", "/duty?post=3&on=2026-07-01", "/duty/posts/1", "/first-asked"] {
            for lang in ["zh-CN", "en"] {
                let page = get_in(&d.town, &d.manager, &format!("{DESK}{page}"), lang).await;
                assert_eq!(page.status, StatusCode::OK);
                for odd in ["duty-", "errands-", " style=", "<style", "onclick", "<script>"] {
                    assert!(!shown(&page.body).contains(odd), "{odd}: {}", page.body);
                }
            }
        }
    }
}

/// What stands between the tags of a page, and the tags without their classes and addresses.
fn shown(page: &str) -> String {
    let texts = page.split('<').filter_map(|part| part.split_once('>'));
    texts.map(|(tag, text)| if tag.contains("style") { format!("{tag}{text}") } else { text.to_owned() }).collect()
}

#[test]
fn every_page_has_a_sample_in_both_languages() {
    assert_eq!(keys(crate::DUTY_TEXTS.zh), keys(crate::DUTY_TEXTS.en));
    let texts = [vec![kernel::TEXTS], people::texts(), stations::texts(), crate::texts()].concat();
    let house = kernel::testing::on_sqlite(&[], &texts);
    for lang in [Lang::Zh, Lang::En] {
        let all = super::super::samples(&View::plain(&house, lang)).unwrap();
        assert!(all.len() > 15);
        for (name, page) in all {
            assert!(page.starts_with("<!DOCTYPE html>"), "{name}");
            for odd in ["duty-", "errands-", "public-", "form-", "{ $", " style=", "<style", "onclick", "<script>"] {
                assert!(!shown(&page).contains(odd), "{name} has {odd}");
            }
        }
    }
}
