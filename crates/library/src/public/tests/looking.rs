//! What everybody finds, and what nobody reads about others.
use std::collections::BTreeSet;

use super::*;

#[tokio::test]
async fn a_book_is_found_and_says_where_it_stands() {
    for town in towns().await {
        let isbn = crate::catalogue::rules::isbn::read("9787572608582").expect("an ISBN");
        let new = NewTitle {
            isbn: Some(isbn),
            authors: "马伯庸".into(),
            publisher: "湖南文艺出版社".into(),
            year: Some(2022),
            ..title("长安的荔枝", Kind::Book)
        };
        let (id, _) = town.has(new, 2).await;
        town.book("山那边的灯", 1).await;
        for typed in ["荔枝", "cadl", "9787572608582", "978-7-5726-0858-2"] {
            let page = town.get(&format!("{LIBRARY}?q={}", kernel::page::query_value(typed))).await;
            assert_eq!(page.status, StatusCode::OK);
            assert!(page.says("长安的荔枝") && page.says("在架 2 本"), "{typed}: {}", page.text());
            assert!(!page.says("山那边的灯"), "{typed}: {}", page.text());
        }
        let none = town.get(&format!("{LIBRARY}?q=%E5%86%B0%E6%B2%B3")).await;
        assert!(none.says("没找到“冰河”"), "{}", none.text());
        let page = town.get(&format!("{LIBRARY}/titles/{id}")).await;
        assert!(page.says("A1 架 · 文学") && page.says("湖南文艺出版社"), "{}", page.text());
        let data = page.text();
        let data = data.split("application/ld+json\">").nth(1).and_then(|rest| rest.split("</script>").next());
        let data: Value = serde_json::from_str(data.expect("a data block")).expect("JSON");
        assert_eq!((&data["@type"], &data["isbn"]), (&"Book".into(), &"9787572608582".into()));
        assert_eq!(data["image"], Value::Null, "there is no cover");
        assert_eq!(town.get(&format!("{LIBRARY}/titles/{id}/cover")).await.status, StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn the_newest_come_first_and_none_is_left_out_or_shown_twice() {
    for town in towns().await {
        let mut all = BTreeSet::new();
        for n in 0..45 {
            let kind = if n % 5 == 0 { Kind::PictureBook } else { Kind::Book };
            town.house.wait(jiff::SignedDuration::from_mins(1));
            all.insert(town.has(title(&format!("第{n}册"), kind), 1).await.0.to_string());
        }
        let (mut seen, mut path, mut pages) = (BTreeSet::new(), LIBRARY.to_owned(), 0);
        loop {
            pages += 1;
            let page = town.get(&path).await.text();
            let ids = page.split("/library/titles/").skip(1).filter_map(|rest| rest.split('"').next());
            for id in ids {
                assert!(seen.insert(id.to_owned()), "{id} stands there twice");
            }
            let Some(next) = page.split(&format!("href=\"{LIBRARY}?before=")).nth(1) else { break };
            path = format!("{LIBRARY}?before={}", next.split('"').next().unwrap_or_default());
        }
        assert_eq!((pages, seen), (3, all));
        let first = town.get(LIBRARY).await.text();
        assert!(first.contains("第44册") && !first.contains("第1册<"), "{first}");
        let young = town.get(&format!("{LIBRARY}?children=1")).await.text();
        assert_eq!(young.matches("/library/titles/").count(), 9, "{young}");
        let odd = town.get(&format!("{LIBRARY}?kind=%00&before=x&q=%00")).await;
        assert_eq!(odd.status, StatusCode::OK, "{}", odd.text());
    }
}

#[tokio::test]
async fn nobody_reads_who_has_a_book_or_waits_for_it() {
    for town in towns().await {
        let (id, copies) = town.book("长安的荔枝", 1).await;
        let code = &copies[0].barcode;
        let held = town.scans(&[("code", code), ("card", &town.card), ("once", "1")]).await;
        assert!(held.says("借好了"), "{}", held.text());
        let waits = town.ma_presses(&format!("{LIBRARY}/titles/{id}/hold"), &[("once", "1")]).await;
        assert_eq!(waits.status, StatusCode::SEE_OTHER, "{}", waits.text());
        let paths = [
            LIBRARY.to_owned(),
            format!("{LIBRARY}/titles/{id}"),
            format!("{LIBRARY}/copies/{code}"),
            format!("{LIBRARY}/shelves/a1"),
            format!("/api/v1/stations/sanhe/library/titles/{id}"),
            format!("/api/v1/stations/sanhe/library/copies/{code}"),
            "/api/v1/stations/sanhe/library/shelves/a1".into(),
        ];
        let secret = ["祁德全", "13800010001", &town.card, &town.household.to_string(), &town.ma.to_string()];
        for path in paths {
            let page = town.get(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            for told in secret {
                assert!(!page.says(told), "{path} tells {told}: {}", page.text());
            }
        }
        let told = town.get(&format!("{LIBRARY}/titles/{id}")).await;
        assert!(told.says("有 1 人在等") && told.says("都借出了"), "{}", told.text());
        let one = town.get(&format!("/api/v1/stations/sanhe/library/titles/{id}")).await.json();
        assert_eq!((&one["loan"], &one["hold"], &one["waiting"]), (&Value::Null, &Value::Null, &1.into()));
    }
}

#[tokio::test]
async fn what_does_not_exist_is_not_found() {
    for town in towns().await {
        town.book("长安的荔枝", 1).await;
        let id = uuid::Uuid::nil();
        for path in [
            format!("{LIBRARY}/titles/{id}"),
            format!("{LIBRARY}/titles/x"),
            format!("{LIBRARY}/titles/{id}/cover"),
            format!("{LIBRARY}/copies/2000000099994"),
            format!("{LIBRARY}/copies/%00"),
            format!("{LIBRARY}/shelves/zz"),
            format!("{LIBRARY}/shelves/%00"),
            "/api/v1/stations/sanhe/library/shelves/%00".into(),
            "/api/v1/stations/sanhe/library/copies/%27%00".into(),
        ] {
            assert_eq!(town.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }
}
