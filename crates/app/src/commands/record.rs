//! `szpon record export | verify | audit`: case files that prove themselves.

use std::process::ExitCode;

use clap::ArgMatches;
use db::{Conn, Q, q};
use kernel::{Fault, OfficeScope, Result, ids::CaseId};
use records::{chain, export};

use crate::{
    cli::{path, text},
    config::Config,
    server,
};

/// Proves an exported case whole, or names the first link that does not hold. Needs nothing but the folder.
pub fn verify(matches: &ArgMatches) -> ExitCode {
    let folder = path(matches, "folder");
    match export::verify(&folder) {
        Ok(v) => {
            println!("Sprawa {} jest kompletna i niezmieniona.", v.reference);
            println!("Tytuł: {}", v.title);
            println!("Wpisy metryki: {}, dokumenty: {}, pliki: {}", v.entries, v.documents, v.files);
            println!("Ostatnie ogniwo: {}", v.head);
            ExitCode::SUCCESS
        }
        Err(broken) => {
            eprintln!("NARUSZONO: {broken}");
            ExitCode::FAILURE
        }
    }
}

/// Runs `record export` and `record audit`, which need the installation.
///
/// # Errors
/// When the office or the case is not there, or the folder cannot be written.
pub async fn run(config: &Config, matches: &ArgMatches) -> std::result::Result<ExitCode, String> {
    let (name, own) = matches.subcommand().ok_or("which command?")?;
    let app = server::open(config, false).await?;
    let slug = text(own, "office").to_owned();
    let office = app
        .db
        .read(move |c| Box::pin(async move { offices::by_slug(c, &slug).await }))
        .await
        .map_err(|f| f.to_string())?
        .ok_or_else(|| format!("no office {}", text(own, "office")))?;
    let scope = OfficeScope::checked(office.id);
    if name == "export" {
        let wanted = text(own, "case").to_owned();
        let case = app
            .db
            .read(move |c| Box::pin(async move { find(c, scope, &wanted).await }))
            .await
            .map_err(|_| format!("no case {}", text(own, "case")))?;
        let done = export::export(&app, scope, case, &path(own, "folder"))
            .await
            .map_err(|f| i18n::T(kernel::Lang::Pl).fault(&f))?;
        println!("{}: {} files in {}", done.reference, done.files, done.folder.display());
        return Ok(ExitCode::SUCCESS);
    }
    audit(&app, scope).await.map_err(|f| f.to_string())
}

/// A case by its identifier or its reference.
async fn find(c: &mut Conn, scope: OfficeScope, wanted: &str) -> Result<CaseId> {
    if let Ok(id) = wanted.parse() {
        return records::cases::get(c, scope, id).await.map(|row| row.id);
    }
    let (id,): (CaseId,) =
        c.one(q!("SELECT id FROM case_file WHERE office_id = $1 AND reference = $2", scope.office(), wanted)).await?;
    Ok(id)
}

/// Checks the record of every case of an office as it stands in the database.
async fn audit(app: &web::App, scope: OfficeScope) -> Result<ExitCode> {
    let (mut last, mut checked, mut broken) = (None::<CaseId>, 0u64, 0u64);
    loop {
        let page: Vec<(CaseId, String)> = app
            .db
            .read(move |c| {
                Box::pin(async move {
                    let q = Q::new("SELECT id, reference FROM case_file WHERE office_id = $1").bind(scope.office());
                    let q = if let Some(last) = last { q.push(" AND id > ", last) } else { q };
                    c.all(q.text(" ORDER BY id LIMIT 200")).await
                })
            })
            .await?;
        let Some((end, _)) = page.last() else { break };
        last = Some(*end);
        for (id, reference) in page {
            let entries = app.db.read(move |c| Box::pin(async move { chain::entries(c, scope, id).await })).await?;
            checked += 1;
            if let Err(first) = chain::verify(&entries) {
                broken += 1;
                println!("{reference}: wpis {}: {:?}", first.ordinal, first.why);
            }
        }
    }
    println!("{checked} cases checked, {broken} broken");
    if broken > 0 { Ok(ExitCode::FAILURE) } else { Ok::<_, Fault>(ExitCode::SUCCESS) }
}
