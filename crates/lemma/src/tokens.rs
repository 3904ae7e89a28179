//! Cutting text into words, numbers and identifiers.

use crate::fold::fold;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A word; it has dictionary forms.
    Word,
    /// A plain number, such as `674`.
    Number,
    /// Something kept whole: a case reference, an e-mail address, a date, a code of a form, `800+`.
    Identifier,
}

/// A piece of text before analysis.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Piece<'a> {
    pub(crate) text: &'a str,
    pub(crate) start: usize,
    pub(crate) kind: Kind,
    /// Folded whole, for identifiers with the connectors settled (`IN-1` and `in1` agree, `800 plus` is `800+`).
    pub(crate) folded: String,
}

/// Signs that may stand inside an identifier, between letters or digits.
const CONNECTORS: &[char] =
    &['.', ',', '-', '/', '@', '_', ':', '\\', '\'', '’', '+', '\u{2010}', '\u{2011}', '\u{2013}'];

/// Cuts text into pieces, in order.
pub(crate) fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut out: Vec<Piece<'_>> = Vec::new();
    for (start, chunk) in chunks(text) {
        let digits = chunk.chars().any(char::is_numeric);
        let letters = chunk.chars().any(char::is_alphabetic);
        if let Some(amount) = chunk.strip_suffix('+').filter(|_| digits) {
            out.push(Piece { text: chunk, start, kind: Kind::Identifier, folded: format!("{}+", fold(amount)) });
        } else if !digits && chunk.contains('@') {
            // A trade name such as Emp@tia is a word, an address keeps its sign.
            let folded = fold(chunk);
            let address = folded.split_once('@').is_some_and(|(_, host)| host.contains('.'));
            let (kind, folded) =
                if address { (Kind::Identifier, folded) } else { (Kind::Word, folded.replace('@', "a")) };
            out.push(Piece { text: chunk, start, kind, folded });
        } else if !digits {
            words(chunk, start, &mut out);
        } else if letters || chunk.contains(CONNECTORS) {
            out.push(Piece { text: chunk, start, kind: Kind::Identifier, folded: identifier(chunk) });
        } else {
            out.push(Piece { text: chunk, start, kind: Kind::Number, folded: fold(chunk) });
        }
    }
    join_plus(out)
}

/// Runs of letters and digits with single connectors inside; a plus may end a run of digits.
fn chunks(text: &str) -> Vec<(usize, &str)> {
    let mut out = Vec::new();
    let mut begin: Option<usize> = None;
    let mut end = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, n)| *n);
        let follows = next.is_some_and(|n| n.is_alphanumeric());
        if c.is_alphanumeric() || is_mark(c) && begin.is_some() {
            begin.get_or_insert(at);
            end = at + c.len_utf8();
        } else if begin.is_some() && CONNECTORS.contains(&c) && follows {
            end = at + c.len_utf8();
        } else if let Some(from) = begin.take() {
            let to = if c == '+' && text[from..end].ends_with(char::is_numeric) { at + 1 } else { end };
            out.push((from, &text[from..to]));
        }
    }
    if let Some(from) = begin {
        out.push((from, &text[from..end]));
    }
    out
}

/// Combining diacritics, as typed by some keyboards and copied from some PDF files.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c)
}

/// Parts of a chunk without digits: `ZUS/KRUS`, `rolno-spożywczy`, `pz.gov.pl` are several words each.
fn words<'a>(chunk: &'a str, start: usize, out: &mut Vec<Piece<'a>>) {
    let mut at = start;
    for part in chunk.split(CONNECTORS) {
        if !part.is_empty() {
            out.push(Piece { text: part, start: at, kind: Kind::Word, folded: fold(part) });
        }
        at += part.len();
        at += chunk[at - start..].chars().next().map_or(0, char::len_utf8);
    }
}

/// A folded identifier. Codes of forms lose their hyphen (`IN-1`, `PIT-11`), so that they are found however written.
fn identifier(chunk: &str) -> String {
    let folded = fold(chunk).replace(['\u{2010}', '\u{2011}', '\u{2013}'], "-");
    match folded.split_once('-') {
        Some((code, number))
            if code.chars().all(char::is_alphabetic) && !number.is_empty() && number.chars().all(char::is_numeric) =>
        {
            format!("{code}{number}")
        }
        _ => folded,
    }
}

/// `800 plus` is what people say for `800+`.
fn join_plus(pieces: Vec<Piece<'_>>) -> Vec<Piece<'_>> {
    let mut out: Vec<Piece<'_>> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match out.last_mut() {
            Some(number) if piece.folded == "plus" && number.kind == Kind::Number => {
                number.kind = Kind::Identifier;
                number.folded.push('+');
            }
            _ => out.push(piece),
        }
    }
    out
}

/// An identifier and its runs of neighbouring parts (at least two, or one with letters), so that `0123.4.2026` finds
/// `OR.0123.4.2026.JK` and `IN` finds `IN-1`.
pub(crate) fn identifier_terms(text: &str, folded: &str) -> Vec<String> {
    let mut terms = vec![folded.to_owned()];
    let plain = fold(text);
    let parts: Vec<(usize, &str)> = plain
        .split(CONNECTORS)
        .map(|p| (p.as_ptr() as usize - plain.as_ptr() as usize, p))
        .filter(|p| !p.1.is_empty())
        .collect();
    // Longer chains are not references but something pasted; their parts stay apart.
    let longest = if parts.len() <= 8 { parts.len() } else { 1 };
    for length in 1..=longest {
        for run in parts.windows(length) {
            let (Some((from, _)), Some((last, tail))) = (run.first(), run.last()) else { continue };
            let Some(term) = plain.get(*from..last + tail.len()) else { continue };
            let telling = length > 1 || term.chars().filter(|c| c.is_alphabetic()).count() > 1;
            if telling && !terms.iter().any(|t| t == term) {
                terms.push(term.to_owned());
            }
        }
    }
    terms
}

#[cfg(test)]
mod tests {
    use super::{Kind, identifier_terms, pieces};

    fn cut(text: &str) -> Vec<(String, Kind)> {
        pieces(text).into_iter().map(|p| (p.folded, p.kind)).collect()
    }

    fn one(text: &str) -> (String, Kind) {
        cut(text).remove(0)
    }

    #[test]
    fn identifiers_stay_whole() {
        assert_eq!(one("OR.0123.4.2026.JK"), ("or.0123.4.2026.jk".into(), Kind::Identifier));
        assert_eq!(one("jan.kowalski@gmina.pl."), ("jan.kowalski@gmina.pl".into(), Kind::Identifier));
        assert_eq!(one("(35×45)").1, Kind::Number);
        assert_eq!(one("IN-1"), ("in1".into(), Kind::Identifier));
        assert_eq!(one("IN‑1"), one("in1"));
        assert_eq!(one("12.01.2026 r."), ("12.01.2026".into(), Kind::Identifier));
    }

    #[test]
    fn plus_is_a_word_and_a_sign() {
        assert_eq!(cut("800+"), cut("800 plus"));
        assert_eq!(cut("Wniosek o 500+, proszę")[2].0, "500+");
        assert_eq!(cut("plus minus").len(), 2);
    }

    #[test]
    fn sentences_fall_into_words() {
        let words: Vec<String> = cut("Rolno-spożywczy ZUS/KRUS.Nowe, zdanie!").into_iter().map(|p| p.0).collect();
        assert_eq!(words, ["rolno", "spozywczy", "zus", "krus", "nowe", "zdanie"]);
        assert_eq!(one("Emp@tia"), ("empatia".into(), Kind::Word));
    }

    #[test]
    fn places_point_into_the_text() {
        let text = "e-dowód, ŻÓŁĆ/ul. OR.1.2026";
        for piece in pieces(text) {
            assert_eq!(&text[piece.start..piece.start + piece.text.len()], piece.text);
        }
    }

    #[test]
    fn a_reference_is_found_by_its_middle() {
        let terms = identifier_terms("OR.0123.4.2026.JK", "or.0123.4.2026.jk");
        for term in ["or.0123.4.2026.jk", "0123.4.2026", "or.0123", "jk"] {
            assert!(terms.contains(&term.to_owned()), "{term} in {terms:?}");
        }
        assert!(!terms.contains(&"4".to_owned()));
    }
}
