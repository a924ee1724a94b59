use kernel::testing::TestHouse;

use crate::directory::{Found, Step, find, step};
use crate::tests::town::towns;

async fn names(house: &TestHouse, text: &'static str) -> Vec<String> {
    let found: Found = house.db.read(move |c| find(c, text)).await.expect("a search");
    found.divisions.into_iter().map(|d| d.name).collect()
}

#[tokio::test]
async fn a_part_of_a_name_finds_townships_and_villages() {
    for town in towns() {
        assert_eq!(names(&town, "三合").await, ["三合镇", "三合村委会"]);
        assert_eq!(names(&town, "街").await, ["东华门街道", "东城街道", "平安街道"], "one character");
        assert_eq!(names(&town, "骆驼堡村委会").await, ["骆驼堡村委会"]);
        assert!(names(&town, "100%").await.is_empty());
        assert!(names(&town, "_合").await.is_empty(), "signs of patterns stand for themselves");
    }
}

#[tokio::test]
async fn areas_in_front_narrow_the_search_with_and_without_a_space() {
    for town in towns() {
        assert_eq!(names(&town, "广东 街道").await, ["东城街道"]);
        assert_eq!(names(&town, "青海 平安 三合").await, ["三合镇", "三合村委会"]);
        assert_eq!(names(&town, "平安三合镇").await, ["三合镇"]);
        assert!(names(&town, "北京 三合").await.is_empty());
    }
}

#[tokio::test]
async fn the_start_of_a_code_finds_what_begins_with_it() {
    for town in towns() {
        assert_eq!(names(&town, "6302").await.len(), 3, "villages only when a township is named");
        assert_eq!(names(&town, "630203102").await, ["三合镇", "三合村委会", "骆驼堡村委会"]);
        assert_eq!(names(&town, "630203102201").await, ["骆驼堡村委会"]);
        assert!(names(&town, "999999999999").await.is_empty());
    }
}

#[tokio::test]
async fn an_area_is_found_by_its_name_but_a_filler_is_not() {
    for town in towns() {
        let found = town.db.read(|c| find(c, "平安")).await.expect("a search");
        assert_eq!(found.areas.iter().map(|a| (a.code, a.stations)).collect::<Vec<_>>(), [(630_203, 1)]);
        let filler = town.db.read(|c| find(c, "市辖区")).await.expect("a search");
        assert!(filler.areas.is_empty());
    }
}

#[tokio::test]
async fn the_way_down_counts_townships_and_stations() {
    for town in towns() {
        let Step::Country(provinces, stations) = town.db.read(|c| step(c, None)).await.expect("a step") else {
            panic!()
        };
        let counted: Vec<_> = provinces.iter().map(|a| (a.name.as_str(), a.townships, a.stations)).collect();
        assert_eq!(counted, [("北京市", 1, 0), ("广东省", 1, 0), ("青海省", 3, 1)]);
        assert_eq!(stations.len(), 1, "few stations are shown at once");
        let Step::Province(qinghai, cities) = town.db.read(|c| step(c, Some(63))).await.expect("a step") else {
            panic!()
        };
        assert_eq!((qinghai.name.as_str(), cities[0].1[0].name.as_str()), ("青海省", "平安区"));
        let pingan = town.db.read(|c| step(c, Some(630_203))).await.expect("a step");
        let Step::County { townships, .. } = pingan else { panic!() };
        let with: Vec<_> = townships.iter().map(|(d, here)| (d.name.as_str(), here.len())).collect();
        assert_eq!(with, [("平安街道", 0), ("三合镇", 1), ("洪水泉乡", 0)]);
        assert!(town.db.read(|c| step(c, Some(99))).await.is_err());
        assert!(town.db.read(|c| step(c, Some(-1))).await.is_err());
    }
}
