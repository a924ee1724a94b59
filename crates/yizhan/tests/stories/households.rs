//! A household without a phone, and a guardian with children.
use crate::page::Page;
use crate::town;

const CARDS: &str = "/s/sanhe/desk/cards";

/// What a scanner reads from a sheet: the letters under the code.
fn code_on(sheet: &Page) -> String {
    let small = sheet.text.rsplit_once("<p class=\"small\">").expect("the letters").1;
    small.split_once('<').expect("their end").0.replace(' ', "")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_is_made_once_and_books_a_table_without_a_phone_or_a_name_typed() {
    town::each(async |town| {
        let qi = town.staff("qihaiyan").await;
        let sheet = qi.post(CARDS, &[("name", "罗大爷"), ("agrees", "1"), ("once", "a")]).await;
        sheet.ok().says("罗大爷").says("家庭卡");
        let code = code_on(&sheet);
        let household = qi.post(&format!("{CARDS}/scans"), &[("code", &code)]).await.leads_to();
        let page = qi.visit(&household).await;
        page.ok().says("罗大爷");
        let what = qi.visit(&page.link("/desk/reservations/new?card=")).await;
        let when = qi.visit(&what.link("offering=chess")).await;
        when.ok().says("出示了家庭卡").says("罗大爷");
        let card = household.rsplit('/').next().expect("an id");
        let typed = [("offering", "chess"), ("on", "2026-06-25"), ("at", "10:00"), ("minutes", "60"), ("group", "1")];
        let typed = [&typed[..], &[("card", card), ("once", "b")]].concat();
        let booked = qi.post("/s/sanhe/desk/reservations/new", &typed).await;
        qi.visit(&booked.leads_to()).await.ok().says("罗大爷");
        // The card is lost: a new one is made, and the finder of the old one gets nowhere.
        let second = code_on(&qi.post(&format!("{household}/replacement"), &[]).await);
        qi.post(&format!("{CARDS}/scans"), &[("code", &code)]).await.is(422);
        qi.post(&format!("{CARDS}/scans"), &[("code", &second)]).await.leads_to();
        town.visitor().get(&format!("/card/{second}")).await.ok().says_not("罗大爷");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_guardian_agrees_remembers_a_child_and_takes_it_back() {
    town::each(async |town| {
        let han = town.resident("韩玉梅").await;
        let page = han.visit("/me/children").await;
        let child = [("nickname", "小雅"), ("band", "4-6")];
        let without = han.submit(&page, "/me/children", &child).await;
        without.is(422).says("我同意");
        let with = [&child[..], &[("agrees", "1")]].concat();
        let page = han.visit(&han.submit(&page, "/me/children", &with).await.leads_to()).await;
        page.ok().says("小雅").says("4-6");
        let page = han.visit(&han.submit(&page, "/withdrawal", &[]).await.leads_to()).await;
        page.ok().says_not("小雅");
    })
    .await;
}
