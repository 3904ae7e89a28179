//! Words that carry no subject: they are kept in the text but neither indexed nor asked for.

use std::collections::HashSet;
use std::sync::OnceLock;

/// Folded forms, as typed. Inflected pronouns stand in full, because their dictionary forms are shared with real words
/// (`mam` is "have" and "mother" in another case).
const WORDS: &str = "
a aby aj albo ale ani az ba bardzo bez beda bede bedzie bedziemy bo bowiem by byc byl byla byli bylo byly bym bys chce chcac chcemy
chcialabym chcialbym chociaz choc ci cie ciebie co cokolwiek cos czego czegos czemu czy czyi czyj czyja czyje czyim czyli czym
dla dlaczego dlatego do dobrze dokad gdy gdyby gdyz gdzie gdzies go i ich ile ilu im inaczej inna inne innej innego inny iz ja jak jaka jakas
jaki jakie jakiego jakiej jakim jakimi jakich jakis jako jakos ja je jeden jedna jednak jedno jego jej jemu jesli jest jestem jestesmy
jeszcze jezeli juz kazda kazde kazdego kazdy kiedy kiedys kim kogo komu kto ktokolwiek ktora ktore ktorego ktorej ktorych ktory ktorym ktorymi
ktos ku lecz lub ma maja maj mam mamy mi mial miala mialbym miec mimo mna mnie moga moge moglabym moglbym mogloby moi moim moimi moich moj moja
moje mojego mojej moze mozemy mozna mu musi musimy musisz musze my na nad nam nami nas nasz nasza nasze naszego naszej nich nie niech nim
nimi nia niego niej niemu nic nikt niz no o obok od ode on ona one oni ono oraz oto owszem pan pana pani panstwo po pod podczas poniewaz ponad poza powinna
powinienem powinnam powinno powinien prosze przed przede przez przy sa sam sama sie skad soba sobie swoj swoja swoje swoim swojego swojej swych
ta tak taka taki takie takiego takiej tam te tego tej temu ten teraz tez to toba tobie totez trzeba tu tutaj twoj twoja twoje ty tych
tylko tym tymi u w wam wami was wasz wasza we wedlug wiec wszystkie wszystkich wszystko wtedy z za zaden zadna zadne zadnych zamiast
zawsze ze zeby zl znow znowu hej witam dzien dobry czesc dzieki dziekuje pozdrawiam np itp itd tzn etc
";

/// Whether a folded word is one of the words without a subject. Single letters always are.
pub(crate) fn is_stop_word(folded: &str) -> bool {
    static SET: OnceLock<HashSet<&str>> = OnceLock::new();
    let alone = folded.chars().nth(1).is_none() && folded.chars().all(char::is_alphabetic);
    alone || SET.get_or_init(|| WORDS.split_whitespace().collect()).contains(folded)
}
