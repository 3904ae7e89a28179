//! The letters of an office's sign.

use crate::OfficeKind;

/// Words of names of offices that tell them apart from nothing.
const COMMON: [&str; 14] = [
    "urząd",
    "gminy",
    "gmina",
    "miasta",
    "miasto",
    "miasteczka",
    "miejski",
    "miejskiego",
    "starostwo",
    "powiatowe",
    "w",
    "we",
    "i",
    "oraz",
];

/// One to three letters that remind of an office: `GK` of Urząd Gminy Kodeń, `LU` of Urząd Miasta Lublin, `MK` of the
/// Ministry of Culture.
pub(crate) fn monogram(kind: OfficeKind, name: &str) -> String {
    let telling: Vec<&str> =
        name.split([' ', '-']).filter(|w| !w.is_empty() && !COMMON.contains(&w.to_lowercase().as_str())).collect();
    let first = |word: &&str| word.chars().next();
    let letters: String = match (kind, telling.as_slice()) {
        (_, []) => name.chars().take(1).collect(),
        (OfficeKind::Gmina, [place, ..]) => ['G'].into_iter().chain(place.chars().take(1)).collect(),
        (OfficeKind::Powiat, [place, ..]) => ['P'].into_iter().chain(place.chars().take(1)).collect(),
        (_, [only]) => only.chars().take(2).collect(),
        (_, several) => several.iter().filter_map(first).take(2).collect(),
    };
    letters.to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_reminds_of_the_place() {
        for (kind, name, sign) in [
            (OfficeKind::Gmina, "Urząd Gminy Kodeń", "GK"),
            (OfficeKind::City, "Urząd Miasta Lublin", "LU"),
            (OfficeKind::City, "Urząd Miejski w Łęcznej", "ŁĘ"),
            (OfficeKind::City, "Urząd Miasta Nowy Sącz", "NS"),
            (OfficeKind::Powiat, "Starostwo Powiatowe w Świdniku", "PŚ"),
            (OfficeKind::Ministry, "Ministerstwo Kultury i Dziedzictwa Narodowego", "MK"),
            (OfficeKind::Other, "Urząd", "U"),
        ] {
            assert_eq!(monogram(kind, name), sign, "{name}");
        }
    }
}
