//! All that a copy of the database would tell.
use kernel::db::Conn;
use kernel::fault::Fault;

#[derive(diesel::QueryableByName)]
struct Text {
    #[diesel(sql_type = diesel::sql_types::Text)]
    said: String,
}

fn texts<C>(c: &mut C, query: &str) -> Result<Vec<String>, Fault>
where
    C: diesel::connection::LoadConnection,
    diesel::query_builder::SqlQuery: for<'q> diesel::query_dsl::methods::LoadQuery<'q, C, Text>,
{
    use diesel::RunQueryDsl as _;
    let rows: Vec<Text> = diesel::sql_query(query).load(c)?;
    Ok(rows.into_iter().map(|row| row.said).collect())
}

/// All rows of all tables as text: texts as they are, bytes in hexadecimal digits. Ids have no dashes, on either engine.
pub fn rows(c: &mut Conn) -> Result<Vec<String>, Fault> {
    let mut all = vec![];
    match c {
        Conn::Pg(c) => {
            let tables = "SELECT tablename::text AS said FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1";
            for table in texts(c, tables)? {
                all.extend(texts(c, &format!("SELECT '{table} ' || t::text AS said FROM {table} t"))?);
            }
        }
        Conn::Sqlite(c) => {
            for table in texts(c, "SELECT name AS said FROM sqlite_schema WHERE type = 'table' ORDER BY 1")? {
                let one = |n: &String| {
                    format!("coalesce(CASE typeof({n}) WHEN 'blob' THEN hex({n}) ELSE CAST({n} AS TEXT) END, '')")
                };
                let columns = texts(c, &format!("SELECT name AS said FROM pragma_table_info('{table}')"))?;
                let whole: Vec<String> = columns.iter().map(one).collect();
                let whole = whole.join(" || ' ' || ");
                all.extend(texts(c, &format!("SELECT '{table} ' || {whole} AS said FROM \"{table}\""))?);
            }
        }
    }
    all.sort();
    Ok(all)
}

/// What PostgreSQL alone knows; nothing on SQLite, whose rows have no place and no transaction of their own.
pub fn of_postgres(c: &mut Conn, query: &str) -> Result<Option<Vec<String>>, Fault> {
    match c {
        Conn::Pg(c) => texts(c, query).map(Some),
        Conn::Sqlite(_) => Ok(None),
    }
}

/// The names of a table's columns.
pub fn columns(c: &mut Conn, table: &str) -> Result<Vec<String>, Fault> {
    match c {
        Conn::Pg(c) => texts(
            c,
            &format!(
                "SELECT column_name::text AS said FROM information_schema.columns \
                 WHERE table_schema = current_schema() AND table_name = '{table}' ORDER BY ordinal_position"
            ),
        ),
        Conn::Sqlite(c) => texts(c, &format!("SELECT name AS said FROM pragma_table_info('{table}')")),
    }
}
