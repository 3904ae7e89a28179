//! A small safe part of Markdown, as officials type it, to blocks and back to HTML.
//!
//! Known are paragraphs, headings (`#`), lists (`-`, `1.`), `**bold**`, `*italic*` and tables; a line
//! `\newpage` alone, or `---`, starts a new page. Everything else (links, pictures, HTML, code) keeps its text and loses
//! its effect. No input is refused.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::document::{Block, Item, Run};

/// Depth below which nested lists are no longer followed, against data made to exhaust the stack.
const LIST_DEPTH: usize = 16;

/// Reads Markdown into blocks.
pub fn blocks(text: &str) -> Vec<Block> {
    let mut reader = Reader::default();
    let text = text.replace('\0', "");
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES) {
        reader.read(event);
    }
    reader.end_paragraph();
    reader.blocks
}

/// Escapes text so that [`blocks`] gives it back as plain text in the surrounding paragraph. Line
/// feeds become spaces. Only what Markdown would read as a sign is escaped, so that people who edit
/// the text afterwards see dates, references and addresses as they are.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let text = text.trim_start();
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    for (at, c) in text.char_indices() {
        // What begins a block does so at the beginning only; "1." and "1)" begin a list.
        let begins = match c {
            '>' | '-' | '+' | '=' | '~' | ':' => at == 0,
            '.' | ')' => at == digits && text[at + 1..].chars().next().is_none_or(char::is_whitespace),
            _ => false,
        };
        match c {
            '\r' | '\n' | '\t' => out.push(' '),
            c if begins || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '&' | '|' | '#') => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

/// One open list.
#[derive(Default)]
struct OpenList {
    ordered: bool,
    items: Vec<Item>,
}

#[derive(Default)]
struct Reader {
    blocks: Vec<Block>,
    runs: Vec<Run>,
    bold: u32,
    italic: u32,
    lists: Vec<OpenList>,
    /// Lists opened below the last level; their items join that level.
    too_deep: u32,
    headers: Vec<String>,
    rows: Vec<Vec<Vec<Run>>>,
    row: Vec<Vec<Run>>,
    heading: Option<u8>,
    in_table: bool,
}

impl Reader {
    fn read(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => self.push(&text),
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => self.push(&text),
            Event::SoftBreak => self.push(" "),
            Event::HardBreak => self.push("\n"),
            Event::Rule if self.lists.is_empty() && !self.in_table => self.blocks.push(Block::PageBreak),
            Event::Rule | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Strong => self.bold += 1,
            Tag::Emphasis => self.italic += 1,
            Tag::Heading { level, .. } => {
                self.end_paragraph();
                self.heading = Some(level as u8);
            }
            Tag::List(start) => {
                self.end_paragraph();
                if self.lists.len() == LIST_DEPTH {
                    self.too_deep += 1;
                    return;
                }
                self.lists.push(OpenList { ordered: start.is_some(), items: Vec::new() });
            }
            Tag::Item => {
                if let Some(list) = self.lists.last_mut() {
                    list.items.push(Item::default());
                }
            }
            Tag::Table(_) => {
                self.end_paragraph();
                self.in_table = true;
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Emphasis => self.italic = self.italic.saturating_sub(1),
            TagEnd::Paragraph | TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Item | TagEnd::Heading(_) => {
                self.end_paragraph();
            }
            TagEnd::List(_) => self.end_list(),
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.runs);
                self.row.push(cell);
            }
            TagEnd::TableHead => {
                self.headers = std::mem::take(&mut self.row).iter().map(|cell| plain(cell)).collect();
            }
            TagEnd::TableRow => {
                let row = std::mem::take(&mut self.row);
                self.rows.push(row);
            }
            TagEnd::Table => {
                self.in_table = false;
                let table = Block::Table {
                    caption: String::new(),
                    headers: std::mem::take(&mut self.headers),
                    rows: std::mem::take(&mut self.rows),
                };
                self.blocks.push(table);
            }
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        let (bold, italic) = (self.bold > 0, self.italic > 0);
        match self.runs.last_mut() {
            Some(run) if run.bold == bold && run.italic == italic => run.text.push_str(text),
            _ => self.runs.push(Run { text: text.to_owned(), bold, italic }),
        }
    }

    /// Puts the collected runs where they belong: the open item, a heading or a paragraph.
    fn end_paragraph(&mut self) {
        let heading = self.heading.take();
        let mut runs = std::mem::take(&mut self.runs);
        if let Some(last) = runs.last_mut() {
            last.text.truncate(last.text.trim_end().len());
        }
        runs.retain(|run| !run.text.is_empty());
        if runs.is_empty() {
            return;
        }
        if let Some(item) = self.lists.last_mut().and_then(|list| list.items.last_mut()) {
            if !item.runs.is_empty() {
                item.runs.push(Run::plain("\n"));
            }
            item.runs.append(&mut runs);
        } else if let Some(level) = heading {
            self.blocks.push(Block::heading(level, plain(&runs)));
        } else if plain(&runs) == "\\newpage" {
            self.blocks.push(Block::PageBreak);
        } else {
            self.blocks.push(Block::Paragraph { runs });
        }
    }

    fn end_list(&mut self) {
        self.end_paragraph();
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        let Some(list) = self.lists.pop() else { return };
        match self.lists.last_mut() {
            Some(parent) => match parent.items.last_mut() {
                Some(item) => {
                    if item.items.is_empty() {
                        item.ordered = list.ordered;
                    }
                    item.items.extend(list.items);
                }
                None => parent.items.extend(list.items),
            },
            None if list.items.is_empty() => {}
            None => self.blocks.push(Block::List { ordered: list.ordered, items: list.items }),
        }
    }
}

/// The text of runs without their styles.
fn plain(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// Shows blocks as HTML in which every text is escaped. Headings start at `<h2>`; a page break is
/// `<hr>`. Only h2 to h5, p, ul, ol, li, table (with caption, thead, tbody, tr, th, td), strong, em, br and hr occur,
/// and of attributes only `scope` of header cells.
pub fn to_html_safe(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        match block {
            Block::Heading { text, .. } if text.trim().is_empty() => {}
            Block::Heading { level, text } => {
                let tag = format!("h{}", (*level).clamp(1, 4) + 1);
                out.push_str(&format!("<{tag}>{}</{tag}>", escape_html(text)));
            }
            Block::Paragraph { runs } => out.push_str(&format!("<p>{}</p>", runs_html(runs))),
            Block::List { ordered, items } => list_html(*ordered, items, &mut out, 0),
            Block::Table { caption, headers, rows } => table_html(caption, headers, rows, &mut out),
            Block::PageBreak => out.push_str("<hr>"),
        }
    }
    out
}

fn list_html(ordered: bool, items: &[Item], out: &mut String, depth: usize) {
    if items.is_empty() || depth == LIST_DEPTH {
        return;
    }
    let tag = if ordered { "ol" } else { "ul" };
    out.push_str(&format!("<{tag}>"));
    for item in items {
        out.push_str(&format!("<li>{}", runs_html(&item.runs)));
        list_html(item.ordered, &item.items, out, depth + 1);
        out.push_str("</li>");
    }
    out.push_str(&format!("</{tag}>"));
}

fn table_html(caption: &str, headers: &[String], rows: &[Vec<Vec<Run>>], out: &mut String) {
    out.push_str("<table>");
    if !caption.trim().is_empty() {
        out.push_str(&format!("<caption>{}</caption>", escape_html(caption)));
    }
    out.push_str("<thead><tr>");
    for header in headers {
        out.push_str(&format!("<th scope=\"col\">{}</th>", escape_html(header)));
    }
    out.push_str("</tr></thead><tbody>");
    for row in rows {
        out.push_str("<tr>");
        for cell in row {
            out.push_str(&format!("<td>{}</td>", runs_html(cell)));
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table>");
}

fn runs_html(runs: &[Run]) -> String {
    let mut out = String::new();
    for run in runs {
        let text = escape_html(&run.text).replace('\n', "<br>");
        match (run.bold, run.italic) {
            (false, false) => out.push_str(&text),
            (true, false) => out.push_str(&format!("<strong>{text}</strong>")),
            (false, true) => out.push_str(&format!("<em>{text}</em>")),
            (true, true) => out.push_str(&format!("<strong><em>{text}</em></strong>")),
        }
    }
    out
}

fn escape_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Into a string it never fails.
    let _ = pulldown_cmark_escape::escape_html(&mut out, text);
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_what_officials_type() {
        let text = "# Orzeczenie\n\nZezwalam **Żanecie *Łąk*** na\nusunięcie.\n\n1. dębu\n   - grubego\n2. lipy\n\n---\n\n| Lp. | Drzewo |\n|---|---|\n| 1 | **dąb** |\n";
        let found = blocks(text);
        assert_eq!(found[0], Block::heading(1, "Orzeczenie"));
        assert_eq!(
            found[1],
            Block::Paragraph {
                runs: vec![
                    Run::plain("Zezwalam "),
                    Run::bold("Żanecie "),
                    Run { text: "Łąk".into(), bold: true, italic: true },
                    Run::plain(" na usunięcie."),
                ]
            }
        );
        let Block::List { ordered: true, items } = &found[2] else { panic!("a numbered list: {found:?}") };
        assert_eq!(items.len(), 2);
        assert_eq!(items[0].items[0].runs, [Run::plain("grubego")]);
        assert_eq!(found[3], Block::PageBreak);
        let Block::Table { headers, rows, .. } = &found[4] else { panic!("a table") };
        assert_eq!(headers, &["Lp.", "Drzewo"]);
        assert_eq!(rows[0][1], [Run::bold("dąb")]);
    }

    #[test]
    fn dangerous_markup_is_only_text() {
        let html = to_html_safe(&blocks(
            "<script>alert(1)</script>\n\n[link](javascript:x) ![p](http://x/y) <b onclick=\"x\">b</b> `c`",
        ));
        assert_eq!(
            html,
            "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p><p>link p &lt;b onclick=&quot;x&quot;&gt;b&lt;/b&gt; c</p>"
        );
    }

    #[test]
    fn html_has_the_same_structure() {
        let html = to_html_safe(&blocks("## T\n\n- a\n  1. b\n\n| x |\n|---|\n| *y* |"));
        assert_eq!(
            html,
            "<h3>T</h3><ul><li>a<ol><li>b</li></ol></li></ul><table><thead><tr><th scope=\"col\">x</th></tr></thead>\
             <tbody><tr><td><em>y</em></td></tr></tbody></table>"
        );
    }

    #[test]
    fn lists_nested_without_end_become_flat() {
        let found = blocks(&format!("{}x", "- ".repeat(5_000)));
        let html = to_html_safe(&found);
        assert_eq!(html.matches("<ul>").count(), LIST_DEPTH);
        assert!(html.contains('x'));
    }

    #[test]
    fn what_people_read_is_not_full_of_signs() {
        for plain in [
            "GK.6131.1.2026",
            "ul. Lipowa 4, 21-509 Kodeń",
            "20 października 2026 r.",
            "anna@koden.example",
            "2.11.2026",
        ] {
            assert_eq!(escape(plain), plain);
        }
        assert_eq!(escape("1. *pilne*"), r"1\. \*pilne\*");
        for sign in ["- x", "+ x", "1. x", "2) x", "# x", "> x", "===", "---", "~~~", "a | b", ":-:", "<b>", "&amp;"] {
            assert_eq!(blocks(&escape(sign)), vec![Block::paragraph(sign)], "{sign}");
            assert_eq!(blocks(&format!("a\n{}", escape(sign))).len(), 1, "{sign}");
        }
    }

    proptest! {
        #[test]
        fn any_text_gives_html_without_foreign_tags(text in any::<String>()) {
            let html = to_html_safe(&blocks(&text));
            for part in html.split('<').skip(1) {
                let name = part.trim_start_matches('/').split(['>', ' ']).next().unwrap_or_default();
                prop_assert!(
                    ["h2", "h3", "h4", "h5", "p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td",
                     "strong", "em", "br", "hr"].contains(&name),
                    "{}", name
                );
            }
        }

        #[test]
        fn escaped_text_comes_back(text in "[ -~ąęłŻ]{0,60}") {
            let found = blocks(&format!("x{}x", escape(&format!("y{text}y"))));
            prop_assert_eq!(found, vec![Block::paragraph(format!("xy{text}yx"))]);
        }
    }
}
