//! `szpon doctor`: whether everything the configuration names can be reached, each thing on a line.

use std::process::ExitCode;

use db::Db;

use crate::{config, config::Config, secrets};

/// Checks folder, database, objects, mail server and address.
///
/// # Errors
/// Never: what is wrong is printed, and the exit code is 1.
pub async fn run(config: &Config) -> Result<ExitCode, String> {
    let mut good = true;
    let mut say = |what: &str, result: Result<String, String>| match result {
        Ok(note) => println!("ok    {what}: {note}"),
        Err(why) => {
            good = false;
            println!("FAIL  {what}: {why}");
        }
    };
    say("data folder", writable(config));
    let opened = Db::open(&config.database_url, &config::database_options(config)).map_err(|e| e.to_string());
    let reached = match opened {
        Ok(db) => db.ping().await.map(|()| db).map_err(|f| f.to_string()),
        Err(why) => Err(why),
    };
    say("database", reached.as_ref().map(|db| format!("{:?}", db.dialect())).map_err(Clone::clone));
    if let Ok(db) = &reached {
        say("secret key", secrets::check(config, db).await);
    }
    let objects = async {
        let mut options = blob::Options::default();
        if let Some((access, secret)) = &config.objects_keys {
            options.keys = Some(blob::Keys { id: access.clone(), secret: secret.clone() });
        }
        let store = blob::Store::open(&config.objects_url, &options).map_err(|f| f.to_string())?;
        store.ping().await.map(|()| "reachable".to_owned()).map_err(|f| f.to_string())
    };
    say("objects", objects.await);
    say(
        "mail",
        match &config.smtp_url {
            None => Ok("written to files; nobody gets e-mail (set SZPON_SMTP_URL)".to_owned()),
            Some(url) => match mail::Sender::open(url, &config.mail_from) {
                Ok(sender) => sender.greet(std::time::Duration::from_secs(5)).await,
                Err(e) => Err(e.to_string()),
            }
            .map(|()| "the server answers".to_owned()),
        },
    );
    let secure = config.public_url.starts_with("https://");
    let note = if secure {
        config.public_url.clone()
    } else {
        format!("{} (without HTTPS: for trials only)", config.public_url)
    };
    say("public address", Ok(note));
    Ok(if good { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn writable(config: &Config) -> Result<String, String> {
    tempfile::NamedTempFile::new_in(&config.data).map_err(|e| e.to_string())?;
    Ok(config.data.display().to_string())
}
