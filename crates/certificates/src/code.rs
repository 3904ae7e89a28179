//! Codes of certificates: short enough to type from paper, too many to guess.

use kernel::Ctx;

/// Letters and digits nobody takes for one another: of each such pair (0 O, 1 I L, 2 Z, 5 S, 8 B, U V) neither.
const LETTERS: &[u8; 23] = b"34679ACDEFGHJKMNPQRTWXY";
/// Signs of a code: 23 to the power of 12 is more than 2 to the power of 54.
pub const LENGTH: usize = 12;
/// The highest random byte that is used, so that every letter is as likely.
const HIGHEST: u8 = 229;

/// A new code.
pub(crate) fn fresh(ctx: &Ctx) -> String {
    let mut code = String::with_capacity(LENGTH);
    while code.len() < LENGTH {
        for byte in ctx.secret() {
            if byte <= HIGHEST && code.len() < LENGTH {
                code.push(char::from(LETTERS[usize::from(byte) % LETTERS.len()]));
            }
        }
    }
    code
}

/// A code as somebody typed it: in any case, with spaces or hyphens. `None` when it cannot be one.
pub fn read(typed: &str) -> Option<String> {
    let code: String = typed
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '—' | '.'))
        .take(LENGTH + 1)
        .map(|c| c.to_ascii_uppercase())
        .collect();
    let known = code.chars().all(|c| u8::try_from(c).is_ok_and(|b| LETTERS.contains(&b)));
    (known && code.len() == LENGTH).then_some(code)
}

/// A code as it is printed: in groups of four.
pub fn grouped(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    letters.chunks(4).map(|part| part.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, sync::Arc};

    use super::*;
    use kernel::{Actor, FixedClock, Lang, Micros, SeededEntropy};
    use proptest::prelude::*;

    #[test]
    fn codes_differ_and_come_back_as_they_are_printed() {
        let ctx =
            Ctx::new(Actor::System, Lang::Pl, Arc::new(FixedClock::at(Micros(0))), Arc::new(SeededEntropy::new(1)));
        let codes: BTreeSet<String> = (0..500).map(|_| fresh(&ctx)).collect();
        assert_eq!(codes.len(), 500);
        for code in &codes {
            assert_eq!(read(&grouped(code).to_lowercase()).as_ref(), Some(code));
            assert_eq!(read(&format!(" {} {} ", &code[..4], &code[4..])).as_ref(), Some(code));
        }
        let used: BTreeSet<char> = codes.iter().flat_map(|c| c.chars()).collect();
        assert_eq!(used.len(), LETTERS.len());
    }

    proptest! {
        #[test]
        fn any_text_is_refused_or_a_code(text in ".{0,40}") {
            if let Some(code) = read(&text) {
                prop_assert_eq!(code.len(), LENGTH);
                prop_assert!(!code.contains(['0', 'O', '1', 'I', 'L', '5', 'S', '8', 'B', '2', 'Z', 'U', 'V']));
            }
        }
    }
}
