//! The API's document.
use std::collections::BTreeSet;

use serde_json::Value;

use crate::town;

#[tokio::test(flavor = "multi_thread")]
async fn the_document_describes_every_operation_and_its_failures() {
    town::each(async |town| {
        let document = town.visitor().get("/api/v1/openapi.json").await.ok().json();
        assert_eq!(document["openapi"], "3.1.0");
        let schemes = &document["components"]["securitySchemes"];
        assert!(schemes["bearer"].is_object() && schemes["cookie"].is_object(), "{schemes}");
        let mut names = BTreeSet::new();
        for (path, item) in document["paths"].as_object().expect("paths") {
            assert!(path.starts_with("/api/v1/"), "{path}");
            for (method, operation) in item.as_object().expect("operations") {
                let here = format!("{method} {path}");
                let name = operation["operationId"].as_str().unwrap_or_else(|| panic!("{here} has no name"));
                assert!(names.insert(name.to_owned()), "{here}: two operations are called {name}");
                let failure = &operation["responses"]["default"]["content"]["application/problem+json"];
                assert!(failure.is_object(), "{here} does not say how it fails");
            }
        }
        every_reference_leads_somewhere(&document, &document);
    })
    .await;
}

#[test]
fn a_name_stands_for_one_shape() {
    assert_eq!(yizhan::slices::api().names_of_two(), [""; 0]);
}

fn every_reference_leads_somewhere(document: &Value, part: &Value) {
    match part {
        Value::Object(fields) => {
            if let Some(target) = fields.get("$ref").and_then(Value::as_str) {
                assert!(document.pointer(target.trim_start_matches('#')).is_some(), "{target} is nowhere");
            }
            fields.values().for_each(|v| every_reference_leads_somewhere(document, v));
        }
        Value::Array(items) => items.iter().for_each(|v| every_reference_leads_somewhere(document, v)),
        _ => {}
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_parameter_is_where_the_document_says() {
    town::each(async |town| {
        let document = town.visitor().get("/api/v1/openapi.json").await.ok().json();
        let mut wrong = vec![];
        for (path, item) in document["paths"].as_object().expect("paths") {
            for (method, operation) in item.as_object().expect("operations") {
                let parameters = operation["parameters"].as_array().into_iter().flatten();
                for parameter in parameters.filter(|p| p["in"] == "path") {
                    let name = parameter["name"].as_str().expect("a name");
                    if !path.contains(&format!("{{{name}}}")) {
                        wrong.push(format!("{method} {path}: {name} is no part of the path"));
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    })
    .await;
}

/// The document has one list of schemas: two of one name would be one, and the other's operations would describe it wrongly.
#[test]
fn no_two_slices_give_one_name_to_different_things() {
    let slices = [
        ("people", people::api(vec![])),
        ("stations", stations::api()),
        ("venues", venues::api()),
        ("errands", errands::api()),
    ];
    let mut known: std::collections::BTreeMap<String, (&str, Value)> = std::collections::BTreeMap::new();
    let mut wrong = vec![];
    for (slice, api) in slices {
        let document = serde_json::to_value(api.document(utoipa::openapi::OpenApi::default())).expect("a document");
        for (name, schema) in document["components"]["schemas"].as_object().into_iter().flatten() {
            match known.get(name) {
                Some((other, theirs)) if theirs != schema => wrong.push(format!("{name}: {other} and {slice}")),
                _ => drop(known.insert(name.clone(), (slice, schema.clone()))),
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
