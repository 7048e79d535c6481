/// The text of bytes encoded in GB18030 (which holds GBK and GB2312); none where the bytes are something else.
pub fn from_gb18030(bytes: &[u8]) -> Option<String> {
    let (text, _, faulty) = encoding_rs::GB18030.decode(bytes);
    (!faulty).then(|| text.into_owned())
}
