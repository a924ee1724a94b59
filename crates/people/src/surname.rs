//! What of a name is shown to strangers: the surname, and a title if the name itself says one.

/// What strangers read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    pub surname: String,
    pub title: Option<Title>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Title {
    /// 先生
    Mr,
    /// 女士
    Ms,
}

/// Surnames of two characters that are still common (Ministry of Public Security, report on names of 2020, and older lists).
const OF_TWO: [&str; 24] = [
    "欧阳", "上官", "诸葛", "司马", "皇甫", "尉迟", "公孙", "慕容", "令狐", "东方", "独孤", "夏侯", "司徒", "端木",
    "百里", "长孙", "宇文", "轩辕", "闻人", "申屠", "钟离", "澹台", "拓跋", "呼延",
];
const MR: [&str; 7] = ["先生", "大爷", "爷爷", "大叔", "叔叔", "大伯", "大哥"];
const MS: [&str; 8] = ["女士", "大妈", "阿姨", "奶奶", "大娘", "小姐", "大婶", "大姐"];

/// The least of a name that still tells two people apart at a table. A name in other letters shows its first one.
/// `None` if there is nothing to show.
pub fn shown(name: &str) -> Option<Shown> {
    let name = name.trim();
    let ends = |all: &[&str]| all.iter().any(|end| name.ends_with(end) && name != *end);
    let title = match (ends(&MR), ends(&MS)) {
        (true, _) => Some(Title::Mr),
        (_, true) => Some(Title::Ms),
        _ => None,
    };
    let bare = name.strip_prefix('老').or_else(|| name.strip_prefix('小')).filter(|rest| !rest.is_empty());
    let bare = bare.unwrap_or(name);
    let of_two = OF_TWO.iter().find(|two| bare.starts_with(**two) && bare != **two);
    let surname = match of_two {
        Some(two) => (*two).to_owned(),
        None => bare.chars().next()?.to_uppercase().collect(),
    };
    Some(Shown { surname, title })
}
