//! Writes the gallery and sample pages as files, to look at them: `cargo run -p ui --example gallery -- FOLDER`.

use std::{env, error::Error, fs, path::PathBuf};

use i18n::Lang;
use ui::{Prefs, TextSize, Theme};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).map_or_else(|| env::temp_dir().join("szpon-gallery"), PathBuf::from);
    fs::create_dir_all(folder.join("assets"))?;
    for name in ui::assets::names() {
        let url = ui::assets::url(name);
        let file = url.trim_start_matches(ui::assets::PREFIX);
        if let Some(asset) = ui::assets::get(file) {
            fs::write(folder.join("assets").join(file), asset.bytes)?;
        }
    }
    for lang in [Lang::Pl, Lang::En] {
        for theme in Theme::ALL {
            let prefs = Prefs { theme, text: TextSize::Normal };
            let mut pages = ui::sample_pages(lang, prefs);
            pages.push(("gallery", ui::gallery(lang, prefs)));
            for (name, page) in pages {
                // Addresses relative to the folder, so that the pages open without a server.
                let html = page.into_string().replace("\"/assets/", "\"assets/");
                fs::write(folder.join(format!("{name}-{}-{}.html", lang.code(), theme.as_str())), html)?;
            }
        }
    }
    println!("{}", folder.display());
    Ok(())
}
