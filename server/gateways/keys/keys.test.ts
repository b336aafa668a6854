import { createCipheriv, createHash, hkdfSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openKeys } from "./keys.ts";
import { sealedPurposes, wasSealedBefore } from "./purposes.ts";
import { RingError } from "./ring.ts";
import { KeyMissing, markBytes, NotAuthentic } from "./sealer.ts";
import { suiteNames } from "./suites.ts";

const masterKey = "11".repeat(32);
const given = { masterKey, dataDir: "unused" };
const words = "门口的路灯坏了三天";

/** As earlier versions sealed: one key for everything, no mark, no purpose. */
function sealedBefore(text: string): Buffer {
  const key = Buffer.from(hkdfSync("sha256", Buffer.from(masterKey, "hex"), "huiyin", "field", 32));
  const nonce = Buffer.alloc(12, 7);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

describe.each(suiteNames)("the suite %s", (suite) => {
  const keys = openKeys({ ...given, suite });

  it("opens what it has sealed, of no length and of a megabyte, and never gives the same bytes twice", () => {
    for (const plain of [Buffer.alloc(0), Buffer.from(words), Buffer.alloc(1_000_000, 5)]) {
      const [one, other] = [keys.sealBytes("file", plain), keys.sealBytes("file", plain)];
      expect(one.equals(other)).toBe(false);
      expect(keys.openBytes("file", one).equals(plain)).toBe(true);
      expect(plain.length > 20 && one.includes(plain.subarray(0, 20))).toBe(false);
    }
  });

  it.each(sealedPurposes)("opens what was sealed for one purpose for no other: %s", (purpose) => {
    const sealed = keys.seal(purpose, words);
    expect(keys.open(purpose, sealed)).toBe(words);
    for (const other of sealedPurposes.filter((one) => one !== purpose)) {
      expect(() => keys.open(other, sealed), other).toThrow(NotAuthentic);
    }
  });

  it("refuses a value with any byte changed, cut off or added", () => {
    const sealed = keys.seal("words", words);
    for (const [at, byte] of sealed.entries()) {
      const tampered = Buffer.from(sealed);
      tampered[at] = byte ^ 1;
      expect(() => keys.open("words", tampered), `byte ${at}`).toThrow(/sealed/);
    }
    for (const wrong of [sealed.subarray(0, -1), Buffer.concat([sealed, Buffer.from([0])]), sealed.subarray(0, 9)]) {
      expect(() => keys.open("words", wrong)).toThrow(NotAuthentic);
    }
  });

  it("opens what the other suite has sealed", () => {
    const other = openKeys({ ...given, suite: suite === "aes" ? "sm" : "aes" });
    expect(keys.open("petitioner", other.seal("petitioner", words))).toBe(words);
    expect(keys.currentMark().equals(other.currentMark())).toBe(false);
  });
});

it("SM3 and SM4 give the published examples of GB/T 32905 and GB/T 32907", () => {
  expect(createHash("sm3").update("abc").digest("hex")).toBe(
    "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
  );
  expect(createHash("sm3").update("abcd".repeat(16)).digest("hex")).toBe(
    "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
  );
  const example = Buffer.from("0123456789abcdeffedcba9876543210", "hex");
  const cipher = createCipheriv("sm4-ecb", example, null).setAutoPadding(false);
  expect(cipher.update(example).toString("hex")).toBe("681edf34d206965e86b3e94f536e4246");
  // Counter mode is that very block, added to the text.
  const counted = createCipheriv("sm4-ctr", example, example).update(Buffer.alloc(16));
  expect(counted.toString("hex")).toBe("681edf34d206965e86b3e94f536e4246");
});

describe("a value that was sealed before purposes were part of it", () => {
  const keys = openKeys(given);

  it.each(sealedPurposes.filter(wasSealedBefore))("still opens as %s", (purpose) => {
    expect(keys.open(purpose, sealedBefore(words))).toBe(words);
  });

  it.each(sealedPurposes.filter((purpose) => !wasSealedBefore(purpose)))("does not open as %s", (purpose) => {
    expect(() => keys.open(purpose, sealedBefore(words))).toThrow(NotAuthentic);
  });
});

describe("the ring of keys", () => {
  it("seals with the newest and opens with all; another process sees the new one without a restart", () => {
    inFolder((dataDir) => {
      const [server, command] = [openKeys({ masterKey: null, dataDir }), openKeys({ masterKey: null, dataDir })];
      const [first, look, signed] = [
        server.seal("words", words),
        server.lookup("1"),
        server.signRoot(Buffer.from("root")),
      ];
      const { id } = command.ring.add();
      const second = server.seal("words", words);
      expect(second.subarray(4, markBytes).toString("hex")).toBe(id);
      expect([server, command].map((keys) => [keys.open("words", first), keys.open("words", second)])).toEqual([
        [words, words],
        [words, words],
      ]);
      // What people are found by, and the key of the log, do not change with it.
      const anew = openKeys({ masterKey: null, dataDir });
      expect(anew.lookup("1").equals(look)).toBe(true);
      expect(anew.verifyRoot(Buffer.from("root"), signed)).toBe(true);
      expect(statSync(join(dataDir, "keys", "later-keys")).mode & 0o777).toBe(0o600);
      expect(readFileSync(join(dataDir, "keys", "later-keys"), "utf8").split("\n")).toHaveLength(2);
    });
  });

  it("names the key that a value needs and that is not there", () => {
    inFolder((dataDir) => {
      const keys = openKeys({ masterKey: null, dataDir });
      const { id } = keys.ring.add();
      const sealed = keys.seal("file", words);
      keys.ring.remove(id);
      expect(() => keys.open("file", sealed)).toThrow(KeyMissing);
      expect(() => keys.open("file", sealed)).toThrow(new RegExp(`needs the key ${id}`));
    });
  });

  it("keeps the base key, and changes nothing where the keys come from outside", () => {
    inFolder((dataDir) => {
      const kept = openKeys({ masterKey: null, dataDir });
      expect(() => kept.ring.remove(kept.ring.keys()[0]?.id ?? "")).toThrow("baseKey");
      expect(() => kept.ring.remove("00000000")).toThrow("unknown");
    });
    const outside = openKeys({ ...given, laterKeys: ["22".repeat(32)] });
    expect(() => outside.ring.add()).toThrow(new RingError("fromOutside"));
    expect(openKeys(given).ring.keys()[0]?.id).toBe(outside.ring.keys()[0]?.id);
    expect(outside.open("words", openKeys(given).seal("words", words))).toBe(words);
    expect(() => openKeys({ ...given, laterKeys: ["22"] })).toThrow(new RingError("unreadable"));
  });
});

function inFolder(work: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), "huiyin-keys-"));
  try {
    work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
