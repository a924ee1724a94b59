//! A household without a phone, and a guardian with children.
use crate::page::Page;
use crate::person::Person;
use crate::town::{self, Town};

const CARDS: &str = "/s/sanhe/desk/cards";

/// What a scanner reads from a sheet: the letters under the code.
pub fn code_on(sheet: &Page) -> String {
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

/// A guardian who remembers a child, the clerk who made their card, and what a camera reads from it.
async fn card_of_a_family(town: &Town) -> (Person<'_>, Person<'_>, String) {
    let han = town.resident("韩玉梅").await;
    let page = han.visit("/me/children").await;
    let child = [("nickname", "小雅"), ("band", "7-9"), ("agrees", "1")];
    han.submit(&page, "/me/children", &child).await.leads_to();
    let qi = town.staff("qihaiyan").await;
    let typed = [("name", "韩玉梅"), ("phone", "13800000003"), ("agrees", "1"), ("once", "a")];
    let code = code_on(&qi.post(CARDS, &typed).await);
    (han, qi, code)
}

/// With the card in a phone that nobody is signed in on; what whoever finds it reads names nobody.
#[tokio::test(flavor = "multi_thread")]
async fn a_grandparent_signs_a_remembered_child_up_with_the_card_in_two_taps() {
    town::each(async |town| {
        let (han, qi, code) = card_of_a_family(town).await;

        let grandparent = town.visitor();
        let card = grandparent.get(&format!("/card/{code}")).await;
        card.ok().says("能报名的活动").says("亲子阅读").says_not("韩玉梅").says_not("小雅");
        let time = grandparent.get(&card.link("/signups/by-card")).await;
        time.ok().says("给孩子 7-9 岁报名").says_not("小雅").says_not("韩玉梅");
        let signup = grandparent.submit(&time, "/signups/by-card", &[]).await.leads_to();
        grandparent.get(&signup).await.ok().says("亲子阅读").says_not("小雅");
        // Once: the next look shows what there is, and offers it no more.
        let again = grandparent.get(&time.path).await;
        again.ok().says_not("给孩子 7-9 岁报名");
        han.visit("/me").await.ok().says("小雅");

        // A card that is good no more is a piece of paper.
        let household = qi.post(&format!("{CARDS}/scans"), &[("code", &code)]).await.leads_to();
        qi.post(&format!("{household}/revocation"), &[]).await.leads_to();
        grandparent.get(&format!("/card/{code}")).await.ok().says("家庭卡").says_not("亲子阅读");
        grandparent.get(&time.path).await.is(404);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clerk_who_scans_a_card_signs_a_child_of_the_household_up_in_two_taps() {
    town::each(async |town| {
        let (_, qi, code) = card_of_a_family(town).await;
        let household = qi.visit(&qi.post(&format!("{CARDS}/scans"), &[("code", &code)]).await.leads_to()).await;
        let open = qi.visit(&household.link("/desk/signups/new?card=")).await;
        open.ok().says("亲子阅读").says("小雅");
        let list = qi.visit(&qi.submit(&open, "/signups", &[]).await.leads_to()).await;
        list.ok().says("小雅");
    })
    .await;
}
