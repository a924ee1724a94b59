//! Calls with their descriptions. The routes are made at once; the document only when somebody asks for it: it is large and
//! rarely read, and making it at every start would be most of the memory that an idle program holds.
use std::collections::{BTreeMap, BTreeSet};

use axum::{Extension, Router};
use utoipa::openapi::OpenApi;
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouter};

use crate::house::House;

/// Makes the calls of one path, and what is said of them.
pub type Make = fn() -> UtoipaMethodRouter<House>;

/// A part of the JSON API. Paths are relative to `/api/v1`.
#[derive(Clone, Default)]
pub struct Api {
    routes: Router<House>,
    described: Vec<Make>,
}

/// The calls of one path, for [`Api::routes`]: `routes!(look, change)`, handlers with `#[utoipa::path]`.
#[macro_export]
macro_rules! routes {
    ($($handler:path),+ $(,)?) => {
        || $crate::utoipa_axum::routes!($($handler),+)
    };
}

impl Api {
    pub fn new() -> Api {
        Api::default()
    }

    pub fn routes(mut self, make: Make) -> Api {
        let (_, paths, methods) = make();
        self.routes = paths.paths.into_keys().fold(self.routes, |all, path| all.route(&path, methods.clone()));
        self.described.push(make);
        self
    }

    pub fn merge(mut self, other: Api) -> Api {
        self.routes = self.routes.merge(other.routes);
        self.described.extend(other.described);
        self
    }

    /// What all its calls may ask for.
    pub fn extension<T: Clone + Send + Sync + 'static>(self, value: T) -> Api {
        Api { routes: self.routes.layer(Extension(value)), ..self }
    }

    /// The names under which two different shapes are described: the later would silently take the place of the earlier.
    pub fn names_of_two(&self) -> Vec<String> {
        let mut known = BTreeMap::new();
        let mut twice = BTreeSet::new();
        for (name, shape) in self.described.iter().flat_map(|make| make().0) {
            match known.get(&name) {
                Some(before) if *before != shape => _ = twice.insert(name),
                Some(_) => {}
                None => _ = known.insert(name, shape),
            }
        }
        twice.into_iter().collect()
    }

    /// The routes, below `/api/v1`.
    pub fn router(&self) -> Router<House> {
        Router::new().nest("/api/v1", self.routes.clone())
    }

    /// What describes them, added to `bare`.
    pub fn document(&self, bare: OpenApi) -> OpenApi {
        let described = self.described.iter().fold(OpenApiRouter::new(), |all, make| all.routes(make()));
        OpenApiRouter::with_openapi(bare).nest("/api/v1", described).into_openapi()
    }
}
