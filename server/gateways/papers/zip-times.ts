const localFile = 0x04034b50;
const directoryEntry = 0x02014b50;
const endOfDirectory = 0x06054b50;
/** 1 January 1980, 00:00: the first moment that a zip can name. */
const firstDay = 0x0021;

/** Takes the times out of a zip archive in place, so that the same contents always give the same bytes. */
export function withoutTimes(zip: Buffer): Buffer {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== endOfDirectory) throw new Error("not a zip archive");
  let place = zip.readUInt32LE(end + 16);
  while (zip.readUInt32LE(place) === directoryEntry) {
    const local = zip.readUInt32LE(place + 42);
    if (zip.readUInt32LE(local) !== localFile) throw new Error("the directory of the archive leads nowhere");
    stamp(zip, place + 12);
    stamp(zip, local + 10);
    place += 46 + zip.readUInt16LE(place + 28) + zip.readUInt16LE(place + 30) + zip.readUInt16LE(place + 32);
  }
  return zip;
}

function stamp(zip: Buffer, at: number): void {
  zip.writeUInt16LE(0, at);
  zip.writeUInt16LE(firstDay, at + 2);
}
