//! Births, marriages, deaths, names.

use super::{
    Special,
    base::{Base, Who},
    dsl::*,
};

pub(super) fn special(id: &str) -> Option<Special> {
    Some(match id {
        "odpis-aktu" => record_copy(),
        "zaswiadczenie-stan-cywilny" => civil_status(),
        "rejestracja-urodzenia" => birth(),
        "rejestracja-zgonu" => death(),
        "slub-cywilny" => wedding(),
        "zmiana-imienia-nazwiska" => name_change(),
        "zagraniczny-akt-transkrypcja" => foreign_record(),
        _ => return None,
    })
}

fn record_copy() -> Special {
    Special::new(
        Base::person().paid(),
        vec![
            step(
                "record",
                "Jaki akt",
                "Which record",
                vec![
                    radio(
                        "record_kind",
                        "Jakiego aktu dotyczy odpis?",
                        "Which record is it?",
                        &[
                            ("birth", "Urodzenia", "Birth"),
                            ("marriage", "Małżeństwa", "Marriage"),
                            ("death", "Zgonu", "Death"),
                        ],
                    ),
                    line(
                        "record_person",
                        "Imię (imiona) i nazwisko osoby, której dotyczy akt",
                        "Full name of the person in the record",
                    )
                    .req()
                    .max(200),
                    line("record_surname_born", "Nazwisko rodowe", "Surname at birth").max(100),
                    line("record_spouse", "Imię i nazwisko małżonka", "Spouse's full name")
                        .req()
                        .max(200)
                        .shown("record_kind", &["marriage"]),
                    day(
                        "record_date",
                        "Data zdarzenia (urodzenia, ślubu, zgonu)",
                        "Date of the event (birth, wedding, death)",
                    )
                    .req()
                    .not_future(),
                    line("record_place", "Miejscowość zdarzenia", "Place of the event").req().max(100),
                    line("record_number", "Numer aktu, jeśli go znasz", "Number of the record, if you know it").max(60),
                ],
            ),
            step(
                "copies",
                "Jaki odpis i dla kogo",
                "What copy, and for whom",
                vec![
                    ticks(
                        "copy_kind",
                        "Jaki odpis?",
                        "What kind of copy?",
                        &[
                            ("short", "Skrócony (22 zł)", "Short (PLN 22)"),
                            ("full", "Zupełny (33 zł)", "Full (PLN 33)"),
                            ("multilingual", "Wielojęzyczny (22 zł)", "Multilingual (PLN 22)"),
                        ],
                    )
                    .req(),
                    number("copy_count", "Ile egzemplarzy każdego rodzaju?", "How many of each kind?")
                        .req()
                        .between(1.0, 20.0)
                        .whole(),
                    select(
                        "copy_relation",
                        "Kim jesteś dla osoby, której dotyczy akt?",
                        "Who are you to the person in the record?",
                        &[
                            ("self", "To mój akt", "It is my own record"),
                            ("spouse", "Małżonkiem", "Spouse"),
                            ("parent", "Rodzicem lub dziadkiem", "Parent or grandparent"),
                            ("child", "Dzieckiem lub wnukiem", "Child or grandchild"),
                            ("sibling", "Bratem lub siostrą", "Sibling"),
                            (
                                "guardian",
                                "Przedstawicielem ustawowym lub opiekunem",
                                "Legal representative or guardian",
                            ),
                            ("interest", "Kimś innym, mam interes prawny", "Somebody else with a legal interest"),
                        ],
                    ),
                    area("copy_interest", "Na czym polega Twój interes prawny?", "What is your legal interest?")
                        .req()
                        .max(2000)
                        .shown("copy_relation", &["interest"]),
                    file("copy_interest_document", "Dokument, który go wykazuje", "Document that proves it")
                        .req()
                        .files(5)
                        .shown("copy_relation", &["interest"]),
                    line("copy_purpose", "Do czego potrzebny jest odpis?", "What is the copy for?").max(300),
                ],
            ),
        ],
    )
}

fn civil_status() -> Special {
    Special::new(
        Base::person().paid(),
        vec![step(
            "certificate",
            "Zaświadczenie",
            "The certificate",
            vec![
                radio(
                    "certificate_kind",
                    "Jakie zaświadczenie?",
                    "Which certificate?",
                    &[
                        ("status", "O stanie cywilnym (38 zł)", "Civil status (PLN 38)"),
                        (
                            "data",
                            "O danych z rejestru stanu cywilnego (24 zł)",
                            "Data from the civil status register (PLN 24)",
                        ),
                        (
                            "abroad",
                            "O możności zawarcia małżeństwa za granicą (38 zł)",
                            "Capacity to marry abroad (PLN 38)",
                        ),
                    ],
                ),
                line("certificate_data", "O jakich danych?", "What data?")
                    .req()
                    .max(500)
                    .shown("certificate_kind", &["data"]),
                line("future_spouse", "Imię i nazwisko przyszłego małżonka", "Future spouse's full name")
                    .req()
                    .max(200)
                    .shown("certificate_kind", &["abroad"]),
                line("future_country", "W jakim kraju odbędzie się ślub?", "In which country will the wedding be?")
                    .req()
                    .max(100)
                    .shown("certificate_kind", &["abroad"]),
            ],
        )],
    )
}

fn birth() -> Special {
    Special::new(
        Base::person().alone(),
        vec![
            step(
                "child",
                "Dziecko",
                "The child",
                vec![
                    line("child_first", "Imię dziecka", "Child's given name").req().max(60),
                    line("child_second", "Drugie imię", "Second given name").max(60),
                    line("child_family", "Nazwisko dziecka", "Child's surname").req().max(100),
                    day("child_born", "Data urodzenia", "Date of birth").req().not_future(),
                    line("child_place", "Miejscowość urodzenia", "Place of birth").req().max(100),
                    line("child_hospital", "Szpital", "Hospital").max(200).help("Zostaw puste, jeśli dziecko urodziło się w domu.", "Leave empty for a birth at home."),
                    address("child_address", "Adres, pod którym zameldować dziecko", "Address to register the child at").req(),
                ],
            ),
            step(
                "parents",
                "Rodzice",
                "Parents",
                vec![
                    radio("parents_role", "Kim jesteś?", "Who are you?", &[("mother", "Matką", "The mother"), ("father", "Ojcem", "The father")]),
                    line("other_parent", "Imię i nazwisko drugiego rodzica", "The other parent's full name").max(200),
                    pesel("other_parent_pesel", "PESEL drugiego rodzica", "The other parent's PESEL"),
                    yes_no("parents_married", "Czy rodzice są małżeństwem?", "Are the parents married?"),
                    info("fatherhood", "Jeśli rodzice nie są małżeństwem, ojciec uznaje dziecko osobiście w urzędzie stanu cywilnego.", "If the parents are not married, the father acknowledges the child in person at the registry office.").shown("parents_married", &["no"]),
                    line("parents_wedding", "Gdzie i kiedy był ślub?", "Where and when was the wedding?").max(200).shown("parents_married", &["yes"]),
                ],
            ),
        ],
    )
}

fn death() -> Special {
    Special::new(
        Base::person(),
        vec![step(
            "deceased",
            "Osoba zmarła",
            "The deceased",
            vec![
                line("deceased_name", "Imię i nazwisko", "Full name").req().max(200),
                pesel("deceased_pesel", "PESEL", "PESEL"),
                day("deceased_date", "Data zgonu", "Date of death").req().not_future(),
                line("deceased_place", "Miejscowość zgonu", "Place of death").req().max(100),
                select(
                    "deceased_relation",
                    "Kim jesteś dla osoby zmarłej?",
                    "Who are you to the deceased?",
                    &[
                        ("spouse", "Małżonkiem", "Spouse"),
                        ("child", "Dzieckiem lub wnukiem", "Child or grandchild"),
                        ("parent", "Rodzicem", "Parent"),
                        ("relative", "Innym krewnym lub powinowatym", "Another relative"),
                        ("other", "Kimś innym", "Somebody else"),
                    ],
                ),
                yes_no(
                    "deceased_document",
                    "Czy masz dowód osobisty osoby zmarłej?",
                    "Do you have the deceased's identity card?",
                )
                .help("Trzeba go oddać w urzędzie.", "It has to be handed in at the office."),
            ],
        )],
    )
    .with(vec![file("death_card", "Karta zgonu", "Death card").req().files(2).help(
        "Jeśli masz ją tylko na papierze, sfotografuj ją, a oryginał przynieś do urzędu.",
        "If you have it on paper only, photograph it and bring the original to the office.",
    )])
}

fn wedding() -> Special {
    Special::new(
        Base { who: Who::Person, ..Base::person().paid().alone() },
        vec![step(
            "wedding",
            "Ślub",
            "The wedding",
            vec![
                radio(
                    "wedding_kind",
                    "Jaki ślub?",
                    "What wedding?",
                    &[
                        ("civil", "Cywilny", "Civil"),
                        (
                            "church",
                            "Wyznaniowy ze skutkami cywilnymi (zaświadczenie)",
                            "Religious with civil effect (certificate)",
                        ),
                    ],
                ),
                line("wedding_partner", "Imię i nazwisko narzeczonej lub narzeczonego", "Fiancé(e)'s full name")
                    .req()
                    .max(200),
                pesel("wedding_partner_pesel", "PESEL narzeczonej lub narzeczonego", "Fiancé(e)'s PESEL"),
                day("wedding_date", "Proponowana data", "Proposed date").req().not_past(),
                radio(
                    "wedding_place",
                    "Gdzie?",
                    "Where?",
                    &[
                        ("office", "W urzędzie stanu cywilnego", "At the registry office"),
                        ("outside", "Poza urzędem", "Outside the office"),
                    ],
                )
                .shown("wedding_kind", &["civil"]),
                line("wedding_outside", "W jakim miejscu?", "At what place?")
                    .req()
                    .max(300)
                    .shown("wedding_place", &["outside"]),
                yes_no(
                    "wedding_shorter",
                    "Czy wnosisz o skrócenie miesięcznego terminu (39 zł)?",
                    "Do you ask to shorten the month's wait (PLN 39)?",
                ),
                area("wedding_shorter_reason", "Dlaczego?", "Why?").req().max(2000).shown("wedding_shorter", &["yes"]),
                info(
                    "wedding_visit",
                    "Zapewnienia o braku przeszkód podpisujecie razem w urzędzie. Umówimy z Wami termin.",
                    "You sign the assurances together at the office. We will arrange a date with you.",
                ),
            ],
        )],
    )
}

fn name_change() -> Special {
    Special::new(
        Base::person().paid(),
        vec![step(
            "change",
            "Zmiana",
            "The change",
            vec![
                ticks("change_what", "Co chcesz zmienić?", "What do you want to change?", &[("given", "Imię", "Given name"), ("family", "Nazwisko", "Surname"), ("born", "Nazwisko rodowe", "Surname at birth")]).req(),
                line("change_given", "Nowe imię lub imiona", "New given name or names").req().max(100).shown("change_what", &["given"]),
                line("change_family", "Nowe nazwisko", "New surname").req().max(100).shown("change_what", &["family", "born"]),
                area("change_reason", "Dlaczego?", "Why?").req().min_length(20).max(5000).help("Ważny powód to na przykład imię ośmieszające, używane od lat inne imię, powrót do dawnego nazwiska.", "An important reason is for example a ridiculing name, another name used for years, a return to a former surname."),
                yes_no("change_children", "Czy zmiana nazwiska ma objąć dzieci?", "Shall the surname of children change too?").shown("change_what", &["family"]),
                file("change_children_consent", "Zgoda drugiego rodzica (i dziecka powyżej 13 lat)", "Consent of the other parent (and of a child over 13)").req().files(4).shown("change_children", &["yes"]),
                line("change_record", "Gdzie sporządzono Twój akt urodzenia?", "Where was your birth record made?").req().max(200),
            ],
        )],
    )
}

fn foreign_record() -> Special {
    Special::new(
        Base::person().paid(),
        vec![step(
            "record",
            "Zagraniczny akt",
            "The foreign record",
            vec![
                radio(
                    "record_action",
                    "O co wnosisz?",
                    "What do you ask for?",
                    &[
                        ("enter", "O wpisanie aktu (50 zł)", "Entering the record (PLN 50)"),
                        ("correct", "O sprostowanie lub uzupełnienie (39 zł)", "Correcting or completing it (PLN 39)"),
                    ],
                ),
                radio(
                    "record_kind",
                    "Jaki to akt?",
                    "Which record is it?",
                    &[
                        ("birth", "Urodzenia", "Birth"),
                        ("marriage", "Małżeństwa", "Marriage"),
                        ("death", "Zgonu", "Death"),
                    ],
                ),
                line("record_country", "Kraj i urząd, który go sporządził", "Country and office that made it")
                    .req()
                    .max(200),
                line("record_person", "Osoba lub osoby w akcie", "Person or persons in the record").req().max(300),
                day("record_date", "Data zdarzenia", "Date of the event").req().not_future(),
                yes_no(
                    "record_spelling",
                    "Czy dostosować pisownię imion do zasad polskich?",
                    "Shall we adapt the spelling of names to Polish rules?",
                ),
                area("record_correction", "Co sprostować lub uzupełnić?", "What to correct or complete?")
                    .req()
                    .max(2000)
                    .shown("record_action", &["correct"]),
            ],
        )],
    )
    .with(vec![
        file("record_original", "Skan zagranicznego dokumentu", "Scan of the foreign document")
            .req()
            .files(5)
            .help("Oryginał trzeba dostarczyć do urzędu.", "The original has to be brought to the office."),
        file("record_translation", "Tłumaczenie przysięgłe", "Sworn translation").req().files(5),
    ])
}
