//! `szpon record export | verify | audit`: case files that prove themselves.

use std::process::ExitCode;

use clap::ArgMatches;
use db::{Conn, Q, q};
use kernel::{Arg, FaultKind, OfficeScope, Result, ids::CaseId};
use records::{
    chain::{self, BreakKind, Trouble},
    export,
};

use crate::{
    cli::{path, text},
    config::Config,
    language::{fault, t},
    msg, server,
};

/// Proves an exported case whole, or names the first link that does not hold. Needs nothing but the folder.
pub fn verify(matches: &ArgMatches) -> ExitCode {
    let (t, folder) = (t(), path(matches, "folder"));
    if !folder.is_dir() {
        eprintln!("szpon: {}", t.f(msg::CLI_NO_FOLDER, &[("folder", folder.display().to_string().into())]));
        return ExitCode::FAILURE;
    }
    match export::verify(&folder) {
        Ok(v) => {
            println!("{}", t.f(msg::CLI_VERIFIED, &[("reference", v.reference.into())]));
            println!("{}", t.f(msg::CLI_VERIFIED_TITLE, &[("title", v.title.into())]));
            let counts = [("entries", v.entries.into()), ("documents", v.documents.into()), ("files", v.files.into())];
            println!("{}", t.f(msg::CLI_VERIFIED_COUNTS, &counts));
            println!("{}", t.f(msg::CLI_VERIFIED_HEAD, &[("head", v.head.into())]));
            println!("{}", t.f(msg::CLI_VERIFIED_COMPARE, &[("entry", v.entries.into())]));
            ExitCode::SUCCESS
        }
        Err(broken) => {
            eprintln!("{}", t.f(msg::CLI_BROKEN, &[("why", broken.said(t).into())]));
            ExitCode::FAILURE
        }
    }
}

/// Runs `record export` and `record audit`, which need the installation.
///
/// # Errors
/// When the office or the case is not there, or the folder cannot be written.
pub async fn run(config: &Config, matches: &ArgMatches) -> std::result::Result<ExitCode, String> {
    let t = t();
    let (name, own) = matches.subcommand().ok_or_else(|| t.s(msg::CLI_MISUSE_NO_COMMAND))?;
    let app = server::open(config, false).await?;
    let slug = text(own, "office").to_owned();
    let said = || ("office", Arg::from(text(own, "office")));
    let office = app
        .db
        .read(move |c| Box::pin(async move { offices::by_slug(c, &slug).await }))
        .await
        .map_err(|f| fault(&f))?
        .ok_or_else(|| t.f(msg::CLI_NO_OFFICE, &[said()]))?;
    let scope = OfficeScope::checked(office.id);
    if name == "audit" {
        return audit(&app, scope).await.map_err(|f| fault(&f));
    }
    let wanted = text(own, "case").to_owned();
    let case =
        app.db.read(move |c| Box::pin(async move { find(c, scope, &wanted).await })).await.map_err(|f| {
            match f.kind {
                FaultKind::NotFound => t.f(msg::CLI_NO_CASE, &[said(), ("case", text(own, "case").into())]),
                _ => fault(&f),
            }
        })?;
    let done = export::export(&app, scope, case, &path(own, "folder")).await.map_err(|f| fault(&f))?;
    let folder = done.folder.display().to_string();
    println!(
        "{}",
        t.f(
            msg::CLI_EXPORTED,
            &[("reference", done.reference.into()), ("files", done.files.into()), ("folder", folder.into())]
        )
    );
    println!("{}", t.f(msg::CLI_EXPORTED_HEAD, &[("entry", done.entries.into()), ("head", done.head.into())]));
    Ok(ExitCode::SUCCESS)
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
    let (mut last, mut checked, mut broken) = (None::<CaseId>, 0i64, 0i64);
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
            let trouble = app.db.read(move |c| Box::pin(async move { chain::check(c, scope, id).await })).await?;
            checked += 1;
            if let Some(trouble) = trouble {
                broken += 1;
                println!("{}", said(&reference, &trouble));
            }
        }
    }
    let t = t();
    println!("{}", t.f(msg::CLI_AUDIT_DONE, &[("checked", checked.into()), ("broken", broken.into())]));
    Ok(if broken > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// What is wrong with the record of a case.
fn said(reference: &str, trouble: &Trouble) -> String {
    let (t, reference) = (t(), ("reference", Arg::from(reference)));
    match trouble {
        Trouble::Link(broken) => {
            let why = match broken.why {
                BreakKind::Ordinal => msg::CLI_AUDIT_ORDINAL,
                BreakKind::Previous => msg::CLI_AUDIT_PREVIOUS,
                BreakKind::Content => msg::CLI_AUDIT_CONTENT,
                BreakKind::Columns => msg::CLI_AUDIT_COLUMNS,
            };
            let why = t.f(why, &[("n", broken.ordinal.into())]);
            t.f(msg::CLI_AUDIT_LINK, &[reference, ("why", why.into())])
        }
        Trouble::Count { counted, there } => {
            t.f(msg::CLI_AUDIT_COUNT, &[reference, ("counted", (*counted).into()), ("there", (*there).into())])
        }
    }
}
