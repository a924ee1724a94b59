//! What is put aside, what is overdue: who has it is known while they have it.
use super::*;

#[tokio::test]
async fn what_is_put_aside_names_for_whom_until_they_were_told_and_have_it() {
    for counter in counters().await {
        let (hare, room) = (counter.hare().await, &counter.room);
        counter.lends(&room.luo, &hare).await;
        counter.press(&[("hold", &room.has.hare.title.to_string()), ("reader", &room.ma.card)]).await.says("排上队了");
        let holds = format!("{DESK}/holds");
        counter.get(&holds).await.says("预约架上没有书");
        counter.press(&[("barcode", &hare)]).await.says("先别上架");
        counter.get(&holds).await.says("猜猜我有多爱你").says("给马秀英").says("还没有告诉").says(&hare);
        let seen = counter.call(("GET", "/holds"), Value::Null).await.json();
        assert_eq!(seen["holds"][0]["reader"]["name"], "马秀英");
        assert_eq!(seen["holds"][0]["hold"]["put_aside"]["told"], false);
        let id = seen["holds"][0]["hold"]["id"].as_str().unwrap().to_owned();
        counter.call(("POST", &format!("/told/{id}")), json!({ "answer": "told" })).await.is(StatusCode::NO_CONTENT);
        counter.get(&holds).await.says("已经告诉了");
        // Nobody else gets it, …
        counter.press(&[("reader", &room.luo.card), ("barcode", &hare)]).await.is(StatusCode::CONFLICT);
        // … unless they no longer want it.
        let cancel = format!("{holds}/{id}/cancellation");
        let back = counter.send_as(&counter.clerk, &cancel, &[]).await;
        assert_eq!(back.is(StatusCode::SEE_OTHER).header(header::LOCATION), format!("{holds}?done=1"));
        counter.lends(&room.luo, &hare).await;
        counter.get(&holds).await.hushes("马秀英");
        counter.sound().await;
    }
}

#[tokio::test]
async fn a_clerk_who_has_told_somebody_comes_back_to_the_call_list() {
    for counter in counters().await {
        let (hare, room) = (counter.hare().await, &counter.room);
        counter.lends(&room.luo, &hare).await;
        counter.press(&[("hold", &room.has.hare.title.to_string()), ("reader", &room.ma.card)]).await.says("排上队了");
        counter.press(&[("barcode", &hare)]).await.says("先别上架");
        let asked = |c: &mut Conn, house: &kernel::house::House, station: &stations::Station| {
            let v = kernel::view::View::plain(house, kernel::words::Lang::Zh);
            crate::lending::to_call(c, house, &v, station)
        };
        let all = room.sees(asked).await.unwrap();
        let path = format!("/s/sanhe{}", all[0].answered_at);
        let form = [("answer", all[0].answers[0].1), ("back", "/s/sanhe/desk/told")];
        let back = counter.send_as(&counter.clerk, &path, &form).await;
        assert_eq!(back.is(StatusCode::SEE_OTHER).header(header::LOCATION), "/s/sanhe/desk/told");
        assert!(room.sees(asked).await.unwrap().is_empty());
    }
}

#[tokio::test]
async fn what_is_overdue_is_listed_until_it_is_back() {
    for counter in counters().await {
        let ([one, _], room) = (counter.lychees().await, &counter.room);
        counter.lends(&room.luo, &one).await;
        room.house.wait(jiff::SignedDuration::from_hours(24 * 33));
        let counter = Counter { clerk: token(room, &room.clerk).await, ..counter };
        let room = &counter.room;
        counter.get(DESK).await.says("超期没还 1");
        let page = counter.get(&format!("{DESK}/overdue")).await;
        page.says("长安的荔枝").says("在罗大爷手上").says("晚了 3 天").says("tel:13800000001");
        let seen = counter.call(("GET", "/overdue"), Value::Null).await.json();
        assert_eq!(seen["loans"][0]["reader"]["phone"], "13800000001");
        assert_eq!(seen["loans"][0]["loan"]["overdue"], true);
        counter.press(&[("reader", &room.luo.card)]).await.says("7月27日就该还了");
        counter.press(&[("barcode", &one)]).await.says("晚了 3 天");
        counter.get(&format!("{DESK}/overdue")).await.says("没有超期的").hushes("罗大爷");
        counter.sound().await;
    }
}
