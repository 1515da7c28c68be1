// A visit as a zod schema with the refinements that the package demands.
import { z } from "zod";
import { CODES } from "./codes.js";
import { PACKAGE } from "./drafts.js";

// eslint-disable-next-line no-control-regex
const id = z.string().min(1).max(128).regex(/^[^\u0000-\u001f\u007f]*$/);
const day = z.iso.date().refine((text) => text >= "1900-01-01" && text <= "2200-12-31");
const words = z.string().min(1);
const whole = z.number().int().min(0).max(1e12);
const amount = z.number().min(0).max(1e12).refine((number) => Number.isInteger(Math.round(number * 1e8) / 1e4));

const visit = z
  .strictObject({
    kind: z.literal("visit"),
    id,
    package: z.literal(PACKAGE),
    date: day,
    end: day.optional(),
    recorded_at: day,
    place: z.enum(CODES.place).optional(),
    site: id.optional(),
    workers: z.array(z.strictObject({ staff: id.optional(), person: id.optional(), role: z.enum(CODES.workerRole).optional() })).optional(),
    cost: amount.optional(),
    attachments: z.array(z.strictObject({ kind: z.enum(CODES.attachment), sha256: id, name: words.optional() })).optional(),
    signatures: z
      .array(z.strictObject({ role: z.enum(CODES.signatureRole), person: id, form: z.enum(CODES.signatureForm), date: day.optional() }))
      .optional(),
    supersedes: id.optional(),
    voids: id.optional(),
    reason: words.optional(),
    note: words.optional(),
    mode: z.enum(CODES.mode),
    category: z.enum(CODES.category),
    subjects: z
      .array(z.strictObject({ person: id.optional(), household: id.optional(), organisation: id.optional(), name: words.optional() }))
      .optional(),
    start: z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/).optional(),
    minutes: whole.optional(),
    parts: z.array(z.string()).optional(),
    content: words.optional(),
  })
  .superRefine((entry, context) => {
    const fault = (...path) => context.addIssue({ code: "custom", path });
    if (entry.end !== undefined && entry.end < entry.date) fault("end");
    if (entry.supersedes !== undefined && entry.voids !== undefined) fault("voids");
    if (entry.supersedes === entry.id) fault("supersedes");
    if (entry.voids === entry.id) fault("voids");
    const isFar = entry.mode === "phone" || entry.mode === "online";
    if (!entry.subjects?.length || !entry.workers?.length || !(entry.place || entry.site || isFar)) fault();
  });

/** Pointers of the faulty fields. */
export function faults(draft) {
  const { success, error } = visit.safeParse(draft);
  if (success) return [];
  return error.issues.flatMap((issue) => {
    const at = issue.path.map((step) => `/${step}`).join("");
    return issue.code === "unrecognized_keys" ? issue.keys.map((key) => `${at}/${key}`) : [at];
  });
}
