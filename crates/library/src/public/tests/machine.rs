//! The machine in the hall: a scanner and Enter, nothing else.
use super::*;

#[tokio::test]
async fn the_machine_works_for_the_machine_and_for_staff_and_tells_others_where_to_go() {
    for town in towns().await {
        let (_, copies) = town.book("长安的荔枝", 1).await;
        let shut = town.get(KIOSK).await;
        assert_eq!(shut.status, StatusCode::FORBIDDEN);
        assert!(shut.says("请站长打开") && !shut.says("name=\"code\""), "{}", shut.text());
        let pressed = town.presses(KIOSK, &[("code", &copies[0].barcode), ("card", &town.card)]).await;
        assert_eq!(pressed.status, StatusCode::FORBIDDEN);
        let resident = town.ma_presses(KIOSK, &[("code", &copies[0].barcode), ("card", &town.card)]).await;
        assert_eq!(resident.status, StatusCode::FORBIDDEN);
        assert!(town.lent().await.is_empty());
        let open = town.machine().await;
        assert_eq!(open.status, StatusCode::OK);
        assert!(open.says("autofocus") && open.says("data-care") && !open.says("data-leave"), "{}", open.text());
        let staff = town.sent(("GET", KIOSK), &format!("session={}", town.clerk), &[]).await;
        assert_eq!(staff.status, StatusCode::OK);
    }
}

#[tokio::test]
async fn a_book_and_a_card_and_the_next_book_needs_no_card() {
    for town in towns().await {
        let (_, copies) = town.book("长安的荔枝", 2).await;
        let (first, second) = (&copies[0].barcode, &copies[1].barcode);
        let asks = town.scans(&[("code", first), ("once", &town.machine().await.hidden("once"))]).await;
        assert!(asks.says("扫一下家庭卡") && asks.hidden("wants") == *first, "{}", asks.text());
        assert!(asks.says("data-leave=\"60\"") && asks.says(&format!("60;url={KIOSK}")), "{}", asks.text());
        assert!(town.lent().await.is_empty());
        // The scanner reads the address on the card.
        let address = format!("https://example.org/card/{}", town.card);
        let lent = town.scans(&[("code", &address), ("wants", first), ("once", &asks.hidden("once"))]).await;
        assert!(lent.says("7月27日") && lent.says("借好了"), "{}", lent.text());
        assert_eq!((lent.hidden("card"), lent.hidden("last")), (address, first.clone()));
        let next = [("code", second.as_str()), ("card", &lent.hidden("card")), ("last", first), ("once", "3")];
        assert!(town.scans(&next).await.says("借好了"));
        let mut lent = town.lent().await;
        lent.sort();
        assert_eq!(lent, [(first.clone(), false), (second.clone(), false)]);
        assert!(town.machine().await.hidden("card").is_empty(), "whoever comes next has no card");
        town.sound().await;
    }
}

#[tokio::test]
async fn a_piece_still_waits_after_the_number_of_a_book() {
    for town in towns().await {
        let (_, copies) = town.book("长安的荔枝", 1).await;
        let barcode = &copies[0].barcode;
        let asks = town.scans(&[("code", barcode), ("once", "1")]).await;
        let odd = [("code", "9787572608582"), ("wants", &asks.hidden("wants")), ("once", "2")];
        assert_eq!(town.scans(&odd).await.hidden("wants"), *barcode);
        assert!(town.lent().await.is_empty());
    }
}

#[tokio::test]
async fn a_card_first_and_then_books() {
    for town in towns().await {
        let (_, copies) = town.book("长安的荔枝", 1).await;
        let known = town.scans(&[("code", &town.card), ("once", "1")]).await;
        assert!(known.says("认出您的家庭卡了") && !known.says("祁德全"), "{}", known.text());
        let lent = town.scans(&[("code", &copies[0].barcode), ("card", &known.hidden("card")), ("once", "2")]).await;
        assert!(lent.says("借好了"), "{}", lent.text());
        assert_eq!(town.lent().await.len(), 1);
    }
}

#[tokio::test]
async fn a_scanner_that_reads_twice_undoes_nothing() {
    for town in towns().await {
        let (_, copies) = town.book("长安的荔枝", 1).await;
        let code = copies[0].barcode.as_str();
        let fields = [("code", code), ("card", town.card.as_str()), ("once", "1")];
        let lent = town.scans(&fields).await;
        // The same form twice, as without a script: one loan, and the same answer.
        let twice = town.scans(&fields).await;
        assert!(lent.says("借好了") && twice.says("借好了"), "{}", twice.text());
        assert_eq!(town.lent().await.len(), 1);
        // The scan once more, on the page that answered.
        let again = [("code", code), ("card", &town.card), ("last", code), ("once", "2")];
        let asked = town.scans(&again).await;
        assert!(asked.says("这本刚刚借好") && asked.says("我要还这本"), "{}", asked.text());
        assert_eq!(town.lent().await.len(), 1);
        // Somebody means it.
        let meant = [("code", code), ("card", &town.card), ("last", code), ("again", "1"), ("once", "3")];
        let back = town.scans(&meant).await;
        assert!(back.says("还好了，请放回") && back.says("A1 架"), "{}", back.text());
        let twice = town.scans(&meant).await;
        assert!(twice.says("还好了，请放回"), "{}", twice.text());
        assert!(town.lent().await.is_empty());
        // And again, the other way.
        let asked = town.scans(&[("code", code), ("card", &town.card), ("last", code), ("once", "4")]).await;
        assert!(asked.says("这本刚刚还好") && asked.says("我要借这本"), "{}", asked.text());
        assert!(town.lent().await.is_empty());
        town.sound().await;
    }
}

#[tokio::test]
async fn what_comes_back_late_is_welcome() {
    for town in towns().await {
        let (_, copies) = town.book("长安的荔枝", 1).await;
        let code = copies[0].barcode.as_str();
        town.scans(&[("code", code), ("card", &town.card), ("once", "1")]).await;
        town.house.wait(jiff::SignedDuration::from_hours(24 * 34));
        // Anybody brings it back; no card is asked for.
        let back = town.scans(&[("code", code), ("once", "2")]).await;
        assert!(back.says("过了几天，还了就好"), "{}", back.text());
        assert!(town.lent().await.is_empty());
    }
}

#[tokio::test]
async fn what_is_no_barcode_says_what_to_do() {
    for town in towns().await {
        let isbn = crate::catalogue::rules::isbn::read("9787572608582").expect("an ISBN");
        let (_, copies) = town.has(NewTitle { isbn: Some(isbn), ..title("长安的荔枝", Kind::Book) }, 1).await;
        let code = copies[0].barcode.as_str();
        let good = town.card.as_str();
        for (fields, words) in [
            (vec![("code", "9787572608582")], "这是印在书后面的书号"),
            (vec![("code", "2000000099994")], "不是书屋的条码"),
            (vec![("code", "\u{0}'; --")], "不是书屋的条码"),
            (vec![("code", &"x".repeat(4000))], "不是书屋的条码"),
            (vec![("code", "")], "不是书屋的条码"),
            (vec![("code", code), ("card", "aaaaaaaaaaaaaaaaaaaaaaaa")], "这张家庭卡不能用了"),
            (vec![("code", "aaaaaaaaaaaaaaaaaaaaaaaa"), ("wants", code)], "也不是能用的家庭卡"),
        ] {
            let page = town.scans(&fields).await;
            assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
            assert!(page.says(words) && page.says("name=\"code\""), "{words}: {}", page.text());
        }
        // The piece still waits: another card is enough.
        let no = town.scans(&[("code", "aaaaaaaaaaaaaaaaaaaaaaaa"), ("wants", code), ("once", "1")]).await;
        assert_eq!(no.hidden("wants"), code);
        let lent = town.scans(&[("code", good), ("wants", &no.hidden("wants")), ("once", "2")]).await;
        assert!(lent.says("借好了"), "{}", lent.text());
    }
}

#[tokio::test]
async fn a_rule_that_says_no_is_told_and_the_card_stays() {
    for town in towns().await {
        town.decides(Settings { most_items: 1, ..Settings::default() }).await;
        let (_, copies) = town.book("长安的荔枝", 2).await;
        town.scans(&[("code", &copies[0].barcode), ("card", &town.card), ("once", "1")]).await;
        let asks = town.scans(&[("code", &copies[1].barcode), ("once", "2")]).await;
        let no = town.scans(&[("code", &town.card), ("wants", &asks.hidden("wants")), ("once", "3")]).await;
        assert_eq!(no.status, StatusCode::CONFLICT);
        assert!(no.says("一人最多借 1 本"), "{}", no.text());
        assert_eq!((no.hidden("card"), no.hidden("wants")), (town.card.clone(), String::new()));
        // They give the first back, and take the second.
        let back = town.scans(&[("code", &copies[0].barcode), ("card", &no.hidden("card")), ("once", "4")]).await;
        let last = back.hidden("last");
        let fields =
            [("code", copies[1].barcode.as_str()), ("card", &back.hidden("card")), ("last", &last), ("once", "5")];
        assert!(town.scans(&fields).await.says("借好了"));
        assert_eq!(town.lent().await, [(copies[1].barcode.clone(), false)]);
        town.sound().await;
    }
}

#[tokio::test]
async fn what_was_missing_is_here_again_when_somebody_scans_it() {
    for town in towns().await {
        let (_, copies) = town.book("长安的荔枝", 1).await;
        let (station, lost) = (town.station.id, Copy { stands: crate::rules::Stands::Missing, ..copies[0].clone() });
        town.house.db.write(move |c: &mut Conn| answers::set_copy(c, station, &lost)).await.unwrap();
        let found = town.scans(&[("code", &copies[0].barcode), ("once", "1")]).await;
        assert!(found.says("请放回"), "{}", found.text());
        assert!(town.get(LIBRARY).await.says("在架 1 本"));
        let gone = Copy { stands: crate::rules::Stands::Repair, ..copies[0].clone() };
        town.house.db.write(move |c: &mut Conn| answers::set_copy(c, station, &gone)).await.unwrap();
        let no = town.scans(&[("code", &copies[0].barcode), ("card", &town.card), ("once", "2")]).await;
        assert_eq!(no.status, StatusCode::CONFLICT);
        assert!(no.says("请交给工作人员"), "{}", no.text());
    }
}
