use crate::rules::division::{Division, as_township, inside, station_key};
use crate::rules::look_up::{Sought, common, cuts, grams, sought};
use crate::rules::naming::{Facts, Refusal, Slug, make};

fn sanhe() -> Division {
    let [name, county, city, province] = ["三合镇", "平安区", "海东市", "青海省"].map(str::to_owned);
    Division { code: 630_203_102, name, county, city, province }
}

fn facts() -> Facts {
    Facts { code: 630_203_102, division: Some(sanhe()), near: vec![], alike: vec![], places: vec![] }
}

#[test]
fn a_slug_is_small_letters_digits_and_hyphens_between() {
    for good in ["sanhe", "sanhe-2", "s1", "a-b-c"] {
        assert!(good.parse::<Slug>().is_ok(), "{good}");
    }
    let long = "a".repeat(41);
    for bad in ["", "a", "Sanhe", "三合", "-sanhe", "sanhe-", "a--b", "a b", "a/b", long.as_str()] {
        assert!(bad.parse::<Slug>().is_err(), "{bad}");
    }
}

#[test]
fn the_first_station_of_a_township_is_number_one_and_the_next_takes_the_first_free_place() -> Result<(), Refusal> {
    let slug: Slug = "sanhe".parse().expect("a slug");
    assert_eq!(make(facts(), &slug)?.0, 63_020_310_201);
    assert_eq!(make(Facts { places: vec![1, 2, 4], ..facts() }, &slug)?.0, 63_020_310_203);
    Ok(())
}

#[test]
fn a_division_that_does_not_exist_is_refused_with_the_nearest_ones() {
    let slug: Slug = "sanhe".parse().expect("a slug");
    let nowhere = Facts { code: 630_203_103, division: None, near: vec![sanhe()], ..facts() };
    assert_eq!(make(nowhere, &slug), Err(Refusal::NoSuchDivision { code: 630_203_103, near: vec![sanhe()] }));
}

#[test]
fn a_taken_slug_is_refused_with_a_free_one() {
    let slug: Slug = "sanhe".parse().expect("a slug");
    let taken = Facts { alike: vec!["sanhe".into(), "sanhe-2".into(), "sanhezhen".into()], ..facts() };
    assert_eq!(make(taken, &slug), Err(Refusal::SlugTaken { slug: "sanhe".into(), free: "sanhe-3".into() }));
    let near_it = Facts { alike: vec!["sanhezhen".into()], ..facts() };
    assert!(make(near_it, &slug).is_ok());
}

#[test]
fn a_hundredth_station_finds_no_place() {
    let full = Facts { places: (1..=99).collect(), ..facts() };
    assert_eq!(make(full, &"sanhe".parse().expect("a slug")), Err(Refusal::TownshipFull));
}

#[test]
fn a_village_s_station_is_counted_in_its_township() {
    assert_eq!(station_key(630_203_102_201, 7), 63_020_310_207);
}

#[test]
fn where_a_division_lies_is_said_without_fillers_and_repetitions() {
    assert_eq!(sanhe().within(), "青海省 海东市 平安区");
    let said = |county: &str, city: &str, province: &str| {
        Division { county: county.into(), city: city.into(), province: province.into(), ..sanhe() }.within()
    };
    assert_eq!(said("东城区", "市辖区", "北京市"), "北京市 东城区");
    assert_eq!(said("东莞市", "东莞市", "广东省"), "广东省 东莞市");
    assert_eq!(said("仙桃市", "省直辖县级行政区划", "湖北省"), "湖北省 仙桃市");
}

#[test]
fn the_start_of_a_code_is_a_range_of_codes() {
    assert_eq!(inside(63, 9), Some(630_000_000..=639_999_999));
    assert_eq!(inside(630_203_102, 9), Some(630_203_102..=630_203_102));
    assert_eq!(inside(6_302_031_022, 9), None);
}

#[test]
fn a_code_with_a_digit_too_few_or_too_many_keeps_its_beginning() {
    assert_eq!(as_township(63_020_310), 630_203_100);
    assert_eq!(as_township(6_302_031_022), 630_203_102);
    assert_eq!(as_township(0), 0);
}

#[test]
fn what_is_typed_is_a_code_or_words_from_big_to_small() {
    assert_eq!(sought("  "), Sought::Nothing);
    assert_eq!(sought(" 6302 "), Sought::Code(6302));
    let named = |name: &str, within: &[&str]| Sought::Name {
        name: name.into(),
        within: within.iter().map(|w| (*w).to_owned()).collect(),
    };
    assert_eq!(sought("三合"), named("三合", &[]));
    assert_eq!(sought("青海 平安,三合"), named("三合", &["青海", "平安"]));
    assert_eq!(sought("青海\u{3000}三合"), named("三合", &["青海"]));
    assert_eq!(sought("0630"), named("0630", &[]), "no code starts with 0");
    assert_eq!(sought("6"), named("6", &[]), "a province has two digits");
}

#[test]
fn a_word_is_cut_into_an_area_and_a_name_longer_areas_first() {
    let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    assert_eq!(cuts("平安三合镇"), [pair("平安三", "合镇"), pair("平安", "三合镇")]);
    assert!(cuts("三合镇").is_empty());
    assert!(cuts("").is_empty());
}

#[test]
fn grams_are_neighbours_each_once() {
    assert_eq!(grams("三合镇"), ["三合", "合镇"]);
    assert_eq!(grams("哈哈哈"), ["哈哈"]);
    assert!(grams("镇").is_empty());
}

#[test]
fn areas_inside_one_another_leave_the_smaller_and_areas_beside_one_another_none() {
    assert_eq!(common(&[vec![63], vec![630_203, 110_101]]), [630_203]);
    assert_eq!(common(&[vec![630_203], vec![63]]), [630_203]);
    assert!(common(&[vec![11], vec![630_203]]).is_empty());
    assert_eq!(common(&[vec![63, 11]]), [63, 11]);
    assert!(common(&[]).is_empty());
}
