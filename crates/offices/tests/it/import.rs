//! Import from CSV: preview, errors in plain words, all or nothing.

use super::*;

async fn upload(admin: &Browser, kind: &str, file: &[u8]) -> Answer {
    let answer = admin.upload("/desk/lipowa/admin/import", &[("kind", kind)], &[("x", "dane.csv", file)]).await;
    if answer.status != 303 {
        return answer;
    }
    let mut preview = admin.get(answer.location()).await;
    preview.headers.insert("location", answer.location().parse().unwrap());
    preview
}

async fn confirm(admin: &Browser, preview: &Answer) -> Answer {
    admin.post(preview.location(), &[("seen", &hidden(preview, "seen"))]).await
}

async fn codes(world: &World, scope: OfficeScope) -> Vec<(String, usize)> {
    let all = world.db().read(move |c| Box::pin(async move { offices::all_units(c, scope).await })).await.unwrap();
    all.into_iter().map(|u| (u.code, u.depth)).collect()
}

db::both! { TABLES;
async fn units_are_previewed_and_imported_whole(db) {
    let world = World::new(&db);
    let (scope, ..) = world.office("lipowa").await;
    let admin = world.sign_in("admin@lipowa.pl").await;
    // Windows-1250, semicolons, a child before its parent.
    let file = b"symbol;nazwa;kom\xf3rka nadrz\xeadna\r\nGK-A;Sekcja \x8aciek\xf3w;GK\r\nGK;Gospodarka Komunalna;\r\nOR;Referat Organizacyjny;\r\n";
    let preview = upload(&admin, "units", file).await;
    assert!(preview.text.contains("GK-A — Sekcja") && preview.text.contains("Organizacja"), "{}", preview.text);
    assert_eq!(codes(&world, scope).await.len(), 1, "a preview writes nothing");
    assert_eq!(confirm(&admin, &preview).await.status, 303);
    assert_eq!(codes(&world, scope).await, [("GK".into(), 0), ("GK-A".into(), 1), ("OR".into(), 0)]);
    assert_eq!(confirm(&admin, &preview).await.location(), "/desk/lipowa/admin/import", "a second click does nothing");
    let again = upload(&admin, "units", file).await;
    assert!(again.text.contains("Plik niczego nie zmienia"), "{}", again.text);
}

async fn rows_with_errors_are_named_by_line_and_nothing_is_written(db) {
    let world = World::new(&db);
    let (scope, ..) = world.office("lipowa").await;
    let admin = world.sign_in("admin@lipowa.pl").await;
    let file = "symbol,nazwa,od,nadrzedna\nGK,Gospodarka,2026-01-01,\n12,Zła,,\nFN,Finanse,jutro,\nGK,Druga,,\nX,Iks,,NIE\n";
    let preview = upload(&admin, "units", file.as_bytes()).await;
    for said in ["„jutro” nie jest datą", "jest już w wierszu 2", "Nie ma komórki o symbolu „NIE”", "4 wiersze zawierają błędy"] {
        assert!(preview.text.contains(said), "{said}: {}", preview.text);
    }
    assert!(!preview.text.contains("name=\"seen\""), "nothing to confirm");
    assert_eq!(codes(&world, scope).await.len(), 1);
    for (file, said) in [(&b"PK\x03\x04"[..], "CSV"), (b"symbol;opis\nA;b\n", "nazwa"), (b"", "")] {
        let answer = upload(&admin, "units", file).await;
        assert!(answer.status == 422 || answer.text.contains(said), "{said}: {}", answer.text);
    }
}

async fn people_are_invited_changed_or_left_alone(db) {
    let world = World::new(&db);
    let (scope, ..) = world.office("lipowa").await;
    let admin = world.sign_in("admin@lipowa.pl").await;
    let bad = "email;imię;nazwisko;komórka;role\nanna@lipowa.pl;Anna;Nowak;OR;wójt\nx;Jan;;BRAK;\n";
    let preview = upload(&admin, "people", bad.as_bytes()).await;
    for said in ["Nie ma roli „wójt”", "„x” nie jest adresem e-mail", "Nie ma komórki o symbolu „BRAK”"] {
        assert!(preview.text.contains(said), "{said}: {}", preview.text);
    }
    let file = "e-mail;imię;nazwisko;komórka;stanowisko;role;od\nanna@lipowa.pl;Anna;Nowak;OR;inspektor;urzędnik|kancelaria|Autor kursów|trener;2026-02-01\n\
                ADMIN@lipowa.pl;Anna;Adminowska;OR;sekretarz;;\n";
    let preview = upload(&admin, "people", file.as_bytes()).await;
    let done = confirm(&admin, &preview).await;
    assert_eq!(done.status, 303, "{}", done.text);
    let rows = world.db().read(move |c| Box::pin(async move { offices::members(c, scope, offices::Filter::on(TODAY)).await })).await.unwrap();
    assert_eq!(
        rows.iter().map(|m| (m.email.as_str(), m.position.as_str(), m.roles.0.as_slice())).collect::<Vec<_>>(),
        [("admin@lipowa.pl", "sekretarz", &[Role::Administrator][..]), ("anna@lipowa.pl", "inspektor", &[Role::Official, Role::Registry, Role::Author, Role::Trainer])]
    );
    assert_eq!(world.mails("anna@lipowa.pl").await.len(), 1, "an invitation");
    assert!(world.mails("admin@lipowa.pl").await.is_empty(), "known people are not written to");
}

async fn a_change_since_the_preview_shows_it_again(db) {
    let world = World::new(&db);
    let (scope, ..) = world.office("lipowa").await;
    let admin = world.sign_in("admin@lipowa.pl").await;
    let preview = upload(&admin, "units", b"code,name\nGK,Utilities\n").await;
    world.add_unit(scope, unit("GK", "Gospodarka")).await.unwrap();
    let answer = confirm(&admin, &preview).await;
    assert_eq!(answer.status, 409);
    assert!(answer.text.contains("zmieniły się od czasu") && answer.text.contains("Gospodarka"), "{}", answer.text);
    let names = world.db().read(move |c| Box::pin(async move { offices::units(c, scope, TODAY).await })).await.unwrap();
    assert!(names.iter().any(|u| u.name == "Gospodarka"), "nothing was written");
    let template = admin.get("/desk/lipowa/admin/import/template/people").await;
    assert!(template.text.contains("stanowisko"), "{}", template.text);
    assert!(upload(&admin, "people", &template.bytes).await.text.contains("Jan Kowalski — GK"), "the template can be read");
}
}
