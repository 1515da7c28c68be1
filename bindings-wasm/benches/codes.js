// The codes of the package that a visit may use.
export const CODES = {
  mode: ["home", "site", "phone", "online"],
  category: ["outreach", "survey", "condolence", "incubation_follow_up", "other"],
  place: [
    "nanchuan", "sw_centre", "dongcheng_street", "dongjinhua", "nancheng_street", "gongjiatang", "xinglong", "yongfu", "taiping",
    "shahe", "shixi", "muliang", "shuijiang",
  ],
  workerRole: ["social_worker", "supervisor", "assistant", "volunteer", "expert"],
  attachment: [
    "photo", "sign_in_sheet", "record_form", "plan", "summary", "notice", "clipping", "invoice", "receipt", "certificate_copy",
    "diploma_copy", "distribution_list", "agreement", "other",
  ],
  signatureRole: ["worker", "supervisor", "client", "guardian", "organisation"],
  signatureForm: ["ink", "ink_scan", "electronic"],
};
