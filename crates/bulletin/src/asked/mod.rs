//! What programs send, and what the pages' forms become: read and checked in one place.
mod text;
mod notices;
mod sections;

pub use notices::{NewNotice, NewNoticePhoto, NoticeDown, NoticeRead, NoticeRewrite, PhotoOfNotice, Rewrite};
pub use sections::{NewNoticeSection, NoticeSectionChange};
pub(crate) use text::must;
