//! Typed words against accepted ones: wildcards, and what the author forgives.

use lemma::{Analyser, Kind, Token};

use crate::model::{Accepted, Forgive};

/// The longest answer that is compared, in letters; more is no short answer.
const LONGEST: usize = 300;

/// The first accepted answer that a typed text fits, by its place in the list.
///
/// Answers as written (wildcards included) go before forgiven ones, so that an author's word for a known mistake wins
/// over forgiveness; a lone `*`, which takes anything, comes last.
///
/// ```
/// use questions::{Accepted, Forgive, words::first_fit};
/// let accepted = |answer: &str| Accepted { answer: answer.to_owned(), fraction: 1.0, feedback: String::new() };
/// let list = [accepted("odwołanie"), accepted("zażalen*")];
/// let all = Forgive { case: true, diacritics: true, inflection: true, typos: 1 };
/// assert_eq!(first_fit(&list, "Odwolania", all), Some(0));
/// assert_eq!(first_fit(&list, "zażalenie", all), Some(1));
/// assert_eq!(first_fit(&list, "wniosek", all), None);
/// ```
#[must_use]
pub fn first_fit(accepted: &[Accepted<String>], typed: &str, forgive: Forgive) -> Option<usize> {
    if typed.chars().count() > LONGEST {
        return accepted.iter().position(|a| is_anything(&a.answer));
    }
    let given = normal(typed, forgive);
    if given.is_empty() {
        return None;
    }
    let listed = || accepted.iter().enumerate().filter(|(_, a)| !is_anything(&a.answer));
    let as_written = listed().find(|(_, a)| {
        let pattern = pattern(&a.answer, forgive);
        if pattern.iter().any(Option::is_none) { glob(&pattern, &given) } else { literal(&pattern) == given }
    });
    let forgiven = || {
        listed().find(|(_, a)| {
            let pattern = pattern(&a.answer, forgive);
            pattern.iter().all(Option::is_some) && near(&literal(&pattern), &given, forgive)
        })
    };
    as_written
        .or_else(forgiven)
        .map(|(place, _)| place)
        .or_else(|| accepted.iter().position(|a| is_anything(&a.answer)))
}

fn is_anything(answer: &str) -> bool {
    answer.trim() == "*"
}

/// One spelling for what never matters: spaces, quotes, dashes, a stop at the end; and what the author says.
fn normal(text: &str, forgive: Forgive) -> String {
    let mut out = String::new();
    for c in text.trim().chars() {
        match c {
            c if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            '„' | '”' | '“' | '«' | '»' => out.push('"'),
            '’' | '‘' => out.push('\''),
            '–' | '—' | '−' | '‑' => out.push('-'),
            '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
            other => out.push(other),
        }
    }
    let mut end = out.trim();
    if end.chars().count() > 1 {
        end = end.trim_end_matches(['.', ',', ';', '!']).trim_end();
    }
    if end.is_empty() {
        end = out.trim();
    }
    match (forgive.case, forgive.diacritics) {
        (true, true) => lemma::fold(end),
        (true, false) => end.to_lowercase(),
        (false, true) => fold_keeping_case(end),
        (false, false) => end.to_owned(),
    }
}

fn fold_keeping_case(text: &str) -> String {
    text.chars()
        .map(|c| {
            let folded = lemma::fold(&c.to_string());
            if c.is_uppercase() { folded.to_uppercase() } else { folded }
        })
        .collect()
}

/// An accepted answer in pieces: characters, and `None` for each run of `*`. `\*` is a star.
fn pattern(answer: &str, forgive: Forgive) -> Vec<Option<char>> {
    const STAR: char = '\u{e000}';
    let text: String = answer.replace(STAR, "").replace("\\*", "\u{e000}");
    let mut out: Vec<Option<char>> = Vec::new();
    for (i, piece) in text.split('*').enumerate() {
        if i > 0 && out.last() != Some(&None) {
            out.push(None);
        }
        // Spaces beside a star belong to the answer, those at its ends do not.
        let core = normal(piece, forgive);
        if i > 0 && !core.is_empty() && piece.starts_with(char::is_whitespace) {
            out.push(Some(' '));
        }
        out.extend(core.chars().map(|c| Some(if c == STAR { '*' } else { c })));
        if text.matches('*').count() > i && !core.is_empty() && piece.ends_with(char::is_whitespace) {
            out.push(Some(' '));
        }
    }
    out
}

fn literal(pattern: &[Option<char>]) -> String {
    pattern.iter().copied().flatten().collect()
}

/// Wildcards in linear space and without backtracking beyond the last star.
fn glob(pattern: &[Option<char>], text: &str) -> bool {
    let text: Vec<char> = text.chars().collect();
    let (mut p, mut t) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    while t < text.len() {
        match pattern.get(p) {
            Some(Some(c)) if *c == text[t] => {
                p += 1;
                t += 1;
            }
            Some(None) => {
                star = Some((p, t));
                p += 1;
            }
            _ => match star {
                Some((at, from)) => {
                    star = Some((at, from + 1));
                    p = at + 1;
                    t = from + 1;
                }
                None => return false,
            },
        }
    }
    pattern.get(p..).unwrap_or_default().iter().all(Option::is_none)
}

/// Whether two normalised texts are the same but for what is forgiven.
fn near(right: &str, given: &str, forgive: Forgive) -> bool {
    if !forgive.inflection && forgive.typos == 0 {
        return false;
    }
    if digits(right) != digits(given) {
        return false;
    }
    let budget = usize::from(forgive.typos);
    let (a, b): (Vec<&str>, Vec<&str>) = (right.split(' ').collect(), given.split(' ').collect());
    if a.len() != b.len() {
        // A space too many or too few is a slip, too.
        let joined = |words: &[&str]| words.concat();
        return budget > 0 && a.len().abs_diff(b.len()) <= budget && joined(&a) == joined(&b);
    }
    let mut spent = 0;
    for (right, given) in a.iter().zip(&b) {
        match cost(right, given, forgive) {
            Some(cost) => spent += cost,
            None => return false,
        }
    }
    spent <= budget
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// How many slips make one word of the other; none when they are different words.
fn cost(right: &str, given: &str, forgive: Forgive) -> Option<usize> {
    if right == given {
        return Some(0);
    }
    let analyser = Analyser::polish();
    let tokens = |word: &str| if forgive.diacritics { analyser.tokens(word) } else { analyser.index_tokens(word) };
    let (wanted, found) = (tokens(right), tokens(given));
    let related = share(&wanted, &found) && !negates(right, given) && !negates(given, right);
    // Letters that differ only in case or marks differ in what is not forgiven: what is, was taken out before.
    let same_letters = lemma::fold(right) == lemma::fold(given);
    if forgive.inflection && related && !same_letters {
        return Some(0);
    }
    let letters = right.chars().count();
    let allowed = usize::from(forgive.typos).min(letters / 4);
    if allowed == 0 {
        return None;
    }
    let another_word = found.iter().all(|t| t.known && t.kind == Kind::Word) && !found.is_empty() && !related;
    if another_word && wanted.iter().all(|t| t.known) && !same_letters {
        return None;
    }
    if letters.abs_diff(given.chars().count()) > allowed + 2 {
        return None;
    }
    let slips = distance(right, given).min(1 + distance(&by_ear(right, forgive), &by_ear(given, forgive)));
    if slips <= allowed {
        return Some(slips);
    }
    // A slip in another form of the word.
    let slipped = forgive.inflection
        && found.len() == 1
        && found.iter().any(|t| {
            !t.known && analyser.near_terms(t).iter().any(|term| wanted.iter().any(|w| w.terms.contains(term)))
        });
    slipped.then_some(1)
}

fn share(one: &[Token], other: &[Token]) -> bool {
    one.len() == other.len()
        && !one.is_empty()
        && one.iter().zip(other).all(|(a, b)| a.folded == b.folded || a.terms.iter().any(|t| b.terms.contains(t)))
}

/// Whether one word is the other with "nie" before it: to the dictionary forms of one word, to a learner opposites.
fn negates(one: &str, other: &str) -> bool {
    let (one, other) = (lemma::fold(one), lemma::fold(other));
    !other.starts_with("nie") && one.strip_prefix("nie").is_some_and(|rest| rest.len() > 2 && lemma::meet(rest, &other))
}

/// Letters that sound the same, written one way: taking one for the other is one slip.
fn by_ear(word: &str, forgive: Forgive) -> String {
    let zh = if forgive.diacritics { "z" } else { "ż" };
    word.replace("rz", zh).replace("ch", "h").replace('ó', "u")
}

/// Damerau's distance, neighbours swapped counting as one slip (optimal string alignment).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let same = a[i - 1] == b[j - 1];
            let mut best = (last[j] + 1).min(row[j - 1] + 1).min(last[j - 1] + usize::from(!same));
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before[j - 2] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut last, row);
    }
    last[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn fits(answer: &str, typed: &str, forgive: Forgive) -> bool {
        let accepted = [Accepted { answer: answer.into(), fraction: 1.0, feedback: String::new() }];
        first_fit(&accepted, typed, forgive).is_some()
    }

    const STRICT: Forgive = Forgive { case: false, diacritics: false, inflection: false, typos: 0 };
    const FORM: Forgive = Forgive { case: true, diacritics: true, inflection: true, typos: 0 };
    const SLIP: Forgive = Forgive { case: true, diacritics: false, inflection: false, typos: 1 };

    #[test]
    fn spaces_quotes_and_a_stop_never_matter() {
        assert!(fits("art. 35 § 3", " art.  35 §\u{a0}3. ", STRICT));
        assert!(fits("„tak”", "\"tak\"", STRICT));
        assert!(!fits("Tak", "tak", STRICT));
        assert!(!fits("żółw", "zolw", STRICT));
    }

    #[test]
    fn wildcards_stand_for_anything() {
        assert!(fits("odwoł*", "odwołanie do SKO", STRICT));
        assert!(fits("*termin*", "w terminie", STRICT));
        assert!(fits("2 \\* 3", "2 * 3", STRICT));
        assert!(!fits("2 \\* 3", "2 i 3", STRICT));
        assert!(!fits("od * do", "oddo", STRICT));
        assert!(fits("od * do", "od rana do", STRICT));
    }

    #[test]
    fn forms_of_a_word_are_one_answer_but_its_opposite_is_not() {
        assert!(fits("strona postępowania", "Strony postepowaniu", FORM));
        assert!(fits("dzień", "dni", FORM));
        assert!(!fits("zameldowany", "niezameldowany", FORM));
        assert!(!fits("odwołanie", "wniosek", FORM));
        assert!(!fits("sąd", "sad", Forgive { diacritics: false, ..FORM }));
    }

    #[test]
    fn slips_are_forgiven_but_not_digits_nor_other_words() {
        assert!(fits("umorzenie", "umożenie", SLIP));
        assert!(fits("umorzeniu", "umorzenie", SLIP));
        assert!(fits("postanowienie", "postnaowienie", SLIP));
        assert!(!fits("kasa", "kara", SLIP));
        assert!(!fits("30 dni", "31 dni", SLIP));
        assert!(!fits("trzy", "czery", SLIP));
        assert!(!fits("kot", "kit", SLIP));
        assert!(fits("zaufany profil", "zaufanyprofil", SLIP));
    }

    #[test]
    fn a_known_mistake_wins_over_forgiveness_and_anything_comes_last() {
        let answer = |answer: &str, fraction| Accepted { answer: answer.into(), fraction, feedback: String::new() };
        let list = [answer("*", 0.0), answer("decyzja", 1.0), answer("decyzje", 0.0)];
        assert_eq!(first_fit(&list, "decyzji", FORM), Some(1));
        assert_eq!(first_fit(&list, "decyzje", FORM), Some(2));
        assert_eq!(first_fit(&list, "uchwała", FORM), Some(0));
    }

    proptest! {
        #[test]
        fn a_plain_answer_fits_itself(answer in "[a-zA-Ząćęłńóśźż0-9 ]{1,40}", typos in 0u8..3, inflection: bool) {
            prop_assume!(!answer.trim().is_empty());
            let same = fits(&answer, &answer, Forgive { inflection, typos, ..STRICT });
            prop_assert!(same);
        }

        #[test]
        fn nothing_typed_makes_it_fail(answer in any::<String>(), typed in any::<String>(), typos in 0u8..3) {
            let _ = fits(&answer, &typed, Forgive { case: true, diacritics: true, inflection: true, typos });
        }
    }
}
