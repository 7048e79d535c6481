use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

/// What the program had in hand when it made a mistake of its own. Travels as the payload of the panic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mishap {
    /// The file of the board, or the page that was being made.
    pub about: String,
}

/// Does some work on a file. A mistake of the program in it is no reason to go on, but it is told which file it was.
pub(super) fn about<T>(file: &str, work: impl FnOnce() -> T) -> T {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|payload| {
        // The innermost file is the one.
        if payload.is::<Mishap>() {
            resume_unwind(payload);
        }
        resume_unwind(Box::new(Mishap { about: file.to_owned() }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_is_told_with_the_innermost_file() {
        let payload = catch_unwind(|| {
            let work = || about("content/a.md", || resume_unwind(Box::new("made for the test")));
            about("content", work);
        });
        let payload: Box<dyn std::any::Any + Send> = payload.map(|(): ()| ()).unwrap_err();
        assert_eq!(payload.downcast_ref::<Mishap>(), Some(&Mishap { about: "content/a.md".into() }));
        assert_eq!(about("content/b.md", || 7), 7);
    }
}
