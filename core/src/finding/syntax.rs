//! Codes of documents that are not JSON or not of the wanted shape.

use super::code::codes;
use super::{Finding, Position};
use crate::json::SyntaxError;

/// The finding that says why `text` could not be read as JSON.
#[must_use]
pub fn refusal(error: &SyntaxError, text: &[u8]) -> Finding {
    let mut finding = match error {
        SyntaxError::TooLarge { limit } => Finding::new(TOO_LARGE).with("limit", limit),
        SyntaxError::TooDeep { limit, .. } => Finding::new(TOO_DEEP).with("limit", limit),
        SyntaxError::DuplicateKey { key, .. } => {
            Finding::new(DUPLICATE_KEY).with("key", key.chars().take(40).collect::<String>())
        }
        SyntaxError::Malformed { what, .. } => Finding::new(MALFORMED).with("what", what),
    };
    // The reader counts from behind a byte order mark.
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    finding.position = Some(Position::of(text, error.at()));
    finding
}

codes! {
    /// The text is not JSON.
    MALFORMED = "malformed" Error ["what"]
        zh "不是有效的 JSON：{what}" / "按所示行列改正后重新提交"
        en "not valid JSON: {what}" / "mend the text at the line and column shown and submit it again";
    /// The document or line has more bytes than the reader takes.
    TOO_LARGE = "too_large" Error ["limit"]
        zh "内容超过 {limit} 字节" / "拆分文件，或把长文本放入附件"
        en "larger than {limit} bytes" / "split the file, or move long text to an attachment";
    /// Lists and objects are nested deeper than the reader takes.
    TOO_DEEP = "too_deep" Error ["limit"]
        zh "嵌套超过 {limit} 层" / "减少嵌套层数"
        en "nested deeper than {limit} levels" / "flatten the document";
    /// One key occurs twice in an object.
    DUPLICATE_KEY = "duplicate_key" Error ["key"]
        zh "键 `{key}` 出现了两次" / "只保留其中一个"
        en "key `{key}` is given twice" / "keep one of the two";
    /// An object has a key that its shape does not know.
    UNKNOWN_FIELD = "unknown_field" Error ["field"]
        zh "没有名为 `{field}` 的字段" / "核对字段名的拼写，或删去该字段"
        en "there is no field `{field}`" / "check the spelling of the field, or remove it";
    /// A required field is absent.
    MISSING_FIELD = "missing_field" Error ["field"]
        zh "缺少必填字段 `{field}`" / "补填该字段"
        en "required field `{field}` is missing" / "fill in the field";
    /// A value has another JSON type than its field wants.
    WRONG_TYPE = "wrong_type" Error ["expected", "found"]
        zh "类型应为 {expected}，实际为 {found}" / "按字段类型改写该值"
        en "expected {expected}, found {found}" / "write the value in the type of the field";
    /// A word is none of those that may stand there.
    UNKNOWN_WORD = "unknown_word" Error ["word", "known"]
        zh "不认识 `{word}`，可用：{known}" / "改用所列之一"
        en "`{word}` is none of: {known}" / "use one of these";
    /// A list that needs at least one item is empty.
    LIST_EMPTY = "list_empty" Error []
        zh "列表为空" / "至少填写一项"
        en "the list is empty" / "give at least one item";
    /// An object needs exactly one of several keys.
    EXACTLY_ONE_OF = "exactly_one_of" Error ["keys"]
        zh "须且只须给出其中一个：{keys}" / "保留其中一个，删去其余"
        en "exactly one of these keys is needed: {keys}" / "keep one of them and remove the others";
    /// A text is empty.
    TEXT_EMPTY = "text_empty" Error []
        zh "文本为空" / "填写内容，或删去该字段"
        en "text is empty" / "fill it in, or remove the field";
    /// A text is longer than its field takes.
    TEXT_TOO_LONG = "text_too_long" Error ["limit"]
        zh "文本超过 {limit} 个字符" / "缩短文本，或放入附件"
        en "text is longer than {limit} characters" / "shorten it, or move it to an attachment";
    /// An id holds control characters, or is too long.
    INVALID_ID = "invalid_id" Error []
        zh "编号无效：须为 1 至 128 个字符，且不含控制字符" / "改用不含控制字符的短编号"
        en "invalid id: 1 to 128 characters without control characters" / "use a short id without control characters";
    /// A number is out of bounds or finer than four decimals.
    INVALID_NUMBER = "invalid_number" Error []
        zh "数值超出范围，或小数多于四位" / "填写绝对值不超过一万亿、至多四位小数的数"
        en "number is out of bounds or finer than four decimals" / "give a number of at most 10^12 with at most four decimals";
    /// A field wants a whole number.
    NOT_WHOLE = "not_whole" Error []
        zh "须为整数" / "填写不带小数的数"
        en "must be a whole number" / "give a number without decimals";
    /// A count or amount is below zero.
    BELOW_ZERO = "below_zero" Error []
        zh "不得小于零" / "填写零或正数"
        en "must not be below zero" / "give zero or a positive number";
    /// A day is not in the calendar, or not written `YYYY-MM-DD`.
    INVALID_DATE = "invalid_date" Error []
        zh "日期无效：须为日历中存在的日期，写作 2024-05-01" / "改为 1900 至 2200 年间的有效日期"
        en "invalid date: a day of the calendar, written 2024-05-01" / "give a valid day between 1900 and 2200";
    /// A period is not written in one of its four forms.
    INVALID_PERIOD = "invalid_period" Error []
        zh "期间无效：写作 2024、2024-Q2、2024-05 或 2024-W07" / "按所列形式改写"
        en "invalid period: written 2024, 2024-Q2, 2024-05 or 2024-W07" / "write it in one of these forms";
    /// A time of day is not written `HH:MM`.
    INVALID_TIME = "invalid_time" Error []
        zh "时刻无效：写作 09:30" / "按 24 小时制改写"
        en "invalid time: written 09:30" / "write it on the 24-hour clock";
}
