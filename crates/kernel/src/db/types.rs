//! Column types that both engines store and load alike.
use std::io::Write;

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::pg::Pg;
use diesel::query_builder::QueryId;
use diesel::serialize::{self, IsNull, Output, ToSql};
use diesel::sql_types::{BigInt, Binary, SqlType, Text};
use diesel::sqlite::Sqlite;
use jiff::civil::{Date, date};

/// Sixteen bytes: `uuid` on PostgreSQL, `BLOB` on SQLite. In migrations: `ID`.
#[derive(SqlType, QueryId, Clone, Copy, Debug)]
#[diesel(postgres_type(oid = 2950, array_oid = 2951), sqlite_type(name = "Binary"))]
pub struct Uid;

/// An instant: `timestamptz` on PostgreSQL, INTEGER of microseconds since 1970 UTC on SQLite. In migrations: `INSTANT`.
#[derive(SqlType, QueryId, Clone, Copy, Debug)]
#[diesel(postgres_type(oid = 1184, array_oid = 1185), sqlite_type(name = "Long"))]
pub struct Instant;

/// A calendar day: `date` on PostgreSQL, TEXT as 2026-06-27 on SQLite. In migrations: `DAY`.
#[derive(SqlType, QueryId, Clone, Copy, Debug)]
#[diesel(postgres_type(oid = 1082, array_oid = 1182), sqlite_type(name = "Text"))]
pub struct Day;

/// A document: `jsonb` on PostgreSQL, TEXT on SQLite. In migrations: `JSON`.
#[derive(SqlType, QueryId, Clone, Copy, Debug)]
#[diesel(postgres_type(oid = 3802, array_oid = 3807), sqlite_type(name = "Text"))]
pub struct Doc;

/// The key of a row. Typed ids of the slices wrap it (`kernel::id_type!`).
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    AsExpression,
    FromSqlRow,
    serde::Serialize,
    serde::Deserialize,
)]
#[diesel(sql_type = Uid)]
#[serde(transparent)]
pub struct Id(pub uuid::Uuid);

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.as_hyphenated().fmt(f)
    }
}
impl std::str::FromStr for Id {
    type Err = uuid::Error;
    fn from_str(text: &str) -> Result<Id, uuid::Error> {
        text.parse().map(Id)
    }
}
impl ToSql<Uid, Pg> for Id {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        out.write_all(self.0.as_bytes())?;
        Ok(IsNull::No)
    }
}
impl ToSql<Uid, Sqlite> for Id {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(&self.0.as_bytes()[..]);
        Ok(IsNull::No)
    }
}
impl FromSql<Uid, Pg> for Id {
    fn from_sql(value: <Pg as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Id(uuid::Uuid::from_slice(value.as_bytes())?))
    }
}
impl FromSql<Uid, Sqlite> for Id {
    fn from_sql(value: <Sqlite as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Id(uuid::Uuid::from_slice(&<Vec<u8> as FromSql<Binary, Sqlite>>::from_sql(value)?)?))
    }
}

/// A station: the key that every table's primary key starts with, so that the database can be split by station.
/// It is the division code (9 digits) and the station's place in the division (2 digits): 630203102 and 01.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    AsExpression,
    FromSqlRow,
    serde::Serialize,
    serde::Deserialize,
)]
#[diesel(sql_type = BigInt)]
#[serde(transparent)]
pub struct StationId(pub i64);

impl std::fmt::Display for StationId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}
impl<DB: Backend> ToSql<BigInt, DB> for StationId
where
    i64: ToSql<BigInt, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.to_sql(out)
    }
}
impl<DB: Backend> FromSql<BigInt, DB> for StationId
where
    i64: FromSql<BigInt, DB>,
{
    fn from_sql(value: DB::RawValue<'_>) -> deserialize::Result<Self> {
        i64::from_sql(value).map(StationId)
    }
}

/// An instant in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, AsExpression, FromSqlRow)]
#[diesel(sql_type = Instant)]
pub struct Ts(pub jiff::Timestamp);

/// 2000-01-01T00:00:00Z, from where PostgreSQL counts, in microseconds since 1970.
const PG_EPOCH: i64 = 946_684_800_000_000;

impl From<jiff::Timestamp> for Ts {
    fn from(at: jiff::Timestamp) -> Ts {
        Ts(at)
    }
}
impl From<Ts> for jiff::Timestamp {
    fn from(at: Ts) -> jiff::Timestamp {
        at.0
    }
}
impl ToSql<Instant, Pg> for Ts {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        out.write_all(&(self.0.as_microsecond() - PG_EPOCH).to_be_bytes())?;
        Ok(IsNull::No)
    }
}
impl ToSql<Instant, Sqlite> for Ts {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.0.as_microsecond());
        Ok(IsNull::No)
    }
}
impl FromSql<Instant, Pg> for Ts {
    fn from_sql(value: <Pg as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        let since_2000 = i64::from_be_bytes(value.as_bytes().try_into()?);
        Ok(Ts(jiff::Timestamp::from_microsecond(since_2000 + PG_EPOCH)?))
    }
}
impl FromSql<Instant, Sqlite> for Ts {
    fn from_sql(value: <Sqlite as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Ts(jiff::Timestamp::from_microsecond(<i64 as FromSql<BigInt, Sqlite>>::from_sql(value)?)?))
    }
}

/// A calendar day in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, AsExpression, FromSqlRow)]
#[diesel(sql_type = Day)]
pub struct On(pub Date);

const PG_DAY_ZERO: Date = date(2000, 1, 1);

impl ToSql<Day, Pg> for On {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        let days = (self.0 - PG_DAY_ZERO).get_days();
        out.write_all(&days.to_be_bytes())?;
        Ok(IsNull::No)
    }
}
impl ToSql<Day, Sqlite> for On {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.0.to_string());
        Ok(IsNull::No)
    }
}
impl FromSql<Day, Pg> for On {
    fn from_sql(value: <Pg as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        let days = i32::from_be_bytes(value.as_bytes().try_into()?);
        Ok(On(PG_DAY_ZERO.checked_add(jiff::Span::new().try_days(days)?)?))
    }
}
impl FromSql<Day, Sqlite> for On {
    fn from_sql(value: <Sqlite as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(On(<String as FromSql<Text, Sqlite>>::from_sql(value)?.parse()?))
    }
}

/// Any value that serde can write, as a document in a row.
#[derive(Debug, Clone, PartialEq, AsExpression, FromSqlRow)]
#[diesel(sql_type = Doc)]
pub struct Json(pub serde_json::Value);

/// PostgreSQL's `jsonb` on the wire is one version byte and the text.
const JSONB_VERSION: u8 = 1;

fn jsonb_text(bytes: &[u8]) -> deserialize::Result<&[u8]> {
    match bytes.split_first() {
        Some((&JSONB_VERSION, text)) => Ok(text),
        _ => Err("a jsonb version that this program does not know".into()),
    }
}

impl Json {
    pub fn of(value: &impl serde::Serialize) -> Result<Json, crate::fault::Fault> {
        serde_json::to_value(value).map(Json).map_err(crate::fault::Fault::broken)
    }
    pub fn read<T: serde::de::DeserializeOwned>(self) -> Result<T, crate::fault::Fault> {
        serde_json::from_value(self.0).map_err(crate::fault::Fault::broken)
    }
}
impl ToSql<Doc, Pg> for Json {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Pg>) -> serialize::Result {
        out.write_all(&[JSONB_VERSION])?;
        serde_json::to_writer(out, &self.0)?;
        Ok(IsNull::No)
    }
}
impl ToSql<Doc, Sqlite> for Json {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, Sqlite>) -> serialize::Result {
        out.set_value(self.0.to_string());
        Ok(IsNull::No)
    }
}
impl FromSql<Doc, Pg> for Json {
    fn from_sql(value: <Pg as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Json(serde_json::from_slice(jsonb_text(value.as_bytes())?)?))
    }
}
impl FromSql<Doc, Sqlite> for Json {
    fn from_sql(value: <Sqlite as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(Json(serde_json::from_str(&<String as FromSql<Text, Sqlite>>::from_sql(value)?)?))
    }
}

/// A document that is read straight into a `T`, which is cheaper than by way of [`Json`].
#[derive(Debug, Clone, PartialEq, FromSqlRow)]
pub struct JsonOf<T>(pub T);

impl<T: serde::de::DeserializeOwned> FromSql<Doc, Pg> for JsonOf<T> {
    fn from_sql(value: <Pg as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(JsonOf(serde_json::from_slice(jsonb_text(value.as_bytes())?)?))
    }
}
impl<T: serde::de::DeserializeOwned> FromSql<Doc, Sqlite> for JsonOf<T> {
    fn from_sql(value: <Sqlite as Backend>::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(JsonOf(serde_json::from_str(&<String as FromSql<Text, Sqlite>>::from_sql(value)?)?))
    }
}

/// A typed id of a slice: `id_type!(/** One reservation. */ pub ReservationId);`
#[macro_export]
macro_rules! id_type {
    ($(#[$doc:meta])* pub $name:ident) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
            diesel::expression::AsExpression, diesel::deserialize::FromSqlRow,
        )]
        #[diesel(sql_type = $crate::db::types::Uid)]
        #[serde(transparent)]
        pub struct $name(pub $crate::db::types::Id);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
        impl std::str::FromStr for $name {
            type Err = <$crate::db::types::Id as std::str::FromStr>::Err;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map($name)
            }
        }
        impl<DB: diesel::backend::Backend> diesel::serialize::ToSql<$crate::db::types::Uid, DB> for $name
        where
            $crate::db::types::Id: diesel::serialize::ToSql<$crate::db::types::Uid, DB>,
        {
            fn to_sql<'b>(
                &'b self,
                out: &mut diesel::serialize::Output<'b, '_, DB>,
            ) -> diesel::serialize::Result {
                self.0.to_sql(out)
            }
        }
        impl<DB: diesel::backend::Backend> diesel::deserialize::FromSql<$crate::db::types::Uid, DB> for $name
        where
            $crate::db::types::Id: diesel::deserialize::FromSql<$crate::db::types::Uid, DB>,
        {
            fn from_sql(value: DB::RawValue<'_>) -> diesel::deserialize::Result<Self> {
                $crate::db::types::Id::from_sql(value).map($name)
            }
        }
    };
}
