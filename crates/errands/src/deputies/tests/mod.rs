//! Reception days: the rules a sentence each; then the acts, a race, the pages and the API, on every engine.
