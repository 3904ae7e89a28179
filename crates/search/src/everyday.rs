//! Words that any question to an office may hold, whatever it is about.

use std::collections::HashSet;
use std::sync::OnceLock;

/// Folded dictionary forms: asking, doing, paying, waiting, the office itself.
const WORDS: &str = "
zrobic robic zalatwic zalatwiac zalatwienie potrzebowac potrzebny potrzeba dostac dostawac uzyskac uzyskiwac otrzymac otrzymywac zlozyc skladac
zlozenie kosztowac koszt cena trwac czekac oczekiwac czas dlugo dlugi szybko szybki urzad urzednik gmina miasto wojt burmistrz prezydent wniosek
wnioskowac dokument sprawa isc pojsc udac osoba formularz druk druczek wypelnic wypelniac internet online elektronicznie elektroniczny dzien miesiac
rok tydzien godzina informacja informowac pytanie pytac zapytac obowiazek obowiazkowy obowiazywac wymagac wymagany konieczny koniecznosc oplata oplacac
oplacic zaplacic placic platny bezplatny darmo darmowy zloty termin moc musiec chciec miec byc zostac zostawac dzialac trzeba wolno mozliwy mozliwosc
mozliwie prawo przypadek sytuacja powod sposob procedura zasada przepis ustawa wymog warunek zalacznik zalaczyc dolaczyc przygotowac
zabrac wziac brac przyniesc dostarczyc przedstawic pokazac przyslac wyslac nastepny pozniej wczesniej kolejny rodzaj nowy stary pierwszy jeden dwa kilka
ile zyskac starac ubiegac wystapic wystepowac zglosic zglaszac zgloszenie podanie podac wystarczyc wiedziec znalezc szukac mieszkac mieszkaniec obywatel
polska polski kraj osobiscie osobisty wizyta umowic kolejka numer adres strona pomoc pomagac skorzystac korzystac przysluguje przyslugiwac nalezec nalezy
dotyczyc odpowiedz odpowiedziec decyzja wydac wydawac wydanie odebrac odbior odbierac wazny waznosc";

/// Whether a term says little about the matter. It still counts a little, and in full as part of a phrase's measure.
pub(crate) fn everyday(term: &str) -> bool {
    static SET: OnceLock<HashSet<&str>> = OnceLock::new();
    SET.get_or_init(|| WORDS.split_whitespace().collect()).contains(term)
}
