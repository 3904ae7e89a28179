//! Identity documents and residence.

use super::{Special, base::Base, dsl::*};
use crate::schema::Field;

pub(super) fn special(id: &str) -> Option<Special> {
    Some(match id {
        "dowod-osobisty" => identity_card(),
        "utrata-dowodu" => lost_card(),
        "zameldowanie" => residence(),
        "wymeldowanie" => leaving(),
        "zameldowanie-wymeldowanie-decyzja" => residence_decision(),
        "zaswiadczenie-o-zameldowaniu" => residence_certificate(),
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
