use serde::Serialize;
use std::borrow::Cow;

/// A link, ready to print.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Link<'a> {
    /// Where it leads, relative to the page; a link of a list that leads nowhere has none.
    pub href: Option<Cow<'a, str>>,
    /// What it says.
    pub text: Cow<'a, str>,
}

impl<'a> Link<'a> {
    /// A link that leads somewhere.
    pub fn to(href: impl Into<Cow<'a, str>>, text: impl Into<Cow<'a, str>>) -> Self {
        Self { href: Some(href.into()), text: text.into() }
    }

    /// Words in a list of links that lead nowhere.
    pub fn words(text: impl Into<Cow<'a, str>>) -> Self {
        Self { href: None, text: text.into() }
    }
}

/// A step of the way from the home page; the page itself, the last one, has no address.
pub type Crumb<'a> = Link<'a>;

/// An entry of a menu, of a row of years, of a block of words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct MenuLink<'a> {
    /// Where it leads.
    pub href: Cow<'a, str>,
    /// What it says.
    pub text: Cow<'a, str>,
    /// How many things stand there, in small type.
    pub count: Option<usize>,
    /// Other small type instead of the count.
    pub note: Option<Cow<'a, str>>,
    /// Whether it is where the reader is.
    pub current: bool,
    /// A topic whose work has ended (已归档).
    pub closed: bool,
}

impl<'a> MenuLink<'a> {
    /// An entry without count or note.
    pub fn to(href: impl Into<Cow<'a, str>>, text: impl Into<Cow<'a, str>>) -> Self {
        Self { href: href.into(), text: text.into(), ..Self::default() }
    }

    /// Says how many things stand there.
    #[must_use]
    pub fn count(mut self, count: usize) -> Self {
        self.count = Some(count);
        self
    }

    /// Says in small type something else than a count.
    #[must_use]
    pub fn note(mut self, note: impl Into<Cow<'a, str>>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// Marks where the reader is.
    #[must_use]
    pub fn current(mut self, current: bool) -> Self {
        self.current = current;
        self
    }
}

/// The pages of a long list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Pager<'a> {
    /// The page at hand, from 1.
    pub page: usize,
    /// Things on all pages together.
    pub total: usize,
    /// Things on a page.
    pub size: usize,
    /// The numbers to choose from, with gaps.
    pub steps: Vec<PagerStep<'a>>,
    /// The page before.
    pub previous: Option<Cow<'a, str>>,
    /// The page after.
    pub next: Option<Cow<'a, str>>,
}

/// A number in a pager, or a gap.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PagerStep<'a> {
    /// The page's number; 0 in a gap.
    pub number: usize,
    /// Its address; none in a gap.
    pub href: Option<Cow<'a, str>>,
}

impl<'a> Pager<'a> {
    /// The pager of page `page` of as many as `total` things need, `size` a page; none where one page holds them all.
    /// `address` gives a page's address by its number.
    pub fn new(page: usize, total: usize, size: usize, address: impl Fn(usize) -> Cow<'a, str>) -> Option<Self> {
        let last = total.div_ceil(size.max(1));
        if last < 2 {
            return None;
        }
        let near = |number: usize| number == 1 || number == last || number.abs_diff(page) <= 2;
        let mut steps: Vec<PagerStep> = Vec::new();
        for number in 1..=last {
            if near(number) {
                steps.push(PagerStep { number, href: Some(address(number)) });
            } else if steps.last().is_some_and(|step| step.href.is_some()) {
                steps.push(PagerStep::default());
            }
        }
        let previous = (page > 1).then(|| address(page - 1));
        let next = (page < last).then(|| address(page + 1));
        Some(Self { page, total, size, steps, previous, next })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(page: usize, total: usize) -> Vec<usize> {
        let pager = Pager::new(page, total, 10, |number| format!("{number}.html").into()).unwrap();
        pager.steps.iter().map(|step| step.number).collect()
    }

    #[test]
    fn a_pager_shows_the_ends_and_the_neighbours() {
        assert_eq!(numbers(1, 43), [1, 2, 3, 0, 5]);
        assert_eq!(numbers(10, 690), [1, 0, 8, 9, 10, 11, 12, 0, 69]);
        assert_eq!(Pager::new(1, 10, 10, |_| "".into()), None);
        let last = Pager::new(2, 20, 10, |number| number.to_string().into()).unwrap();
        assert_eq!((last.previous.as_deref(), last.next), (Some("1"), None));
    }
}
