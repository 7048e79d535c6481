use super::table::terms;

terms! {
    /// How information is disclosed (公开方式; 政府信息公开条例 art. 13, 14–16).
    pub enum Method {
        /// 主动公开.
        Proactive = ["proactive", "主动公开", "主动"],
        /// 依申请公开: listed, without content.
        OnRequest = ["on-request", "依申请公开", "依申请"],
        /// 不予公开: only in the register of what is withheld.
        Withheld = ["withheld", "不予公开"],
    }
}
