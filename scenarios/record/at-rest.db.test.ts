import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keyUses, retireKey } from "../../server/actions/keys/key-status.ts";
import { reseal } from "../../server/actions/keys/reseal.ts";
import { verifyLog } from "../../server/actions/oversight/verify-log.ts";
import { type Keys, openKeys } from "../../server/gateways/keys/keys.ts";
import { KeyMissing, NotAuthentic } from "../../server/gateways/keys/sealer.ts";
import type { House } from "../../server/house.ts";
import { openPetitioner } from "../../server/record/petitioner.ts";
import { actOnCase } from "../../server/actions/cases/act-on-case.ts";
import { sealCase, unsealCase } from "../../server/record/sealing/seal-case.ts";
import { readContent } from "../../server/store/case/content.ts";
import { readEvents } from "../../server/store/case/load.ts";
import { act, file, staff } from "./life.ts";
import { expectRebuilt } from "./rebuilt.ts";
import { bytesOf } from "../../server/store/case/file-bytes.ts";
import { readPetitioner } from "../../server/store/case/petitioner.ts";
import { openPool } from "../../server/store/pools.ts";
import { sealedPlaces } from "../../server/store/rest/sealed-places.ts";
import { type FreshHouse, freshHouse } from "../fresh-house.ts";
import { type Lived, liveAll } from "./tampering/lived.ts";

/** What the invented city holds in files, in a paper and of its people. */
const canaries = ["%PDF-1.7 invented", "pdf of a paper", "docx of a paper", "闻一舟", "13900003333", "13900002222"];
const fileHash = createHash("sha256").update("%PDF-1.7 invented").digest();

const report = "反映某局鲸落采购一案，有人收受财物。";
const claim = "请查处鹤归一事";

let house: FreshHouse;
let sealedCase: string;
let lived: Lived;
let owner: pg.Pool;
let folder: string;

beforeAll(async () => {
  house = await freshHouse();
  lived = await liveAll(house);
  const filed = await file(house, { content: report, claim, title: "鲸落采购", subject: "discipline" });
  sealedCase = filed.caseId;
  owner = openPool(house.url, null, 1);
  // The same base key as that of the house, kept in a folder, so that keys can be added to it.
  folder = mkdtempSync(join(tmpdir(), "huiyin-rest-"));
  mkdirSync(join(folder, "keys"));
  writeFileSync(join(folder, "keys", "master-key"), "11".repeat(32));
});

afterAll(async () => {
  await owner.end();
  await house.close();
  rmSync(folder, { recursive: true, force: true });
});

function under(keys: Keys): House {
  return { ...house, keys };
}

const kept = (suite: "aes" | "sm" = "aes") => openKeys({ masterKey: null, dataDir: folder, suite });

/** Columns of the whole database in which a text stands, plain or as it would be in base64. */
async function columnsHolding(text: string): Promise<readonly string[]> {
  const columns = await owner.query<{ t: string; c: string }>(
    `select table_name as t, column_name as c from information_schema.columns
     where table_schema = 'public' and data_type in ('text', 'bytea', 'jsonb', 'ARRAY')`,
  );
  const shapes = [Buffer.from(text), ...[0, 1, 2].map((cut) => base64Inside(text, cut))];
  const found: string[] = [];
  for (const { t, c } of columns.rows) {
    const bytes = `case when "${c}" is null then ''::bytea else convert_to("${c}"::text, 'UTF8') end`;
    const hit = await owner.query(
      `select from "${t}" where exists (select from unnest($1::bytea[]) s
         where position(s in ${bytes}) > 0 or position(convert_to(encode(s, 'hex'), 'UTF8') in ${bytes}) > 0) limit 1`,
      [shapes],
    );
    if (hit.rowCount) found.push(`${t}.${c}`);
  }
  return found;
}

/** What a text looks like within base64 when it begins at the third, second or first byte of a group. */
function base64Inside(text: string, cut: number): Buffer {
  const whole = Buffer.from(text).subarray(cut);
  return Buffer.from(whole.subarray(0, whole.length - (whole.length % 3)).toString("base64"));
}

async function everythingOpens(of: House): Promise<void> {
  const region = house.region;
  expect((await bytesOf(of.db, of.keys, region, fileHash)).toString()).toBe("%PDF-1.7 invented");
  const row = await readPetitioner(of.db, region, lived.today);
  expect(openPetitioner(of.keys, row?.sealed ?? Buffer.alloc(0)).name).toBe("闻一舟");
  expect((await readContent(of.db, of.keys, region, sealedCase))?.content).toBe(report);
  const { faults } = await verifyLog(of, region, () => undefined);
  expect(faults).toEqual([]);
}

describe("what lies in the database", () => {
  it("holds no byte of a file, a paper or a person in any column", async () => {
    for (const canary of canaries) expect(await columnsHolding(canary), canary).toEqual([]);
    // The search itself finds what is there.
    expect(await columnsHolding("井盖松了")).toContain("case_content.content");
  });

  it("names every column of sealed values, so that no key is retired while one needs it", async () => {
    const columns = await owner.query<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'public' and data_type = 'bytea' and (column_name like '%sealed' or column_name = 'totp_offered')`,
    );
    const known = sealedPlaces.map(({ table, column }) => `${table}.${column}`);
    expect(columns.rows.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  });

  it("is refused when a byte of a file was changed, and the check of the log names it", async () => {
    const was = await owner.query("select bytes from file_content where sha256 = $1", [fileHash]);
    const change = "update file_content set bytes = set_byte(bytes, length(bytes) - 1, $2) where sha256 = $1";
    const stored = (was.rows[0] as { bytes: Buffer }).bytes;
    const last = stored[stored.length - 1] as number;
    await owner.query(change, [fileHash, last ^ 1]);
    await expect(bytesOf(house.db, house.keys, house.region, fileHash)).rejects.toThrow(NotAuthentic);
    const { faults } = await verifyLog(house, house.region, () => undefined);
    expect(faults.map(({ what }) => what)).toEqual(["fileChanged"]);
    await owner.query(change, [fileHash, last]);
  });
});

describe("the words of a sealed case", () => {
  it("stand in no column and no index, and are read as they were written", async () => {
    for (const canary of ["鲸落", "鹤归"]) expect(await columnsHolding(canary), canary).toEqual([]);
    const words = await readContent(house.db, house.keys, house.region, sealedCase);
    expect(words).toEqual({ content: report, claim, title: "鲸落采购", title_given: "鲸落采购" });
  });

  it("are sealed when the case turns into a sealed one, and given back when it is none any more", async () => {
    const { caseId } = await file(house, { content: "反映雁渡工程的质量。", claim: "要求雁渡返工", title: "雁渡工程" });
    expect(await columnsHolding("雁渡")).toEqual(
      expect.arrayContaining(["case.title", "case_content.content", "case_content.claim", "case_search.search_text"]),
    );
    const dispatcher = await staff(house, "bureau.dispatcher");
    await act(house, "bureau.dispatcher", caseId, "note", { text: "睚眦来电" } as never);
    expect(await columnsHolding("睚眦")).toEqual(["case_event.data"]);
    const classify = (subject: "discipline" | "ordinary") =>
      actOnCase(
        house,
        {
          region: house.region,
          caseId,
          actor: dispatcher,
          seenVersion: null,
          command: {
            act: "classify",
            legId: null,
            input: {
              track: "internal",
              subject,
              accused: subject === "ordinary" ? null : "housing",
              reasonNote: "蒲牢须回避",
            },
          } as never,
        },
        null,
      );
    expect(await classify("discipline")).toHaveProperty("done");
    expect(await columnsHolding("雁渡")).toEqual([]);
    // What the office had written before, and what it wrote in turning it, with the event whole for whoever reads it.
    for (const canary of ["睚眦", "蒲牢"]) expect(await columnsHolding(canary), canary).toEqual([]);
    const said = JSON.stringify(await readEvents(house.db, house.keys, house.region, caseId));
    for (const canary of ["睚眦", "蒲牢"]) expect(said).toContain(canary);
    await expectRebuilt(house, caseId);
    expect((await readContent(house.db, house.keys, house.region, caseId))?.claim).toBe("要求雁渡返工");
    expect((await verifyLog(house, house.region, () => undefined)).faults).toEqual([]);
    await house.db.transaction().execute((tx) => unsealCase(tx, house, house.region, caseId));
    expect(await columnsHolding("雁渡")).toEqual(
      expect.arrayContaining(["case.title", "case_content.content", "case_content.claim", "case_search.search_text"]),
    );
    expect((await verifyLog(house, house.region, () => undefined)).faults).toEqual([]);
    await house.db.transaction().execute((tx) => sealCase(tx, house, house.region, caseId));
  });

  it("that lay there plain before are sealed by the job", async () => {
    const { caseId } = await file(house, { content: "反映霜序一事。", subject: "ordinary" });
    await house.db.deleteFrom("case_search").where("case_id", "=", caseId).execute();
    await reseal(house);
    expect(await columnsHolding("霜序")).toEqual([]);
    expect((await readContent(house.db, house.keys, house.region, caseId))?.content).toBe("反映霜序一事。");
  });

  it("are replaced neither by others nor by whom it does not concern", async () => {
    const app = openPool(house.url, "huiyin_app", 1);
    try {
      const call = (sql: string, values: readonly unknown[]) => app.query(sql, [house.region, ...values]);
      const other = await call("select * from opened_words($1, $2, '别的话', null)", [sealedCase]);
      const blind = await call("select * from sealed_words($1, $2, 'not what lies there', 'x')", [sealedCase]);
      expect([other.rowCount, blind.rowCount]).toEqual([0, 0]);
      await expect(app.query("update case_content set sealed = null")).rejects.toMatchObject({ code: "42501" });
    } finally {
      await app.end();
    }
    await owner.query(
      "update case_content set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) where case_id = $1",
      [sealedCase],
    );
    const { faults } = await verifyLog(house, house.region, () => undefined);
    expect(faults.map(({ what }) => what)).toEqual(expect.arrayContaining(["wordsChanged", "rowChanged"]));
    await owner.query(
      "update case_content set sealed = set_byte(sealed, 40, get_byte(sealed, 40) # 1) where case_id = $1",
      [sealedCase],
    );
  });
});

describe("the rotation of keys", () => {
  it("seals everything anew in batches; stopped in the middle and killed it loses nothing and goes on", async () => {
    // A file from before files were sealed.
    await owner.query("update file_content set bytes = $2, sealed = false where sha256 = $1", [
      fileHash,
      Buffer.from("%PDF-1.7 invented"),
    ]);
    expect(await columnsHolding("%PDF-1.7 invented")).toEqual(["file_content.bytes"]);
    const { id } = kept().ring.add();
    const rotating = under(kept("sm"));
    let looks = 0;
    const half = await reseal(rotating, undefined, () => (looks += 1) > 6);
    expect([half.done, half.rows > 0]).toEqual([false, true]);
    await everythingOpens(rotating);
    const killed = (table: string) => {
      if (table === "outbox") throw new Error("killed");
    };
    await reseal(rotating, killed).catch(() => undefined);
    await everythingOpens(rotating);
    const rest = await reseal(rotating);
    expect([rest.done, rest.failed]).toEqual([true, []]);
    await everythingOpens(rotating);
    const uses = await keyUses(rotating);
    expect(new Set(uses.map(({ key, suite }) => `${key} ${suite}`))).toEqual(new Set([`${id} sm`]));
    expect(uses.map(({ purpose }) => purpose)).toEqual(
      expect.arrayContaining(["petitioner", "recipient", "file", "words"]),
    );
    expect((await reseal(rotating)).rows).toBe(0);
    for (const canary of canaries) expect(await columnsHolding(canary), canary).toEqual([]);
  });

  it("without its key a value says which one is missing", async () => {
    const { id } = kept().ring.keys().at(-1) ?? { id: "" };
    await expect(bytesOf(house.db, house.keys, house.region, fileHash)).rejects.toThrow(
      new RegExp(`needs the key ${id}`),
    );
    await expect(bytesOf(house.db, house.keys, house.region, fileHash)).rejects.toThrow(KeyMissing);
  });

  it("a key goes only when no value needs it, and never while it seals", async () => {
    const first = kept().ring.keys().at(-1)?.id ?? "";
    expect(await retireKey(under(kept()), first)).toMatchObject({ inUse: expect.any(Number) });
    kept().ring.add();
    const later = under(kept());
    const refused = await retireKey(later, first);
    expect("inUse" in refused && refused.inUse > 0).toBe(true);
    await reseal(later);
    expect(await retireKey(later, first)).toEqual({ retired: first });
    expect(kept().ring.keys()).toHaveLength(2);
    await everythingOpens(under(kept()));
  });

  it("a value that was changed is named and left; the others are sealed", async () => {
    await owner.query(
      "update petitioner set sealed = set_byte(sealed, 30, get_byte(sealed, 30) # 1) where case_id = $1",
      [lived.today],
    );
    kept().ring.add();
    const { failed, done } = await reseal(under(kept()));
    expect([done, failed.map(({ table, key }) => `${table}/${key}`)]).toEqual([true, [`petitioner/${lived.today}`]]);
  });
});
