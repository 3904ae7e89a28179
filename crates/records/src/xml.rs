//! Trees for other programs: XML, written so that no content can break out of its place.

/// Writes XML 1.0, two spaces a level.
pub(crate) struct Xml {
    out: String,
    depth: usize,
}

impl Xml {
    /// A document with its declaration.
    pub fn new() -> Self {
        Self { out: String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"), depth: 0 }
    }
    fn indent(&mut self) {
        self.out.push_str(&"  ".repeat(self.depth));
    }
    fn start(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.indent();
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            self.out.push(' ');
            self.out.push_str(key);
            self.out.push_str("=\"");
            self.escape(value);
            self.out.push('"');
        }
    }
    /// An element that holds others.
    pub fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.start(name, attributes);
        self.out.push_str(">\n");
        self.depth += 1;
    }
    /// The end of the element that holds others.
    pub fn close(&mut self, name: &str) {
        self.depth = self.depth.saturating_sub(1);
        self.indent();
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push_str(">\n");
    }
    /// An element that holds text.
    pub fn leaf(&mut self, name: &str, text: &str) {
        self.start(name, &[]);
        self.out.push('>');
        self.escape(text);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push_str(">\n");
    }
    /// What XML 1.0 cannot hold (control characters) is left out.
    fn escape(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '&' => self.out.push_str("&amp;"),
                '"' => self.out.push_str("&quot;"),
                '\n' => self.out.push_str("&#10;"),
                '\t' => self.out.push_str("&#9;"),
                '\u{fffe}' | '\u{ffff}' => {}
                c if c.is_control() => {}
                c => self.out.push(c),
            }
        }
    }
    /// The text.
    pub fn done(self) -> String {
        self.out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_stays_in_its_place() {
        let mut x = Xml::new();
        x.open("a", &[("b", "\"<")]);
        x.leaf("c", "</c>&\u{1}");
        x.close("a");
        assert!(x.done().ends_with("<a b=\"&quot;&lt;\">\n  <c>&lt;/c&gt;&amp;</c>\n</a>\n"));
    }
}
