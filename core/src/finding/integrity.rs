//! Codes of the integrity checks: what evaluators look at twice. They change no verdict.

use super::code::codes;

codes! {
    /// One worker has records whose times overlap.
    WORKER_DOUBLE_BOOKED = "worker_double_booked" Warning ["worker", "date", "minutes"]
        zh "{worker} 在 {date} 的两条记录时间重叠 {minutes} 分钟" / "核对两条记录的时间与工作人员，更正有误的一条"
        en "two records of {worker} on {date} overlap by {minutes} minutes" / "check times and workers of both and correct the wrong one";
    /// Possible only, as a time is missing: one worker has records in many places on one day.
    WORKER_MANY_PLACES = "worker_many_places" Note ["worker", "date", "places"]
        zh "{worker} 在 {date} 的记录分在 {places} 个地点，部分缺时间，可能分身" / "补录开始时间与时长后再核"
        en "records of {worker} on {date} lie in {places} places and some have no time; possibly in two at once" / "enter begin and length, then check again";
    /// One file is the evidence of several events of a package.
    PHOTO_REUSED = "photo_reused" Warning ["sha256", "count"]
        zh "同一张照片（{sha256}）用于 {count} 条记录" / "为每次活动提供各自的照片，或说明原因"
        en "one photo ({sha256}) is the evidence of {count} records" / "supply a photo of each event, or explain";
    /// One file is the evidence of events in the ledgers of several packages.
    PHOTO_IN_TWO_PACKAGES = "photo_in_two_packages" Warning ["sha256", "count"]
        zh "同一张照片（{sha256}）用于 {count} 个项目包" / "核对是否同一活动；各包应有各自的记录与签到"
        en "one photo ({sha256}) is used in {count} packages" / "see whether it is one event; each package needs its own record and attendance";
    /// More persons are stated than the sign-in list has.
    HEADCOUNT_ABOVE_LIST = "headcount_above_list" Warning ["headcount", "listed"]
        zh "填报人数 {headcount} 多于签到名单 {listed} 人" / "核对签到表，更正人数或补录名单"
        en "{headcount} persons stated, {listed} on the sign-in list" / "check the sheet; correct the number or complete the list";
    /// Fewer persons are stated than the sign-in list has.
    HEADCOUNT_BELOW_LIST = "headcount_below_list" Note ["headcount", "listed"]
        zh "填报人数 {headcount} 少于签到名单 {listed} 人" / "核对名单是否混入工作人员、志愿者或重复的人"
        en "{headcount} persons stated, {listed} on the sign-in list" / "see whether staff, volunteers or doubles stand on the list";
    /// Many records were entered on one day, long after the work.
    BULK_BACK_ENTRY = "bulk_back_entry" Warning ["date", "count", "days"]
        zh "{date} 一天录入 {count} 条发生已满 {days} 天的记录" / "说明集中补录的原因，备好原始记录"
        en "{count} records were entered on {date}, each at least {days} days after the work" / "explain why, and have the originals ready";
    /// Many records of earlier work were entered at the end of the service or after it.
    BULK_ENTRY_AT_END = "bulk_entry_at_end" Warning ["from", "count"]
        zh "{from} 起集中录入此前的记录 {count} 条" / "说明临近结项才录入的原因，备好原始记录"
        en "{count} records of earlier work were entered from {from} on" / "explain why they came so late, and have the originals ready";
    /// Records were entered after the contract was closed or terminated.
    ENTERED_AFTER_CLOSING = "entered_after_closing" Warning ["closed", "count"]
        zh "合同 {closed} 结束后又录入 {count} 条记录" / "说明原因；结项依据不应事后补齐"
        en "{count} records were entered after the contract ended on {closed}" / "explain; the grounds of closing should not be supplied afterwards";
    /// A person visited is certainly not of the age that the package asks for.
    AGE_NOT_ASKED_FOR = "age_not_asked_for" Warning ["person", "date", "age", "asked"]
        zh "探访对象 {person} 在 {date} 为 {age} 周岁，要求{asked}" / "核对出生日期与对象；不符合的不应计入"
        en "{person}, visited on {date}, was {age}; asked for: {asked}" / "check the birth date and the person; others should not be counted";
    /// Several records have the same text.
    TEXT_COPIED = "text_copied" Warning ["count", "characters"]
        zh "{count} 条记录的内容相同（{characters} 字）" / "按每次服务的实际情况重写"
        en "{count} records have the same text of {characters} characters" / "write what happened each time";
    /// A visit entered as one at home reads like a phone call.
    PHONE_AS_HOME = "phone_as_home" Note ["word", "minutes"]
        zh "记为入户，但内容提到“{word}”，时长 {minutes} 分钟" / "如为电话联系，请更正方式"
        en "entered as a visit at home, yet the text has “{word}”; minutes: {minutes}" / "correct the mode if it was a call";
    /// Several persons of the register have one name and birth date.
    SAME_IDENTITY = "same_identity" Warning ["name", "count"]
        zh "名册中有 {count} 人同名（{name}）且出生日期相同，可能是同一人" / "核对身份；确为一人的，合并编号"
        en "{count} persons of the register share a name ({name}) and birth date; possibly one" / "check who they are; give one person one id";
    /// Several packages report an activity on one day in one place.
    SHARED_EVENT = "shared_event" Note ["date", "place", "count"]
        zh "{count} 个项目包在 {date} 于 {place} 都有活动，可能是同一场" / "核对；同一活动须各包各有记录与签到"
        en "{count} packages have an activity on {date} in {place}; possibly the same" / "check; each package needs its own record and attendance";
    /// One worker has a visit to a person and a contact in this person's case on one day.
    VISIT_AND_CONTACT = "visit_and_contact" Note ["worker", "person", "date"]
        zh "{worker} 在 {date} 对 {person} 既记探访又记个案跟进，可能是同一次服务" / "核对；同一次服务只能记入一项，多记的一条应作废"
        en "{worker} has a visit to {person} and a contact in this person's case on {date}; possibly one act" / "check; one act counts once, so withdraw the entry that is one too many";
    /// One worker is posted full time to several packages at once.
    FULL_TIME_TWICE = "full_time_twice" Warning ["worker", "from", "days"]
        zh "{worker} 自 {from} 起在两个项目包同为专职，重合 {days} 天" / "更正派驻；专职人员同一时期只能在一个项目包"
        en "{worker} is full time in two packages from {from}, for {days} days" / "correct the postings; one is full time in one package at a time";
}
