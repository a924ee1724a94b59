//! Posts and questions: the rules a sentence each; then the acts, the pages and the API, on every engine.
