const mark = "d0cf11e0a1b11ae1";
const lastSector = 0xfffffffa;
const entryBytes = 128;

interface OleEntry {
  readonly name: string;
  readonly start: number;
  readonly size: number;
}

/** The names of the streams and storages in an OLE file (MS-CFB), from its directory; null for what is none. */
export function oleNames(bytes: Buffer): readonly string[] | null {
  return oleEntries(bytes)?.map(({ name }) => name) ?? null;
}

/** A stream in sectors of the file itself, as those from 4096 bytes on are; null for one that is not there so. */
export function oleStream(bytes: Buffer, name: string): Buffer | null {
  const entry = oleEntries(bytes)?.find((one) => one.name === name);
  if (!entry || entry.size < 4096) return null;
  const sector = 2 ** bytes.readUInt16LE(30);
  const parts: Buffer[] = [];
  let left = Math.min(entry.size, bytes.length);
  for (let at = entry.start; at < lastSector && left > 0; at = nextSector(bytes, sector, at)) {
    parts.push(bytes.subarray((at + 1) * sector, (at + 1) * sector + Math.min(sector, left)));
    left -= sector;
  }
  return Buffer.concat(parts);
}

function oleEntries(bytes: Buffer): readonly OleEntry[] | null {
  if (bytes.length < 512 || bytes.subarray(0, 8).toString("hex") !== mark) return null;
  const sector = 2 ** bytes.readUInt16LE(30);
  if (sector !== 512 && sector !== 4096) return null;
  const entries: OleEntry[] = [];
  const seen = new Set<number>();
  let at = bytes.readUInt32LE(48);
  while (at < lastSector && !seen.has(at)) {
    seen.add(at);
    const start = (at + 1) * sector;
    for (let entry = start; entry + entryBytes <= Math.min(start + sector, bytes.length); entry += entryBytes) {
      const length = bytes.readUInt16LE(entry + 64);
      if (length < 2 || length > 64) continue;
      const name = bytes.subarray(entry, entry + length - 2).toString("utf16le");
      entries.push({ name, start: bytes.readUInt32LE(entry + 116), size: bytes.readUInt32LE(entry + 120) });
    }
    at = nextSector(bytes, sector, at);
  }
  return entries;
}

/** The sector after this one, from the table of sectors; the first 109 parts of the table stand in the header. */
function nextSector(bytes: Buffer, sector: number, at: number): number {
  const perTable = sector / 4;
  const part = Math.floor(at / perTable);
  if (part >= 109) return lastSector;
  const place = (bytes.readUInt32LE(76 + part * 4) + 1) * sector + (at % perTable) * 4;
  return place + 4 <= bytes.length ? bytes.readUInt32LE(place) : lastSector;
}
