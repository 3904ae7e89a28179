//! What the program can be told: flags, environment and one TOML file, each declared once in [`OPTIONS`]. The
//! reference page `docs/configuration.md` is generated from it, and a test fails when the two differ.

use std::{
    collections::BTreeMap,
    fs,
    net::SocketAddr,
    path::{Path, PathBuf},
    time::Duration,
};

use clap::{Arg, ArgMatches};
use i18n::T;
use kernel::Lang;
use tracing_subscriber::EnvFilter;

use crate::{
    compose,
    language::{because, t},
    msg,
};

/// The fewest years the audit log is kept: § 21 (2) of the regulation on the National Interoperability Framework.
const LEAST_AUDIT_YEARS: u32 = 2;

/// One thing the program can be told.
#[derive(Debug, Clone, Copy)]
pub struct Opt {
    /// Its name: `--NAME` as a flag, `NAME` with underscores in the file, `SZPON_NAME` in the environment.
    pub name: &'static str,
    /// The value when nothing is said; empty when that depends on other things.
    pub default: &'static str,
    /// The key of what it is for.
    pub help: &'static str,
}

/// Everything the program can be told.
pub const OPTIONS: &[Opt] = &[
    Opt { name: "listen", default: "127.0.0.1:8080", help: msg::CLI_OPTION_LISTEN },
    Opt { name: "data", default: "szpon-data", help: msg::CLI_OPTION_DATA },
    Opt { name: "public-url", default: "", help: msg::CLI_OPTION_PUBLIC_URL },
    Opt { name: "database-url", default: "", help: msg::CLI_OPTION_DATABASE_URL },
    Opt { name: "database-connections", default: "8", help: msg::CLI_OPTION_DATABASE_CONNECTIONS },
    Opt { name: "objects-url", default: "", help: msg::CLI_OPTION_OBJECTS_URL },
    Opt { name: "objects-access-key", default: "", help: msg::CLI_OPTION_OBJECTS_ACCESS_KEY },
    Opt { name: "objects-secret-key", default: "", help: msg::CLI_OPTION_OBJECTS_SECRET_KEY },
    Opt { name: "secret-key", default: "", help: msg::CLI_OPTION_SECRET_KEY },
    Opt { name: "secret-key-lost", default: "false", help: msg::CLI_OPTION_SECRET_KEY_LOST },
    Opt { name: "smtp-url", default: "", help: msg::CLI_OPTION_SMTP_URL },
    Opt { name: "mail-from", default: "SZPON <nie-odpowiadaj@localhost>", help: msg::CLI_OPTION_MAIL_FROM },
    Opt { name: "max-upload-mb", default: "50", help: msg::CLI_OPTION_MAX_UPLOAD_MB },
    Opt { name: "trust-proxy", default: "false", help: msg::CLI_OPTION_TRUST_PROXY },
    Opt { name: "hooks-allow-private", default: "false", help: msg::CLI_OPTION_HOOKS_ALLOW_PRIVATE },
    Opt { name: "audit-years", default: "2", help: msg::CLI_OPTION_AUDIT_YEARS },
    Opt { name: "log", default: "info", help: msg::CLI_OPTION_LOG },
    Opt { name: "log-format", default: "text", help: msg::CLI_OPTION_LOG_FORMAT },
    Opt { name: "pdf-parallel", default: "2", help: msg::CLI_OPTION_PDF_PARALLEL },
];

/// A text that no log shows.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(pub String);

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

/// What the program was told.
#[derive(Debug, Clone)]
pub struct Config {
    /// See [`OPTIONS`].
    pub listen: SocketAddr,
    /// See [`OPTIONS`].
    pub data: PathBuf,
    /// See [`OPTIONS`]; without a slash at the end.
    pub public_url: String,
    /// See [`OPTIONS`].
    pub database_url: String,
    /// See [`OPTIONS`].
    pub database_connections: usize,
    /// See [`OPTIONS`].
    pub objects_url: String,
    /// Access key and secret key.
    pub objects_keys: Option<(String, String)>,
    /// See [`OPTIONS`].
    pub secret_key: Option<Secret>,
    /// See [`OPTIONS`].
    pub secret_key_lost: bool,
    /// See [`OPTIONS`].
    pub smtp_url: Option<String>,
    /// See [`OPTIONS`].
    pub mail_from: String,
    /// In bytes.
    pub max_upload: u64,
    /// See [`OPTIONS`].
    pub trust_proxy: bool,
    /// See [`OPTIONS`].
    pub hooks_allow_private: bool,
    /// How long the audit log is kept.
    pub audit_years: u32,
    /// See [`OPTIONS`].
    pub log: String,
    /// Whether logs are JSON.
    pub log_json: bool,
    /// See [`OPTIONS`].
    pub pdf_parallel: usize,
    /// Whether what is written need not reach the disk at once, because it can be made again; no option.
    pub volatile: bool,
}

/// The flags as clap wants them; the environment is read by clap too.
pub fn arguments() -> Vec<Arg> {
    let t = t();
    let setting = |id: &'static str| Arg::new(id).long(id).global(true).help_heading(t.s(msg::CLI_HEADING_SETTINGS));
    let flag = |o: &Opt| {
        let help = match o.default {
            "" => t.s(o.help),
            value => format!("{} [{}]", t.s(o.help), t.f(msg::CLI_DEFAULT, &[("value", value.into())])),
        };
        setting(o.name)
            .env(variable_name(o.name))
            .hide_env_values(true)
            .help(format!("{help} [{}]", variable(o.name)))
            .value_name(t.s(msg::CLI_NAME_VALUE))
    };
    let file = setting("config").env("SZPON_CONFIG").value_name(t.s(msg::CLI_NAME_FILE));
    OPTIONS.iter().map(flag).chain([file.help(format!("{} [SZPON_CONFIG]", t.s(msg::CLI_CONFIG)))]).collect()
}

/// The same as a name that lives as long as the command line does; there are as many as options.
fn variable_name(name: &str) -> clap::builder::OsStr {
    clap::builder::OsStr::from(std::ffi::OsString::from(variable(name)))
}

/// The environment variable of an option.
pub fn variable(name: &str) -> String {
    format!("SZPON_{}", name.replace('-', "_").to_uppercase())
}

impl Config {
    /// Flag, else environment, else file, else default.
    ///
    /// # Errors
    /// A sentence that names the option, where it was said, and what is wrong.
    pub fn read(matches: &ArgMatches) -> Result<Self, String> {
        let file = match matches.get_one::<String>("config") {
            Some(path) => read_file(Path::new(path))?,
            None => BTreeMap::new(),
        };
        let value = |name: &str| -> String {
            let said = matches.get_one::<String>(name).cloned().or_else(|| file.get(name).cloned());
            said.unwrap_or_else(|| OPTIONS.iter().find(|o| o.name == name).map_or("", |o| o.default).to_owned())
        };
        let some = |name: &str| Some(value(name)).filter(|v| !v.is_empty());
        let listen: SocketAddr = parsed("listen", &value("listen"), msg::CLI_WANTED_ADDRESS)?;
        let data = PathBuf::from(value("data"));
        let in_data = |name: &str| data.join(name).display().to_string();
        let public_url = some("public-url").unwrap_or_else(|| format!("http://{listen}"));
        let megabytes: u64 = parsed("max-upload-mb", &value("max-upload-mb"), msg::CLI_WANTED_MEGABYTES)?;
        let keys = match (some("objects-access-key"), some("objects-secret-key")) {
            (Some(access), Some(secret)) => Some((access, secret)),
            (None, None) => None,
            (Some(_), None) => return Err(alone("objects-access-key", "objects-secret-key")),
            (None, Some(_)) => return Err(alone("objects-secret-key", "objects-access-key")),
        };
        let audit_years = parsed::<u32>("audit-years", &value("audit-years"), msg::CLI_WANTED_YEARS)?;
        if audit_years < LEAST_AUDIT_YEARS {
            return Err(refused("audit-years", &value("audit-years"), msg::CLI_WANTED_YEARS));
        }
        let log_json = match value("log-format").as_str() {
            "json" => true,
            "text" => false,
            other => return Err(refused("log-format", other, msg::CLI_WANTED_LOG_FORMAT)),
        };
        parsed::<EnvFilter>("log", &value("log"), msg::CLI_WANTED_LOG)?;
        Ok(Self {
            listen,
            public_url: public_url.trim_end_matches('/').to_owned(),
            database_url: some("database-url").unwrap_or_else(|| format!("sqlite:{}", in_data("szpon.db"))),
            database_connections: parsed(
                "database-connections",
                &value("database-connections"),
                msg::CLI_WANTED_NUMBER,
            )?,
            objects_url: some("objects-url").unwrap_or_else(|| format!("file:{}", in_data("objects"))),
            objects_keys: keys,
            secret_key: some("secret-key").map(Secret),
            secret_key_lost: parsed("secret-key-lost", &value("secret-key-lost"), msg::CLI_WANTED_FLAG)?,
            smtp_url: some("smtp-url"),
            mail_from: value("mail-from"),
            max_upload: megabytes << 20,
            trust_proxy: parsed("trust-proxy", &value("trust-proxy"), msg::CLI_WANTED_FLAG)?,
            hooks_allow_private: parsed("hooks-allow-private", &value("hooks-allow-private"), msg::CLI_WANTED_FLAG)?,
            audit_years,
            log: value("log"),
            log_json,
            pdf_parallel: parsed::<usize>("pdf-parallel", &value("pdf-parallel"), msg::CLI_WANTED_NUMBER)?.max(1),
            volatile: false,
            data,
        })
    }
}

fn parsed<T: std::str::FromStr>(name: &'static str, value: &str, wanted: &str) -> Result<T, String> {
    value.parse().map_err(|_| refused(name, value, wanted))
}

/// A value that will not do, with what is wanted instead.
fn refused(name: &'static str, value: &str, wanted: &str) -> String {
    let t = t();
    t.f(
        msg::CLI_CONFIG_VALUE,
        &[
            ("name", name.into()),
            ("variable", variable(name).into()),
            ("value", value.into()),
            ("wanted", t.s(wanted).into()),
        ],
    )
}

/// One of two options that belong together, said without the other.
fn alone(name: &'static str, other: &'static str) -> String {
    t().f(
        msg::CLI_CONFIG_ALONE,
        &[("name", name.into()), ("other", other.into()), ("variable", variable(other).into())],
    )
}

fn read_file(path: &Path) -> Result<BTreeMap<String, String>, String> {
    let file = || ("file", path.display().to_string().into());
    let text = fs::read_to_string(path).map_err(|e| because(t().f(msg::CLI_CONFIG_READ, &[file()]), e))?;
    let table: toml::Table =
        text.parse().map_err(|e: toml::de::Error| because(t().f(msg::CLI_CONFIG_TOML, &[file()]), e.message()))?;
    let mut values = BTreeMap::new();
    for (key, value) in table {
        let name = key.replace('_', "-");
        let about = |said: &str| Err(t().f(said, &[file(), ("key", key.as_str().into())]));
        if !OPTIONS.iter().any(|o| o.name == name) {
            return about(msg::CLI_CONFIG_UNKNOWN);
        }
        let text = match value {
            toml::Value::String(s) => s,
            toml::Value::Integer(n) => n.to_string(),
            toml::Value::Boolean(b) => b.to_string(),
            _ => return about(msg::CLI_CONFIG_KIND),
        };
        values.insert(name, text);
    }
    Ok(values)
}

/// The database's options.
pub fn database_options(config: &Config) -> db::Options {
    db::Options {
        connections: config.database_connections.max(1),
        limit: Duration::from_secs(30),
        volatile: config.volatile,
    }
}

/// The reference page, generated.
pub fn reference() -> String {
    compose::init();
    let mut text = String::from(
        "# Configuration\n\nGenerated from `crates/app/src/config.rs`; do not edit by hand.\n\nEach option is a flag, an \
         environment variable, or a line of the TOML file named by `--config` (`SZPON_CONFIG`). A flag wins over the \
         environment, the environment over the file.\n\n| flag | environment | file | default | what it is for |\n|---|---|---|---|---|\n",
    );
    for o in OPTIONS {
        let default = if o.default.is_empty() { String::new() } else { format!("`{}`", o.default) };
        text.push_str(&format!(
            "| `--{}` | `{}` | `{}` | {default} | {} |\n",
            o.name,
            variable(o.name),
            o.name.replace('-', "_"),
            T(Lang::En).s(o.help)
        ));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Command;

    fn read(args: &[&str]) -> Result<Config, String> {
        Config::read(&Command::new("szpon").args(arguments()).get_matches_from([&["szpon"], args].concat()))
    }

    #[test]
    fn a_flag_wins_over_the_file_and_the_file_over_the_default() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("szpon.toml");
        fs::write(&file, "max_upload_mb = 7\nlisten = \"127.0.0.1:1\"\ntrust_proxy = true\n").unwrap();
        let file = file.display().to_string();
        let config = read(&["--config", &file, "--listen", "127.0.0.1:2"]).unwrap();
        assert_eq!(config.listen.port(), 2);
        assert_eq!(config.max_upload, 7 << 20);
        assert!(config.trust_proxy);
        assert_eq!(config.public_url, "http://127.0.0.1:2");
    }

    #[test]
    fn what_is_wrong_is_named() {
        assert!(read(&["--listen", "here"]).unwrap_err().contains("SZPON_LISTEN"));
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("szpon.toml");
        fs::write(&file, "databse_url = \"x\"\n").unwrap();
        assert!(read(&["--config", &file.display().to_string()]).unwrap_err().contains("databse_url"));
    }

    #[test]
    fn nothing_said_is_passed_over_in_silence() {
        for (said, variable) in [
            (&["--log-format", "jsn"][..], "SZPON_LOG_FORMAT"),
            (&["--log", "szpon=lound,="], "SZPON_LOG"),
            (&["--audit-years", "1"], "SZPON_AUDIT_YEARS"),
            (&["--objects-access-key", "szpon"], "SZPON_OBJECTS_SECRET_KEY"),
            (&["--objects-secret-key", "tajne"], "SZPON_OBJECTS_ACCESS_KEY"),
        ] {
            let why = read(said).unwrap_err();
            assert!(why.contains(variable) && !why.contains("tajne"), "{said:?}: {why}");
        }
        let config = read(&["--log", "info,szpon=debug", "--log-format", "json", "--audit-years", "5"]).unwrap();
        assert_eq!((config.log_json, config.audit_years), (true, 5));
        assert!(read(&["--objects-access-key", "a", "--objects-secret-key", "b"]).unwrap().objects_keys.is_some());
    }

    #[test]
    fn the_reference_page_is_up_to_date() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/configuration.md");
        if std::env::var_os("SZPON_REWRITE").is_some() {
            fs::write(&path, reference()).unwrap();
        }
        let stored = fs::read_to_string(path).unwrap();
        assert_eq!(stored, reference(), "run the test with SZPON_REWRITE=1 to write it again");
    }
}
