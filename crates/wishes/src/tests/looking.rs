//! Who sees what: everybody, whoever has a wish, whoever looks after it, whoever only judges it.
use super::*;
use crate::answers::Seen;
use crate::rules::Band;

#[tokio::test]
async fn a_card_says_the_village_only_where_twenty_share_what_it_shows() {
    for town in towns().await {
        let from = |village| Draft { village: Some(village), ..thing(Kind::Warm, "棉被一床") };
        let (id, _) = town.opens(from(LUOTUOBAO), luo()).await;
        let village = || async { town.card(id).await.unwrap().village };
        assert_eq!(village().await, None, "nobody has counted");
        town.counted(LUOTUOBAO, Kind::Learning, 500).await;
        town.counted(XINZHUANG, Kind::Warm, 500).await;
        town.counted(LUOTUOBAO, Kind::Warm, 19).await;
        assert_eq!(village().await, None);
        town.counted(LUOTUOBAO, Kind::Warm, 20).await;
        assert_eq!(village().await, None, "the only village that is not shown would be known by that");
        town.counted(SUOERGAN, Kind::Warm, 20).await;
        assert_eq!(village().await.as_deref(), Some("骆驼堡村"));
        assert!(town.whole(ZHAO, id).await.village_shown);
        town.claims(id, town.person("13700001111").await).await.unwrap();
        assert_eq!(village().await, None, "nobody needs to know it any more");
        let read = move |c: &mut Conn| {
            let person = claimer(c);
            answers::claims_of(c, person)
        };
        let claim = town.house.db.read(read).await.unwrap().remove(0);
        assert_eq!(claim.1.card.village, None, "nor whoever has it");
        acts::remove_share(&town.house, &town.station, (LUOTUOBAO, Kind::Warm), town.by(QI)).await.unwrap();
        let by_a_clerk = acts::remove_share(&town.house, &town.station, (XINZHUANG, Kind::Warm), town.by(LI)).await;
        assert_eq!(by_a_clerk, Err(Fault::NotFound));
        assert!(!town.whole(ZHAO, id).await.village_shown);
    }
}

/// Whoever has a wish in the town.
fn claimer(c: &mut Conn) -> PersonId {
    let station = stations::by_slug(c, "sanhe").unwrap().id;
    crate::store::claims::all(c, station).unwrap().remove(0).person.unwrap()
}

#[tokio::test]
async fn everybody_sees_only_what_is_public() {
    for town in towns().await {
        let helper = town.person("13700001111").await;
        for state in State::ALL {
            let (id, _) = town.lies(state, whose("王奶奶", None).unwrap(), Some(helper)).await;
            let seen = town.card(id).await.map(|card| card.state);
            let expected = match state {
                State::Open => Ok(Seen::Open),
                State::Claimed | State::Contacted | State::Delivered => Ok(Seen::Taken),
                State::Fulfilled => Ok(Seen::Fulfilled),
                _ => Err(Fault::NotFound),
            };
            assert_eq!(seen, expected, "{state:?}");
            assert_eq!(town.state(id).await, state);
        }
        assert_eq!(town.pool(Filter::default()).await.len(), 1);
        // What is not public is gone for whoever wants it, as what there is not.
        let none = crate::WishId(town.house.new_id());
        let other = town.person("13700002222").await;
        let hidden = town.lies(State::Draft, whose("王奶奶", None).unwrap(), None).await.0;
        assert_eq!(refused(town.claims(hidden, other).await), NoClaim::Gone);
        assert_eq!(refused(town.claims(none, other).await), NoClaim::Gone);
        town.sound().await;
    }
}

#[tokio::test]
async fn in_every_filter_and_on_every_page_no_card_tells_whose_it_is() {
    for town in towns().await {
        town.counted(XINZHUANG, Kind::Learning, 40).await;
        let names = ["罗永福", "马秀兰", "祁生财"];
        let items = ["厚手套一双", "练习本十个", "暖水袋"];
        let kinds = [Kind::Warm, Kind::Learning, Kind::Daily];
        for n in 0..24 {
            town.house.wait(SignedDuration::from_mins(1));
            let village = if n % 2 == 0 { LUOTUOBAO } else { XINZHUANG };
            let draft = Draft { village: Some(village), band: Band::ALL[n % 5], ..thing(kinds[n % 3], items[n % 3]) };
            let phone = format!("139000{n:05}");
            let child = n % 3 == 1;
            let person = NewPerson { minor: child, guardian: child, ..whose(names[n % 3], Some(&phone)).unwrap() };
            town.opens(draft, person).await;
        }
        let kinds = std::iter::once(None).chain(Kind::ALL.map(Some));
        let mut seen = std::collections::BTreeSet::new();
        for kind in kinds {
            for band in std::iter::once(None).chain(Band::ALL.map(Some)) {
                let mut before = None;
                loop {
                    let (h, station, filter) = (town.house.house(), town.station.clone(), Filter { kind, band });
                    let read = move |c: &mut Conn| answers::pool(c, &h, &station, filter, before, 5);
                    let page = town.house.db.snapshot(read).await.unwrap();
                    let Some(last) = page.last() else { break };
                    before = Some(last.id);
                    for card in &page {
                        assert!(kind.is_none_or(|kind| kind == card.kind) && band.is_none_or(|band| band == card.band));
                        let text = format!("{card:?}");
                        assert!(!text.contains("骆驼堡"), "a village without a count: {text}");
                        assert!(!names.iter().any(|name| text.contains(name)) && !text.contains("139000"), "{text}");
                        let shown = card.village.as_deref() == Some("新庄村");
                        assert!(!shown || card.kind == Kind::Learning, "{text}");
                        if (kind, band) == (None, None) {
                            seen.insert(card.id);
                        }
                    }
                }
            }
        }
        assert_eq!(seen.len(), 24, "every page is another");
        let bad = crate::WishId(town.house.new_id());
        let (h, station) = (town.house.house(), town.station.clone());
        let read = move |c: &mut Conn| answers::pool(c, &h, &station, Filter::default(), Some(bad), 5);
        assert_eq!(town.house.db.snapshot(read).await.unwrap().len(), 5, "from the start where that one is gone");
        // Nor does one that is not public any more say where it stood.
        let last = town.pool(Filter::default()).await.pop().unwrap();
        let version = town.whole(QI, last.id).await.wish.version;
        let anew = Draft { village: None, ..thing(last.kind, "雨伞") };
        acts::redraft(&town.house, &town.station, (last.id, version, anew), town.by(QI)).await.unwrap();
        let (h, station, was) = (town.house.house(), town.station.clone(), Some(last.id));
        let read = move |c: &mut Conn| answers::pool(c, &h, &station, Filter::default(), was, 5);
        assert_eq!(town.house.db.snapshot(read).await.unwrap().len(), 5);
    }
}

#[tokio::test]
async fn whoever_only_judges_learns_no_name() {
    for town in towns().await {
        let child = NewPerson { minor: true, guardian: true, ..luo() };
        let (id, _) = town.opens(thing(Kind::Learning, "书包一个"), child).await;
        town.claims(id, town.person("13700001111").await).await.unwrap();
        for who in [QI, LI] {
            let person = town.whole(who, id).await.person.unwrap();
            let known = person.known.unwrap();
            assert_eq!((known.name.as_str(), known.phone.unwrap().full()), ("罗大爷", "13900005521"));
        }
        for who in [ZHAO, SUN] {
            let whole = town.whole(who, id).await;
            let person = whole.person.as_ref().unwrap();
            assert!(person.minor && person.guardian && person.known.is_none());
            assert_eq!(person.consent_by, "李建国");
            let text = format!("{whole:?} {:?}", town.desk(who).await);
            assert!(!text.contains("罗大爷") && !text.contains("5521") && !text.contains("1111"), "{text}");
        }
    }
}

#[tokio::test]
async fn the_desk_has_first_what_is_to_be_done_first() {
    for town in towns().await {
        let helper = town.person("13700001111").await;
        for state in State::ALL {
            town.house.wait(SignedDuration::from_mins(1));
            town.lies(state, whose("王奶奶", None).unwrap(), Some(helper)).await;
        }
        let states = |lines: &[Line], todo: bool| {
            let some = lines.iter().filter(|line| line.todo().is_some() == todo);
            some.map(|line| line.wish.state).collect::<Vec<_>>()
        };
        let lines = town.desk(ZHAO).await;
        assert_eq!(lines.len(), 10);
        let first = lines.iter().take_while(|line| line.todo().is_some()).count();
        assert_eq!(first, lines.iter().filter(|line| line.todo().is_some()).count(), "theirs come first");
        assert_eq!(states(&lines, true), [State::Asked, State::Delivered]);
        let mine = states(&town.desk(LI).await, true);
        assert_eq!(mine, [State::Overdue, State::Draft, State::Delivered, State::Claimed]);
        assert!(lines[8..].iter().all(|line| line.wish.state.has_ended()));
        assert!(lines.iter().all(|line| line.coordinator == "李建国"));
    }
}
