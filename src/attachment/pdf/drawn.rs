use super::document::Document;
use super::matrix::{IDENTITY, Matrix, matrix};
use super::object::{Dictionary, Number, Object};
use std::rc::Rc;

/// What the operator `Do` draws.
#[derive(Clone)]
pub(super) enum Drawn {
    Form(Rc<Form>),
    Picture,
    Nothing,
}

/// A program of its own, drawn as one thing.
pub(super) struct Form {
    pub(super) number: Option<Number>,
    pub(super) program: Vec<u8>,
    /// Its fonts and forms; those of the page where it names none.
    pub(super) resources: Option<Dictionary>,
    pub(super) matrix: Matrix,
}

impl Drawn {
    pub(super) fn read(document: &Document, object: &Object) -> Self {
        let number = object.reference();
        let object = document.resolve(object);
        let Some(dictionary) = object.dictionary() else { return Self::Nothing };
        if dictionary.is("Subtype", "Image") {
            return Self::Picture;
        }
        let program = document.unpacked(&object).filter(|_| dictionary.is("Subtype", "Form"));
        let Some(program) = program else { return Self::Nothing };
        let place = document.resolve(dictionary.get("Matrix"));
        Self::Form(Rc::new(Form {
            number,
            program,
            resources: document.resolve(dictionary.get("Resources")).dictionary().cloned(),
            matrix: if place.array().is_empty() { IDENTITY } else { matrix(place.array()) },
        }))
    }
}
