//! The rules of notices, a sentence each.
use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use kernel::db::types::Id;
use kernel::grams::{self, Gram};
use people::StaffId;

use super::*;
use crate::NoticeId;

fn staff(n: u128) -> StaffId {
    StaffId(Id(uuid::Uuid::from_u128(n)))
}

fn id(n: u128) -> NoticeId {
    NoticeId(Id(uuid::Uuid::from_u128(n)))
}

/// Written by the first of staff.
fn notice(stands: Stands, work: Work) -> Notice {
    let at = Timestamp::UNIX_EPOCH;
    let public = stands != Stands::NotYet;
    Notice {
        id: id(1),
        section: 1,
        stands,
        work,
        version: 3,
        shown: public.then_some(2),
        editor: staff(1),
        writer: staff(1),
        made_at: at,
        published_at: public.then_some(at),
        changed_at: public.then_some(at),
    }
}

fn by(n: u128, manager: bool, others: usize) -> By {
    By { staff: staff(n), manager, others }
}

#[test]
fn whoever_wrote_it_last_does_not_publish_it() {
    let asked = notice(Stands::NotYet, Work::Asked);
    assert_eq!(publish(&asked, 3, by(2, false, 1)), Ok(Seen::ByTwo));
    assert_eq!(publish(&asked, 3, by(1, true, 1)), Err(NoNotice::SameHand));
    assert_eq!(publish(&asked, 2, by(2, false, 1)), Err(NoNotice::Moved), "an older version was read");
    assert_eq!(publish(&notice(Stands::NotYet, Work::Draft), 3, by(2, false, 1)), Err(NoNotice::NotAsked));
    assert_eq!(publish(&notice(Stands::Public, Work::None), 3, by(2, false, 1)), Err(NoNotice::NothingNew));
}

#[test]
fn a_manager_who_works_alone_publishes_alone_and_a_clerk_does_not() {
    let asked = notice(Stands::NotYet, Work::Asked);
    assert_eq!(publish(&asked, 3, by(1, true, 0)), Ok(Seen::ByOne));
    assert_eq!(publish(&asked, 3, by(1, false, 0)), Err(NoNotice::SameHand));
}

#[test]
fn a_correction_says_what() {
    for stands in [Stands::Public, Stands::Down] {
        let read = notice(stands, Work::None);
        assert_eq!(read.may_write(3, ""), Err(NoNotice::NoWhat));
        assert_eq!(read.may_write(3, "改了时间"), Ok(()));
        assert_eq!(read.may_write(2, "改了时间"), Err(NoNotice::Moved));
    }
    assert_eq!(notice(Stands::NotYet, Work::Draft).may_write(3, ""), Ok(()));
}

#[test]
fn it_is_taken_down_by_two_and_kept_up_by_one() {
    let at = Timestamp::UNIX_EPOCH;
    let open = Down {
        nr: 1,
        why: "错了".into(),
        asked_by: staff(1),
        asked_at: at,
        ended: Ended::Open,
        ended_by: None,
        ended_at: None,
    };
    assert_eq!(open.may_confirm(1, staff(1)), Err(NoNotice::SameHandDown));
    assert_eq!(open.may_confirm(1, staff(2)), Ok(()));
    assert_eq!(open.may_keep_up(1), Ok(()));
    let anew = Down { nr: 2, ..open.clone() };
    assert_eq!((anew.may_confirm(1, staff(2)), anew.may_keep_up(1)), (Err(NoNotice::Moved), Err(NoNotice::Moved)));
    let over = Down { ended: Ended::KeptUp, ..open.clone() };
    assert_eq!(
        (over.may_confirm(1, staff(2)), over.may_keep_up(1)),
        (Err(NoNotice::NoDownAsked), Err(NoNotice::NoDownAsked))
    );
    let public = notice(Stands::Public, Work::None);
    assert_eq!(public.may_ask_down(Some(&over)), Ok(()));
    assert_eq!(public.may_ask_down(Some(&open)), Err(NoNotice::DownAsked));
    assert_eq!(notice(Stands::Down, Work::None).may_ask_down(None), Err(NoNotice::NotPublic));
}

#[test]
fn what_fits_most_comes_first_then_the_newest_and_less_than_half_is_nothing() {
    let at = |n: i64| Timestamp::from_second(n).expect("an instant");
    let fit = |n, parts, when| Fit { id: id(n), parts, published_at: at(when) };
    let all = vec![fit(1, 2, 10), fit(2, 3, 5), fit(3, 2, 20), fit(4, 1, 30), fit(5, 2, 20)];
    let order: Vec<NoticeId> = order(all, 4).into_iter().map(|fit| fit.id).collect();
    assert_eq!(order, [id(2), id(5), id(3), id(1)]);
}

#[test]
fn what_says_the_same_is_near_and_the_name_of_the_station_is_not_enough() {
    let texts = [
        (1, "三合镇共享驿站高龄补贴下月起在三号窗口办理，请带身份证和银行卡。"),
        (2, "三合镇共享驿站亲子阅读来了二十三个孩子，大家围着长桌读书。"),
        (3, "三合镇共享驿站高龄补贴的银行卡换了，请到三号窗口登记。"),
        (4, "三合镇共享驿站乒乓球台修好了，下班可以来打。"),
        (5, "三合镇共享驿站交流会停车改到学校操场。"),
    ];
    let all: BTreeMap<NoticeId, BTreeSet<Gram>> = texts.iter().map(|(n, text)| (id(*n), grams::of([*text]))).collect();
    let others = |of: u128| -> BTreeMap<_, _> { all.clone().into_iter().filter(|(n, _)| *n != id(of)).collect() };
    let near = nearest(&all[&id(1)], &others(1));
    assert_eq!(near.first().map(|l| l.id), Some(id(3)), "{near:?}");
    assert_eq!(near.len(), 1, "{near:?}");
    assert!(near[0].cosine > 0.15 && near[0].cosine <= 1.0, "{near:?}");
    assert!(nearest(&all[&id(4)], &others(4)).is_empty());
    let same = nearest(&all[&id(2)], &[(id(9), all[&id(2)].clone())].into());
    assert!((same[0].cosine - 1.0).abs() < 1e-9, "{same:?}");
}

#[test]
fn an_excerpt_ends_with_a_sentence_where_one_ends() {
    assert_eq!(excerpt("一句话。\n第二行"), "一句话。 第二行");
    let long = format!("{}。{}", "好".repeat(60), "长".repeat(60));
    assert_eq!(excerpt(&long), format!("{}。", "好".repeat(60)));
    let endless = excerpt(&"长".repeat(200));
    assert!(endless.ends_with('…') && endless.chars().count() == 90);
}
