//! 我镇 on the board of a 乡: text taken over from another place.

use crate::diag::Severity;
use crate::say;
use crate::scan::excerpt::sentence;
use crate::scan::found::Find;
use crate::scan::passage::Passage;
use crate::scan::phrase::Topic;
use crate::scan::setting::Setting;
use crate::text::Span;

/// Finds the office calling itself what it is not. Silent where it has not said what it is.
pub fn find(passage: &Passage, setting: &Setting) -> Vec<Find> {
    let own = &setting.office.self_names;
    if own.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for hit in passage.hits().iter().filter(|hit| hit.topic == Topic::SelfName) {
        let called = hit.phrase.trim_start_matches('我');
        let span = Span::new(hit.at, hit.at + hit.phrase.len());
        let after = passage.after(span.end as usize);
        // 我乡镇, 我镇（乡）, 我村镇 speak of offices in general; 自我, 忘我 are other words.
        let is_general =
            after.starts_with(['镇', '（', '(', '、']) || passage.before(hit.at).ends_with(['自', '忘', '大']);
        if own.iter().any(|name| name == called) || is_general {
            continue;
        }
        let (wrong, right) = (hit.phrase, &own[0]);
        let quoted = sentence(passage.text(), span);
        let message = say!(
            "自称“{wrong}”与本单位不符（本单位是“{right}”）：“{quoted}”",
            "“{wrong}” is not this office, which is a {right}: “{quoted}”"
        );
        found.push(Find::new(span, Severity::Warning, message).instead(format!("我{right}")));
    }
    found
}
