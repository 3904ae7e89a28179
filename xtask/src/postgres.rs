//! A PostgreSQL server for one run of the tests: its own folder, its own port, gone afterwards.

use std::{
    fs,
    net::TcpListener,
    path::{Path, PathBuf},
    process::Command,
};

use crate::machine;

/// A running server; stopped and removed when dropped.
pub struct Postgres {
    dir: PathBuf,
    bin: PathBuf,
    port: u16,
    root: bool,
}

impl Postgres {
    /// A server for tests: nothing in it needs to survive a crash, so the disk is not waited for.
    pub fn start() -> Result<Self, String> {
        Self::with("-c fsync=off -c full_page_writes=off")
    }

    /// A server for measurements: commits are durable, as in an office.
    pub fn durable() -> Result<Self, String> {
        Self::with("-c shared_buffers=1GB -c max_wal_size=4GB")
    }

    /// Makes and starts a server on a free port of 127.0.0.1.
    fn with(extra: &str) -> Result<Self, String> {
        let bin = machine::postgres_bin().ok_or("PostgreSQL is not installed")?;
        let port = TcpListener::bind("127.0.0.1:0").and_then(|l| l.local_addr()).map_err(|e| e.to_string())?.port();
        let dir = std::env::temp_dir().join(format!("szpon-test-postgres-{}", std::process::id()));
        fs::create_dir_all(&dir).map_err(|e| e.to_string())?;
        let server = Self { dir, bin, port, root: machine::is_root() };
        if server.root {
            machine::run(Command::new("chown").arg("postgres").arg(&server.dir))?;
        }
        let data = server.dir.join("data");
        machine::output(
            server
                .tool("initdb")
                .args(["-U", "szpon", "-A", "trust", "--locale=C.UTF-8", "-E", "UTF8", "-D"])
                .arg(&data),
        )?;
        let settings = format!(
            "-p {port} -k {} -c listen_addresses=127.0.0.1 -c max_connections=300 {extra}",
            server.dir.display()
        );
        machine::output(
            server
                .tool("pg_ctl")
                .arg("-D")
                .arg(&data)
                .arg("-l")
                .arg(server.dir.join("log"))
                .args(["-w", "-o", &settings, "start"]),
        )?;
        machine::output(server.tool("createdb").args([
            "-h",
            "127.0.0.1",
            "-U",
            "szpon",
            "-p",
            &port.to_string(),
            "szpon",
        ]))?;
        Ok(server)
    }

    /// The address of the server's database.
    pub fn url(&self) -> String {
        format!("postgres://szpon@127.0.0.1:{}/szpon?sslmode=disable", self.port)
    }

    /// One of the server's programs; PostgreSQL refuses to run as the superuser.
    fn tool(&self, name: &str) -> Command {
        let path = self.bin.join(name);
        let mut command = if self.root {
            let mut command = Command::new("runuser");
            command.args(["-u", "postgres", "--"]).arg(path);
            command
        } else {
            Command::new(path)
        };
        command.current_dir(Path::new("/"));
        command
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let stopped =
            machine::output(self.tool("pg_ctl").arg("-D").arg(self.dir.join("data")).args(["-m", "immediate", "stop"]));
        if let Err(why) = stopped {
            eprintln!("xtask: {why}");
        }
        let _ = fs::remove_dir_all(&self.dir);
    }
}

/// Starts a server and waits for Enter.
pub fn interactive() -> Result<(), String> {
    let server = Postgres::start()?;
    println!("export SZPON_TEST_POSTGRES='{}'\nEnter stops the server.", server.url());
    std::io::stdin().read_line(&mut String::new()).map_err(|e| e.to_string())?;
    Ok(())
}
