//! Codes of packages that do not hang together.

use super::code::codes;

codes! {
    /// A package includes a document that was not handed to the loader.
    UNKNOWN_INCLUDE = "unknown_include" Error ["id"]
        zh "找不到被引用的文件 `{id}`" / "把该文件一并交给载入程序，或更正编号"
        en "the included document `{id}` was not given" / "hand it to the loader, or correct the id";
    /// Documents include each other in a circle.
    INCLUDE_CYCLE = "include_cycle" Error ["id"]
        zh "`{id}` 被循环引用或重复引用" / "去掉其中一处引用"
        en "`{id}` is included in a circle or twice" / "remove one of the includes";
    /// Two things bear one id.
    DUPLICATE_ID = "duplicate_id" Error ["id"]
        zh "编号 `{id}` 重复" / "给其中一个换用新编号"
        en "the id `{id}` is used twice" / "give one of them another id";
    /// A code list has a code twice.
    DUPLICATE_CODE = "duplicate_code" Error ["code", "list"]
        zh "代码表 {list} 中代码 `{code}` 重复" / "删去其中一个"
        en "code `{code}` stands twice in list {list}" / "remove one of them";
    /// A package writes to a code list of the core.
    FIXED_LIST = "fixed_list" Error ["list"]
        zh "代码表 {list} 由程序固定，不能改写" / "删去该代码表"
        en "the code list {list} is fixed" / "remove it from the package";
    /// A collection is no kind and no list of a kind.
    UNKNOWN_COLLECTION = "unknown_collection" Error ["name"]
        zh "没有名为 `{name}` 的记录种类或列表" / "对照种类表更正"
        en "there is no kind or list `{name}`" / "correct it by the table of kinds";
    /// A path leads to no field.
    UNKNOWN_PATH = "unknown_path" Error ["path", "on", "known"]
        zh "在 {on} 上没有路径 `{path}`，可用：{known}" / "更正字段名"
        en "`{path}` leads nowhere on {on}; there are: {known}" / "correct the field";
    /// A code is not in the list of its field.
    CODE_NOT_IN_LIST = "code_not_in_list" Error ["code", "list", "known"]
        zh "代码 `{code}` 不在代码表 {list} 中，可用：{known}" / "更正代码，或在代码表中声明"
        en "code `{code}` is not in list {list}, which has: {known}" / "correct the code, or declare it in the list";
    /// A condition is used that is not declared.
    UNKNOWN_CONDITION = "unknown_condition" Error ["name", "known"]
        zh "没有名为 `{name}` 的条件，可用：{known}" / "更正名称，或声明该条件"
        en "there is no condition `{name}`; there are: {known}" / "correct the name, or declare the condition";
    /// A condition is used on another collection than it is declared for.
    CONDITION_ELSEWHERE = "condition_elsewhere" Error ["name", "on", "here"]
        zh "条件 `{name}` 用于 {on}，不能用于 {here}" / "在 {here} 上另行声明条件"
        en "condition `{name}` is for {on}, not for {here}" / "declare one for {here}";
    /// Conditions use each other in a circle.
    CONDITION_CYCLE = "condition_cycle" Error ["name"]
        zh "条件 `{name}` 循环引用自身" / "拆开循环"
        en "condition `{name}` uses itself" / "break the circle";
    /// An operator does not exist.
    UNKNOWN_OPERATOR = "unknown_operator" Error ["operator", "known"]
        zh "没有运算 `{operator}`，可用：{known}" / "更正运算名"
        en "there is no operator `{operator}`; there are: {known}" / "correct it";
    /// An operator does not fit the type of its field.
    OPERAND_TYPE = "operand_type" Error ["operator", "path", "type"]
        zh "`{operator}` 不适用于 `{path}`（{type}）" / "改用适合该类型的运算"
        en "`{operator}` does not fit `{path}`, a {type}" / "use an operator for this type";
    /// A literal has another type than is needed.
    LITERAL_TYPE = "literal_type" Error ["type", "found"]
        zh "此处须为{type}，实际为 {found}" / "改写该值"
        en "a {type} is needed here, not {found}" / "rewrite the value";
    /// A contract value does not exist.
    UNKNOWN_CONTRACT_VALUE = "unknown_contract_value" Error ["name"]
        zh "没有合同值 `{name}`" / "改用合同值表中的名称"
        en "there is no contract value `{name}`" / "use one of the contract's values";
    /// An age in a register that is counted itself needs a day.
    AGE_WITHOUT_DAY = "age_without_day" Error ["path"]
        zh "对名册计数时，`{path}` 须写明计算年龄的日期" / "加上 \"on\": \"service_end\" 或 \"as_of\""
        en "`{path}` of a register that is counted itself needs a day" / "add \"on\": \"service_end\" or \"as_of\"";
    /// `self` or a member's field is used without members.
    SELF_WITHOUT_EACH = "self_without_each" Error []
        zh "没有 each，不能引用其成员" / "加上 each，或改用其他写法"
        en "there is no `each` whose member could be meant" / "add `each`, or write it otherwise";
    /// An element leads to no parent.
    LINK_MISSING = "link_missing" Error ["of", "to"]
        zh "{of} 没有通向 {to} 的字段" / "用 by 指明字段"
        en "no field of {of} leads to {to}" / "name one with `by`";
    /// An element leads to its parent in several ways.
    LINK_AMBIGUOUS = "link_ambiguous" Error ["of", "to", "fields"]
        zh "{of} 有多个字段通向 {to}：{fields}" / "用 by 指明其一"
        en "several fields of {of} lead to {to}: {fields}" / "name one with `by`";
    /// A key does nothing where it stands.
    KEY_WITHOUT_USE = "key_without_use" Error ["key"]
        zh "`{key}` 在此处不起作用" / "删去，或移到适用处"
        en "`{key}` does nothing here" / "remove it, or move it where it applies";
    /// A collection has no interval to cover days with.
    NO_INTERVAL = "no_interval" Error ["on"]
        zh "{on} 没有起止日期，不能用于覆盖" / "改用带起止日期的集合"
        en "{on} has no first and last day" / "use a collection with an interval";
    /// A nested requirement states a window or quantifier of its own.
    WINDOW_IN_HAVING = "window_in_having" Error []
        zh "having 内的要求不能自带 window 或 each" / "移到外层"
        en "a requirement inside `having` has no window or each of its own" / "move it to the outer requirement";
    /// A due day does not exist in the period.
    DUE_OUT_OF_RANGE = "due_out_of_range" Error ["due", "most"]
        zh "到期日 {due} 超出范围，最大为 {most}" / "更正到期日；没有期间时不写 due"
        en "due day {due} is out of range, at most {most}" / "correct it; without periods there is no due day";
    /// A window ends before it begins.
    EMPTY_WINDOW = "empty_window" Error ["from", "to"]
        zh "期间为空：{from} 晚于 {to}" / "更正起止日期"
        en "the window is empty: {from} is after {to}" / "correct its ends";
    /// An anchor or id that a window or indicator names does not exist.
    UNKNOWN_ANCHOR = "unknown_anchor" Error ["anchor"]
        zh "没有 `{anchor}` 可作锚点或引用" / "更正编号、日期或事件种类"
        en "there is no `{anchor}` to refer to" / "correct the id, date or kind of event";
    /// Windows wait for each other in a circle.
    ANCHOR_CYCLE = "anchor_cycle" Error ["id"]
        zh "`{id}` 的期间循环等待自身" / "拆开循环"
        en "the window of `{id}` waits for itself" / "break the circle";
    /// Nothing, or everything, reaches a target.
    IMPOSSIBLE_TARGET = "impossible_target" Error ["target"]
        zh "目标 `{target}` 无法达到或没有意义" / "更正目标值"
        en "target `{target}` is out of reach or means nothing" / "correct it";
    /// An indicator without requirements does not say `text_only`, or the other way round.
    NO_REQUIREMENT = "no_requirement" Error ["id"]
        zh "指标 `{id}` 没有要求却未注明 text_only，或相反" / "补写要求，或注明 text_only"
        en "indicator `{id}` has no requirements without saying `text_only`, or the other way round" / "add requirements, or say `text_only`";
    /// Two indicators could take the same record without saying so.
    OVERLAP_UNSTATED = "overlap_unstated" Error ["first", "second", "kind"]
        zh "指标 `{first}` 与 `{second}` 可能重复计算同一条 {kind}" / "用类别区分，或注明 shares_with"
        en "indicators `{first}` and `{second}` could count the same {kind}" / "tell them apart by category, or say `shares_with`";
    /// A rule of severity error needs other entries.
    ERROR_RULE_NOT_OWN = "error_rule_not_own" Error ["id"]
        zh "规则 `{id}` 须参照其他记录，不能用 error" / "改为 defect 或 warn"
        en "rule `{id}` looks at other entries, so it cannot be an error" / "make it a defect or a warning";
    /// A reading replaces something that does not exist.
    UNKNOWN_REPLACED = "unknown_replaced" Error ["id"]
        zh "读法所替换的 `{id}` 不存在" / "更正编号"
        en "a reading replaces `{id}`, which does not exist" / "correct the id";
    /// A reading's default is none of its options.
    UNKNOWN_OPTION = "unknown_option" Error ["reading", "option"]
        zh "读法 `{reading}` 没有选项 `{option}`" / "更正默认选项"
        en "reading `{reading}` has no option `{option}`" / "correct the default";
}
