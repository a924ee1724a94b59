use super::*;
use crate::rules::{Draft, Name, Ways};
use proptest::prelude::*;

/// What a township's hall does, with what else people call it.
const MATTERS: [(&str, &str, &str); 22] = [
    ("高龄补贴", "Old-age allowance", "老年钱"),
    ("最低生活保障", "Minimum living allowance", "低保"),
    ("临时救助", "Emergency relief", ""),
    ("残疾人两项补贴", "Allowances for disabled people", "残补"),
    ("特困人员供养", "Support for people in extreme need", "五保"),
    ("城乡居民医保参保", "Joining the medical insurance", "合疗 新农合 医保"),
    ("医保异地就医备案", "Treatment in another place", ""),
    ("养老保险待遇认证", "Proof of life for pensions", "刷脸"),
    ("城乡居民养老保险参保", "Joining the pension scheme", "社保"),
    ("社会保障卡", "Social security card", "社保卡 银行卡"),
    ("开具证明", "Letters of confirmation", "介绍信"),
    ("户口登记", "Household registration", "上户口 落户 销户"),
    ("居住证", "Residence permit", "暂住证"),
    ("生育登记", "Birth registration", "准生证"),
    ("老年优待证", "Senior citizen card", "老年证"),
    ("农村宅基地申请", "A plot for a house", "盖房 批地"),
    ("农机购置补贴", "Subsidy for farm machines", "农机补贴"),
    ("草原生态保护补助奖励", "Grassland subsidy", "草原奖补"),
    ("耕地地力保护补贴", "Farmland subsidy", "种地钱"),
    ("公益性岗位", "Public-service jobs", "公岗"),
    ("退役军人优待证", "Veterans' card", ""),
    ("林木采伐许可", "Permission to fell trees", "砍树"),
];

fn matters() -> Vec<Matter> {
    let matter = |(id, (zh, en, words)): (MatterId, &(&str, &str, &str))| Matter {
        id,
        version: 1,
        draft: Draft {
            slug: format!("m{id}"),
            name: Name { zh: (*zh).into(), en: (*en).into() },
            words: words.split_whitespace().map(str::to_owned).collect(),
            line: 1,
            official: None,
            stand_in: None,
            minutes: 10,
            ways: Ways::default(),
            note: Name::default(),
            papers: vec![],
        },
    };
    (1..).zip(&MATTERS).map(matter).collect()
}

fn found(asked: &str) -> Vec<&'static str> {
    let names = |f: &Found| MATTERS[usize::try_from(f.id).expect("small") - 1].0;
    Index::new(&matters()).find(asked).iter().map(names).collect()
}

fn first(asked: &str) -> &'static str {
    found(asked).first().copied().unwrap_or("nothing")
}

#[test]
fn other_words_for_the_same_thing_find_it() {
    for (asked, name) in [
        ("老年补贴", "高龄补贴"),
        ("老人补助", "高龄补贴"),
        ("老龄津贴", "高龄补贴"),
        ("八十岁老人的钱", "高龄补贴"),
        ("低保", "最低生活保障"),
        ("新农合", "城乡居民医保参保"),
        ("合作医疗", "城乡居民医保参保"),
        ("外地看病", "医保异地就医备案"),
        ("养老金年审", "养老保险待遇认证"),
        ("残联补助", "残疾人两项补贴"),
        ("开证明", "开具证明"),
        ("盖章", "开具证明"),
        ("迁户口", "户口登记"),
        ("生孩子登记", "生育登记"),
        ("坐车免费的老年证", "老年优待证"),
        ("盖房", "农村宅基地申请"),
        ("买拖拉机的补贴", "农机购置补贴"),
        ("草场的钱", "草原生态保护补助奖励"),
        ("找工作", "公益性岗位"),
        ("当兵的优待证", "退役军人优待证"),
        ("砍树", "林木采伐许可"),
        ("爸爸去世了", "户口登记"),
    ] {
        assert_eq!(first(asked), name, "{asked}: {:?}", found(asked));
    }
}

#[test]
fn a_whole_question_finds_it_too() {
    assert_eq!(first("我想给我妈办高龄补贴需要带什么材料？"), "高龄补贴");
    assert_eq!(first("请问低保怎么申请"), "最低生活保障");
    assert_eq!(first("医保在哪里交"), "城乡居民医保参保");
}

#[test]
fn pinyin_finds_it_whole_by_initials_and_begun() {
    for typed in ["glbt", "gl", "gaoling", "gaolingbutie", "gao ling bu tie", "gaol", "ＧＬＢＴ", "Gaoling", "高ling"]
    {
        assert_eq!(first(typed), "高龄补贴", "{typed}: {:?}", found(typed));
    }
    assert_eq!(first("dibao"), "最低生活保障");
    assert_eq!(first("db"), "最低生活保障");
    assert_eq!(first("canbao"), "城乡居民医保参保", "参 is can here, not shen");
    assert_eq!(first("yinhangka"), "社会保障卡", "行 is hang in a bank");
    assert_eq!(first("zhaijidi"), "农村宅基地申请");
    assert!(found("g").contains(&"高龄补贴") && !found("g").contains(&"临时救助"));
}

#[test]
fn script_width_and_case_make_no_difference() {
    assert_eq!(found("高齡補貼"), found("高龄补贴"));
    assert_eq!(found("老年　補貼"), found("老年补贴"));
    assert_eq!(found("ＧＬｂｔ"), found("glbt"));
    assert_eq!(first("OLD-AGE Allowance"), "高龄补贴");
    assert_eq!(first("grassland"), "草原生态保护补助奖励");
}

#[test]
fn what_changed_places_or_only_sounds_right_is_found() {
    for asked in ["补贴高龄", "高龄贴补", "高领补贴", "高林补贴", "goaling", "gaolign", "galoingbutie", "gblt"]
    {
        assert_eq!(first(asked), "高龄补贴", "{asked}: {:?}", found(asked));
    }
}

#[test]
fn the_name_itself_stands_first_and_what_shares_little_is_left_out() {
    for (id, matter) in (1..).zip(matters()) {
        let found = Index::new(&matters()).find(&matter.draft.name.zh);
        assert_eq!(found.first(), Some(&Found { id, score: 1000 }), "{}", matter.draft.name.zh);
    }
    assert_eq!(found("高龄补贴"), ["高龄补贴"]);
    assert!(found("补贴").len() >= 4, "{:?}", found("补贴"));
}

#[test]
fn every_two_characters_of_a_name_find_it() {
    let all = matters();
    let index = Index::new(&all);
    let (mut asked, mut hits) = (0, 0);
    for matter in &all {
        for name in std::iter::once(&matter.draft.name.zh).chain(&matter.draft.words) {
            let chars: Vec<char> = name.chars().collect();
            for two in chars.windows(2) {
                asked += 1;
                hits += usize::from(index.find(&two.iter().collect::<String>()).iter().any(|f| f.id == matter.id));
            }
        }
    }
    assert!(asked > 150);
    assert_eq!(hits, asked, "recall is one");
}

#[test]
fn nothing_finds_nothing() {
    for asked in ["", "  ", "？！", "天气", "xyzq", "的"] {
        assert_eq!(found(asked), Vec::<&str>::new(), "{asked}");
    }
    assert_eq!(Index::default().find("高龄"), []);
}

proptest! {
    #[test]
    fn any_text_is_answered_and_always_alike(asked in any::<String>(), turned in any::<bool>()) {
        let mut all = matters();
        let straight = Index::new(&all).find(&asked);
        if turned {
            all.reverse();
        }
        let again = Index::new(&all).find(&asked);
        prop_assert_eq!(&straight, &again);
        prop_assert!(straight.iter().all(|f| (1..=1000).contains(&f.score)));
        prop_assert!(straight.windows(2).all(|two| two[0].score >= two[1].score));
    }

    #[test]
    fn every_part_of_a_name_finds_it(id in 0usize..MATTERS.len(), from in 0usize..8, length in 2usize..8) {
        let part: String = MATTERS[id].0.chars().skip(from).take(length).collect();
        prop_assume!(part.chars().count() >= 2);
        prop_assert!(found(&part).contains(&MATTERS[id].0), "{}", part);
    }
}
