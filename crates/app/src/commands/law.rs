//! `szpon law`: rules of Polish administrative law, useful alone.

use std::process::ExitCode;

use clap::ArgMatches;
use law::Lang;

use crate::{cli::text, language::t};

/// Runs `law term` and `law check`.
pub fn run(matches: &ArgMatches) -> ExitCode {
    let Some((name, own)) = matches.subcommand() else { return ExitCode::FAILURE };
    let lang = match text(own, "lang") {
        "en" => Lang::En,
        "pl" => Lang::Pl,
        _ => t().law(),
    };
    let words = |name: &str| -> Vec<String> { own.get_many::<String>(name).into_iter().flatten().cloned().collect() };
    match name {
        "term" => match law::cli::term(&words("words"), lang) {
            Ok(answer) => {
                println!("{}", answer.trim_end());
                ExitCode::SUCCESS
            }
            Err(why) => {
                eprintln!("{}", why.trim_end());
                ExitCode::FAILURE
            }
        },
        _ => {
            let (good, why) = law::cli::check(text(own, "kind"), &words("number").join(" "), lang);
            println!("{}", why.trim_end());
            if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
    }
}
