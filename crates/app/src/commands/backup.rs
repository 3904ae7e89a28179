//! `szpon backup` and `szpon restore`: the whole installation in a folder, while it is in use.
//!
//! The database is copied first, as of one moment, the objects after it. Objects are never changed and a row names
//! an object only once it is there, so every object the copied rows name is in the backup.
//!
//! The installation's key goes along where it is a file: a backup that does not open is worth nothing to an office whose one
//! administrator has left. A key that was said by the environment is the operator's to keep, and stays out.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
    sync::Arc,
};

use clap::ArgMatches;
use db::{Db, Dialect};
use futures::TryStreamExt as _;
use kernel::{Actor, Ctx, Lang, SystemClock, SystemEntropy};

use crate::{
    cli, compose,
    config::Config,
    language::{because, fault, fault_of, t, unreadable, unwritable},
    msg, secrets, server,
};

const SQLITE: &str = "szpon.db";
const POSTGRES: &str = "szpon.pgdump";
const OBJECTS: &str = "objects";

/// The store of the installation.
fn open_objects(config: &Config) -> Result<blob::Store, String> {
    server::objects(config).map_err(|f| fault_of(msg::CLI_OBJECTS, &f))
}

/// The store in a folder of a backup.
fn objects_in(folder: &Path) -> Result<blob::Store, String> {
    let folder = std::path::absolute(folder).map_err(|e| unreadable(folder, e))?;
    blob::Store::open(&format!("file:{}", folder.display()), &blob::Options::default()).map_err(|f| fault(&f))
}

/// A message about a file or folder.
fn about(key: &str, name: &'static str, path: &Path) -> String {
    t().f(key, &[(name, path.display().to_string().into())])
}

/// Copies the installation into a new folder.
///
/// # Errors
/// When the folder exists, or something cannot be read or written.
pub async fn backup(config: &Config, matches: &ArgMatches) -> Result<ExitCode, String> {
    compose::init();
    // Without a slash at the end, which would put the folder beside into it.
    let target: PathBuf = cli::path(matches, "folder").components().collect();
    if target.exists() {
        return Err(about(msg::CLI_BACKUP_EXISTS, "folder", &target));
    }
    // Under another name until it is whole: a backup cut short cannot be taken for one.
    let mut beside = target.clone().into_os_string();
    beside.push(".partial");
    let partial = PathBuf::from(beside);
    if partial.exists() {
        return Err(about(msg::CLI_BACKUP_PARTIAL, "folder", &partial));
    }
    secrets::private_folder(&partial).map_err(|e| unwritable(&partial, e))?;
    let done = filled(config, &partial, &target).await;
    if done.is_err() {
        let _ = fs::remove_dir_all(&partial);
    }
    for line in done? {
        println!("{line}");
    }
    Ok(ExitCode::SUCCESS)
}

/// Fills the folder and gives it its name; what is to be said of it.
async fn filled(config: &Config, partial: &Path, target: &Path) -> Result<[String; 2], String> {
    let db = server::database(config)?;
    match db.dialect() {
        Dialect::Sqlite => {
            db.copy_to(&partial.join(SQLITE)).await.map_err(|f| fault(&f))?;
        }
        Dialect::Postgres => {
            let dump = ["--format=custom", "--no-owner", "--file"];
            let mut command = Command::new("pg_dump");
            tool(on_server(command.args(dump).arg(partial.join(POSTGRES)), config))?;
        }
    }
    let from = open_objects(config)?;
    let to = objects_in(&partial.join(OBJECTS))?;
    let copied = copy(&from, &to).await?;
    let key = keep_key(config, partial)?;
    secrets::private_tree(partial).map_err(|e| unwritable(partial, e))?;
    fs::rename(partial, target).map_err(|e| unwritable(target, e))?;
    note(&db, target, copied).await?;
    let folder = ("folder", target.display().to_string().into());
    Ok([t().f(msg::CLI_BACKUP_DONE, &[folder, ("n", copied.into())]), key])
}

/// Takes the file of the key along, if there is one, and says how things stand.
fn keep_key(config: &Config, folder: &Path) -> Result<String, String> {
    match fs::read_to_string(secrets::file(config)) {
        Ok(text) => {
            secrets::write(folder, &text)?;
            Ok(t().f(msg::CLI_BACKUP_KEY, &[("file", secrets::FILE.into())]))
        }
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(t().s(match config.secret_key {
            Some(_) => msg::CLI_BACKUP_KEY_APART,
            None => msg::CLI_BACKUP_NO_KEY,
        })),
        Err(e) => Err(unreadable(&secrets::file(config), e)),
    }
}

/// The key of a backup, if it has one and it is not the one that is here already.
///
/// # Errors
/// When another key is here: it would be lost, or the restored secrets would be.
fn key_to_restore(config: &Config, source: &Path) -> Result<Option<String>, String> {
    let Ok(text) = fs::read_to_string(source.join(secrets::FILE)) else { return Ok(None) };
    match fs::read_to_string(secrets::file(config)) {
        Ok(here) if here == text => Ok(None),
        Ok(_) => Err(about(msg::CLI_RESTORE_OTHER_KEY, "file", &secrets::file(config))),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(Some(text)),
        Err(e) => Err(unreadable(&secrets::file(config), e)),
    }
}

/// Writes into the audit log that a backup was made, so that the operator sees when the last one was.
async fn note(db: &Db, target: &Path, objects: usize) -> Result<(), String> {
    let name = target.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let ctx = Ctx::new(Actor::System, Lang::Pl, Arc::new(SystemClock), Arc::new(SystemEntropy::default()));
    db.write(move |c| {
        let (ctx, name) = (ctx.clone(), name.clone());
        Box::pin(async move {
            let entry = audit::Entry::admin("backup.made", "backup", &name).detail("objects", objects);
            audit::write(c, &ctx, None, &entry).await.map(|_| ())
        })
    })
    .await
    .map_err(|f| fault(&f))
}

/// Brings an installation back. The configured database must be empty: nothing is overwritten.
///
/// # Errors
/// When there is something already, or the backup is not whole.
pub async fn restore(config: &Config, matches: &ArgMatches) -> Result<ExitCode, String> {
    compose::init();
    let source = cli::path(matches, "folder");
    secrets::private_folder(&config.data).map_err(|e| unwritable(&config.data, e))?;
    let key = key_to_restore(config, &source)?;
    if let Some(path) = config.database_url.strip_prefix("sqlite:") {
        let target = PathBuf::from(path.trim_start_matches("//"));
        if target.exists() {
            return Err(about(msg::CLI_RESTORE_EXISTS, "file", &target));
        }
        let partial = target.with_extension("partial");
        let mut from = fs::File::open(source.join(SQLITE)).map_err(|e| unreadable(&source.join(SQLITE), e))?;
        secrets::private_file(&partial).map_err(|e| unwritable(&partial, e))?;
        let copied = fs::File::create(&partial).and_then(|mut to| {
            std::io::copy(&mut from, &mut to)?;
            to.sync_all()
        });
        copied.map_err(|e| unwritable(&partial, e))?;
        fs::rename(&partial, &target).map_err(|e| unwritable(&target, e))?;
    } else {
        let mut command = Command::new("pg_restore");
        command.args(["--no-owner", "--exit-on-error", "--single-transaction"]).arg(source.join(POSTGRES));
        tool(on_server(&mut command, config))?;
    }
    let from = objects_in(&source.join(OBJECTS))?;
    let copied = copy(&from, &open_objects(config)?).await?;
    if let Some(text) = key {
        secrets::write(&config.data, &text)?;
    }
    println!("{}", t().f(msg::CLI_RESTORE_DONE, &[("n", copied.into())]));
    if secrets::load(config)?.is_none() {
        println!("{}", about(msg::CLI_RESTORE_NO_KEY, "file", &secrets::file(config)));
    }
    Ok(ExitCode::SUCCESS)
}

async fn copy(from: &blob::Store, to: &blob::Store) -> Result<usize, String> {
    let mut list = from.list();
    let mut copied = 0;
    while let Some(found) = list.try_next().await.map_err(|f| fault(&f))? {
        if !to.exists(&found.hash).await.map_err(|f| fault(&f))? {
            let (size, stream) = from.stream(&found.hash).await.map_err(|f| fault(&f))?;
            to.put_stream(stream, size, "").await.map_err(|f| fault(&f))?;
        }
        copied += 1;
    }
    Ok(copied)
}

/// Tells a tool of PostgreSQL which database. The password goes by the environment, which only the same person can read;
/// arguments are seen by everybody on the machine.
fn on_server<'c>(command: &'c mut Command, config: &Config) -> &'c mut Command {
    let (address, password) = without_password(&config.database_url);
    command.args(["--dbname", &address]);
    match password {
        Some(password) => command.env("PGPASSWORD", password),
        None => command,
    }
}

/// The address of a database, and its password apart: after the name, or among the parameters (libpq, 34.1.1.2).
fn without_password(url: &str) -> (String, Option<String>) {
    let mut password = None;
    let (scheme, rest) = url.split_once("://").unwrap_or(("postgres", url));
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (authority, rest) = rest.split_at(end);
    let authority = match authority.rsplit_once('@').map(|(who, host)| (who.split_once(':'), host)) {
        Some((Some((name, secret)), host)) => {
            password = Some(decoded(secret));
            format!("{name}@{host}")
        }
        _ => authority.to_owned(),
    };
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let mut kept = Vec::new();
    for pair in query.split('&').filter(|p| !p.is_empty()) {
        match pair.strip_prefix("password=") {
            Some(secret) => password = Some(decoded(secret)),
            None => kept.push(pair),
        }
    }
    let mark = if kept.is_empty() { "" } else { "?" };
    (format!("{scheme}://{authority}{path}{mark}{}", kept.join("&")), password)
}

/// Percent-encoded text as it was meant (RFC 3986, section 2.1).
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let byte = after.get(..2).and_then(|two| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok());
        match byte.filter(|_| first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = &after[2..];
            }
            None => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn tool(command: &mut Command) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let said = |key: &str| t().f(key, &[("tool", name.as_str().into())]);
    let status = command.status().map_err(|e| because(said(msg::CLI_TOOL), e))?;
    if status.success() { Ok(()) } else { Err(because(said(msg::CLI_TOOL_FAILED), status)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_tool_gets_a_password_as_an_argument() {
        for (url, address, password) in [
            ("postgres://szpon@db/szpon", "postgres://szpon@db/szpon", None),
            (
                "postgres://szpon:ta%40jne@db:5432/szpon?sslmode=require",
                "postgres://szpon@db:5432/szpon?sslmode=require",
                Some("ta@jne"),
            ),
            ("postgresql://a:b@h1:1,h2:2/c", "postgresql://a@h1:1,h2:2/c", Some("b")),
            ("postgres:///c?host=/run&password=tajne&user=a", "postgres:///c?host=/run&user=a", Some("tajne")),
        ] {
            assert_eq!(without_password(url), (address.to_owned(), password.map(str::to_owned)), "{url}");
        }
    }
}
