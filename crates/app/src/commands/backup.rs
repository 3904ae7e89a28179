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

use crate::{cli, compose, config, config::Config, secrets};

const SQLITE: &str = "szpon.db";
const POSTGRES: &str = "szpon.pgdump";
const OBJECTS: &str = "objects";

fn open_objects(config: &Config) -> Result<blob::Store, String> {
    let mut options = blob::Options::default();
    if let Some((access, secret)) = &config.objects_keys {
        options.keys = Some(blob::Keys { id: access.clone(), secret: secret.clone() });
    }
    blob::Store::open(&config.objects_url, &options).map_err(|f| f.to_string())
}

/// Copies the installation into a new folder.
///
/// # Errors
/// When the folder exists, or something cannot be read or written.
pub async fn backup(config: &Config, matches: &ArgMatches) -> Result<ExitCode, String> {
    compose::init();
    let target = cli::path(matches, "folder");
    if target.exists() {
        return Err(format!("{} exists already; name a new folder", target.display()));
    }
    // Under another name until it is whole: a backup cut short cannot be taken for one.
    let partial = target.with_extension("partial");
    secrets::private_folder(&partial).map_err(|e| format!("{}: {e}", partial.display()))?;
    let db = Db::open(&config.database_url, &config::database_options(config)).map_err(|e| e.to_string())?;
    match db.dialect() {
        Dialect::Sqlite => {
            db.copy_to(&partial.join(SQLITE)).await.map_err(|f| f.to_string())?;
        }
        Dialect::Postgres => tool(
            Command::new("pg_dump")
                .args(["--format=custom", "--no-owner", "--file"])
                .arg(partial.join(POSTGRES))
                .arg(&config.database_url),
        )?,
    }
    let from = open_objects(config)?;
    let folder = absolute(&partial.join(OBJECTS))?;
    let to = blob::Store::open(&format!("file:{}", folder.display()), &blob::Options::default())
        .map_err(|f| f.to_string())?;
    let copied = copy(&from, &to).await?;
    let key = keep_key(config, &partial)?;
    secrets::private_tree(&partial).map_err(|e| format!("{}: {e}", partial.display()))?;
    fs::rename(&partial, &target).map_err(|e| e.to_string())?;
    note(&db, &target, copied).await?;
    println!("Backup in {}: the database and {copied} objects.", target.display());
    println!("{key}");
    Ok(ExitCode::SUCCESS)
}

/// Takes the file of the key along, if there is one, and says how things stand.
fn keep_key(config: &Config, folder: &Path) -> Result<String, String> {
    match fs::read_to_string(secrets::file(config)) {
        Ok(text) => {
            secrets::write(folder, &text)?;
            Ok(format!(
                "The key of its secrets is in it, as {}: keep the backup where only you can read it.",
                secrets::FILE
            ))
        }
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(match config.secret_key {
            Some(_) => "The key of its secrets is NOT in it: keep what SZPON_SECRET_KEY says, apart from the backup.",
            None => "There is no key yet: this installation was never started.",
        }
        .to_owned()),
        Err(e) => Err(format!("{}: {e}", secrets::file(config).display())),
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
        Ok(_) => Err(format!(
            "{} is another key than that of the backup; restore into a new data folder",
            secrets::file(config).display()
        )),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => Ok(Some(text)),
        Err(e) => Err(format!("{}: {e}", secrets::file(config).display())),
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
    .map_err(|f| f.to_string())
}

/// Brings an installation back. The configured database must be empty: nothing is overwritten.
///
/// # Errors
/// When there is something already, or the backup is not whole.
pub async fn restore(config: &Config, matches: &ArgMatches) -> Result<ExitCode, String> {
    compose::init();
    let source = cli::path(matches, "folder");
    secrets::private_folder(&config.data).map_err(|e| e.to_string())?;
    let key = key_to_restore(config, &source)?;
    if let Some(path) = config.database_url.strip_prefix("sqlite:") {
        let target = PathBuf::from(path.trim_start_matches("//"));
        if target.exists() {
            return Err(format!("{} exists; restore into a new data folder", target.display()));
        }
        let partial = target.with_extension("partial");
        fs::copy(source.join(SQLITE), &partial).map_err(|e| format!("{}: {e}", source.join(SQLITE).display()))?;
        secrets::private_file(&partial).map_err(|e| e.to_string())?;
        fs::File::open(&partial).and_then(|f| f.sync_all()).map_err(|e| e.to_string())?;
        fs::rename(&partial, &target).map_err(|e| e.to_string())?;
    } else {
        tool(
            Command::new("pg_restore")
                .args(["--no-owner", "--exit-on-error", "--single-transaction", "--dbname", &config.database_url])
                .arg(source.join(POSTGRES)),
        )?;
    }
    let folder = absolute(&source.join(OBJECTS))?;
    let from = blob::Store::open(&format!("file:{}", folder.display()), &blob::Options::default())
        .map_err(|f| f.to_string())?;
    let copied = copy(&from, &open_objects(config)?).await?;
    if let Some(text) = key {
        secrets::write(&config.data, &text)?;
    }
    println!("Restored: the database and {copied} objects.");
    if secrets::load(config)?.is_none() {
        println!(
            "The key of its secrets was not in the backup: put it back as {} or say it as SZPON_SECRET_KEY before you start.",
            secrets::file(config).display()
        );
    }
    Ok(ExitCode::SUCCESS)
}

async fn copy(from: &blob::Store, to: &blob::Store) -> Result<usize, String> {
    let mut list = from.list();
    let mut copied = 0;
    while let Some(found) = list.try_next().await.map_err(|f| f.to_string())? {
        if !to.exists(&found.hash).await.map_err(|f| f.to_string())? {
            let (size, stream) = from.stream(&found.hash).await.map_err(|f| f.to_string())?;
            to.put_stream(stream, size, "").await.map_err(|f| f.to_string())?;
        }
        copied += 1;
    }
    Ok(copied)
}

fn absolute(path: &Path) -> Result<PathBuf, String> {
    std::path::absolute(path).map_err(|e| e.to_string())
}

fn tool(command: &mut Command) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().map_err(|e| format!("{name}: {e} (it comes with PostgreSQL's client programs)"))?;
    if status.success() { Ok(()) } else { Err(format!("{name} ended with {status}")) }
}
