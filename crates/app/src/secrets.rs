//! The installation's key: where it comes from, and whether it fits the database.

use std::{
    fs,
    io::{ErrorKind, Write as _},
    path::{Path, PathBuf},
    sync::Arc,
};

use db::Db;
use kernel::{Arg, Ctx, Entropy};
use seal::{Found, Keyring, Trouble};

use crate::{
    compose,
    config::Config,
    language::{because, fault, t, unreadable, unwritable},
    msg,
};

/// The file's name, in the data folder and in backups.
pub const FILE: &str = "secret.key";

/// What the file says of itself.
const REMARK: &str = "\
# The key of this SZPON installation. It opens the secrets of two-step sign-in and of webhooks, and the keys offices sign badges
# with, in the database.
# Keep it as you keep the database; without it those secrets are lost. Read docs/administrator.md before you change it.
";

/// Where the file is.
pub fn file(config: &Config) -> PathBuf {
    config.data.join(FILE)
}

/// The keys the installation has: those said, then those of the file. `None` when there are none yet.
///
/// # Errors
/// A sentence that names the option or the file, and what is wrong with it; no key is repeated.
pub fn load(config: &Config) -> Result<Option<Keyring>, String> {
    let told = match &config.secret_key {
        Some(text) => Some(Keyring::parse(&text.0).map_err(|e| because(t().s(msg::CLI_KEY_OPTION), e))?),
        None => None,
    };
    let path = file(config);
    let wrong = |e| because(t().f(msg::CLI_KEY_FILE, &[named(&path)]), e);
    let kept = match fs::read_to_string(&path) {
        Ok(text) => Some(Keyring::parse(&text).map_err(wrong)?),
        Err(e) if e.kind() == ErrorKind::NotFound => None,
        Err(e) => return Err(unreadable(&path, e)),
    };
    Ok(match (told, kept) {
        (Some(told), Some(kept)) => Some(told.and(kept)),
        (told, kept) => told.or(kept),
    })
}

/// Makes the file with a new key, readable by its owner only. When another process was quicker, its file stays.
fn make(config: &Config, entropy: &dyn Entropy) -> Result<(), String> {
    write(&config.data, &format!("{REMARK}{}\n", Keyring::fresh(entropy)))
}

/// Makes a folder, if it is not there, that only its owner may enter; one that is there and is ours is closed to others.
///
/// # Errors
/// When it cannot be made.
pub fn private_folder(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    // Only an empty folder is closed: one that holds other things as well (the folder one stands in) stays as it is.
    if fs::metadata(folder)?.permissions().mode() & 0o077 != 0 && fs::read_dir(folder)?.next().is_none() {
        // A folder of somebody else, such as one a container was given, stays as its owner wants it.
        let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o700));
    }
    Ok(())
}

/// Makes a file its owner's alone, and makes it if it is not there. `SQLite` gives its other files the same rights.
///
/// # Errors
/// When it can be neither made nor changed.
pub fn private_file(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
    let file = fs::OpenOptions::new().append(true).create(true).mode(0o600).open(path)?;
    if file.metadata()?.permissions().mode() & 0o077 != 0 {
        let _ = file.set_permissions(fs::Permissions::from_mode(0o600));
    }
    Ok(())
}

/// Makes a folder and all that is in it its owner's alone.
///
/// # Errors
/// When something in it cannot be changed.
pub fn private_tree(folder: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))?;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            private_tree(&entry.path())?;
        } else {
            fs::set_permissions(entry.path(), fs::Permissions::from_mode(0o600))?;
        }
    }
    Ok(())
}

/// Writes the file into a folder, whole or not at all, and never over another.
pub(crate) fn write(folder: &Path, text: &str) -> Result<(), String> {
    let path = folder.join(FILE);
    let said = |e: std::io::Error| unwritable(&path, e);
    // Temporary files are made with the mode 0600.
    let mut new = tempfile::NamedTempFile::new_in(folder).map_err(said)?;
    new.write_all(text.as_bytes()).and_then(|()| new.as_file().sync_all()).map_err(said)?;
    match new.persist_noclobber(&path) {
        Ok(_) => fs::File::open(folder).and_then(|f| f.sync_all()).map_err(said),
        Err(e) if e.error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(e) => Err(said(e.error)),
    }
}

/// Finds the key, or makes it at the first start; makes sure that it fits the database; seals what is not sealed with it;
/// and gives it to this process.
///
/// # Errors
/// A sentence that says which key is missing and what to do. Then nothing was changed.
pub async fn ready(config: &Config, db: &Db, ctx: &Ctx) -> Result<(), String> {
    let keys = match load(config)? {
        Some(keys) => keys,
        None => {
            let before = seal::established(db).await.map_err(|f| fault(&f))?;
            if let Some(id) = before.filter(|_| !config.secret_key_lost) {
                return Err(missing(config, &id));
            }
            make(config, &**ctx.entropy())?;
            tracing::info!(file = %file(config).display(), "made the installation's key; keep it as you keep the database");
            load(config)?.ok_or_else(|| unreadable(&file(config), ErrorKind::NotFound))?
        }
    };
    let keys = Arc::new(keys);
    let found = match seal::prepare(db, ctx, &keys, compose::SEALED, config.secret_key_lost).await {
        Ok(found) => found,
        Err(Trouble::Unknown(id)) => return Err(missing(config, &id)),
        Err(Trouble::Database(trouble)) => return Err(fault(&trouble)),
    };
    if found.changed > 0 {
        tracing::info!(secrets = found.changed, key = keys.first(), "sealed with the installation's key");
    }
    for id in found.missing(&keys) {
        tracing::warn!(key = id, "secrets sealed with a lost key stay unread");
    }
    seal::install(keys);
    Ok(())
}

/// What to do about a missing key.
pub(crate) fn missing(config: &Config, id: &str) -> String {
    t().f(msg::CLI_KEY_MISSING, &[("id", id.into()), named(&file(config))])
}

/// A file as a value of a message.
fn named(path: &Path) -> (&'static str, Arg) {
    ("file", path.display().to_string().into())
}

/// How things stand, for `szpon doctor`: a note, or what is wrong. Changes nothing.
///
/// # Errors
/// A sentence that says what is wrong.
pub async fn check(config: &Config, db: &Db) -> Result<String, String> {
    let keys = load(config)?;
    let Some(established) = seal::established(db).await.map_err(|f| fault(&f))? else {
        return Ok(match keys {
            Some(keys) => t().f(msg::CLI_KEY_FIRST, &[("id", keys.first().into())]),
            None => t().f(msg::CLI_KEY_NONE, &[named(&file(config))]),
        });
    };
    let Some(keys) = keys else { return Err(missing(config, &established)) };
    let found = seal::inspect(db, compose::SEALED).await.map_err(|f| fault(&f))?;
    let absent = Some(established.as_str()).filter(|id| !keys.has(id)).or_else(|| found.missing(&keys).next());
    if let Some(id) = absent.filter(|_| !config.secret_key_lost) {
        return Err(missing(config, id));
    }
    open_to_others(&file(config))?;
    Ok(note(config, &keys, &found))
}

fn note(config: &Config, keys: &Keyring, found: &Found) -> String {
    let t = t();
    let number = |n: u64| ("n", Arg::Number(i64::try_from(n).unwrap_or(i64::MAX)));
    let mut note = t.f(msg::CLI_KEY_SEALS, &[("id", keys.first().into()), number(found.total())]);
    let mut add = |joint: &str, more: String| note.push_str(&format!("{joint}{more}"));
    let of = |wanted: &dyn Fn(&str) -> bool| -> u64 {
        found.sealed.iter().filter(|(id, _)| wanted(id)).map(|(_, n)| n).sum()
    };
    let lost = of(&|id| !keys.has(id));
    let waiting = of(&|id| keys.has(id) && id != keys.first()) + found.plain;
    if lost > 0 {
        add(", ", t.f(msg::CLI_KEY_LOST, &[number(lost)]));
    }
    if waiting > 0 {
        add(", ", t.f(msg::CLI_KEY_WAITING, &[number(waiting)]));
    } else if keys.ids().count() > 1 {
        add("; ", t.s(msg::CLI_KEY_OTHERS));
    }
    if config.secret_key.is_some() && file(config).exists() {
        add("; ", t.f(msg::CLI_KEY_BESIDE, &[named(&file(config))]));
    }
    note
}

/// Refuses a file that others on the machine can read.
fn open_to_others(path: &Path) -> Result<(), String> {
    use std::os::unix::fs::PermissionsExt as _;
    match fs::metadata(path) {
        Ok(of) if of.permissions().mode() & 0o077 != 0 => Err(t().f(msg::CLI_KEY_OPEN, &[named(path)])),
        _ => Ok(()),
    }
}
