//! The desk's pages, through the router.
use jiff::SignedDuration;
use kernel::view::View;
use kernel::words::Lang;

use super::*;
use crate::catalogue::assets;

#[tokio::test]
async fn every_page_says_what_it_has_to_say() {
    for room in desks().await {
        for lang in [Lang::Zh, Lang::En] {
            for (name, page) in crate::catalogue::samples(&View::plain(&room.house, lang)).unwrap() {
                assert!(page.len() > 500, "{name} is empty");
                assert!(
                    !page.contains("catalogue-") || page.contains("/assets/catalogue-"),
                    "{name} shows a key: {page}"
                );
                assert!(!page.contains(" style=") && !page.contains("onclick"), "{name} has a style of its own");
                let mut ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|p| p.split('"').next()).collect();
                let all = ids.len();
                ids.sort_unstable();
                ids.dedup();
                assert_eq!(ids.len(), all, "{name} has an id twice");
            }
        }
    }
}

#[tokio::test]
async fn a_book_comes_in_by_its_number() {
    for room in desks().await {
        let first = room.page("/titles/new").await;
        assert!(first.text().contains("name=\"isbn\"") && first.text().contains(assets::script()), "{}", first.text());
        let wrong = room.page("/titles/new?isbn=9787999990018").await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains("value=\"9787999990018\"") && wrong.text().contains("末位和前面对不上"));
        let unknown = room.page("/titles/new?isbn=9787999990017").await.text();
        assert!(unknown.contains("还没人登记过") && unknown.contains("value=\"9787999990017\""), "{unknown}");
        let photo = include_bytes!("../../../../../fixtures/sanhe/photos/fair.jpg");
        let form = [
            ("once", "a"),
            ("isbn", "9787999990017"),
            ("title", "山那边的灯"),
            ("kind", "book"),
            ("shelf", "a1"),
            ("count", "2"),
        ];
        let done = room.uploads("/titles/new", &form, Some(("cover", photo))).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        let again = room.uploads("/titles/new", &form, Some(("cover", photo))).await;
        assert_eq!(again.leads_to(), done.leads_to());
        let next = room.ask_again(&done.leads_to()).await.text();
        assert!(next.contains("《山那边的灯》登记好了"), "{next}");
        let found = room.found("灯").await;
        assert_eq!((found.len(), found[0].copies, found[0].has_cover), (1, 2, true));
        let known = room.page("/titles/new?isbn=978-7-99999-001-7").await.text();
        assert!(known.contains("书屋里有这种书了") && known.contains(&format!("titles/{}/copies", found[0].title.id)));
        room.sound().await;
    }
}

impl Desk {
    async fn ask_again(&self, path: &str) -> Answer {
        self.page(path.strip_prefix("/s/sanhe/desk/library").unwrap()).await
    }
}

#[tokio::test]
async fn what_was_typed_stays_when_something_is_wrong() {
    for room in desks().await {
        let form = [("title", ""), ("kind", "book"), ("shelf", "zz"), ("count", "0"), ("source", "县图书馆")];
        let wrong = room.uploads("/titles/new", &form, None).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = wrong.text();
        for said in ["写上书名", "没有这个书架", "写 1 到 50", "value=\"县图书馆\""] {
            assert!(text.contains(said), "{said}: {text}");
        }
        let none = [("title", "好"), ("kind", "book"), ("shelf", "a1"), ("count", "1")];
        let wrong = room.uploads("/titles/new", &none, Some(("cover", b"GIF89a"))).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.text().contains("读不出这张照片"));
    }
}

#[tokio::test]
async fn a_title_and_its_copies_are_changed_on_its_page() {
    for room in desks().await {
        let id = room.has.hare.title;
        let path = format!("/titles/{id}");
        assert!(room.page(&path).await.text().contains("猜猜我有多爱你"));
        let form = [("title", "猜猜"), ("authors", "某人"), ("kind", "book"), ("once", "b")];
        assert_eq!(room.sends(&path, &form).await.status, StatusCode::SEE_OTHER);
        let more = room.sends(&format!("{path}/copies"), &[("shelf", "door"), ("count", "2")]).await;
        assert_eq!(more.status, StatusCode::SEE_OTHER, "{}", more.text());
        let copies = room.copies(id).await;
        assert_eq!(copies.len(), 3);
        let (shelf, stands) = (format!("shelf-{}", copies[0].id), format!("stands-{}", copies[0].id));
        let done = room.sends(&format!("/copies/{}", copies[0].id), &[(&shelf, "door"), (&stands, "repair")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        let page = room.page(&path).await.text();
        assert!(page.contains("在修补") && page.contains("《猜猜》"), "{page}");
        let odd = room.sends(&format!("/copies/{}", copies[0].id), &[(&shelf, "door"), (&stands, "eaten")]).await;
        assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
        let isbn = [("title", "猜猜"), ("kind", "book"), ("isbn", "9787572608582")];
        let there = room.sends(&path, &isbn).await;
        assert_eq!(there.status, StatusCode::CONFLICT);
        assert!(there.text().contains(&format!("titles/{}", room.has.lychee.title)), "the way to the other one");
    }
}

#[tokio::test]
async fn a_file_is_looked_at_first_and_then_taken_in() {
    let text = "书名,作者,ISBN\n山那边的灯,林小满,9787999990017\n河谷里的麦子,,\n坏的,,123\n";
    for room in desks().await {
        assert!(room.page("/import").await.text().contains("multipart/form-data"));
        let looked = room.uploads("/import", &[], Some(("file", text.as_bytes()))).await;
        assert_eq!(looked.status, StatusCode::OK, "{}", looked.text());
        let odd = room.uploads("/import", &[("shelf", "zz")], Some(("file", text.as_bytes()))).await;
        assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(odd.text().contains("没有这个书架"), "{}", odd.text());
        let page = looked.text();
        assert!(page.contains("还没有存") && page.contains("第 4 行：书号“123”不对"), "{page}");
        assert_eq!(room.titles_found("灯").await, Vec::<String>::new());
        let value = |name: &str| {
            let at = page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
            at.split('"').next().unwrap().to_owned()
        };
        let form = [("once", value("once")), ("looked", value("looked")), ("shelf", String::new())];
        let form: Vec<(&str, &str)> = form.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let begun = room.sends("/import/start", &form).await;
        assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.text());
        assert_eq!(room.sends("/import/start", &form).await.leads_to(), begun.leads_to());
        let over = loop {
            let page = room.ask_again(&begun.leads_to()).await.text();
            if !page.contains("正在登记") {
                break page;
            }
        };
        assert!(over.contains("登记好了") && over.contains("第 4 行"), "{over}");
        assert_eq!(room.titles_found("灯").await, ["山那边的灯"]);
        let unknown = room.page(&format!("/import/{}", room.house.new_id())).await.text();
        assert!(unknown.contains("看不到它的进度"), "{unknown}");
        let none = room.uploads("/import", &[], None).await;
        assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
        let odd = room.uploads("/import", &[], Some(("file", b"\xFF\xFE\xFF"))).await;
        assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", odd.text());
        room.sound().await;
    }
}

#[tokio::test]
async fn labels_have_bars_and_a_code_for_each_copy() {
    for room in desks().await {
        let page = room.page(&format!("/labels?title={}", room.has.lychee.title)).await.text();
        assert_eq!((page.matches("class=\"bars\"").count(), page.matches("class=\"qr\"").count()), (2, 2), "{page}");
        assert!(page.contains("http://127.0.0.1:8600/s/sanhe/library/copies/2000000000015"), "{page}");
        let today = room.page("/labels?since=2026-06-27").await.text();
        assert_eq!(today.matches("class=\"bars\"").count(), 4);
        let one = room.page(&format!("/labels?copies={}", room.has.chess.copies[0])).await.text();
        assert_eq!(one.matches("class=\"bars\"").count(), 1);
        room.house.wait(SignedDuration::from_hours(24));
        let none = room.page("/labels?since=2026-06-28").await.text();
        assert!(none.contains("没有新登记的册"), "{none}");
    }
}

#[tokio::test]
async fn shelves_are_put_up_named_and_have_posters() {
    for room in desks().await {
        let new = [("code", "b2"), ("name_zh", "农技"), ("honesty", "1"), ("once", "c")];
        assert_eq!(room.sends("/shelves", &new).await.status, StatusCode::SEE_OTHER);
        let twice = room.sends("/shelves", &[("code", "b2"), ("name_zh", "又一个")]).await;
        assert_eq!(twice.status, StatusCode::CONFLICT);
        let odd = room.sends("/shelves", &[("code", "B 2"), ("name_zh", "")]).await;
        assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
        let poster = room.page("/shelves/3/poster").await.text();
        assert!(poster.contains("/s/sanhe/library/shelves/b2") && poster.contains("拿走一本"), "{poster}");
        assert_eq!(room.sends("/shelves/3", &[("name_zh", "农技书")]).await.status, StatusCode::SEE_OTHER);
        assert!(room.page("/shelves").await.text().contains("农技书"));
        assert_eq!(room.page("/shelves/9").await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn a_stranger_sees_none_of_it() {
    for room in desks().await {
        for path in
            ["/titles", "/titles/new", "/import", "/labels", "/shelves", &format!("/titles/{}", room.has.hare.title)]
        {
            let request = Request::get(format!("/s/sanhe/desk/library{path}")).body(Body::empty()).unwrap();
            assert_eq!(room.ask(request).await.status, StatusCode::UNAUTHORIZED, "{path}");
        }
    }
}

#[test]
fn the_script_is_small() {
    assert!(assets::script_size() < 1000, "{}", assets::script_size());
}
