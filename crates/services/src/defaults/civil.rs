//! Documents, residence, births, marriages and deaths.

use super::{
    Special,
    base::{Base, Who},
    dsl::*,
};
use crate::schema::Field;

pub(super) fn special(id: &str) -> Option<Special> {
    Some(match id {
        "dowod-osobisty" => identity_card(),
        "utrata-dowodu" => lost_card(),
        "zameldowanie" => residence(),
        "wymeldowanie" => leaving(),
        "zameldowanie-wymeldowanie-decyzja" => residence_decision(),
        "zaswiadczenie-o-zameldowaniu" => residence_certificate(),
        "odpis-aktu" => record_copy(),
        "zaswiadczenie-stan-cywilny" => civil_status(),
        "rejestracja-urodzenia" => birth(),
        "rejestracja-zgonu" => death(),
        "slub-cywilny" => wedding(),
        "zmiana-imienia-nazwiska" => name_change(),
        "zagraniczny-akt-transkrypcja" => foreign_record(),
        "profil-zaufany" => trusted_profile(),
        "zastrzezenie-pesel" => pesel_block(),
        _ => return None,
    })
}

fn in_person(pl: &str, en: &str) -> Field {
    info("in_person", pl, en)
}

fn identity_card() -> Special {
    Special::new(
        Base::person().alone(),
        vec![step(
            "card",
            "Dowód osobisty",
            "Identity card",
            vec![
                in_person(
                    "Dowód odbiera się osobiście, a wniosek dla osoby dorosłej podpisuje się w urzędzie (odciski palców). Tutaj przygotujesz wizytę i prześlesz zdjęcie.",
                    "The card is collected in person, and an adult signs the application at the office (fingerprints). Here you prepare the visit and send the photograph.",
                ),
                radio("card_for", "Dla kogo ma być dowód?", "For whom is the card?", &[("me", "Dla mnie", "For me"), ("child", "Dla mojego dziecka", "For my child")]),
                line("child_name", "Imię i nazwisko dziecka", "Child's full name").req().max(200).shown("card_for", &["child"]),
                pesel("child_pesel", "PESEL dziecka", "Child's PESEL").req().shown("card_for", &["child"]),
                select("card_reason", "Dlaczego potrzebny jest dowód?", "Why is the card needed?", &[
                    ("first", "Pierwszy dowód", "A first card"),
                    ("expired", "Dowód traci ważność", "The card expires"),
                    ("data", "Zmiana danych, na przykład nazwiska", "Change of data, such as the surname"),
                    ("lost", "Dowód zgubiony lub skradziony", "Card lost or stolen"),
                    ("damaged", "Dowód uszkodzony", "Card damaged"),
                    ("other", "Inny powód", "Another reason"),
                ]),
                line("card_reason_other", "Jaki?", "What reason?").req().max(300).shown("card_reason", &["other"]),
                yes_no("home_visit", "Czy stan zdrowia uniemożliwia przyjście do urzędu?", "Does your health prevent a visit to the office?")
                    .help("Wtedy urzędnik przyjedzie do Ciebie.", "Then an official comes to you."),
            ],
        )],
    )
    .with(vec![file("photo", "Zdjęcie 35×45 mm (plik JPG)", "Photograph 35×45 mm (JPG file)").files(1)])
}

fn lost_card() -> Special {
    Special::new(
        Base::person().alone(),
        vec![step(
            "loss",
            "Co się stało z dowodem",
            "What happened to the card",
            vec![
                radio(
                    "loss_kind",
                    "Co się stało?",
                    "What happened?",
                    &[
                        ("lost", "Zgubiłem dowód", "I lost the card"),
                        ("stolen", "Dowód skradziono", "The card was stolen"),
                        ("damaged", "Dowód jest uszkodzony", "The card is damaged"),
                    ],
                ),
                day("loss_date", "Kiedy?", "When?").req().not_future().help(
                    "Jeśli nie wiesz dokładnie, podaj dzień, w którym to zauważyłeś.",
                    "If you do not know exactly, give the day you noticed.",
                ),
                line("card_number", "Seria i numer dowodu", "Number of the card")
                    .max(20)
                    .help("Jeśli pamiętasz, na przykład ABC123456.", "If you remember it, for example ABC123456."),
                yes_no("police", "Czy sprawa została zgłoszona policji?", "Has it been reported to the police?")
                    .shown("loss_kind", &["stolen"]),
                yes_no(
                    "loss_certificate",
                    "Czy chcesz zaświadczenie o utracie?",
                    "Do you want a certificate of the loss?",
                )
                .shown("loss_kind", &["lost", "stolen"]),
            ],
        )],
    )
}

fn residence() -> Special {
    Special::new(
        Base::person(),
        vec![
            step(
                "stay",
                "Nowe miejsce pobytu",
                "The new residence",
                vec![
                    radio(
                        "stay_kind",
                        "Na jak długo się meldujesz?",
                        "For how long do you register?",
                        &[
                            ("permanent", "Na pobyt stały", "Permanently"),
                            ("temporary", "Na pobyt czasowy, dłuższy niż 3 miesiące", "Temporarily, for over 3 months"),
                        ],
                    ),
                    address("stay_address", "Adres nowego miejsca pobytu", "Address of the new residence").req(),
                    day("stay_from", "Od kiedy tam mieszkasz?", "Since when have you lived there?").req().not_future(),
                    day("stay_to", "Do kiedy?", "Until when?").req().shown("stay_kind", &["temporary"]),
                    address("stay_before", "Poprzedni adres pobytu stałego", "Previous permanent address")
                        .help("Zostaw puste, jeśli nie było.", "Leave empty if there was none."),
                    yes_no(
                        "deregister",
                        "Czy jednocześnie wymeldować Cię z poprzedniego adresu?",
                        "Shall we deregister you from the previous address at the same time?",
                    ),
                    yes_no(
                        "stay_children",
                        "Czy meldujesz też niepełnoletnie dzieci?",
                        "Do you register minor children too?",
                    ),
                    area(
                        "stay_children_list",
                        "Imiona, nazwiska i numery PESEL dzieci",
                        "Names and PESEL numbers of the children",
                    )
                    .req()
                    .max(1000)
                    .shown("stay_children", &["yes"]),
                ],
            ),
            step(
                "title",
                "Prawo do lokalu",
                "Right to the dwelling",
                vec![
                    radio(
                        "title_kind",
                        "Jakie masz prawo do lokalu?",
                        "What right do you have to the dwelling?",
                        &[
                            ("owner", "Jestem właścicielem lub współwłaścicielem", "I am the owner or a co-owner"),
                            ("tenant", "Wynajmuję", "I rent it"),
                            ("none", "Mieszkam za zgodą właściciela", "I live there with the owner's consent"),
                        ],
                    ),
                    line("title_owner", "Imię i nazwisko właściciela", "Owner's full name")
                        .req()
                        .max(200)
                        .shown("title_kind", &["tenant", "none"]),
                    file(
                        "title_confirmation",
                        "Potwierdzenie pobytu podpisane przez właściciela",
                        "Confirmation of residence signed by the owner",
                    )
                    .req()
                    .files(3)
                    .shown("title_kind", &["tenant", "none"]),
                    file(
                        "title_document",
                        "Dokument potwierdzający prawo do lokalu",
                        "Document of the right to the dwelling",
                    )
                    .req()
                    .files(5)
                    .help(
                        "Na przykład umowa, akt notarialny albo wypis z księgi wieczystej.",
                        "For example a contract, a notarial deed or an extract of the land register.",
                    ),
                ],
            ),
        ],
    )
}

fn leaving() -> Special {
    Special::new(
        Base::person(),
        vec![step(
            "leaving",
            "Skąd się wymeldowujesz",
            "Where you deregister from",
            vec![
                radio(
                    "leaving_kind",
                    "Z jakiego pobytu?",
                    "From what kind of residence?",
                    &[("permanent", "Stałego", "Permanent"), ("temporary", "Czasowego", "Temporary")],
                ),
                address("leaving_address", "Adres, spod którego się wymeldowujesz", "Address you leave").req(),
                day("leaving_date", "Kiedy się wyprowadzasz?", "When do you move out?").req(),
                radio(
                    "leaving_to",
                    "Dokąd?",
                    "Where to?",
                    &[("poland", "W Polsce", "Within Poland"), ("abroad", "Za granicę", "Abroad")],
                ),
                line("leaving_country", "Do jakiego kraju?", "To which country?")
                    .req()
                    .max(100)
                    .shown("leaving_to", &["abroad"]),
                yes_no("leaving_for_good", "Czy wyjeżdżasz za granicę na stałe?", "Do you leave for good?")
                    .shown("leaving_to", &["abroad"]),
            ],
        )],
    )
}

fn residence_decision() -> Special {
    Special::new(
        Base::person().paid(),
        vec![step(
            "dispute",
            "Czego dotyczy wniosek",
            "What it is about",
            vec![
                radio(
                    "dispute_kind",
                    "O co wnosisz?",
                    "What do you ask for?",
                    &[
                        ("register", "O zameldowanie", "Registration"),
                        ("deregister", "O wymeldowanie innej osoby", "Deregistration of another person"),
                    ],
                ),
                line("dispute_person", "Kogo wymeldować? Imię i nazwisko", "Who is to be deregistered? Full name")
                    .req()
                    .max(200)
                    .shown("dispute_kind", &["deregister"]),
                day("dispute_left", "Kiedy ta osoba opuściła lokal?", "When did this person leave?")
                    .not_future()
                    .shown("dispute_kind", &["deregister"]),
                address("dispute_address", "Adres lokalu", "Address of the dwelling").req(),
                area("dispute_reason", "Uzasadnienie", "Reasons").req().min_length(20).max(5000).help(
                    "Kto tam mieszka, od kiedy, gdzie są rzeczy tej osoby.",
                    "Who lives there, since when, where the person's things are.",
                ),
            ],
        )],
    )
    .with(vec![
        file("dispute_title", "Dokument o stanie prawnym lokalu", "Document of the legal status of the dwelling")
            .req()
            .files(5),
    ])
}

fn residence_certificate() -> Special {
    Special::new(
        Base::person().paid(),
        vec![step(
            "certificate",
            "Zaświadczenie",
            "The certificate",
            vec![
                select(
                    "certificate_kind",
                    "Co ma potwierdzać?",
                    "What should it confirm?",
                    &[
                        ("residence", "Mój obecny adres zameldowania", "My present registered address"),
                        ("history", "Poprzednie adresy zameldowania", "Previous registered addresses"),
                        ("left", "Wymeldowanie", "Deregistration"),
                        (
                            "count",
                            "Ile osób jest zameldowanych w moim lokalu",
                            "How many people are registered in my dwelling",
                        ),
                        (
                            "none",
                            "Że nikt nie jest zameldowany w moim lokalu",
                            "That nobody is registered in my dwelling",
                        ),
                    ],
                ),
                address("certificate_address", "Adres lokalu", "Address of the dwelling")
                    .req()
                    .shown("certificate_kind", &["count", "none"]),
                line("certificate_purpose", "Do czego potrzebujesz zaświadczenia?", "What do you need it for?")
                    .req()
                    .max(300)
                    .help("Od celu zależy, czy płaci się opłatę skarbową.", "Stamp duty depends on the purpose."),
            ],
        )],
    )
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

fn trusted_profile() -> Special {
    Special::new(
        Base { address: false, ..Base::person().alone() },
        vec![step(
            "visit",
            "Wizyta w punkcie potwierdzającym",
            "Visit to the confirming point",
            vec![
                radio(
                    "profile_action",
                    "Co chcesz zrobić?",
                    "What do you want to do?",
                    &[
                        ("confirm", "Potwierdzić nowy profil", "Confirm a new profile"),
                        ("extend", "Przedłużyć ważność", "Extend it"),
                        ("cancel", "Unieważnić", "Cancel it"),
                    ],
                ),
                info(
                    "profile_online",
                    "Wniosek o profil składa się na pz.gov.pl. W urzędzie potwierdzamy, że Ty to Ty.",
                    "You apply for the profile at pz.gov.pl. At the office we confirm that you are you.",
                )
                .shown("profile_action", &["confirm"]),
                day("profile_visit", "Kiedy chcesz przyjść?", "When do you want to come?").req().not_past(),
                radio(
                    "profile_time",
                    "O jakiej porze?",
                    "At what time of day?",
                    &[
                        ("morning", "Rano", "In the morning"),
                        ("noon", "W południe", "Around noon"),
                        ("afternoon", "Po południu", "In the afternoon"),
                    ],
                ),
            ],
        )],
    )
}

fn pesel_block() -> Special {
    Special::new(
        Base { address: false, ..Base::person() },
        vec![step(
            "block",
            "Zastrzeżenie numeru PESEL",
            "Blocking the PESEL number",
            vec![
                radio(
                    "block_action",
                    "Co mamy zrobić?",
                    "What shall we do?",
                    &[
                        ("block", "Zastrzec mój numer PESEL", "Block my PESEL number"),
                        ("unblock", "Cofnąć zastrzeżenie", "Undo the block"),
                    ],
                ),
                radio(
                    "unblock_kind",
                    "Na jak długo cofnąć?",
                    "Undo it for how long?",
                    &[
                        ("always", "Bezterminowo", "Indefinitely"),
                        ("until", "Do wskazanego dnia", "Until a certain day"),
                    ],
                )
                .shown("block_action", &["unblock"]),
                day("unblock_until", "Do którego dnia?", "Until which day?")
                    .req()
                    .not_past()
                    .shown("unblock_kind", &["until"]),
                info(
                    "block_identity",
                    "Zanim to zrobimy, potwierdzimy Twoją tożsamość w urzędzie. Szybciej zrobisz to sam w aplikacji mObywatel.",
                    "Before we do it we confirm your identity at the office. The mObywatel app is quicker.",
                ),
            ],
        )],
    )
}
