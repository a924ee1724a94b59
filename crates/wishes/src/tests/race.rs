//! Many at once.
use super::*;
use crate::answers::Seen;
use crate::rules::Reviewed;

#[tokio::test(flavor = "multi_thread", worker_threads = 8)]
async fn of_fifty_who_want_one_wish_one_has_it_and_the_others_another_to_look_at() {
    for town in towns().await {
        let (id, _) = town.shoes().await;
        let others = town.more(Kind::Warm, 2).await;
        let mut people = vec![];
        for n in 0..50 {
            people.push(town.person(&format!("138000{n:05}")).await);
        }
        let all: Vec<_> = people
            .iter()
            .map(|person| {
                let (h, station, person) = (town.house.house(), town.station.clone(), *person);
                tokio::spawn(async move { (person, acts::claim(&h, &station, id, person, None).await) })
            })
            .collect();
        let (mut won, mut lost) = (vec![], 0);
        for one in all {
            match one.await.unwrap() {
                (person, Ok(claimed)) => won.push((person, claimed)),
                (_, late) => {
                    assert_eq!(refused(late), NoClaim::Gone);
                    lost += 1;
                    let another = town.another(id, Kind::Warm).await.unwrap();
                    assert_eq!((another.kind, another.state), (Kind::Warm, Seen::Open));
                    assert!(others.contains(&another.id));
                }
            }
        }
        assert_eq!((won.len(), lost), (1, 49));
        let (winner, claimed) = won[0];
        let mine = town.house.db.read(move |c: &mut Conn| answers::claims_of(c, winner)).await.unwrap();
        assert_eq!((mine.len(), mine[0].1.id, mine[0].1.until), (1, claimed.claim, claimed.until));
        assert_eq!(town.done().await.iter().filter(|kind| *kind == "wish.claimed").count(), 1);
        town.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_one_person_who_wants_five_at_once_two_are_theirs() {
    for town in towns().await {
        let (ids, me) = (town.more(Kind::Hobby, 5).await, town.person("13700001111").await);
        let all: Vec<_> = ids
            .into_iter()
            .map(|id| {
                let (h, station) = (town.house.house(), town.station.clone());
                tokio::spawn(async move { acts::claim(&h, &station, id, me, None).await })
            })
            .collect();
        let mut well = 0;
        for one in all {
            match one.await.unwrap() {
                Ok(_) => well += 1,
                late => assert_eq!(refused(late), NoClaim::TooMany { most: 2 }),
            }
        }
        assert_eq!(well, 2);
        town.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_sixteen_drafts_for_one_number_one_is_kept() {
    for town in towns().await {
        let all: Vec<_> = (0..16)
            .map(|_| {
                let (h, station, staff) = (town.house.house(), town.station.clone(), town.staff[LI].clone());
                let draft = (thing(Kind::Warm, "棉被一床"), luo());
                tokio::spawn(async move { acts::draft(&h, &station, draft, (&staff, None)).await })
            })
            .collect();
        let mut well = 0;
        for one in all {
            match one.await.unwrap() {
                Ok(_) => well += 1,
                late => assert_eq!(refused(late), NoWish::HasOne),
            }
        }
        assert_eq!((well, town.desk(LI).await.len()), (1, 1));
        town.sound().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn while_three_look_claim_and_take_back_at_once_nothing_is_left_half() {
    for town in towns().await {
        for round in 0..4 {
            let (id, _) = town.drafts(thing(Kind::Hobby, "象棋一副"), whose("王奶奶", None).unwrap()).await;
            town.asks(id).await.unwrap();
            let looks = [QI, ZHAO, SUN].map(|who| {
                let (h, station, staff) = (town.house.house(), town.station.clone(), town.staff[who].clone());
                tokio::spawn(async move { acts::review(&h, &station, (id, 1, true, "".into()), (&staff, None)).await })
            });
            let mut said = vec![];
            for one in looks {
                match one.await.unwrap() {
                    Ok(reviewed) => said.push(reviewed),
                    late => assert_eq!(refused(late), NoReview::NotAsked),
                }
            }
            assert_eq!(said.iter().filter(|one| **one == Reviewed::Open).count(), 1, "{said:?}");
            assert_eq!(town.facts("wish.published").await, round + 1);
            let person = town.person(&format!("1370000{round:04}")).await;
            let (h, station) = (town.house.house(), town.station.clone());
            let claim = tokio::spawn(async move { acts::claim(&h, &station, id, person, None).await });
            let (h, station, staff) = (town.house.house(), town.station.clone(), town.staff[LI].clone());
            let back = tokio::spawn(async move { acts::withdraw(&h, &station, id, (&staff, None)).await });
            let (claim, back) = (claim.await.unwrap(), back.await.unwrap());
            assert!(matches!(claim, Ok(_) | Err(Not::Refused(NoClaim::Gone))), "{claim:?}");
            back.unwrap();
            assert!(town.desk(QI).await.is_empty(), "nothing is left");
            let told = town.told().await.into_iter().filter(|(kind, ..)| kind == "wish-withdrawn").count();
            assert!(told <= round + 1);
        }
        town.sound().await;
    }
}
