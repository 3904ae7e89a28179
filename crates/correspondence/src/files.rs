//! Files on their way into a message. They are kept as soon as they arrive, so that a form with a mistake can be shown
//! again without choosing them anew.

use kernel::{
    Arg, Ctx, Fault, Result,
    ids::{CaseId, PersonId},
};
use web::{
    App, FormData,
    kept::{Keeper, KeptFile},
};

use crate::{Side, msg};

/// The field of a form that files are sent in.
pub(crate) const FILES: &str = "files";
/// The most files of one message.
pub(crate) const MAX_FILES: usize = 20;

/// For whom files of messages of a case are kept: the person signed in.
pub fn keeper(person: PersonId, case: CaseId) -> Keeper {
    Keeper::person(person, format_args!("messages of {case}"))
}

/// For whom files of messages of a case are kept: whoever came by this secret link.
pub fn link_keeper(secret: &str, case: CaseId) -> Keeper {
    Keeper::link(secret, format_args!("messages of {case}"))
}

/// What came of the files of a form: those now in the store, also when another of them was refused.
#[derive(Debug, Clone, Default)]
pub struct Taken {
    /// The files kept, from this try and from earlier ones: for the message, or for the form shown again.
    pub files: Vec<KeptFile>,
    /// Why a file was refused: `Invalid` at `files`.
    pub refused: Option<Fault>,
}

impl Taken {
    /// The files, when none was refused.
    ///
    /// # Errors
    /// Why one was.
    pub fn all(&self) -> Result<Vec<KeptFile>> {
        self.refused.clone().map_or_else(|| Ok(self.files.clone()), Err)
    }
}

/// Puts the files of a form into the store and adds those kept for the same sender from an earlier try of it. Too many are
/// refused, and what is not what its name says, and from a citizen also kinds that are not accepted.
///
/// # Errors
/// `Unavailable` when the store is away or full.
pub async fn take_files(app: &App, ctx: &Ctx, keeper: &Keeper, form: &FormData, from: Side) -> Result<Taken> {
    let mut taken = Taken { files: keeper.again(ctx, form)?, refused: None };
    taken.files.truncate(MAX_FILES);
    for upload in form.files.iter().filter(|u| u.field == FILES) {
        if taken.files.len() >= MAX_FILES {
            taken.refused = Some(wrong(msg::CORRESPONDENCE_TOO_MANY_FILES, vec![("max", MAX_FILES.into())]));
            break;
        }
        if from == Side::Citizen {
            let sniffed = blob::sniff(&upload.head, &upload.name);
            if let Err(fault) = blob::check_for_citizens(&sniffed, &upload.name) {
                taken.refused = Some(wrong(fault.key, fault.args));
                continue;
            }
        }
        let file = keeper.keep(app, ctx, upload).await?;
        if let Err(fault) = blob::check_claim(&file.stored, &file.name) {
            taken.refused = Some(wrong(fault.key, fault.args));
            continue;
        }
        taken.files.push(file);
    }
    Ok(taken)
}

fn wrong(key: &'static str, args: Vec<(&'static str, Arg)>) -> Fault {
    Fault::invalid(web::msg::FAULT_FIELDS).and_field(FILES, key, args)
}
