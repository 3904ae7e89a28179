//! `szpon import units | people | file-plan OFFICE FILE`: shows what would change; with `--apply` does it, all or nothing.

use std::{fs, process::ExitCode};

use clap::ArgMatches;
use i18n::T;
use kernel::{Lang, OfficeScope};
use law::file_plan;
use offices::import::{self, Kind, Op};
use records::file_plan::NewPlan;
use web::App;

use crate::{
    cli::{path, text},
    config::Config,
    server,
};

/// Reads the file, says row by row what is wrong or would change, and does it when asked to.
///
/// # Errors
/// When the office is not there, the file cannot be read, or another import came in between.
pub async fn run(config: &Config, matches: &ArgMatches) -> Result<ExitCode, String> {
    let app = server::open(config, false).await?;
    let slug = text(matches, "office").to_owned();
    let office = app
        .db
        .read(move |c| Box::pin(async move { offices::by_slug(c, &slug).await }))
        .await
        .map_err(|f| T(Lang::Pl).fault(&f))?
        .ok_or_else(|| format!("no office {}", text(matches, "office")))?;
    let file = path(matches, "file");
    let bytes = fs::read(&file).map_err(|e| format!("{}: {e}", file.display()))?;
    let scope = OfficeScope::checked(office.id);
    let apply = matches.get_flag("apply");
    let kind = match text(matches, "what") {
        "file-plan" => return plan(&app, scope, &bytes, &file.display().to_string(), apply).await,
        "units" => Kind::Units,
        _ => Kind::People,
    };
    let content = import::decode(&bytes).map_err(|f| said(&f))?;
    let ctx = app.system_ctx();
    let name = file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let (id, plan) = {
        let ctx = ctx.clone();
        app.db
            .write(move |c| {
                Box::pin(async move {
                    let id = import::store(c, &ctx, scope, kind, &name, &content).await?;
                    let stored = import::stored(c, scope, id).await?;
                    Ok((id, import::plan(c, &ctx, scope, &stored).await?))
                })
            })
            .await
            .map_err(|f| T(Lang::Pl).fault(&f))?
    };
    let t = T(Lang::Pl);
    for row in &plan.rows {
        match &row.op {
            Op::New => println!("wiersz {}: nowy: {}", row.line, row.label),
            Op::Changed(changes) => {
                let list: Vec<String> =
                    changes.iter().map(|c| format!("{}: {} -> {}", t.s(c.column), c.before, c.after)).collect();
                println!("wiersz {}: zmiana: {} ({})", row.line, row.label, list.join("; "));
            }
            Op::Unchanged => {}
            Op::Error(problems) => {
                for problem in problems {
                    let column = problem.column.map(|key| format!("{}: ", t.s(key))).unwrap_or_default();
                    let label = row.label.trim().trim_end_matches(['—', '-']).trim();
                    let label = if label.is_empty() { String::new() } else { format!("{label}: ") };
                    println!("wiersz {}: błąd: {label}{column}{}", row.line, t.args(problem.key, &problem.args));
                }
            }
        }
    }
    if let Some(fault) = &plan.file {
        return Err(said(fault));
    }
    if !plan.ready() {
        println!("Nie ma czego wprowadzić albo są błędy; nic nie zmieniono.");
        return Ok(ExitCode::FAILURE);
    }
    if !apply {
        println!("To podgląd. Żeby wprowadzić zmiany, dodaj --apply.");
        return Ok(ExitCode::SUCCESS);
    }
    let seen = plan.fingerprint();
    let counts = app
        .db
        .write(move |c| Box::pin(async move { import::apply(c, &ctx, scope, id, &seen, &office.name).await }))
        .await
        .map_err(|f| T(Lang::Pl).fault(&f))?;
    println!("Wprowadzono: nowych {}, zmienionych {}.", counts.new, counts.changed);
    Ok(ExitCode::SUCCESS)
}

async fn plan(app: &App, scope: OfficeScope, bytes: &[u8], name: &str, apply: bool) -> Result<ExitCode, String> {
    let plan = file_plan::parse(bytes).map_err(|f| f.why(law::Lang::Pl).to_string())?;
    for problem in plan.errors().chain(plan.warnings()) {
        println!("{}", problem.why(law::Lang::Pl));
    }
    println!("Klas: {}.", plan.rows.len());
    if !plan.can_be_imported() {
        println!("Są błędy; nic nie zmieniono.");
        return Ok(ExitCode::FAILURE);
    }
    if !apply {
        println!("To podgląd. Żeby wprowadzić wykaz, dodaj --apply.");
        return Ok(ExitCode::SUCCESS);
    }
    let ctx = app.system_ctx();
    let new = NewPlan {
        name: "Jednolity rzeczowy wykaz akt".into(),
        from: ctx.now.warsaw_date(),
        source: name.to_owned(),
        plan,
    };
    app.db
        .write(move |c| Box::pin(async move { records::file_plan::adopt(c, &ctx, scope, &new).await }))
        .await
        .map_err(|f| T(Lang::Pl).fault(&f))?;
    println!("Wprowadzono.");
    Ok(ExitCode::SUCCESS)
}

/// What is wrong with a file as a whole, in Polish.
fn said(fault: &import::FileFault) -> String {
    let t = T(Lang::Pl);
    let columns = match fault {
        import::FileFault::Columns(keys) => keys.iter().map(|k| t.s(k)).collect::<Vec<_>>().join(", "),
        import::FileFault::Twice(key) => t.s(key),
        _ => String::new(),
    };
    t.f(fault.key(), &[("columns", columns.into())])
}
