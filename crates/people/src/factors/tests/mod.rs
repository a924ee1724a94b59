mod vectors;
mod cbor;
mod webauthn;
mod totp;
mod due;
mod door;
mod passkeys;
