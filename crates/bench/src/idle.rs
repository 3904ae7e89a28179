//! Start and memory of the demonstration when nobody asks anything.

use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use crate::serve::{self, Server};

/// Time from start to the first page, in milliseconds, and resident memory ten seconds later, in megabytes; at the first
/// start, which makes the data, and at the second.
pub async fn measure(data: &Path) -> Result<Vec<(f64, f64)>, String> {
    let mut seen = Vec::new();
    for _ in 0..2 {
        let address = serve::free_address()?;
        let began = Instant::now();
        let child = Command::new(serve::binary()?)
            .args(["demo", "--listen", &address.to_string(), "--data"])
            .arg(data)
            .stdout(Stdio::null())
            .spawn()
            .map_err(|e| e.to_string())?;
        let server = Server { address, child };
        serve::wait(address, "/", Duration::from_secs(60)).await?;
        let first = began.elapsed().as_secs_f64() * 1000.0;
        tokio::time::sleep(Duration::from_secs(10)).await;
        seen.push((first, memory(server.child.id())?));
    }
    Ok(seen)
}

/// Resident memory of a process in megabytes.
pub fn memory(process: u32) -> Result<f64, String> {
    let status = fs::read_to_string(format!("/proc/{process}/status")).map_err(|e| e.to_string())?;
    let line = status.lines().find(|l| l.starts_with("VmRSS:")).ok_or("no VmRSS")?;
    let kilobytes: f64 = line.split_whitespace().nth(1).and_then(|n| n.parse().ok()).ok_or("VmRSS")?;
    Ok(kilobytes / 1024.0)
}
