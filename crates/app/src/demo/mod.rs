//! The demonstration: three offices with real codes, services and file plans, invented people, and a believable month
//! of work made through the same functions as the web uses.

mod answers;
mod cast;
mod found;
mod learning;
mod letter;
mod month;
mod waiting;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

pub use cast::{Cast, CitizenAct, Player};
use kernel::{Actor, Clock as _, Ctx, Fault, FixedClock, Lang, Micros, SeededEntropy};
use serde::{Deserialize, Serialize};
use web::App;

/// The password of every account of the demonstration.
pub const PASSWORD: &str = "zielony parasol nad Bugiem";
/// How many days of work the demonstration begins with.
const DAYS: i64 = 35;

/// An account of the demonstration, as outsiders read it in `demo.json`.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Account {
    /// `operator`, `admin`, `registry`, `official`, `superior`, `author`, `trainer`, `coordinator` or `citizen`.
    pub role: String,
    /// The office's short name; empty for citizens and the operator.
    pub office: String,
    /// The person's name.
    pub name: String,
    /// E-mail address.
    pub login: String,
    /// Password.
    pub password: String,
    /// The secret of the second step, if the account has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub totp_secret: Option<String>,
    /// A token of the JSON API.
    pub api_token: String,
}

/// An office of the demonstration.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OfficeSeen {
    /// Short name in addresses.
    pub slug: String,
    /// Code of its gmina; empty for a ministry.
    pub teryt: String,
    /// Full name.
    pub name: String,
}

/// What `demo.json` says.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Demo {
    /// Where it is served.
    pub base_url: String,
    /// Who may sign in.
    pub accounts: Vec<Account>,
    /// The offices at work.
    pub offices: Vec<OfficeSeen>,
}

/// The file outsiders read.
pub fn file(data: &Path) -> PathBuf {
    data.join("demo.json")
}

/// What a former start wrote, without the address; `None` when the demonstration is not made yet.
pub fn made_before(data: &Path) -> Option<Demo> {
    serde_json::from_slice(&fs::read(data.join("demo-accounts.json")).ok()?).ok()
}

/// Begins anew after a start that was cut short: takes away what the demonstration itself had made, nothing else.
///
/// # Errors
/// When a file cannot be removed.
pub fn clear_unfinished(data: &Path) -> std::io::Result<()> {
    if !data.join("demo-unfinished").exists() {
        return Ok(());
    }
    for name in ["szpon.db", "szpon.db-wal", "szpon.db-shm"] {
        match fs::remove_file(data.join(name)) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(e),
            _ => {}
        }
    }
    Ok(())
}

/// Makes the demonstration in an empty installation.
///
/// # Errors
/// What one of the offices' own operations says.
pub async fn make(app: &App, data: &Path) -> Result<Demo, Fault> {
    fs::write(data.join("demo-unfinished"), b"").map_err(Fault::unavailable)?;
    // The month begins before the office opens.
    let first = Micros::start_of(app.clock.now().plus_days(-DAYS).warsaw_date()).plus_seconds(7 * 3600);
    let clock = Arc::new(FixedClock::at(first));
    let stage = Stage { app: app.clone(), clock, entropy: Arc::new(SeededEntropy::new(20_260_112)) };
    let cast = found::found(&stage).await?;
    // Each with a clock of its own, so that letters are set while courses are taken over.
    let classroom = stage.aside();
    tokio::try_join!(month::play(&stage, &cast), learning::play(&classroom, &cast))?;
    let demo = cast.demo();
    let text = serde_json::to_vec_pretty(&demo).map_err(Fault::internal)?;
    crate::secrets::private_file(&data.join("demo-accounts.json")).map_err(Fault::unavailable)?;
    fs::write(data.join("demo-accounts.json"), text).map_err(Fault::unavailable)?;
    on_disk(data).map_err(Fault::unavailable)?;
    fs::remove_file(data.join("demo-unfinished")).map_err(Fault::unavailable)?;
    Ok(demo)
}

/// Waits until everything in a folder is on the disk.
fn on_disk(folder: &Path) -> std::io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            on_disk(&entry.path())?;
        } else {
            fs::File::open(entry.path())?.sync_all()?;
        }
    }
    fs::File::open(folder)?.sync_all()
}

/// Writes the file outsiders read, whole or not at all.
///
/// # Errors
/// When the folder cannot be written.
pub fn announce(data: &Path, demo: &Demo) -> std::io::Result<()> {
    let partial = data.join("demo.json.partial");
    crate::secrets::private_file(&partial)?;
    fs::write(&partial, serde_json::to_vec_pretty(demo)?)?;
    fs::rename(partial, file(data))
}

/// Where the demonstration's month is played: with a clock of its own that runs through the past.
#[derive(Clone)]
pub struct Stage {
    /// The application.
    pub app: App,
    /// The clock of the month.
    pub clock: Arc<FixedClock>,
    entropy: Arc<SeededEntropy>,
}

impl Stage {
    /// The same with a clock of its own, for what is played at the same time.
    fn aside(&self) -> Self {
        Self { clock: Arc::new(FixedClock::at(self.clock.now())), ..self.clone() }
    }
    /// The context of somebody at the month's present moment.
    pub fn ctx(&self, actor: Actor) -> Ctx {
        Ctx::new(actor, Lang::Pl, self.clock.clone(), self.entropy.clone())
    }
}
