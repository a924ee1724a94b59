//! Where the settings come from: defaults, a TOML file, the environment, flags. A later one wins.
mod keys;
mod layers;

pub use keys::{KEYS, Key, Kind};
pub use layers::{Layered, Layers, Source, Wrong};

#[cfg(test)]
mod tests;
