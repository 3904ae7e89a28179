//! A plain picture of a badge: the office's name, the title, a ribbon. SVG, no scripts, no outside files, so that it
//! may be baked, printed and shown anywhere.

/// What stands on a badge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture<'t> {
    /// Who issues it.
    pub office: &'t str,
    /// What was achieved.
    pub title: &'t str,
    /// A short line below, e.g. the year; may be empty.
    pub note: &'t str,
    /// The language of the words (BCP 47), for screen readers.
    pub language: &'t str,
}

/// Characters on a line and lines, of the title and of the office's name.
const TITLE: (usize, usize) = (18, 4);
const OFFICE: (usize, usize) = (26, 3);

/// Draws the badge, 400 by 400 units.
pub fn badge_svg(picture: &Picture<'_>) -> String {
    let label = escape(&format!("{} – {}", picture.title.trim(), picture.office.trim()));
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 400\" role=\"img\" aria-labelledby=\"badge-title\" \
         xml:lang=\"{}\">\n<title id=\"badge-title\">{label}</title>\n\
         <path d=\"M120 290 90 392l56-22 34 26 20-90zM280 290l30 102-56-22-34 26-20-90z\" fill=\"#b3261e\"/>\n\
         <circle cx=\"200\" cy=\"180\" r=\"172\" fill=\"#12395b\"/>\n\
         <circle cx=\"200\" cy=\"180\" r=\"160\" fill=\"none\" stroke=\"#f2c14e\" stroke-width=\"4\"/>\n\
         <circle cx=\"200\" cy=\"180\" r=\"148\" fill=\"#fff\"/>\n",
        escape(picture.language)
    );
    let office = lines(picture.office, OFFICE);
    let title = lines(picture.title, TITLE);
    let height = office.len() * 18 + 14 + title.len() * 28 + if picture.note.trim().is_empty() { 0 } else { 28 };
    let mut at = 180usize.saturating_sub(height / 2) + 14;
    let mut put = |text: &str, size: usize, weight: u16, colour: &str, step: usize| {
        svg.push_str(&format!(
            "<text x=\"200\" y=\"{at}\" text-anchor=\"middle\" font-family=\"sans-serif\" font-size=\"{size}\" \
             font-weight=\"{weight}\" fill=\"{colour}\">{}</text>\n",
            escape(text)
        ));
        at += step;
    };
    for (number, line) in office.iter().enumerate() {
        put(line, 14, 400, "#33475b", if number + 1 == office.len() { 34 } else { 18 });
    }
    for line in &title {
        put(line, 24, 700, "#12395b", 28);
    }
    if !picture.note.trim().is_empty() {
        put(picture.note.trim(), 16, 400, "#33475b", 0);
    }
    svg.push_str("</svg>\n");
    svg
}

/// Breaks a text into lines between words; what does not fit ends in an ellipsis.
fn lines(text: &str, (width, most): (usize, usize)) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let room = |line: &String| line.chars().count() + 1 + word.chars().count() <= width;
        match lines.last_mut().filter(|line| room(line)) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    let cut = lines.len() > most;
    lines.truncate(most);
    for line in &mut lines {
        if line.chars().count() > width {
            *line = line.chars().take(width - 1).chain(['…']).collect();
        }
    }
    if let Some(last) = lines.last_mut().filter(|last| cut && !last.ends_with('…')) {
        last.push('…');
    }
    lines
}

/// A text for XML, in content and in attributes. Characters XML does not have are left out.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            '\t' | '\n' | '\r' => escaped.push(' '),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => escaped.push(other),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_escaped_and_can_be_baked() {
        let svg = badge_svg(&Picture {
            office: "Urząd Gminy \"Łąki\" <script>alert(1)</script>",
            title: "Ochrona danych & prosty język",
            note: "2026",
            language: "pl",
        });
        assert!(!svg.contains("<script>") && svg.contains("Ochrona danych &amp;"), "{svg}");
        let baked = crate::bake(svg.as_bytes(), "e30.e30.x").unwrap();
        assert_eq!(crate::extract(&baked).unwrap(), "e30.e30.x");
    }

    #[test]
    fn long_names_break_between_words_and_end_in_an_ellipsis() {
        assert_eq!(lines("Jak prowadzić sprawę", TITLE), ["Jak prowadzić", "sprawę"]);
        let long = lines(&"postępowanie ".repeat(20), TITLE);
        assert_eq!((long.len(), long[3].as_str()), (4, "postępowanie…"));
        assert_eq!(lines("Konstantynopolitańczykowianeczka", TITLE), ["Konstantynopolita…"]);
        assert!(lines("  ", TITLE).is_empty());
    }
}
