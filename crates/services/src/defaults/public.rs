//! Forms of public life, and the two forms for matters that have none of their own.

use super::{Special, base::Base, dsl::*};

/// A matter in free words: for services without questions of their own.
pub(super) fn free(paid: bool) -> Special {
    let base = if paid { Base::anyone().paid() } else { Base::anyone() };
    Special::new(
        base,
        vec![step(
            "matter",
            "Twoja sprawa",
            "Your matter",
            vec![
                area("request", "O co wnosisz?", "What do you ask for?").req().min_length(10).max(5000).help(
                    "Napisz własnymi słowami, czego dotyczy sprawa.",
                    "Write in your own words what it is about.",
                ),
            ],
        )],
    )
}

/// A question to the office about a matter that another authority settles.
pub(super) fn help() -> Special {
    Special::new(
        Base { address: false, ..Base::person().no_pesel().alone() },
        vec![step(
            "help",
            "W czym możemy pomóc",
            "How we can help",
            vec![
                info(
                    "other_authority",
                    "Tę sprawę załatwia inny urząd. Nasz urząd wyjaśni, co przygotować, i pomoże wypełnić wniosek.",
                    "Another authority settles this matter. Our office explains what to prepare and helps with the form.",
                ),
                ticks(
                    "help_kind",
                    "Czego potrzebujesz?",
                    "What do you need?",
                    &[
                        ("explain", "Wyjaśnienia, co i gdzie złożyć", "To know what to submit and where"),
                        ("fill", "Pomocy w wypełnieniu wniosku", "Help with filling in the form"),
                        ("visit", "Umówienia rozmowy z pracownikiem", "A talk with an official"),
                        (
                            "accessible",
                            "Wsparcia z powodu niepełnosprawności lub wieku",
                            "Support because of a disability or age",
                        ),
                    ],
                )
                .req(),
                area("question", "Opisz, w czym trzeba pomóc", "Say what help is needed").req().min_length(5).max(3000),
            ],
        )],
    )
}

pub(super) fn special(id: &str) -> Option<Special> {
    Some(match id {
        "informacja-publiczna" => public_information(),
        "zgromadzenie" => assembly(),
        "impreza-masowa" => mass_event(),
        "rejestr-wyborcow" => voters(),
        "pelnomocnictwo" => power_of_attorney(),
        _ => return None,
    })
}

fn public_information() -> Special {
    Special::new(
        Base { address: false, answer: false, ..Base::anyone().no_pesel().alone() },
        vec![step(
            "information",
            "Jakiej informacji szukasz",
            "What information you want",
            vec![
                area("information", "O jaką informację prosisz?", "What information do you ask for?")
                    .req()
                    .min_length(10)
                    .max(10_000)
                    .help("Nie musisz podawać, do czego jej potrzebujesz.", "You need not say what you need it for."),
                radio(
                    "information_way",
                    "W jaki sposób ją udostępnić?",
                    "How should it be given?",
                    &[
                        ("email", "Na adres e-mail", "By e-mail"),
                        ("system", "Tutaj, w systemie", "Here, in the system"),
                        ("view", "Do wglądu w urzędzie", "To view at the office"),
                        ("paper", "Na papierze", "On paper"),
                        ("carrier", "Na nośniku danych", "On a data carrier"),
                    ],
                ),
                address("information_address", "Adres do wysyłki", "Address to send to")
                    .req()
                    .shown("information_way", &["paper", "carrier"]),
                radio(
                    "information_form",
                    "W jakiej formie?",
                    "In what form?",
                    &[
                        ("any", "Dowolnej", "Any"),
                        ("copy", "Kopii dokumentów", "Copies of documents"),
                        ("data", "Pliku do dalszego przetwarzania", "A file for further processing"),
                    ],
                ),
                line("information_format", "W jakim formacie?", "In which format?")
                    .req()
                    .max(100)
                    .help("Na przykład CSV albo XLSX.", "For example CSV or XLSX.")
                    .shown("information_form", &["data"]),
            ],
        )],
    )
}

fn assembly() -> Special {
    Special::new(
        Base { answer: false, ..Base::anyone() },
        vec![
            step(
                "assembly",
                "Zgromadzenie",
                "The assembly",
                vec![
                    radio(
                        "assembly_kind",
                        "W jakim trybie?",
                        "By which procedure?",
                        &[
                            ("ordinary", "Zwykłym (6–30 dni wcześniej)", "Ordinary (6–30 days before)"),
                            (
                                "simple",
                                "Uproszczonym, bez utrudnień w ruchu (najpóźniej 2 dni wcześniej)",
                                "Simplified, without disturbing traffic (2 days before)",
                            ),
                        ],
                    ),
                    area("assembly_purpose", "Cel, także czego dotyczy", "Purpose, and what it is about")
                        .req()
                        .max(3000),
                    day("assembly_date", "Data", "Date").req().not_past(),
                    line("assembly_from", "Godzina rozpoczęcia", "Begins at").req().pattern(
                        "([01]?[0-9]|2[0-3]):[0-5][0-9]",
                        "Godzinę zapisz jak 15:30.",
                        "Write the time like 15:30.",
                    ),
                    line("assembly_to", "Przewidywana godzina zakończenia", "Expected to end at").req().pattern(
                        "([01]?[0-9]|2[0-3]):[0-5][0-9]",
                        "Godzinę zapisz jak 15:30.",
                        "Write the time like 15:30.",
                    ),
                    number("assembly_people", "Przewidywana liczba uczestników", "Expected number of people")
                        .req()
                        .whole()
                        .between(1.0, 5_000_000.0),
                    line("assembly_place", "Miejsce", "Place").req().max(500),
                    yes_no("assembly_moves", "Czy zgromadzenie się przemieszcza?", "Does the assembly move?"),
                    area("assembly_route", "Trasa", "Route").req().max(3000).shown("assembly_moves", &["yes"]),
                    area(
                        "assembly_safety",
                        "Jakie środki zapewnią pokojowy przebieg?",
                        "How will it be kept peaceful?",
                    )
                    .max(2000),
                ],
            ),
            step(
                "chair",
                "Przewodniczący",
                "The chair",
                vec![
                    yes_no("chair_self", "Czy Ty będziesz przewodniczyć?", "Will you chair it?"),
                    line("chair_name", "Imię i nazwisko przewodniczącego", "Chair's full name")
                        .req()
                        .max(200)
                        .shown("chair_self", &["no"]),
                    pesel("chair_pesel", "PESEL przewodniczącego", "Chair's PESEL").shown("chair_self", &["no"]),
                    phone("chair_phone", "Telefon przewodniczącego", "Chair's telephone")
                        .req()
                        .shown("chair_self", &["no"]),
                    file("chair_consent", "Pisemna zgoda przewodniczącego", "Chair's written consent")
                        .req()
                        .files(2)
                        .shown("chair_self", &["no"]),
                ],
            ),
        ],
    )
}

fn mass_event() -> Special {
    Special::new(
        Base::firm().paid(),
        vec![step(
            "event",
            "Impreza",
            "The event",
            vec![
                line("event_name", "Nazwa imprezy", "Name of the event").req().max(200),
                select(
                    "event_kind",
                    "Rodzaj",
                    "Kind",
                    &[
                        ("arts", "Artystyczno-rozrywkowa", "Arts and entertainment"),
                        ("sport", "Sportowa", "Sports"),
                        ("football", "Mecz piłki nożnej", "Football match"),
                    ],
                ),
                yes_no("event_risk", "Czy to impreza podwyższonego ryzyka?", "Is it an event of heightened risk?"),
                line("event_place", "Miejsce", "Place").req().max(300),
                day("event_date", "Data", "Date")
                    .req()
                    .not_past()
                    .help("Wniosek składa się najpóźniej 30 dni wcześniej.", "Apply at least 30 days before."),
                line("event_hours", "Godziny", "Hours").req().max(60),
                number("event_people", "Liczba miejsc dla uczestników", "Places for the public")
                    .req()
                    .whole()
                    .between(1.0, 5_000_000.0),
                number("event_stewards", "Liczba członków służb porządkowej i informacyjnej", "Number of stewards")
                    .req()
                    .whole()
                    .between(1.0, 100_000.0),
                line("safety_manager", "Kierownik do spraw bezpieczeństwa", "Head of safety").req().max(200),
            ],
        )],
    )
    .with(vec![
        file("event_plan", "Plan obiektu lub terenu", "Plan of the venue").req(),
        file("event_rules", "Regulaminy i program", "Rules and programme").req(),
        file(
            "event_opinions",
            "Opinie Policji, straży pożarnej, ratownictwa i sanepidu",
            "Opinions of police, fire, ambulance and sanitary services",
        ),
        file("event_insurance", "Polisa ubezpieczeniowa", "Insurance policy"),
    ])
}

fn voters() -> Special {
    Special::new(
        Base::person().alone(),
        vec![step(
            "voting",
            "Rejestr wyborców",
            "Electoral register",
            vec![
                radio(
                    "voting_request",
                    "O co wnosisz?",
                    "What do you ask for?",
                    &[
                        ("entry", "O ujęcie w stałym obwodzie głosowania", "Entry in a permanent polling district"),
                        ("change", "O jednorazową zmianę miejsca głosowania", "A one-time change of polling place"),
                        ("certificate", "O zaświadczenie o prawie do głosowania", "A certificate of the right to vote"),
                    ],
                ),
                address("voting_address", "Adres stałego zamieszkania", "Address of permanent residence")
                    .req()
                    .shown("voting_request", &["entry"]),
                address("voting_stay", "Adres pobytu w dniu wyborów", "Address on election day")
                    .req()
                    .shown("voting_request", &["change"]),
                line("voting_election", "Których wyborów dotyczy wniosek?", "Which election is it about?")
                    .req()
                    .max(200)
                    .shown("voting_request", &["change", "certificate"]),
                declare(
                    "voting_resident",
                    "Oświadczam, że stale mieszkam pod podanym adresem.",
                    "I declare that I live permanently at this address.",
                )
                .req()
                .shown("voting_request", &["entry"]),
            ],
        )],
    )
}

fn power_of_attorney() -> Special {
    Special::new(
        Base::anyone().no_pesel().alone(),
        vec![step(
            "matter",
            "Pełnomocnictwo i opłata",
            "Power of attorney and duty",
            vec![
                radio(
                    "matter_kind",
                    "Co chcesz zrobić?",
                    "What do you want to do?",
                    &[
                        ("file", "Złożyć pełnomocnictwo", "File a power of attorney"),
                        ("revoke", "Odwołać pełnomocnictwo", "Revoke one"),
                        ("refund", "Odzyskać opłatę skarbową", "Reclaim stamp duty"),
                    ],
                ),
                line("matter_case", "Znak sprawy lub czego dotyczy", "Reference or subject of the matter")
                    .req()
                    .max(300),
                line("attorney_name", "Imię i nazwisko pełnomocnika", "Attorney's full name")
                    .req()
                    .max(200)
                    .shown("matter_kind", &["file", "revoke"]),
                radio(
                    "attorney_family",
                    "Kim jest pełnomocnik?",
                    "Who is the attorney?",
                    &[
                        (
                            "close",
                            "Małżonkiem, rodzicem, dzieckiem, wnukiem, dziadkiem, bratem lub siostrą",
                            "Spouse, parent, child, grandchild, grandparent or sibling",
                        ),
                        ("other", "Kimś innym", "Somebody else"),
                    ],
                )
                .shown("matter_kind", &["file"]),
                file("attorney_document", "Pełnomocnictwo", "Power of attorney")
                    .req()
                    .files(3)
                    .shown("matter_kind", &["file"]),
                file("attorney_fee", "Potwierdzenie zapłaty 17 zł", "Proof of payment of PLN 17")
                    .req()
                    .files(2)
                    .shown("attorney_family", &["other"]),
                money("refund_amount", "Kwota do zwrotu", "Amount to refund")
                    .req()
                    .between(0.01, 1_000_000.0)
                    .unit("zł")
                    .shown("matter_kind", &["refund"]),
                area("refund_reason", "Dlaczego opłata ma być zwrócona?", "Why should the duty be refunded?")
                    .req()
                    .max(2000)
                    .shown("matter_kind", &["refund"]),
                iban("refund_account", "Rachunek do zwrotu", "Account for the refund")
                    .req()
                    .shown("matter_kind", &["refund"]),
            ],
        )],
    )
}
