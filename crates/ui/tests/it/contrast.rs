//! The contrast of colours in every theme (WCAG 2.1, 1.4.3 and 1.4.11), computed from the style sheets.

use std::collections::BTreeMap;

const LIGHT: &str = include_str!("../../assets/css/tokens.css");
const DARK: &str = include_str!("../../assets/css/tokens-dark.css");
const CONTRAST: &str = include_str!("../../assets/css/tokens-contrast.css");

/// Text on its ground: at least 4.5 to 1 (1.4.3).
const TEXT: &[(&str, &[&str])] = &[
    (
        "text",
        &["bg", "surface", "surface-2", "info-bg", "warning-bg", "danger-bg", "success-bg", "accent-bg", "neutral-bg"],
    ),
    ("muted", &["bg", "surface", "surface-2", "info-bg", "warning-bg"]),
    ("link", &["bg", "surface", "surface-2"]),
    ("link-hover", &["bg", "surface", "surface-2"]),
    ("on-action", &["action", "action-hover"]),
    ("on-action-soft", &["action-soft"]),
    ("on-danger", &["danger", "danger-hover"]),
    ("on-brand", &["brand", "brand-2"]),
    ("on-brand-muted", &["brand", "brand-2"]),
    ("brand", &["on-brand", "on-brand-muted"]),
    ("neutral-fg", &["neutral-bg", "surface"]),
    ("info-fg", &["info-bg", "surface", "bg"]),
    ("success-fg", &["success-bg", "surface", "bg"]),
    ("warning-fg", &["warning-bg", "surface", "bg"]),
    ("danger-fg", &["danger-bg", "surface", "bg"]),
    ("accent-fg", &["accent-bg", "surface"]),
    ("surface", &["success-fg"]),
];

/// Frames of controls, marks and the focus: at least 3 to 1 (1.4.11).
const MARKS: &[(&str, &[&str])] = &[
    ("line-strong", &["surface", "bg"]),
    ("action", &["surface", "bg"]),
    ("danger", &["surface", "bg"]),
    ("focus", &["surface", "bg", "surface-2"]),
    ("focus-brand", &["brand", "brand-2"]),
    ("neutral-solid", &["surface"]),
    ("info-solid", &["surface"]),
    ("success-solid", &["surface"]),
    ("warning-solid", &["surface"]),
    ("danger-solid", &["surface"]),
    ("accent-solid", &["surface"]),
];

#[test]
fn every_text_can_be_read_and_every_mark_seen_in_every_theme() {
    let light = tokens(LIGHT);
    let mut faults = Vec::new();
    for (theme, own) in [("light", &light), ("dark", &tokens(DARK)), ("contrast", &tokens(CONTRAST))] {
        for (pairs, least) in [(TEXT, 4.5), (MARKS, 3.0)] {
            for (front, grounds) in pairs {
                for ground in *grounds {
                    let ratio = ratio(own[*front], own[*ground]);
                    if ratio < least {
                        faults.push(format!("{theme}: {front} on {ground} is {ratio:.2}, at least {least}"));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_theme_sets_every_colour() {
    let light = tokens(LIGHT);
    assert!(light.len() > 40);
    for (theme, css) in [("dark", DARK), ("contrast", CONTRAST)] {
        let own = tokens(css);
        let missing: Vec<_> = light.keys().filter(|name| !own.contains_key(*name)).collect();
        assert!(missing.is_empty(), "{theme} lacks {missing:?}");
    }
}

/// `--name: #rrggbb;` of a sheet.
fn tokens(css: &str) -> BTreeMap<&str, [u8; 3]> {
    css.lines()
        .filter_map(|line| {
            let (name, value) = line.trim().strip_prefix("--")?.split_once(": #")?;
            let hex = value.trim_end_matches(';');
            let part = |at: usize| u8::from_str_radix(hex.get(at..at + 2)?, 16).ok();
            Some((name, [part(0)?, part(2)?, part(4)?]))
        })
        .collect()
}

/// The ratio of WCAG 2.1.
fn ratio(a: [u8; 3], b: [u8; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(colour: [u8; 3]) -> f64 {
    let [r, g, b] = colour.map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}
