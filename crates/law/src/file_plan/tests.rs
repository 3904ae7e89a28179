use super::*;
use crate::Lang;
use proptest::prelude::*;

fn read(text: &str) -> Plan {
    parse(text.as_bytes()).unwrap()
}

fn row<'a>(plan: &'a Plan, symbol: &str) -> &'a Row {
    plan.rows.iter().find(|row| row.symbol == symbol).unwrap()
}

#[test]
fn reads_the_plan_of_a_ministry() {
    let plan = parse(MINISTRY_2025).unwrap();
    assert_eq!(plan.errors().map(|problem| problem.why(Lang::Pl)).collect::<Vec<_>>(), Vec::<String>::new());
    assert_eq!(plan.rows.len(), 667);
    assert_eq!(plan.rows.iter().filter(|row| row.kind == RowKind::Final).count(), 528);
    assert_eq!(row(&plan, "000").home, Some(Category::A));
    assert_eq!(row(&plan, "0102").home, Some(Category::Be(10)));
    assert_eq!(row(&plan, "0580").home, Some(Category::BElsewhere));
    assert_eq!((row(&plan, "00").kind, row(&plan, "00").home), (RowKind::Group, None));
    assert!(row(&plan, "000").verified && !row(&plan, "0101").verified);
    // A final class whose category could not be read.
    assert_eq!(
        (row(&plan, "100").kind, row(&plan, "100").home, row(&plan, "100").verified),
        (RowKind::Final, None, false)
    );
    assert_eq!(
        plan.warnings().map(|problem| &problem.what).collect::<Vec<_>>(),
        [&What::CategoryOnGroup("10".to_owned())]
    );
}

#[test]
fn reads_the_starter_plan() {
    let plan = parse(STARTER_GMINA).unwrap();
    assert!(plan.can_be_imported());
    assert_eq!(plan.rows.len(), 27);
    assert_eq!(row(&plan, "0").kind, RowKind::Group);
    for symbol in ["0002", "271", "6730"] {
        let row = row(&plan, symbol);
        assert_eq!((row.kind, row.home, row.verified), (RowKind::Final, None, false), "{symbol}");
    }
    assert!(row(&plan, "6220").verified && row(&plan, "6220").source.contains("bip.gorakalwaria.pl"));
    assert!(plan.warnings().any(|problem| problem.what == What::MissingParent("0002".into(), "000".into())));
}

#[test]
fn reads_semicolons_quotes_and_old_encodings() {
    let plan = read(
        "Symbol;Hasło klasyfikacyjne;Kategoria archiwalna;Uwagi;;\r\n0;\"Zarządzanie; ogólne\";;;;\r\n\r\n00;Narady;B5;\"a\nb\";;\r\n01;Wzory;a / bc;;;\r\n",
    );
    assert!(plan.can_be_imported(), "{:?}", plan.problems);
    assert_eq!(plan.rows[0].title, "Zarządzanie; ogólne");
    assert_eq!((plan.rows[1].line, plan.rows[2].line), (4, 6));
    assert_eq!((plan.rows[2].home, plan.rows[2].other), (Some(Category::A), Some(Category::Bc)));
    let windows = parse(b"symbol,haslo,kategoria_archiwalna\n0,O\x9cwiata,A\n").unwrap();
    assert_eq!((windows.encoding, windows.rows[0].title.as_str()), (Encoding::Windows1250, "Oświata"));
    assert!(windows.can_be_imported());
    assert!(windows.problems[0].why(Lang::Pl).starts_with("Wiersz 1: plik odczytano w kodowaniu Windows-1250"));
    let split = read("symbol\thaslo\tkategoria_archiwalna\tkategoria_inne\n0\tX\tA\tB5\n");
    assert_eq!(split.rows[0].other, Some(Category::B(5)));
}

#[test]
fn names_each_wrong_row_with_its_line() {
    let plan = read(
        "symbol,haslo,kategoria_archiwalna,rodzaj\n0,Zarządzanie,,grupa\n0A,Litery,A,\n00,,B5,\n01,Zła,C7,\n01,Dwa razy,A,\n,Pusty,A,\n123456789,Długi,A,\n02,Inny,A,dziwny\n03,a,b,A,A\n05,Bez,,\n",
    );
    let texts: Vec<String> = plan.problems.iter().map(|problem| problem.why(Lang::Pl)).collect();
    for (line, part) in [
        (3, "tylko z cyfr"),
        (4, "nie ma hasła"),
        (5, "„C7” nie jest kategorią"),
        (6, "był już w wierszu 5"),
        (7, "brakuje symbolu"),
        (8, "za długi"),
        (9, "„dziwny”"),
        (10, "więcej pól"),
        (11, "uznano ją za grupę"),
    ] {
        assert!(
            texts.iter().any(|text| text.starts_with(&format!("Wiersz {line}:")) && text.contains(part)),
            "{part}: {texts:#?}"
        );
    }
    assert!(!plan.can_be_imported());
    assert_eq!(plan.rows.iter().map(|row| row.symbol.as_str()).collect::<Vec<_>>(), ["0", "05"]);
    assert!(plan.problems.iter().all(|problem| problem.why(Lang::En).starts_with("Line ")));
}

#[test]
fn refuses_files_that_are_no_plan() {
    let fault = |bytes: &[u8]| parse(bytes).unwrap_err();
    assert_eq!(fault(b""), FileFault::Empty);
    assert_eq!(fault(b"\xef\xbb\xbf \n"), FileFault::Empty);
    assert_eq!(fault(b"PK\x03\x04\0\0"), FileFault::NotText);
    assert_eq!(fault(b"a,b\n1,2\n"), FileFault::MissingColumn("symbol"));
    assert_eq!(fault(b"symbol,haslo\n1,2\n"), FileFault::MissingColumn("kategoria_archiwalna"));
    assert!(matches!(fault(b"symbol,symbol,haslo,kategoria\n"), FileFault::DoubleColumn(_)));
    let long = format!("symbol,haslo,kategoria_archiwalna\n{}", "1,a,A\n".repeat(MAX_ROWS + 1));
    assert_eq!(fault(long.as_bytes()), FileFault::TooManyRows(MAX_ROWS));
    assert!(!parse(b"symbol,haslo,kategoria_archiwalna\n").unwrap().can_be_imported());
}

proptest! {
    #[test]
    fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = parse(&bytes);
    }

    #[test]
    fn any_rows_are_answered_and_the_good_are_sorted(body in "([0-9A]{0,3}[,;]\"?[a-zł ]{0,5}\"?[,;](A|B5|BE|Bc|x)?\n){0,20}") {
        let plan = read(&format!("symbol,haslo,kategoria_archiwalna\n{body}"));
        prop_assert!(plan.rows.is_sorted_by(|a, b| a.symbol < b.symbol));
        for problem in &plan.problems {
            prop_assert!(problem.line >= 1 && !problem.why(Lang::Pl).is_empty());
        }
    }
}
