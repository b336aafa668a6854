import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type FreshHouse, freshHouse, testPassword } from "../fresh-house.ts";
import { openPool } from "../../server/store/pools.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

let house: FreshHouse;
let server: ChildProcess;
let url: string;
let log = "";

beforeAll(async () => {
  house = await freshHouse();
  const port = await freePort();
  url = `http://127.0.0.1:${port}`;
  server = spawn(process.execPath, ["--import", "tsx", "cli/main.ts", "serve", "--no-build"], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: house.url,
      HUIYIN_KEY: "11".repeat(32),
      PORT: String(port),
      LOG_LEVEL: "trace",
      WORKER: "off",
      DEMO: "off",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const up = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes("/api")) resolve();
    };
    server.stdout?.on("data", hear);
    server.stderr?.on("data", hear);
    server.once("exit", (code) => reject(new Error(`the server ended with ${code}: ${log}`)));
  });
  await up;
});
afterAll(async () => {
  const ended = once(server, "exit");
  server.kill("SIGTERM");
  await ended;
  await house.close();
});

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  return typeof address === "object" && address ? address.port : 0;
}

it("the log, at its most talkative and in the middle of a failure, names no person, no password and no code", async () => {
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${url}${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  const petitioner = { name: "欧阳若水", phone: "13711112222", address: "乌山路77号501室", replyBy: "web" };
  const filing = { content: "邻居张某某夜里施工，身份证110101199001011234。", petitioner };
  const filed = (await (await post("/api/public/cases", filing)).json()) as { number: string; code: string };
  await post("/api/public/follow", { number: filed.number, code: filed.code });
  await post("/api/public/follow", { number: filed.number, code: "9876543210" });
  await post("/api/session", { login: "urban.clerk", password: "Secret-Guess-1" });
  const signedIn = await post("/api/session", { login: "centre.operator", password: testPassword });
  const cookie = signedIn.headers.getSetCookie()[0]?.split(";")[0] ?? "";
  await post(
    "/api/callers",
    { phone: "13711112222" },
    { cookie, "x-csrf-token": ((await signedIn.json()) as { csrf: string }).csrf },
  );
  await fetch(`${url}/api/public/answers?q=欧阳若水`);

  const owner = openPool(house.url, null, 1);
  await owner.query("alter table petitioner add constraint broken check (false) not valid");
  await owner.query("alter table case_content add constraint broken check (length(content) < 1) not valid");
  await owner.end();
  const failed = await post("/api/public/cases", filing, { "idempotency-key": "another" });
  expect(failed.status).toBe(500);
  const { ref } = ((await failed.json()) as { error: { ref: string } }).error;
  await expect.poll(() => log).toContain(ref);

  const token = cookie.split("=")[1] ?? "";
  const secrets = [
    "欧阳",
    "欧**",
    "13711112222",
    "137****2222",
    "乌山路",
    "张某某",
    "110101199001011234",
    "Secret-Guess-1",
    testPassword,
  ];
  for (const secret of [...secrets, filed.code, "9876543210", token]) expect(log).not.toContain(secret);
});
