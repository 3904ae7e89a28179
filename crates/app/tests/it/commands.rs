//! The commands as a person types them: the binary in a process of its own.

use std::{
    fs,
    path::Path,
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

use serde_json::Value;

fn szpon(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_szpon")).args(args).output().unwrap()
}

fn says(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// Starts the demonstration and waits until it is ready.
pub fn demo(data: &Path) -> (Child, Value) {
    let said = data.join("demo.json");
    let _ = fs::remove_file(&said);
    let mut child = Command::new(env!("CARGO_BIN_EXE_szpon"))
        .args(["demo", "--listen", "127.0.0.1:0", "--data"])
        .arg(data)
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    let began = Instant::now();
    loop {
        if let Some(demo) = fs::read(&said).ok().and_then(|t| serde_json::from_slice(&t).ok()) {
            return (child, demo);
        }
        assert!(child.try_wait().unwrap().is_none(), "the demonstration ended at once");
        assert!(began.elapsed() < Duration::from_secs(180), "the demonstration did not start");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn stop(mut child: Child) {
    Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap();
    assert!(child.wait().unwrap().success(), "the program did not stop cleanly");
}

#[test]
fn law_answers_on_the_first_line_and_by_the_exit_code() {
    let term = szpon(&["law", "term", "2026-01-12", "14", "days"]);
    assert!(term.status.success());
    assert_eq!(says(&term).lines().next(), Some("2026-01-26"));
    let english = szpon(&["law", "term", "2026-01-12", "14", "days", "--lang", "en"]);
    assert!(english.status.success() && says(&english).contains("January"), "{}", says(&english));
    assert!(szpon(&["law", "check", "pesel", "44051401359"]).status.success());
    let wrong = szpon(&["law", "check", "pesel", "44051401358"]);
    assert_eq!(wrong.status.code(), Some(1));
    assert!(says(&wrong).contains("cyfra kontrolna"), "{}", says(&wrong));
}

#[test]
fn a_backup_of_a_running_installation_is_brought_back_whole() {
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name).display().to_string();
    let (server, first) = demo(&dir.path().join("one"));
    let backup = szpon(&["backup", &path("backup"), "--data", &path("one")]);
    assert!(backup.status.success(), "{}", says(&backup));
    let again = szpon(&["backup", &path("backup"), "--data", &path("one")]);
    assert!(!again.status.success(), "a backup was overwritten");
    stop(server);
    let restored = szpon(&["restore", &path("backup"), "--data", &path("two")]);
    assert!(restored.status.success(), "{}", says(&restored));
    let onto = szpon(&["restore", &path("backup"), "--data", &path("two")]);
    assert!(!onto.status.success(), "an installation was overwritten");
    for office in ["koden", "lublin"] {
        let audit = szpon(&["record", "audit", office, "--data", &path("two")]);
        assert!(audit.status.success() && says(&audit).contains(" 0 broken"), "{}", says(&audit));
    }
    let export = szpon(&["record", "export", "koden", "GK.6131.1.2026", &path("case"), "--data", &path("two")]);
    assert!(export.status.success(), "{}", says(&export));
    assert!(szpon(&["record", "verify", &path("case")]).status.success());
    // One letter of one document is changed.
    let document = fs::read_dir(dir.path().join("case/dokumenty")).unwrap().flatten().next().unwrap().path();
    let mut bytes = fs::read(&document).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&document, bytes).unwrap();
    let broken = szpon(&["record", "verify", &path("case")]);
    assert!(!broken.status.success());
    let name = document.file_name().unwrap().to_string_lossy().into_owned();
    assert!(says(&broken).contains(&name), "{} is not named: {}", name, says(&broken));
    assert_eq!(first["offices"].as_array().unwrap().len(), 3);
}

#[test]
fn an_import_shows_what_would_change_and_does_it_only_when_told() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("one").display().to_string();
    let (server, _) = demo(Path::new(&data));
    stop(server);
    let file = dir.path().join("units.csv");
    let path = file.display().to_string();
    fs::write(&file, "symbol;nazwa;komórka nadrzędna;od;do\r\nXX;Nowy referat;;2026-01-01;\r\n1;Zła;;2026-01-01;\r\n")
        .unwrap();
    let bad = szpon(&["import", "units", "koden", &path, "--data", &data, "--apply"]);
    assert!(!bad.status.success() && says(&bad).contains("wiersz 3: błąd"), "{}", says(&bad));
    fs::write(&file, "symbol;nazwa;komórka nadrzędna;od;do\r\nXX;Nowy referat;;2026-01-01;\r\n").unwrap();
    let preview = szpon(&["import", "units", "koden", &path, "--data", &data]);
    assert!(preview.status.success() && says(&preview).contains("nowy: XX"), "{}", says(&preview));
    let done = szpon(&["import", "units", "koden", &path, "--data", &data, "--apply"]);
    assert!(done.status.success() && says(&done).contains("nowych 1"), "{}", says(&done));
    let again = szpon(&["import", "units", "koden", &path, "--data", &data, "--apply"]);
    assert!(!again.status.success() && says(&again).contains("Nie ma czego wprowadzić"), "{}", says(&again));
}

#[test]
fn a_mistyped_data_folder_is_refused_and_not_made() {
    let dir = tempfile::tempdir().unwrap();
    let typo = dir.path().join("typo");
    for args in [&["doctor"][..], &["record", "audit", "koden"], &["operator", "a@example.pl"]] {
        let refused = szpon(&[args, &["--data", &typo.display().to_string()]].concat());
        assert!(!refused.status.success() && says(&refused).contains("--data"), "{}", says(&refused));
        assert!(!typo.exists(), "{args:?} made the folder");
    }
}

#[test]
fn doctor_names_what_cannot_be_reached() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().display().to_string();
    let bad =
        szpon(&["doctor", "--data", &data, "--database-url", "postgres://nobody@127.0.0.1:1/none?sslmode=disable"]);
    assert!(!bad.status.success() && says(&bad).contains("FAIL  database"), "{}", says(&bad));
}
