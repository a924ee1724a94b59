//! Samples of what residents see.
use maud::html;

use crate::form::Problems;
use crate::page::*;
use crate::refusal::{Next, Said};
use crate::view::View;

pub(super) fn place() -> Place {
    Place { name: "三合镇共享驿站".into(), home: "/s/sanhe".into(), phone: Some("0972-000 0000".into()) }
}

pub(super) fn home(v: &View) -> HtmlPage {
    let hero = Hero {
        v,
        sky: Sky::Dusk,
        door: Door::Open,
        name: "三合镇共享驿站",
        title: "大门开着",
        under: "今晚到 22:00 · 里面 14 人",
    };
    let now = rows([
        Row::new("乒乓球").icon("ping-pong").status(Kind::Ok, "空 2 张台").link("/s/sanhe/ping-pong", "订", true),
        Row::new("健身房").icon("barbell").status(Kind::Ok, "人不多，直接来").link("/s/sanhe/gym", "看看", false),
        Row::new("职工书屋").icon("books").status(Kind::Shut, "明早 8:30 开").link("/s/sanhe/books", "看看", false),
        Row::new("象棋").icon("chess").status(Kind::Away, "缺 1 人").link("/s/sanhe/chess", "加入", false),
        Row::new("舞蹈室").icon("music").status(Kind::Stop, "修灯，周五好").leads_to("/s/sanhe/dance"),
    ]);
    let soon = rows([
        Row::new("象棋擂台").when("今晚", "20:00").note("还有 4 个名额").link("/a/1", "报名", false),
        Row::new("亲子共读").when("明天", "10:00").note("还有 6 个名额").link("/a/2", "报名", false),
    ]);
    Page::new(v, "三合镇共享驿站")
        .place(place())
        .hero(maud::Render::render(&hero))
        .dock(Dock::Home)
        .describe("三合镇共享驿站：场地、办事、活动、微心愿")
        .foot(html! { p { "三合镇政府院内 · 大门 6:00–22:00" } })
        .body(html! {
            (section("now", "现在就能用", Some(("全部 9 处", "/s/sanhe/venues")), now))
            (section("soon", "活动", Some(("全部", "/s/sanhe/activities")), soon))
        })
}

/// The head alone: the same drawing at another hour, with the door open or closed.
pub(super) fn sky(v: &View, sky: Sky, door: Door) -> HtmlPage {
    let title = if door == Door::Open { "大门开着" } else { "大门关着" };
    let hero = Hero { v, sky, door, name: "三合镇共享驿站", title, under: "6:00–22:00" };
    Page::new(v, "三合镇共享驿站").place(place()).hero(maud::Render::render(&hero)).body(html! {})
}

pub(super) fn book(v: &View) -> HtmlPage {
    let day = |value: &str, top: &str, under: &str| Day {
        value: value.into(),
        top: top.into(),
        under: under.into(),
        ..Day::default()
    };
    let days = [
        Day { chosen: true, ..day("2026-06-24", "今晚", "24日") },
        day("2026-06-25", "明天", "25日"),
        day("2026-06-26", "周五", "26日"),
        Day { shut: true, ..day("2026-06-27", "周六", "交流会") },
        day("2026-06-28", "周日", "28日"),
    ];
    let slot = |time: &str, free: u16, tag: Option<&str>| Slot {
        value: time.into(),
        time: time.into(),
        tag: tag.map(Into::into),
        free,
        of: 3,
        words: if free == 0 { "满了".into() } else { format!("空 {free} 张") },
        short: false,
        chosen: time == "20:00",
    };
    let times = [
        slot("19:30", 2, Some("现在")),
        slot("20:00", 2, None),
        slot("20:30", 3, None),
        slot("21:00", 1, None),
        slot("21:30", 0, None),
    ];
    let lengths = [
        Choice::new("30", "半小时"),
        Choice::new("60", "1 小时").chosen(true),
        Choice::new("90", "1 个半"),
        Choice::new("120", "2 小时").shut(true),
    ];
    let problems = Problems::default();
    let fields = Fields::new(v, &problems);
    let mate = Row::new("20:30 缺 1 人").icon("users").note("一位球友 · 随便打打").end(pill("一起打", "/games/1"));
    let bar =
        buy_bar("今晚 20:00–21:00", "2 号台 · 不收钱 · 随时能退", html! { (Button::new("订下").form("booking")) });
    Page::new(v, "乒乓球").place(place()).back("首页", "/s/sanhe").bar(bar).body(html! {
        form id="booking" method="post" data-sum="{d} {t}–{t+m}" {
            (once("sample"))
            (day_radios("d", "哪一天", &days))
            (slots("t", "几点来", &times, Some(("更多时间", "/s/sanhe/ping-pong?all"))))
            (segmented("m", "打多久", &lengths))
            (section("mates", "有人在找球友", None, rows([mate])))
            (fields.checkbox(Field::new("mate", "我也想找人一起打").hint("只显示“缺 1 人”，不显示姓名电话"), false))
        }
    })
}

pub(super) fn receipt(v: &View) -> HtmlPage {
    let slip = Receipt::new("我订的", "20:00", "今晚 · 乒乓球 2 号台 · 到 21:00")
        .status(Kind::Ok, "订好了")
        .code("到了不用扫码，要问就报", "4 7 2 1")
        .below(html! { p class="note" { "迟到 15 分钟会让给别人" } });
    Page::new(v, "我订的").place(place()).back("我的", "/mine").dock(Dock::Mine).body(html! {
        (notice(Tone::Ok, "订好了", html! { p { "到时间前 30 分钟，有电话提醒。" } }))
        (slip)
        (actions(html! {
            (Button::new("加到手机日历").secondary().icon("calendar-plus").href("/r/1.ics"))
            (Button::new("不去了，退掉").flat().href("/r/1/cancel"))
        }))
        (read_aloud(v, "main"))
    })
}

pub(super) fn parts(v: &View) -> HtmlPage {
    let said = Said {
        what: "20:00 刚被人订走了。".into(),
        next: vec![
            Next { label: "今晚 20:30–21:30".into(), href: "/b/1".into() },
            Next { label: "明天 20:00–21:00".into(), href: "/b/2".into() },
        ],
    };
    let answer = Answer::new(Kind::Ok, "现在就能办", "去 3 号窗找马学兰")
        .under("前面 2 人，大约等 15 分钟")
        .actions(html! { (Button::new("取号，在家等").icon("ticket").href("/t")) });
    let people = rows([
        Row::new("马学兰").person("马学兰").note("民政 · 3 号窗").end(status(Kind::Ok, "在")),
        Row::new("祁海燕").person("祁海燕").note("15:00 回来").end(status(Kind::Away, "下村")),
    ]);
    let days = [
        Day { value: "/d/1".into(), top: "今天".into(), under: "24日".into(), chosen: true, shut: false },
        Day { value: "/d/2".into(), top: "明天".into(), under: "25日".into(), ..Day::default() },
        Day { value: "/d/3".into(), top: "周五".into(), under: "关门".into(), chosen: false, shut: true },
    ];
    Page::new(v, "零件").place(place()).back("首页", "/").body(html! {
        (refused(v, &said))
        (answer)
        (Answer::new(Kind::Away, "下村了", "15:00 再来"))
        (Answer::new(Kind::Shut, "今天关门", "明早 8:30 开"))
        (day_links("日子", &days))
        (section("people", "谁在", None, live("/live", people)))
        (notice(Tone::Lamp, "周六物资交流会", html! { p { "政府大院免费停车 86 位" } }))
        (section("facts", "这间屋", None, facts([
            ("地点", html! { "二楼东头" }), ("人数", html! { "最多 20 人" }), ("开门", html! { "8:30–22:00，周一关" }),
        ])))
        (section("none", "我订的", None, empty("calendar-off", "还没有订过。", Some(("看看现在空的", "/s/sanhe")))))
        (actions(html! {
            (Button::new("开放全部场地").huge()) (Button::new("另选时间").secondary().href("/x"))
            (Button::new("删掉这间屋").danger().icon("trash")) (back_link("返回", "/"))
        }))
        (card(html! { p { "一段话放在一张卡片里。" } p class="note" { "小字 16 像素。" } }))
        p lang="bo" { "བོད་སྐད་ཀྱི་ཡི་གེ" }
    })
}

pub(super) fn form(v: &View) -> HtmlPage {
    let mut problems = Problems::about_the_whole(Said::only("没有存上。".into()));
    problems.add("tel", "fault-not-understood");
    problems.add("use", "fault-not-understood");
    let f = Fields::new(v, &problems);
    let uses = [
        Choice::new("meet", "开会").icon("users").chosen(true),
        Choice::new("class", "上课").icon("school"),
        Choice::new("play", "排练").icon("music"),
        Choice::new("rest", "歇脚").icon("coffee").shut(true),
    ];
    let who = [
        Choice::new("all", "都能看").note("谁都能在页面上看到"),
        Choice::new("us", "只给驿站").note("只有值班的人看到").chosen(true),
    ];
    Page::new(v, "登记").place(place()).back("我的", "/mine").dock(Dock::None).body(html! {
        (f.summary())
        form method="post" {
            (once("sample"))
            (f.text_field(Field::new("name", "姓名").value("马学兰").autocomplete("name")))
            (f.tel_field(Field::new("tel", "手机号").value("1380000").hint("叫号和提醒用")))
            (f.code_field(Field::new("code", "短信里的 6 位数字").longest(6)))
            (f.password_field(Field::new("password", "密码")))
            (radio_cards(&f, "use", "用来做什么", &uses))
            (radio_cards(&f, "who", "谁能看到", &who))
            (f.date_field(Field::new("on", "哪一天").value("2026-06-24").range("2026-06-24", "2026-07-24")))
            (f.time_field(Field::new("at", "几点").value("20:00").step(900)))
            (f.number_field(Field::new("heads", "几个人").value("12").range(1, 40)))
            (f.select(Field::new("room", "哪一间").value("b"), [("a", "大会议室"), ("b", "小会议室")]))
            (f.textarea(Field::new("note", "还要说的").optional().hint("要投影、要热水，都写在这里")))
            (f.checkbox(Field::new("agree", "我看过使用规定").hint("用完关灯，桌椅归位"), true))
            (actions(html! { (Button::new("登记")) (Button::new("不登记了").flat().href("/mine")) }))
        }
    })
}
