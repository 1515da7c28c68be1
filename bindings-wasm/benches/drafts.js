// Visits as a form would hand them in, sound and faulty.
export const PACKAGE = "nanchuan-2024/package-2";

const sound = {
  kind: "visit", id: "v-1", package: PACKAGE, date: "2024-05-06", recorded_at: "2024-05-07", mode: "home", category: "outreach",
  place: "dongjinhua", subjects: [{ person: "p-1" }, { person: "p-2" }], workers: [{ staff: "s-1", role: "social_worker" }],
  start: "09:30", minutes: 40, content: "情况平稳，按计划下次再访。", attachments: [{ kind: "photo", sha256: "5f" }],
};

const changes = [
  {}, { minutes: 0 }, { place: undefined, mode: "phone" }, { place: undefined, site: "site-1" }, { content: undefined },
  { end: "2024-05-06" }, { subjects: [{ name: "某某" }] }, { cost: 12.5 }, { supersedes: "v-0", reason: "改错" },
  { signatures: [{ role: "worker", person: "s-1", form: "ink", date: "2024-05-06" }] },
  { date: undefined }, { date: "2024-02-30" }, { date: "2024-5-6" }, { recorded_at: undefined }, { end: "2024-05-01" },
  { mode: "doorstep" }, { category: undefined }, { category: 7 }, { place: "atlantis" }, { package: "other" }, { id: "" },
  { minutes: -5 }, { minutes: 2.5 }, { minutes: "forty" }, { start: "25:00" }, { cost: -1 }, { cost: 0.12345 }, { nobody: 1 },
  { content: "" }, { subjects: [{ person: "" }] }, { subjects: [{ person: "p-1", boss: 1 }] }, { subjects: "p-1" },
  { workers: [{ staff: "s-1", role: "boss" }] }, { attachments: [{ kind: "photo" }] }, { attachments: [{ kind: "cat", sha256: "5f" }] },
  { signatures: [{ role: "witness", person: "s-1", form: "ink", date: "2024-13-01" }] },
  { subjects: [] }, { workers: undefined }, { place: undefined }, { supersedes: "v-1" }, { supersedes: "v-0", voids: "v-2" },
  { mode: "doorstep", minutes: -5, start: "9:30" }, { date: "2024-05-32", category: "dance", nobody: 1 },
];

export const drafts = changes.map((change) => JSON.parse(JSON.stringify({ ...sound, ...change })));
