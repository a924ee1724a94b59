//! The whole API as one OpenAPI 3.1 document, made from the handlers themselves.
use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::routing::get;
use kernel::api::{Api, Problem};
use kernel::fault::Fault;
use kernel::house::House;
use kernel::settings::Settings;
use kernel::view::SESSION_COOKIE;
use utoipa::openapi::path::{Operation, Parameter, ParameterBuilder};
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::tag::TagBuilder;
use utoipa::openapi::{
    ComponentsBuilder, ContactBuilder, Content, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder, Ref, RefOr,
    ResponseBuilder, ServerBuilder,
};
use utoipa::{PartialSchema, ToSchema};

const WHAT: &str = "Rooms, reservations and people of a township's shared station (共享驿站). \
Times are RFC 3339 instants or local days of the station; lists answer oldest or nearest first. \
Every failure is a problem document (RFC 9457) whose `type` is stable and whose `next` names the nearest things that work. \
A mutation may carry `Idempotency-Key`: sent again with the same key, it does one thing and gives the same answer.";

/// In the order in which an integrator needs them.
const TAGS: [(&str, &str); 10] = [
    ("stations", "Which stations there are, where, and when their doors are open. Nobody needs to sign in."),
    (
        "venues",
        "What is free, and one's own reservations. Looking is for everybody; reserving needs a phone or a session.",
    ),
    ("activities", "What is on: activities by solar and lunar rules, and each time that they take place."),
    (
        "opinions",
        "What is wrong, said without a name and followed with a receipt, which stands in bodies only; and the work on it.",
    ),
    ("notices", "What the station tells, and how people feel about it."),
    ("library", "The reading room: what there is to read, who has it while they have it, and the work on it."),
    ("wishes", "What neighbours wish for, without anything that names them; taking one up, and the work on it."),
    (
        "wellbeing",
        "A station's month as ranges with their n, source and gaps; the door; and a survey whose answers lead to nobody.",
    ),
    ("people", "Signing in, as a resident with a phone and a code or as staff with a password, and out again."),
    (
        "desk",
        "The work of a station: walk-ins, requests, closures, rooms and their rules. For staff with a role at the station.",
    ),
];

/// Answers with the document of `api`, which is made when it is first asked for.
pub fn routes(api: Api, settings: &Settings) -> Router<House> {
    let made = Arc::new(OnceLock::<String>::new());
    let public_url = settings.public_url.clone();
    let answer = async move || {
        let text = match made.get() {
            Some(text) => text.clone(),
            None => {
                let text = document(&api, &public_url).to_json().map_err(Fault::broken)?;
                made.get_or_init(|| text).clone()
            }
        };
        Ok::<_, Fault>(([(CONTENT_TYPE, "application/json"), (CACHE_CONTROL, "no-cache")], text))
    };
    Router::new().route("/api/v1/openapi.json", get(answer))
}

fn document(api: &Api, public_url: &str) -> OpenApi {
    let bare = OpenApiBuilder::new()
        .info(
            InfoBuilder::new()
                .title("Yizhan 共享驿站")
                .version(env!("CARGO_PKG_VERSION"))
                .description(Some(WHAT))
                .contact(Some(ContactBuilder::new().name(Some("The station")).url(Some(public_url)).build()))
                .license(Some(LicenseBuilder::new().name("Apache-2.0").identifier(Some("Apache-2.0")).build())),
        )
        .servers(Some([ServerBuilder::new().url(public_url).description(Some("This station")).build()]))
        .tags(Some(TAGS.map(|(name, what)| TagBuilder::new().name(name).description(Some(what)).build())))
        .components(Some(components()))
        .build();
    let mut document = api.document(bare);
    for item in document.paths.paths.values_mut() {
        let all = [&mut item.get, &mut item.put, &mut item.post, &mut item.delete, &mut item.patch];
        for operation in all.into_iter().flatten() {
            may_fail(operation);
            operation.parameters.iter_mut().flatten().for_each(explain);
        }
    }
    document
}

fn components() -> utoipa::openapi::Components {
    let mut schemas = vec![(Problem::name().into_owned(), Problem::schema())];
    Problem::schemas(&mut schemas);
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .description(Some(
            "The token that POST /api/v1/sessions (residents) or POST /api/v1/staff/sessions (staff) answers with.",
        ))
        .build();
    let cookie = ApiKey::Cookie(ApiKeyValue::with_description(SESSION_COOKIE, "The same token, as pages carry it."));
    ComponentsBuilder::new()
        .schemas_from_iter(schemas)
        .security_scheme("bearer", SecurityScheme::Http(bearer))
        .security_scheme("cookie", SecurityScheme::ApiKey(cookie))
        .build()
}

/// What is the same wherever it stands.
fn explain(parameter: &mut RefOr<Parameter>) {
    let RefOr::T(parameter) = parameter else { return };
    let (what, example) = match parameter.name.as_str() {
        "slug" => ("The station: the end of its address, as GET /api/v1/stations lists it", Some("sanhe")),
        "Idempotency-Key" => ("A request that is sent again with the same key, within two days, does one thing", None),
        _ => return,
    };
    parameter.description.get_or_insert_with(|| what.to_owned());
    if let Some(example) = example {
        *parameter = ParameterBuilder::from(parameter.clone()).example(Some(example.into())).build();
    }
}

/// Whatever else an operation answers is a problem document.
fn may_fail(operation: &mut Operation) {
    let problem = Content::new(Some(RefOr::Ref(Ref::from_schema_name(Problem::name()))));
    let response = ResponseBuilder::new()
        .description("A problem: what happened, and what works instead")
        .content("application/problem+json", problem)
        .build();
    operation.responses.responses.entry("default".to_owned()).or_insert(RefOr::T(response));
}
