//! Paper: the rules, a sentence each; then lines on both engines.
mod clock;
mod lines;
mod outages;
mod races;
mod rows;
mod pages;
