//! Drawings (SVG) that may stand in a course: shapes and words, nothing that runs or comes from elsewhere. They are served
//! in a sandbox besides; this tells the author early.

/// Whether a drawing holds nothing that runs, no entities, and nothing fetched from elsewhere.
pub fn harmless(svg: &str) -> bool {
    let lower = svg.to_ascii_lowercase();
    let forbidden = [
        "<script",
        "<foreignobject",
        "<iframe",
        "<object",
        "<embed",
        "<!entity",
        "<!doctype",
        "javascript:",
        "<animate",
        "<set",
        "<handler",
        "<?xml-stylesheet",
        "@import",
    ];
    if forbidden.iter().any(|f| lower.contains(f)) {
        return false;
    }
    !runs(&lower) && !fetches(&lower)
}

/// Whether an attribute is one of those that run: `onload`, `onclick`…
fn runs(lower: &str) -> bool {
    lower.match_indices("on").any(|(at, _)| {
        let before = lower.get(..at).and_then(|b| b.chars().next_back());
        let rest = lower.get(at + 2..).unwrap_or_default();
        let name: String = rest.chars().take_while(char::is_ascii_alphabetic).collect();
        let after = rest.get(name.len()..).unwrap_or_default().trim_start();
        before.is_some_and(|c| c.is_whitespace() || matches!(c, '"' | '\'' | '/'))
            && !name.is_empty()
            && after.starts_with('=')
    })
}

/// Whether an address leads out of the drawing: only places in it (`#id`) and pictures within it (`data:image/`) may.
fn fetches(lower: &str) -> bool {
    let value = |rest: &str| rest.trim_start().trim_start_matches(['"', '\'']).trim_start().to_owned();
    let inside = |v: &str| v.starts_with('#') || v.starts_with("data:image/png") || v.starts_with("data:image/jpeg");
    let hrefs = lower.match_indices("href").filter_map(|(at, word)| {
        let rest = lower.get(at + word.len()..)?.trim_start();
        rest.strip_prefix('=').map(value)
    });
    let urls = lower.match_indices("url(").filter_map(|(at, word)| lower.get(at + word.len()..).map(value));
    hrefs.chain(urls).any(|v| !inside(&v))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_and_words_are_harmless_and_what_runs_is_not() {
        let wrap = |inner: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\">{inner}</svg>");
        for good in
            ["<rect fill=\"url(#a)\"/>", "<text>on = tak</text>", "<use href=\"#b\"/>", "<text>Monika = ona</text>"]
        {
            assert!(harmless(&wrap(good)), "{good}");
        }
        for bad in [
            "<script>alert(1)</script>",
            "<rect onload=\"alert(1)\"/>",
            "<rect ONCLICK = 'x'/>",
            "<a href=\"javascript:alert(1)\"><text>x</text></a>",
            "<image href=\"https://evil.example/x.png\"/>",
            "<use xlink:href='//evil.example/#a'/>",
            "<style>@import 'x'</style>",
            "<rect fill=\"url(https://evil.example)\"/>",
            "<foreignObject/>",
        ] {
            assert!(!harmless(&wrap(bad)), "{bad}");
        }
        assert!(!harmless("<!DOCTYPE svg [<!ENTITY a \"b\">]><svg/>"));
    }

    #[test]
    fn the_drawings_of_the_catalogue_are_harmless() {
        for course in crate::catalog::courses() {
            for (name, bytes) in &course.pictures {
                assert!(std::str::from_utf8(bytes).is_ok_and(harmless), "{}/{name}", course.slug);
            }
        }
    }
}
