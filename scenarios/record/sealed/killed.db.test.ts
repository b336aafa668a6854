import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { keyUses } from "../../../server/actions/keys/key-status.ts";
import { verifyLog } from "../../../server/actions/oversight/verify-log.ts";
import { openKeys } from "../../../server/gateways/keys/keys.ts";
import { readContent } from "../../../server/store/case/content.ts";
import { readEvents } from "../../../server/store/case/load.ts";
import { freshHouse } from "../../fresh-house.ts";
import { file } from "../life.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const command = ["--import", join(root, "node_modules/tsx/dist/loader.mjs"), join(root, "cli/main.ts")];

/** Runs `keys …` in a process of its own; `strike`: it is killed at the first thing that it says. */
function keysCommand(words: readonly string[], env: Record<string, string>, strike: boolean) {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [...command, "keys", ...words], { cwd: root, env: { PATH, HOME, ...env } });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString("utf8");
      if (strike) child.kill("SIGKILL");
    });
  }
  return new Promise<{ code: number | null; signal: string | null; said: string }>((done) => {
    child.once("close", (code, signal) => done({ code, signal, said }));
  });
}

it("a rotation whose process is killed is gone on with by the next call, and everything opens at any time", async () => {
  const house = await freshHouse();
  const folder = mkdtempSync(join(tmpdir(), "huiyin-killed-"));
  try {
    mkdirSync(join(folder, "keys"));
    writeFileSync(join(folder, "keys", "master-key"), "11".repeat(32));
    const cases: string[] = [];
    for (let n = 0; n < 12; n += 1) {
      cases.push((await file(house, { content: `第${n}件反映`, subject: "discipline" })).caseId);
    }
    const env = { DATABASE_URL: house.url, DATA_DIR: folder };
    const keys = openKeys({ masterKey: null, dataDir: folder });
    const everythingOpens = async () => {
      for (const [n, id] of cases.entries()) {
        expect((await readContent(house.db, keys, house.region, id))?.content).toBe(`第${n}件反映`);
        expect((await readEvents(house.db, keys, house.region, id)).length).toBeGreaterThan(0);
      }
      expect((await verifyLog({ ...house, keys }, house.region, () => undefined)).faults).toEqual([]);
    };
    const killed = await keysCommand(["rotate"], env, true);
    expect(killed.signal).toBe("SIGKILL");
    const newest = keys.ring.keys().at(-1)?.id;
    expect(keys.ring.keys()).toHaveLength(2);
    await everythingOpens();
    const ended = await keysCommand(["rotate", "--only"], env, false);
    expect(ended.code, ended.said).toBe(0);
    await everythingOpens();
    expect(new Set((await keyUses(house)).map(({ key }) => key))).toEqual(new Set([newest]));
  } finally {
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
