//! Codes of contracts that do not hang together or do not fit their package.

use super::code::codes;

codes! {
    /// The contract names another package or version than the one loaded.
    OTHER_PACKAGE = "other_package" Error ["named", "loaded"]
        zh "合同写的是 `{named}`，载入的是 `{loaded}`" / "载入合同所写的项目包与版本"
        en "the contract names `{named}`, loaded is `{loaded}`" / "load the package and version that the contract names";
    /// The service ends before it starts.
    DATES_REVERSED = "dates_reversed" Error ["start", "end"]
        zh "服务期止日 {end} 早于起日 {start}" / "更正服务期"
        en "the service ends on {end}, before it starts on {start}" / "correct the dates";
    /// The mid-term date lies outside the service.
    MIDTERM_OUTSIDE = "midterm_outside" Error ["midterm"]
        zh "中期日期 {midterm} 不在服务期内" / "更正中期日期"
        en "the mid-term date {midterm} lies outside the service" / "correct it";
    /// The weights of the evaluation's aspects do not add up to 100.
    WEIGHTS_NOT_HUNDRED = "weights_not_hundred" Error ["sum"]
        zh "评估权重合计为 {sum}，应为 100" / "更正权重"
        en "the evaluation weights add up to {sum}, not 100" / "correct the weights";
    /// A reading that the package does not have is chosen.
    UNKNOWN_READING = "unknown_reading" Error ["reading"]
        zh "项目包没有读法 `{reading}`" / "更正编号，或删去该项"
        en "the package has no reading `{reading}`" / "correct the id, or remove it";
    /// An option that a reading does not have is chosen.
    UNKNOWN_READING_OPTION = "unknown_reading_option" Error ["reading", "option", "known"]
        zh "读法 `{reading}` 没有选项 `{option}`，可选：{known}" / "改选其中之一"
        en "reading `{reading}` has no option `{option}`; there are: {known}" / "choose one of these";
    /// Two readings are chosen whose options change one thing, each otherwise.
    READINGS_CLASH = "readings_clash" Error ["reading", "id"]
        zh "读法 `{reading}` 的选项与另一读法的选项对 `{id}` 的改动互相抵触，不能同时采用" / "其中一项改选其他选项，或在项目包中写明两者并用的含义"
        en "the option chosen for reading `{reading}` and that of another reading change `{id}` each otherwise, so they cannot both apply" / "choose another option for one of them, or say in the package what both mean together";
    /// The place is no code of the package.
    UNKNOWN_PLACE = "unknown_place" Error ["place"]
        zh "项目包的地点代码表中没有 `{place}`" / "更正地点，或在项目包中声明"
        en "the package has no place `{place}`" / "correct it, or declare it in the package";
    /// A row of a table of many contracts names one that is not among them.
    UNKNOWN_CONTRACT = "unknown_contract" Error ["contract"]
        zh "给出的合同中没有 `{contract}`" / "核对该行的合同编号，或补充该合同"
        en "none of the contracts given is `{contract}`" / "check the contract of the row, or give that contract too";
}
