//! What every slice needs and no slice owns: time, ids, the database, words, pages, failures. Knows nothing about townships.
//!
//! The list below is the reading order and the import order: a module may use only modules above it.
pub mod clock;
pub mod chance;
pub mod secret;
pub mod signed;
pub mod fault;
pub mod db;
pub mod words;
pub mod settings;
pub mod limits;
pub mod watch;
pub mod house;
pub mod view;
pub mod refusal;
pub mod form;
pub mod page;
pub mod markdown;
pub mod upload;
pub mod photo;
pub mod api;
pub mod session;
pub mod once;
pub mod event;
pub mod live;
pub mod check;
pub mod fact;
pub mod share;
pub mod lottery;
pub mod grams;
pub mod outbox;
#[cfg(any(test, feature = "testing"))]
pub mod testing;

#[doc(hidden)]
pub use utoipa;
pub use utoipa_axum;

/// The tables that the kernel itself keeps.
pub const MIGRATIONS: &[db::Migration] = &[
    db::migration!("2026-06-01_kernel"),
    db::migration!("2026-11-26_forgetting"),
    db::migration!("2026-11-26_given_up"),
];

/// What the kernel says by itself: the page shell, faults, forms.
pub const TEXTS: words::Texts = texts!();

/// A future behind a pointer: what slices hand to pages that they do not know.
pub type BoxFuture<'a, T> = std::pin::Pin<Box<dyn Future<Output = T> + Send + 'a>>;
