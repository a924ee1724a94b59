//! A car in the way is looked for by part of its plate, and forgotten with its day.
use super::*;
use crate::parking::acts::NewMove;

fn blocking(town: &Town) -> NewMove {
    NewMove {
        lot: town.lots[0],
        plate: "3K8".into(),
        spot: "东门口".into(),
        asker: Some("罗大爷".parse().expect("a name")),
        phone: Some("13800000001".parse().expect("a number")),
    }
}

#[tokio::test]
async fn marshals_read_the_plate_and_not_who_asked() {
    for town in towns().await {
        let id = acts::ask(&town.house, &town.station, blocking(&town), (staff(1), None)).await.unwrap();
        let list = async |for_desk| {
            let (h, station, lots) = (town.house.house(), town.station.clone(), town.lots.clone());
            let read = move |c: &mut Conn| answers::in_the_way(c, &h, &station, (&lots, for_desk));
            town.house.db.read(read).await.unwrap()
        };
        let (theirs, ours) = (list(false).await, list(true).await);
        assert_eq!((theirs[0].plate.as_deref(), &theirs[0].asker, &theirs[0].phone), (Some("3K8"), &None, &None));
        assert_eq!(ours[0].asker.as_deref(), Some("罗大爷"));
        let elsewhere = acts::close(&town.house, &town.station, (id, Some(town.lots[1])), EventBy::Resident).await;
        assert_eq!(elsewhere, Err(Fault::NotFound));
        for _ in 0..2 {
            acts::close(&town.house, &town.station, (id, Some(town.lots[0])), EventBy::Resident).await.unwrap();
        }
        assert!(list(false).await[0].done);
        town.sound().await;
    }
}

#[tokio::test]
async fn the_day_after_nothing_is_left_of_it() {
    for town in towns().await {
        acts::ask(&town.house, &town.station, blocking(&town), (staff(1), None)).await.unwrap();
        let kept = async || {
            acts::jobs(&town.house).await.unwrap();
            let (station, lots) = (town.station.id, town.lots.clone());
            let all = town.house.db.read(move |c: &mut Conn| store::moves_of(c, station, &lots)).await.unwrap();
            all[0].plate_sealed.is_some()
        };
        town.house.set_clock(at(23, 30));
        assert!(kept().await, "it is still the day");
        town.house.wait(jiff::SignedDuration::from_hours(21));
        assert!(!kept().await);
        town.sound().await;
    }
}
