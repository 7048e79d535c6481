/// The steps of approval (审签) that have names of their own: id, Chinese key, name as shown. A board may add others.
pub const KNOWN_STEPS: [(&str, &str, &str); 8] = [
    ("provided", "经办", "站所提供"),
    ("drafted", "起草", "起草"),
    ("reviewed", "审核", "分管领导审核"),
    ("secrecy", "保密审查", "保密审查"),
    ("supervised", "监督审查", "监督小组审查"),
    ("deliberated", "研究", "领导小组研究"),
    ("signed", "签发", "组长签发"),
    ("published", "发布", "发布"),
];

/// The id of a step, written by its id or its Chinese key or name; other words stand for themselves.
pub fn step_id(word: &str) -> &str {
    KNOWN_STEPS
        .iter()
        .find(|(id, key, name)| word == *id || word == *key || word == *name)
        .map_or(word, |(id, _, _)| id)
}

/// The name of a step as shown; a step of the board's own is shown by its id.
pub fn step_name(id: &str) -> &str {
    KNOWN_STEPS.iter().find(|(known, _, _)| *known == id).map_or(id, |(_, _, name)| name)
}
