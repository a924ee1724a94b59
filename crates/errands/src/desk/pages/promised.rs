//! What was promised, in the words of the desk.
use kernel::page::{Row, rows, section};
use maud::{Markup, html};

use super::Ctx;
use crate::answers::InNow;
use crate::desk::relied::Promised;
use crate::desk::seen::Waits;
use crate::promises::Promise;
use crate::says;

/// A012 最低生活保障 · 解生莲
pub fn whom(ctx: Ctx<'_>, w: &Waits) -> String {
    let matters: Vec<&str> = w.matters.iter().map(|(_, name, _)| says::name(ctx.v, name)).collect();
    let what = format!("{} {}", w.number, matters.join(&ctx.v.t("promises-and")));
    [Some(what.trim_end().to_owned()), w.name.clone()].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// 说好 15:00 回来
pub fn promised(ctx: Ctx<'_>, promise: &Promise) -> String {
    let at = says::at(&ctx.when(), promise.due_at);
    ctx.v.ta(&format!("promises-desk-{}", promise.kind.name()), &[("at", at.into())])
}

/// 我说过的时间: what the official has to be there for.
pub fn mine(ctx: Ctx<'_>, who: (&InNow, bool), all: &[Promised]) -> Markup {
    let (of, myself) = who;
    let title = if myself {
        ctx.v.t("promises-mine")
    } else {
        ctx.v.ta("promises-of", &[("who", of.official.name.as_str().into())])
    };
    let (today, when) = (ctx.when().today(), ctx.when());
    let row = |p: &Promised| {
        let day = when.date(p.promise.due_at);
        let day = if day == today { String::new() } else { when.day(day) };
        let title = p.waits.as_ref().map(|w| whom(ctx, w)).unwrap_or_default();
        Row::new(title).when(&day, &when.time(p.promise.due_at)).note(&promised(ctx, &p.promise))
    };
    html! {
        @if !all.is_empty() {
            (section("h-promised", &title, None, rows(all.iter().map(row))))
        }
    }
}

/// What became of whoever waited, after it was told.
pub fn settled(ctx: Ctx<'_>, (told, by_voice): (usize, usize)) -> Markup {
    html! {
        @if told > 0 {
            p {
                (ctx.v.ta("promises-settled", &[("n", told.into()), ("calls", by_voice.into())]))
                @if by_voice > 0 { " " a href=(ctx.path("/told")) { (ctx.v.t("promises-tab")) } }
            }
        }
    }
}
