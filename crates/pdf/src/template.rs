//! Letter templates: text with placeholders such as `{{case.reference}}`.

use std::collections::BTreeMap;

use crate::markdown;

/// A template with its data filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled {
    /// The text; placeholders without a value still stand in it.
    pub text: String,
    /// Names of placeholders without a value, in order of appearance, each once.
    pub missing: Vec<String>,
}

/// Puts values in place of placeholders `{{name}}`; spaces inside the braces do not matter.
///
/// Names are words as people write them, of letters, digits, spaces, `.`, `_` and `-`; other text in double braces is
/// left alone. Values are put in as they are and not searched for placeholders again. An empty value
/// counts as a value.
pub fn fill(template: &str, data: &BTreeMap<String, String>) -> Filled {
    replace(template, |name| data.get(name).cloned())
}

/// As [`fill`], for a template in Markdown: values are escaped, so that what a citizen wrote can
/// neither become a heading or a table nor lose an asterisk.
pub fn fill_markdown(template: &str, data: &BTreeMap<String, String>) -> Filled {
    replace(template, |name| data.get(name).map(|value| markdown::escape(value)))
}

/// Names of all placeholders of a template, in order of appearance, each once.
pub fn placeholders(template: &str) -> Vec<String> {
    replace(template, |_| None).missing
}

fn replace(template: &str, value: impl Fn(&str) -> Option<String>) -> Filled {
    let mut filled = Filled::default();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        // Of "{{{" the last two braces open the placeholder.
        let extra = after.len() - after.trim_start_matches('{').len();
        let (braces, inner) = after.split_at(extra);
        filled.text.push_str(before);
        filled.text.push_str(braces);
        rest = inner;
        let name = inner.split_once("}}").map(|(name, _)| name);
        let Some(name) = name.filter(|name| is_name(name.trim())) else {
            filled.text.push_str("{{");
            continue;
        };
        rest = inner.get(name.len() + 2..).unwrap_or_default();
        match value(name.trim()) {
            Some(value) => filled.text.push_str(&value),
            None => {
                filled.text.push_str(&format!("{{{{{name}}}}}"));
                let name = name.trim().to_owned();
                if !filled.missing.contains(&name) {
                    filled.missing.push(name);
                }
            }
        }
    }
    filled.text.push_str(rest);
    filled
}

/// Words of any language, as people write them: `organ odwoławczy`, `party.name`; on one line, at most 80 characters.
fn is_name(name: &str) -> bool {
    !name.is_empty()
        && name.chars().count() <= 80
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | ' '))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn data() -> BTreeMap<String, String> {
        [("case.reference", "OŚ.6220.3.2026"), ("name", "*Żaneta*\n# {{case.reference}}"), ("empty", "")]
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect()
    }

    #[test]
    fn values_stand_in_place_of_placeholders() {
        let filled = fill("Znak: {{case.reference}}{{ empty }}, {{{name}}}", &data());
        assert_eq!(filled.text, "Znak: OŚ.6220.3.2026, {*Żaneta*\n# {{case.reference}}}");
        assert!(filled.missing.is_empty());
    }

    #[test]
    fn unknown_placeholders_stay_and_are_named_once() {
        let filled = fill("{{b}} {{ a }} {{b}} {{not, a name}} {{", &data());
        assert_eq!(filled.text, "{{b}} {{ a }} {{b}} {{not, a name}} {{");
        assert_eq!(filled.missing, ["b", "a"]);
        assert_eq!(placeholders("{{x}}{{y}}{{x}}"), ["x", "y"]);
        assert_eq!(placeholders("{{organ odwoławczy}}"), ["organ odwoławczy"]);
    }

    #[test]
    fn values_in_markdown_stay_plain_text() {
        let filled = fill_markdown("Dla {{name}}", &data());
        let blocks = markdown::blocks(&filled.text);
        assert_eq!(blocks, [crate::Block::paragraph("Dla *Żaneta* # {{case.reference}}")]);
    }

    proptest! {
        #[test]
        fn text_without_placeholders_is_unchanged(text in "[^{]*") {
            prop_assert_eq!(fill(&text, &data()).text, text);
        }

        #[test]
        fn nothing_is_lost_without_data(text in any::<String>()) {
            prop_assert_eq!(fill(&text, &BTreeMap::new()).text, text);
        }

        #[test]
        fn nothing_is_lost_of_many_braces(text in "[{} a]{0,40}") {
            prop_assert_eq!(fill(&text, &BTreeMap::new()).text, text);
        }
    }
}
