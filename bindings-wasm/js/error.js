/** What no data could make right (a fault of the calling program), or documents that were refused. */
export class JiexiangError extends Error {
  constructor({ code, path = "", message, findings = [] }) {
    super(message);
    this.name = "JiexiangError";
    this.code = code;
    this.path = path;
    this.findings = findings;
  }
}

/** Carries out a call into the module and turns what it throws into a {@link JiexiangError}. */
export function guarded(call) {
  try {
    return call();
  } catch (thrown) {
    if (typeof thrown === "string" && thrown.startsWith("{")) throw new JiexiangError(JSON.parse(thrown));
    throw thrown;
  }
}

/** A misuse that shows before the module is called. */
export function misuse(path, message) {
  return new JiexiangError({ code: "option_invalid", path, message });
}

/** What JSON cannot say: rings, big integers, getters that throw. */
export function noJson(reason) {
  return new JiexiangError({ code: "not_json", message: `no JSON can say this: ${reason?.message ?? String(reason)}` });
}
