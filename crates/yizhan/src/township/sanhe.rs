//! What everybody knows about the demo township; all of it is invented.

/// The end of its address.
pub const SLUG: &str = "sanhe";
/// The manager of `staff.csv`.
pub const MANAGER: &str = "qihaiyan";
/// The password of all its staff.
pub const PASSWORD: &str = "sanhe-demo-2026";
pub const ZONE: &str = "Asia/Shanghai";
/// What the demo seals is invented, so its key may be known.
pub const KEY: [u8; 32] = *b"the key of the demo is no secret";
