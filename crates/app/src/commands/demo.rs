//! `szpon demo`: everything, with demonstration data, and nothing to set up.

use std::{net::SocketAddr, path::PathBuf, process::ExitCode};

use clap::{ArgMatches, parser::ValueSource};

use crate::{
    config::Config,
    demo::{self, Demo},
    language::{because, fault, t, unwritable},
    msg, observe, secrets, server,
};

/// Settles what the demonstration uses when nothing else was said: a folder of its own.
pub fn settle(config: &mut Config, matches: &ArgMatches) {
    let said =
        |name: &str| matches!(matches.value_source(name), Some(ValueSource::CommandLine | ValueSource::EnvVariable));
    if !said("data") && matches.get_one::<String>("config").is_none() {
        let folder = PathBuf::from("demo-data");
        config.database_url = config.database_url.replace(&config.data.display().to_string(), "demo-data");
        config.objects_url = config.objects_url.replace(&config.data.display().to_string(), "demo-data");
        config.data = folder;
    }
    if !said("log") {
        config.log = "warn".into();
    }
}

/// Starts the demonstration, making its data at the first start, and serves it until told to stop.
///
/// # Errors
/// When the folder, the database or the address cannot be used.
pub async fn run(config: &Config) -> Result<ExitCode, String> {
    let metrics = observe::start_metrics()?;
    secrets::private_folder(&config.data).map_err(|e| unwritable(&config.data, e))?;
    demo::clear_unfinished(&config.data).map_err(|e| unwritable(&config.data, e))?;
    let mut listener = server::listen(config).await?;
    let address = listener.local_addr().map_err(|e| because(t().s(msg::CLI_SERVER), e))?;
    let mut config = config.clone();
    if config.listen.port() == 0 && config.public_url.ends_with(":0") {
        config.public_url = format!("http://{address}");
    }
    config.listen = address;
    let mut told = match demo::made_before(&config.data) {
        Some(told) => told,
        None => {
            // Whoever asks before it is ready is refused, not kept waiting.
            drop(listener);
            let told = make(&config).await?;
            restart(address);
            listener = server::listen(&config).await?;
            told
        }
    };
    let app = server::open(&config, true).await?;
    told.base_url = config.public_url.clone();
    identity::demo_accounts(told.accounts.iter().map(|account| shown(&told, account)).collect());
    let data = config.data.clone();
    server::serve(app, &config, listener, metrics, move |_| {
        if let Err(e) = demo::announce(&data, &told) {
            tracing::error!(%e, "demo.json");
        }
        print(&told);
    })
    .await?;
    Ok(ExitCode::SUCCESS)
}

/// Makes the demonstration. Until it is whole nothing of it is worth keeping (see [`demo::clear_unfinished`]), so nothing
/// waits for the disk before the end.
async fn make(config: &Config) -> Result<Demo, String> {
    let app = server::open(&Config { volatile: true, ..config.clone() }, true).await?;
    demo::make(&app, &config.data).await.map_err(|f| fault(&f))
}

/// Begins anew with what is made: setting letters and reading six courses took memory that serving does not need. Where a
/// program cannot replace itself it goes on. The address stays the one that stands in the demonstration's letters.
fn restart(address: SocketAddr) {
    #[cfg(unix)]
    if let Ok(program) = std::env::current_exe() {
        use std::os::unix::process::CommandExt as _;
        let mut command = std::process::Command::new(program);
        let mut said = std::env::args_os().skip(1);
        while let Some(word) = said.next() {
            match word.to_str() {
                Some("--listen") => {
                    said.next();
                }
                Some(flag) if flag.starts_with("--listen=") => {}
                _ => {
                    command.arg(word);
                }
            }
        }
        let e = command.arg("--listen").arg(address.to_string()).exec();
        tracing::debug!(%e, "restart");
    }
}

/// What a role is called, in Polish and in English.
fn role(word: &str) -> (&'static str, &'static str) {
    match word {
        "operator" => ("operator", "operator"),
        "admin" => ("administrator", "administrator"),
        "registry" => ("kancelaria", "registry"),
        "official" => ("urzędnik", "official"),
        "superior" => ("przełożony", "superior"),
        "author" => ("autor kursów", "course author"),
        "trainer" => ("trener", "trainer"),
        "coordinator" => ("koordynator", "coordinator"),
        _ => ("mieszkaniec", "resident"),
    }
}

fn shown(told: &Demo, account: &demo::Account) -> identity::DemoAccount {
    let (pl, en) = role(&account.role);
    let office = told.offices.iter().find(|o| o.slug == account.office);
    identity::DemoAccount {
        place: office.map(|o| o.name.clone()).unwrap_or_default(),
        role_pl: pl.into(),
        role_en: en.into(),
        name: account.name.clone(),
        login: account.login.clone(),
        password: account.password.clone(),
        totp_secret: account.totp_secret.clone(),
    }
}

fn print(told: &Demo) {
    let t = t();
    println!("\nSZPON: {}\n", told.base_url);
    println!("{}", t.f(msg::CLI_DEMO_ACCOUNTS, &[("password", demo::PASSWORD.into())]));
    for account in &told.accounts {
        let (pl, en) = role(&account.role);
        println!("  {:<13} {:<7} {:<45} {}", t.pick(pl, en), account.office, account.login, account.name);
    }
    println!("\n{}", t.s(msg::CLI_DEMO_STOP));
}
