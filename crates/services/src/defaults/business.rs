//! Running a business.

use super::{Special, base::Base, dsl::*};

pub(super) fn special(id: &str) -> Option<Special> {
    Some(match id {
        "zezwolenie-alkohol" => alcohol(),
        "zezwolenie-alkohol-jednorazowe" => alcohol_once(),
        "licencja-taxi" => taxi(),
        "ceidg" => register(),
        "oproznianie-zbiornikow" => tanks(),
        _ => return None,
    })
}

const KINDS: &[(&str, &str, &str)] = &[
    ("a", "A: do 4,5% oraz piwo", "A: up to 4.5%, and beer"),
    ("b", "B: powyżej 4,5% do 18% (oprócz piwa)", "B: above 4.5% to 18% (except beer)"),
    ("c", "C: powyżej 18%", "C: above 18%"),
];

fn alcohol() -> Special {
    Special::new(
        Base::firm(),
        vec![
            step(
                "licence",
                "Zezwolenie",
                "The licence",
                vec![
                    ticks("alcohol_kinds", "Na jakie napoje?", "For which drinks?", KINDS).req(),
                    radio(
                        "alcohol_place",
                        "Gdzie będą wypijane?",
                        "Where will they be drunk?",
                        &[
                            ("shop", "Poza miejscem sprzedaży (sklep)", "Elsewhere (a shop)"),
                            ("bar", "W miejscu sprzedaży (lokal)", "On the premises (a restaurant or bar)"),
                        ],
                    ),
                    day("alcohol_from", "Od kiedy?", "From when?").req().not_past(),
                    line("krs", "Numer w CEIDG lub KRS", "Number in CEIDG or KRS").req().max(40),
                    area("proxies", "Pełnomocnicy przedsiębiorcy z adresami", "The firm's agents with addresses")
                        .max(2000),
                ],
            ),
            step(
                "point",
                "Punkt sprzedaży",
                "The point of sale",
                vec![
                    line("point_name", "Nazwa punktu", "Name of the point").req().max(200),
                    address("point_address", "Adres punktu", "Address of the point").req(),
                    line("store_address", "Adres magazynu dystrybucyjnego", "Address of the distribution store")
                        .max(300),
                    radio(
                        "point_title",
                        "Tytuł prawny do lokalu",
                        "Right to the premises",
                        &[
                            ("own", "Własność", "Ownership"),
                            ("rent", "Najem lub dzierżawa", "Rent or lease"),
                            ("other", "Inny", "Another"),
                        ],
                    ),
                    yes_no("point_flats", "Czy lokal jest w budynku wielorodzinnym?", "Is it in a block of flats?"),
                    file(
                        "point_flats_consent",
                        "Zgoda właściciela, zarządcy lub wspólnoty",
                        "Consent of the owner, manager or community",
                    )
                    .req()
                    .files(3)
                    .shown("point_flats", &["yes"]),
                    number(
                        "point_distance",
                        "Odległość od szkoły, kościoła i podobnych miejsc",
                        "Distance from schools, churches and such",
                    )
                    .between(0.0, 100_000.0)
                    .unit("m"),
                ],
            ),
        ],
    )
    .with(vec![
        file("point_title_document", "Dokument tytułu prawnego do lokalu", "Document of the right to the premises")
            .req(),
        file("sanitary", "Decyzja inspektora sanitarnego o zatwierdzeniu zakładu", "Sanitary inspector's approval")
            .req(),
    ])
}

fn alcohol_once() -> Special {
    Special::new(
        Base::firm().paid(),
        vec![step(
            "event",
            "Impreza",
            "The event",
            vec![
                radio(
                    "seller",
                    "Kto sprzedaje?",
                    "Who sells?",
                    &[
                        ("licensed", "Przedsiębiorca z zezwoleniem", "A licensed firm"),
                        ("fire", "Ochotnicza Straż Pożarna", "A volunteer fire brigade"),
                    ],
                ),
                line("licence_number", "Numer stałego zezwolenia", "Number of the permanent licence")
                    .req()
                    .max(60)
                    .shown("seller", &["licensed"]),
                ticks("alcohol_kinds", "Na jakie napoje?", "For which drinks?", KINDS).req(),
                line("event_name", "Nazwa imprezy", "Name of the event").req().max(200),
                line("event_place", "Miejsce sprzedaży", "Place of sale").req().max(300),
                day("event_from", "Pierwszy dzień", "First day").req().not_past(),
                day("event_to", "Ostatni dzień", "Last day")
                    .req()
                    .not_past()
                    .help("Najwyżej 2 dni.", "At most 2 days."),
                line("event_hours", "Godziny sprzedaży", "Hours of sale").req().max(60),
            ],
        )],
    )
    .with(vec![
        file(
            "event_consent",
            "Zgoda organizatora i tytuł do terenu",
            "Consent of the organiser and right to the ground",
        )
        .req(),
        file("licence_copy", "Kopia zezwolenia z dowodem wpłaty", "Copy of the licence with proof of payment")
            .req()
            .shown("seller", &["licensed"]),
    ])
}

fn taxi() -> Special {
    Special::new(
        Base::firm().paid(),
        vec![step(
            "licence",
            "Licencja",
            "The licence",
            vec![
                number("licence_years", "Na ile lat?", "For how many years?").req().whole().between(2.0, 50.0),
                radio(
                    "licence_area",
                    "Na jakim obszarze?",
                    "For what area?",
                    &[
                        ("commune", "Tej gminy", "This commune"),
                        ("neighbours", "Tej i sąsiednich gmin", "This and neighbouring communes"),
                    ],
                ),
                number("vehicles", "Ile pojazdów?", "How many vehicles?").req().whole().between(1.0, 500.0),
                area(
                    "vehicle_list",
                    "Pojazdy: marka, model, numer rejestracyjny, VIN",
                    "Vehicles: make, model, registration, VIN",
                )
                .req()
                .max(5000)
                .help("Każdy pojazd w nowym wierszu.", "One vehicle a line."),
                declare(
                    "reputation",
                    "Oświadczam, że spełniam wymóg dobrej reputacji (art. 5c ustawy o transporcie drogowym).",
                    "I declare that I am of good repute (art. 5c of the Road Transport Act).",
                )
                .req(),
            ],
        )],
    )
    .with(vec![
        file(
            "criminal_record",
            "Zaświadczenie o niekaralności (nie starsze niż miesiąc)",
            "Criminal record certificate (not older than a month)",
        )
        .req()
        .files(3),
        file(
            "vehicle_documents",
            "Dowody rejestracyjne i legalizacja taksometru",
            "Registration documents and taximeter verification",
        )
        .req(),
    ])
}

fn register() -> Special {
    Special::new(
        Base { address: false, ..Base::person() },
        vec![step(
            "entry",
            "Wpis w CEIDG",
            "Entry in CEIDG",
            vec![
                radio(
                    "entry_action",
                    "Co chcesz zrobić?",
                    "What do you want to do?",
                    &[
                        ("new", "Założyć firmę", "Set up a firm"),
                        ("change", "Zmienić dane", "Change data"),
                        ("suspend", "Zawiesić", "Suspend it"),
                        ("resume", "Wznowić", "Resume it"),
                        ("end", "Wykreślić", "Strike it off"),
                    ],
                ),
                line("firm_name", "Nazwa firmy", "Name of the firm")
                    .req()
                    .max(300)
                    .help("Musi zawierać Twoje imię i nazwisko.", "It must contain your full name."),
                nip("firm_nip", "NIP firmy", "The firm's NIP")
                    .req()
                    .shown("entry_action", &["change", "suspend", "resume", "end"]),
                day("entry_date", "Od jakiego dnia?", "From which day?").req(),
                line("pkd", "Kody PKD, pierwszy przeważający", "PKD codes, the main one first")
                    .req()
                    .max(500)
                    .shown("entry_action", &["new"]),
                area("entry_change", "Co zmienić?", "What to change?")
                    .req()
                    .max(3000)
                    .shown("entry_action", &["change"]),
                info(
                    "entry_sign",
                    "Przygotujemy wniosek CEIDG-1. Podpiszesz go w urzędzie w ciągu 7 dni.",
                    "We prepare the form CEIDG-1. You sign it at the office within 7 days.",
                ),
            ],
        )],
    )
}

fn tanks() -> Special {
    Special::new(
        Base::firm().paid(),
        vec![step(
            "activity",
            "Działalność",
            "The activity",
            vec![
                day("activity_from", "Od kiedy?", "From when?").req(),
                number("activity_years", "Na ile lat?", "For how many years?").req().whole().between(1.0, 10.0),
                area("equipment", "Pojazdy i sprzęt", "Vehicles and equipment").req().max(3000),
                line("base_address", "Adres bazy", "Address of the base").req().max(300),
                line("station", "Stacja zlewna", "Receiving station").req().max(300),
                area(
                    "environment",
                    "Jak zabezpieczysz środowisko i pojazdy po pracy?",
                    "How will you protect the environment and clean vehicles?",
                )
                .req()
                .max(3000),
            ],
        )],
    )
    .with(vec![
        file("station_contract", "Umowa ze stacją zlewną", "Contract with the receiving station").req(),
        file("tax_certificate", "Zaświadczenia o niezaleganiu", "Certificates of no arrears"),
    ])
}
