//! Tables with a heading above each column, in Chinese or English, in any order: what spreadsheets write. Columns that are called
//! otherwise are passed over.
use csv::{ReaderBuilder, StringRecord};

use super::record::{Bad, Raw, Record, Why};
use crate::rules::Kind;

/// Why nothing of a table can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoTable {
    /// It has no column of titles.
    NoHeadings,
    /// A quotation mark in the row that begins on this line is not closed: the lines after it are all in one cell.
    Quote { line: usize },
}

/// A cell with more line ends than this, or more bytes, has swallowed the lines after it.
const MOST_LINE_ENDS: usize = 20;
const MOST_CELL_BYTES: usize = 8000;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Isbn,
    Title,
    Subtitle,
    Authors,
    Publisher,
    Year,
    Class,
    Kind,
    Children,
    Note,
    Barcode,
    Shelf,
    Copies,
    Source,
}

/// How columns are called.
const NAMES: [(Column, &[&str]); 14] = [
    (Column::Isbn, &["isbn", "书号", "国际标准书号", "isbn号"]),
    (Column::Title, &["书名", "题名", "正题名", "名称", "title"]),
    (Column::Subtitle, &["副书名", "副题名", "subtitle"]),
    (Column::Authors, &["作者", "著者", "责任者", "author", "authors"]),
    (Column::Publisher, &["出版社", "出版者", "publisher"]),
    (Column::Year, &["出版年", "出版年份", "出版日期", "出版时间", "year"]),
    (Column::Class, &["分类号", "中图分类号", "中图法分类号", "class"]),
    (Column::Kind, &["类型", "种类", "kind"]),
    (Column::Children, &["童书", "少儿", "children"]),
    (Column::Note, &["简介", "内容简介", "内容提要", "note"]),
    (Column::Barcode, &["条码", "条码号", "条形码", "barcode", "barcodes"]),
    (Column::Shelf, &["书架", "架位", "架号", "shelf"]),
    (Column::Copies, &["册数", "复本", "复本数", "数量", "copies"]),
    (Column::Source, &["来源", "source"]),
];

/// What each kind is called in tables.
const KINDS: [(Kind, &[&str]); 5] = [
    (Kind::Book, &["book", "图书", "书", "普通图书"]),
    (Kind::PictureBook, &["picture-book", "绘本", "图画书"]),
    (Kind::Magazine, &["magazine", "期刊", "杂志", "报刊"]),
    (Kind::Media, &["media", "光盘", "有声书", "音像", "磁带"]),
    (Kind::Thing, &["thing", "物品", "玩具", "棋牌", "工具", "农具"]),
];

fn column(heading: &str) -> Option<Column> {
    let name: String = heading.split(['(', '（']).next().unwrap_or_default().split_whitespace().collect();
    let name = name.to_lowercase();
    NAMES.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(column, _)| *column)
}

/// What stands between the columns: what the headings have most of.
fn delimiter(headings: &str) -> u8 {
    let count = |sign: u8| headings.bytes().filter(|b| *b == sign).count();
    [b',', b'\t', b';'].into_iter().rev().max_by_key(|sign| count(*sign)).unwrap_or(b',')
}

/// Reads each line below the headings. Lines that begin with # above them are remarks.
///
/// # Errors
/// [`NoTable`].
pub fn read(text: &str) -> Result<Vec<Result<Record, Bad>>, NoTable> {
    let remark = |line: &&str| line.starts_with('#') || line.trim().is_empty();
    let above: Vec<&str> = text.split_inclusive('\n').take_while(remark).collect();
    let skipped: usize = above.iter().map(|line| line.len()).sum();
    let rest = text.get(skipped..).unwrap_or_default();
    let delimiter = delimiter(rest.lines().next().unwrap_or_default());
    let mut reader =
        ReaderBuilder::new().delimiter(delimiter).flexible(true).has_headers(false).from_reader(rest.as_bytes());
    let mut rows = reader.records();
    let columns: Vec<Option<Column>> = match rows.next() {
        Some(Ok(headings)) if swallows(&headings) => return Err(NoTable::Quote { line: above.len() + 1 }),
        Some(Ok(headings)) => headings.iter().map(column).collect(),
        _ => return Err(NoTable::NoHeadings),
    };
    if !columns.contains(&Some(Column::Title)) {
        return Err(NoTable::NoHeadings);
    }
    let mut all = vec![];
    for (n, row) in rows.enumerate() {
        match row {
            Ok(row) if row.iter().all(|cell| cell.trim().is_empty()) => {}
            Ok(row) => {
                let at = row.position().and_then(|at| usize::try_from(at.line()).ok()).unwrap_or(n + 2) + above.len();
                if swallows(&row) {
                    return Err(NoTable::Quote { line: at });
                }
                let read = raw(&columns, &row).map_err(|(why, typed)| Bad::new(at, why, &typed));
                all.push(read.and_then(|raw| raw.read(at)));
            }
            Err(_) => all.push(Err(Bad::new(n + 2 + above.len(), Why::Form, ""))),
        }
    }
    Ok(all)
}

/// Whether one of its cells has the lines after it.
fn swallows(row: &StringRecord) -> bool {
    let ends = |cell: &str| cell.bytes().filter(|b| *b == b'\n').count();
    row.iter().any(|cell| cell.len() > MOST_CELL_BYTES || ends(cell) > MOST_LINE_ENDS)
}

fn raw(columns: &[Option<Column>], row: &StringRecord) -> Result<Raw, (Why, String)> {
    let mut raw = Raw::default();
    for (column, cell) in columns.iter().zip(row) {
        let text = cell.trim();
        match column {
            _ if text.is_empty() => {}
            None => {}
            Some(Column::Isbn) => text.clone_into(&mut raw.isbn),
            Some(Column::Title) => text.clone_into(&mut raw.title),
            Some(Column::Subtitle) => text.clone_into(&mut raw.subtitle),
            Some(Column::Authors) => text.clone_into(&mut raw.authors),
            Some(Column::Publisher) => text.clone_into(&mut raw.publisher),
            Some(Column::Year) => text.clone_into(&mut raw.year),
            Some(Column::Class) => text.clone_into(&mut raw.class),
            Some(Column::Note) => text.clone_into(&mut raw.note),
            Some(Column::Shelf) => text.clone_into(&mut raw.shelf),
            Some(Column::Copies) => text.clone_into(&mut raw.count),
            Some(Column::Source) => text.clone_into(&mut raw.source),
            Some(Column::Kind) => raw.kind = kind(text).ok_or_else(|| (Why::Kind, text.to_owned()))?,
            Some(Column::Children) => raw.for_children = yes(text).ok_or_else(|| (Why::Children, text.to_owned()))?,
            Some(Column::Barcode) => raw.barcodes = text.split(BETWEEN).map(str::to_owned).collect(),
        }
    }
    Ok(raw)
}

/// What stands between several barcodes of one line.
const BETWEEN: [char; 8] = [';', '；', ',', '，', '、', '|', ' ', '\n'];

fn kind(text: &str) -> Option<Kind> {
    let text = text.to_lowercase();
    KINDS.iter().find(|(_, names)| names.contains(&text.as_str())).map(|(kind, _)| *kind)
}

fn yes(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "是" | "1" | "yes" | "y" | "true" | "√" | "童书" | "少儿" => Some(true),
        "否" | "0" | "no" | "n" | "false" => Some(false),
        _ => None,
    }
}
