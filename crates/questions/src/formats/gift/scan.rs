//! The signs of GIFT and what stands between them.

/// Signs that mean something, by their place below; behind a backslash they are text.
const SIGNS: &str = "~=#{}:\\";
/// Where escaped signs wait while the text is cut up: private-use characters, of which foreign text was freed.
const FIRST: u32 = 0xe010;

/// How much of a comment is looked at, in characters.
const LONGEST_COMMENT: usize = 2000;

/// Hides escaped signs. `\n` is a newline. A backslash before anything else stays.
pub(super) fn hide(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = if c == '\\' { chars.peek().copied() } else { None };
        match next {
            Some('n') => {
                chars.next();
                out.push('\n');
            }
            Some(sign) => match hidden(sign) {
                Some(hidden) => {
                    chars.next();
                    out.push(hidden);
                }
                None => out.push(c),
            },
            None => out.push(c),
        }
    }
    out
}

fn hidden(sign: char) -> Option<char> {
    let place = SIGNS.chars().position(|s| s == sign)?;
    char::from_u32(FIRST + u32::try_from(place).ok()?)
}

/// Brings hidden signs back.
pub(super) fn shown(text: &str) -> String {
    text.chars()
        .map(|c| {
            let place = u32::from(c).checked_sub(FIRST).and_then(|p| usize::try_from(p).ok());
            place.and_then(|p| SIGNS.chars().nth(p)).unwrap_or(c)
        })
        .collect()
}

/// Text with its signs escaped, in one line.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '\n' => out.push_str("\\n"),
            c if SIGNS.contains(c) => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

/// A paragraph of the file: its first line's number, its text without comments, and what its comments said.
#[derive(Debug, Default)]
pub(super) struct Paragraph {
    pub(super) line: usize,
    pub(super) text: String,
    pub(super) code: String,
    pub(super) tags: Vec<String>,
}

/// Cuts a file into paragraphs at blank lines. A `$CATEGORY:` line is a paragraph of its own. Comments belong to the
/// question after them.
pub(super) fn paragraphs(text: &str) -> Vec<Paragraph> {
    let mut all = Vec::new();
    let mut now = Paragraph::default();
    for (i, line) in text.lines().enumerate() {
        let trimmed = line.trim();
        if let Some(comment) = trimmed.strip_prefix("//") {
            read_comment(comment, &mut now);
            continue;
        }
        let category = trimmed.starts_with("$CATEGORY:");
        if trimmed.is_empty() || category {
            if !now.text.is_empty() {
                all.push(std::mem::take(&mut now));
            }
            if category {
                all.push(Paragraph { line: i + 1, text: trimmed.to_owned(), ..Paragraph::default() });
                now = Paragraph::default();
            }
            continue;
        }
        if now.text.is_empty() {
            now.line = i + 1;
        } else {
            now.text.push('\n');
        }
        now.text.push_str(line);
    }
    if !now.text.is_empty() {
        all.push(now);
    }
    all
}

/// `[id:abc]` and `[tag:abc]` within a comment; `\]` is a bracket.
fn read_comment(comment: &str, paragraph: &mut Paragraph) {
    // Of a longer comment nobody wrote the rest by hand; it would only cost time.
    let comment: String = comment.chars().take(LONGEST_COMMENT).collect();
    for (at, _) in comment.match_indices('[') {
        let rest = &comment[at + 1..];
        let (value, code) = match (rest.strip_prefix("id:"), rest.strip_prefix("tag:")) {
            (Some(value), _) => (value, true),
            (_, Some(value)) => (value, false),
            _ => continue,
        };
        let Some(end) = value.match_indices(']').map(|(i, _)| i).find(|i| !value[..*i].ends_with('\\')) else {
            continue;
        };
        let value = crate::formats::one_line(&value[..end].replace("\\]", "]").replace("\\[", "["));
        if value.is_empty() {
            continue;
        }
        if code {
            paragraph.code = value;
        } else {
            paragraph.tags.push(value);
        }
    }
}
