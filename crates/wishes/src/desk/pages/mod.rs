//! The desk's pages. Data in, pages out.
mod list;
mod form;
mod slip;
mod acts;
mod history;
mod whole;
mod shares;
mod month;
mod samples;

pub use acts::CasePage;
pub use form::{FormPage, form};
pub use list::{ListPage, list};
pub use month::month;
pub use samples::samples;
pub use shares::{SharesPage, shares};
pub use slip::{Slip, paper, slip};
pub use whole::whole;
