//! Tables and trees for other programs: CSV and XML, written so that no content can break out of its place.

/// Appends a line of CSV (RFC 4180). A field that a spreadsheet would take for a formula gets an apostrophe before it.
pub(crate) fn csv_line<'a>(out: &mut String, fields: impl IntoIterator<Item = &'a str>) {
    for (i, field) in fields.into_iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        let harmless = sheet::harmless(field);
        if harmless != field || harmless.contains([',', '"', '\n', '\r', ';']) {
            out.push('"');
            out.push_str(&harmless.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(field);
        }
    }
    out.push_str("\r\n");
}

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
        let mut out = String::new();
        csv_line(&mut out, ["a,b", "=1+1", "say \"x\"", "zwykły"]);
        assert_eq!(out, "\"a,b\",\"'=1+1\",\"say \"\"x\"\"\",zwykły\r\n");
        let mut x = Xml::new();
        x.open("a", &[("b", "\"<")]);
        x.leaf("c", "</c>&\u{1}");
        x.close("a");
        assert!(x.done().ends_with("<a b=\"&quot;&lt;\">\n  <c>&lt;/c&gt;&amp;</c>\n</a>\n"));
    }
}
