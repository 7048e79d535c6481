use super::document::Document;
use super::object::{Dictionary, Number, Object};
use std::collections::BTreeSet;
use std::rc::Rc;

/// More pages than this are not a document.
pub(super) const PAGES: usize = 100_000;

/// One page.
pub(super) struct Page {
    pub(super) dictionary: Dictionary,
    /// By which others name it.
    pub(super) number: Option<Number>,
    resources: Rc<Object>,
}

impl Page {
    /// The fonts and forms that the page's program names.
    pub(super) fn resources(&self, document: &Document) -> Dictionary {
        document.dictionary(&self.resources)
    }

    /// The program that draws the page: all its parts, one after the other; and whether each of them could be unpacked.
    pub(super) fn program(&self, document: &Document) -> (Vec<u8>, bool) {
        let contents = document.resolve(self.dictionary.get("Contents"));
        let parts = match contents {
            Object::Array(parts) => parts,
            one => vec![one],
        };
        let (mut program, mut whole) = (Vec::new(), true);
        for part in parts.iter().map(|part| document.resolve(part)) {
            match document.unpacked(&part) {
                Some(bytes) => {
                    program.extend_from_slice(&bytes);
                    program.push(b'\n');
                }
                None => whole &= !matches!(part, Object::Stream(..)),
            }
        }
        (program, whole)
    }
}

/// The pages in their order; where the tree of pages is broken, all that call themselves a page, by number.
pub(super) fn pages(document: &Document) -> Vec<Page> {
    let catalogue = document.dictionary(document.trailer.get("Root"));
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    // Each entry waits with the resources that it inherits.
    let mut waiting = vec![(catalogue.get("Pages").clone(), Rc::new(Object::Null))];
    while let Some((node, inherited)) = waiting.pop() {
        if let Some(number) = node.reference()
            && !seen.insert(number)
        {
            continue;
        }
        let dictionary = document.dictionary(&node);
        let own = dictionary.get("Resources");
        let resources = if dictionary.has("Resources") { Rc::new(own.clone()) } else { inherited };
        let kids = document.resolve(dictionary.get("Kids"));
        if dictionary.has("Kids") {
            waiting.extend(kids.array().iter().rev().take(PAGES).map(|kid| (kid.clone(), Rc::clone(&resources))));
        } else if !dictionary.0.is_empty() && found.len() < PAGES {
            found.push(Page { number: node.reference(), dictionary, resources });
        }
        if waiting.len() > PAGES {
            break;
        }
    }
    if found.is_empty() {
        let stray = document.numbers().map(|number| document.object(number));
        let stray = stray.filter_map(|object| object.dictionary().filter(|page| page.is("Type", "Page")).cloned());
        found = stray
            .take(PAGES)
            .map(|dictionary| Page {
                number: None,
                resources: Rc::new(dictionary.get("Resources").clone()),
                dictionary,
            })
            .collect();
    }
    found
}
