//! What the name of a thing must not say: whose it could be, how they are, and that it is money. Found by words; it errs on the side of
//! asking the coordinator for another one.

/// What a word would tell of whoever wishes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reveals {
    Age,
    School,
    Health,
    /// Why they have little, or who is missing in the house.
    Hardship,
    Name,
    Place,
    Money,
    /// Of a telephone, a card, a door.
    Number,
    Link,
}

const SCHOOL: &[&str] = &[
    "小学",
    "中学",
    "初中",
    "高中",
    "大学",
    "学院",
    "学校",
    "技校",
    "职校",
    "幼儿园",
    "托儿所",
    "年级",
    "学前班",
    "大班",
    "中班",
    "小班",
    "初一",
    "初二",
    "初三",
    "中考",
    "高考",
    "班主任",
];
const HEALTH: &[&str] = &[
    "病",
    "癌",
    "瘤",
    "残",
    "瘫",
    "聋",
    "盲",
    "瘸",
    "跛",
    "癫",
    "痴呆",
    "智障",
    "自闭",
    "抑郁",
    "透析",
    "化疗",
    "放疗",
    "糖尿",
    "血压",
    "血糖",
    "中风",
    "痛风",
    "艾滋",
    "手术",
    "住院",
    "康复",
    "轮椅",
    "拐杖",
    "助行",
    "助听",
    "假肢",
    "护理垫",
    "尿不湿",
    "纸尿裤",
    "护理床",
    "褥疮",
    "制氧",
    "吸氧",
    "吸痰",
    "雾化",
    "坐便",
    "卧床",
    "尿壶",
    "失明",
    "失聪",
    "失能",
    "失智",
    "怀孕",
    "孕妇",
    "药",
];
const AGE: &[&str] = &["高龄", "古稀", "花甲", "耄耋"];
const HARDSHIP: &[&str] = &[
    "低保", "五保", "特困", "困难", "贫", "孤", "寡", "遗属", "遗孤", "单亲", "离异", "离婚", "丧偶", "失独", "留守",
    "空巢", "烈属", "刑满", "服刑", "救济", "救助", "失业",
];
const PLACE: &[&str] = &[
    "村",
    "社区",
    "居委",
    "小区",
    "街道",
    "大队",
    "单元",
    "门牌",
    "住址",
    "地址",
    "楼栋",
    "隔壁",
    "邻居",
    "乡政府",
    "镇政府",
];
const MONEY: &[&str] = &[
    "现金",
    "红包",
    "转账",
    "转帐",
    "微信",
    "支付宝",
    "钱",
    "元",
    "借款",
    "贷款",
    "欠款",
    "还债",
    "银行",
    "卡号",
    "账号",
    "话费",
    "充值",
    "购物卡",
    "彩票",
    "人民币",
    "捐款",
    "¥",
    "￥",
    "$",
];
const LINK: &[&str] = &["http", "www.", "://", ".com", ".cn", ".net", "@", "二维码", "qq"];
/// Words that only look like those above.
const HARMLESS: &[&str] =
    &["病虫", "农药", "钱包", "元宵", "元旦", "公元", "盲盒", "单元格", "中班制", "药锅", "药杵", "孙子兵法"];
const TITLES: &[&str] = &[
    "大爷", "爷爷", "奶奶", "大妈", "大娘", "大叔", "大伯", "大婶", "大哥", "大姐", "大嫂", "阿姨", "叔叔", "女士",
    "先生", "小姐", "同学", "老师", "师傅", "书记", "主任", "医生", "叔", "婶", "姨", "嫂", "哥", "姐", "爷", "伯",
];
/// Who somebody is at home: one card in a township may say it of one person only.
const KIN: &[&str] = &[
    "爷爷", "奶奶", "姥爷", "姥姥", "外公", "外婆", "大爷", "大妈", "大娘", "大叔", "大伯", "大婶", "大嫂", "阿姨",
    "叔叔", "伯伯", "婶婶", "舅舅", "姑姑", "爸爸", "妈妈", "父亲", "母亲", "丈夫", "妻子", "老公", "老婆", "老伴",
    "儿子", "女儿", "儿媳", "媳妇", "女婿", "孙子", "孙女", "外孙", "侄子", "侄女", "哥哥", "姐姐", "弟弟", "妹妹",
    "双胞",
];
/// The surnames that most people have, and those of the valley.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程\
                        苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚\
                        邵万钱严覃武戴莫孔向汤祁冶铁哈鲁辛星吉甘哇晁逯井包解巨靳拉才索多桑扎卓尕";
const NUMERALS: &str = "0123456789〇零一二三四五六七八九十百千万两";

/// What a text tells, and by which word. Letters and digits are of half width, without spaces.
pub fn found(text: &str) -> Option<(Reveals, String)> {
    let plain = HARMLESS.iter().fold(text.to_lowercase(), |text, word| text.replace(word, "·"));
    let lists = [
        (Reveals::Age, AGE),
        (Reveals::Link, LINK),
        (Reveals::Money, MONEY),
        (Reveals::School, SCHOOL),
        (Reveals::Health, HEALTH),
        (Reveals::Hardship, HARDSHIP),
    ];
    let word = |(tells, words): (Reveals, &[&str])| {
        words.iter().find(|word| plain.contains(**word)).map(|word| (tells, (*word).to_owned()))
    };
    let chars: Vec<char> = plain.chars().collect();
    // “Of group 3” and “unit 2” are places before they are anything else.
    place(&chars, &plain)
        .or_else(|| age(&chars))
        .or_else(|| money(&chars))
        .or_else(|| lists.into_iter().find_map(word))
        .or_else(|| name(&plain))
        .or_else(|| word((Reveals::Name, KIN)))
        .or_else(|| number(&chars))
}

fn is_numeral(c: char) -> bool {
    NUMERALS.contains(c)
}

/// The numerals before place `at`, with what stands there.
fn counted(chars: &[char], at: usize) -> Option<String> {
    let before = chars[..at].iter().rev().take_while(|c| is_numeral(**c)).count();
    (before > 0).then(|| chars[at - before..=at].iter().collect())
}

/// 70 岁, 七旬, 三班
fn age(chars: &[char]) -> Option<(Reveals, String)> {
    chars.iter().enumerate().find_map(|(at, c)| match c {
        // 上旬 is a time of the month.
        '旬' if at > 0 && "上中下".contains(chars[at - 1]) => None,
        '岁' | '旬' => Some((Reveals::Age, counted(chars, at).unwrap_or_else(|| c.to_string()))),
        '班' => counted(chars, at).map(|word| (Reveals::School, word)),
        _ => None,
    })
}

/// 500 块, 一百块; two 块 are pieces.
fn money(chars: &[char]) -> Option<(Reveals, String)> {
    chars.iter().enumerate().filter(|(_, c)| **c == '块').find_map(|(at, _)| {
        let word = counted(chars, at)?;
        (word.chars().count() > 3 || word.contains(['百', '千', '万'])).then_some((Reveals::Money, word))
    })
}

/// 3 组, 二社, 12 号院. Of shoes and batteries the number stands alone, of tools there is one set.
fn place(chars: &[char], plain: &str) -> Option<(Reveals, String)> {
    let counted = |(at, c): (usize, &char)| {
        let after = chars.get(at + 1).copied();
        let is_place = match c {
            '社' | '队' | '栋' | '室' => true,
            '组' => {
                !matches!(chars.get(at.wrapping_sub(1)), Some('一' | '1' | '两'))
                    || after.is_none_or(|c| "的家户".contains(c))
            }
            '号' => after.is_some_and(|c| "院楼门房户".contains(c)),
            _ => false,
        };
        is_place.then(|| counted(chars, at)).flatten()
    };
    let listed = || PLACE.iter().find(|word| plain.contains(**word)).map(|word| (*word).to_owned());
    chars.iter().enumerate().find_map(counted).or_else(listed).map(|word| (Reveals::Place, word))
}

/// 马奶奶, 王老师, 老李家
fn name(plain: &str) -> Option<(Reveals, String)> {
    let is_surname = |c: char| SURNAMES.contains(c);
    let titled = TITLES.iter().find_map(|title| {
        plain.match_indices(title).find_map(|(at, _)| {
            let before = plain[..at].chars().next_back().filter(|c| is_surname(*c))?;
            Some(format!("{before}{title}"))
        })
    });
    let called = || {
        plain.match_indices(['老', '小', '阿']).find_map(|(at, first)| {
            let mut rest = plain[at + first.len()..].chars();
            let surname = rest.next().filter(|c| is_surname(*c))?;
            rest.next().is_none_or(|c| c == '家').then(|| format!("{first}{surname}"))
        })
    };
    titled.or_else(called).map(|word| (Reveals::Name, word))
}

/// Five digits in a row name something, and so do six numerals in words.
fn number(chars: &[char]) -> Option<(Reveals, String)> {
    let runs = |is: fn(char) -> bool, least: usize| {
        chars.split(|c| !is(*c)).find(|run| run.len() >= least).map(|run| run.iter().collect::<String>())
    };
    let in_words = |c: char| "〇零一幺二三四五六七八九".contains(c) || c.is_ascii_digit();
    runs(|c| c.is_ascii_digit(), 5).or_else(|| runs(in_words, 6)).map(|word| (Reveals::Number, word))
}
