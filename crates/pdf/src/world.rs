//! The world Typst sees: this crate's templates and fonts, one data file, nothing else.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use crate::document::Language;
use crate::words::Words;

/// Lato 2.007 by Łukasz Dziedzic, OFL-1.1; see `fonts/OFL.txt`.
const FONTS: [&[u8]; 4] = [
    include_bytes!("../fonts/Lato-Regular.ttf"),
    include_bytes!("../fonts/Lato-Bold.ttf"),
    include_bytes!("../fonts/Lato-Italic.ttf"),
    include_bytes!("../fonts/Lato-BoldItalic.ttf"),
];

/// Templates by the name documents give.
const TEMPLATES: [(&str, &str); 6] = [
    ("base", include_str!("../templates/base.typ")),
    ("certificate", include_str!("../templates/certificate.typ")),
    ("letter", include_str!("../templates/letter.typ")),
    ("receipt", include_str!("../templates/receipt.typ")),
    ("record", include_str!("../templates/record.typ")),
    ("submission", include_str!("../templates/submission.typ")),
];

/// What all renderings share.
pub(crate) struct Shared {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: Vec<Font>,
    mains: BTreeMap<&'static str, FileId>,
    sources: HashMap<FileId, Source>,
    data: FileId,
    pl: Words,
    en: Words,
}

impl Shared {
    /// Reads fonts, templates and words, all of which are part of the program.
    pub(crate) fn load() -> Result<Self, String> {
        let fonts: Vec<Font> = FONTS.iter().flat_map(|data| Font::iter(Bytes::new(*data))).collect();
        if fonts.len() != FONTS.len() {
            return Err("a font could not be read".into());
        }
        let mut mains = BTreeMap::new();
        let mut sources = HashMap::new();
        for (name, text) in TEMPLATES {
            let id = file_id(&format!("/{name}.typ"))?;
            mains.insert(name, id);
            sources.insert(id, Source::new(id, text.to_owned()));
        }
        Ok(Self {
            library: LazyHash::new(
                Library::builder().with_features([Feature::A11yExtras].into_iter().collect()).build(),
            ),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            mains,
            sources,
            data: file_id("/data.json")?,
            pl: Words::load(Language::Pl).map_err(|error| error.to_string())?,
            en: Words::load(Language::En).map_err(|error| error.to_string())?,
        })
    }

    /// Words of a language.
    pub(crate) fn words(&self, language: Language) -> &Words {
        match language {
            Language::Pl => &self.pl,
            Language::En => &self.en,
        }
    }

    /// Whether every font has a glyph for the character.
    pub(crate) fn covers(&self, c: char) -> bool {
        self.fonts.iter().all(|font| font.info().coverage.contains(u32::from(c)))
    }
}

fn file_id(path: &str) -> Result<FileId, String> {
    let path = VirtualPath::new(path).map_err(|_| format!("{path} is no virtual path"))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

/// The world of one rendering.
pub(crate) struct Desk {
    shared: Arc<Shared>,
    main: FileId,
    data: Bytes,
}

impl Desk {
    /// The world in which `template` reads `json`; none if there is no such template.
    pub(crate) fn new(shared: Arc<Shared>, template: &str, json: String) -> Option<Self> {
        let main = *shared.mains.get(template)?;
        Some(Self { shared, main, data: Bytes::from_string(json) })
    }
}

impl World for Desk {
    fn library(&self) -> &LazyHash<Library> {
        &self.shared.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.shared.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.shared.sources.get(&id).cloned().ok_or(FileError::AccessDenied)
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        if id == self.shared.data { Ok(self.data.clone()) } else { Err(FileError::AccessDenied) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.shared.fonts.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
