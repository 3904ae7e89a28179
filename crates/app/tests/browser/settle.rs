//! A matter from the registry to a settled, frozen and proven case file.

use std::{fs, path::Path, process::Command};

use crate::harness::{Browser, Site};

const TITLE: &str = "Stypendium szkolne";

/// The first file of a kind under a folder.
fn find(folder: &Path, ext: &str) -> std::path::PathBuf {
    let mut folders = vec![folder.to_owned()];
    while let Some(at) = folders.pop() {
        for entry in fs::read_dir(at).unwrap().flatten() {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else if entry.path().extension().is_some_and(|e| e == ext) {
                return entry.path();
            }
        }
    }
    panic!("no .{ext} in {}", folder.display())
}

/// Signs in somebody by their part in the matter.
async fn person(site: &Site, role: &str) -> Browser {
    let b = Browser::open(site, 1280).await;
    let account = match role {
        "official" => site.tomasz(),
        "citizen" => site.account(role, ""),
        _ => site.account(role, "koden"),
    };
    b.sign_in(&account).await;
    b
}

#[tokio::test]
async fn a_matter_goes_from_the_registry_to_a_proven_case_file() {
    settled_and_proven(Site::start()).await;
}

#[tokio::test]
async fn a_matter_goes_from_the_registry_to_a_proven_case_file_on_postgresql() {
    settled_and_proven(Site::on_postgresql().await).await;
}

async fn settled_and_proven(site: Site) {
    // The registry gives a number and passes it on.
    let b = person(&site, "registry").await;
    b.opens("/desk/koden/incoming", "main a[href*='/incoming/0']", TITLE).await;
    b.press("Nadaj numer").await;
    b.sees("RPW.").await;
    b.pick("to", "Tomasz Kuźmicki").await;
    b.press("Przekaż").await;
    b.sees("Przesyłka jest przekazana").await;
    b.comes("/desk/koden/incoming?state=assigned", TITLE).await;
    drop(b);

    // The official opens the case.
    let official = person(&site, "official").await;
    official.opens("/desk/koden/incoming?state=mine", "main a[href*='/incoming/0']", TITLE).await;
    official.press("Załóż sprawę").await;
    official.fill("class", "6131").await;
    official.pick("unit", "GK").await;
    official.press("Załóż sprawę").await;
    official.sees("GK.6131.").await;
    let case = official.path().await.split('?').next().unwrap().to_owned();
    let id = case.rsplit('/').next().unwrap().to_owned();

    // The session ends while the official types: nothing typed is lost.
    let words = "Dzień dobry, proszę o numer rachunku, na który wypłacimy stypendium.";
    official.fill("text", words).await;
    official.c.delete_cookie("szpon_session").await.unwrap();
    official.press("Wyślij do strony").await;
    let tomasz = site.tomasz();
    official.fill("email", &tomasz.login).await;
    official.fill("password", &tomasz.password).await;
    official.press("Zaloguj się").await;
    official.sees(words).await;
    official.press_css("main form[action$='/messages'] button[type=submit]").await;
    official.sees(words).await;
    official.go(&case).await;
    official.sees(words).await;

    // A document is asked for.
    official.go(&format!("{case}/requests")).await;
    official.fill("what", "Zaświadczenie o dochodach za ostatni rok").await;
    let due = "const d = new Date(Date.now() + 20 * 86400000); return d.toISOString().slice(0, 10)";
    let due = official.c.execute(due, vec![]).await.unwrap();
    official.set("due", due.as_str().unwrap()).await;
    official.press("Wyślij prośbę").await;
    official.sees("Prośba wysłana do strony").await;

    // The e-mail says there is news, not what is in it; the citizen answers.
    let citizen = person(&site, "citizen").await;
    let zofia = site.account("citizen", "");
    citizen.go(&format!("/demo/mail?to={}", zofia.login)).await;
    for mail in citizen.links("main a[href^='/demo/mail/']").await.iter().take(2) {
        citizen.go(mail).await;
        citizen.sees_not("rachunku").await;
        citizen.sees_not("dochodach").await;
    }
    citizen.go(&format!("/my/cases/{id}")).await;
    citizen.sees(words).await;
    citizen.sees("Zaświadczenie o dochodach").await;
    citizen.fill("text", "Przesyłam zaświadczenie, rachunek podam osobno.").await;
    citizen.press("Wyślij odpowiedź").await;
    citizen.sees("Przesyłam zaświadczenie, rachunek podam osobno.").await;
    official.go(&case).await;
    official.sees("Przesyłam zaświadczenie, rachunek podam osobno.").await;

    // The letter: from a template, sent for approval, returned, corrected, approved, sent.
    official.press("Przygotuj pismo").await;
    official.press("Decyzja").await;
    official.press("Zacznij pismo").await;
    official.sees("Wersja robocza").await;
    let letter = official.path().await.split('?').next().unwrap().to_owned();
    assert!(official.value("addressee").await.contains("Zofia Maj"), "the case's data are not in the letter");
    official.fill("addressee", "Zofia Maj\nul. Lipowa 4\n21-509 Kodeń").await;
    official.fill("legal_basis", "Na podstawie art. 104 Kodeksu postępowania administracyjnego").await;
    official.fill("body", "przyznaję stypendium szkolne.").await;
    official.fill("reasons", "Warunki są spełnione.").await;
    official.fill("instruction", "Od decyzji można się odwołać w ciągu 14 dni.").await;
    official.press("Zapisz").await;
    official.sees("Pismo zapisane").await;
    official.pick("approver", "Halina Sawczuk").await;
    official.press("Przekaż do akceptacji").await;
    official.sees("Czeka na akceptację").await;

    let superior = person(&site, "superior").await;
    superior.go("/desk/koden/approvals").await;
    superior.sees(TITLE).await;
    superior.go(&letter).await;
    superior.fill("remarks", "Proszę podać kwotę stypendium.").await;
    superior.press("Zwróć do poprawy").await;
    superior.sees("Zwrócone do poprawy").await;
    official.go(&letter).await;
    official.sees("Proszę podać kwotę stypendium.").await;
    official.fill("body", "przyznaję stypendium szkolne po 248 zł miesięcznie.").await;
    official.press("Zapisz").await;
    official.sees("Pismo zapisane").await;
    official.pick("approver", "Halina Sawczuk").await;
    official.press("Przekaż do akceptacji").await;
    official.sees("Czeka na akceptację").await;
    superior.go(&letter).await;
    superior.sees("248 zł").await;
    superior.press("Zaakceptuj i podpisz").await;
    superior.sees("Zaakceptowane").await;
    drop(superior);
    official.go(&letter).await;
    official.press("Wyślij").await;
    official.sees("Wysłane").await;

    // Settled, and from then on nothing can be added.
    official.go(&format!("{case}/settle")).await;
    official.choose("outcome", "granted").await;
    official.choose("sure", "on").await;
    official.press("Załatw i zamknij akta").await;
    official.go(&case).await;
    official.sees("Załatwiona").await;
    official.sees_not("Wyślij do strony").await;
    let reference = official.text().await.split_whitespace().find(|w| w.starts_with("GK.6131.")).unwrap().to_owned();
    official.go(&format!("{case}/record")).await;
    official.sees("Tomasz Kuźmicki").await;
    official.sees("Halina Sawczuk").await;

    citizen.go(&format!("/my/cases/{id}")).await;
    citizen.sees("Sprawa załatwiona").await;
    citizen.press_css("main form[action*='/letters/'] button[type=submit]").await;
    // The letter opens as a PDF; from then on it counts as delivered and is no longer offered for collection.
    citizen.leads_to("/pdf").await;
    citizen.go(&format!("/my/cases/{id}")).await;
    citizen.sees("Sprawa załatwiona").await;
    citizen.sees_not("Odbierz i otwórz pismo").await;

    // The case file proves itself; one byte changed, and the file is named.
    let out = tempfile::tempdir().unwrap();
    let folder = out.path().join("akta");
    let (ok, said) = site.command(&["record", "export", "koden", &reference, folder.to_str().unwrap()]);
    assert!(ok, "{said}");
    let verify = || {
        let done = Command::new(env!("CARGO_BIN_EXE_szpon"))
            .args(["record", "verify", folder.to_str().unwrap()])
            .output()
            .unwrap();
        (
            done.status.success(),
            format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr)),
        )
    };
    let (ok, said) = verify();
    assert!(ok && said.contains(&reference), "{said}");
    let pdf = find(&folder, "pdf");
    let mut bytes = fs::read(&pdf).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&pdf, bytes).unwrap();
    let (ok, said) = verify();
    let name = pdf.file_name().unwrap().to_str().unwrap();
    assert!(!ok && said.contains(name), "{name} is not named: {said}");
}
