//! What is put out of sight before a manager reads over what everybody will read: numbers that lead to somebody, and names. It is a
//! beginning, not a promise: the manager reads it, and whoever left the opinion has allowed it.
use super::named::{places_of, same_name};

/// What stands for what is out of sight.
const DOTS: &str = "〇〇〇";
/// From so many digits on a number leads to somebody: a telephone, an identity card, an account.
const LONG: usize = 7;
/// The licence plates' provinces (GA 36-2018).
const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";
/// The hundred commonest surnames (Ministry of Public Security, 2020), and those that are common in Qinghai beside them.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆\
范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常祁冶喇韩靳星苟山谈辛安";
/// What is said after a name of two or three characters.
const AFTER: [&str; 24] = [
    "家", "先生", "女士", "同志", "大爷", "大妈", "大叔", "阿姨", "奶奶", "爷爷", "书记", "主任", "镇长", "乡长",
    "站长", "村长", "所长", "科长", "局长", "老师", "医生", "会计", "干部", "老板",
];
/// Before a name stands nothing, a mark, or one of these.
const BEFORE: &str = "的是和与跟找给被由向在到把让叫对问去从同";

/// The text with telephone and identity numbers, addresses of mail, plates, the given names and names before a title or 家 out of
/// sight.
pub fn mask(text: &str, names: &[String]) -> String {
    let mut text = given(text, names);
    for hide in [mails, plates, numbers, titled] {
        text = hide(&text.chars().collect::<Vec<_>>());
    }
    text
}

/// 王小明 becomes 王某某; a name in other letters goes as a whole.
fn hidden(name: &str) -> String {
    let mut chars = name.chars();
    match chars.next() {
        Some(first) if !first.is_ascii() => std::iter::once(first).chain(chars.map(|_| '某')).collect(),
        _ => DOTS.to_owned(),
    }
}

/// The names that are known, the longest first, also where they are written with blanks or dots.
fn given(text: &str, names: &[String]) -> String {
    let mut names: Vec<&String> = names.iter().collect();
    names.sort_by_key(|name| std::cmp::Reverse(same_name(name).chars().count()));
    let mut text = text.to_owned();
    for name in names {
        for place in places_of(&text, name).into_iter().rev() {
            text.replace_range(place, &hidden(name));
        }
    }
    text
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('\u{ff10}'..='\u{ff19}').contains(&c) || "零〇一二三四五六七八九幺".contains(c)
}

/// Runs of digits with at most one mark or blank between them.
fn numbers(text: &[char]) -> String {
    let (mut out, mut at) = (String::new(), 0);
    while at < text.len() {
        if !is_digit(text[at]) || (at > 0 && is_mark_of_ours(text, at)) {
            out.push(text[at]);
            at += 1;
            continue;
        }
        let (end, digits) = run(text, at);
        if digits < LONG {
            out.extend(&text[at..end]);
        } else {
            out.push_str(DOTS);
        }
        at = end;
    }
    out
}

/// 〇 that this module has put there is no digit.
fn is_mark_of_ours(text: &[char], at: usize) -> bool {
    text[at] == '〇' && text[at - 1] == '〇'
}

/// Where a run of digits ends, and how many there are. The X at the end of an identity number belongs to it.
fn run(text: &[char], start: usize) -> (usize, usize) {
    let (mut end, mut digits) = (start, 0);
    loop {
        let next = |ahead: usize| text.get(end + ahead).copied();
        match (next(0), next(1)) {
            (Some(c), _) if is_digit(c) => {
                digits += 1;
                end += 1;
            }
            (Some(c), Some(d)) if " -–—·.　".contains(c) && is_digit(d) => end += 1,
            (Some('x' | 'X'), _) if digits == 17 => return (end + 1, digits),
            _ => return (end, digits),
        }
    }
}

/// 青B12345, 青B·D12345
fn plates(text: &[char]) -> String {
    let (mut out, mut at) = (String::new(), 0);
    while at < text.len() {
        match plate(&text[at..]) {
            Some(length) => {
                out.push_str(DOTS);
                at += length;
            }
            None => {
                out.push(text[at]);
                at += 1;
            }
        }
    }
    out
}

fn plate(text: &[char]) -> Option<usize> {
    let (province, rest) = text.split_first()?;
    let (letter, rest) = rest.split_first()?;
    if !PROVINCES.contains(*province) || !letter.is_ascii_alphabetic() {
        return None;
    }
    let marks = rest.iter().take_while(|c| " ·.-".contains(**c)).count().min(1);
    let signs = rest[marks..].iter().take_while(|c| c.is_ascii_alphanumeric()).count();
    let digits = rest[marks..].iter().take(signs).filter(|c| c.is_ascii_digit()).count();
    ((5..=6).contains(&signs) && digits >= 2).then_some(2 + marks + signs)
}

/// name@host.cn
fn mails(text: &[char]) -> String {
    let of_mail = |c: &char| c.is_ascii_alphanumeric() || "._%+-".contains(*c);
    let mut out: Vec<char> = vec![];
    let mut at = 0;
    while at < text.len() {
        let after = text[at + 1..].iter().take_while(|c| of_mail(c)).count();
        if text[at] == '@' && out.last().is_some_and(&of_mail) && after > 2 {
            while out.last().is_some_and(&of_mail) {
                out.pop();
            }
            out.extend(DOTS.chars());
            at += 1 + after;
        } else {
            out.push(text[at]);
            at += 1;
        }
    }
    out.into_iter().collect()
}

/// 张三家 becomes 张某家, 李建国主任 becomes 李某某主任; 王家庄 and 大家 stay.
fn titled(text: &[char]) -> String {
    let mut out: Vec<char> = text.to_vec();
    for at in 0..text.len() {
        let begins = at == 0 || !text[at - 1].is_alphanumeric() || BEFORE.contains(text[at - 1]);
        if !begins || !SURNAMES.contains(text[at]) {
            continue;
        }
        for length in [3, 2] {
            let Some(given) = text.get(at + 1..at + length) else { continue };
            let rest: String = text[at + length..].iter().take(2).collect();
            let is_name =
                given.iter().all(|c| ('\u{4e00}'..='\u{9fff}').contains(c) && !BEFORE.contains(*c) && *c != '家');
            let village = rest.chars().nth(1).is_some_and(|c| "庄村湾沟寨台川店".contains(c));
            let titled = AFTER.iter().any(|after| rest.starts_with(after) && !(*after == "家" && village));
            if is_name && titled {
                for c in &mut out[at + 1..at + length] {
                    *c = '某';
                }
                break;
            }
        }
    }
    out.into_iter().collect()
}
