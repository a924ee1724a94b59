//! The words of these messages. What is to come (要, 会) is in no list: only what is so now can be declared.
use super::when::{Day, Part};
use crate::rules::Presence;

/// What a word says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Word {
    Is(Presence),
    /// Out, wherever that is.
    Out,
    /// Not here; nothing more.
    Away,
    /// Back again, and that is so now.
    Here,
    /// Back again, or, with a time, when they will be.
    Returned,
    /// A return that is still to come.
    Back,
    /// They take back what they said.
    Cancel,
    /// Until a time. `through`: a day that is named is the last one away.
    Until {
        through: bool,
    },
    /// A place follows; `goes`: they go there.
    At {
        goes: bool,
    },
    Day(Day),
    Part(Part),
    /// Says nothing that matters here.
    Filler,
    /// Says something of a time without telling it.
    Vague,
    /// Part of a place, though it looks like something else.
    Spot,
}

type Row = (Word, &'static str);

/// Chinese words; the longest that fits counts, so that 不在岗 is not 在岗.
const HAN: &[Row] = &[
    (Word::Is(Presence::Desk), "在岗 在岗位 在位 在窗口 窗口 坐班 值班 加班"),
    (Word::Is(Presence::Office), "在办公室 办公室 回办公室 到办公室 在单位 在镇上 在政府"),
    (Word::Is(Presence::Meeting), "开会 开会中 会议 会议中 参会 参加会议 有会 在会上 培训 学习 听课"),
    (
        Word::Is(Presence::Field),
        "下村 下乡 入户 走访 进村 驻村 调研 到村 在村里 去村里 到村里 村里 上门 下队 巡查 巡河 巡林",
    ),
    (Word::Is(Presence::Leave), "请假 休假 病假 事假 年假 婚假 产假 陪产假 护理假 丧假 调休 补休 公休 轮休 休息"),
    (Word::Is(Presence::Off), "下班 下班了 回家 回家了 在家 走了 收工"),
    (
        Word::Out,
        "外出 出去 出去了 出门 出差 外勤 出外勤 在外 在外面 有事 离岗 离开 暂离 午休 午饭 吃饭 吃饭去了 去吃饭",
    ),
    (Word::Away, "不在 不在岗 不在岗位 不在办公室 不在单位 不在窗口 没在 没在岗 没来 没到 还没到 未到 没上班 不上班"),
    (Word::Away, "没回 没回来 还没回 还没回来 未回 未回来 没下班"),
    (Word::Here, "到了 已到 来了 上班了 到岗了 到单位了 回来了 已回 已回来 已经回来 已回到单位 回了 回岗了"),
    (Word::Here, "返岗了 已返岗 回单位了 开完会 开完会了 散会 散会了"),
    (Word::Returned, "回来 回岗 返岗 回单位 回到单位 到岗 到单位 到窗口 上班"),
    (Word::Back, "回 返 返回 再来 来 结束"),
    (Word::Cancel, "取消 撤回 撤销 作废 说错了 发错了"),
    (Word::Until { through: true }, "到 至 直到"),
    (Word::At { goes: false }, "在"),
    (Word::At { goes: true }, "去 去了 前往 赴"),
    (Word::Day(Day::Ahead(0)), "今天 今日 当天 今"),
    (Word::Day(Day::Ahead(1)), "明天 明日 明"),
    (Word::Day(Day::Ahead(2)), "后天 后日"),
    (Word::Day(Day::Ahead(3)), "大后天"),
    (Word::Part(Part::Dawn), "凌晨 半夜"),
    (Word::Part(Part::Morning), "早上 早晨 清晨 上午 早"),
    (Word::Part(Part::Noon), "中午 正午"),
    (Word::Part(Part::Afternoon), "下午 午后"),
    (Word::Part(Part::Evening), "晚上 傍晚 夜里 晚"),
    (
        Word::Filler,
        "我 我们 本人 了 的 吧 啊 呢 现在 目前 正 正在 已经 刚 刚刚 都 人 再 才 就 先 后 之后 以后 内 前 之前 以前 左右",
    ),
    (Word::Filler, "大概 大约 约 预计 估计 约莫 准时 时间 收到 好 好的 你好 您好 大家好 谢谢 辛苦 报告 同志 领导"),
    (Word::Filler, "早上好 上午好 中午好 下午好 晚上好 早安 明天见 再见 一个 个 去参加 参加 办事 工作 请 请问 麻烦"),
    // Why somebody is away is nobody's business: these are never taken for a part of a place.
    (Word::Filler, "看病 看医生 就医 体检 住院 陪护 私事 办私事 家里有事 接孩子 接娃 送孩子 送娃 陪 跟"),
    (
        Word::Vague,
        "马上 立刻 一会 一会儿 等会 等会儿 待会 待会儿 稍后 稍等 过会 过会儿 很快 尽快 回头 晚点 晚些 迟点 不久",
    ),
    (Word::Vague, "要回来 要回来了 快回来 快回来了 会回来 回不来 饭后 午饭后 会后 改天 过几天 几天"),
    (Word::Spot, "会议室 会议中心 培训中心 学习室 村里头"),
];

const LATIN: &[Row] = &[
    (Word::Is(Presence::Desk), "desk here present counter"),
    (Word::Is(Presence::Office), "office"),
    (Word::Is(Presence::Meeting), "meeting meetings training conference"),
    (Word::Is(Presence::Field), "field village villages fieldwork"),
    (Word::Is(Presence::Leave), "leave sick holiday vacation"),
    (Word::Is(Presence::Off), "off home gone"),
    (Word::Out, "out"),
    (Word::Away, "away absent"),
    (Word::Returned, "back returned"),
    (Word::Back, "return returning"),
    (Word::Cancel, "cancel cancelled undo"),
    (Word::Until { through: false }, "until till til"),
    (Word::Until { through: true }, "through thru"),
    (Word::At { goes: false }, "in at"),
    (Word::At { goes: true }, "to"),
    (Word::Day(Day::Ahead(0)), "today"),
    (Word::Day(Day::Ahead(1)), "tomorrow tmr"),
    (Word::Part(Part::Morning), "morning"),
    (Word::Part(Part::Noon), "noon midday"),
    (Word::Part(Part::Afternoon), "afternoon"),
    (Word::Part(Part::Evening), "evening tonight"),
    (
        Word::Filler,
        "i am im m s is be will ll on the a an my of for from by about around now please and hello hi thanks day trip",
    ),
    (Word::Vague, "soon later shortly moment"),
];

/// The longest Chinese word at the front.
pub fn han(s: &[char]) -> Option<(Word, usize)> {
    let starts = |word: &str| word.chars().count() <= s.len() && word.chars().zip(s).all(|(a, b)| a == *b);
    let all = HAN.iter().flat_map(|(what, list)| list.split(' ').map(move |word| (*what, word)));
    all.filter(|(_, word)| starts(word)).map(|(what, word)| (what, word.chars().count())).max_by_key(|(_, n)| *n)
}

/// What a word of Latin letters says.
pub fn latin(word: &str) -> Option<Word> {
    LATIN.iter().find(|(_, list)| list.split(' ').any(|known| known == word)).map(|(what, _)| *what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_says_two_things() {
        for table in [HAN, LATIN] {
            let mut all: Vec<&str> = table.iter().flat_map(|(_, list)| list.split(' ')).collect();
            let count = all.len();
            all.sort_unstable();
            all.dedup();
            assert_eq!(all.len(), count);
        }
    }
}
