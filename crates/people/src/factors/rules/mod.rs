//! What proves a member of staff beside the password. Pure: bytes in, decision out.
pub mod cbor;
pub mod cose;
pub mod webauthn;
pub mod totp;
pub mod recovery;
pub mod due;
