//! Taxes and certificates about them.

use super::{Special, base::Base, dsl::*};

pub(super) fn special(id: &str) -> Option<Special> {
    Some(match id {
        "podatek-od-nieruchomosci" => property_tax(),
        "zaswiadczenie-o-niezaleganiu" => no_arrears(),
        "zaswiadczenie-ewidencja-podatkowa" => tax_register(),
        "zwrot-akcyzy" => excise(),
        _ => return None,
    })
}

fn property_tax() -> Special {
    Special::new(
        Base { answer: false, ..Base::anyone() },
        vec![
            step(
                "filing",
                "Co składasz",
                "What you file",
                vec![
                    info(
                        "filing_person",
                        "Osoba fizyczna składa informację IN-1 w ciągu 14 dni od powstania obowiązku.",
                        "A person files the information IN-1 within 14 days of the duty's beginning.",
                    )
                    .shown("applicant", &["person"]),
                    info(
                        "filing_firm",
                        "Osoba prawna składa deklarację DN-1 do 31 stycznia każdego roku.",
                        "A legal person files the declaration DN-1 by 31 January of each year.",
                    )
                    .shown("applicant", &["organisation"]),
                    radio(
                        "filing_kind",
                        "Powód złożenia",
                        "Reason for filing",
                        &[
                            (
                                "new",
                                "Powstanie obowiązku (zakup, spadek, budowa)",
                                "The duty began (purchase, inheritance, building)",
                            ),
                            ("change", "Zmiana danych", "A change"),
                            ("end", "Wygaśnięcie obowiązku (sprzedaż)", "The duty ended (sale)"),
                            ("correction", "Korekta", "A correction"),
                        ],
                    ),
                    day("filing_date", "Data zdarzenia", "Date of the event").req().not_future(),
                    radio(
                        "ownership",
                        "Kto jest właścicielem?",
                        "Who owns it?",
                        &[
                            ("sole", "Tylko ja", "Only I"),
                            ("marital", "Ja i małżonek, wspólnie", "My spouse and I jointly"),
                            ("shared", "Kilka osób w udziałach", "Several people in shares"),
                        ],
                    ),
                    line("ownership_share", "Twój udział", "Your share")
                        .req()
                        .max(20)
                        .pattern(
                            "[0-9]+/[0-9]+",
                            "Udział zapisz jako ułamek, na przykład 1/2.",
                            "Write the share as a fraction, for example 1/2.",
                        )
                        .shown("ownership", &["shared"]),
                    area(
                        "coowners",
                        "Współwłaściciele: imię, nazwisko, PESEL, adres",
                        "Co-owners: name, PESEL, address",
                    )
                    .req()
                    .max(3000)
                    .shown("ownership", &["marital", "shared"]),
                ],
            ),
            step(
                "property",
                "Nieruchomość",
                "The property",
                vec![
                    address("property_address", "Adres nieruchomości", "Address of the property").req(),
                    line("plots", "Numery działek i obręb", "Numbers of plots and precinct").req().max(300),
                    line("land_register", "Numer księgi wieczystej", "Number of the land and mortgage register")
                        .max(20),
                    ticks(
                        "taxable",
                        "Co podlega opodatkowaniu?",
                        "What is taxable?",
                        &[
                            ("land", "Grunt", "Land"),
                            ("building", "Budynek lub jego część", "A building or part of one"),
                            ("structure", "Budowla", "A structure"),
                        ],
                    )
                    .req(),
                ],
            ),
            step(
                "areas",
                "Powierzchnie",
                "Areas",
                vec![
                    number("land_home", "Grunt mieszkalny i pozostały", "Land: residential and other")
                        .between(0.0, 1e9)
                        .unit("m²")
                        .shown("taxable", &["land"]),
                    number("land_business", "Grunt związany z działalnością gospodarczą", "Land used for business")
                        .between(0.0, 1e9)
                        .unit("m²")
                        .shown("taxable", &["land"]),
                    number(
                        "building_home",
                        "Budynek mieszkalny: powierzchnia użytkowa",
                        "Residential building: usable area",
                    )
                    .between(0.0, 1e7)
                    .unit("m²")
                    .help(
                        "Pomieszczenia od 1,40 m do 2,20 m liczy się w połowie, niższych się nie liczy.",
                        "Rooms from 1.40 m to 2.20 m high count half; lower ones do not count.",
                    )
                    .shown("taxable", &["building"]),
                    number(
                        "building_business",
                        "Budynek związany z działalnością gospodarczą",
                        "Building used for business",
                    )
                    .between(0.0, 1e7)
                    .unit("m²")
                    .shown("taxable", &["building"]),
                    number(
                        "building_other",
                        "Budynek pozostały (garaż, gospodarczy)",
                        "Other building (garage, outbuilding)",
                    )
                    .between(0.0, 1e7)
                    .unit("m²")
                    .shown("taxable", &["building"]),
                    money("structure_value", "Wartość budowli", "Value of the structure")
                        .between(0.0, 1e12)
                        .unit("zł")
                        .shown("taxable", &["structure"]),
                    yes_no("exempt", "Czy korzystasz ze zwolnienia?", "Are you exempt in part?"),
                    area("exempt_reason", "Jakiego i na jakiej podstawie?", "Which exemption, on what grounds?")
                        .req()
                        .max(2000)
                        .shown("exempt", &["yes"]),
                ],
            ),
        ],
    )
    .with(vec![
        file("title", "Akt notarialny, umowa lub postanowienie", "Notarial deed, contract or court order").files(5),
    ])
}

fn no_arrears() -> Special {
    Special::new(
        Base::anyone().paid(),
        vec![step(
            "certificate",
            "Zaświadczenie",
            "The certificate",
            vec![
                radio(
                    "certificate_kind",
                    "Co ma stwierdzać?",
                    "What should it state?",
                    &[
                        ("none", "Że nie zalegam w podatkach", "That I owe no taxes"),
                        ("amount", "Ile wynoszą zaległości", "How much I owe"),
                    ],
                ),
                select(
                    "certificate_purpose",
                    "Do czego jest potrzebne?",
                    "What is it for?",
                    &[
                        ("bank", "Do banku", "For a bank"),
                        ("tender", "Do przetargu", "For a tender"),
                        ("permit", "Do zezwolenia lub licencji", "For a permit or licence"),
                        ("sale", "Do sprzedaży nieruchomości", "For a sale of property"),
                        (
                            "social",
                            "Do spraw socjalnych, alimentacyjnych, zatrudnienia lub nauki",
                            "For social, maintenance, employment or school matters",
                        ),
                        ("other", "Do czegoś innego", "For something else"),
                    ],
                ),
                info(
                    "certificate_free",
                    "W tych sprawach zaświadczenie jest zwolnione z opłaty skarbowej.",
                    "In these matters the certificate is free of stamp duty.",
                )
                .shown("certificate_purpose", &["social"]),
                line("certificate_purpose_other", "Do czego?", "For what?")
                    .req()
                    .max(300)
                    .shown("certificate_purpose", &["other"]),
                number("certificate_copies", "Ile egzemplarzy?", "How many copies?").req().whole().between(1.0, 20.0),
                yes_no("spouse_consent", "Czy zaświadczenie ma objąć też małżonka?", "Shall it cover your spouse too?")
                    .shown("applicant", &["person"]),
                line("spouse", "Imię, nazwisko i PESEL małżonka", "Spouse's name and PESEL")
                    .req()
                    .max(200)
                    .shown("spouse_consent", &["yes"]),
            ],
        )],
    )
}

fn tax_register() -> Special {
    Special::new(
        Base::anyone().paid(),
        vec![step(
            "certificate",
            "Zaświadczenie",
            "The certificate",
            vec![
                ticks(
                    "certificate_scope",
                    "Co ma potwierdzać?",
                    "What should it confirm?",
                    &[
                        ("entered", "Że figuruję w ewidencji podatników", "That I am in the tax register"),
                        ("absent", "Że nie figuruję", "That I am not"),
                        (
                            "farm",
                            "Że mam gospodarstwo rolne, z powierzchnią w hektarach",
                            "That I have a farm, with its area",
                        ),
                        (
                            "income",
                            "Wielkość gospodarstwa w hektarach przeliczeniowych",
                            "The farm in conversion hectares",
                        ),
                    ],
                )
                .req(),
                line("certificate_period", "Za jaki okres?", "For what period?").req().max(100),
                line("certificate_purpose", "Do czego jest potrzebne?", "What is it for?").req().max(300),
            ],
        )],
    )
}

fn excise() -> Special {
    Special::new(
        Base::anyone(),
        vec![
            step(
                "farm",
                "Gospodarstwo",
                "The farm",
                vec![
                    line("farm_number", "Numer producenta ARiMR", "ARiMR producer number").max(20),
                    number("farm_area", "Użytki rolne w tej gminie", "Farmland in this commune")
                        .req()
                        .between(0.01, 100_000.0)
                        .unit("ha")
                        .help(
                            "Bez lasów, nieużytków i gruntów zajętych na inną działalność.",
                            "Without forests, waste land and land used for other activity.",
                        ),
                    yes_no("farm_coowners", "Czy grunty są we współposiadaniu?", "Are the lands held jointly?"),
                    file("farm_coowners_consent", "Zgoda współposiadaczy", "Consent of the joint holders")
                        .req()
                        .files(5)
                        .shown("farm_coowners", &["yes"]),
                    yes_no(
                        "cattle",
                        "Czy w gospodarstwie jest bydło, owce, kozy, świnie lub konie?",
                        "Are there cattle, sheep, goats, pigs or horses?",
                    ),
                    number(
                        "livestock_units",
                        "Średnia roczna liczba dużych jednostek przeliczeniowych (DJP)",
                        "Average yearly number of livestock units (DJP)",
                    )
                    .req()
                    .between(0.01, 100_000.0)
                    .shown("cattle", &["yes"]),
                ],
            ),
            step(
                "fuel",
                "Paliwo",
                "Fuel",
                vec![
                    radio(
                        "fuel_term",
                        "Za jaki okres?",
                        "For what period?",
                        &[
                            (
                                "february",
                                "Luty (faktury od 1 sierpnia do 31 stycznia)",
                                "February (invoices from 1 August to 31 January)",
                            ),
                            (
                                "august",
                                "Sierpień (faktury od 1 lutego do 31 lipca)",
                                "August (invoices from 1 February to 31 July)",
                            ),
                        ],
                    ),
                    number("fuel_invoices", "Ile faktur?", "How many invoices?").req().whole().between(1.0, 500.0),
                    number("fuel_litres", "Ile litrów oleju napędowego razem?", "How many litres of diesel in all?")
                        .req()
                        .between(0.01, 10_000_000.0)
                        .unit("l"),
                    iban("account", "Rachunek do wypłaty", "Account for the refund").req(),
                    declare(
                        "fuel_use",
                        "Oświadczam, że olej napędowy był zużyty do produkcji rolnej.",
                        "I declare that the diesel was used for farming.",
                    )
                    .req(),
                ],
            ),
        ],
    )
    .with(vec![
        file("invoices", "Faktury VAT", "VAT invoices").req().files(30),
        file("livestock_document", "Dokument o DJP", "Document of livestock units")
            .req()
            .files(5)
            .shown("cattle", &["yes"]),
    ])
}
