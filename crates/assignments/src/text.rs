//! The text of a work: its words and its paragraphs, to which comments are attached.

/// The most paragraphs a text is divided into; in longer ones several lines are one paragraph.
pub const MOST_PARAGRAPHS: usize = 300;

/// How many words a text has: runs of signs with a letter or a digit among them.
pub fn words(text: &str) -> usize {
    text.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).count()
}

/// The paragraphs of a text, in order: its lines that are not empty. The same text always has the same ones, so that a
/// comment stays where it was put.
pub fn paragraphs(text: &str) -> Vec<String> {
    let lines: Vec<&str> = text.lines().map(str::trim_end).filter(|l| !l.trim().is_empty()).collect();
    let together = lines.len().div_ceil(MOST_PARAGRAPHS).max(1);
    lines.chunks(together).map(|lines| lines.join("\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_without_signs() {
        assert_eq!(words("Wzywam – na podstawie art. 64 § 2 k.p.a. – do podpisu."), 9);
        assert_eq!(words(" \n - • "), 0);
    }

    #[test]
    fn every_line_is_a_paragraph_and_long_texts_have_few() {
        assert_eq!(paragraphs("Pierwszy.\n\n  \nDrugi.\r\nTrzeci."), ["Pierwszy.", "Drugi.", "Trzeci."]);
        assert!(paragraphs("").is_empty());
        let long = "wiersz\n".repeat(10_000);
        let divided = paragraphs(&long);
        assert!(divided.len() <= MOST_PARAGRAPHS);
        assert_eq!(divided.join("\n").lines().count(), 10_000);
    }
}
