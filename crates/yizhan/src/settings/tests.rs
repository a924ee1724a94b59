use std::collections::BTreeSet;
use std::path::Path;

use kernel::settings::Settings;

use super::*;

fn from_file(text: &str) -> Result<Layers, Wrong> {
    Layers::default().file(Path::new("yizhan.toml"), text)
}

fn variables(pairs: &[(&str, &str)]) -> impl Iterator<Item = (String, String)> {
    pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect::<Vec<_>>().into_iter()
}

#[test]
fn every_setting_has_a_key_and_every_key_a_setting() {
    let some = Some("x".to_owned());
    let full = Settings {
        root_station: some.clone(),
        message_webhook: some.clone(),
        message_secret: some.clone(),
        metrics_token: some,
        voice: Some("x".into()),
        ..Settings::default()
    };
    let fields: BTreeSet<String> = toml::Table::try_from(full).unwrap().keys().cloned().collect();
    assert_eq!(fields, KEYS.iter().map(|k| k.name.to_owned()).collect());
}

#[test]
fn flags_win_over_the_environment_and_that_over_the_file() {
    let layers = from_file("listen = '10.0.0.1:80'\nconnections = 2\ndatabase = 'a.db'\n").unwrap();
    let layers =
        layers.environment(variables(&[("YIZHAN_CONNECTIONS", "7"), ("DATABASE_URL", "b.db"), ("HOME", "/")])).unwrap();
    let layered = layers.flag("--database", "database", Some("c.db")).unwrap().settle().unwrap();
    assert_eq!(layered.settings.listen.to_string(), "10.0.0.1:80");
    assert_eq!(layered.settings.connections, 7);
    assert_eq!(layered.settings.database, "c.db");
    assert_eq!(layered.sources["listen"], Source::File("yizhan.toml".into(), 1));
    assert_eq!(layered.sources["connections"], Source::Environment("YIZHAN_CONNECTIONS".into()));
    assert_eq!(layered.sources["database"], Source::Flag("--database".into()));
    assert_eq!(layered.sources["key_file"], Source::Default);
}

#[test]
fn a_wrong_key_is_refused_with_the_nearest_right_one_and_its_line() {
    let said = from_file("connections = 3\nlisen = '1'\n").unwrap_err().to_string();
    assert_eq!(said, "yizhan.toml line 2: there is no setting “lisen”; did you mean “listen”?");
    let said = Layers::default().environment(variables(&[("YIZHAN_PUBLIC_ULR", "x")])).unwrap_err().to_string();
    assert_eq!(said, "environment YIZHAN_PUBLIC_ULR: there is no setting “public_ulr”; did you mean “public_url”?");
}

#[test]
fn a_value_that_does_not_fit_names_its_place() {
    let said = from_file("\nlisten = 'here'\n").unwrap_err().to_string();
    assert!(said.starts_with("yizhan.toml line 2: listen: "), "{said}");
    let said = Layers::default().environment(variables(&[("YIZHAN_CONNECTIONS", "many")])).unwrap_err().to_string();
    assert_eq!(said, "environment YIZHAN_CONNECTIONS: “many” is not a whole number");
    let said = from_file("listen = \n").unwrap_err().to_string();
    assert!(said.starts_with("yizhan.toml line 1: "), "{said}");
}

#[test]
fn lists_are_written_with_commas_in_the_environment() {
    let layers = Layers::default().environment(variables(&[("YIZHAN_TRUSTED_PROXIES", "10.0.0.1, ::1")])).unwrap();
    assert_eq!(layers.settle().unwrap().settings.trusted_proxies.len(), 2);
}

#[test]
fn a_database_that_is_neither_of_the_two_engines_is_no_file_with_a_strange_name() {
    let layers = Layers::default().environment(variables(&[("DATABASE_URL", "mysql://a:secret@db/yizhan")])).unwrap();
    let said = layers.settle().unwrap_err().to_string();
    assert_eq!(
        said,
        "environment DATABASE_URL: database: mysql:// is neither postgres://user@host/name nor the path of a SQLite file"
    );
}
