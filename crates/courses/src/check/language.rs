//! Plain language: the length of sentences and paragraphs, the FOG index, words of officials, capital letters.
//!
//! The index is Gunning's FOG (R. Gunning, The Technique of Clear Writing, 1952), 0.4 × (words a sentence + per cent of
//! hard words), with a word of Polish hard from four syllables on, as in the works of W. Pisarek on the Polish press; of
//! English from three. Its value is about the years of school a reader needs.

use law::fold::fold;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::{Found, Rule, jargon, structure::Lines};

/// From how many words on a sentence is too long.
const LONG_SENTENCE: usize = 25;
/// From how many words on a paragraph is too long.
const LONG_PARAGRAPH: usize = 110;
/// From which index on a text is hard: nine years of school are what everyone has.
const HARD: f64 = 13.0;
/// The fewest words for which the index says something.
const ENOUGH: usize = 120;
/// At most so many findings of one rule in a lesson; the worst are kept.
const MOST: usize = 8;

/// A piece of running text with the line it begins at.
struct Block {
    line: u32,
    text: String,
}

/// Paragraphs, points of lists and cells; no headings, no code.
fn blocks(body: &str) -> Vec<Block> {
    let parser = Parser::new_ext(body, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
    let lines = Lines::of(body);
    let mut all: Vec<Block> = Vec::new();
    let mut silent = 0usize;
    for (event, range) in parser.into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { .. } | Tag::CodeBlock(_) | Tag::Image { .. }) => silent += 1,
            Event::End(TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::Image) => silent = silent.saturating_sub(1),
            Event::Start(Tag::Paragraph | Tag::Item | Tag::TableCell) => {
                all.push(Block { line: lines.line(range.start), text: String::new() });
            }
            Event::Text(t) | Event::Code(t) if silent == 0 => {
                if let Some(last) = all.last_mut() {
                    last.text.push_str(&t);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(last) = all.last_mut() {
                    last.text.push(' ');
                }
            }
            _ => {}
        }
    }
    all.retain(|b| !b.text.trim().is_empty());
    all
}

/// Shortenings that end with a full stop inside a sentence.
const SHORT: &[&str] = &[
    "art", "ust", "pkt", "lit", "np", "tj", "tzw", "tzn", "r", "w", "nr", "ul", "al", "pl", "m.in", "itd", "itp", "dr",
    "prof", "mgr", "inz", "k.p.a", "kpa", "dz", "u", "poz", "zob", "por", "ok", "tel", "godz", "min", "sw", "zl", "gr",
    "s", "str", "wg", "ww", "jw", "cd", "p", "red", "sygn", "o", "ds", "k.c", "k.k", "k.p", "e.g", "i.e", "mr", "mrs",
    "no", "st", "vs",
];

/// The sentences of a text.
pub(super) fn sentences(text: &str) -> Vec<String> {
    let mut all = Vec::new();
    let mut now: Vec<&str> = Vec::new();
    let words: Vec<&str> = text.split_whitespace().collect();
    for (i, word) in words.iter().enumerate() {
        now.push(word);
        let bare = word.trim_end_matches(['"', '”', '»', ')', '\'']);
        let end = match bare.chars().next_back() {
            Some('!' | '?' | '…') => true,
            Some('.') => {
                let stem = fold(bare.trim_start_matches(['(', '„', '"', '«'])).trim_end_matches('.').to_owned();
                let short = SHORT.contains(&stem.as_str())
                    || (stem.chars().count() == 1 && stem.chars().all(char::is_alphabetic));
                let number = !stem.is_empty() && stem.chars().all(|c| c.is_ascii_digit());
                let next =
                    words.get(i + 1).and_then(|w| w.trim_start_matches(['(', '„', '"', '«', '–']).chars().next());
                let begins = next.is_none_or(|c| c.is_uppercase() || c.is_numeric());
                begins && !short && !(number && next.is_some_and(|c| !c.is_uppercase()))
            }
            _ => false,
        };
        if end {
            all.push(now.join(" "));
            now.clear();
        }
    }
    if !now.is_empty() {
        all.push(now.join(" "));
    }
    all
}

/// The words of a sentence; numbers and marks are none.
fn words(sentence: &str) -> impl Iterator<Item = &str> {
    sentence.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|w| w.chars().any(char::is_alphabetic))
}

/// The syllables of a Polish word: its vowels, without an i that only softens.
pub(super) fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word.to_lowercase().chars().collect();
    let vowel = |c: &char| "aąeęioóuy".contains(*c);
    let softens = |i: usize| letters.get(i) == Some(&'i') && letters.get(i + 1).is_some_and(vowel);
    (0..letters.len()).filter(|i| letters.get(*i).is_some_and(vowel) && !softens(*i)).count()
}

/// The syllables of an English word: its groups of vowels, without a silent e.
fn english_syllables(word: &str) -> usize {
    let lower = word.to_lowercase();
    let groups = lower.split(|c: char| !"aeiouy".contains(c)).filter(|g| !g.is_empty()).count();
    let silent = lower.ends_with('e') && !lower.ends_with("le") && groups > 1;
    groups - usize::from(silent)
}

/// The FOG index of a text of so many sentences.
#[expect(clippy::cast_precision_loss, reason = "numbers of words of a lesson")]
pub(super) fn fog(sentences: &[String], language: &str) -> f64 {
    let (mut all, mut hard) = (0usize, 0usize);
    for word in sentences.iter().flat_map(|s| words(s)) {
        all += 1;
        let long = if language == "en" { english_syllables(word) >= 3 } else { syllables(word) >= 4 };
        hard += usize::from(long);
    }
    if all == 0 || sentences.is_empty() {
        return 0.0;
    }
    0.4 * (all as f64 / sentences.len() as f64 + 100.0 * hard as f64 / all as f64)
}

pub(super) fn look(body: &str, language: &str, found: &mut Found<'_>) {
    let blocks = blocks(body);
    let mut long: Vec<(usize, u32, String)> = Vec::new();
    let mut all: Vec<String> = Vec::new();
    for block in &blocks {
        let count = words(&block.text).count();
        if count > LONG_PARAGRAPH {
            found.add(Rule::LongParagraph, Some(block.line), &block.text, vec![("words", count.into())]);
        }
        for sentence in sentences(&block.text) {
            let count = words(&sentence).count();
            if count > LONG_SENTENCE {
                long.push((count, block.line, sentence.clone()));
            }
            all.push(sentence);
        }
        capitals(block, found);
    }
    long.sort_by_key(|(count, line, _)| (std::cmp::Reverse(*count), *line));
    long.truncate(MOST);
    long.sort_by_key(|(_, line, _)| *line);
    for (count, line, sentence) in long {
        found.add(Rule::LongSentence, Some(line), &sentence, vec![("words", count.into())]);
    }
    let total: usize = all.iter().map(|s| words(s).count()).sum();
    let index = fog(&all, language);
    if total >= ENOUGH && index >= HARD {
        found.add(Rule::Fog, None, "", vec![("index", format!("{index:.0}").into())]);
    }
    let mut told = 0;
    for block in &blocks {
        for (word, plain) in jargon::in_text(&block.text, language) {
            if told < MOST {
                told += 1;
                found.add(Rule::Jargon, Some(block.line), &word, vec![("plain", plain.into())]);
            }
        }
    }
}

/// Three words or more in capital letters one after another are hard to read, and screen readers may spell them.
fn capitals(block: &Block, found: &mut Found<'_>) {
    let shouted = |w: &&str| {
        let letters = w.chars().filter(|c| c.is_alphabetic()).count();
        letters >= 3 && !w.chars().any(char::is_lowercase)
    };
    let words: Vec<&str> = block.text.split_whitespace().collect();
    if let Some(run) = words.windows(3).find(|run| run.iter().all(&shouted)) {
        found.add(Rule::Capitals, Some(block.line), &run.join(" "), Vec::new());
    }
}
