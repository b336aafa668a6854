import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { stringify } from "yaml";
import { Trial } from "../../cli/packs/trying/trial.ts";
import { speak } from "../../cli/words.ts";
import { nationalYears } from "../../packs/holidays/national.gen.ts";
import { written } from "../../packs/index.ts";
import { readConfig } from "../../server/config.ts";
import { asOwner, emptyDatabase } from "../record/empty-database.ts";

const base = written.find(({ id }) => id === "yintai-2012");
let folder: string;
let file: string;
let database: string;
let trial: Trial;

function put(change: (text: string) => string): void {
  writeFileSync(file, change(stringify({ ...base, id: "elsewhere-2031", jurisdiction: "elsewhere" })));
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "huiyin-try-"));
  file = join(folder, "elsewhere.yaml");
  database = await emptyDatabase();
  const env = { DATABASE_URL: database, DATA_DIR: folder, PORT: "0", DEMO: "on", LOG_LEVEL: "silent" };
  const config = readConfig({
    ...env,
    DEMO_LIFE: "off",
    WORKER: "off",
    RATE_LIMITS: "off",
    HUIYIN_KEY: "11".repeat(32),
  });
  const { words } = speak([], "zh");
  trial = new Trial({ path: file, config, years: nationalYears, words, why: "试用中改动" });
});
afterAll(async () => {
  await trial.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Hands a matter in as a programme does, and gives what comes next. */
async function files(url: string): Promise<string> {
  const petitioner = { kind: "person", name: "温若谷", phone: "13900002222", replyBy: "web" };
  const reply = await fetch(`${url}/api/public/cases`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": randomUUID() },
    body: JSON.stringify({ content: "莲塘路的路灯不亮。", choice: "public", subject: "ordinary", petitioner }),
  });
  const { next } = (await reply.json()) as { readonly next: { readonly title: string } };
  return next.title;
}

it("a regulation in a file is tried: faults are named and nothing begins, then it serves, and a change is in force on save", async () => {
  put((text) => `${text}\nduties: [`);
  expect(await trial.read()).toMatchObject({ is: "faults", goesOn: false });
  put((text) => text);
  const begun = await trial.read();
  if (begun.is !== "begun") throw new Error(JSON.stringify(begun));
  expect(begun.logins.join("\n")).toMatch(/housing\.clerk +区住建局经办人员/);
  expect(await files(begun.url)).toBe("整理分类");
  expect(await trial.read()).toEqual({ is: "same" });

  put((text) => text.replace("承办单位2个工作日内提出", "承办单位九个工作日内提出"));
  expect(await trial.read()).toMatchObject({
    is: "faults",
    goesOn: true,
    lines: [expect.stringContaining("reply-simple")],
  });
  expect(await files(begun.url)).toBe("整理分类");

  put((text) => text.replace("title: 整理分类", "title: 整理和分类"));
  const changed = await trial.read();
  if (changed.is !== "changed") throw new Error(JSON.stringify(changed));
  expect(await files(changed.url)).toBe("整理和分类");
  const texts = await asOwner(database, (client) => client.query("select how, reason from pack_text order by n"));
  expect(texts.rows).toEqual([
    { how: "first", reason: "" },
    { how: "amended", reason: "试用中改动" },
  ]);
}, 60_000);
