//! What a user would notice: the same page twice, readable colours, labels that belong to their fields.

mod contrast;
mod gallery;
mod markup;
