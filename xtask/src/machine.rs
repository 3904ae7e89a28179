//! What a fresh Debian machine lacks, installed after saying so.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// The workspace's folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(".")).to_owned()
}

/// Runs a command, its output shown, and fails when it does.
pub fn run(command: &mut Command) -> Result<(), String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let status = command.status().map_err(|e| format!("{name}: {e}"))?;
    if status.success() { Ok(()) } else { Err(format!("{name} ended with {status}")) }
}

/// Runs a command quietly and gives what it printed.
pub fn output(command: &mut Command) -> Result<String, String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let out = command.stderr(Stdio::piped()).output().map_err(|e| format!("{name}: {e}"))?;
    if !out.status.success() {
        return Err(format!("{name} ended with {}: {}", out.status, String::from_utf8_lossy(&out.stderr)));
    }
    Ok(String::from_utf8_lossy(&out.stdout).into_owned())
}

fn on_path(name: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| std::env::split_paths(&path).any(|dir| dir.join(name).is_file()))
}

/// Whether we run as the superuser.
pub fn is_root() -> bool {
    output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

/// The folder of PostgreSQL's server programs, the newest there is.
pub fn postgres_bin() -> Option<PathBuf> {
    let mut found: Vec<(u32, PathBuf)> = fs::read_dir("/usr/lib/postgresql")
        .ok()?
        .flatten()
        .filter_map(|e| Some((e.file_name().to_str()?.parse().ok()?, e.path().join("bin"))))
        .filter(|(_, bin)| bin.join("initdb").is_file())
        .collect();
    found.sort();
    found.pop().map(|(_, bin)| bin)
}

/// What building all tests anew takes of the disk, in gigabytes, with what they write while they run.
const ROOM: u64 = 9;

/// Says so when the disk may be too full: a full one shows as a linker that crashes.
fn warn_of_little_room() {
    let free = output(Command::new("df").args(["-Pk"]).arg(root())).ok().and_then(|table| {
        let kilobytes: u64 = table.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()?;
        Some(kilobytes / 1_000_000)
    });
    if let Some(free) = free.filter(|free| *free < ROOM) {
        println!("Only {free} GB of the disk are free; building all tests anew takes about {ROOM} GB.");
    }
}

/// Installs the packages and tools that are missing; says so first.
pub fn provide(browser: bool) -> Result<(), String> {
    warn_of_little_room();
    let mut packages = Vec::new();
    if postgres_bin().is_none() {
        packages.push("postgresql");
    }
    if browser && !on_path("chromium") {
        packages.push("chromium");
    }
    if browser && !on_path("chromedriver") {
        packages.push("chromium-driver");
    }
    if !on_path("cc") {
        packages.push("build-essential");
    }
    if !packages.is_empty() {
        println!("Installing from Debian what the tests need: {}", packages.join(", "));
        let apt = |args: &[&str]| {
            let mut command = if is_root() { Command::new("apt-get") } else { Command::new("sudo") };
            if !is_root() {
                command.arg("apt-get");
            }
            run(command.env("DEBIAN_FRONTEND", "noninteractive").args(args))
        };
        apt(&["update", "-qq"])?;
        apt(&[&["install", "-y", "-qq", "--no-install-recommends"], packages.as_slice()].concat())?;
    }
    if output(Command::new("cargo").args(["nextest", "--version"])).is_err() {
        println!("Installing the test runner cargo-nextest");
        run(Command::new("cargo").args(["install", "--locked", "cargo-nextest"]))?;
    }
    Ok(())
}
