//! The pages of transfers: each station sees its own side.
use super::*;

const OURS: &str = "/s/sanhe/desk/library/transfers";
const THEIRS: &str = "/s/gucheng/desk/library/transfers";

#[tokio::test]
async fn a_book_is_asked_for_sent_and_taken_in_by_the_pages() {
    for two in twos().await {
        let (ours, theirs) = (two.desk.clerk.clone(), two.gucheng.token.clone());
        two.page(&theirs, THEIRS).await.is(StatusCode::OK).says("没有书在路上");
        two.page(&theirs, &format!("{THEIRS}/new"))
            .await
            .says("三合镇共享驿站")
            .says("石灰窑")
            .hushes("古城乡共享驿站</b>");
        let odd = two.page(&theirs, &format!("{THEIRS}/new?from=nowhere")).await;
        odd.is(StatusCode::UNPROCESSABLE_ENTITY).says("没有这个站");
        two.page(&theirs, &format!("{THEIRS}/new?from=sanhe")).await.says("象棋").says("2 本，2 本在架");
        let found = two.page(&theirs, &format!("{THEIRS}/new?from=sanhe&q=cadlz")).await;
        found.says("长安的荔枝").says("要《长安的荔枝》").hushes("象棋");
        let title = two.has.lychee.title.to_string();
        let form = [("from", "sanhe"), ("title", title.as_str()), ("once", "a")];
        let asked = two.press(&theirs, &format!("{THEIRS}/new"), &form).await.leads();
        two.page(&theirs, &asked).await.says("等那边回话").says("不要了");
        let again = two.press(&theirs, &format!("{THEIRS}/new"), &form[..2]).await;
        again.is(StatusCode::CONFLICT).says("已经要过了").says(asked.trim_end_matches("?done=1"));
        let id = asked.trim_end_matches("?done=1").rsplit('/').next().unwrap().to_owned();
        two.page(&ours, OURS).await.says("别的站想要").says("给古城乡共享驿站");
        let path = format!("{OURS}/{id}");
        let code = two.barcode(two.has.lychee.copies[0]).await;
        two.page(&ours, &path).await.says("寄哪一册").says(&code).says("A 架");
        let silent = two.press(&ours, &format!("{path}/refusal"), &[("why", " ")]).await;
        silent.is(StatusCode::UNPROCESSABLE_ENTITY).says("请写一句为什么");
        let number = two.press(&ours, &format!("{path}/refusal"), &[("why", "打 13800000001")]).await;
        number.is(StatusCode::UNPROCESSABLE_ENTITY).says("不写电话号码");
        let copy = two.has.lychee.copies[0].to_string();
        let sent = two.press(&ours, &format!("{path}/sending"), &[("copy", &copy), ("once", "s")]).await.leads();
        two.page(&ours, &sent).await.says("寄出了，在路上").says(&code).says("叫回来");
        let late = two.press(&ours, &format!("{path}/refusal"), &[("why", "不寄")]).await;
        late.is(StatusCode::CONFLICT).says("已经寄出");
        // The other side sees what it is and where it comes from, and nothing of the copy.
        two.page(&theirs, THEIRS).await.says("寄来的，在路上").says("从三合镇共享驿站来").hushes(&code);
        let unknown = two.press(&theirs, &format!("{THEIRS}/arrivals"), &[("barcode", "2009999999992")]).await;
        unknown.is(StatusCode::UNPROCESSABLE_ENTITY).says("没有这本寄来");
        let there = two.press(&theirs, &format!("{THEIRS}/arrivals"), &[("barcode", &code)]).await.leads();
        assert_eq!(there, format!("{THEIRS}/{id}"));
        two.page(&theirs, &there).await.says("放到哪个架").says("B 架").hushes(&code);
        let odd = two.press(&theirs, &format!("{there}/arrival"), &[("shelf", "zz")]).await;
        odd.is(StatusCode::UNPROCESSABLE_ENTITY).says("没有这个书架");
        let done = two.press(&theirs, &format!("{there}/arrival"), &[("shelf", "b1"), ("once", "t")]).await.leads();
        two.page(&theirs, &done).await.says("收下了").says("/desk/library/labels?copies=");
        two.page(&ours, &path).await.says("那边收到了");
        two.is_sound().await;
    }
}

#[tokio::test]
async fn a_book_is_sent_unasked_and_called_back_by_the_pages() {
    for two in twos().await {
        let ours = two.desk.clerk.clone();
        let send = format!("{OURS}/send");
        two.page(&ours, &send).await.says("扫一下要寄的那一册").says("古城乡共享驿站");
        let wrong = two.press(&ours, &send, &[("barcode", "x"), ("slug", "nowhere")]).await;
        wrong.is(StatusCode::UNPROCESSABLE_ENTITY).says("这里没有这个条码的书").says("没有这个站").says("nowhere");
        let code = two.barcode(two.has.hare.copies[0]).await;
        two.lends(two.has.hare.copies[0], two.luo.person).await.unwrap();
        let lent = two.press(&ours, &send, &[("barcode", &code), ("to", "gucheng")]).await;
        lent.is(StatusCode::CONFLICT).says("这一册借出了，").says("到期").says(&code);
        two.takes_back(two.has.hare.copies[0]).await.unwrap();
        let form = [("barcode", code.as_str()), ("to", "gucheng"), ("once", "k")];
        let path = two.press(&ours, &send, &form).await.leads();
        assert_eq!(two.press(&ours, &send, &form).await.leads(), path);
        let path = path.trim_end_matches("?done=1").to_owned();
        let back = two.press(&ours, &format!("{path}/recall"), &[]).await.leads();
        two.page(&ours, &back).await.says("没有寄成");
        assert_eq!(two.copy(two.has.hare.copies[0]).await.stands, Stands::Here);
        let theirs = format!("{THEIRS}/{}", path.rsplit('/').next().unwrap());
        let late = two.press(&two.gucheng.token, &format!("{theirs}/arrival"), &[("shelf", "b1")]).await;
        late.is(StatusCode::CONFLICT).says("已经叫回");
        two.is_sound().await;
    }
}

#[tokio::test]
async fn whoever_is_not_at_an_end_sees_nothing_and_does_nothing() {
    for two in twos().await {
        let id = two.sends(Sending::Unasked(two.gucheng.station.id, two.has.hare.copies[0])).await.unwrap();
        two.page("", &format!("{OURS}/{id}")).await.is(StatusCode::UNAUTHORIZED);
        let third = two.third.token.clone();
        let elsewhere = format!("/s/shihuiyao/desk/library/transfers/{id}");
        two.page(&third, &elsewhere).await.is(StatusCode::NOT_FOUND);
        two.page(&third, &format!("{THEIRS}/{id}")).await.is(StatusCode::NOT_FOUND);
        for step in ["arrival", "recall", "withdrawal", "refusal"] {
            let form = [("shelf", "b1"), ("why", "不寄")];
            two.press(&third, &format!("{elsewhere}/{step}"), &form).await.is(StatusCode::NOT_FOUND);
        }
        // Whoever has it does not take it in, and whoever gets it does not call it back.
        let ours = two.press(&two.desk.clerk, &format!("{OURS}/{id}/arrival"), &[("shelf", "a1")]).await;
        ours.is(StatusCode::NOT_FOUND);
        let theirs = two.press(&two.gucheng.token, &format!("{THEIRS}/{id}/recall"), &[]).await;
        theirs.is(StatusCode::NOT_FOUND);
        assert_eq!(two.copy(two.has.hare.copies[0]).await.stands, Stands::OnTheWay);
    }
}
