use super::extract::Extract;
use super::fault::Fault;
use super::hidden::{Hidden, HiddenKind};
use super::markup::{Element, Markup, Token};
use crate::diag::Spot;
use crate::say;
use crate::text::Text;

/// Whether a drawing may be published: opened by itself, an SVG file runs its scripts and fetches what it names.
///
/// # Errors
/// What in it could run or fetch.
pub fn svg_is_safe(bytes: &[u8]) -> Result<(), Text> {
    // A byte-order mark of UTF-16 or a packed file hides what is inside from the look below.
    let text = std::str::from_utf8(bytes).map_err(|_| say!("SVG 不是 UTF-8 文本", "the SVG is not UTF-8 text"))?;
    if text.contains("<?xml-stylesheet") {
        return Err(say!("SVG 引用外部样式", "the SVG names a style sheet outside"));
    }
    let mut markup = Markup::new(text.trim_start_matches('\u{FEFF}').as_bytes());
    // The elements that are open, each with whether it is a style. Its text comes in pieces, which may part a word.
    let mut open: Vec<bool> = Vec::new();
    let mut style = String::new();
    loop {
        match markup.token() {
            Err(Fault::Broken(why) | Fault::TooBig(why)) => return Err(why),
            Err(Fault::Encrypted) | Ok(None) => return Ok(()),
            Ok(Some(Token::Start(element))) => {
                let name = element.name().to_ascii_lowercase();
                open.push(name == "style");
                harmless_element(&name)?;
                harmless_attributes(&name, &element)?;
            }
            Ok(Some(Token::Text(text))) if open.contains(&true) => style.push_str(&text),
            Ok(Some(Token::End(_))) => {
                if open.pop() == Some(true) {
                    harmless_style(&std::mem::take(&mut style))?;
                }
            }
            Ok(Some(_)) => {}
        }
    }
}

fn harmless_element(name: &str) -> Result<(), Text> {
    const RUNS: [&str; 14] = [
        "script",
        "foreignobject",
        "handler",
        "iframe",
        "embed",
        "object",
        "audio",
        "video",
        "listener",
        "html",
        "body",
        "form",
        "link",
        "meta",
    ];
    if RUNS.contains(&name) {
        return Err(say!(
            "SVG 含有 <{name}>，打开时可能运行脚本",
            "the SVG holds <{name}>, which may run when it is opened"
        ));
    }
    Ok(())
}

fn harmless_attributes(element: &str, attributes: &Element) -> Result<(), Text> {
    for (name, value) in attributes.attributes() {
        let name = name.to_ascii_lowercase();
        let plain: String = value
            .chars()
            .filter(|sign| !sign.is_whitespace() && !sign.is_control())
            .collect::<String>()
            .to_ascii_lowercase();
        if name.starts_with("on") {
            return Err(say!("SVG 含有事件 {name}", "the SVG holds the event {name}"));
        }
        if plain.contains("javascript:") || plain.contains("vbscript:") || plain.contains("data:text") {
            return Err(say!("SVG 的 {name} 会运行脚本", "{name} in the SVG runs a script"));
        }
        // An animation may put an address where there was none.
        let animates = matches!(element, "set" | "animate") && name == "attributename" && plain.ends_with("href");
        let inside = plain.starts_with('#') || plain.is_empty() || is_picture(&plain);
        let fetches = matches!(&*name, "href" | "src") && element != "a" && !inside;
        let is_link = element == "a" && name == "href";
        let odd_link = is_link && plain.starts_with("data:");
        if animates || fetches || odd_link {
            return Err(say!("SVG 的 <{element}> 引用外部内容", "<{element}> in the SVG names something outside"));
        }
        if !is_link {
            harmless_style(&plain)?;
        }
    }
    Ok(())
}

/// A picture within the file; one more drawing would have to be looked into.
fn is_picture(address: &str) -> bool {
    ["png", "jpeg", "jpg", "gif", "webp"]
        .iter()
        .any(|kind| address.strip_prefix("data:image/").is_some_and(|rest| rest.starts_with(&format!("{kind};"))))
}

fn harmless_style(style: &str) -> Result<(), Text> {
    let plain: String = style.chars().filter(|sign| !sign.is_whitespace()).collect::<String>().to_ascii_lowercase();
    let outside = plain.split("url(").skip(1).any(|rest| {
        let address = rest.trim_start_matches(['"', '\'']);
        !address.starts_with('#') && !is_picture(address)
    });
    // A backslash may spell the same words so that they are not found.
    if plain.contains("@import")
        || plain.contains("expression(")
        || plain.contains("-moz-binding")
        || plain.contains('\\')
        || outside
    {
        return Err(say!("SVG 的样式引用外部内容", "a style in the SVG names something outside"));
    }
    Ok(())
}

/// Reads the words in a drawing, and what makes it unsafe.
pub(super) fn read(bytes: &[u8], extract: &mut Extract) -> Result<(), Fault> {
    if let Err(message) = svg_is_safe(bytes) {
        extract.hidden.push(Hidden::data(Spot::File, HiddenKind::Script, message));
    }
    let mut markup = Markup::new(bytes);
    let mut text = String::new();
    let mut in_style = false;
    while let Some(token) = markup.token()? {
        match token {
            Token::Start(element) => in_style = element.name() == "style",
            Token::Text(piece) if !in_style => text.push_str(&piece),
            Token::End(end) => {
                in_style = false;
                if matches!(end.name(), "text" | "title" | "desc") {
                    extract.paragraph(Spot::File, std::mem::take(&mut text).trim())?;
                }
            }
            _ => {}
        }
    }
    extract.paragraph(Spot::File, text.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn safe(inside: &str) -> bool {
        svg_is_safe(format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">{inside}</svg>"#).as_bytes())
            .is_ok()
    }

    #[test]
    fn a_plain_drawing_is_safe() {
        for inside in [
            "<path d='M0 0'/><text>审批流程</text>",
            "<style>.a{fill:url(#g)}</style><use href='#b'/>",
            "<a href='https://example.gov.cn/'><text>县政府</text></a>",
            "<image href='data:image/png;base64,AAAA'/>",
        ] {
            assert!(safe(inside), "{inside}");
        }
        let with_type = b"<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/a.dtd\"><svg/>";
        assert!(svg_is_safe(with_type).is_ok());
    }

    #[test]
    fn whatever_runs_or_fetches_is_refused() {
        for inside in [
            "<script>alert(1)</script>",
            "<SCRIPT/>",
            "<g onload='x()'/>",
            "<a href='java&#10;script:x()'/>",
            "<a href=' JavaScript:x()'/>",
            "<foreignObject/>",
            "<image href='https://example.com/a.png'/>",
            "<image xlink:href='//example.com/a.png'/>",
            "<use href='other.svg#a'/>",
            "<style>@import 'https://example.com/a.css'</style>",
            "<rect style='fill:url(https://example.com/a)'/>",
            "<rect fill='url(\"https://example.com/a\")'/>",
            "<style>@&#105;m<!-- -->p<![CDATA[ort]]> 'https://example.com/a.css'</style>",
            "<style><g/>@import 'https://example.com/a.css'</style>",
            "<style>a{background:\\75rl(x)}</style>",
            "<set attributeName='xlink:href' to='x'/>",
            "<image href='data:image/svg+xml;base64,AAAA'/>",
            "<a href='data:text/html,x'/>",
        ] {
            assert!(!safe(inside), "{inside}");
        }
        assert!(svg_is_safe(b"<?xml-stylesheet href='a'?><svg/>").is_err());
        assert!(svg_is_safe(b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>").is_err());
        assert!(svg_is_safe(b"\xFF\xFE<\0s\0").is_err());
    }
}
