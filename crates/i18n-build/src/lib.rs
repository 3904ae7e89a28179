//! For `build.rs` of a subject: checks its two locale files against each other and writes constants for their keys.
//!
//! A key missing in one language, a variable one of them does not use, or a file that does not parse stops the
//! build with the key's name. A misspelt key in the code does not compile.

use std::{collections::BTreeMap, collections::BTreeSet, env, fmt::Write as _, fs, path::Path};

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};

type Messages = BTreeMap<String, BTreeSet<String>>;

/// Checks `locales/pl.ftl` and `locales/en.ftl` of the crate being built and writes `OUT_DIR/msg.rs`.
///
/// # Errors
/// A sentence that says what differs or cannot be read; give it back from `main` of the build script.
pub fn generate() -> Result<(), String> {
    let dir = env::var("CARGO_MANIFEST_DIR").map_err(|e| e.to_string())?;
    let out = env::var("OUT_DIR").map_err(|e| e.to_string())?;
    let name = env::var("CARGO_PKG_NAME").map_err(|e| e.to_string())?;
    println!("cargo::rerun-if-changed=locales");
    let path = |lang: &str| format!("{dir}/locales/{lang}.ftl");
    let pl = read(&path("pl"))?;
    let en = read(&path("en"))?;
    compare(&pl, &en)?;
    let mut code = String::new();
    for key in pl.keys() {
        let constant = key.replace('-', "_").to_uppercase();
        let _ = writeln!(code, "/// Message `{key}`.\npub const {constant}: &str = \"{key}\";");
    }
    let _ = writeln!(
        code,
        "/// The texts of this crate in both languages.\npub const SOURCE: ::i18n::Source = ::i18n::Source {{ name: {name:?}, \
         pl: include_str!({:?}), en: include_str!({:?}) }};\n/// All keys of this crate.\npub const KEYS: &[&str] = &{:?};",
        path("pl"),
        path("en"),
        pl.keys().collect::<Vec<_>>()
    );
    fs::write(Path::new(&out).join("msg.rs"), code).map_err(|e| e.to_string())
}

fn read(path: &str) -> Result<Messages, String> {
    let text = fs::read_to_string(path).map_err(|e| format!("{path}: {e}"))?;
    messages(&text).map_err(|e| format!("{path}: {e}"))
}

fn messages(text: &str) -> Result<Messages, String> {
    let resource = parser::parse(text).map_err(|(_, errors)| {
        errors.first().map_or_else(
            || "does not parse".to_owned(),
            |e| format!("line {}: {}", text.get(..e.pos.start).map_or(0, |t| t.lines().count()), e.kind),
        )
    })?;
    let mut found = Messages::new();
    for entry in &resource.body {
        if let Entry::Message(m) = entry {
            let mut vars = BTreeSet::new();
            let pattern = m.value.as_ref().ok_or_else(|| format!("{} has no text", m.id.name))?;
            walk(pattern, &mut vars);
            if found.insert(m.id.name.to_owned(), vars).is_some() {
                return Err(format!("{} stands twice", m.id.name));
            }
        } else if let Entry::Junk { content } = entry {
            return Err(format!("cannot be read: {content}"));
        }
    }
    Ok(found)
}

fn walk(pattern: &Pattern<&str>, vars: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            expression_vars(expression, vars);
        }
    }
}

fn expression_vars(expression: &Expression<&str>, vars: &mut BTreeSet<String>) {
    match expression {
        Expression::Select { selector, variants } => {
            inline_vars(selector, vars);
            for variant in variants {
                walk(&variant.value, vars);
            }
        }
        Expression::Inline(inline) => inline_vars(inline, vars),
    }
}

fn inline_vars(inline: &InlineExpression<&str>, vars: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            vars.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => expression_vars(expression, vars),
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                inline_vars(argument, vars);
            }
        }
        _ => {}
    }
}

fn compare(pl: &Messages, en: &Messages) -> Result<(), String> {
    let problems: Vec<String> = pl
        .iter()
        .filter_map(|(key, vars)| match en.get(key) {
            None => Some(format!("{key} is missing in English")),
            Some(other) if other != vars => Some(format!("{key}: variables differ, {vars:?} and {other:?}")),
            Some(_) => None,
        })
        .chain(en.keys().filter(|k| !pl.contains_key(*k)).map(|k| format!("{k} is missing in Polish")))
        .collect();
    if problems.is_empty() { Ok(()) } else { Err(problems.join("\n")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_translation_and_a_forgotten_variable_are_named() {
        let pl = messages("a = Sprawa { $ref }\nb = Dwa\n").unwrap();
        let en = messages("a = Case\nc = Three\n").unwrap();
        let said = compare(&pl, &en).unwrap_err();
        assert!(said.contains("a: variables differ"), "{said}");
        assert!(said.contains("b is missing in English"), "{said}");
        assert!(said.contains("c is missing in Polish"), "{said}");
    }

    #[test]
    fn variables_inside_plural_forms_count() {
        let m = messages("n = { $n ->\n    [one] { $who }\n   *[other] x\n }\n").unwrap();
        assert_eq!(m["n"].iter().cloned().collect::<Vec<_>>(), ["n", "who"]);
    }
}
