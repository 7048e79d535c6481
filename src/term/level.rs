use super::table::terms;

terms! {
    /// Which level of government discloses a row of the standard catalogue (公开层级, 国办发〔2019〕54号).
    pub enum Level {
        /// 县级.
        County = ["county", "县级", "县", "市级", "区级", "县（市、区）级"],
        /// 乡级.
        Township = ["township", "乡级", "乡", "乡镇级", "乡镇", "镇级", "镇街级", "街道级", "乡镇（街道）级"],
        /// 村级.
        Village = ["village", "村级", "村", "村（社区）级", "社区级"],
    }
}
