//! Lists in a text area: one thing a line, its parts divided by a bar.

/// A line break inside a part.
const BREAK: char = '⏎';

/// The parts of a line: `odpowiedź | 50 | komentarz`. A bar behind a backslash belongs to the part.
pub(crate) fn parts(line: &str) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    let mut slashes = 0;
    for c in line.chars() {
        match c {
            '\\' => slashes += 1,
            '|' => {
                part.extend(std::iter::repeat_n('\\', slashes / 2));
                if slashes % 2 == 1 {
                    part.push('|');
                } else {
                    parts.push(tidy(&part));
                    part.clear();
                }
                slashes = 0;
            }
            c => {
                part.extend(std::iter::repeat_n('\\', slashes));
                slashes = 0;
                part.push(if c == BREAK { '\n' } else { c });
            }
        }
    }
    part.extend(std::iter::repeat_n('\\', slashes));
    parts.push(tidy(&part));
    parts
}

fn tidy(part: &str) -> String {
    part.split('\n').map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned()
}

/// A line of parts; empty ones at the end are left out.
pub(crate) fn line<'p>(of: impl IntoIterator<Item = &'p str>) -> String {
    let mut all: Vec<String> = of.into_iter().map(written).collect();
    while all.len() > 1 && all.last().is_some_and(String::is_empty) {
        all.pop();
    }
    all.join(" | ")
}

fn written(part: &str) -> String {
    let mut out = String::new();
    let mut slashes = 0;
    for c in part.trim().chars() {
        if c == '|' {
            // Those that stand there already are doubled, one more hides the bar.
            out.extend(std::iter::repeat_n('\\', slashes + 1));
        }
        slashes = if c == '\\' { slashes + 1 } else { 0 };
        out.push(if c == '\n' { BREAK } else { c });
    }
    out
}

/// The lines of a text, without empty ones.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = Vec<String>> {
    text.lines().filter(|l| !l.trim().is_empty()).map(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_written_is_read_back() {
        for of in [
            vec!["urząd", "50", "Prawie."],
            vec!["a|b", "", "c"],
            vec!["\\", "x"],
            vec!["a\\|b\\\\|c"],
            vec!["pierwszy\n\n- drugi", "100"],
            vec![""],
        ] {
            assert_eq!(parts(&line(of.iter().copied())), of, "{}", line(of.iter().copied()));
        }
        assert_eq!(parts("a | b|c "), ["a", "b", "c"]);
        assert_eq!(line(["a", "", ""]), "a");
    }
}
