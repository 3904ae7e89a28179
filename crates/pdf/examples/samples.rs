//! Writes the sample documents into a folder: `cargo run -p pdf --example samples -- FOLDER`.

use std::error::Error;
use std::path::PathBuf;

use jiff::civil::date;
use pdf::{Document, Language, Renderer, samples};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name a folder")?);
    std::fs::create_dir_all(&folder)?;
    let renderer = Renderer::new(1);
    let mut documents = samples::all();
    let mut draft = samples::letter();
    draft.draft = true;
    draft.signature = None;
    draft.language = Language::En;
    documents.push(("draft", Document::from(draft)));
    for (name, document) in documents {
        let rendered = renderer.render_blocking(&document, date(2026, 11, 21))?;
        std::fs::write(folder.join(format!("{name}.pdf")), rendered.bytes)?;
    }
    Ok(())
}
