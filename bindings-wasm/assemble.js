// Puts the generated data of the package and the page together; called by `build`.
import { cpSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const [dist, site, specs] = ["dist", "site", "../specs"].map((folder) => join(here, folder));

// The packages of the district as one optional module.
const district = join(specs, "nanchuan-2024");
const documents = Object.fromEntries(
  readdirSync(district)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => JSON.parse(readFileSync(join(district, file), "utf8")))
    .map((document) => [document.id, document]),
);
const module = (what, value) => `// ${what}\nexport default JSON.parse(${JSON.stringify(JSON.stringify(value))});\n`;
writeFileSync(join(dist, "specs.js"), module("The packages of the district, by id.", documents));

const schemas = Object.fromEntries(
  readdirSync(join(specs, "schema"))
    .sort()
    .map((file) => [file.replace(".schema.json", ""), JSON.parse(readFileSync(join(specs, "schema", file), "utf8"))]),
);
writeFileSync(join(dist, "schemas.js"), module("JSON Schemas of packages, contracts and entries, by name.", schemas));

for (const folder of [dist, join(dist, "small")]) {
  const wasm = readFileSync(join(folder, "jiexiang.wasm"));
  writeFileSync(join(folder, "base64.js"), `export default "${wasm.toString("base64")}";\n`);
}

// The page with all it needs beside it.
cpSync(join(here, "demo"), site, { recursive: true });
cpSync(join(specs, "samples"), join(site, "samples"), { recursive: true, filter: (path) => !path.endsWith(".md") });
mkdirSync(join(site, "lib"), { recursive: true });
for (const folder of ["js", "dist"]) {
  const wanted = (path) => !/(\.d\.ts|build\.json|base64\.js|schemas\.js|inline\.js|node\.js|\/small)$/.test(path);
  cpSync(join(here, folder), join(site, "lib", folder), { recursive: true, filter: wanted });
}
// The worker keeps exactly these files, and takes them anew when any of them changes.
const files = readdirSync(site, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== "worker.js")
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  .sort();
const hash = createHash("sha256");
for (const file of files) hash.update(readFileSync(file));
const listed = ["./", ...files.map((file) => `./${file.slice(site.length + 1)}`)];
const worker = readFileSync(join(site, "worker.js"), "utf8")
  .replace('"VERSION"', JSON.stringify(hash.digest("hex").slice(0, 12)))
  .replace('["FILES"]', JSON.stringify(listed));
writeFileSync(join(site, "worker.js"), worker);
