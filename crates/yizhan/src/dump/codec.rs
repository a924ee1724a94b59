//! The SQL that turns rows into JSON and back, for each type word on each engine.
use kernel::db::Engine;

use super::tables::{Column, Table, Type};

/// One text column `line`: each row of the table as a JSON array, in key order.
pub fn select(table: &Table, engine: Engine) -> String {
    let values: Vec<String> = table.columns.iter().map(|c| out(c, engine)).collect();
    let line = match engine {
        Engine::Sqlite => format!("json_array({})", values.join(", ")),
        Engine::Postgres => format!("json_build_array({})::text", values.join(", ")),
    };
    let key: Vec<String> = table.key.iter().map(|k| ordered(table, k, engine)).collect();
    format!("SELECT {line} AS line FROM {} ORDER BY {}", table.name, key.join(", "))
}

/// SQLite orders text by its bytes; PostgreSQL is asked to do the same.
fn ordered(table: &Table, key: &str, engine: Engine) -> String {
    match (engine, table.column(key).map(|c| c.kind)) {
        (Engine::Postgres, Some(Type::Text)) => format!("\"{key}\" COLLATE \"C\""),
        _ => format!("\"{key}\""),
    }
}

fn out(column: &Column, engine: Engine) -> String {
    let c = format!("\"{}\"", column.name);
    match (engine, column.kind) {
        (_, Type::Whole | Type::Text) => c,
        (Engine::Sqlite, Type::Id | Type::Bytes) => format!("CASE WHEN {c} IS NOT NULL THEN lower(hex({c})) END"),
        (Engine::Sqlite, Type::Instant | Type::Day) => c,
        (Engine::Sqlite, Type::Flag) => format!("json(CASE {c} WHEN 1 THEN 'true' WHEN 0 THEN 'false' END)"),
        (Engine::Sqlite, Type::Json) => format!("json({c})"),
        // json_array itself would keep 15 digits, too few to come back as the same number.
        (Engine::Sqlite, Type::Float) => format!("json(CASE WHEN {c} IS NOT NULL THEN printf('%!.17g', {c}) END)"),
        (Engine::Postgres, Type::Id) => format!("replace({c}::text, '-', '')"),
        (Engine::Postgres, Type::Bytes) => format!("encode({c}, 'hex')"),
        (Engine::Postgres, Type::Instant) => format!("(extract(epoch FROM {c}) * 1000000)::bigint"),
        (Engine::Postgres, Type::Day) => format!("to_char({c}, 'YYYY-MM-DD')"),
        (Engine::Postgres, Type::Flag | Type::Json | Type::Float) => c,
    }
}

/// Inserts the rows of the one parameter, a JSON array of arrays whose values stand in the order of `columns`.
pub fn insert(table: &str, columns: &[&Column], engine: Engine) -> String {
    let names: Vec<String> = columns.iter().map(|c| format!("\"{}\"", c.name)).collect();
    let values: Vec<String> = columns.iter().enumerate().map(|(n, c)| back(c, n, engine)).collect();
    let rows = match engine {
        Engine::Sqlite => "json_each(?1) AS r",
        Engine::Postgres => "json_array_elements($1::json) AS r(value)",
    };
    format!("INSERT INTO {table} ({}) SELECT {} FROM {rows}", names.join(", "), values.join(", "))
}

fn back(column: &Column, n: usize, engine: Engine) -> String {
    let v = format!("(r.value ->> {n})");
    match (engine, column.kind) {
        (Engine::Sqlite, Type::Id | Type::Bytes) => format!("unhex{v}"),
        (Engine::Sqlite, Type::Json) => json(column, &format!("(r.value -> {n})")),
        (Engine::Sqlite, Type::Float) => format!("CAST({v} AS REAL)"),
        // `->>` gives true and false as 1 and 0.
        (Engine::Sqlite, _) => v,
        (Engine::Postgres, Type::Id) => format!("{v}::uuid"),
        (Engine::Postgres, Type::Bytes) => format!("decode({v}, 'hex')"),
        (Engine::Postgres, Type::Instant) => {
            format!("(timestamptz 'epoch' + {v}::bigint * interval '1 microsecond')")
        }
        (Engine::Postgres, Type::Day) => format!("{v}::date"),
        (Engine::Postgres, Type::Flag) => format!("{v}::boolean"),
        (Engine::Postgres, Type::Json) => format!("{}::jsonb", json(column, &format!("(r.value -> {n})::text"))),
        (Engine::Postgres, Type::Whole) => format!("{v}::{}", column.word),
        (Engine::Postgres, Type::Float) => format!("{v}::double precision"),
        (Engine::Postgres, Type::Text) => v,
    }
}

/// JSON's null is no value where the column may be empty, and the document `null` where it may not.
fn json(column: &Column, text: &str) -> String {
    if column.required { text.to_owned() } else { format!("nullif({text}, 'null')") }
}
