//! Two helpers that let the engines plan and cache Diesel's queries as they do hand-written ones.
use diesel::backend::Backend;
use diesel::expression::{ValidGrouping, is_aggregate};
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};
use diesel::sql_types::SmallInt;

/// A literal in the SQL text. A bound value would defeat partial indexes: PostgreSQL's generic plans and SQLite, which must
/// plan without knowing it (`SQLITE_ENABLE_QPSG` in `.cargo/config.toml`), cannot use them then.
#[derive(Debug, Clone, Copy)]
pub struct Lit<const N: i16>;

impl<const N: i16> Expression for Lit<N> {
    type SqlType = SmallInt;
}
impl<const N: i16, QS> AppearsOnTable<QS> for Lit<N> {}
impl<const N: i16, QS> SelectableExpression<QS> for Lit<N> {}
impl<const N: i16, GB> ValidGrouping<GB> for Lit<N> {
    type IsAggregate = is_aggregate::Never;
}
impl<const N: i16> QueryId for Lit<N> {
    type QueryId = Self;
    const HAS_STATIC_QUERY_ID: bool = true;
}
impl<const N: i16, DB: Backend> QueryFragment<DB> for Lit<N> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        out.push_sql(&N.to_string());
        Ok(())
    }
}

/// Diesel never caches an UPDATE's or DELETE's prepared statement (its SET list may vary at run time). This says that the
/// SQL of `Q` varies only within few shapes. The cache key stays the SQL text, so it is always right.
#[derive(Debug, Clone, Copy)]
pub struct Fixed<Q>(pub Q);

impl<Q: Query> Query for Fixed<Q> {
    type SqlType = Q::SqlType;
}
impl<Q, C> RunQueryDsl<C> for Fixed<Q> {}
impl<Q: QueryId> QueryId for Fixed<Q> {
    type QueryId = Q::QueryId;
    const HAS_STATIC_QUERY_ID: bool = Q::HAS_STATIC_QUERY_ID;
}
impl<Q: QueryFragment<DB>, DB: Backend> QueryFragment<DB> for Fixed<Q> {
    fn walk_ast<'b>(&'b self, out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        self.0.walk_ast(out)
    }
    fn is_safe_to_cache_prepared(&self, _: &DB) -> QueryResult<bool> {
        Ok(true)
    }
}
