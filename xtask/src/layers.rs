//! Which crate may use which. Platform crates use what lies below them; subjects call one another along few arrows.

use std::{collections::BTreeMap, collections::BTreeSet, fs, process::Command};

use serde_json::Value;

use crate::machine;

/// The arrows: each crate and the crates of ours it may use. Reviewed by hand; a new arrow is a decision.
const ALLOWED: &[(&str, &[&str])] = &[
    ("kernel", &[]),
    ("law", &[]),
    ("lemma", &[]),
    ("pdf", &[]),
    ("questions", &["i18n", "lemma"]),
    ("badges", &["kernel"]),
    ("i18n-build", &[]),
    ("i18n", &["kernel", "law"]),
    ("db", &["kernel"]),
    ("ui", &["kernel", "law", "i18n"]),
    ("blob", &["kernel", "i18n"]),
    ("jobs", &["kernel", "db"]),
    ("mail", &["kernel", "db", "i18n", "jobs"]),
    ("seal", &["kernel", "db"]),
    ("search", &["kernel", "db", "lemma"]),
    ("web", &["kernel", "db", "i18n", "ui", "blob", "pdf", "seal"]),
    ("sheet", &["kernel", "i18n", "ui", "web"]),
    ("audit", &["kernel", "db", "i18n", "ui", "web", "law", "jobs", "sheet"]),
    ("identity", &["audit", "@"]),
    ("offices", &["identity", "audit", "@"]),
    ("hooks", &["offices", "identity", "audit", "@"]),
    ("courses", &["offices", "identity", "audit", "@"]),
    ("enrolments", &["courses", "offices", "identity", "audit", "@"]),
    ("quizzes", &["enrolments", "courses", "offices", "identity", "audit", "@"]),
    ("assignments", &["enrolments", "courses", "offices", "identity", "audit", "@"]),
    ("certificates", &["enrolments", "courses", "offices", "identity", "audit", "@"]),
    (
        "training",
        &["certificates", "assignments", "quizzes", "enrolments", "courses", "offices", "identity", "audit", "@"],
    ),
    (
        "learn",
        &[
            "training",
            "certificates",
            "assignments",
            "quizzes",
            "enrolments",
            "courses",
            "offices",
            "identity",
            "audit",
            "@",
        ],
    ),
    ("services", &["offices", "identity", "audit", "@"]),
    ("records", &["services", "offices", "identity", "audit", "@"]),
    ("letters", &["records", "services", "offices", "identity", "audit", "@"]),
    ("correspondence", &["records", "services", "offices", "identity", "audit", "@"]),
    ("desk", &["letters", "correspondence", "records", "services", "offices", "identity", "audit", "@"]),
    ("my", &["letters", "correspondence", "records", "services", "offices", "identity", "audit", "@"]),
    (
        "szpon",
        &[
            "desk",
            "my",
            "learn",
            "training",
            "certificates",
            "assignments",
            "quizzes",
            "enrolments",
            "courses",
            "hooks",
            "letters",
            "correspondence",
            "records",
            "services",
            "offices",
            "identity",
            "audit",
            "@",
        ],
    ),
    ("bench", &["szpon", "training", "quizzes", "enrolments", "courses", "records", "offices", "identity", "@"]),
    ("testkit", &["@"]),
    // For tests only: subjects about cases and about learning name them under their development dependencies.
    ("testworld", &["testkit", "records", "services", "offices", "identity", "audit", "@"]),
    ("testlearning", &["testworld", "testkit", "enrolments", "courses", "offices", "identity", "audit", "@"]),
];
/// What `@` stands for: the platform and the engines.
const PLATFORM: &[&str] = &[
    "kernel",
    "law",
    "lemma",
    "pdf",
    "questions",
    "badges",
    "i18n",
    "db",
    "ui",
    "blob",
    "jobs",
    "mail",
    "search",
    "seal",
    "web",
    "sheet",
];
/// Crates that are in no program.
const TEST_ONLY: &[&str] = &["testkit", "testlearning", "testworld"];
/// Crates that must not come in: another way to do what one crate already does, or a licence that does not fit.
const FORBIDDEN: &[&str] =
    &["openssl-sys", "native-tls", "ring-compat", "sqlx", "diesel", "sea-orm", "chrono-tz", "tera", "askama"];
const BEGIN: &str = "<!-- layers: drawn by cargo xtask layers -->";
const END: &str = "<!-- layers end -->";

/// Checks the arrows; without `check` also redraws the picture in ARCHITECTURE.md.
pub fn run(check: bool) -> Result<(), String> {
    let text = machine::output(Command::new("cargo").current_dir(machine::root()).args([
        "metadata",
        "--format-version",
        "1",
        "--locked",
    ]))?;
    let metadata: Value = serde_json::from_str(&text).map_err(|e| e.to_string())?;
    let packages = metadata["packages"].as_array().ok_or("no packages")?;
    let own: BTreeMap<&str, &Value> = packages
        .iter()
        .filter(|p| p["source"].is_null())
        .filter_map(|p| Some((p["name"].as_str()?, p)))
        .filter(|(name, _)| *name != "xtask")
        .collect();
    let mut problems = Vec::new();
    let mut arrows: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (name, package) in &own {
        let Some((_, allowed)) = ALLOWED.iter().find(|(n, _)| n == name) else {
            problems.push(format!("{name} stands in no layer: add it to xtask/src/layers.rs"));
            continue;
        };
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let target = dependency["name"].as_str().unwrap_or_default();
            let normal = dependency["kind"].is_null();
            if !normal || !own.contains_key(target) {
                continue;
            }
            let fits = allowed.contains(&target) || (allowed.contains(&"@") && PLATFORM.contains(&target));
            if !fits {
                problems.push(format!("{name} may not use {target}"));
            }
            arrows.entry(name).or_default().insert(target);
        }
    }
    for package in packages {
        let name = package["name"].as_str().unwrap_or_default();
        if FORBIDDEN.contains(&name) {
            problems.push(format!("{name} is in the dependencies and must not be"));
        }
    }
    if !problems.is_empty() {
        return Err(problems.join("\n"));
    }
    let path = machine::root().join("ARCHITECTURE.md");
    let document = fs::read_to_string(&path).unwrap_or_default();
    let drawn = draw(&arrows);
    let (Some(start), Some(end)) = (document.find(BEGIN), document.find(END)) else { return Ok(()) };
    let fresh = format!("{}{BEGIN}\n{drawn}{}", &document[..start], &document[end..]);
    if fresh == document {
        return Ok(());
    }
    if check {
        return Err("the picture in ARCHITECTURE.md is old: run `cargo xtask layers`".into());
    }
    fs::write(&path, fresh).map_err(|e| e.to_string())
}

/// The arrows between subjects as a Mermaid graph; the platform is left out, all may use it.
fn draw(arrows: &BTreeMap<&str, BTreeSet<&str>>) -> String {
    let mut text = String::from("```mermaid\ngraph TD\n");
    for (from, targets) in arrows {
        if PLATFORM.contains(from) || TEST_ONLY.contains(from) {
            continue;
        }
        for target in targets {
            // An arrow that another path already implies is left out.
            let implied = targets.iter().any(|other| other != target && reaches(arrows, other, target));
            if !PLATFORM.contains(target) && !implied {
                text.push_str(&format!("    {from} --> {target}\n"));
            }
        }
    }
    text.push_str("```\n");
    text
}

fn reaches(arrows: &BTreeMap<&str, BTreeSet<&str>>, from: &str, to: &str) -> bool {
    arrows.get(from).is_some_and(|next| next.contains(to) || next.iter().any(|n| reaches(arrows, n, to)))
}
