use super::*;
use jiff::civil::date;
use proptest::prelude::*;

fn fault<T: std::str::FromStr<Err = Refusal>>(text: &str) -> Fault {
    text.parse::<T>().map(|_| ()).unwrap_err().fault
}

#[test]
fn reads_a_pesel_and_what_it_tells() {
    let pesel: Pesel = " 440514-01359 ".parse().unwrap();
    assert_eq!(pesel.as_str(), "44051401359");
    assert_eq!((pesel.birth_date(), pesel.sex(), pesel.century()), (date(1944, 5, 14), Sex::Male, 20));
    assert_eq!(pesel.age_on(date(2026, 5, 13)), Some(81));
    assert_eq!(pesel.age_on(date(2026, 5, 14)), Some(82));
    assert_eq!(pesel.age_on(date(1944, 5, 13)), None);
    assert_eq!(format!("{pesel:?}"), "Pesel(…)");
}

#[test]
fn says_what_is_wrong_with_a_pesel() {
    assert_eq!(fault::<Pesel>("  "), Fault::Empty);
    assert_eq!(fault::<Pesel>("4405140135"), Fault::Length { found: 10 });
    assert_eq!(fault::<Pesel>("4405140135O"), Fault::Character { found: 'O', position: 11 });
    assert_eq!(fault::<Pesel>("44051401358"), Fault::Checksum);
    assert_eq!(fault::<Pesel>("02381307589"), Fault::ImpossibleDate);
    assert_eq!(fault::<Pesel>("00000000000"), Fault::ImpossibleDate);
    assert_eq!(fault::<Pesel>("٤٤٠٥١٤٠١٣٥٩"), Fault::Character { found: '٤', position: 1 });
    let why = "4405140135".parse::<Pesel>().unwrap_err();
    assert_eq!(why.why_pl(), "Numer PESEL ma mieć 11 cyfr, a wpisano 10 cyfr.");
    assert_eq!(why.to_string(), "The PESEL number should have 11 digits, but 10 were typed.");
}

#[test]
fn reads_nip_and_regon() {
    let nip: Nip = "PL 856-734-62-15".parse().unwrap();
    assert_eq!((nip.as_str(), nip.grouped().as_str()), ("8567346215", "856-734-62-15"));
    assert_eq!(fault::<Nip>("0000000000"), Fault::Zeros);
    assert_eq!(fault::<Nip>("PL 856-734-62-1x"), Fault::Character { found: 'x', position: 16 });
    assert_eq!(fault::<Regon>("12345678612342"), Fault::InnerChecksum);
    assert_eq!(fault::<Regon>("12345678512348"), Fault::Checksum);
    assert_eq!(fault::<Regon>("1234567851"), Fault::Length { found: 10 });
    assert!("123456785 12347".parse::<Regon>().unwrap().is_local_unit());
}

#[test]
fn reads_postal_codes() {
    for typed in ["09-500", "09500", "09 500", " 09 – 500"] {
        assert_eq!(typed.parse::<PostalCode>().unwrap().as_str(), "09-500", "{typed}");
    }
    assert_eq!(fault::<PostalCode>("0950"), Fault::Length { found: 4 });
    assert_eq!(fault::<PostalCode>("O9-500"), Fault::Character { found: 'O', position: 1 });
}

#[test]
fn reads_bank_accounts() {
    let account: BankAccount = "61 1090 1014 0000 0712 1981 2874".parse().unwrap();
    assert_eq!(account.as_str(), "PL61109010140000071219812874");
    assert_eq!(account.grouped(), "61 1090 1014 0000 0712 1981 2874");
    assert_eq!("pl61109010140000071219812874".parse::<BankAccount>().unwrap(), account);
    assert_eq!(fault::<BankAccount>("62 1090 1014 0000 0712 1981 2874"), Fault::Checksum);
    assert_eq!(fault::<BankAccount>("DE89 3704 0044 0532 0130 00"), Fault::ForeignAccount);
    assert_eq!(fault::<BankAccount>("PL61"), Fault::Length { found: 2 });
}

#[test]
fn reads_phones() {
    for typed in ["123 456 789", "+48 123-456-789", "0048123456789", "48 123 456 789", "(12) 345 67 89"] {
        assert_eq!(typed.parse::<Phone>().unwrap().as_str(), "+48123456789", "{typed}");
    }
    assert_eq!("+49 30 901820".parse::<Phone>().unwrap().grouped(), "+4930901820");
    assert_eq!("123456789".parse::<Phone>().unwrap().grouped(), "123 456 789");
    assert_eq!(fault::<Phone>("012 345 678"), Fault::LeadingZero);
    assert_eq!(fault::<Phone>("12345678"), Fault::Length { found: 8 });
    assert_eq!(fault::<Phone>("+"), Fault::Empty);
}

#[test]
fn every_refusal_reads_as_a_sentence() {
    let kinds = [Kind::Pesel, Kind::Nip, Kind::Regon, Kind::PostalCode, Kind::BankAccount, Kind::Phone];
    let faults = [
        Fault::Empty,
        Fault::Character { found: '\u{7}', position: 3 },
        Fault::Length { found: 2 },
        Fault::Checksum,
        Fault::InnerChecksum,
        Fault::ImpossibleDate,
        Fault::Zeros,
        Fault::ForeignAccount,
        Fault::LeadingZero,
    ];
    for kind in kinds {
        for fault in faults {
            for lang in [Lang::Pl, Lang::En] {
                let why = Refusal { kind, fault }.why(lang);
                assert!(why.ends_with('.') && why.starts_with(char::is_uppercase) && !why.contains('\u{7}'), "{why}");
            }
        }
    }
}

proptest! {
    #[test]
    fn any_text_is_answered(text in any::<String>()) {
        let _ = text.parse::<Pesel>();
        let _ = text.parse::<Nip>();
        let _ = text.parse::<Regon>();
        let _ = text.parse::<PostalCode>();
        let _ = text.parse::<BankAccount>();
        let _ = text.parse::<Phone>();
    }

    #[test]
    fn digits_of_any_length_are_answered(text in "(PL|pl|\\+)?[0-9 -]{0,40}") {
        let _ = text.parse::<Pesel>();
        let _ = text.parse::<Nip>();
        let _ = text.parse::<Regon>();
        let _ = text.parse::<PostalCode>();
        let _ = text.parse::<BankAccount>();
        let _ = text.parse::<Phone>();
    }

    #[test]
    fn a_made_pesel_is_read_back(year in 1800i16..2300, day in 1i16..=365, serial in 0u16..10_000) {
        let born = date(year, 1, 1).with().day_of_year(day).build().unwrap();
        let shift = match year / 100 { 18 => 80, 19 => 0, 20 => 20, 21 => 40, _ => 60 };
        let base = format!("{:02}{:02}{:02}{serial:04}", year % 100, born.month() + shift, born.day());
        let sum = weighted(&base, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3]);
        let pesel: Pesel = format!("{base}{}", (10 - sum % 10) % 10).parse().unwrap();
        prop_assert_eq!(pesel.birth_date(), born);
        prop_assert_eq!(pesel.sex() == Sex::Male, serial % 2 == 1);
    }

    #[test]
    fn one_wrong_digit_never_passes(position in 0usize..11, shift in 1u8..10) {
        let mut digits = b"44051401359".to_vec();
        digits[position] = b'0' + (digits[position] - b'0' + shift) % 10;
        prop_assert!(String::from_utf8(digits).unwrap().parse::<Pesel>().is_err());
    }
}
