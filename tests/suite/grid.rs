//! The grid of what is owed stays a page that can be opened, however much is owed.

use crate::support::Site;
use std::fmt::Write as _;

/// The heaviest a page of the grid may be, in bytes.
const HEAVIEST: usize = 300 << 10;

#[test]
fn three_hundred_duties_over_five_years_make_pages_that_are_light_enough() {
    let mut files = String::from("-- content/duties.yaml --\n");
    for number in 0..300 {
        let _ = writeln!(
            files,
            "- {{id: d{number}, name: 第{number}项财政收支情况, category: finance, cadence: quarterly, since: 2022-Q1, \
             due: 15 days, paused: {{to: 2025-Q4, reason: 账务交接}}}}"
        );
    }
    for (quarter, day) in [("2026-Q1", "2026-04-09"), ("2026-Q2", "2026-07-20"), ("2026-Q3", "2026-10-09")] {
        for number in 0..300 {
            let _ = write!(
                files,
                "-- content/finance/{quarter}-{number}.md --\n---\ntitle: 第{number}项财政收支情况\npublished: {day}\n\
                 duty: d{number}\nperiod: {quarter}\n---\n收入和支出。\n"
            );
        }
    }
    let mut site = Site::from(&files).today("2026-10-12");
    let outcome = site.build();
    outcome.errs(&[]);
    for address in ["periodic", "periodic/2022", "periodic/2023", "periodic/2024", "periodic/2025"] {
        let html = site.read(&format!("public/{address}/index.html"));
        assert_eq!(html.matches("<th scope=\"row\">").count(), 300, "{address}");
        assert!(html.len() < HEAVIEST, "{address}: {} bytes", html.len());
        assert!(html.contains("state paused"), "{address}");
    }
    let old = site.read("public/periodic/2024/index.html");
    assert!(old.contains("暂停：账务交接"), "the reason stands below the duty");
}

#[test]
fn timely_items_stand_month_by_month_and_open_notices_can_be_counted_anew() {
    let item = |name: &str, day: &str, more: &str| {
        format!("-- content/notices/{name}.md --\n---\ntitle: 事项{name}\npublished: {day}\n{more}---\n正文。\n")
    };
    let files = [
        item("a", "2026-09-30", ""),
        item("b", "2026-10-09", ""),
        item("c", "2026-10-08", "publicity: {from: 2026-10-08, to: 2026-10-16}\n"),
    ];
    let mut site = Site::from(&files.concat()).today("2026-10-09");
    let outcome = site.build();
    outcome.errs(&[]);
    let timely = site.read("public/timely/index.html");
    let places = ["2026年10月", "事项b", "事项c", "2026年9月", "事项a"].map(|words| timely.find(words));
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{places:?}");
    let counted = "data-to=\"2026-10-16\" data-unit=\"working\" data-counted=\"2026-10-09\" data-days=\"+2026-10-10\"";
    outcome.has("index.html", counted).has("index.html", "还有7个工作日").has("index.html", "截至");
}
