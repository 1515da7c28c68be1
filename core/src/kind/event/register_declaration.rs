use crate::kind::field::{Code, event};

event! {
    /// 名册声明：says whether a register holds everyone it should.
    RegisterDeclaration "register_declaration" "名册声明" "Register declaration" {
        /// Which register.
        register: Code { zh: "名册", en: "Register", list: "register", topic: true },
        /// Whether it is complete.
        complete: bool { zh: "是否完整", en: "Complete" },
    }
}
