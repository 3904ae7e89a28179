//! Believable documents of invented people, for previews, the gallery and tests.

use jiff::civil::date;

use crate::document::{
    CaseRecord, Certificate, Document, Language, Letter, LetterClerk, Office, Receipt, Received, RecordEntry,
    Signature, Submission, SubmissionField, SubmissionStep,
};
use crate::markdown;

/// The office of the samples.
pub fn office() -> Office {
    Office {
        name: "Urząd Gminy Jasionka Górna".into(),
        address: vec!["ul. Kościelna 7".into(), "38-200 Jasionka Górna".into()],
        phone: "13 400 00 00".into(),
        email: "urzad@jasionka-gorna.example".into(),
        website: "jasionka-gorna.example".into(),
        e_delivery: "AE:PL-00000-00000-AAAAA-00".into(),
    }
}

const BODY: &str = "po rozpatrzeniu wniosku **Pani Żanety Łąk-Święcickiej** z 12 października 2026 r.

**orzekam:**

1. Zezwolić na usunięcie drzew rosnących na działce nr **184/2**, obręb Jasionka Górna, wymienionych w tabeli.
2. Uzależnić zezwolenie od posadzenia *nowych drzew* w liczbie nie mniejszej niż cztery:
   - gatunków rodzimych, o obwodzie pnia co najmniej 12 cm,
   - do 30 listopada 2027 r.,
   - na tej samej działce.
3. Ustalić, że drzewa można usunąć do 28 lutego 2027 r.

| Lp. | Gatunek | Obwód pnia na wysokości 130 cm | Powód usunięcia |
|-----|---------|--------------------------------|-----------------|
| 1 | lipa drobnolistna | 142 cm | zagraża budynkowi |
| 2 | dąb szypułkowy | 98 cm | choroba grzybowa |
| 3 | klon zwyczajny | 87 cm | zagraża budynkowi |
";

const REASONS: &str = "Wniosek wpłynął 12 października 2026 r. i był kompletny. 20 października 2026 r. przeprowadzono \
oględziny z udziałem wnioskodawczyni; stwierdzono, że korony dwóch drzew stykają się z dachem budynku mieszkalnego, a pień \
trzeciego jest w znacznej części spróchniały. W obrębie zadrzewienia nie stwierdzono występowania gatunków chronionych.

Posadzenie nowych drzew jest uzasadnione lokalnymi warunkami przyrodniczymi i wyrówna stratę w ciągu kilkunastu lat. Strona \
nie wniosła uwag do zebranych dowodów. Biorąc to pod uwagę, orzeczono jak wyżej.";

const APPEAL: &str = "Od decyzji przysługuje odwołanie do Samorządowego Kolegium Odwoławczego w Krośnie za pośrednictwem \
Wójta Gminy Jasionka Górna w terminie **14 dni** od dnia doręczenia decyzji.

W tym terminie strona może zrzec się prawa do odwołania. Z dniem doręczenia oświadczenia przez ostatnią ze stron decyzja \
staje się ostateczna i prawomocna.";

/// A decision on felling trees.
pub fn letter() -> Letter {
    Letter {
        unit: "Referat Ochrony Środowiska i Gospodarki Przestrzennej".into(),
        office: office(),
        reference: "OŚ.6131.42.2026".into(),
        your_reference: "wniosek z 12 października 2026 r.".into(),
        addressee: vec!["Żaneta Łąk-Święcicka".into(), "ul. Źródlana 12 m. 3".into(), "38-200 Jasionka Górna".into()],
        kind: "Decyzja".into(),
        subject: "w sprawie zezwolenia na usunięcie drzew".into(),
        legal_basis:
            "Na podstawie art. 83 ust. 1 pkt 1 i art. 83a ust. 1 ustawy z dnia 16 kwietnia 2004 r. o ochronie \
                      przyrody oraz art. 104 ustawy z dnia 14 czerwca 1960 r. – Kodeks postępowania administracyjnego"
                .into(),
        body: markdown::blocks(BODY),
        reasons: markdown::blocks(REASONS),
        appeal: markdown::blocks(APPEAL),
        signature: Some(Signature {
            name: "Grażyna Wójcik-Źrebiec".into(),
            position: "z up. Wójta\nKierownik Referatu".into(),
            signed: Some(date(2026, 11, 21).at(14, 5, 9, 0)),
            system: "SZPON".into(),
        }),
        attachments: vec!["Mapa z zaznaczonymi drzewami".into(), "Protokół oględzin".into()],
        distribution: vec!["Adresatka".into(), "Aa".into()],
        clerk: Some(LetterClerk {
            name: "Łukasz Gęś".into(),
            phone: "13 400 00 21".into(),
            email: "l.ges@jasionka-gorna.example".into(),
        }),
        privacy:
            "Administratorem Twoich danych jest Wójt Gminy Jasionka Górna. Dane przetwarzamy, aby rozpatrzyć sprawę \
                  (art. 6 ust. 1 lit. c RODO). Masz prawo dostępu do danych i ich sprostowania. Pełna informacja: \
                  jasionka-gorna.example/rodo."
                .into(),
        ..Letter::new("", "Jasionka Górna", date(2026, 11, 21))
    }
}

/// Two received files.
fn received() -> Vec<Received> {
    vec![
        Received {
            name: "wniosek-usuniecie-drzew.pdf".into(),
            size: 48_212,
            sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08".into(),
        },
        Received {
            name: "mapa działki 184_2 z zaznaczonymi drzewami (skan).png".into(),
            size: 2_431_007,
            sha256: "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752".into(),
        },
    ]
}

/// A receipt for an application with a map.
pub fn receipt() -> Receipt {
    Receipt {
        language: Language::Pl,
        office: office(),
        number: "UPZ/2026/000184".into(),
        received_at: date(2026, 10, 12).at(19, 42, 7, 0),
        sender: vec!["Żaneta Łąk-Święcicka".into(), "zaneta@poczta.example".into()],
        service: "Zezwolenie na usunięcie drzew lub krzewów".into(),
        items: received(),
        note: "Sprawę załatwimy najpóźniej w ciągu miesiąca. O każdej zmianie napiszemy e-mailem.".into(),
    }
}

/// The record of the same case.
pub fn record() -> CaseRecord {
    let steps = [
        ("Żaneta Łąk-Święcicka", "wnioskodawczyni", "złożono wniosek z dwoma plikami", "UPZ/2026/000184"),
        ("Bożena Ćwik", "kancelaria", "zarejestrowano przesyłkę wpływającą", "RPW/1203/2026"),
        ("Grażyna Wójcik-Źrebiec", "kierownik referatu", "zadekretowano na: Łukasz Gęś", ""),
        ("Łukasz Gęś", "inspektor", "wszczęto sprawę i nadano znak OŚ.6131.42.2026", ""),
        ("Łukasz Gęś", "inspektor", "zawiadomiono stronę o oględzinach", "OŚ.6131.42.2026/2"),
        ("Łukasz Gęś", "inspektor", "sporządzono protokół oględzin", "OŚ.6131.42.2026/3"),
        ("Łukasz Gęś", "inspektor", "przekazano projekt decyzji do akceptacji", "OŚ.6131.42.2026/4"),
        ("Grażyna Wójcik-Źrebiec", "kierownik referatu", "zwrócono projekt z uwagami", "OŚ.6131.42.2026/4"),
        ("Łukasz Gęś", "inspektor", "poprawiono projekt decyzji", "OŚ.6131.42.2026/4"),
        ("Grażyna Wójcik-Źrebiec", "kierownik referatu", "zaakceptowano i podpisano decyzję", "OŚ.6131.42.2026/4"),
    ];
    let entries = (1_u64..)
        .zip(steps)
        .map(|(ordinal, (person, position, action, document))| RecordEntry {
            ordinal,
            at: date(2026, 10, 12 + i8::try_from(ordinal).unwrap_or(0)).at(9, 15, 30, 0),
            person: person.into(),
            position: position.into(),
            action: action.into(),
            document: document.into(),
            hash: format!("{:012x}", ordinal.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 16),
        })
        .collect();
    CaseRecord {
        language: Language::Pl,
        office: office(),
        reference: "OŚ.6131.42.2026".into(),
        title: "Zezwolenie na usunięcie trzech drzew z działki 184/2".into(),
        entries,
        head: "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752".into(),
        printed_at: date(2026, 11, 21).at(14, 10, 0, 0),
    }
}

/// The form of the same case.
pub fn submission() -> Submission {
    let field = |label: &str, value: &str| SubmissionField { label: label.into(), value: value.into() };
    Submission {
        language: Language::Pl,
        office: office(),
        service: "Zezwolenie na usunięcie drzew lub krzewów".into(),
        number: "UPZ/2026/000184".into(),
        sent_at: Some(date(2026, 10, 12).at(19, 42, 7, 0)),
        sender: vec!["Żaneta Łąk-Święcicka".into(), "zaneta@poczta.example".into()],
        steps: vec![
            SubmissionStep {
                title: "Kto składa wniosek".into(),
                fields: vec![
                    field("Imię i nazwisko", "Żaneta Łąk-Święcicka"),
                    field("Adres", "ul. Źródlana 12 m. 3\n38-200 Jasionka Górna"),
                    field("Numer telefonu (nieobowiązkowo)", ""),
                ],
            },
            SubmissionStep {
                title: "Nieruchomość i drzewa".into(),
                fields: vec![
                    field("Numer działki i obręb", "184/2, Jasionka Górna"),
                    field("Jesteś", "właścicielem nieruchomości"),
                    field(
                        "Dlaczego chcesz usunąć drzewa?",
                        "Dwa drzewa opierają się o dach, trzecie jest spróchniałe.",
                    ),
                ],
            },
        ],
        attachments: received(),
        declarations: vec!["Oświadczam, że jestem właścicielem nieruchomości.".into()],
    }
}

/// A certificate of a course on personal data.
pub fn certificate() -> Certificate {
    Certificate {
        language: Language::Pl,
        office: office(),
        monogram: "GJ".into(),
        heading: "Zaświadczenie o ukończeniu kursu".into(),
        number: "SZ/2026/000123".into(),
        opening: "otrzymuje".into(),
        person: "Żaneta Łąk-Święcicka".into(),
        between: "za ukończenie kursu".into(),
        course: "Dane osobowe w urzędzie: jak je chronić na co dzień".into(),
        completed: date(2026, 11, 20),
        issued: date(2026, 11, 21),
        minutes: 270,
        expires: Some(date(2028, 11, 21)),
        outcomes: vec![
            "Po kursie wiesz, kiedy wolno przetwarzać dane osobowe i na jakiej podstawie.".into(),
            "Po kursie odpowiadasz w terminie na żądania osób, których dane dotyczą.".into(),
            "Po kursie rozpoznajesz naruszenie ochrony danych i wiesz, komu je zgłosić.".into(),
        ],
        body: markdown::blocks("Kurs spełnia wymogi *szkolenia wstępnego* pracowników urzędu."),
        signer: "Grażyna Wójcik-Źrebiec".into(),
        position: "Sekretarz Gminy".into(),
        code: "ACDE-FGHJ-KMNP".into(),
        address: "https://szpon.example/c/ACDEFGHJKMNP".into(),
    }
}

/// One document of each kind.
pub fn all() -> Vec<(&'static str, Document)> {
    vec![
        ("letter", letter().into()),
        ("receipt", receipt().into()),
        ("record", record().into()),
        ("submission", submission().into()),
        ("certificate", certificate().into()),
    ]
}
