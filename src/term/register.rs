use super::table::terms;

terms! {
    /// An official list of an office, published as a table (清单).
    pub enum Register {
        /// 权力清单.
        Power = ["power", "权力清单"],
        /// 责任清单.
        Responsibility = ["responsibility", "责任清单"],
        /// 公共服务清单.
        Service = ["service", "公共服务清单"],
        /// 收费清单.
        Fee = ["fee", "收费清单"],
        /// 中介服务清单.
        Intermediary = ["intermediary", "中介服务清单"],
    }
}

impl Register {
    /// The columns without which nobody can use the list, each with the words that may name it.
    pub fn columns(self) -> &'static [&'static [&'static str]] {
        match self {
            Self::Power => {
                &[&["名称", "事项", "职权"], &["类型", "类别"], &["依据"], &["主体", "部门", "机构", "科室", "单位"]]
            }
            Self::Responsibility => &[&["名称", "事项", "职权"], &["责任"], &["追责", "问责"], &["依据"]],
            Self::Service => &[&["名称", "事项"], &["对象"], &["依据"], &["机构", "单位", "部门", "地点", "窗口"]],
            Self::Fee => &[&["名称", "项目"], &["标准"], &["依据", "文号"], &["单位", "主体", "部门"]],
            Self::Intermediary => &[&["名称", "服务"], &["审批", "许可", "事项"], &["依据"], &["机构", "单位", "主体"]],
        }
    }
}
