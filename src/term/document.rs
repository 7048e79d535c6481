use super::table::terms;

terms! {
    /// Whether an official document is in force (有效性).
    pub enum Validity {
        /// 有效.
        Valid = ["valid", "有效", "现行有效"],
        /// 已修改.
        Modified = ["modified", "已修改", "已修订"],
        /// 失效.
        Expired = ["expired", "失效"],
        /// 废止.
        Repealed = ["repealed", "废止", "已废止"],
    }
}
