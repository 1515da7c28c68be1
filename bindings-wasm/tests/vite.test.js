import assert from "node:assert/strict";
import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { test } from "node:test";
import { build } from "vite";
import { launch } from "./chromium.js";
import { serve } from "./serve.js";

const app = (entry) => `
import { init, Package } from "${entry}";
import { checkValues } from "jiexiang/forms";
import documents from "jiexiang/specs";
await init();
const pack = Package.builtin("nanchuan-2024/package-2", documents);
const { findings } = checkValues(pack, "visit", {}, { touched: ["/mode"], locale: "en" });
document.body.textContent = findings.map((finding) => finding.message).join();
`;

for (const entry of ["jiexiang", "jiexiang/small"]) test(`an app with ${entry} built by Vite runs in Chromium`, () => run(entry));

async function run(entry) {
  const folder = mkdtempSync(join(tmpdir(), "jiexiang-"));
  let server, browser;
  try {
    writeFileSync(join(folder, "index.html"), '<!doctype html><title>app</title><body><script type="module" src="/app.js"></script></body>');
    writeFileSync(join(folder, "app.js"), app(entry));
    mkdirSync(join(folder, "node_modules"));
    symlinkSync(fileURLToPath(new URL("../", import.meta.url)), join(folder, "node_modules/jiexiang"));
    await build({ root: folder, logLevel: "warn", build: { target: "esnext", modulePreload: false } });
    server = await serve(pathToFileURL(join(folder, "dist/")));
    browser = await launch();
    const page = await browser.newPage();
    await page.goto(server.address);
    await page.waitForFunction(() => document.body.textContent.includes("is missing"));
    assert.equal(await page.textContent("body"), "required field `Mode` is missing");
  } finally {
    await browser?.close();
    await server?.stop();
    rmSync(folder, { recursive: true });
  }
}
