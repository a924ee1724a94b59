//! What programs send, and what the pages' forms become: read and checked in one place.
mod text;
mod notices;
mod sections;

pub use notices::{
    NewNotice, NewNoticePhoto, NoticeDown, NoticeDownRead, NoticeRead, NoticeRewrite, PhotoOfNotice, Rewrite, alt,
};
pub use sections::{NewNoticeSection, NoticeSectionChange};
