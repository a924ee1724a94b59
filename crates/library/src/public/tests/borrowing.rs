//! With a phone: a scan and a press, keeping it longer, having it put aside, and a list of what one has read.
use super::*;
use crate::lending::rules::Hand;
use crate::rules::Kinds;

#[tokio::test]
async fn a_scan_and_a_press_and_it_is_theirs() {
    for town in towns().await {
        let (_, copies) = town.book("长安的荔枝", 1).await;
        let path = format!("{LIBRARY}/copies/{}", copies[0].barcode);
        // Without a session the button leads to the door, and back here afterwards.
        let stranger = town.get(&path).await;
        let door = format!("/sign-in?station={}&amp;then={path}", town.station.id);
        assert!(stranger.says("借这本") && stranger.says(&door), "{}", stranger.text());
        assert!(!stranger.says("<form method=\"post\""), "{}", stranger.text());
        let no = town.presses(&format!("{path}/loan"), &[("once", "a")]).await;
        assert_eq!(no.status, StatusCode::UNAUTHORIZED);
        let mine = town.ma_looks(&path).await;
        assert_eq!(mine.text().matches("<button").count(), 1, "one button and no field: {}", mine.text());
        let once = mine.hidden("once");
        for _ in 0..2 {
            let lent = town.ma_presses(&format!("{path}/loan"), &[("once", &once)]).await;
            assert_eq!((lent.status, lent.to), (StatusCode::SEE_OTHER, format!("{path}?did=lent")));
        }
        assert_eq!(town.lent().await, [(copies[0].barcode.clone(), true)]);
        let shown = town.ma_looks(&format!("{path}?did=lent")).await;
        assert!(shown.says("借好了") && shown.says("7月27日前还") && shown.says("续借"), "{}", shown.text());
        // Whoever finds it in the meadow reads what to do, and nothing of whose it is.
        let found = town.get(&path).await;
        assert!(found.says("登记在别人名下") && found.says("还书："), "{}", found.text());
        // Somebody presses again a day later: it is with them.
        town.house.wait(jiff::SignedDuration::from_hours(49));
        let again = town.ma_presses(&format!("{path}/loan"), &[("once", "b")]).await;
        assert_eq!(again.status, StatusCode::CONFLICT);
        assert!(again.says("已经借在您名下"), "{}", again.text());
        town.sound().await;
    }
}

#[tokio::test]
async fn it_is_kept_longer_once_and_not_while_others_wait() {
    for town in towns().await {
        let (id, copies) = town.book("长安的荔枝", 1).await;
        let path = format!("{LIBRARY}/copies/{}", copies[0].barcode);
        town.ma_presses(&format!("{path}/loan"), &[("once", "a")]).await;
        town.house.wait(jiff::SignedDuration::from_hours(24 * 20));
        let loan = town.call(&town.phone, ("GET", "/me/library"), Value::Null).await.json();
        let loan = loan["stations"][0]["loans"][0]["id"].as_str().unwrap().to_owned();
        let renewal = format!("{LIBRARY}/loans/{loan}/renewal");
        // Nobody else keeps it longer, and a path that leads elsewhere is not followed.
        assert_eq!(town.presses(&renewal, &[("once", "r")]).await.status, StatusCode::UNAUTHORIZED);
        let done = town.ma_presses(&renewal, &[("once", "r"), ("back", "https://example.org")]).await;
        assert_eq!((done.status, done.to.as_str()), (StatusCode::SEE_OTHER, "/me"));
        let done = town.ma_presses(&renewal, &[("once", "r"), ("back", "https://example.org")]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
        let shown = town.ma_looks(&path).await;
        assert!(shown.says("8月16日前还") && shown.says("不能再续"), "{}", shown.text());
        let no = town.ma_presses(&renewal, &[("once", "r2")]).await;
        assert_eq!(no.status, StatusCode::CONFLICT);
        assert!(no.says("最多续借 1 次") && no.says("长安的荔枝"), "{}", no.text());
        // The household waits for it: the page of whoever has it says so before they press.
        let (h, station, who) = (town.house.house(), town.station.clone(), town.household);
        let hold = crate::lending::acts::hold(&h, &station, (id, who), (Hand::Kiosk, None)).await;
        hold.unwrap();
        assert!(town.ma_looks(&path).await.says("有人在等这本，不能续借"));
        town.sound().await;
    }
}

#[tokio::test]
async fn what_is_out_is_put_aside_and_what_stands_there_is_not() {
    for town in towns().await {
        let (id, copies) = town.book("长安的荔枝", 1).await;
        let (code, path) = (&copies[0].barcode, format!("{LIBRARY}/titles/{id}"));
        let no = town.ma_presses(&format!("{path}/hold"), &[("once", "a")]).await;
        assert_eq!(no.status, StatusCode::CONFLICT);
        assert!(no.says("书架上就有"), "{}", no.text());
        town.scans(&[("code", code), ("card", &town.card), ("once", "1")]).await;
        assert!(town.get(&path).await.says("/sign-in?"), "a stranger is led to the door");
        assert!(town.ma_looks(&path).await.says("留给我"));
        for _ in 0..2 {
            let done = town.ma_presses(&format!("{path}/hold"), &[("once", "h")]).await;
            assert_eq!((done.status, &done.to), (StatusCode::SEE_OTHER, &path), "{}", done.text());
        }
        assert!(town.ma_looks(&path).await.says("您排第 1"));
        // It comes back: the machine says that it does not go onto its shelf.
        let back = town.scans(&[("code", code), ("once", "2")]).await;
        assert!(back.says("还好了，有人在等") && back.says("柜台"), "{}", back.text());
        let ready = town.ma_looks(&path).await;
        assert!(ready.says("给您留着") && ready.says("不等了"), "{}", ready.text());
        let piece = format!("{LIBRARY}/copies/{code}");
        assert!(town.get(&piece).await.says("请交给工作人员"), "nobody else takes it");
        assert!(town.ma_looks(&piece).await.says("借这本"));
        let hold = town.call(&town.phone, ("GET", "/me/library"), Value::Null).await.json();
        let hold = hold["stations"][0]["holds"][0]["id"].as_str().unwrap().to_owned();
        let cancel = format!("{LIBRARY}/holds/{hold}/cancellation");
        assert_eq!(town.presses(&cancel, &[("once", "c")]).await.status, StatusCode::UNAUTHORIZED);
        for _ in 0..2 {
            let done = town.ma_presses(&cancel, &[("once", "c"), ("back", &path)]).await;
            assert_eq!((done.status, &done.to), (StatusCode::SEE_OTHER, &path), "{}", done.text());
        }
        assert!(town.get(&path).await.says("在架 1 本"));
        town.sound().await;
    }
}

#[tokio::test]
async fn what_is_not_lent_here_has_no_button() {
    for town in towns().await {
        let (id, copies) = town.has(title("中国象棋", Kind::Thing), 1).await;
        town.decides(Settings { kinds: Kinds::of([Kind::Book]), ..Settings::default() }).await;
        let path = format!("{LIBRARY}/copies/{}", copies[0].barcode);
        let page = town.ma_looks(&path).await;
        assert!(page.says("只在书屋里看") && !page.says("借这本"), "{}", page.text());
        assert!(!town.ma_looks(&format!("{LIBRARY}/titles/{id}")).await.says("留给我"));
        let no = town.ma_presses(&format!("{path}/loan"), &[("once", "a")]).await;
        assert_eq!(no.status, StatusCode::CONFLICT);
        assert!(town.lent().await.is_empty());
    }
}

#[tokio::test]
async fn a_list_of_what_one_has_read_is_kept_only_for_whoever_wants_it() {
    for town in towns().await {
        let (_, copies) = town.book("长安的荔枝", 1).await;
        let (code, path) = (&copies[0].barcode, format!("{LIBRARY}/history"));
        assert_eq!(town.get(&path).await.status, StatusCode::UNAUTHORIZED);
        assert_eq!(town.ma_looks(&path).await.status, StatusCode::NOT_FOUND, "the station offers none");
        assert_eq!(town.ma_presses(&path, &[("history", "on")]).await.status, StatusCode::NOT_FOUND);
        town.decides(Settings { history: true, ..Settings::default() }).await;
        assert!(town.ma_looks(&path).await.says("书一还，就不记您看过什么"));
        let lend = || async {
            let once = town.house.new_id().to_string();
            town.ma_presses(&format!("{LIBRARY}/copies/{code}/loan"), &[("once", &once)]).await;
            town.scans(&[("code", code), ("once", &town.house.new_id().to_string())]).await;
        };
        lend().await;
        assert!(!town.ma_looks(&path).await.says("长安的荔枝"), "nobody asked for it");
        assert_eq!(town.ma_presses(&path, &[("history", "on")]).await.to, path);
        lend().await;
        let shown = town.ma_looks(&path).await;
        assert_eq!(shown.text().matches("长安的荔枝").count(), 1, "only what came back since: {}", shown.text());
        town.ma_presses(&path, &[("history", "off")]).await;
        town.ma_presses(&path, &[("history", "on")]).await;
        assert!(!town.ma_looks(&path).await.says("长安的荔枝"), "it was erased");
        assert_eq!(town.ma_presses(&path, &[("history", "maybe")]).await.status, StatusCode::NOT_FOUND);
        town.sound().await;
    }
}
