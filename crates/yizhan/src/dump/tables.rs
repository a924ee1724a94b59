//! The tables, read from the migrations: the only place that knows each column's type word.
use kernel::db::Migration;

/// A type word of the migrations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    Id,
    Instant,
    Day,
    Flag,
    Json,
    Bytes,
    Whole,
    Float,
    Text,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    pub name: String,
    pub kind: Type,
    pub required: bool,
    /// As the migration writes it: `SMALLINT`.
    pub word: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    pub name: String,
    pub columns: Vec<Column>,
    pub key: Vec<String>,
}

impl Table {
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|c| c.name == name)
    }
}

/// All tables in the order in which they are made, so that a row comes after the rows that it names.
/// `Err` names a migration line that this reader does not understand.
pub fn tables(migrations: &[&[Migration]]) -> Result<Vec<Table>, String> {
    let mut found = vec![];
    for migration in migrations.iter().flat_map(|slice| slice.iter()) {
        for statement in statements(migration.sql) {
            take(&statement, &mut found).map_err(|why| format!("migration {}: {why}", migration.name))?;
        }
    }
    Ok(found)
}

/// The statements of a migration without comments and without lines for one engine only.
fn statements(sql: &str) -> Vec<String> {
    let both = |l: &&str| !l.trim_end().ends_with("-- only postgres") && !l.trim_end().ends_with("-- only sqlite");
    let code: Vec<&str> = sql.lines().filter(both).filter_map(|l| l.split("--").next()).collect();
    code.join("\n").split(';').map(|s| s.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

fn take(statement: &str, found: &mut Vec<Table>) -> Result<(), String> {
    let words: Vec<&str> = statement.split(' ').collect();
    let lower: Vec<String> = words.iter().take(5).map(|w| w.to_ascii_lowercase()).collect();
    match lower.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["create", "table", ..] => {
            found.push(created(statement)?);
            Ok(())
        }
        ["alter", "table", name, "add", "column"] => {
            let table = found.iter_mut().find(|t| t.name == name).ok_or(format!("{name} was not made before"))?;
            table.columns.push(column(&words[5..].join(" "))?);
            Ok(())
        }
        ["alter", "table", ..] | ["drop", "table", ..] => Err(format!("“{statement}” is not understood by the export")),
        _ => Ok(()),
    }
}

fn created(statement: &str) -> Result<Table, String> {
    let (head, body) = statement.split_once('(').ok_or(format!("“{statement}” has no columns"))?;
    let name = head.split_whitespace().last().unwrap_or_default().to_owned();
    let mut table = Table { name, columns: vec![], key: vec![] };
    for part in parts(body.trim_end().strip_suffix(')').unwrap_or(body)) {
        let lower = part.to_ascii_lowercase();
        if let Some(key) = lower.strip_prefix("primary key") {
            table.key = key.trim_matches([' ', '(', ')']).split(',').map(|c| c.trim().to_owned()).collect();
        } else if !["unique", "check", "foreign", "constraint"].iter().any(|w| lower.starts_with(w)) {
            let column = column(&part)?;
            if lower.contains("primary key") {
                table.key = vec![column.name.clone()];
            }
            table.columns.push(column);
        }
    }
    match table.key.is_empty() {
        true => Err(format!("table {} has no primary key", table.name)),
        false => Ok(table),
    }
}

/// Splits at the commas that stand in no parentheses.
fn parts(body: &str) -> Vec<String> {
    let (mut out, mut depth) = (vec![String::new()], 0);
    for c in body.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if c == ',' && depth == 0 {
            out.push(String::new());
        } else if let Some(last) = out.last_mut() {
            last.push(c);
        }
    }
    out.iter().map(|p| p.trim().to_owned()).filter(|p| !p.is_empty()).collect()
}

fn column(text: &str) -> Result<Column, String> {
    let mut words = text.split_whitespace();
    let (name, word) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let kind = match word {
        "ID" => Type::Id,
        "INSTANT" => Type::Instant,
        "DAY" => Type::Day,
        "FLAG" => Type::Flag,
        "JSON" => Type::Json,
        "BYTES" => Type::Bytes,
        "BIGINT" | "SMALLINT" | "INTEGER" => Type::Whole,
        "FLOAT" => Type::Float,
        "TEXT" => Type::Text,
        _ => return Err(format!("column “{text}” has the unknown type word {word}")),
    };
    let lower = text.to_ascii_lowercase();
    let required = lower.contains("not null") || lower.contains("primary key");
    Ok(Column { name: name.to_owned(), kind, required, word: word.to_owned() })
}
