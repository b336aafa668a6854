// Checks a file of `npm run huiyin -- audit export` without trusting, installing or importing anything of the project:
// plain JavaScript for any node from 20 on; audit-tree.mjs, audit-sm2.mjs and audit-words.mjs must lie beside it. Ends with 0 when the log is
// whole, 1 when it is not, 2 when it cannot be read.
//
// The file: a line "log" with the public key; where there are second signatures a line "sm2Key" with theirs; every event of the region, stream by stream; the signed days; the vouchers
// with the heads that were signed over them; the readings; the hashes of all other rows; a line "end" that signs the whole. An event's hash covers the hash before it and the event as JSON with sorted keys. A day's root
// covers the hashes of its events in the order of the file; its signature covers the root before it, the day and the root.
import { createHash, createPublicKey, verify } from "node:crypto";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { givenSm2Key, SecondSignatures } from "./audit-sm2.mjs";
import { canonical, digestOf, fitsTree, readHead, readVerifierKey, vouchErased, Vouched } from "./audit-tree.mjs";
import { fill, words } from "./audit-words.mjs";

class Unreadable extends Error {}

const zeros = Buffer.alloc(32);
const dayMillis = 86_400_000;
const chinaMillis = 8 * 3_600_000;
const eventFields = ["kind", "stream", "seq", "type", "at", "actor", "data", "previousHash", "hash"].sort().join();

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();
const dayOf = (at) => new Date(Date.parse(at) + chinaMillis).toISOString().slice(0, 10);
const daysAfter = (day, n) => new Date(Date.parse(`${day}T00:00:00Z`) + n * dayMillis).toISOString().slice(0, 10);

function readKey(text) {
  try {
    const plain = existsSync(text) ? readFileSync(text, "utf8").trim() : text.trim();
    const hex = /^[0-9a-f]+$/i.test(plain) ? Buffer.from(plain, "hex") : null;
    const der = hex?.length === 32 ? Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), hex]) : hex;
    const key = createPublicKey(der ? { key: der, format: "der", type: "spki" } : plain);
    if (key.asymmetricKeyType !== "ed25519") throw new Error(key.asymmetricKeyType);
    return key;
  } catch (error) {
    throw new Unreadable(fill(words.badKey, { detail: error.message }));
  }
}

const rawKey = (key) => key.export({ format: "der", type: "spki" });

function signed(key, bytes, signatureHex) {
  try {
    return verify(null, bytes, key, Buffer.from(String(signatureHex), "hex"));
  } catch {
    return false;
  }
}

/** Walks through the file once. Only the stream at hand is held, so the length of the file does not matter. */
async function check(file, { key: givenKey, head: givenHead, witness, sm2Key }) {
  const faults = [];
  const fault = (what, stream, seq = null, detail = "") => faults.push({ what, stream, seq, detail });
  let vouched = null;
  const roots = new Map();
  const streams = new Set();
  let header = null;
  let key = null;
  let held = [];
  let events = 0;
  let firstDay = null;
  let lastCase = "";
  let officeBegun = false;
  let days = 0;
  let before = { day: null, signed: zeros };
  let end = null;
  let line = 0;
  const erased = new Map();
  const whole = createHash("sha256");

  const closeStream = () => {
    const [first] = held;
    if (!first) return;
    const { stream } = first;
    if (streams.has(stream)) fault("eventMoved", stream, first.seq);
    else placeStream(stream, first.seq);
    streams.add(stream);
    const wordless = checkStream(header.region, held, fault, (event) => {
      vouched.event(event);
      const day = event.countedOn ?? dayOf(event.at);
      if (firstDay === null || day < firstDay) firstDay = day;
      const root = roots.get(day) ?? { n: 0, hash: createHash("sha256") };
      root.hash.update(Buffer.from(event.hash, "hex"));
      root.n += 1;
      roots.set(day, root);
    });
    if (wordless.length > 0) erased.set(stream, { seqs: wordless, digest: digestOf(held) });
    if (stream === "retention") for (const event of held) if (!wordless.includes(event.seq)) vouchErased(event, erased);
    held = [];
  };

  /** Cases come first, by id; the streams of the office follow. */
  const placeStream = (stream, seq) => {
    if (!/^[0-9a-f]{8}-[0-9a-f]{4}-/.test(stream)) officeBegun = true;
    else if (officeBegun || stream < lastCase) fault("eventMoved", stream, seq);
    else lastCase = stream;
  };

  const readEvent = (row) => {
    if (days > 0) fault("eventMoved", row.stream, row.seq);
    if (held.length > 0 && held[0].stream !== row.stream) closeStream();
    held.push(row);
    events += 1;
  };

  const readDay = (row) => {
    closeStream();
    days += 1;
    const { day } = row;
    vouched.days.add(day);
    const expected = before.day === null ? firstDay : daysAfter(before.day, 1);
    if (expected !== null && day > expected) fault("dayMissing", expected, null, `… ${day}`);
    if (expected !== null && day < expected) fault("dayMoved", day);
    const known = roots.get(day);
    const root = known ? known.hash.copy().digest("hex") : sha256().toString("hex");
    const n = known?.n ?? 0;
    if (n !== row.events || root !== row.root) fault("dayChanged", day, null, `${n} / ${row.events}`);
    const bytes = sha256(Buffer.from(String(row.previousRoot), "hex"), day, Buffer.from(String(row.root), "hex"));
    const chained = row.previousRoot === before.signed.toString("hex");
    if (!chained || !signed(key, bytes, row.signature)) fault("signatureWrong", day);
    vouched.second.day(day, bytes, row.sm2Signature);
    before = { day, signed: bytes };
  };

  for await (const text of linesOf(file)) {
    line += 1;
    const row = parse(text);
    if (line === 1) {
      if (row?.kind !== "log" || typeof row.publicKey !== "string") throw new Unreadable("kind: log?");
      header = row;
      key = givenKey ?? readKey(row.publicKey);
      if (!rawKey(key).equals(rawKey(readKey(row.publicKey)))) fault("keyDiffers", row.region);
      const heads = givenHead ? [await headIn(givenHead, row.origin, key)] : [];
      const isOwn = (bytes, signature) => signed(key, bytes, signature);
      const second = new SecondSignatures({ region: row.region, given: sm2Key, fault });
      vouched = new Vouched({ header, key, signed: isOwn, fault, heads, witness, second });
    }
    if (end !== null) fault("lineBroken", `#${line}`);
    else if (row === null || JSON.stringify(row) !== text) fault("lineBroken", `#${line}`);
    if (row?.kind === "end") end = row;
    else whole.update(text).update("\n");
    if (row?.kind === "event" && isEvent(row)) readEvent(row);
    else if (row?.kind === "day" && /^\d{4}-\d\d-\d\d$/.test(row.day)) readDay(row);
    else if (row !== null && line > 1 && fitsTree(row)) {
      closeStream();
      vouched[row.kind](row);
    } else if (row !== null && line > 1 && row.kind !== "end") fault("lineBroken", `#${line}`);
  }
  if (header === null) throw new Unreadable("0");
  closeStream();
  for (const [stream, { seqs }] of erased) for (const seq of seqs) fault("eventChanged", stream, seq);
  // Yesterday may still wait for its signature; a day further back that holds events has been signed, or is missing.
  const unsigned = [...roots.keys()].filter(
    (day) => (before.day === null || day > before.day) && daysAfter(day, 1) < header.on,
  );
  for (const day of unsigned.toSorted((a, b) => (a < b ? -1 : 1))) fault("dayMissing", day);
  vouched.second.end();
  for (const { stream, seq } of faults) vouched.known.add(seq === null ? stream : `${stream}/${seq}`);
  vouched.end();
  const total = whole.digest();
  if (end === null) fault("endMissing", header.region);
  else if (!signed(key, sha256("huiyin audit export", total), end.signature)) fault("endChanged", header.region);
  const { counts, coveredUntil } = vouched;
  return {
    region: header.region,
    events,
    streams: streams.size,
    days,
    ...counts,
    sm2Signed: vouched.second.right,
    sm2Key: vouched.second.key?.print ?? null,
    coveredUntil,
    faults,
    key: print(key),
  };
}

/** The head of an earlier day: in a file of its own, or the last one of an earlier export. */
async function headIn(file, origin, key) {
  let note = null;
  if (!existsSync(file)) throw new Unreadable(fill(words.badHead, { detail: file }));
  for await (const text of linesOf(file)) {
    if (!text.startsWith("{")) break;
    const row = parse(text);
    if (row?.kind === "checkpoint") note = row.note;
  }
  const head = readHead(note ?? readFileSync(file, "utf8"), origin, key);
  if (head === null) throw new Unreadable(fill(words.badHead, { detail: file }));
  return head;
}

/** Lines end at a line feed only: texts of citizens may hold every other separator. */
async function* linesOf(file) {
  let rest = "";
  for await (const chunk of createReadStream(file, { encoding: "utf8" })) {
    const parts = (rest + chunk).split("\n");
    rest = parts.pop();
    yield* parts;
  }
  if (rest !== "") yield rest;
}

function parse(text) {
  try {
    const row = JSON.parse(text);
    return row !== null && typeof row === "object" ? row : null;
  } catch {
    return null;
  }
}

function isEvent(row) {
  const texts = [row.stream, row.type, row.at, row.previousHash, row.hash].every((t) => typeof t === "string");
  return texts && Number.isInteger(row.seq) && !Number.isNaN(Date.parse(row.at));
}

/** One chain: its places without gap or repetition, each event tied to the one before; gives the places whose hash is not that of their words. */
function checkStream(region, rows, fault, count) {
  rows.forEach((row, i) => {
    if (i > 0 && row.seq <= rows[i - 1].seq) fault("eventMoved", row.stream, row.seq);
  });
  let seq = 0;
  let previous = zeros.toString("hex");
  const wordless = [];
  for (const row of [...rows].sort((a, b) => a.seq - b.seq)) {
    const { stream, type, at, actor, data } = row;
    const missing = row.seq - seq - 1;
    if (missing > 0) fault("eventsMissing", stream, seq + 1, missing > 1 ? `… ${row.seq - 1}` : "");
    else if (row.previousHash !== previous) fault("chainBroken", stream, row.seq);
    const own = canonical({ region, stream, seq: row.seq, type, at, actor, data });
    const hash = sha256(Buffer.from(row.previousHash, "hex"), own).toString("hex");
    const fields = Object.keys(row)
      .filter((name) => name !== "countedOn")
      .sort()
      .join();
    if (fields !== eventFields) fault("eventChanged", stream, row.seq);
    else if (hash !== row.hash) wordless.push(row.seq);
    count(row);
    seq = row.seq;
    previous = row.hash;
  }
  return wordless;
}

function print(key) {
  return sha256(rawKey(key)).toString("hex").slice(0, 16);
}

function tell(result, given, json) {
  if (json) {
    console.log(JSON.stringify(result));
    return;
  }
  const n = result.faults.length;
  console.log(n === 0 ? fill(words.fine, result) : fill(words.broken, { ...result, n }));
  const { coveredUntil: until, cosigned } = result;
  console.log(until ? fill(words.covered, { until, cosigned }) : words.notCovered);
  if (result.sm2Key !== null) console.log(fill(words.sm2, { n: result.sm2Signed, print: result.sm2Key }));
  for (const { what, stream, seq, detail } of result.faults) {
    console.log(fill(words.fault, { what: words[what], stream, seq: seq ?? "", detail }).trimEnd());
  }
  console.log(fill(given ? words.givenKey : words.ownKey, { print: result.key }));
}

/** The words behind the options, and what is left. */
function options(args) {
  const given = {};
  const rest = [];
  for (let i = 0; i < args.length; i += 1) {
    const name = /^--(key|head|witness|sm2-key)$/.exec(args[i])?.[1];
    if (name) given[name] = args[(i += 1)] ?? null;
    else if (args[i] !== "--json") rest.push(args[i]);
  }
  return { given, rest, json: args.includes("--json") };
}

async function main(args) {
  const { given, rest, json } = options(args);
  const [file, ...more] = rest;
  if (file === undefined || more.length > 0 || file.startsWith("-") || Object.values(given).includes(null)) {
    console.error(words.usage);
    return 2;
  }
  try {
    const key = given.key === undefined ? null : readKey(given.key);
    const witness = given.witness === undefined ? null : readVerifierKey(given.witness);
    const sm2Key = given["sm2-key"] === undefined ? null : givenSm2Key(given["sm2-key"]);
    const result = await check(file, { key, head: given.head ?? null, witness, sm2Key });
    tell(result, key !== null, json);
    return result.faults.length === 0 ? 0 : 1;
  } catch (error) {
    console.error(fill(words.unreadable, { detail: error.message }));
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
