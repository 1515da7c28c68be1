import { misuse } from "./error.js";

/** The glue of the module that answers: the whole one as soon as it is started, else the small one. */
export let native;

const started = new Set();
const starting = new Map();

function take(glue) {
  started.add(glue);
  if (!native || "Ledger" in glue) native = glue;
}

/** Starts a module from its bytes or from a compiled module; later calls do nothing. */
export function startSync(glue, source) {
  if (started.has(glue)) return;
  glue.initSync({ module: source });
  take(glue);
}

/** The same without blocking; a response is compiled while it arrives. */
export async function start(glue, source) {
  if (started.has(glue)) return;
  if (!starting.has(glue)) {
    const start = glue.default({ module_or_path: source }).then(
      () => take(glue),
      (error) => {
        starting.delete(glue);
        throw error;
      },
    );
    starting.set(glue, start);
  }
  await starting.get(glue);
}

export function ready() {
  if (!native) throw misuse("", "the module is not started: await init() first");
}
