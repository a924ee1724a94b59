//! The pages of walks, through the router.
use super::*;
use crate::rules::Stands;

const TOP: &str = "/s/sanhe/desk/library/stocktakes";

#[tokio::test]
async fn a_clerk_walks_with_a_scanner_and_confirms_what_is_missing() {
    for desk in desks().await {
        let clerk = desk.clerk.clone();
        desk.page(&clerk, TOP).await.is(StatusCode::OK).says("盘一次").says("A 架");
        let path = desk.press(&clerk, TOP, &[("shelf", "a1"), ("once", "b")]).await.leads();
        assert_eq!(desk.press(&clerk, TOP, &[("shelf", "a1"), ("once", "b")]).await.leads(), path, "a double tap");
        desk.page(&clerk, &path).await.is(StatusCode::OK).says("autofocus").says("该有 4 本，扫到 0 本");
        let scans = format!("{path}/scans");
        let code = desk.barcode(desk.has.hare.copies[0]).await;
        let sent = [("shelf", "a1"), ("barcode", code.as_str())];
        desk.press(&clerk, &scans, &sent).await.is(StatusCode::OK).says("猜猜我有多爱你").says("该有 4 本，扫到 1 本");
        desk.press(&clerk, &scans, &sent).await.says("刚才扫过了").says("扫到 1 本");
        desk.press(&clerk, &scans, &[("barcode", "9780000000000")]).await.says("没有这个条码").says("去登记");
        let empty = desk.press(&clerk, &scans, &[("barcode", " ")]).await;
        empty.is(StatusCode::UNPROCESSABLE_ENTITY).says("先扫一本");
        let mut several = vec![];
        for copy in &desk.has.lychee.copies {
            several.push(desk.barcode(*copy).await);
        }
        several.push("x".into());
        desk.press(&clerk, &scans, &[("barcode", &several.join("\r\n"))]).await.says("2 本都对").says("要看一看的");
        let end = format!("{path}/end");
        let page = desk.page(&clerk, &end).await.says("没扫到 1 本").says("象棋").says("1 本记为找不到");
        let read = page.text.split("name=\"read\" value=\"").nth(1).and_then(|p| p.split('"').next()).unwrap();
        let odd = desk.press(&clerk, &end, &[("read", "0000000000000000")]).await;
        odd.is(StatusCode::CONFLICT).says("又有变化").says("象棋");
        assert_eq!(desk.copy(desk.has.chess.copies[0]).await.stands, Stands::Here);
        let done = desk.press(&clerk, &end, &[("read", read), ("once", "e")]).await.leads();
        desk.page(&clerk, &done).await.says("盘完了，记好了").says("还没找到的").says("象棋");
        assert_eq!(desk.copy(desk.has.chess.copies[0]).await.stands, Stands::Missing);
        desk.press(&clerk, &scans, &sent).await.is(StatusCode::CONFLICT).says("已经盘完了");
        desk.page(&clerk, TOP).await.says("盘完的").says("扫了 3 本");
        desk.is_sound().await;
    }
}

#[tokio::test]
async fn along_all_shelves_the_label_of_a_shelf_says_where_one_is() {
    for desk in desks().await {
        let clerk = desk.clerk.clone();
        let path = desk.press(&clerk, TOP, &[("shelf", "")]).await.leads();
        desk.page(&clerk, &path).await.says("先选一个书架").hushes("autofocus");
        let scans = format!("{path}/scans");
        let label = "http://127.0.0.1:8600/s/sanhe/library/shelves/door";
        let moved = desk.press(&clerk, &scans, &[("shelf", "a1"), ("barcode", label)]).await.leads();
        assert_eq!(moved, format!("{path}?shelf=door"));
        let code = desk.barcode(desk.has.hare.copies[0]).await;
        let scanned = desk.press(&clerk, &scans, &[("shelf", "door"), ("barcode", &code)]).await;
        scanned.says("该放在 A 架").says("value=\"door\"");
        desk.page(&clerk, &format!("{path}/end")).await.says("放错架 1 本");
        let running = desk.press(&clerk, TOP, &[("shelf", "a1")]).await.is(StatusCode::CONFLICT);
        running.says("正在盘").says(&path);
        let odd = desk.press(&clerk, TOP, &[("shelf", "zz")]).await;
        odd.is(StatusCode::UNPROCESSABLE_ENTITY).says("没有这个书架");
        let gone = desk.press(&clerk, &format!("{path}/give-up"), &[]).await.leads();
        desk.page(&clerk, &gone).await.says("什么都没改");
        desk.page(&clerk, &path).await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn whoever_does_not_work_here_sees_no_walk() {
    for desk in desks().await {
        let id = desk.begins(None).await.unwrap();
        desk.page("", TOP).await.is(StatusCode::UNAUTHORIZED);
        desk.page("", &format!("{TOP}/{id}")).await.is(StatusCode::UNAUTHORIZED);
        desk.press("", &format!("{TOP}/{id}/end"), &[]).await.is(StatusCode::UNAUTHORIZED);
        desk.page(&desk.clerk, &format!("{TOP}/nothing")).await.is(StatusCode::NOT_FOUND);
    }
}
