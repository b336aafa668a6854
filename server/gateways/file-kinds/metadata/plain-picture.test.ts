import { crc32, deflateSync } from "node:zlib";
import { PNG } from "pngjs";
import { describe, expect, it } from "vitest";
import { inspectFile } from "../../file-kind.ts";
import { exifOf, orientationIn } from "./orientation.ts";
import { plainPicture } from "./plain-picture.ts";

const secret = "GPS 26.0753N 119.2965E Lin-Phone";
const tells = (bytes: Buffer) => bytes.includes(Buffer.from(secret));
const latin = (text: string) => Buffer.from(text, "latin1");
const uint = (value: number, size: 2 | 4) => {
  const out = Buffer.alloc(size);
  out.writeUIntBE(value, 0, size);
  return out;
};

/** What a camera writes: the orientation, and behind it the place. */
const camera = Buffer.concat([exifOf(6), latin(secret)]);

describe("a JPEG", () => {
  const segment = (marker: number, body: Buffer) =>
    Buffer.concat([Buffer.from([0xff, marker]), uint(body.length + 2, 2), body]);
  const start = Buffer.from("ffd8", "hex");
  const frame = segment(0xc0, Buffer.from("080001000101011100", "hex"));
  const adobe = segment(0xee, latin("Adobe\0dxxxxxx"));
  const colours = segment(0xe2, latin("ICC_PROFILE\0\x01\x01colours"));
  // Data of a scan with a filled-up byte and a restart, which are no marks.
  const scan = Buffer.concat([segment(0xda, Buffer.from("0101003f00", "hex")), Buffer.from("12ff00a5ffd07f", "hex")]);
  const end = Buffer.from("ffd9", "hex");
  const noted = [
    segment(0xe1, Buffer.concat([latin("Exif\0\0"), camera])),
    segment(0xe1, latin(`http://ns.adobe.com/xap/1.0/\0${secret}`)),
    segment(0xe2, latin(`MPF\0${secret}`)),
    segment(0xed, latin(`Photoshop 3.0\0${secret}`)),
    segment(0xfe, latin(secret)),
  ];
  const photo = Buffer.concat([start, ...noted, frame, adobe, colours, scan, scan, end, latin(secret)]);
  const kind = inspectFile(photo);

  it("loses what the camera noted, what hangs behind it, and keeps picture and orientation to the byte", () => {
    expect(kind).toMatchObject({ type: "image/jpeg" });
    const plain = plainPicture(photo, { type: "image/jpeg" });
    const turned = segment(0xe1, Buffer.concat([latin("Exif\0\0"), exifOf(6)]));
    expect(plain).toEqual(Buffer.concat([start, turned, frame, adobe, colours, scan, scan, end]));
    expect(tells(plain)).toBe(false);
    expect(plainPicture(plain, { type: "image/jpeg" })).toEqual(plain);
  });

  it("keeps its head, but not the small picture in it", () => {
    const head = segment(0xe0, Buffer.concat([latin("JFIF\0\x01\x01\0\0\x48\0\x48\x02\x02"), latin(secret)]));
    const plain = plainPicture(Buffer.concat([start, head, frame, scan, end]), { type: "image/jpeg" });
    expect(tells(plain)).toBe(false);
    expect(plain.subarray(2, 22).toString("hex")).toBe("ffe000104a46494600010100004800480000ffc0");
  });

  it("that is cut off keeps what there is", () => {
    const cut = Buffer.concat([start, noted[0] ?? start, frame, scan.subarray(0, -3)]);
    const plain = plainPicture(cut, { type: "image/jpeg" });
    expect(tells(plain)).toBe(false);
    expect(plain.includes(scan.subarray(0, -3))).toBe(true);
  });
});

describe("a PNG", () => {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([latin(type), data]);
    return Buffer.concat([uint(data.length, 4), body, uint(crc32(body), 4)]);
  };
  // Two by two points in red, green, blue and white.
  const rows = Buffer.from([0, 255, 0, 0, 0, 255, 0, 0, 0, 0, 255, 255, 255, 255]);
  const drawn = Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 2, 0, 0, 0])),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
  const noted = Buffer.concat([
    drawn.subarray(0, 33),
    chunk("tEXt", latin(`Location\0${secret}`)),
    chunk("iTXt", latin(`XML:com.adobe.xmp\0\0\0\0\0${secret}`)),
    chunk("eXIf", camera),
    chunk("prVt", latin(secret)),
    drawn.subarray(33),
    latin(secret),
  ]);

  it("loses texts, Exif and what hangs behind it, and shows the same points", () => {
    const plain = plainPicture(noted, { type: "image/png" });
    expect(tells(plain)).toBe(false);
    expect(PNG.sync.read(plain).data).toEqual(PNG.sync.read(drawn).data);
    expect(plain.includes(chunk("eXIf", exifOf(6)))).toBe(true);
    expect(plainPicture(drawn, { type: "image/png" })).toEqual(drawn);
  });
});

describe("a WebP", () => {
  const chunk = (type: string, data: Buffer) => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(data.length);
    return Buffer.concat([latin(type), size, data, Buffer.alloc(data.length % 2)]);
  };
  const file = (...chunks: Buffer[]) => {
    const whole = chunk("RIFF", Buffer.concat([latin("WEBP"), ...chunks]));
    return whole;
  };
  const extended = (flags: number) => chunk("VP8X", Buffer.from([flags, 0, 0, 0, 1, 0, 0, 1, 0, 0]));
  const image = chunk("VP8L", Buffer.from("2f0000000007", "hex"));

  it("loses Exif, XMP and unknown chunks, says so in its head, and keeps picture and orientation", () => {
    const noted = file(
      extended(0x2c),
      chunk("ICCP", latin("colours")),
      image,
      chunk("EXIF", Buffer.concat([latin("Exif\0\0"), camera])),
      chunk("XMP ", latin(secret)),
      chunk("NOTE", latin(secret)),
    );
    const plain = plainPicture(noted, { type: "image/webp" });
    expect(plain).toEqual(file(extended(0x28), chunk("ICCP", latin("colours")), image, chunk("EXIF", exifOf(6))));
    expect(plainPicture(file(image), { type: "image/webp" })).toEqual(file(image));
  });
});

describe("a HEIC", () => {
  const box = (type: string, ...parts: readonly Buffer[]) => {
    const body = Buffer.concat([...parts]);
    return Buffer.concat([uint(body.length + 8, 4), latin(type), body]);
  };
  const full = (type: string, version: number, ...parts: readonly Buffer[]) =>
    box(type, Buffer.from([version, 0, 0, 0]), ...parts);
  const entry = (item: number, type: string) => full("infe", 2, uint(item, 2), uint(0, 2), latin(`${type}\0`));
  const pixels = latin("these are the points of the picture");
  const exif = Buffer.concat([uint(0, 4), camera]);
  const build = (pictureAt: number) => {
    const place = (item: number, from: number, length: number) =>
      Buffer.concat([uint(item, 2), uint(0, 2), uint(0, 2), uint(1, 2), uint(from, 4), uint(length, 4)]);
    const info = full("iinf", 0, uint(3, 2), entry(1, "hvc1"), entry(2, "Exif"), entry(3, "mime"));
    const places = full(
      "iloc",
      1,
      Buffer.from([0x44, 0x00]),
      uint(3, 2),
      place(1, pictureAt, pixels.length),
      place(2, pictureAt + pixels.length, exif.length),
      place(3, pictureAt + pixels.length + exif.length, secret.length),
    );
    return Buffer.concat([
      box("ftyp", latin("heic"), uint(0, 4), latin("mif1heic")),
      full("meta", 0, info, places, box("iprp", latin("irot\x01"))),
      box("uuid", latin(secret)),
      box("mdat", pixels, exif, latin(secret)),
    ]);
  };
  const photo = build(build(0).indexOf(pixels));

  it("has the notes of the camera overwritten; nothing moves, and the points are the same", () => {
    expect(inspectFile(photo)).toMatchObject({ type: "image/heic" });
    const plain = plainPicture(photo, { type: "image/heic" });
    expect(tells(photo)).toBe(true);
    expect(tells(plain)).toBe(false);
    expect(plain).toHaveLength(photo.length);
    expect(plain.indexOf(pixels)).toBe(photo.indexOf(pixels));
    expect(plain.subarray(0, plain.indexOf("uuid"))).toEqual(photo.subarray(0, photo.indexOf("uuid")));
  });
});

describe("a GIF", () => {
  const blocks = (body: Buffer) => Buffer.concat([Buffer.from([body.length]), body, Buffer.from([0])]);
  const head = Buffer.concat([
    latin("GIF89a"),
    Buffer.from("02000200800000", "hex"),
    Buffer.from("000000ffffff", "hex"),
  ]);
  const loop = Buffer.concat([Buffer.from([0x21, 0xff, 11]), latin("NETSCAPE2.0"), blocks(Buffer.from([1, 0, 0]))]);
  const shape = Buffer.from("2c000000000200020000", "hex");
  const frame = Buffer.concat([shape, Buffer.from([2]), blocks(Buffer.from([0x4c, 1]))]);
  const end = Buffer.from([0x3b]);
  const noted = [
    Buffer.concat([Buffer.from([0x21, 0xfe]), blocks(latin(secret))]),
    Buffer.concat([Buffer.from([0x21, 0xff, 11]), latin("XMP DataXMP"), blocks(latin(secret))]),
  ];

  it("loses comments and notes of programs, and keeps pictures and timing", () => {
    const plain = plainPicture(Buffer.concat([head, loop, ...noted, frame, end, latin(secret)]), { type: "image/gif" });
    expect(plain).toEqual(Buffer.concat([head, loop, frame, end]));
  });
});

describe("a TIFF", () => {
  const entry = (tag: number, type: number, count: number, value: number) =>
    Buffer.concat([uint(tag, 2), uint(type, 2), uint(count, 4), uint(value, 4)]);
  const pixels = latin("points of the picture");
  const [first, gps] = [8, 8 + 2 + 12 * 4 + 4];
  const words = gps + 2 + 12 + 4;
  const photo = Buffer.concat([
    Buffer.from("4d4d002a", "hex"),
    uint(first, 4),
    uint(4, 2),
    entry(256, 4, 1, 3),
    entry(272, 2, secret.length, words),
    entry(273, 4, 1, words + 2 * secret.length),
    entry(34853, 4, 1, gps),
    uint(0, 4),
    uint(1, 2),
    entry(2, 2, secret.length, words + secret.length),
    uint(0, 4),
    latin(secret + secret),
    pixels,
  ]);

  it("has the tags of camera and place emptied; nothing moves", () => {
    expect(inspectFile(photo)).toMatchObject({ type: "image/tiff" });
    const plain = plainPicture(photo, { type: "image/tiff" });
    expect([tells(photo), tells(plain)]).toEqual([true, false]);
    expect(plain.subarray(0, 22)).toEqual(photo.subarray(0, 22));
    expect(plain.subarray(34, 46)).toEqual(photo.subarray(34, 46));
    expect(plain.indexOf(pixels)).toBe(photo.indexOf(pixels));
    expect(plain.subarray(gps, words).every((byte) => byte === 0)).toBe(true);
  });
});

describe("anything else", () => {
  it("comes back as it was, and bytes that make no sense never stop it", () => {
    const pdf = Buffer.from("%PDF-1.7 GPS");
    expect(plainPicture(pdf, { type: "application/pdf" })).toBe(pdf);
    for (const type of ["image/jpeg", "image/png", "image/webp", "image/heic", "image/gif", "image/tiff"]) {
      for (const length of [16, 64, 300]) {
        const noise = Buffer.from(Array.from({ length }, (_, i) => (i * 197 + length) % 256));
        expect(() => plainPicture(noise, { type })).not.toThrow();
      }
    }
  });

  it("an orientation is read in both orders of bytes", () => {
    const little = Buffer.from("49492a0008000000010012010300010000000300000000000000", "hex");
    expect([orientationIn(little), orientationIn(exifOf(8)), orientationIn(Buffer.from("MM"))]).toEqual([3, 8, 1]);
  });
});
