//! Stalls and programme of the fair of 27 June 2026, on every engine that is there.
mod pages;

use jiff::SignedDuration;
use kernel::db::Conn;
use kernel::lottery::Seed;
use kernel::refusal::Not;

use super::acts::{self, NewStall};
use super::rules::{Entry, Goods, NoStall, Place, PlaceKind, Rule, Stands};
use super::{EntryId, StallId, answers, store};
use crate::draws::rules::{Published as _, verify_stalls};
use crate::parking::tests::{Town, at, staff, towns};

fn place(code: &str, metres: i16, goods: Option<Goods>) -> Place {
    let kind = PlaceKind::Stall;
    Place { code: code.into(), kind, label: String::new(), goods, metres, power: false, x: 0, y: 0, wide: 6, tall: 4 }
}

/// Two places of three metres, one for food only, and applying is open until the day before the fair.
async fn laid_out(rule: Rule) -> Vec<Town> {
    let all = towns().await;
    for town in &all {
        town.house.set_clock(at(9, 0) - SignedDuration::from_hours(24 * 10));
        let until = at(8, 0) - SignedDuration::from_hours(24);
        acts::set_terms(&town.house, &town.station, (town.fair, rule, until), staff(1)).await.unwrap();
        for one in [place("A1", 3, None), place("A2", 3, Some(Goods::Food))] {
            acts::add_place(&town.house, &town.station, (town.fair, one), staff(1)).await.unwrap();
        }
    }
    all
}

fn wanted(goods: Goods, name: &str, phone: Option<&str>) -> NewStall {
    NewStall {
        goods,
        sells: "酿皮".into(),
        metres: 3,
        power: false,
        trade_name: "阿琴酿皮".into(),
        trade_public: false,
        name: name.parse().expect("a name"),
        phone: phone.map(|p| p.parse().expect("a number")),
    }
}

impl Town {
    async fn applies(&self, new: NewStall) -> Result<StallId, Not<NoStall>> {
        acts::apply(&self.house, &self.station, (self.fair, new), (None, None)).await
    }

    async fn gives(&self, id: StallId, code: &str) -> Result<(), Not<NoStall>> {
        acts::give(&self.house, &self.station, (id, code.into()), staff(1)).await
    }

    async fn stands(&self, id: StallId) -> (Stands, Option<String>) {
        let station = self.station.id;
        let kept = self.house.db.read(move |c: &mut Conn| store::stall(c, station, id)).await.unwrap();
        (kept.stall.state, kept.stall.code)
    }

    async fn messages(&self) -> Vec<String> {
        let (h, station) = (self.house.house(), self.station.id);
        let told = self.house.db.read(move |c| kernel::outbox::newest(c, &h, station, 9)).await.unwrap();
        told.into_iter().map(|m| m.text).collect()
    }

    async fn sound_fair(&self) {
        for check in acts::CHECKS {
            let broken = self.house.db.read(move |c| (check.run)(c)).await.unwrap();
            assert!(broken.is_empty(), "{}: {broken:?}", check.name);
        }
    }
}

fn refused<T: std::fmt::Debug>(result: Result<T, Not<NoStall>>) -> NoStall {
    match result {
        Err(Not::Refused(refusal)) => refusal,
        other => panic!("not refused: {other:?}"),
    }
}

#[tokio::test]
async fn a_place_is_given_once_and_only_where_it_fits() {
    for town in laid_out(Rule::FirstCome).await {
        let food = town.applies(wanted(Goods::Food, "马师傅", Some("13800000001"))).await.unwrap();
        let farm = town.applies(wanted(Goods::Farm, "罗大爷", None)).await.unwrap();
        assert_eq!(refused(town.gives(farm, "A2").await), NoStall::DoesNotFit);
        town.gives(food, "A1").await.unwrap();
        assert_eq!(refused(town.gives(farm, "A1").await), NoStall::Taken);
        assert_eq!(refused(town.gives(food, "A2").await), NoStall::NotWaiting);
        let told = town.messages().await;
        assert!(told.len() == 1 && told[0].contains("A1"), "{told:?}");
        town.sound_fair().await;
    }
}

#[tokio::test]
async fn a_place_that_is_called_off_goes_to_the_next_in_line_whom_it_fits() {
    for town in laid_out(Rule::FirstCome).await {
        let first = town.applies(wanted(Goods::Food, "马师傅", None)).await.unwrap();
        let farm = town.applies(wanted(Goods::Farm, "罗大爷", None)).await.unwrap();
        let food = town.applies(wanted(Goods::Food, "铁桂英", Some("13800000002"))).await.unwrap();
        town.gives(first, "A2").await.unwrap();
        for _ in 0..2 {
            acts::withdraw(&town.house, &town.station, (first, None)).await.unwrap();
        }
        assert_eq!(town.stands(food).await, (Stands::Given, Some("A2".into())));
        assert_eq!(town.stands(farm).await, (Stands::Waiting, None));
        assert_eq!(town.messages().await.len(), 1);
        town.sound_fair().await;
    }
}

#[tokio::test]
async fn a_place_that_is_called_off_before_the_draw_or_after_the_fair_goes_to_nobody() {
    for (rule, hours) in [(Rule::Draw, -200), (Rule::FirstCome, 24)] {
        for town in laid_out(rule).await {
            let first = town.applies(wanted(Goods::Food, "马师傅", None)).await.unwrap();
            let next = town.applies(wanted(Goods::Food, "铁桂英", Some("13800000002"))).await.unwrap();
            town.gives(first, "A2").await.unwrap();
            town.house.set_clock(at(9, 0) + SignedDuration::from_hours(hours));
            acts::withdraw(&town.house, &town.station, (first, None)).await.unwrap();
            assert_eq!(town.stands(next).await, (Stands::Waiting, None), "{rule:?}");
            assert!(town.messages().await.is_empty());
            town.sound_fair().await;
        }
    }
}

#[tokio::test]
async fn nobody_applies_when_it_is_over_or_not_offered() {
    for town in laid_out(Rule::FirstCome).await {
        town.house.set_clock(at(9, 0));
        assert_eq!(refused(town.applies(wanted(Goods::Food, "马师傅", None)).await), NoStall::TooLate);
        let next =
            acts::apply(&town.house, &town.station, (town.next, wanted(Goods::Food, "马师傅", None)), (None, None));
        assert_eq!(refused(next.await), NoStall::NotOffered);
    }
}

#[tokio::test]
async fn a_draw_is_once_after_the_closing_time_and_in_the_order_of_its_seed() {
    for town in laid_out(Rule::Draw).await {
        for n in 0..5 {
            town.applies(wanted(Goods::Food, &format!("摊主{n}"), None)).await.unwrap();
        }
        let draw = || acts::draw(&town.house, &town.station, town.fair, staff(1));
        assert_eq!(refused(draw().await), NoStall::TooEarly);
        let (station, fair) = (town.station.id, town.fair);
        let terms = async || town.house.db.read(move |c: &mut Conn| store::terms(c, station, fair)).await.unwrap();
        let before = terms().await.expect("terms");
        assert_eq!(before.seed, None, "the seed is sealed until it is drawn");
        town.house.set_clock(at(9, 0));
        assert_eq!(draw().await.unwrap(), 2);
        assert_eq!(refused(draw().await), NoStall::Drawn);
        let (station, fair, now) = (town.station.clone(), town.fair, town.house.now());
        let read = move |c: &mut Conn| answers::fair(c, &station, Some(fair), now);
        let whole = town.house.db.read(read).await.unwrap().expect("the fair");
        let seed = whole.terms.as_ref().and_then(|t| t.seed.as_deref()).and_then(Seed::of).expect("a seed");
        assert_eq!(seed.commitment(), before.commitment);
        let (station, fair) = (town.station.clone(), town.fair);
        let sheet = town.house.db.read(move |c: &mut Conn| answers::stall_draw(c, &station, fair)).await.unwrap();
        let found = verify_stalls(&sheet.text()).unwrap();
        assert_eq!((found.differs, found.agrees.len()), (vec![], 5), "a stranger draws the same");
        let turns: Vec<i32> = whole.stalls.iter().map(|s| s.number).collect();
        assert_eq!(turns, sheet.results.iter().map(|one| one.number).collect::<Vec<_>>());
        assert_eq!(whole.stalls[0].code, sheet.results[0].code);
        assert!(whole.stalls[..2].iter().all(|s| s.state == Stands::Given));
        // Whoever gives back later changes nothing of what was drawn, and whoever changes that is found out.
        acts::withdraw(&town.house, &town.station, (whole.stalls[0].id, None)).await.unwrap();
        town.sound_fair().await;
        let other = format!("UPDATE fair_terms SET seed = '{}'", "0".repeat(64));
        town.house.db.write(move |c: &mut Conn| c.run(&other)).await.unwrap();
        let check = acts::CHECKS.iter().find(|check| check.name.contains("draw")).expect("a check");
        let said = town.house.db.read(move |c| (check.run)(c)).await.unwrap();
        assert!(said.len() == 1 && said[0].contains("not the one that was fixed"), "{said:?}");
    }
}

#[tokio::test]
async fn many_who_want_the_last_place_get_it_once() {
    for town in laid_out(Rule::FirstCome).await {
        let mut ids = vec![];
        for n in 0..8 {
            ids.push(town.applies(wanted(Goods::Food, &format!("摊主{n}"), None)).await.unwrap());
        }
        let all: Vec<_> = (ids.into_iter())
            .map(|id| {
                let (house, station) = (town.house.house(), town.station.clone());
                tokio::spawn(async move { acts::give(&house, &station, (id, "A1".into()), staff(1)).await.is_ok() })
            })
            .collect();
        let mut given = 0;
        for one in all {
            given += usize::from(one.await.unwrap());
        }
        assert_eq!(given, 1);
        town.sound_fair().await;
    }
}

#[tokio::test]
async fn next_year_has_the_programme_at_the_same_times_and_the_same_plan() {
    for town in laid_out(Rule::FirstCome).await {
        let entry = Entry {
            id: EntryId(town.house.new_id()),
            from: at(9, 0),
            until: at(11, 0),
            title: "秦腔".into(),
            place: String::new(),
            who: String::new(),
            off: Some("下雨".into()),
        };
        acts::add_entry(&town.house, &town.station, (town.fair, entry), (staff(1), None)).await.unwrap();
        let copied = || acts::copy(&town.house, &town.station, town.next, staff(1));
        copied().await.unwrap();
        assert_eq!(refused(copied().await), NoStall::LaidOut);
        let (station, next, now) = (town.station.clone(), town.next, town.house.now());
        let read = move |c: &mut Conn| answers::fair(c, &station, Some(next), now);
        let whole = town.house.db.read(read).await.unwrap().expect("the fair");
        let wall = stations::wall(whole.entries[0].from, &town.station.zone);
        assert_eq!(wall, jiff::civil::date(2027, 6, 17).at(9, 0, 0, 0));
        assert_eq!((whole.entries[0].off.clone(), whole.places.len(), whole.stalls.len()), (None, 2, 0));
    }
}

#[tokio::test]
async fn a_month_after_the_fair_nobody_is_named() {
    for town in laid_out(Rule::FirstCome).await {
        let id = town.applies(wanted(Goods::Food, "马师傅", Some("13800000001"))).await.unwrap();
        let named = async || {
            acts::jobs(&town.house).await.unwrap();
            let station = town.station.id;
            let kept = town.house.db.read(move |c: &mut Conn| store::stall(c, station, id)).await.unwrap();
            kept.name_sealed.is_some() || kept.phone_hash.is_some() || !kept.stall.trade_name.is_empty()
        };
        town.house.set_clock(at(9, 0) + SignedDuration::from_hours(24 * 30));
        assert!(named().await);
        town.house.wait(SignedDuration::from_hours(48));
        assert!(!named().await);
    }
}
