const mark = "d0cf11e0a1b11ae1";
const lastSector = 0xfffffffa;
const entryBytes = 128;

/** The names of the streams and storages in an OLE file (MS-CFB), from its directory; null for what is none. */
export function oleNames(bytes: Buffer): readonly string[] | null {
  if (bytes.length < 512 || bytes.subarray(0, 8).toString("hex") !== mark) return null;
  const sector = 2 ** bytes.readUInt16LE(30);
  if (sector !== 512 && sector !== 4096) return null;
  const names: string[] = [];
  const seen = new Set<number>();
  let at = bytes.readUInt32LE(48);
  while (at < lastSector && !seen.has(at)) {
    seen.add(at);
    const start = (at + 1) * sector;
    for (let entry = start; entry + entryBytes <= Math.min(start + sector, bytes.length); entry += entryBytes) {
      const length = bytes.readUInt16LE(entry + 64);
      if (length >= 2 && length <= 64) names.push(bytes.subarray(entry, entry + length - 2).toString("utf16le"));
    }
    at = nextSector(bytes, sector, at);
  }
  return names;
}

/** The sector after this one, from the table of sectors; the first 109 parts of the table stand in the header. */
function nextSector(bytes: Buffer, sector: number, at: number): number {
  const perTable = sector / 4;
  const part = Math.floor(at / perTable);
  if (part >= 109) return lastSector;
  const place = (bytes.readUInt32LE(76 + part * 4) + 1) * sector + (at % perTable) * 4;
  return place + 4 <= bytes.length ? bytes.readUInt32LE(place) : lastSector;
}
