//! From the first scan to what is missing.
use jiff::civil::date;
use kernel::once::Once;

use super::*;
use crate::rules::Stands;
use crate::stocktakes::rules::{Odd, Progress};
use crate::testing::refused;

#[tokio::test]
async fn what_nobody_saw_is_missing_once_somebody_has_looked() {
    for desk in desks().await {
        let (lent, left) = (desk.has.lychee.copies[0], desk.has.lychee.copies[1]);
        let (hare, chess) = (desk.has.hare.copies[0], desk.has.chess.copies[0]);
        desk.lends(lent, desk.luo.person).await.unwrap();
        let id = desk.begins(Some(desk.has.shelf)).await.unwrap();
        let scanned = desk.scans(id, None, &[left, hare, hare]).await.unwrap();
        let odd: Vec<_> = scanned.iter().map(|one| one.odd.as_slice()).collect();
        assert_eq!(odd, [&[][..], &[], &[Odd::Already]]);
        let (here, ending) = desk.ending(id).await;
        assert_eq!(here.progress, Progress { seen: 2, of: 3, strays: 0, elsewhere: 1 });
        assert_eq!(ending.missing.iter().map(|one| one.title.as_str()).collect::<Vec<_>>(), ["象棋"]);
        assert_eq!(desk.copy(chess).await.stands, Stands::Here, "nobody has confirmed anything");
        assert_eq!(refused(desk.ends(id, "0123456789abcdef").await), NoStocktake::Moved(id));
        assert_eq!(desk.copy(chess).await.stands, Stands::Here);
        let ended = desk.ends(id, &ending.read).await.unwrap();
        assert_eq!(ended, Ended { seen: 2, missing: 1, again: 0 });
        assert_eq!(desk.copy(chess).await.stands, Stands::Missing);
        for copy in [left, hare] {
            let copy = desk.copy(copy).await;
            assert_eq!((copy.stands, copy.seen_on), (Stands::Here, Some(date(2026, 6, 28))));
        }
        assert_eq!(desk.copy(lent).await.stands, Stands::Here, "it is lent and nobody looks for it");
        assert_eq!(refused(desk.scans(id, None, &[chess]).await), NoStocktake::Over(id));
        assert_eq!(refused(desk.ends(id, &ending.read).await), NoStocktake::Over(id));
        assert_eq!(desk.happened("stocktake.").await, ["stocktake.begun", "stocktake.ended"]);
        let back = desk.takes_back(chess).await.unwrap();
        assert!(!back.was_lent);
        assert_eq!(desk.copy(chess).await.stands, Stands::Here, "it has turned up");
        desk.is_sound().await;
    }
}

#[tokio::test]
async fn what_has_turned_up_is_here_again_and_for_whoever_waits() {
    for desk in desks().await {
        let (found, lent) = (desk.has.lychee.copies[0], desk.has.lychee.copies[1]);
        desk.lends(lent, desk.luo.person).await.unwrap();
        let first = desk.begins(None).await.unwrap();
        assert_eq!(desk.looks_and_ends(first).await.unwrap().missing, 3, "nobody scanned anything");
        desk.house.wait(SignedDuration::from_hours(24));
        desk.waits(desk.has.lychee.title, desk.ma.person).await.unwrap();
        let second = desk.begins(Some(desk.has.honesty)).await.unwrap();
        let scanned = desk.scans(second, None, &[found]).await.unwrap();
        let other = Odd::OtherShelf { shelf: desk.has.shelf };
        assert_eq!(scanned[0].odd, [Odd::WasMissing, other]);
        let (here, ending) = desk.ending(second).await;
        assert_eq!((here.progress.strays, ending.again.len(), ending.misplaced.len()), (1, 1, 1));
        assert_eq!(desk.ends(second, &ending.read).await.unwrap(), Ended { seen: 1, missing: 0, again: 1 });
        assert_eq!(desk.copy(found).await.stands, Stands::Here);
        assert_eq!(desk.kept_for(desk.ma.person).await, [found], "it is put aside for her");
        desk.is_sound().await;
    }
}

#[tokio::test]
async fn what_goes_to_be_mended_after_it_was_scanned_stays_there() {
    for desk in desks().await {
        let (hare, chess) = (desk.has.hare.copies[0], desk.has.chess.copies[0]);
        let id = desk.begins(None).await.unwrap();
        desk.scans(id, None, &[hare, chess]).await.unwrap();
        for copy in [hare, chess] {
            let barcode = desk.barcode(copy).await;
            desk.run(format!("UPDATE copies SET stands = 2 WHERE barcode = '{barcode}'")).await;
        }
        // Scanned once more, one of them is whole again.
        desk.scans(id, None, &[chess]).await.unwrap();
        assert_eq!(desk.looks_and_ends(id).await.unwrap().again, 1);
        assert_eq!((desk.copy(hare).await.stands, desk.copy(chess).await.stands), (Stands::Repair, Stands::Here));
        desk.is_sound().await;
    }
}

#[tokio::test]
async fn a_scan_says_what_does_not_fit_and_an_unknown_barcode_notes_nothing() {
    for desk in desks().await {
        let (lent, aside) = (desk.has.lychee.copies[0], desk.has.hare.copies[0]);
        desk.lends(lent, desk.luo.person).await.unwrap();
        desk.lends(aside, desk.luo.person).await.unwrap();
        desk.waits(desk.has.hare.title, desk.ma.person).await.unwrap();
        desk.takes_back(aside).await.unwrap();
        let id = desk.begins(None).await.unwrap();
        let typed = ["2009999999992", "\0", "x y", "http://127.0.0.1/s/sanhe/library/copies/nothing"];
        let typed = typed.map(str::to_owned).to_vec();
        let unknown = acts::scan(&desk.house, &desk.station, (id, None), typed).await.unwrap();
        assert!(unknown.iter().all(|one| one.copy.is_none()), "{unknown:?}");
        assert_eq!(desk.ending(id).await.0.walk.scanned, 0);
        let scanned = desk.scans(id, Some(desk.has.honesty), &[lent, aside]).await.unwrap();
        let other = Odd::OtherShelf { shelf: desk.has.shelf };
        assert!(matches!(scanned[0].odd[..], [Odd::Lent { .. }, odd] if odd == other), "{:?}", scanned[0].odd);
        assert_eq!(scanned[1].odd, [Odd::PutAside, other]);
        let own = format!("http://127.0.0.1/s/sanhe/library/copies/{}", desk.barcode(lent).await);
        let by_address = acts::scan(&desk.house, &desk.station, (id, Some(desk.has.shelf)), vec![own]).await.unwrap();
        assert!(by_address[0].odd.contains(&Odd::Already));
        let (_, ending) = desk.ending(id).await;
        assert!(ending.misplaced.iter().all(|one| one.standing.copy != lent), "it was seen on its own shelf since");
        desk.is_sound().await;
    }
}

#[tokio::test]
async fn what_came_or_went_meanwhile_is_not_missing() {
    for desk in desks().await {
        let lychee = desk.has.lychee.copies[0];
        desk.lends(lychee, desk.luo.person).await.unwrap();
        desk.house.wait(SignedDuration::from_mins(1));
        let id = desk.begins(None).await.unwrap();
        desk.house.wait(SignedDuration::from_mins(1));
        desk.takes_back(lychee).await.unwrap();
        let (h, station) = (desk.house.house(), desk.station.clone());
        let (shelf, by) = (desk.has.shelf, kernel::event::By::Program);
        let add = move |c: &mut Conn| {
            let of = catalogue::rules::Of::There(desk_title(c, &station)?);
            let new = catalogue::rules::NewCopies { shelf, source: String::new(), count: 1 };
            let taken = catalogue::acts::take_in_within(c, &h, &station, &of, &new, None, (by, h.now()));
            taken.map_err(|_| Fault::broken("it can be taken in"))
        };
        let new = desk.house.db.write(add).await.unwrap().copies[0];
        let (_, ending) = desk.ending(id).await;
        let missing: Vec<CopyId> = ending.missing.iter().map(|one| one.standing.copy).collect();
        assert!(!missing.contains(&lychee) && !missing.contains(&new), "{missing:?}");
        assert_eq!(missing.len(), 3);
    }
}

fn desk_title(c: &mut Conn, station: &stations::Station) -> Result<crate::TitleId, Fault> {
    let found = catalogue::answers::search(c, station.id, "荔枝", 1)?;
    found.first().map(|one| one.title.id).ok_or(Fault::NotFound)
}

#[tokio::test]
async fn a_list_that_has_changed_is_looked_at_again() {
    for desk in desks().await {
        let id = desk.begins(None).await.unwrap();
        let (_, looked) = desk.ending(id).await;
        desk.lends(desk.has.chess.copies[0], desk.luo.person).await.unwrap();
        assert_eq!(refused(desk.ends(id, &looked.read).await), NoStocktake::Moved(id));
        let (_, again) = desk.ending(id).await;
        assert_eq!((looked.missing.len(), again.missing.len()), (4, 3));
        assert_eq!(desk.ends(id, &again.read).await.unwrap().missing, 3);
        assert_eq!(desk.copy(desk.has.chess.copies[0]).await.stands, Stands::Here);
        desk.is_sound().await;
    }
}

#[tokio::test]
async fn what_is_on_its_way_or_gone_stays_so_whatever_is_scanned() {
    for desk in desks().await {
        let (gone, away) = (desk.has.hare.copies[0], desk.has.chess.copies[0]);
        desk.run("UPDATE copies SET stands = 4 WHERE barcode = '".to_owned() + &desk.barcode(gone).await + "'").await;
        desk.run("UPDATE copies SET stands = 3 WHERE barcode = '".to_owned() + &desk.barcode(away).await + "'").await;
        let id = desk.begins(None).await.unwrap();
        let scanned = desk.scans(id, None, &[gone, away]).await.unwrap();
        assert_eq!((scanned[0].odd[0], scanned[1].odd[0]), (Odd::Gone, Odd::OnTheWay));
        let (_, ending) = desk.ending(id).await;
        assert!(ending.again.is_empty());
        desk.ends(id, &ending.read).await.unwrap();
        assert_eq!(desk.copy(gone).await.stands, Stands::Gone);
        assert_eq!(desk.copy(away).await.stands, Stands::OnTheWay);
    }
}

#[tokio::test]
async fn a_walk_that_is_given_up_leaves_nothing() {
    for desk in desks().await {
        let id = desk.begins(None).await.unwrap();
        desk.scans(id, None, &[desk.has.chess.copies[0]]).await.unwrap();
        acts::give_up(&desk.house, &desk.station, id, (desk.room.clerk.id, None)).await.unwrap();
        assert_eq!(desk.copy(desk.has.chess.copies[0]).await.seen_on, None);
        let all = desk.sees(|c, _, station| answers::overview(c, station)).await.unwrap();
        assert!(all.open.is_empty() && all.ended.is_empty());
        assert_eq!(desk.happened("stocktake.").await, ["stocktake.begun", "stocktake.given-up"]);
        desk.begins(None).await.expect("nobody walks there any more");
    }
}

#[tokio::test]
async fn a_tap_that_comes_twice_begins_and_ends_one_walk() {
    for desk in desks().await {
        let who = desk.room.clerk.id;
        let once = |key: &str| Some(Once::new(key, "clerk", &"walk"));
        let begin = || acts::begin(&desk.house, &desk.station, None, (who, once("begin")));
        let (first, second) = (begin().await.unwrap(), begin().await.unwrap());
        assert_eq!(first, second);
        let (_, ending) = desk.ending(first).await;
        let end = || acts::end(&desk.house, &desk.station, (first, ending.read.clone()), (who, once("end")));
        let (one, two) = (end().await.unwrap(), end().await.unwrap());
        assert_eq!(one, two);
        assert_eq!(desk.happened("stocktake.").await, ["stocktake.begun", "stocktake.ended"]);
    }
}

#[test]
fn a_mark_is_of_these_copies_in_any_order() {
    let house = kernel::testing::on_sqlite(&[], &[]);
    let copy = |n: u128| CopyId(kernel::db::types::Id(uuid::Uuid::from_u128(n)));
    let mark = |all: &[u128]| answers::mark(&house, &all.iter().map(|n| copy(*n)).collect::<Vec<_>>());
    assert_eq!(mark(&[1, 2]), mark(&[2, 1]));
    assert_ne!(mark(&[1, 2]), mark(&[1]));
    assert_ne!(mark(&[]), mark(&[1]));
    assert_eq!(mark(&[]).len(), 16);
}
