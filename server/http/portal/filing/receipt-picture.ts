import QRCode from "qrcode";
import { grouped, type NextStep, nextWords } from "../../../../portal/pages/filing/receipt.tsx";
import { zh } from "../../../../portal/words/zh.ts";
import { pictureFont } from "../../../gateways/picture.ts";

const w = zh.receipt;

interface Drawn {
  readonly platform: string;
  readonly number: string;
  readonly code: string;
  readonly next: NextStep;
  readonly door: string;
}

const width = 360;
const edge = 24;
const perLine = 19;
const square = 168;

/** A receipt as a drawing, for people who keep things among their photos. */
export function drawnReceipt({ platform, number, code, next, door }: Drawn): string {
  const parts: string[] = [];
  let y = 16;
  const say = (text: string, size: number, { weight = 400, colour = "#1f2329" } = {}) => {
    for (const line of broken(text, Math.floor((perLine * 16) / size))) {
      y += size * 1.45;
      const look = `font-size="${size}" font-weight="${weight}" fill="${colour}"`;
      parts.push(`<text x="${edge}" y="${y.toFixed(1)}" ${look}>${escaped(line)}</text>`);
    }
    y += 6;
  };
  const second = { colour: "#4a525c" };
  say(platform, 14, second);
  say(w.title, 24, { weight: 700, colour: "#1b6137" });
  say(w.number, 14, second);
  say(number, 26, { weight: 700 });
  say(w.code, 14, second);
  say(grouped(code), 26, { weight: 700 });
  say(w.next, 14, second);
  say(nextWords(next), 16);
  y += 8;
  parts.push(qrPath(door, edge, y));
  y += square + 4;
  say(`${w.qr}。${w.qrWarning}`, 14, second);
  const height = Math.ceil(y + 20);
  const frame = `xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="${pictureFont}"`;
  return `<svg ${frame}><rect width="${width}" height="${height}" fill="#fff"/>${parts.join("")}</svg>`;
}

/** A text in lines of about so many Chinese characters; Latin letters and digits count half. */
function broken(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const letter of text) {
    const wide = letter.charCodeAt(0) < 0x2e80 ? 0.6 : 1;
    if (used + wide > most && !/[，。、；：）》”]/u.test(letter)) {
      lines.push(line);
      line = "";
      used = 0;
    }
    line += letter;
    used += wide;
  }
  return [...lines, line];
}

function qrPath(text: string, x: number, y: number): string {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  const cell = square / modules.size;
  const cells = Array.from(modules.data, (dark, i) =>
    dark ? `M${i % modules.size} ${Math.floor(i / modules.size)}h1v1h-1z` : "",
  );
  return `<path transform="translate(${x} ${y.toFixed(1)}) scale(${cell})" shape-rendering="crispEdges" d="${cells.join("")}"/>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
