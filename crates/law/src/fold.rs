//! Polish text made comparable: folding for search, keys for sorting, plural forms.
//!
//! Databases differ in how they lower, compare and sort Polish letters, so both keys are computed here
//! and stored beside the text.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Letters that Unicode does not decompose, with their plain spelling.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ł' => "l",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'þ' => "th",
        'ŧ' => "t",
        _ => return None,
    })
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}')
}

/// Folds text for searching: lower case, no diacritics, dashes and all white space as one single space.
///
/// `Łódź` and `LODZ` both become `lodz`; `Bielsko–Biała` becomes `bielsko biala`. Folding twice changes
/// nothing. Letters of other scripts stay, lower-cased.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for letter in text.nfkd().flat_map(char::to_lowercase).nfkd() {
        if letter.is_whitespace() || letter.is_control() || is_dash(letter) {
            gap = true;
            continue;
        }
        if is_combining_mark(letter) || letter == '\u{ad}' || letter == '\u{200b}' {
            continue;
        }
        if gap && !folded.is_empty() {
            folded.push(' ');
        }
        gap = false;
        match plain(letter) {
            Some(text) => folded.push_str(text),
            None => folded.push(letter),
        }
    }
    folded
}

/// Folds text into a part of an address: ASCII letters and digits with single hyphens between.
///
/// Empty when nothing of the text can be kept.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    for word in fold(text).split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug
}

/// The place of a Polish letter with a diacritic after its plain letter: ź is 1, ż is 2.
fn polish_variant(letter: char) -> Option<(char, char)> {
    Some(match letter {
        'ą' => ('a', '1'),
        'ć' => ('c', '1'),
        'ę' => ('e', '1'),
        'ł' => ('l', '1'),
        'ń' => ('n', '1'),
        'ó' => ('o', '1'),
        'ś' => ('s', '1'),
        'ź' => ('z', '1'),
        'ż' => ('z', '2'),
        _ => return None,
    })
}

/// A key that sorts text in the order of the Polish alphabet: a ą b c ć d e ę … z ź ż.
///
/// The key holds only lower-case ASCII letters and digits, two for each letter, so that it sorts the same
/// bytewise and under the usual collations of any database. Word by word: a space (also for
/// dashes and punctuation) comes before digits, digits before letters. Upper and lower case are alike, and
/// so are foreign diacritics and the plain letter; let the caller break ties. Letters of other scripts
/// come last, in the order of their code points.
#[must_use]
pub fn sort_key(text: &str) -> String {
    let mut key = String::with_capacity(text.len() * 2);
    let mut gap = false;
    for letter in text.nfc().flat_map(char::to_lowercase).nfc() {
        if let Some((base, variant)) = polish_variant(letter) {
            push_gap(&mut key, &mut gap);
            key.push(base);
            key.push(variant);
            continue;
        }
        let folded = fold(letter.encode_utf8(&mut [0; 4]));
        let mut known = false;
        for part in folded.chars() {
            if part.is_ascii_alphabetic() {
                push_gap(&mut key, &mut gap);
                key.push(part);
                key.push('0');
                known = true;
            } else if part.is_ascii_digit() {
                push_gap(&mut key, &mut gap);
                key.push('1');
                key.push(part);
                known = true;
            } else if part.is_alphanumeric() {
                push_gap(&mut key, &mut gap);
                key.push_str(&format!("z9{:06x}", u32::from(part)));
                known = true;
            }
        }
        gap |= !known && !is_combining_mark(letter);
    }
    key
}

fn push_gap(key: &mut String, gap: &mut bool) {
    if *gap && !key.is_empty() {
        key.push_str("00");
    }
    *gap = false;
}

/// Chooses the Polish plural form: `1 sprawa`, `2 sprawy`, `5 spraw`, `12 spraw`, `22 sprawy`.
#[must_use]
pub fn plural<T>(n: u64, one: T, few: T, many: T) -> T {
    if n == 1 {
        one
    } else if (2..=4).contains(&(n % 10)) && !(12..=14).contains(&(n % 100)) {
        few
    } else {
        many
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn folds_polish_and_foreign_letters() {
        for (text, folded) in [
            ("Łódź", "lodz"),
            ("  ŻÓŁĆ \u{a0} gęślą\tjaźń ", "zolc gesla jazn"),
            ("Bielsko–Biała", "bielsko biala"),
            ("Z\u{307}ary", "zary"),
            ("Müller Straße Ångström Đoković", "muller strasse angstrom dokovic"),
            ("İstanbul", "istanbul"),
            ("", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn makes_slugs() {
        assert_eq!(slug("Dobra (Szczecińska)"), "dobra-szczecinska");
        assert_eq!(slug("Urząd m.st. Warszawy"), "urzad-m-st-warszawy");
        assert_eq!(slug("—"), "");
    }

    #[test]
    fn sorts_in_the_order_of_the_polish_alphabet() {
        let sorted = [
            "3 Maja",
            "Adam",
            "azot",
            "Ąba",
            "Bielsk",
            "Bielsk Podlaski",
            "Bielsko-Biała",
            "cyrk",
            "ćma",
            "lody",
            "Łapy",
            "Łódź",
            "mak",
            "osa",
            "ósmy",
            "sto",
            "świt",
            "zza",
            "Źródło",
            "żaba",
        ];
        let mut shuffled = sorted;
        shuffled.reverse();
        shuffled.sort_by_key(|word| sort_key(word));
        assert_eq!(shuffled, sorted);
    }

    #[test]
    fn picks_plural_forms() {
        let form = |n| plural(n, "sprawa", "sprawy", "spraw");
        for n in [2, 3, 4, 22, 104, 1_002] {
            assert_eq!(form(n), "sprawy", "{n}");
        }
        for n in [0, 5, 11, 12, 13, 14, 21, 111, 112, 1_000] {
            assert_eq!(form(n), "spraw", "{n}");
        }
        assert_eq!(form(1), "sprawa");
    }

    proptest! {
        #[test]
        fn folding_is_idempotent(text in any::<String>()) {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn sort_keys_are_plain_and_ignore_case(text in "[a-zA-ZąćęłńóśźżĄĆĘŁŃÓŚŹŻ0-9 -]{0,30}") {
            let key = sort_key(&text);
            prop_assert!(key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
            prop_assert_eq!(key, sort_key(&text.to_uppercase()));
        }

        #[test]
        fn slugs_fit_an_address(text in any::<String>()) {
            prop_assert!(slug(&text).bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
        }
    }
}
