//! What every page must be: strict about what it loads, light, and whole.

use super::catalogues::{catalogue, catalogue_page};
use super::{Sample, pages, theme};
use gongkai::render::view::CatalogueView;

fn all() -> Vec<Sample> {
    pages(&theme("zh-CN", &[]).expect("the default theme loads"))
}

fn html(page: &Sample) -> &str {
    page.html.as_deref().unwrap_or_default()
}

#[test]
fn every_sample_page_renders() {
    for page in all() {
        if let Err(finding) = &page.html {
            panic!("{}: {:?} {}", page.path, finding.place, finding.message.en);
        }
    }
}

#[test]
fn every_template_is_shown_by_a_sample_page() {
    let theme = theme("zh-CN", &[("templates/layout.html", "{{ no.such.name }}")]).unwrap();
    let broken: Vec<_> = pages(&theme).into_iter().filter(|page| page.html.is_err()).collect();
    assert!(broken.len() > 40, "only {} pages stand in the layout", broken.len());
}

#[test]
fn no_page_holds_a_script_or_a_style_of_its_own() {
    for page in all() {
        let html = html(&page);
        for script in html.split("<script").skip(1) {
            let opening = script.split('>').next().unwrap_or_default();
            assert!(opening.contains("src=\"") || opening.contains("application/ld+json"), "{}: {opening}", page.path);
        }
        assert!(
            !html.contains("<style") && !html.contains(" style=\"") && !html.contains(" onclick="),
            "{}",
            page.path
        );
    }
}

#[test]
fn every_page_says_that_nothing_comes_from_elsewhere() {
    for page in all() {
        assert!(
            html(&page).contains("content=\"default-src &#39;none&#39;")
                || html(&page).contains("content=\"default-src 'none'; style-src 'self'; script-src 'self';"),
            "{}",
            page.path
        );
        for attribute in [" src=\"http", "<link rel=\"stylesheet\" href=\"http", "<img src=\"//"] {
            assert!(!html(&page).contains(attribute), "{}: {attribute}", page.path);
        }
    }
}

#[test]
fn every_page_has_one_heading_of_the_first_level_and_no_id_twice() {
    for page in all() {
        let html = html(&page);
        assert_eq!(html.matches("<h1").count(), 1, "{}", page.path);
        let mut ids: Vec<&str> = html.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), count, "{}: an id stands there twice", page.path);
    }
}

#[test]
fn no_place_of_a_word_is_left_empty() {
    for page in all() {
        // What scripts fill in stands in attributes.
        let mut parts = html(&page).split(" data-s");
        let first = parts.next().unwrap_or_default().to_owned();
        let html: String = parts.filter_map(|part| part.split_once('>')).fold(first, |all, (_, rest)| all + rest);
        let place = ["{n}", "{date}", "{name}", "{from}", "{year}", "||"].iter().find(|place| html.contains(*place));
        assert_eq!(place, None, "{}", page.path);
    }
}

#[test]
fn a_full_page_of_the_catalogue_stays_light() {
    let theme = theme("zh-CN", &[]).unwrap();
    let view = catalogue(CatalogueView::ROWS / 2);
    let page = catalogue_page(&theme, &view);
    let size = html(&page).len();
    assert!(size < 300_000, "{size} bytes");
}
