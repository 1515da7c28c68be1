import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { launch } from "./chromium.js";
import { serve } from "./serve.js";

const shots = new URL("../screens/", import.meta.url);
let server, browser, context, page, troubles;

before(async () => {
  mkdirSync(shots, { recursive: true });
  server = await serve(new URL("../site/", import.meta.url));
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  context = await browser.newContext({ locale: "zh-CN", viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  page = await context.newPage();
  troubles = [];
  page.on("pageerror", (error) => troubles.push(String(error)));
  page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
  page.on("dialog", (dialog) => dialog.accept());
  await open();
});
afterEach(async () => {
  await context.close();
  assert.deepEqual(troubles, [], "errors in the page's console");
});

async function open() {
  await page.goto(server.address);
  await page.waitForSelector("#main:not([aria-busy])");
}

const shot = (name) => page.screenshot({ path: new URL(`${name}.png`, shots).pathname, fullPage: true });
const control = (name) => page.locator(`#entry [name="${name}"]`);
const messageAt = (name) => page.locator(`#entry output[data-for="${name}"]`).textContent();

async function contract() {
  await page.click(".setup summary");
  for (const [id, day] of [["service-start", "2024-03-15"], ["service-end", "2025-03-14"], ["midterm", "2024-09-15"], ["as-of", "2024-06-30"]]) {
    await page.fill(`#${id}`, day);
    await page.dispatchEvent(`#${id}`, "change");
  }
  await page.click(".setup summary");
}

/** A person by the register form, then a visit to this person. */
async function person(id = "p-1") {
  await page.selectOption("#kind", "person");
  await page.click(".more > summary");
  await control("id").fill(id);
  await page.click("#entry [type=submit]");
  await page.waitForFunction((wanted) => document.querySelector("#ledger").textContent.includes(wanted), id);
}

async function visit(values = {}) {
  await page.selectOption("#kind", "visit");
  for (const [name, value] of Object.entries({ date: "2024-05-10", "subjects/0/person": "p-1", minutes: "40", content: "了解近况", ...values })) {
    await control(name).fill(value);
  }
  for (const [name, value] of [["place", "dongjinhua"], ["mode", "home"], ["category", "outreach"]]) await control(name).selectOption(value);
  if ((await control("workers/0/staff").count()) === 0) await page.click('button[name="workers"]');
  await control("workers/0/staff").fill("s-1");
}

test("a wrong entry, its message at its field, the correction, the ledger", async () => {
  await contract();
  await page.selectOption("#kind", "visit");
  await control("minutes").fill("半小时");
  assert.match(await messageAt("minutes"), /类型应为/);
  await shot("wrong-entry");
  await control("minutes").fill("30");
  assert.equal(await messageAt("minutes"), "");
  await page.click("#entry [type=submit]");
  assert.match(await messageAt("mode"), /缺少必填字段/);
  assert.match(await page.textContent("#said"), /需要改正/);
  await shot("handed-in-empty");
  await person();
  await visit();
  await page.click("#entry [type=submit]");
  await page.waitForFunction(() => document.querySelector("#ledger").textContent.includes("visit-001"));
  assert.match(await page.textContent("#ledger"), /p-1/);
  await shot("first-entry");
});

test("a message goes when the other field of its rule changes", async () => {
  await contract();
  await page.selectOption("#kind", "case");
  await control("date").fill("2024-05-10");
  await control("closed").fill("2024-05-01");
  assert.match(await messageAt("closed"), /早于起始/);
  await control("date").fill("2024-04-01");
  assert.equal(await messageAt("closed"), "");
});

test("the ledger is kept, exported and imported", async () => {
  await contract();
  await person();
  await page.reload();
  await page.waitForSelector("#main:not([aria-busy])");
  assert.match(await page.textContent("#ledger"), /p-1/);
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#export")]);
  const text = readFileSync(await download.path(), "utf8");
  assert.equal(JSON.parse(text.trim()).id, "p-1");
  await page.click("#clear");
  await page.waitForFunction(() => !document.querySelector("#ledger table"));
  const bad = '{"kind":"visit","id":"v-9"}\n';
  await page.setInputFiles("#import-file", { name: "back.jsonl", mimeType: "application/x-ndjson", buffer: Buffer.from(text + bad) });
  await page.waitForFunction(() => document.querySelector("#ledger").textContent.includes("p-1"));
  assert.match(await page.textContent("#rejected"), /退回的 1 行/);
});

test("the language changes everything that is shown", async () => {
  await page.selectOption("#kind", "visit");
  await control("minutes").fill("x");
  await page.click('[data-locale="en"]');
  assert.equal(await page.textContent("#record-title"), "Record");
  assert.match(await page.textContent("#entry"), /Visited/);
  assert.match(await page.textContent("#gate"), /closed|decided/);
  await control("minutes").fill("x");
  assert.match(await messageAt("minutes"), /expected number/);
  const chinese = await page.evaluate(() => [...document.querySelectorAll("main *")].filter((one) => one.children.length === 0 && /[\u4e00-\u9fff]/.test(one.textContent) && !one.closest(".clause, [data-locale]")).map((one) => one.textContent));
  // Units stand in the packages in the words of the source alone.
  const units = /\d[\u4e00-\u9fff]+$/;
  assert.deepEqual(chinese.filter((text) => !units.test(text)), []);
  await shot("english");
});

test("keyboard only", async () => {
  await contract();
  await page.reload();
  await page.waitForSelector("#main:not([aria-busy])");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "record");
  const reach = async (wanted) => {
    for (let step = 0; step < 80; step += 1) {
      if (await page.evaluate((selector) => document.activeElement.matches(selector), wanted)) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`${wanted} is not reached with the Tab key`);
  };
  await reach("#kind");
  await page.keyboard.press("End");
  await reach('[name="name"]');
  await page.keyboard.type("活动室");
  await reach("#entry [type=submit]");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelector("#ledger").textContent.includes("site-001"));
});

test("a phone of 360 pixels", async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.click("#sample");
  await page.waitForFunction(() => document.querySelectorAll("#ledger tbody tr").length > 10);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(width <= 360, `the page is ${width} pixels wide`);
  await shot("phone");
});

test("the sample fills progress and gate", async () => {
  await page.click("#sample");
  await page.waitForFunction(() => document.querySelectorAll("#ledger tbody tr").length > 10);
  assert.equal(await page.locator("#indicators progress").count() > 5, true);
  await page.locator("#indicators summary").first().click();
  await page.locator("#gate summary").first().click();
  await shot("sample");
  const before = await page.textContent("#gate");
  await page.fill("#as-of", "2024-05-31");
  await page.dispatchEvent("#as-of", "change");
  await page.waitForFunction((old) => document.querySelector("#gate").textContent !== old, before);
});

test("without a network, once loaded", async () => {
  await page.waitForFunction(() => document.documentElement.dataset.offline === "ready");
  await context.setOffline(true);
  await page.reload();
  await page.waitForSelector("#main:not([aria-busy])");
  await page.selectOption("#kind", "activity");
  assert.match(await page.textContent("#entry"), /参加人数/);
});

test("what is typed is never markup", async () => {
  await contract();
  const evil = '<img src=x onerror="document.title=1"><b>x</b>';
  await person(evil);
  assert.equal(await page.locator("#ledger img, #ledger b").count(), 0);
  await page.setInputFiles("#import-file", { name: "x.jsonl", mimeType: "text/plain", buffer: Buffer.from(`${evil}\n`) });
  await page.waitForFunction(() => document.querySelector("#rejected details"));
  assert.equal(await page.locator("#rejected img").count(), 0);
  assert.equal(await page.title(), "结项台账");
});
