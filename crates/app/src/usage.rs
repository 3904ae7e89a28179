//! Help, and what is said to a command that was not understood, in the language of whoever runs it. The library that reads
//! the command line speaks English only; here it gets headings of our own, and its errors become sentences.

use std::ffi::OsString;

use clap::{
    Arg, ArgAction, Command,
    error::{ContextKind, ContextValue, ErrorKind},
};
use i18n::T;

use crate::msg;

/// `szpon help record export` asks what `szpon record export --help` does.
pub fn asked(mut words: Vec<OsString>) -> Vec<OsString> {
    if words.get(1).is_some_and(|first| first == "help") {
        words.remove(1);
        words.push("--help".into());
    }
    words
}

/// Gives a command and all below it headings, a line of usage and exit codes.
pub fn dressed(command: Command, above: &str, t: T) -> Command {
    let path = format!("{above}{}", command.get_name());
    let mut usage = format!("{path} [{}]", t.s(msg::CLI_NAME_OPTIONS));
    for arg in command.get_positionals() {
        let more = arg.get_num_args().is_some_and(|n| n.max_values() > 1);
        usage.push_str(&format!(" <{}>{}", value_name(arg), if more { "…" } else { "" }));
    }
    if command.has_subcommands() {
        usage.push_str(&format!(" <{}>", t.s(msg::CLI_NAME_COMMAND)));
    }
    let codes = command.get_after_help().cloned().unwrap_or_else(|| t.s(msg::CLI_EXIT).into());
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help(t.s(msg::CLI_HELP));
    let mut command = command
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .override_usage(usage)
        .after_help(codes)
        .subcommand_help_heading(t.s(msg::CLI_HEADING_COMMANDS))
        .help_template(format!(
            "{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}\n",
            t.s(msg::CLI_HEADING_USAGE)
        ))
        .arg(help);
    if above.is_empty() {
        let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
        command = command.arg(version.help(t.s(msg::CLI_VERSION)));
    }
    let mut place = 0;
    command
        .mut_args(|arg| {
            place += 1;
            // Under a heading of their own they would stand by the alphabet.
            let arg = if arg.is_positional() { arg.display_order(place) } else { arg };
            let heading = match arg.get_help_heading() {
                Some(own) => own.to_owned(),
                None if arg.is_positional() => t.s(msg::CLI_HEADING_ARGUMENTS),
                None => t.s(msg::CLI_HEADING_OPTIONS),
            };
            let values = arg.get_action().takes_values();
            arg.help_heading(heading).hide_possible_values(values).hide_default_value(values).hide_env(values)
        })
        .mut_subcommands(|below| dressed(below, &format!("{path} "), t))
}

fn value_name(arg: &Arg) -> String {
    arg.get_value_names().and_then(|names| names.first()).map_or_else(String::new, ToString::to_string)
}

/// What was wrong with a command, in a sentence or two, and where to read on.
pub fn misuse(e: &clap::Error, t: T) -> String {
    let of = |kind: ContextKind| match e.get(kind) {
        Some(ContextValue::String(one)) => one.clone(),
        Some(ContextValue::Strings(many)) => many.join(", "),
        Some(ContextValue::StyledStrs(many)) => many.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    let what = |key: &str, value: String| t.f(key, &[("what", value.into())]);
    let arg = || of(ContextKind::InvalidArg);
    let mut said = vec![match e.kind() {
        ErrorKind::UnknownArgument => what(msg::CLI_MISUSE_UNKNOWN, arg()),
        ErrorKind::InvalidSubcommand => what(msg::CLI_MISUSE_COMMAND, of(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingRequiredArgument => what(msg::CLI_MISUSE_MISSING, arg()),
        ErrorKind::MissingSubcommand => t.s(msg::CLI_MISUSE_NO_COMMAND),
        ErrorKind::InvalidValue if of(ContextKind::InvalidValue).is_empty() => what(msg::CLI_MISUSE_NO_VALUE, arg()),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => what(msg::CLI_MISUSE_NO_VALUE, arg()),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = of(ContextKind::InvalidValue);
            t.f(msg::CLI_MISUSE_VALUE, &[("what", arg().into()), ("value", value.into())])
        }
        ErrorKind::ArgumentConflict => what(msg::CLI_MISUSE_TWICE, arg()),
        _ => t.s(msg::CLI_MISUSE_ODD),
    }];
    let possible = of(ContextKind::ValidValue);
    if !possible.is_empty() {
        said.push(t.f(msg::CLI_MISUSE_POSSIBLE, &[("values", possible.into())]));
    }
    for kind in [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand] {
        let similar = of(kind);
        if !similar.is_empty() {
            said.push(what(msg::CLI_MISUSE_SIMILAR, similar));
        }
    }
    said.push(t.f(msg::CLI_MISUSE_HELP, &[("command", path(e).into())]));
    said.join(" ")
}

/// The words of the command up to its options, from its line of usage.
fn path(e: &clap::Error) -> String {
    let usage = e.get(ContextKind::Usage).map(ToString::to_string).unwrap_or_default();
    let words = usage.split_whitespace().skip_while(|word| *word != "szpon").take_while(|word| !word.starts_with('['));
    let path = words.collect::<Vec<_>>().join(" ");
    if path.is_empty() { "szpon".to_owned() } else { path }
}

#[cfg(test)]
mod tests {
    use kernel::Lang;

    use super::*;
    use crate::cli;

    fn wrong(words: &str) -> String {
        let words = asked(words.split(' ').map(OsString::from).collect());
        misuse(&cli::command().try_get_matches_from(words).unwrap_err(), T(Lang::Pl))
    }

    #[test]
    fn a_command_not_understood_is_answered_in_a_sentence() {
        assert!(wrong("szpon dmo").starts_with("Nie ma polecenia dmo. Może chodzi o: demo?"), "{}", wrong("szpon dmo"));
        let unknown = wrong("szpon doctor --dta x");
        assert!(unknown.contains("--dta") && unknown.ends_with("Pomoc: szpon doctor --help"), "{unknown}");
        assert!(wrong("szpon record verify").contains("<KATALOG>"), "{}", wrong("szpon record verify"));
        let kind = wrong("szpon law check pasel 1");
        assert!(kind.contains("„pasel”") && kind.contains("pesel, nip, regon"), "{kind}");
        assert!(wrong("szpon serve --listen").contains("brakuje wartości"), "{}", wrong("szpon serve --listen"));
        assert!(wrong("szpon record").starts_with("Podaj, które polecenie wykonać."), "{}", wrong("szpon record"));
        let twice = wrong("szpon serve --data a --data b");
        assert!(twice.contains("więcej niż raz"), "{twice}");
    }

    #[test]
    fn help_is_in_one_language_and_tells_the_exit_codes() {
        fn all(command: &mut Command, seen: &mut usize) {
            let help = command.render_long_help().to_string();
            assert!(help.contains("Kody wyjścia: 0"), "{help}");
            for foreign in
                ["Usage", "Options", "Arguments", "Commands", "Print", "[env", "[default", "possible values", "OPTIONS"]
            {
                assert!(!help.contains(foreign), "{foreign}: {help}");
            }
            *seen += 1;
            for below in command.get_subcommands_mut() {
                all(below, seen);
            }
        }
        let mut command = cli::command();
        command.build();
        let mut seen = 0;
        all(&mut command, &mut seen);
        assert!(seen > 14, "{seen}");
        let help = |words: &str| {
            let words = asked(words.split(' ').map(OsString::from).collect());
            cli::command().try_get_matches_from(words).unwrap_err().to_string()
        };
        assert_eq!(help("szpon help record export"), help("szpon record export --help"));
        assert!(help("szpon record export -h").contains("szpon record export [OPCJE] <URZĄD> <SPRAWA> <KATALOG>"));
    }
}
