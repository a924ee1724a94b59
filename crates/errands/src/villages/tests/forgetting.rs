//! What is known of a resident is told to them and forgotten; time forgets the rest.
use super::*;
use crate::villages::acts::holding;

#[tokio::test]
async fn whoever_is_forgotten_gives_their_place_back_whichever_way_they_asked() {
    for town in with_villages().await {
        let day = town.planned(plan()).await.unwrap();
        let asked = [
            town.asks(day, at_desk("罗大爷", Some("13800000001"))).await.unwrap(),
            town.asks(day, stranger("罗大爷", Some("13800000002"))).await.unwrap(),
        ];
        for (visit, phone) in asked.into_iter().zip(["13800000001", "13800000002"]) {
            let (h, now, phone) = (town.house.house(), town.house.now(), phone.parse().unwrap());
            let work = move |c: &mut Conn| {
                let person = people::person_by_phone(c, &h, &phone)?;
                let told = (holding().export)(c, &h, person)?;
                (holding().erase)(c, &h, person, now)?;
                Ok::<_, Fault>((told, (holding().export)(c, &h, person)?))
            };
            let (told, left) = town.house.db.write(work).await.unwrap();
            assert_eq!((told[0]["village"].as_str(), left.as_array().unwrap().len()), (Some("祁新庄村委会"), 0));
            let kept = town.visit(visit).await;
            assert_eq!(
                (kept.state, kept.person, kept.name_sealed, kept.phone_hash),
                (VisitState::Withdrawn, None, None, None)
            );
        }
        assert_eq!(town.day(day).await.day.used, 40);
        town.sound_in_villages().await;
    }
}

#[tokio::test]
async fn a_month_after_the_day_nobody_is_named() {
    for town in with_villages().await {
        let day = town.planned(plan()).await.unwrap();
        let visit = town.asks(day, stranger("罗大爷", Some("13800000001"))).await.unwrap();
        town.house.set_clock(friday(24 * 29));
        acts::jobs(&town.house).await.unwrap();
        assert!(town.visit(visit).await.name_sealed.is_some());
        town.house.set_clock(friday(24 * 33));
        acts::jobs(&town.house).await.unwrap();
        let kept = town.visit(visit).await;
        assert_eq!((kept.name_sealed, kept.phone_sealed, kept.phone_hash), (None, None, None));
        town.sound_in_villages().await;
    }
}
