//! What stands on pages of others: the home page, the screen in the hall, "my things", the page of a
//! card. And the machine, when a scan comes many times at once.
use kernel::view::View;
use kernel::words::Lang;
use people::CardShown;

use super::*;
use crate::public::kiosk::{self, Done, Scan};

impl Town {
    fn v(&self) -> View {
        View::plain(&self.house, Lang::Zh)
    }

    async fn home(&self) -> Option<String> {
        let section = crate::public::home_section();
        let drawn = (section.render)(self.house.house(), self.v(), self.station.clone()).await.unwrap();
        drawn.map(maud::Markup::into_string)
    }

    async fn on_card(&self) -> Option<String> {
        let shown = CardShown { code: self.card.clone(), person: self.household, station: self.station.id };
        let drawn = (crate::public::card_section())(self.house.house(), self.v(), shown).await.unwrap();
        drawn.map(maud::Markup::into_string)
    }

    async fn mine(&self) -> Option<String> {
        let section = crate::public::mine_section();
        let drawn = (section.render)(self.house.house(), self.v(), self.ma).await.unwrap();
        drawn.map(maud::Markup::into_string)
    }

    async fn on_the_screen(&self) -> Vec<String> {
        let said = crate::public::on_today(self.house.house(), self.v(), self.station.clone()).await.unwrap();
        said.into_iter().map(|one| one.what).collect()
    }
}

#[tokio::test]
async fn a_station_without_books_says_nothing_and_one_with_books_a_line() {
    for town in towns().await {
        assert_eq!((town.home().await, town.on_card().await, town.mine().await), (None, None, None));
        assert!(town.on_the_screen().await.is_empty());
        for called in ["山那边的灯", "小羊过河", "长安的荔枝"] {
            town.house.wait(jiff::SignedDuration::from_mins(1));
            town.book(called, 1).await;
        }
        let home = town.home().await.unwrap();
        assert!(home.contains("新到《长安的荔枝》、《小羊过河》") && !home.contains("山那边"), "{home}");
        assert_eq!((home.matches("class=\"row\"").count(), home.len() < 900), (1, true), "{home}");
        assert_eq!(town.on_the_screen().await, ["《长安的荔枝》、《小羊过河》"]);
        town.house.wait(jiff::SignedDuration::from_hours(24 * 20));
        assert!(town.on_the_screen().await.is_empty(), "what came three weeks ago is no longer new");
    }
}

#[tokio::test]
async fn a_card_tells_how_many_and_until_when_and_never_what_or_whose() {
    for town in towns().await {
        let (_, copies) = town.book("长安的荔枝", 2).await;
        assert!(town.on_card().await.unwrap().contains("现在没有借书"));
        for (n, copy) in copies.iter().enumerate() {
            let once = n.to_string();
            town.scans(&[("code", &copy.barcode), ("card", &town.card), ("once", &once)]).await;
        }
        let told = town.on_card().await.unwrap();
        assert!(told.contains("借着 2 本") && told.contains("7月27日"), "{told}");
        for hidden in ["荔枝", "祁德全", &copies[0].barcode, &town.card] {
            assert!(!told.contains(hidden), "{hidden}: {told}");
        }
        town.house.wait(jiff::SignedDuration::from_hours(24 * 31));
        assert!(town.on_card().await.unwrap().contains("就到期了，请来还"));
    }
}

#[tokio::test]
async fn ones_things_come_first_what_is_kept_then_what_is_due() {
    for town in towns().await {
        let (_, had) = town.book("山那边的灯", 1).await;
        let (wanted, out) = town.book("长安的荔枝", 1).await;
        town.ma_presses(&format!("{LIBRARY}/copies/{}/loan", had[0].barcode), &[("once", "a")]).await;
        town.scans(&[("code", &out[0].barcode), ("card", &town.card), ("once", "1")]).await;
        town.ma_presses(&format!("{LIBRARY}/titles/{wanted}/hold"), &[("once", "b")]).await;
        let waits = town.mine().await.unwrap();
        assert!(waits.find("山那边的灯") < waits.find("长安的荔枝"), "{waits}");
        assert!(waits.contains("您排第 1") && waits.contains("续借"), "{waits}");
        town.scans(&[("code", &out[0].barcode), ("once", "2")]).await;
        let ready = town.mine().await.unwrap();
        assert!(ready.find("长安的荔枝") < ready.find("山那边的灯") && ready.contains("请来拿"), "{ready}");
        assert!(!ready.contains("看过的书"), "the station offers no such list");
    }
}

#[tokio::test]
async fn a_scan_that_comes_sixteen_times_at_once_is_one_loan() {
    for town in towns().await {
        let (_, copies) = town.book("长安的荔枝", 1).await;
        let (house, station) = (town.house.house(), town.station.clone());
        let scan = Scan { code: copies[0].barcode.clone(), card: Some(town.card.clone()), ..Scan::default() };
        // The same form sent by sixteen at once is one loan, with one answer.
        let all: Vec<_> = (0..16)
            .map(|_| {
                let (house, station, scan) = (house.clone(), station.clone(), scan.clone());
                tokio::spawn(async move { kiosk::scan(&house, &station, scan, "one").await })
            })
            .collect();
        for one in all {
            let done = one.await.unwrap().unwrap();
            assert!(matches!(done, Done::Lent { .. }), "{done:?}");
        }
        assert_eq!(town.lent().await.len(), 1);
        town.sound().await;
    }
}
