use crate::rules::import::{Divisions, Why, read};
use crate::tests::town::{TOWNSHIPS, VILLAGES, bare, import};

/// The line, the column and what is wrong.
fn wrong(text: &str) -> (u64, String, Why) {
    let problem = read("a.csv", text.as_bytes()).expect_err("the file is wrong");
    assert_eq!(problem.file, "a.csv");
    (problem.line, problem.column, problem.why)
}

#[test]
fn townships_and_villages_are_told_apart_by_the_heading() {
    assert!(matches!(read("a.csv", TOWNSHIPS.as_bytes()), Ok(Divisions::Townships(rows)) if rows.len() == 5));
    assert!(matches!(read("a.csv", VILLAGES.as_bytes()), Ok(Divisions::Villages(rows)) if rows.len() == 2));
    let marked = format!("\u{feff}{TOWNSHIPS}").replace('\n', "\r\n");
    assert!(matches!(read("a.csv", marked.as_bytes()), Ok(Divisions::Townships(rows)) if rows.len() == 5));
}

#[test]
fn a_bad_line_is_named_with_its_column_and_what_would_be_right() {
    let with = |line: &str| format!("code,name,county,city,province\n630203102,三合镇,平安区,海东市,青海省\n{line}\n");
    let code = Why::NotACode { digits: 9 };
    assert_eq!(wrong(&with("63020310,三合镇,平安区,海东市,青海省")), (3, "code".into(), code.clone()));
    assert_eq!(wrong(&with("63020310x,三合镇,平安区,海东市,青海省")), (3, "code".into(), code.clone()));
    assert_eq!(wrong(&with("030203102,三合镇,平安区,海东市,青海省")), (3, "code".into(), code));
    assert_eq!(wrong(&with("630203103, ,平安区,海东市,青海省")), (3, "name".into(), Why::NoName));
    assert_eq!(wrong(&with("630203103,乡,平安区,海东市,")), (3, "province".into(), Why::NoName));
    assert_eq!(wrong(&with(&format!("630203103,{},a,b,c", "乡".repeat(61)))), (3, "name".into(), Why::LongName));
    assert_eq!(wrong(&with("630203103,乡")), (3, "county".into(), Why::Columns { found: 2, wanted: 5 }));
    assert_eq!(wrong(&with("630203102,三合镇,平安区,海东市,青海省")), (3, "code".into(), Why::Twice { first: 2 }));
    assert_eq!(wrong(""), (1, String::new(), Why::Empty));
    assert_eq!(wrong("代码,名称\n"), (1, String::new(), Why::Heading));
}

#[test]
fn a_line_that_is_not_utf_8_is_named() {
    let gbk = b"code,name,county,city,province\n630203102,\xc8\xfd\xba\xcf,a,b,c\n";
    let problem = read("a.csv", &gbk[..]).expect_err("GBK is no UTF-8");
    assert_eq!((problem.line, problem.why), (2, Why::NotUtf8));
}

#[test]
fn a_village_lies_in_the_township_that_its_code_begins_with() {
    let village = "code,name,township_code\n630203102201,骆驼堡村委会,630203103\n";
    assert_eq!(wrong(village), (2, "township_code".into(), Why::OtherTownship));
}

#[test]
fn a_problem_says_file_line_column_what_and_why() {
    let text = "code,name,county,city,province\n6302031,三合镇,平安区,海东市,青海省\n";
    let said = read("data/a.csv", text.as_bytes()).expect_err("the code is short").to_string();
    assert_eq!(
        said,
        "data/a.csv, line 2, column code: “6302031”: a code of 9 digits belongs here, not starting with 0"
    );
}

#[tokio::test]
async fn a_file_with_a_bad_line_changes_nothing() {
    for house in bare() {
        let bad = format!("{TOWNSHIPS}630203,三合,平安区,海东市,青海省\n");
        assert!(import(&house, &bad).expect_err("the last line is wrong").contains("line 7"));
        let orphan = "code,name,township_code\n630203102201,骆驼堡村委会,630203102\n";
        let said = import(&house, orphan).expect_err("no township yet");
        assert!(said.contains("line 2") && said.contains("import the townships first"), "{said}");
        let found = house.db.read(|c| crate::directory::divisions(c, Some(63), None)).await;
        assert_eq!(found, Ok(vec![]));
    }
}

#[tokio::test]
async fn importing_again_changes_only_what_is_different() {
    for house in bare() {
        assert_eq!(import(&house, TOWNSHIPS), Ok(5));
        assert_eq!(import(&house, TOWNSHIPS), Ok(5));
        assert_eq!(import(&house, &TOWNSHIPS.replace("洪水泉乡", "清泉乡")), Ok(5));
        let named = |name: &'static str| house.db.read(move |c| crate::find(c, name));
        assert_eq!(named("洪水").await.map(|f| f.divisions.len()), Ok(0), "the old name is no longer found");
        assert_eq!(named("清泉").await.map(|f| f.divisions.len()), Ok(1));
        let county = house.db.read(|c| crate::store::divisions::area(c, 630_203)).await;
        assert_eq!(county.map(|a| a.townships), Ok(3));
    }
}

#[tokio::test]
async fn the_whole_country_is_read_from_the_files_of_the_project() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/divisions/");
    for house in bare() {
        for (file, rows) in [("townships.csv", 41_352), ("pingan-villages.csv", 119)] {
            let text = std::fs::read_to_string(format!("{folder}{file}")).expect("the file is there");
            assert_eq!(import(&house, &text), Ok(rows));
        }
        let found = house.db.read(|c| crate::find(c, "城关镇")).await.expect("a search");
        assert_eq!((found.divisions.len(), found.more), (60, true));
        let villages = house.db.read(|c| crate::find(c, "骆驼堡")).await.expect("a search");
        assert_eq!(villages.divisions[0].within(), "青海省 海东市 平安区");
    }
}
