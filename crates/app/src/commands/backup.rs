//! `szpon backup` and `szpon restore`: the whole installation in a folder, while it is in use.
//!
//! The database is copied first, as of one moment, the objects after it. Objects are never changed and a row names
//! an object only once it is there, so every object the copied rows name is in the backup.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, ExitCode},
};

use clap::ArgMatches;
use db::{Db, Dialect};
use futures::TryStreamExt as _;

use crate::{cli, compose, config, config::Config};

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
    fs::create_dir_all(&partial).map_err(|e| format!("{}: {e}", partial.display()))?;
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
    fs::rename(&partial, &target).map_err(|e| e.to_string())?;
    println!("Backup in {}: the database and {copied} objects.", target.display());
    Ok(ExitCode::SUCCESS)
}

/// Brings an installation back. The configured database must be empty: nothing is overwritten.
///
/// # Errors
/// When there is something already, or the backup is not whole.
pub async fn restore(config: &Config, matches: &ArgMatches) -> Result<ExitCode, String> {
    compose::init();
    let source = cli::path(matches, "folder");
    fs::create_dir_all(&config.data).map_err(|e| e.to_string())?;
    if let Some(path) = config.database_url.strip_prefix("sqlite:") {
        let target = PathBuf::from(path.trim_start_matches("//"));
        if target.exists() {
            return Err(format!("{} exists; restore into a new data folder", target.display()));
        }
        let partial = target.with_extension("partial");
        fs::copy(source.join(SQLITE), &partial).map_err(|e| format!("{}: {e}", source.join(SQLITE).display()))?;
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
    println!("Restored: the database and {copied} objects.");
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
