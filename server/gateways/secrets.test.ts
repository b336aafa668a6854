import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openKeys } from "./keys/keys.ts";
import { checkPassword, hashPassword, passwordWeakness } from "./passwords.ts";

describe("a stored password", () => {
  it("is argon2id with 19 MiB, two passes and a salt of its own", async () => {
    const [one, other] = [await hashPassword("Correct-Horse-7"), await hashPassword("Correct-Horse-7")];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(one).not.toBe(other);
    expect(await checkPassword(other, "Correct-Horse-7")).toBe(true);
  });

  it("is compared to its last character, however long, and by case", async () => {
    const long = `${"Aa1-".repeat(32)}end`;
    const stored = await hashPassword(long);
    expect(await checkPassword(stored, long)).toBe(true);
    expect(await checkPassword(stored, `${long.slice(0, -1)}x`)).toBe(false);
    expect(await checkPassword(stored, long.toLowerCase())).toBe(false);
    expect(await checkPassword(stored, ` ${long}`)).toBe(false);
  });
});

it("a password of 64 characters and more is allowed", () => {
  expect(passwordWeakness("Kq7-mountain-pelz-violett-Turm-".repeat(3).slice(0, 64), [])).toBeNull();
  expect(passwordWeakness("Kq7-mountain-pelz-violett-Turm-".repeat(6).slice(0, 150), [])).toBeNull();
});

describe("the master key", () => {
  it("is made where its owner alone reads it, and is the same the next time", () => {
    const folder = mkdtempSync(join(tmpdir(), "huiyin-keys-"));
    try {
      const first = openKeys({ masterKey: null, dataDir: folder });
      expect(statSync(join(folder, "keys")).mode & 0o777).toBe(0o700);
      expect(statSync(join(folder, "keys", "master-key")).mode & 0o777).toBe(0o600);
      expect(openKeys({ masterKey: null, dataDir: folder }).publicKey).toBe(first.publicKey);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
