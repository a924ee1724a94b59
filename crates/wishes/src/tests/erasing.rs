//! Taking back, and being forgotten.
use super::*;

const TABLES: [&str; 7] =
    ["wishes ", "wish_people ", "wish_writers ", "wish_reviews ", "wish_appeals ", "wish_claims ", "wish_asks "];

#[tokio::test]
async fn of_what_is_taken_back_no_row_has_a_word_from_whatever_state() {
    for town in towns().await {
        for state in State::ALL {
            let helper = town.person("13700001111").await;
            let (id, _) = town.lies(state, luo(), Some(helper)).await;
            if state == State::Refused {
                acts::appeal(&town.house, &town.station, (id, "不服".into()), town.by(LI)).await.unwrap();
            }
            let before = town.dump().await;
            assert!(before.contains("毛笔"), "{state:?}: the test would see it");
            acts::withdraw(&town.house, &town.station, id, town.by(SUN)).await.unwrap();
            let after = town.dump().await;
            for word in ["毛笔", "罗大爷", "13900005521", "重复登记", "前台柜子", "区民政局"] {
                assert!(!after.contains(word), "{state:?}: {word}");
            }
            let left: Vec<&str> =
                after.lines().filter(|row| TABLES.iter().any(|table| row.starts_with(table))).collect();
            assert!(left.is_empty(), "{state:?}: {left:?}");
            assert_eq!(town.card(id).await, Err(Fault::NotFound));
            let again = acts::withdraw(&town.house, &town.station, id, town.by(SUN)).await;
            assert_eq!(again, Err(Fault::NotFound));
        }
        let told = town.told().await;
        assert_eq!(told.len(), 3, "whoever still had it is told, once each: {told:?}");
        for (kind, to, text) in told {
            assert_eq!((kind.as_str(), to.as_str()), ("wish-withdrawn", "13700001111"));
            assert!(!text.contains("毛笔") && !text.contains('罗'), "{text}");
        }
        town.sound().await;
    }
}

#[tokio::test]
async fn what_whoever_wished_was_told_goes_with_it() {
    for town in towns().await {
        let (id, _) = town.shoes().await;
        town.claims(id, town.person("13700001111").await).await.unwrap();
        town.delivers(id).await;
        assert_eq!(town.told().await.len(), 1);
        acts::withdraw(&town.house, &town.station, id, town.by(SUN)).await.unwrap();
        let kinds: Vec<String> = town.told().await.into_iter().map(|(kind, ..)| kind).collect();
        assert_eq!(kinds, ["wish-withdrawn"]);
    }
}

#[tokio::test]
async fn of_two_wishes_of_one_guardian_the_other_is_told_by_a_clerk_when_the_messages_go() {
    for town in towns().await {
        let (helper, child) = (town.person("13700001111").await, || NewPerson { minor: true, guardian: true, ..luo() });
        let (one, code) = town.opens(thing(Kind::Learning, "书包一个"), child()).await;
        let (other, _) = town.opens(thing(Kind::Warm, "手套一双"), child()).await;
        for id in [one, other] {
            town.claims(id, helper).await.unwrap();
            town.delivers(id).await;
        }
        assert!(town.whole(LI, other).await.claim.unwrap().told);
        town.hands(one, &code).await.unwrap();
        assert!(town.told().await.is_empty());
        assert!(!town.whole(LI, other).await.claim.unwrap().told);
        town.sound().await;
    }
}

/// What a holding of that name tells a resident, and how it forgets them.
async fn export(town: &Town, name: &'static str, person: PersonId) -> serde_json::Value {
    let h = town.house.house();
    let holding = acts::holdings().into_iter().find(|holding| holding.name == name).unwrap();
    town.house.db.read(move |c| (holding.export)(c, &h, person)).await.unwrap()
}

async fn forget(town: &Town, person: PersonId) {
    let h = town.house.house();
    let work = move |c: &mut Conn| {
        people::hold(c, person)?;
        acts::holdings().iter().try_for_each(|holding| (holding.erase)(c, &h, person, h.now()))
    };
    town.house.db.write(work).await.unwrap();
}

#[tokio::test]
async fn whoever_has_wishes_is_told_so_and_forgotten_and_the_wishes_stay() {
    for town in towns().await {
        let (me, person) = (town.person("13700001111").await, || whose("王奶奶", None).unwrap());
        let claimed = town.lies(State::Claimed, person(), Some(me)).await.0;
        let contacted = town.lies(State::Contacted, person(), Some(me)).await.0;
        let (delivered, code) = town.lies(State::Delivered, person(), Some(me)).await;
        let fulfilled = town.lies(State::Fulfilled, person(), Some(me)).await.0;
        let told = export(&town, "wish_claims", me).await;
        assert_eq!(told.as_array().unwrap().len(), 4);
        assert_eq!(told[0]["station"], "三合镇共享驿站");
        assert_eq!(told[0]["item"], "毛笔一套");
        let events = town.done().await.len();
        let key = me.to_string().replace('-', "");
        let rows = |dump: String| {
            let dump = dump.to_lowercase().replace('-', "");
            dump.lines().filter(|row| row.starts_with("wish") && row.contains(&key)).count()
        };
        assert_eq!(rows(town.dump().await), 4);
        forget(&town, me).await;
        assert_eq!(rows(town.dump().await), 0, "no row knows them");
        assert_eq!(town.done().await.len(), events, "no event tells of it");
        assert_eq!(export(&town, "wish_claims", me).await, serde_json::json!([]));
        assert_eq!((town.state(claimed).await, town.state(contacted).await), (State::Open, State::Open));
        assert_eq!((town.state(delivered).await, town.state(fulfilled).await), (State::Delivered, State::Fulfilled));
        assert_eq!(town.whole(QI, delivered).await.claim.unwrap().known, None);
        town.sound().await;
        town.hands(delivered, &code).await.unwrap();
        town.sound().await;
    }
}

#[tokio::test]
async fn whoever_wished_is_told_so_by_their_number_and_their_wish_is_taken_back() {
    for town in towns().await {
        let (id, _) = town.shoes().await;
        town.claims(id, town.person("13700001111").await).await.unwrap();
        let (me, other) = (town.person("13900005521").await, town.person("13900009999").await);
        let told = export(&town, "wishes", me).await;
        assert_eq!((told[0]["item"].as_str(), told[0]["state"].as_str()), (Some("保暖鞋，42 码"), Some("claimed")));
        assert_eq!((told[0]["consent"].as_str(), &told[0]["refused"]), (Some("paper"), &serde_json::json!([])));
        assert_eq!(export(&town, "wishes", other).await, serde_json::json!([]));
        forget(&town, other).await;
        assert_eq!(town.state(id).await, State::Claimed);
        let peer = kernel::view::Peer::new("192.0.2.1".parse().unwrap());
        let new = acts::NewAsk { name: "罗大爷".parse().unwrap(), phone: "13900005521".parse().unwrap() };
        acts::ask_to_be_called(&town.house, &peer, &town.station, new, None).await.unwrap();
        assert_eq!(export(&town, "wish_asks", me).await[0]["station"], "三合镇共享驿站");
        forget(&town, me).await;
        let after = town.dump().await;
        let left: Vec<&str> = after.lines().filter(|row| TABLES.iter().any(|table| row.starts_with(table))).collect();
        assert!(left.is_empty(), "{left:?}");
        assert!(!after.contains("保暖鞋"));
        let told: Vec<(String, String)> = town.told().await.into_iter().map(|(kind, to, _)| (kind, to)).collect();
        assert_eq!(told, [("wish-withdrawn".to_owned(), "13700001111".to_owned())]);
        town.sound().await;
    }
}

#[tokio::test]
async fn time_alone_does_not_take_a_wish_back() {
    for town in towns().await {
        let (id, _) = town.opens(thing(Kind::Warm, "棉被一床"), luo()).await;
        // Somebody gives the same number elsewhere, and never proves it: after thirty days they would be forgotten.
        town.person("13900005521").await;
        let holdings: people::Holdings = acts::holdings().into();
        for _ in 0..60 {
            town.later(1).await;
            people::jobs(&town.house, &holdings).await.unwrap();
        }
        assert_eq!(town.state(id).await, State::Open);
        acts::withdraw(&town.house, &town.station, id, town.by(LI)).await.unwrap();
        town.later(8).await;
        people::jobs(&town.house, &holdings).await.unwrap();
        let phone = "13900005521".parse().unwrap();
        let h = town.house.house();
        let there = town.house.db.read(move |c: &mut Conn| people::who_has(c, &h, &phone)).await.unwrap();
        assert_eq!(there, None, "and then they are forgotten");
    }
}
