use super::*;
use proptest::prelude::*;

fn read(text: &str) -> CaseReference {
    text.parse().unwrap()
}

fn fault(text: &str) -> ReferenceError {
    text.parse::<CaseReference>().unwrap_err()
}

#[test]
fn reads_references_of_every_shape() {
    let full = read("ABC-A.123.77.3.2011.JW");
    assert_eq!((full.unit().unit(), full.unit().section(), full.symbol()), ("ABC", Some("A"), "123"));
    assert_eq!((full.number(), full.sub_number(), full.year(), full.initials()), (77, Some(3), 2011, Some("JW")));
    assert_eq!(full.bare().to_string(), "ABC-A.123.77.3.2011");
    assert_eq!(read("OR.0123.4.2026").sub_number(), None);
    assert_eq!(read("OR.0123.4.2026.JK").initials(), Some("JK"));
    let sub = read("OŚ.6220.2012.2025.2026");
    assert_eq!((sub.number(), sub.sub_number(), sub.year()), (2012, Some(2025), 2026));
    assert_eq!(read(" GN.3023.1.2021 ").to_string(), "GN.3023.1.2021");
}

#[test]
fn says_what_is_wrong() {
    assert_eq!(fault(""), ReferenceError::Empty);
    assert_eq!(fault("OR.0123.2026"), ReferenceError::PartCount(3));
    assert_eq!(fault("OR/0123/4/2026"), ReferenceError::PartCount(1));
    assert_eq!(fault("12.0123.4.2026"), ReferenceError::NoLetter(Part::Unit));
    assert_eq!(fault("A-B-C.0123.4.2026"), ReferenceError::Character(Part::Section, '-'));
    assert_eq!(fault("OR-.0123.4.2026"), ReferenceError::EmptyPart(Part::Section));
    assert_eq!(fault("OR.01A.4.2026"), ReferenceError::Character(Part::Symbol, 'A'));
    assert_eq!(fault("OR.0123.04.2026"), ReferenceError::LeadingZero(Part::Number));
    assert_eq!(fault("OR.0123.0.2026"), ReferenceError::LeadingZero(Part::Number));
    assert_eq!(fault("OR.0123.99999999999.2026"), ReferenceError::TooBig(Part::Number));
    assert_eq!(fault("OR.0123.4.26"), ReferenceError::Year);
    assert_eq!(fault("OR.0123.4.2026."), ReferenceError::EmptyPart(Part::Initials));
    assert_eq!(fault("OR.0123.4.2026.J-K"), ReferenceError::Character(Part::Initials, '-'));
    assert!(fault("OR.0123.4.26").why_pl().contains("cztery cyfry"));
    let unit: UnitCode = "OR".parse().unwrap();
    assert!(CaseReference::new(unit, "0123", 0, None, 2026, None).is_err());
}

#[test]
fn travels_as_text_in_json() {
    let json = serde_json::to_string(&read("OR.0123.4.2026")).unwrap();
    assert_eq!(json, "\"OR.0123.4.2026\"");
    assert!(serde_json::from_str::<CaseReference>("\"OR.0123\"").is_err());
}

proptest! {
    #[test]
    fn what_is_printed_is_read_back(
        unit in "[A-ZŁŚŻ]{1,6}(-[A-Z0-9]{1,4})?",
        symbol in "[0-9]{1,8}",
        number in 1u32..,
        sub in proptest::option::of(1u32..),
        year in 1900i16..=9999,
        initials in proptest::option::of("[A-ZŁŚ]{1,4}"),
    ) {
        let made = CaseReference::new(unit.parse().unwrap(), &symbol, number, sub, year, initials.as_deref()).unwrap();
        prop_assert_eq!(made.to_string().parse::<CaseReference>().unwrap(), made);
    }

    #[test]
    fn what_is_read_prints_the_same(text in "[A-Z0-9-]{0,4}\\.[0-9]{0,4}\\.[0-9]{0,3}\\.[0-9]{0,4}(\\.[0-9A-Z]{0,4}){0,2}") {
        match text.parse::<CaseReference>() {
            Ok(reference) => prop_assert_eq!(reference.to_string(), text),
            Err(error) => prop_assert!(!error.why_pl().is_empty() && !error.why_en().is_empty()),
        }
    }

    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        let _ = text.parse::<CaseReference>();
    }
}
