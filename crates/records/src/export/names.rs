//! Names of files that every system can hold.

use law::fold::fold;

/// A safe name for the n-th document: its number, then its name with ASCII letters, digits, `-`, `_` and one dot before
/// the ending, at most 80 characters. Never a path, never a name that Windows keeps for itself, never two alike.
pub(crate) fn document_name(number: usize, name: &str) -> String {
    let (stem, ending) = match name.rsplit_once('.') {
        Some((stem, ending)) if !stem.is_empty() && (1..=8).contains(&ending.len()) => (stem, ending),
        _ => (name, ""),
    };
    let clean = |text: &str| -> String {
        let mut out = String::new();
        for c in fold(text).chars() {
            if c.is_ascii_alphanumeric() {
                out.push(c);
            } else if !out.ends_with('_') && !out.is_empty() {
                out.push('_');
            }
        }
        out.trim_matches('_').chars().take(60).collect()
    };
    let (stem, ending) = (clean(stem), clean(ending));
    let stem = if stem.is_empty() { "dokument".to_owned() } else { stem };
    if ending.is_empty() { format!("{number:03}_{stem}") } else { format!("{number:03}_{stem}.{ending}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_name_becomes_one_that_every_system_holds() {
        assert_eq!(document_name(1, "Wniosek o zaświadczenie.PDF"), "001_wniosek_o_zaswiadczenie.pdf");
        assert_eq!(document_name(2, "../../etc/passwd"), "002_etc_passwd");
        assert_eq!(document_name(3, "CON"), "003_con");
        assert_eq!(document_name(4, ".."), "004_dokument");
        assert_eq!(document_name(5, "日本.txt"), "005_dokument.txt");
        assert!(document_name(6, &"x".repeat(500)).len() < 80);
        assert_eq!(document_name(7, "a\u{0}b\n.exe"), "007_a_b.exe");
    }
}
