//! The desk's pages. Data in, pages out.
mod list;
mod form;
mod acts;
mod whole;
mod version;
mod sections;
mod samples;

pub use acts::WholePage;
pub use form::{Form, form};
pub use list::list;
pub use samples::samples;
pub use sections::{SectionPage, one_section, sections};
pub use version::version;
pub use whole::whole;
