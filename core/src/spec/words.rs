//! What the keys of the spec format stand for, in both locales.

/// The words of a key of a shape, Chinese and English.
#[must_use]
pub fn of(shape: &str, key: &str) -> Option<(&'static str, &'static str)> {
    let own = WORDS.iter().find(|(owner, name, ..)| *owner == shape && *name == key);
    let shared = || WORDS.iter().find(|(owner, name, ..)| owner.is_empty() && *name == key);
    own.or_else(shared).map(|(_, _, zh, en)| (*zh, *en))
}

/// Shape (empty: wherever the key stands), key, Chinese, English.
const WORDS: &[(&str, &str, &str, &str)] = &[
    ("", "$schema", "本文件所用的数据模式", "The schema of this file"),
    ("", "id", "编号，在整个项目包内唯一", "Id, unique over the whole package"),
    ("contract", "id", "合同编号", "Id of the contract"),
    ("option", "id", "选项编号，在该读法内唯一", "Id, unique in its reading"),
    ("stage", "id", "评估阶段", "The stage"),
    ("", "version", "版本", "Version"),
    ("contract", "version", "项目包版本", "Version of the package"),
    ("", "format", "格式版本", "Version of the format"),
    ("", "source", "需求文件", "The document from which the requirements come"),
    ("", "labels", "中英文名称", "Name in both locales"),
    ("", "include", "引入的公共文件编号", "Ids of the documents whose lists come first"),
    ("", "place", "服务地点代码", "Code of the place of service"),
    ("", "codes", "代码表", "Code lists by name"),
    ("", "attributes", "声明的附加字段", "Extra fields of kinds"),
    ("", "conditions", "具名条件", "Conditions with a name"),
    ("", "rules", "记录规则", "What entries must satisfy"),
    ("", "indicators", "项目指标", "What must be delivered; completion is counted over these"),
    ("", "obligations", "项目内容，跟踪但不计入完成率", "What is tracked outside completion"),
    ("", "provider", "对项目实施机构的要求", "What is asked of the provider"),
    ("contract", "provider", "承接机构", "The provider"),
    ("", "stages", "评估阶段及其后果", "Evaluations and what follows from them"),
    ("", "triggers", "由事件产生的权利和义务", "Rights and duties that arise from events"),
    ("", "closing", "结项要求", "What closing needs"),
    ("", "readings", "有歧义条文的读法", "Phrases that can be read in several ways"),
    ("contract", "readings", "所选读法", "The chosen option of each reading"),
    (
        "",
        "integrity",
        "真实性核对的项目与界限，未写的不核对",
        "Which integrity checks are made, and from where on each fires; what is not stated is off",
    ),
    ("", "double_booking", "同一工作人员时间重叠", "One worker at two things at once"),
    (
        "",
        "places_a_day",
        "同一工作人员一日多处而缺时间",
        "One worker in several places on a day on which a time is missing",
    ),
    ("", "photo_reuse", "同一照片重复使用", "One file in several records"),
    ("", "headcount", "人数与签到名单不符", "A headcount that differs from the sign-in list"),
    ("", "bulk_entry", "集中补录", "Many records entered late on one day"),
    ("", "end_entry", "期末集中录入", "Many records entered at the end of the service"),
    ("", "after_closing", "合同结束后录入", "Records entered after closure or termination"),
    ("", "visit_age", "探访对象的年龄", "The age of those visited"),
    ("", "copied_text", "内容雷同", "One text in several records"),
    ("", "phone_as_home", "疑似电话记作入户", "Calls that may be entered as home visits"),
    ("", "same_identity", "疑为同一人", "Persons who may be one"),
    ("", "shared_event", "多个项目包共用一场活动", "One event in several packages"),
    ("", "visit_and_contact", "同日既记探访又记个案跟进", "Visits that are entered as case contacts too"),
    ("integrity", "full_time", "同一人在两个项目包专职", "One worker full time in two packages"),
    ("double_booking", "minutes", "重叠达到的分钟数", "Minutes of overlap from which it fires"),
    ("places_a_day", "places", "达到的地点数", "Number of places from which it fires"),
    ("photo_reuse", "kinds", "核对的附件种类", "Kinds of attachment that are compared"),
    ("", "records", "达到的记录数", "Number of records from which it fires"),
    ("headcount", "above", "多于名单达到的人数", "People above the list from which it fires"),
    ("headcount", "below", "少于名单达到的人数", "People below the list from which it fires"),
    ("", "days", "达到的天数", "Number of days from which it fires"),
    ("visit_age", "categories", "核对的探访类别；不写则全部", "Categories of visit that are checked; all when absent"),
    ("visit_age", "at_least", "至少的周岁", "Age of at least"),
    ("visit_age", "less_than", "不满的周岁", "Age of less than"),
    ("copied_text", "characters", "达到的字数", "Number of characters from which texts are compared"),
    ("phone_as_home", "modes", "核对的探访方式", "Modes of visit that are checked"),
    ("phone_as_home", "words", "内容中的用语", "Words in the content"),
    ("phone_as_home", "minutes", "不超过的分钟数", "Minutes that it took at most"),
    ("same_identity", "persons", "达到的人数", "Number of persons from which it fires"),
    ("shared_event", "packages", "达到的项目包数", "Number of packages from which it fires"),
    ("", "title", "标题", "Title"),
    ("", "issuer", "发文单位", "Who issued it"),
    ("", "year", "年份", "Year"),
    ("", "zh-CN", "简体中文", "Simplified Chinese"),
    ("", "en", "英文", "English"),
    ("", "code", "代码", "The code"),
    ("", "rank", "等级，越大越高", "Rank in an ordered list, greater is higher"),
    ("", "on", "所属集合", "The collection to which it belongs"),
    ("attribute", "on", "所属类型", "The kind that gets the field"),
    ("rule", "on", "适用的记录", "The entries to which it applies"),
    ("exclusive", "on", "互斥的键", "The key that may not be held twice at a time"),
    ("exclusive", "differ", "只有这些字段不同的才互斥", "Only entries that differ here exclude each other"),
    (
        "source",
        "since",
        "自所属条目的这一日起才计",
        "The day of the container or member from which on its elements count",
    ),
    ("source", "on", "按评判日快照计算", "Only what is in force on the day of judgement"),
    ("leaf", "on", "计算年龄的日期", "The day on which an age is read"),
    ("", "type", "字段类型", "Type of the field"),
    ("", "list", "所用代码表", "The code list of a code"),
    ("attribute", "to", "引用的类型", "The kind that a reference leads to"),
    ("", "to", "终点，含当日", "The end, its day included"),
    ("exclusive", "to", "区间终点字段", "The field of the interval's end"),
    ("", "from", "起点，含当日", "The start, its day included"),
    ("exclusive", "from", "区间起点字段", "The field of the interval's start"),
    ("", "where", "筛选条件", "The condition that must hold"),
    ("leaf", "where", "被引用条目须满足的条件", "The condition on the entry referred to"),
    ("", "clause", "条款号", "The clause"),
    ("", "need", "须满足的条件", "The condition that must hold"),
    ("", "else", "不满足时的处理", "What a failure does"),
    ("target_by", "else", "其他代码的数值", "The number for any other code"),
    ("", "exclusive", "不得重叠的区间", "Intervals that may not overlap"),
    ("", "of", "统计对象的集合", "The collection"),
    ("ratio", "of", "分子", "What is divided"),
    ("within", "of", "起算锚点", "The anchor from which it is counted"),
    ("target_by", "of", "各代码的数值", "The number for each code"),
    ("", "over", "分母", "By what it is divided"),
    ("", "source_text", "条款要点", "The decisive words of the clause"),
    ("", "shares_with", "允许共用记录的指标", "Indicators that may count the same entries"),
    ("", "text_only", "仅作说明，不可度量", "Has nothing measurable"),
    ("", "requirements", "要求，须全部达成", "The requirements, all of which must be met"),
    ("", "each", "逐个考核的对象", "One cell for each of these"),
    ("window", "each", "逐期考核的周期", "One cell for each such period"),
    ("", "window", "考核期间", "When"),
    ("", "measure", "度量方式", "What is measured"),
    ("", "target", "应达到的目标", "What must be reached"),
    ("", "all_of", "须全部达成的部分", "Parts that must all be met"),
    ("", "any_of", "达成其一即可的部分", "Parts of which one must be met"),
    ("", "checks", "附带检查", "Requirements whose failure only marks this one"),
    ("", "show", "只展示不评判的度量", "Measures shown and never judged"),
    ("", "count", "计数", "How many"),
    ("", "sum", "求和", "The sum of a field"),
    ("", "ratio", "比率", "A quotient of two measures"),
    ("", "coverage", "覆盖天数的缺口", "Days that intervals leave uncovered"),
    ("", "union", "合并的来源", "Sources that are counted together"),
    ("", "distinct", "去重的键", "The key by which doubles are counted once"),
    ("", "having", "须满足要求的容器", "The requirement that each container must meet"),
    ("", "by", "关联字段", "The field that leads to the container or member"),
    ("window", "by", "定位日期所用字段", "The field that places an element in time"),
    ("target_by", "by", "决定数值的字段", "The field that decides the number"),
    ("", "latest_of", "同键只看最新一条", "Of equal keys only the latest is looked at"),
    ("", "field", "求和字段", "The field that is added up"),
    ("other_field", "field", "字段路径", "Path of the field"),
    ("", "depth", "同时在岗的最少数量", "How many must cover a day"),
    ("", "days", "天数", "So many days"),
    ("source", "days", "须覆盖的日子", "Which days must be covered"),
    ("", "counted_from", "起算日", "Where the first period starts"),
    ("", "due", "应交日", "The day of the period on which it is due"),
    ("", "grace_days", "宽限天数", "Days of grace after the period"),
    ("", "until", "截止", "Until when it stays open"),
    ("", "within", "时限", "Within so much time of an anchor"),
    ("", "working_days", "工作日数", "So many working days"),
    ("", "hours", "小时数", "So many hours"),
    ("", "first", "该要求首次计数之日", "The day of the first element that counts for this requirement"),
    ("", "met", "该要求达成之日", "The day on which this requirement was met"),
    ("", "member", "成员的日期字段", "A date of the member"),
    ("", "event", "该类事件首次发生之日", "The day of the first such event"),
    ("", "active", "成员须考核的期间", "In which periods a member owes a cell"),
    ("", "at_least", "不少于", "At least"),
    ("", "more_than", "多于", "More than"),
    ("", "at_most", "不多于", "At most"),
    ("", "less_than", "少于", "Less than"),
    ("", "unit", "单位", "Unit, for readers"),
    ("", "requirement", "要求", "The requirement"),
    ("", "needs_complete", "须已声明完整的名册", "The register that must be declared complete"),
    ("", "aspects", "评估维度代码", "Codes of the aspects that are marked"),
    ("", "bands", "分数段，先命中者生效", "Bands of scores; the first hit counts"),
    ("", "verdicts", "按结论适用的后果", "What follows from a verdict"),
    ("", "then", "后果", "What follows"),
    ("", "force", "有权或应当", "Right or duty"),
    ("", "cured_by", "何者可消除", "What alone lifts it"),
    ("", "extension", "延长服务期", "The service is extended"),
    ("", "months", "月数", "So many months"),
    ("", "month_end", "加月时的月末规则", "How a month is added to a day that the next month may not have"),
    ("", "when", "何时产生", "Arises when this is met"),
    ("reading", "when", "何时有影响", "When the reading matters"),
    ("", "completion", "指标完成率", "Share of the indicators that must be met"),
    ("", "phrase", "有歧义的词句", "The decisive words"),
    ("", "clauses", "所在条款", "The clauses where it stands"),
    ("", "basis", "取默认读法的理由", "Why the default is the default"),
    ("", "comparator", "选项只差比较符", "Whether the options differ only in a comparison"),
    ("", "default", "默认选项", "The option in force when the contract chooses none"),
    ("", "options", "选项", "The options"),
    ("", "service_months", "服务月数", "Months of service"),
    ("", "not", "不满足该条件", "The condition that must not hold"),
    ("not", "not", "除外的数值", "Any number but this"),
    ("", "replace", "按编号替换的内容", "New values for the keys of things, by id; null removes a key"),
    ("", "all", "全部满足", "Conditions that must all hold"),
    ("", "any", "满足其一", "Conditions of which one must hold"),
    ("", "use", "引用具名条件", "The name of a condition"),
    ("", "is", "等于", "Is this"),
    ("", "in", "属于其中之一", "Is one of these"),
    ("", "at_or_above", "等级不低于", "Ranks at or above this code"),
    ("", "exists", "是否已填写", "Whether it is given"),
    ("", "some", "至少一项满足", "Some item satisfies this"),
    ("", "every", "每一项都满足", "Every item satisfies this"),
    ("", "contains_all", "包含全部代码", "Holds all of these codes"),
    ("", "size", "列表项数", "The number of items"),
    ("", "package", "项目包编号", "Id of the package"),
    ("", "purchaser", "购买主体", "The purchaser"),
    ("", "service_start", "服务起始日", "First day of the service"),
    ("", "service_end", "服务终止日", "Last day of the service"),
    ("", "midterm_date", "中期评估日", "Day of the mid-term evaluation"),
    ("", "related_majors", "视为相关的专业代码", "Codes of the majors that count as related"),
    ("", "volunteer_systems", "认可的志愿服务系统代码", "Codes of the accepted volunteer systems"),
    ("", "signature_forms", "认可的签名形式代码", "Codes of the accepted forms of signature"),
    ("", "non_working_days", "工作日中的休息日", "Weekdays that are off"),
    ("", "extra_working_days", "调休上班日", "Days at weekends that are worked"),
    ("", "evaluation_weights", "评估维度权重，合计 100", "Weight of each aspect; together 100"),
];

#[cfg(test)]
mod tests {
    use super::{WORDS, of};
    use crate::spec::format;
    use crate::spec::shape::{Part, Shape};
    use std::collections::{BTreeMap, BTreeSet};

    fn shapes(shape: &'static Shape, found: &mut BTreeMap<&'static str, &'static Shape>) {
        if found.insert(shape.name, shape).is_none() {
            shape.fields.iter().map(|slot| slot.part).chain(shape.rest).for_each(|part| inside(part, found));
        }
    }

    fn inside(part: Part, found: &mut BTreeMap<&'static str, &'static Shape>) {
        match part {
            Part::Object(shape) | Part::Later(shape) => shapes(shape(), found),
            Part::List(item) | Part::Some(item) | Part::Map(item) => inside(*item, found),
            Part::Either(parts) => parts.iter().for_each(|part| inside(*part, found)),
            _ => {}
        }
    }

    #[test]
    fn every_key_has_words_and_no_words_are_left_over() {
        let mut found = BTreeMap::new();
        shapes(format::package(), &mut found);
        shapes(format::contract(), &mut found);
        let mut used = BTreeSet::new();
        for shape in found.values() {
            for slot in shape.fields {
                let words = of(shape.name, slot.name);
                assert!(words.is_some(), "{}.{} has no words", shape.name, slot.name);
                used.insert(words);
            }
        }
        for (shape, key, ..) in WORDS {
            assert!(used.contains(&of(shape, key)), "nothing uses the words of {shape}.{key}");
        }
    }
}
