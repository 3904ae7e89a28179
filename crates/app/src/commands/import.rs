//! `szpon import units | people | file-plan OFFICE FILE`: shows what would change; with `--apply` does it, all or nothing.

use std::{fs, process::ExitCode};

use clap::ArgMatches;
use kernel::{Arg, OfficeScope};
use law::file_plan;
use offices::import::{self, Kind, Op};
use records::file_plan::NewPlan;
use web::App;

use crate::{
    cli::{path, text},
    config::Config,
    language::{fault, t, unreadable},
    msg, server,
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
        .map_err(|f| fault(&f))?
        .ok_or_else(|| t().f(msg::CLI_NO_OFFICE, &[("office", text(matches, "office").into())]))?;
    let file = path(matches, "file");
    let bytes = fs::read(&file).map_err(|e| unreadable(&file, e))?;
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
            .map_err(|f| fault(&f))?
    };
    let t = t();
    for row in &plan.rows {
        let line = || ("line", Arg::Number(i64::try_from(row.line).unwrap_or(i64::MAX)));
        match &row.op {
            Op::New => println!("{}", t.f(msg::CLI_IMPORT_NEW, &[line(), ("label", row.label.as_str().into())])),
            Op::Changed(changes) => {
                let list: Vec<String> =
                    changes.iter().map(|c| format!("{}: {} -> {}", t.s(c.column), c.before, c.after)).collect();
                let changes = ("changes", list.join("; ").into());
                println!("{}", t.f(msg::CLI_IMPORT_CHANGED, &[line(), ("label", row.label.as_str().into()), changes]));
            }
            Op::Unchanged => {}
            Op::Error(problems) => {
                for problem in problems {
                    let column = problem.column.map(|key| format!("{}: ", t.s(key))).unwrap_or_default();
                    let label = row.label.trim().trim_end_matches(['—', '-']).trim();
                    let label = if label.is_empty() { String::new() } else { format!("{label}: ") };
                    let problem = format!("{label}{column}{}", t.args(problem.key, &problem.args));
                    println!("{}", t.f(msg::CLI_IMPORT_PROBLEM, &[line(), ("problem", problem.into())]));
                }
            }
        }
    }
    if let Some(wrong) = &plan.file {
        return Err(said(wrong));
    }
    if !plan.ready() {
        println!("{}", t.s(msg::CLI_IMPORT_NOTHING));
        return Ok(ExitCode::FAILURE);
    }
    if !apply {
        println!("{}", t.s(msg::CLI_IMPORT_PREVIEW));
        return Ok(ExitCode::SUCCESS);
    }
    let seen = plan.fingerprint();
    let counts = app
        .db
        .write(move |c| Box::pin(async move { import::apply(c, &ctx, scope, id, &seen, &office.name).await }))
        .await
        .map_err(|f| fault(&f))?;
    println!("{}", t.f(msg::CLI_IMPORT_DONE, &[("new", counts.new.into()), ("changed", counts.changed.into())]));
    Ok(ExitCode::SUCCESS)
}

async fn plan(app: &App, scope: OfficeScope, bytes: &[u8], name: &str, apply: bool) -> Result<ExitCode, String> {
    let t = t();
    let plan = file_plan::parse(bytes).map_err(|f| f.why(t.law()).to_string())?;
    for problem in plan.errors().chain(plan.warnings()) {
        println!("{}", problem.why(t.law()));
    }
    println!("{}", t.f(msg::CLI_PLAN_CLASSES, &[("n", plan.rows.len().into())]));
    if !plan.can_be_imported() {
        println!("{}", t.s(msg::CLI_PLAN_PROBLEMS));
        return Ok(ExitCode::FAILURE);
    }
    if !apply {
        println!("{}", t.s(msg::CLI_PLAN_PREVIEW));
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
        .map_err(|f| fault(&f))?;
    println!("{}", t.s(msg::CLI_PLAN_DONE));
    Ok(ExitCode::SUCCESS)
}

/// What is wrong with a file as a whole.
fn said(fault: &import::FileFault) -> String {
    let t = t();
    let columns = match fault {
        import::FileFault::Columns(keys) => keys.iter().map(|k| t.s(k)).collect::<Vec<_>>().join(", "),
        import::FileFault::Twice(key) => t.s(key),
        _ => String::new(),
    };
    t.f(fault.key(), &[("columns", columns.into())])
}
