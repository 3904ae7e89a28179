//! `szpon doctor`: whether everything the configuration names can be reached, each thing on a line.

use std::{process::ExitCode, time::Duration};

use db::{Db, Dialect};
use i18n::T;

use crate::{
    config::Config,
    language::{because, fault_of, t, unwritable},
    msg, secrets, server,
};

/// Checks folder, database, objects, mail server and address.
///
/// # Errors
/// Never: what is wrong is printed, and the exit code is 1.
pub async fn run(config: &Config) -> Result<ExitCode, String> {
    let t = t();
    let mut good = true;
    let mut say = |what: &str, result: Result<String, String>| {
        let (mark, note) = match result {
            Ok(note) => (msg::CLI_DOCTOR_GOOD, note),
            Err(why) => {
                good = false;
                (msg::CLI_DOCTOR_BAD, why)
            }
        };
        println!("{:<5} {}: {note}", t.s(mark), t.s(what));
    };
    say(msg::CLI_DOCTOR_DATA, writable(config));
    let reached = match server::database(config) {
        Ok(db) => db.ping().await.map(|()| db).map_err(|f| fault_of(msg::CLI_DATABASE_AWAY, &f)),
        Err(why) => Err(why),
    };
    let kind = |db: &Db| match db.dialect() {
        Dialect::Sqlite => "SQLite".to_owned(),
        Dialect::Postgres => "PostgreSQL".to_owned(),
    };
    say(msg::CLI_DOCTOR_DATABASE, reached.as_ref().map(kind).map_err(Clone::clone));
    if let Ok(db) = &reached {
        say(msg::CLI_DOCTOR_KEY, secrets::check(config, db).await);
    }
    let objects = match server::objects(config) {
        Ok(store) => store.ping().await,
        Err(fault) => Err(fault),
    };
    let objects = objects.map(|()| t.s(msg::CLI_DOCTOR_REACHABLE));
    say(msg::CLI_DOCTOR_OBJECTS, objects.map_err(|f| fault_of(msg::CLI_OBJECTS, &f)));
    say(msg::CLI_DOCTOR_MAIL, greeted(config, t).await);
    let url = &config.public_url;
    let address = match url.starts_with("https://") {
        true => url.clone(),
        false => t.f(msg::CLI_DOCTOR_NO_HTTPS, &[("url", url.as_str().into())]),
    };
    say(msg::CLI_DOCTOR_ADDRESS, Ok(address));
    Ok(if good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// How long a mail server may take to greet.
const GREETING: Duration = Duration::from_secs(5);

async fn greeted(config: &Config, t: T) -> Result<String, String> {
    let Some(url) = &config.smtp_url else { return Ok(t.s(msg::CLI_DOCTOR_MAIL_FILES)) };
    let sender = mail::Sender::open(url, &config.mail_from).map_err(|e| because(t.s(msg::CLI_MAIL), e))?;
    let answer = sender.greet(GREETING).await;
    answer.map(|()| t.s(msg::CLI_DOCTOR_MAIL_ANSWERS)).map_err(|e| because(t.s(msg::CLI_DOCTOR_MAIL_SILENT), e))
}

fn writable(config: &Config) -> Result<String, String> {
    tempfile::NamedTempFile::new_in(&config.data).map_err(|e| unwritable(&config.data, e))?;
    Ok(config.data.display().to_string())
}
