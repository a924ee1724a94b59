//! Samples of what staff and managers see.
use maud::{Markup, html};

use super::public::place;
use crate::page::*;
use crate::view::View;

fn bar(current: usize) -> StaffBar {
    let groups = [("今天", "/staff"), ("场地", "/staff/venues"), ("驿站", "/staff/station")];
    let groups = groups.iter().enumerate().map(|(i, (label, href))| Tab::new(*label, *href, i == current)).collect();
    let pages = vec![Tab::new("一览", "/staff", true), Tab::new("开关门", "/staff/hours", false)];
    StaffBar { name: "祁海燕".into(), place: "三合镇共享驿站".into(), groups, pages }
}

pub(super) fn desk(v: &View) -> HtmlPage {
    let columns: Vec<String> = ["1 号台", "2 号台", "3 号台"].map(Into::into).into();
    let block = |column, from, until, kind, body: Markup| Block { column, from, until, kind, body };
    let blocks = [
        block(0, 18 * 60, 19 * 60, Kind::Ok, html! { a href="/r/1" { "马学兰" } }),
        block(
            1,
            18 * 60 + 30,
            20 * 60,
            Kind::Ok,
            html! { a href="/r/2" { "李有福" span class="note" { "138****5521" } } },
        ),
        block(2, 18 * 60, 19 * 60 + 30, Kind::Away, html! { "缺 1 人" }),
        block(0, 19 * 60 + 30, 21 * 60, Kind::Stop, html! { "修台面" }),
        block(2, 20 * 60, 21 * 60, Kind::Shut, html! { "留给社团" }),
    ];
    let agenda = Agenda {
        caption: "乒乓球 · 今天",
        columns: &columns,
        from: 18 * 60,
        until: 21 * 60,
        step: 30,
        blocks: &blocks,
    };
    let free = |column: usize, at: u16| {
        html! { a href={ "/staff/book?unit=" (column) "&at=" (at) } aria-label={ "订 " (column + 1) " 号台 " (at / 60) ":" (at % 60) } { "+" } }
    };
    Page::new(v, "今天").place(place()).staff(bar(0)).body(html! {
        (notice(Tone::Lamp, "小会议室 14:00 起有人用", html! {}))
        (agenda.html(&free))
        (actions(html! { (Button::new("替人订")) (Button::new("关掉一张台").secondary()) }))
    })
}

pub(super) fn lists(v: &View) -> HtmlPage {
    let row = |name: &str, kind, word: &str, hours: &str| {
        vec![html! { (name) }, status(kind, word), html! { (hours) }, pill("改", "/staff/venues/1/edit")]
    };
    let cells = |words: [&str; 7]| words.map(|w| html! { (w) }).to_vec();
    Page::new(v, "场地").place(place()).staff(bar(1)).back("今天", "/staff").body(html! {
        (table("全部场地", &["名称", "现在", "开门", "要做的"], &[
            row("乒乓球室", Kind::Ok, "空 2 张", "8:30–22:00"),
            row("小会议室", Kind::Away, "14:00 起有人", "8:30–18:00"),
            row("书画室", Kind::Shut, "关着", "周二到周日"),
        ]))
        (week("值班表", &["周一", "周二", "周三", "周四", "周五", "周六", "周日"], &[
            ("上午", cells(["马", "祁", "马", "祁", "马", "—", "—"])),
            ("下午", cells(["祁", "马", "祁", "马", "祁", "李", "李"])),
        ]))
        (tabs("看哪一种", "page", &[Tab::new("全部", "?all", true), Tab::new("停用的", "?off", false)]))
        div class="two-up" {
            (section("a", "左边", None, empty("calendar-off", "今天没有活动。", None)))
            (section("b", "右边", None, facts([("今天来过", html! { "84 人" }), ("订过", html! { "17 次" })])))
        }
    })
}

pub(super) fn poster(v: &View) -> HtmlPage {
    Page::new(v, "乒乓球室").place(place()).print().body(html! {
        div class="poster" {
            h1 { "乒乓球室" }
            p { "扫一扫，看哪张台空着" }
            div class="qr" { (icon("qrcode")) }
            p class="small" { "不会用手机？打 0972-000 0000" }
        }
    })
}
