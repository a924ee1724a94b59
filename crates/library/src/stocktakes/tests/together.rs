//! Several walk, lend and end at once.
use kernel::event::By;

use super::*;
use crate::catalogue::rules::{NewCopies, Of};
use crate::rules::Stands;
use crate::testing::title;

#[tokio::test]
async fn of_many_who_begin_at_once_one_does() {
    for desk in desks().await {
        let all: Vec<_> = (0..12)
            .map(|n| {
                let (house, station, who) = (desk.house.house(), desk.station.clone(), desk.room.clerk.id);
                let shelf = (n % 2 == 0).then_some(desk.has.shelf);
                tokio::spawn(async move { acts::begin(&house, &station, shelf, (who, None)).await })
            })
            .collect();
        let mut begun = vec![];
        for one in all {
            match one.await.unwrap() {
                Ok(id) => begun.push(id),
                Err(Not::Refused(NoStocktake::Running(_))) => {}
                Err(not) => panic!("{not:?}"),
            }
        }
        assert_eq!(begun.len(), 1, "{begun:?}");
    }
}

#[tokio::test]
async fn two_who_scan_at_once_see_every_copy_once() {
    for desk in desks().await {
        let id = desk.begins(None).await.unwrap();
        let copies = [&desk.has.lychee.copies[..], &desk.has.hare.copies, &desk.has.chess.copies].concat();
        let mut codes = vec![];
        for copy in &copies {
            codes.push(desk.barcode(*copy).await);
        }
        let all: Vec<_> = (0..16)
            .map(|n| {
                let (house, station, mut typed) = (desk.house.house(), desk.station.clone(), codes.clone());
                typed.rotate_left(n % codes.len());
                tokio::spawn(async move { acts::scan(&house, &station, (id, None), typed).await })
            })
            .collect();
        let mut fresh = 0;
        for one in all {
            fresh += one.await.unwrap().unwrap().iter().filter(|scan| scan.odd.is_empty()).count();
        }
        assert_eq!(fresh, copies.len());
        let (here, ending) = desk.ending(id).await;
        assert_eq!((here.walk.scanned, ending.missing.len()), (4, 0));
    }
}

#[tokio::test]
async fn what_is_lent_while_a_walk_ends_is_never_missing() {
    for desk in desks().await {
        let chess = desk.has.chess.copies[0];
        let id = desk.begins(None).await.unwrap();
        let (_, ending) = desk.ending(id).await;
        let (house, station, who) = (desk.house.house(), desk.station.clone(), desk.room.clerk.id);
        let end = tokio::spawn(async move { acts::end(&house, &station, (id, ending.read), (who, None)).await });
        let lent = desk.lends(chess, desk.luo.person).await;
        let ended = end.await.unwrap();
        match (lent, ended) {
            (Ok(_), Err(Not::Refused(NoStocktake::Moved(_)))) => {
                assert_eq!(desk.copy(chess).await.stands, Stands::Here);
            }
            (Err(Not::Refused(_)), Ok(ended)) => {
                assert_eq!((ended.missing, desk.copy(chess).await.stands), (4, Stands::Missing));
            }
            other => panic!("{other:?}"),
        }
        desk.is_sound().await;
    }
}

#[tokio::test]
async fn a_room_with_a_thousand_copies_is_walked_in_parts() {
    for desk in desks().await {
        let (h, station, shelf) = (desk.house.house(), desk.station.clone(), desk.has.shelf);
        let fill = move |c: &mut Conn| {
            let mut all = vec![];
            for n in 0..20 {
                let new = NewCopies { shelf, source: String::new(), count: 50 };
                let of = Of::New(title(&format!("农家书屋丛书 {n}"), ""));
                let taken = catalogue::acts::take_in_within(c, &h, &station, &of, &new, None, (By::Program, h.now()));
                all.extend(taken.map_err(|_| Fault::broken("it can be taken in"))?.copies);
            }
            Ok::<_, Fault>(all)
        };
        let all = desk.house.db.write(fill).await.unwrap();
        desk.house.wait(SignedDuration::from_hours(24));
        let id = desk.begins(Some(desk.has.shelf)).await.unwrap();
        for some in all[..600].chunks(200) {
            desk.scans(id, None, some).await.unwrap();
        }
        let (here, ending) = desk.ending(id).await;
        assert_eq!((here.progress.seen, here.progress.of, ending.missing.len()), (600, 1004, 404));
        let ended = desk.ends(id, &ending.read).await.unwrap();
        assert_eq!(ended, Ended { seen: 600, missing: 404, again: 0 });
        assert_eq!(desk.copy(all[599]).await.stands, Stands::Here);
        assert_eq!(desk.copy(all[600]).await.stands, Stands::Missing);
        desk.is_sound().await;
    }
}
