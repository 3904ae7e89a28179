//! The commands: `szpon serve | demo | migrate | import | backup | restore | record | law | doctor | operator`.

use std::{path::PathBuf, process::ExitCode};

use clap::{Arg, ArgAction, ArgMatches, Command};

use crate::{commands, config, config::Config};

/// The command line.
pub fn command() -> Command {
    let path = |name: &'static str, help: &'static str| {
        Arg::new(name).required(true).value_parser(clap::value_parser!(PathBuf)).help(help)
    };
    let english =
        Arg::new("lang").long("lang").default_value("pl").value_parser(["pl", "en"]).help("Language of the answer");
    Command::new("szpon")
        .version(env!("CARGO_PKG_VERSION"))
        .about("SZPON: remote work, learning and service for public offices")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .args(config::arguments())
        .subcommand(Command::new("serve").about("Serve the installation"))
        .subcommand(
            Command::new("demo").about("Start everything with demonstration data; the same --data continues it"),
        )
        .subcommand(Command::new("migrate").about("Bring the schema up to date and stop"))
        .subcommand(
            Command::new("operator")
                .about(
                    "Make a person the operator of the installation, inviting them by e-mail if they have no account",
                )
                .arg(Arg::new("email").required(true)),
        )
        .subcommand(
            Command::new("import")
                .about("Import units, people or a file plan of an office from CSV")
                .arg(Arg::new("what").required(true).value_parser(["units", "people", "file-plan"]))
                .arg(Arg::new("office").required(true).help("The office's short name in addresses"))
                .arg(path("file", "The CSV file"))
                .arg(
                    Arg::new("apply")
                        .long("apply")
                        .action(ArgAction::SetTrue)
                        .help("Do it; without this only show what would change"),
                ),
        )
        .subcommand(
            Command::new("backup")
                .about("Copy the whole installation into a folder, while it runs")
                .arg(path("folder", "A folder that does not exist yet")),
        )
        .subcommand(
            Command::new("restore")
                .about("Bring an installation back from a backup")
                .arg(path("folder", "The folder of the backup")),
        )
        .subcommand(
            Command::new("record")
                .about("Export and verify case files")
                .subcommand_required(true)
                .subcommand(
                    Command::new("export")
                        .about("Write a case with its documents and record to a folder")
                        .arg(Arg::new("office").required(true))
                        .arg(Arg::new("case").required(true).help("Reference or identifier of the case"))
                        .arg(path("folder", "A folder that does not exist yet")),
                )
                .subcommand(
                    Command::new("verify")
                        .about("Prove an exported case whole, with nothing but its folder")
                        .arg(path("folder", "The folder")),
                )
                .subcommand(
                    Command::new("audit")
                        .about("Check the records of all cases of an office in the database")
                        .arg(Arg::new("office").required(true)),
                ),
        )
        .subcommand(
            Command::new("law")
                .about("Rules of Polish administrative law")
                .subcommand_required(true)
                .arg(english.global(true))
                .subcommand(
                    Command::new("term")
                        .about("The last day of a term (art. 57 KPA): 2026-01-12 14 days")
                        .arg(Arg::new("words").required(true).num_args(1..).allow_negative_numbers(true)),
                )
                .subcommand(
                    Command::new("check")
                        .about("Check a number and say why")
                        .arg(Arg::new("kind").required(true).value_parser(["pesel", "nip", "regon"]))
                        .arg(Arg::new("number").required(true).num_args(1..)),
                ),
        )
        .subcommand(Command::new("doctor").about("Check that everything the configuration names can be reached"))
}

/// Runs the program.
pub fn main() -> ExitCode {
    if rustls::crypto::aws_lc_rs::default_provider().install_default().is_err() {
        eprintln!("szpon: another provider of TLS is installed");
        return ExitCode::FAILURE;
    }
    let matches = command().get_matches();
    match run(&matches) {
        Ok(code) => code,
        Err(why) => {
            eprintln!("szpon: {why}");
            ExitCode::FAILURE
        }
    }
}

fn run(matches: &ArgMatches) -> Result<ExitCode, String> {
    let (name, own) = matches.subcommand().ok_or("which command?")?;
    // These two need no installation and no configuration.
    if name == "law" {
        return Ok(commands::law::run(own));
    }
    if let ("record", Some(("verify", m))) = (name, own.subcommand()) {
        return Ok(commands::record::verify(m));
    }
    let mut config = Config::read(own)?;
    if name == "demo" {
        commands::demo::settle(&mut config, own);
    }
    if !matches!(name, "demo" | "serve" | "migrate" | "restore" | "import") {
        there(&config)?;
    }
    crate::observe::start_log(&config);
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|e| e.to_string())?;
    runtime.block_on(async {
        match (name, own) {
            ("serve", _) => commands::serve::run(&config).await,
            ("demo", _) => commands::demo::run(&config).await,
            ("migrate", _) => commands::serve::migrate(&config).await,
            ("operator", m) => commands::operator::run(&config, m).await,
            ("import", m) => commands::import::run(&config, m).await,
            ("backup", m) => commands::backup::backup(&config, m).await,
            ("restore", m) => commands::backup::restore(&config, m).await,
            ("record", m) => commands::record::run(&config, m).await,
            ("doctor", _) => commands::doctor::run(&config).await,
            (other, _) => Err(format!("no command {other}")),
        }
    })
}

/// Refuses a data folder without a database: a folder mistyped must not become a new installation.
fn there(config: &Config) -> Result<(), String> {
    let Some(path) = config.database_url.strip_prefix("sqlite:") else { return Ok(()) };
    let file = std::path::Path::new(path.strip_prefix("//").unwrap_or(path));
    if file.exists() {
        return Ok(());
    }
    let polish = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|said| !said.is_empty()))
        .is_some_and(|said| said.starts_with("pl"));
    Err(if polish {
        format!("nie ma bazy danych {}. Sprawdź --data; niczego nie utworzono.", file.display())
    } else {
        format!("there is no database {}. Check --data; nothing was created.", file.display())
    })
}

/// A path argument; clap made sure it is there.
pub(crate) fn path(matches: &ArgMatches, name: &str) -> PathBuf {
    matches.get_one::<PathBuf>(name).cloned().unwrap_or_default()
}

/// A text argument; clap made sure it is there.
pub(crate) fn text<'m>(matches: &'m ArgMatches, name: &str) -> &'m str {
    matches.get_one::<String>(name).map_or("", String::as_str)
}
