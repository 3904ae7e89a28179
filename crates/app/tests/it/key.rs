//! The installation's key, as the one who runs the installation meets it.

use std::{fs, os::unix::fs::PermissionsExt as _, path::Path, process::Command};

use db::{Db, Options, q};
use uuid::Uuid;

/// Runs the program; what it said, and whether it went well.
fn szpon(args: &[&str], key: Option<&str>) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_szpon"));
    command.args(args).env_remove("SZPON_SECRET_KEY").env("LC_ALL", "C.UTF-8");
    if let Some(key) = key {
        command.env("SZPON_SECRET_KEY", key);
    }
    let output = command.output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    (output.status.success(), said)
}

fn good(args: &[&str], key: Option<&str>) -> String {
    let (good, said) = szpon(args, key);
    assert!(good, "{args:?}: {said}");
    said
}

fn bad(args: &[&str], key: Option<&str>) -> String {
    let (good, said) = szpon(args, key);
    assert!(!good, "{args:?} went well: {said}");
    said
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

/// A webhook's secret as it stands in the database; with `plain`, one is written there first, as older versions did.
async fn stored(data: &Path, plain: Option<&'static str>) -> String {
    let url = format!("sqlite:{}", data.join("szpon.db").display());
    let db = Db::open(&url, &Options::default()).unwrap();
    db.write(move |c| {
        Box::pin(async move {
            if let Some(secret) = plain {
                c.exec(q!(
                    "INSERT INTO hook (id, office_id, url, secret, events, active, created, changed) \
                     VALUES ($1, $1, 'https://example.pl', $2, '[]', $3, 0, 0)",
                    Uuid::from_u128(7),
                    secret,
                    true
                ))
                .await?;
            }
            c.one::<(String,)>(q!("SELECT secret FROM hook")).await
        })
    })
    .await
    .unwrap()
    .0
}

const KEY: &str = "4242424242424242424242424242424242424242424242424242424242424242";
const OTHER: &str = "4343434343434343434343434343434343434343434343434343434343434343";

#[tokio::test]
async fn it_is_made_at_the_first_start_and_missed_when_it_is_gone() {
    let dir = tempfile::tempdir().unwrap();
    let (data, file) = (dir.path().display().to_string(), dir.path().join("secret.key"));
    assert!(bad(&["doctor", "--data", &data], None).contains("Nie ma bazy danych"));
    good(&["migrate", "--data", &data], None);
    assert_eq!(mode(&file), 0o600);
    let key = fs::read_to_string(&file).unwrap();
    // What an older version wrote is sealed at the next start.
    assert_eq!(stored(dir.path(), Some("whsec_readable")).await, "whsec_readable");
    assert!(good(&["doctor", "--data", &data], None).contains("jeszcze nie tym kluczem: 1"));
    good(&["migrate", "--data", &data], None);
    assert_eq!(fs::read_to_string(&file).unwrap(), key, "made once");
    let sealed = stored(dir.path(), None).await;
    assert!(sealed.starts_with("sealed1.") && !sealed.contains("readable"), "{sealed}");
    assert!(good(&["doctor", "--data", &data], None).contains("zaszyfrowane sekrety: 1"));

    let away = dir.path().join("away");
    fs::rename(&file, &away).unwrap();
    for command in ["serve", "migrate", "doctor"] {
        for key in [None, Some(OTHER)] {
            let said = bad(&[command, "--data", &data, "--listen", "127.0.0.1:0"], key);
            assert!(said.contains(&sealed[8..24]) && said.contains("Niczego nie zmieniono"), "{command}: {said}");
        }
    }
    assert!(!file.exists(), "another key was made");
    assert_eq!(stored(dir.path(), None).await, sealed);
    assert!(bad(&["migrate", "--data", &data], Some("short")).contains("SZPON_SECRET_KEY"));

    // Lost for good: the program goes on, and what was sealed waits for the key.
    good(&["migrate", "--data", &data, "--secret-key-lost", "true"], None);
    assert_eq!(stored(dir.path(), None).await, sealed);
    bad(&["migrate", "--data", &data], None);
    // Found again: it stands beside the new one.
    let both = fs::read_to_string(&file).unwrap() + &fs::read_to_string(&away).unwrap();
    fs::write(&file, both).unwrap();
    good(&["migrate", "--data", &data], None);
    assert_ne!(stored(dir.path(), None).await, sealed);

    fs::set_permissions(&file, fs::Permissions::from_mode(0o644)).unwrap();
    assert!(bad(&["doctor", "--data", &data], None).contains("chmod 600"));
}

#[tokio::test]
async fn it_is_changed_by_putting_a_new_one_first() {
    let dir = tempfile::tempdir().unwrap();
    let data = dir.path().display().to_string();
    good(&["migrate", "--data", &data], Some(KEY));
    assert!(!dir.path().join("secret.key").exists(), "a key that was said is in no file");
    stored(dir.path(), Some("whsec_readable")).await;
    good(&["migrate", "--data", &data], Some(KEY));
    let before = stored(dir.path(), None).await;
    good(&["migrate", "--data", &data], Some(&format!("{OTHER},{KEY}")));
    assert!(good(&["doctor", "--data", &data], Some(&format!("{OTHER},{KEY}"))).contains("nie są już potrzebne"));
    assert_ne!(stored(dir.path(), None).await, before);
    good(&["migrate", "--data", &data], Some(OTHER));
    bad(&["migrate", "--data", &data], Some(KEY));
}

#[tokio::test]
async fn a_backup_takes_the_file_along_and_says_so() {
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name).display().to_string();
    good(&["migrate", "--data", &path("one")], None);
    stored(&dir.path().join("one"), Some("whsec_readable")).await;
    good(&["migrate", "--data", &path("one")], None);
    let said = good(&["backup", &path("backup"), "--data", &path("one")], None);
    assert!(said.contains("secret.key"), "{said}");
    assert_eq!(mode(&dir.path().join("backup/secret.key")), 0o600);
    good(&["restore", &path("backup"), "--data", &path("two")], None);
    assert_eq!(mode(&dir.path().join("two/secret.key")), 0o600);
    good(&["migrate", "--data", &path("two")], None);
    assert!(good(&["doctor", "--data", &path("two")], None).contains("zaszyfrowane sekrety: 1"));
    // Another installation's key is not overwritten, and nothing is begun.
    good(&["migrate", "--data", &path("three")], None);
    fs::remove_file(dir.path().join("three/szpon.db")).unwrap();
    assert!(bad(&["restore", &path("backup"), "--data", &path("three")], None).contains("inny klucz"));
    assert!(!dir.path().join("three/szpon.db").exists());
}

#[tokio::test]
async fn a_key_that_was_said_stays_out_of_the_backup_and_that_is_said() {
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name).display().to_string();
    good(&["migrate", "--data", &path("one")], Some(KEY));
    let said = good(&["backup", &path("backup"), "--data", &path("one")], Some(KEY));
    assert!(said.contains("NIE MA w niej"), "{said}");
    assert!(!dir.path().join("backup/secret.key").exists());
    let said = good(&["restore", &path("backup"), "--data", &path("two")], None);
    assert!(said.contains("nie było klucza"), "{said}");
    bad(&["migrate", "--data", &path("two")], None);
    good(&["migrate", "--data", &path("two")], Some(KEY));
}
