//! The commands as a person types them: the binary in a process of its own.

use std::{
    fs,
    path::Path,
    process::{Child, Command, Output, Stdio},
    time::{Duration, Instant},
};

use db::Q;
use serde_json::Value;

fn szpon(args: &[&str]) -> Output {
    in_language("C.UTF-8", args)
}

fn in_language(locale: &str, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_szpon")).args(args).env("LC_ALL", locale).output().unwrap()
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
fn a_log_that_goes_to_a_file_is_plain_text() {
    let dir = tempfile::tempdir().unwrap();
    let log = dir.path().join("log");
    let child = Command::new(env!("CARGO_BIN_EXE_szpon"))
        .args(["serve", "--listen", "127.0.0.1:0", "--log", "info", "--data"])
        .arg(dir.path().join("data"))
        .stdout(Stdio::null())
        .stderr(fs::File::create(&log).unwrap())
        .spawn()
        .unwrap();
    let began = Instant::now();
    while !fs::read_to_string(&log).unwrap().contains("INFO szpon::commands::serve: serving address=127.0.0.1:") {
        let said = || fs::read_to_string(&log).unwrap();
        assert!(began.elapsed() < Duration::from_secs(180), "{}", said());
        std::thread::sleep(Duration::from_millis(20));
    }
    stop(child);
    assert!(!fs::read_to_string(&log).unwrap().contains('\u{1b}'));
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

/// A statement on the PostgreSQL server of the tests.
pub fn psql(sql: &str) {
    let url = db::testing::postgres_url();
    let done = Command::new("psql").args(["--quiet", "--dbname", &url, "--command", sql]).output().unwrap();
    assert!(done.status.success(), "{}", says(&done));
}

/// A new database there.
pub fn postgres_database(name: &str) -> String {
    psql(&format!("DROP DATABASE IF EXISTS {name}"));
    psql(&format!("CREATE DATABASE {name}"));
    let url = db::testing::postgres_url();
    let (server, parameters) = url.split_once('?').unwrap_or((&url, ""));
    format!("{}/{name}?{parameters}", server.rsplit_once('/').unwrap().0)
}

/// Takes a database of the tests away.
pub fn drop_database(name: &str) {
    psql(&format!("DROP DATABASE {name} WITH (FORCE)"));
}

#[test]
fn a_backup_on_postgresql_is_brought_back() {
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name).display().to_string();
    let process = std::process::id();
    let databases = [format!("szpon_backup_{process}"), format!("szpon_restore_{process}")];
    let [from, to] = databases.each_ref().map(|name| postgres_database(name));
    let migrated = szpon(&["migrate", "--data", &path("one"), "--database-url", &from]);
    assert!(migrated.status.success(), "{}", says(&migrated));
    let query = |url: &str, sql: &str| {
        let said = Command::new("psql").args(["-qtA", "--dbname", url, "--command", sql]).output().unwrap();
        assert!(said.status.success(), "{}", says(&said));
        String::from_utf8(said.stdout).unwrap().trim().to_owned()
    };
    let person = "INSERT INTO kept_for_test VALUES ('Zażółć gęślą jaźń')";
    query(&from, &format!("CREATE TABLE kept_for_test (name TEXT); {person}"));
    let backup = szpon(&["backup", &path("backup"), "--data", &path("one"), "--database-url", &from]);
    assert!(backup.status.success(), "{}", says(&backup));
    let restored = szpon(&["restore", &path("backup"), "--data", &path("two"), "--database-url", &to]);
    assert!(restored.status.success(), "{}", says(&restored));
    assert_eq!(query(&to, "SELECT name FROM kept_for_test"), "Zażółć gęślą jaźń");
    for sql in ["SELECT count(*) FROM schema_migration", "SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal"] {
        assert_eq!(query(&from, sql), query(&to, sql), "{sql}");
    }
    let good = szpon(&["doctor", "--data", &path("two"), "--database-url", &to]);
    assert!(says(&good).contains("PostgreSQL"), "{}", says(&good));
    let onto = szpon(&["restore", &path("backup"), "--data", &path("two"), "--database-url", &to]);
    assert!(!onto.status.success(), "a database was overwritten");
    databases.iter().for_each(|name| drop_database(name));
}

#[test]
fn a_mistyped_data_folder_is_not_a_new_installation() {
    let dir = tempfile::tempdir().unwrap();
    let (data, list) = (dir.path().join("szpno-data"), dir.path().join("units.csv"));
    fs::write(&list, "code,name\nOR,Referat\n").unwrap();
    let (data_path, list) = (data.display().to_string(), list.display().to_string());
    let said = szpon(&["import", "units", "koden", &list, "--data", &data_path]);
    assert_eq!(said.status.code(), Some(1), "{}", says(&said));
    assert!(says(&said).contains("szpno-data") && !data.exists(), "{}", says(&said));
}

/// Takes the last entry of a case's record away.
fn cut_a_record(file: &Path) {
    let db = db::Db::open(&format!("sqlite:{}", file.display()), &db::Options::default()).unwrap();
    let cut = db.write(|c| {
        Box::pin(async move {
            c.exec(Q::new("DROP TRIGGER record_entry_remains")).await?;
            c.exec(Q::new(
                "DELETE FROM record_entry WHERE (case_id, ordinal) IN \
                 (SELECT id, entries FROM case_file WHERE reference = 'GK.6131.1.2026')",
            ))
            .await
        })
    });
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    assert_eq!(runtime.block_on(cut).unwrap(), 1);
}

#[test]
fn a_backup_of_a_running_installation_is_brought_back_whole() {
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name).display().to_string();
    let (server, first) = demo(&dir.path().join("one"));
    let backup = szpon(&["backup", &path("backup"), "--data", &path("one")]);
    assert!(backup.status.success(), "{}", says(&backup));
    let again = szpon(&["backup", &path("backup"), "--data", &path("one")]);
    assert!(!again.status.success() && says(&again).contains("już istnieje"), "{}", says(&again));
    stop(server);
    let restored = szpon(&["restore", &path("backup"), "--data", &path("two")]);
    assert!(restored.status.success(), "{}", says(&restored));
    let onto = szpon(&["restore", &path("backup"), "--data", &path("two")]);
    assert!(!onto.status.success(), "an installation was overwritten");
    for office in ["koden", "lublin"] {
        let audit = szpon(&["record", "audit", office, "--data", &path("two")]);
        assert!(audit.status.success() && says(&audit).contains("naruszone: 0"), "{}", says(&audit));
    }
    let export = szpon(&["record", "export", "koden", "GK.6131.1.2026", &path("case"), "--data", &path("two")]);
    assert!(export.status.success(), "{}", says(&export));
    let whole = szpon(&["record", "verify", &path("case")]);
    assert!(whole.status.success() && says(&whole).contains("jest kompletna i niezmieniona"), "{}", says(&whole));
    let head = says(&whole).lines().find_map(|l| l.strip_prefix("Ostatni skrót: ").map(str::to_owned)).unwrap();
    assert!(says(&export).contains(&head), "the export said the same link: {}", says(&export));
    let english = in_language("en_GB.UTF-8", &["record", "verify", &path("case")]);
    assert!(english.status.success() && says(&english).contains("is whole and unchanged"), "{}", says(&english));
    let onto = szpon(&["record", "export", "koden", "GK.6131.1.2026", &path("case"), "--data", &path("two")]);
    assert!(onto.status.code() == Some(1) && says(&onto).contains("nie jest pusty"), "{}", says(&onto));
    for (office, case, said) in [("nigdzie", "x", "Nie ma urzędu nigdzie"), ("koden", "x.1", "nie ma sprawy x.1")] {
        let none = szpon(&["record", "export", office, case, &path("none"), "--data", &path("two")]);
        assert!(none.status.code() == Some(1) && says(&none).contains(said), "{}", says(&none));
    }
    // One letter of one document is changed.
    let document = fs::read_dir(dir.path().join("case/dokumenty")).unwrap().flatten().next().unwrap().path();
    let mut bytes = fs::read(&document).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&document, bytes).unwrap();
    let name = document.file_name().unwrap().to_string_lossy().into_owned();
    for (locale, word) in [("C", "NARUSZONO"), ("en_US.UTF-8", "BROKEN")] {
        let broken = in_language(locale, &["record", "verify", &path("case")]);
        assert_eq!(broken.status.code(), Some(1));
        assert!(says(&broken).contains(&name) && says(&broken).contains(word), "{name}: {}", says(&broken));
    }
    // The end of a record, cut off by somebody who has the database in hand.
    cut_a_record(&dir.path().join("two/szpon.db"));
    for (locale, said) in [("C", "naruszone: 1"), ("en_US.UTF-8", "broken: 1")] {
        let audit = in_language(locale, &["record", "audit", "koden", "--data", &path("two")]);
        assert!(audit.status.code() == Some(1) && says(&audit).contains(said), "{}", says(&audit));
        assert!(says(&audit).contains("GK.6131.1.2026: "), "{}", says(&audit));
    }
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
fn commands_speak_the_language_of_the_shell_and_say_what_to_do() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().join("one").display().to_string();
    let said = |locale: &str, args: &[&str]| {
        let output = in_language(locale, args);
        (output.status.code(), says(&output))
    };
    let both = |args: &[&str], code: i32, polish: &str, english: &str| {
        for (locale, wanted) in [("C.UTF-8", polish), ("pl_PL.UTF-8", polish), ("en_GB.UTF-8", english)] {
            let (got, said) = said(locale, args);
            assert!(got == Some(code) && said.contains(wanted), "{locale} {args:?} {got:?}: {said}");
            assert!(!said.contains("Internal") && !said.contains("Unavailable"), "{said}");
        }
    };
    both(&["--help"], 0, "Kody wyjścia: 0", "Exit codes: 0");
    both(&["record", "verify", "--help"], 0, "naruszono je", "tampered with");
    both(&[], 2, "Użycie: szpon [OPCJE] <POLECENIE>", "Usage: szpon [OPTIONS] <COMMAND>");
    both(&["dmo"], 2, "Nie ma polecenia dmo. Może chodzi o: demo?", "There is no command dmo.");
    both(&["doctor", "--nic"], 2, "Nie ma takiej opcji", "There is no such option");
    both(&["record", "verify"], 2, "Brakuje: <KATALOG>", "Missing: <FOLDER>");
    both(&["record", "verify", "/nie/ma"], 1, "Nie ma katalogu /nie/ma", "There is no folder /nie/ma");
    both(&["doctor", "--data", &data], 1, "Nie ma bazy danych", "There is no database");
    both(&["serve", "--listen", "tu", "--data", &data], 1, "Podaj adres i port", "Give an address and port");
    both(&["serve", "--config", "/nie/ma.toml"], 1, "Nie można odczytać pliku ustawień", "cannot be read");
    let away = "postgres://nobody@127.0.0.1:1/none?sslmode=disable";
    both(
        &["migrate", "--data", &data, "--database-url", away],
        1,
        "Baza danych nie odpowiada",
        "The database does not answer",
    );
    both(
        &["migrate", "--data", &data, "--database-url", "mysql://x"],
        1,
        "Nie można otworzyć bazy danych",
        "cannot be opened",
    );
    both(&["migrate", "--data", &data], 0, "Baza danych odpowiada tej wersji", "The database fits");
    both(&["doctor", "--data", &data], 0, "OK    katalog danych", "OK    data folder");
    both(&["operator", "to nie adres", "--data", &data], 1, "szpon: ", "szpon: ");
    both(&["operator", "a@example.pl", "--data", &data], 0, "operatorem instalacji", "runs the installation");
    both(
        &["import", "units", "nigdzie", "x.csv", "--data", &data],
        1,
        "Nie ma urzędu nigdzie",
        "There is no office nigdzie",
    );
    both(
        &["restore", "/nie/ma", "--data", &dir.path().join("inne").display().to_string()],
        1,
        "Nie można odczytać",
        "cannot be read",
    );
    let busy = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = busy.local_addr().unwrap().to_string();
    both(&["serve", "--data", &data, "--listen", &address], 1, "nie może słuchać", "cannot listen");
    // The language may be said; what is computed stays the same.
    both(&["law", "check", "pesel", "44051401358"], 1, "cyfra kontrolna", "check digit");
    let (code, term) = said("en_GB.UTF-8", &["law", "term", "2026-01-12", "14", "days", "--lang", "pl"]);
    assert!(code == Some(0) && term.starts_with("2026-01-26\n") && term.contains("stycznia"), "{term}");
}

#[test]
fn doctor_names_what_cannot_be_reached() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().display().to_string();
    let bad =
        szpon(&["doctor", "--data", &data, "--database-url", "postgres://nobody@127.0.0.1:1/none?sslmode=disable"]);
    assert!(!bad.status.success() && says(&bad).contains("BŁĄD  baza danych"), "{}", says(&bad));
}
