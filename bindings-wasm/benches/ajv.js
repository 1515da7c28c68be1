// The exported schema of visits, compiled by ajv, and by hand what a schema does not see.
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { CODES } from "./codes.js";
import { PACKAGE } from "./drafts.js";

const schema = JSON.parse(readFileSync(new URL("../../specs/schema/visit.schema.json", import.meta.url), "utf8"));
const ajv = new Ajv({ allErrors: true, strict: false });
formats.default(ajv);
const validate = ajv.compile(schema);
const sets = Object.fromEntries(Object.entries(CODES).map(([name, codes]) => [name, new Set(codes)]));

/** Pointers of the faulty fields. */
export function faults(draft) {
  const found = [];
  if (!validate(draft)) {
    for (const { instancePath, keyword, params } of validate.errors) {
      if (keyword === "required") found.push(`${instancePath}/${params.missingProperty}`);
      else if (keyword === "additionalProperties") found.push(`${instancePath}/${params.additionalProperty}`);
      else if (keyword === "unevaluatedProperties") found.push(`${instancePath}/${params.unevaluatedProperty}`);
      else found.push(instancePath);
    }
  }
  const code = (set, value, at) => {
    if (typeof value === "string" && !sets[set].has(value)) found.push(at);
  };
  const isDay = (text) => typeof text === "string" && isCalendarDay(text);
  code("mode", draft.mode, "/mode");
  code("category", draft.category, "/category");
  code("place", draft.place, "/place");
  const each = (name, check) => Array.isArray(draft[name]) && draft[name].forEach((item, at) => check(item, `/${name}/${at}`));
  each("workers", (worker, at) => code("workerRole", worker.role, `${at}/role`));
  each("attachments", (attachment, at) => code("attachment", attachment.kind, `${at}/kind`));
  each("signatures", (signature, at) => {
    code("signatureRole", signature.role, `${at}/role`);
    code("signatureForm", signature.form, `${at}/form`);
    if (signature.date !== undefined && !isDay(signature.date)) found.push(`${at}/date`);
  });
  for (const name of ["date", "end", "recorded_at"]) if (draft[name] !== undefined && !isDay(draft[name])) found.push(`/${name}`);
  if (draft.recorded_at === undefined) found.push("/recorded_at");
  if (typeof draft.package === "string" && draft.package !== PACKAGE) found.push("/package");
  if (typeof draft.cost === "number" && !Number.isInteger(Math.round(draft.cost * 1e8) / 1e4)) found.push("/cost");
  if (draft.end !== undefined && draft.end < draft.date) found.push("/end");
  if (draft.supersedes !== undefined && draft.voids !== undefined) found.push("/voids");
  if (draft.supersedes === draft.id) found.push("/supersedes");
  if (draft.voids === draft.id) found.push("/voids");
  if (found.length > 0) return found;
  const isFar = draft.mode === "phone" || draft.mode === "online";
  if (!draft.subjects?.length || !draft.workers?.length || !(draft.place || draft.site || isFar)) found.push("");
  return found;
}

function isCalendarDay(text) {
  if (!/^(19\d\d|2[01]\d\d|2200)-\d\d-\d\d$/.test(text)) return false;
  const [year, month, day] = text.split("-").map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
