//! Items that several kinds share.

use super::field::{Code, Id, Ref, Text, item};
use crate::time::Date;

item! {
    /// A person at work: of the staff register, or a volunteer of the person register.
    Worker {
        /// The member of staff.
        staff: Option<Ref> { zh: "工作人员", en: "Member of staff", to: &["staff"] },
        /// The volunteer.
        person: Option<Ref> { zh: "志愿者", en: "Volunteer", to: &["person"] },
        /// In which role.
        role: Option<Code> { zh: "角色", en: "Role", list: "worker_role" },
    }
}

item! {
    /// A piece of evidence; the file itself stays outside.
    Attachment {
        /// What it is.
        kind: Code { zh: "附件类型", en: "Kind of attachment", list: "attachment_kind" },
        /// Hash of the file, by which reuse is seen.
        sha256: Id { zh: "文件校验值", en: "SHA-256" },
        /// Name of the file.
        name: Option<Text> { zh: "文件名", en: "File name" },
    }
}

item! {
    /// A signature.
    Signature {
        /// In which role.
        role: Code { zh: "签名角色", en: "Role", list: "signature_role" },
        /// Who signed.
        person: Id { zh: "签名人", en: "Signed by" },
        /// Ink, electronic …
        form: Code { zh: "签名形式", en: "Form", list: "signature_form" },
        /// When.
        date: Option<Date> { zh: "签名日期", en: "Signed on" },
    }
}
