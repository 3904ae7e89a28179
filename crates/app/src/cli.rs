//! The commands: `szpon serve | demo | migrate | import | backup | restore | record | law | doctor | operator`.

use std::{path::PathBuf, process::ExitCode};

use clap::{Arg, ArgAction, ArgMatches, Command, error::ErrorKind};

use crate::{commands, config, config::Config, language, language::t, msg, usage};

/// The command line, in the language of whoever runs it.
pub fn command() -> Command {
    let t = t();
    let named =
        |id: &'static str, name: &str, help: &str| Arg::new(id).required(true).value_name(t.s(name)).help(t.s(help));
    let path =
        |id: &'static str, name: &str, help: &str| named(id, name, help).value_parser(clap::value_parser!(PathBuf));
    let new = |name: &'static str, about: &str| Command::new(name).about(t.s(about));
    let office = || named("office", msg::CLI_NAME_OFFICE, msg::CLI_OFFICE);
    let lang = Arg::new("lang")
        .long("lang")
        .value_parser(["pl", "en"])
        .value_name(t.s(msg::CLI_NAME_LANG))
        .help(t.s(msg::CLI_LAW_LANG));
    let command = Command::new("szpon")
        .version(env!("CARGO_PKG_VERSION"))
        .about(t.s(msg::CLI_ABOUT))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .args(config::arguments())
        .subcommand(new("serve", msg::CLI_SERVE))
        .subcommand(new("demo", msg::CLI_DEMO))
        .subcommand(new("migrate", msg::CLI_MIGRATE))
        .subcommand(new("operator", msg::CLI_OPERATOR).arg(named(
            "email",
            msg::CLI_NAME_EMAIL,
            msg::CLI_OPERATOR_EMAIL,
        )))
        .subcommand(
            new("import", msg::CLI_IMPORT)
                .after_help(t.s(msg::CLI_EXIT_IMPORT))
                .arg(named("what", msg::CLI_NAME_WHAT, msg::CLI_IMPORT_WHAT).value_parser([
                    "units",
                    "people",
                    "file-plan",
                ]))
                .arg(office())
                .arg(path("file", msg::CLI_NAME_FILE, msg::CLI_IMPORT_FILE))
                .arg(Arg::new("apply").long("apply").action(ArgAction::SetTrue).help(t.s(msg::CLI_IMPORT_APPLY))),
        )
        .subcommand(new("backup", msg::CLI_BACKUP).arg(path("folder", msg::CLI_NAME_FOLDER, msg::CLI_NEW_FOLDER)))
        .subcommand(new("restore", msg::CLI_RESTORE).arg(path("folder", msg::CLI_NAME_FOLDER, msg::CLI_RESTORE_FOLDER)))
        .subcommand(
            new("record", msg::CLI_RECORD)
                .subcommand_required(true)
                .subcommand(
                    new("export", msg::CLI_RECORD_EXPORT)
                        .arg(office())
                        .arg(named("case", msg::CLI_NAME_CASE, msg::CLI_RECORD_EXPORT_CASE))
                        .arg(path("folder", msg::CLI_NAME_FOLDER, msg::CLI_NEW_FOLDER)),
                )
                .subcommand(new("verify", msg::CLI_RECORD_VERIFY).after_help(t.s(msg::CLI_EXIT_VERIFY)).arg(path(
                    "folder",
                    msg::CLI_NAME_FOLDER,
                    msg::CLI_RECORD_VERIFY_FOLDER,
                )))
                .subcommand(new("audit", msg::CLI_RECORD_AUDIT).after_help(t.s(msg::CLI_EXIT_AUDIT)).arg(office())),
        )
        .subcommand(
            new("law", msg::CLI_LAW)
                .subcommand_required(true)
                .arg(lang.global(true))
                .subcommand(
                    new("term", msg::CLI_LAW_TERM).after_help(t.s(msg::CLI_EXIT_TERM)).arg(
                        named("words", msg::CLI_NAME_TERM, msg::CLI_LAW_TERM_WORDS)
                            .num_args(1..)
                            .allow_negative_numbers(true),
                    ),
                )
                .subcommand(
                    new("check", msg::CLI_LAW_CHECK)
                        .after_help(t.s(msg::CLI_EXIT_CHECK))
                        .arg(
                            named("kind", msg::CLI_NAME_KIND, msg::CLI_LAW_CHECK_KIND)
                                .value_parser(["pesel", "nip", "regon"]),
                        )
                        .arg(named("number", msg::CLI_NAME_NUMBER, msg::CLI_LAW_CHECK_NUMBER).num_args(1..)),
                ),
        )
        .subcommand(new("doctor", msg::CLI_DOCTOR).after_help(t.s(msg::CLI_EXIT_DOCTOR)));
    usage::dressed(command, "", t)
}

/// Runs the program. Exit codes: 0 done, 1 not done, 2 the command was written wrongly.
pub fn main() -> ExitCode {
    let t = t();
    if rustls::crypto::aws_lc_rs::default_provider().install_default().is_err() {
        eprintln!("szpon: {}", language::because(t.s(msg::CLI_START), "TLS"));
        return ExitCode::FAILURE;
    }
    let matches = match command().try_get_matches_from(usage::asked(std::env::args_os().collect())) {
        Ok(matches) => matches,
        Err(e) => return misused(&e),
    };
    match run(&matches) {
        Ok(code) => code,
        Err(why) => {
            eprintln!("szpon: {why}");
            ExitCode::FAILURE
        }
    }
}

/// Answers a command that was not understood, or that asked for help.
fn misused(e: &clap::Error) -> ExitCode {
    match e.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let _ = e.print();
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = e.print();
            ExitCode::from(2)
        }
        _ => {
            eprintln!("szpon: {}", usage::misuse(e, t()));
            ExitCode::from(2)
        }
    }
}

fn run(matches: &ArgMatches) -> Result<ExitCode, String> {
    let missing = || t().s(msg::CLI_MISUSE_NO_COMMAND);
    let (name, own) = matches.subcommand().ok_or_else(missing)?;
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
    if !matches!(name, "demo" | "serve" | "migrate" | "restore") {
        there(&config)?;
    }
    crate::observe::start_log(&config);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|e| language::because(t().s(msg::CLI_START), e))?;
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
            _ => Err(missing()),
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
    Err(t().f(msg::CLI_NO_DATABASE, &[("file", file.display().to_string().into())]))
}

/// A path argument; clap made sure it is there.
pub(crate) fn path(matches: &ArgMatches, name: &str) -> PathBuf {
    matches.get_one::<PathBuf>(name).cloned().unwrap_or_default()
}

/// A text argument; clap made sure it is there.
pub(crate) fn text<'m>(matches: &'m ArgMatches, name: &str) -> &'m str {
    matches.get_one::<String>(name).map_or("", String::as_str)
}
