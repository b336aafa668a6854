import { isIPv6 } from "node:net";

/** Where an attempt comes from. */
export interface Whence {
  /** The address as it is logged. */
  readonly address: string;
  /** The mark that this browser was given at an earlier sign-in; null for a browser without one. */
  readonly mark: string | null;
  /** What kind of browser it is, in words of the machine: `Chrome · Windows`. */
  readonly device: string;
}

/** The address that tries are counted by: whoever has one IPv6 address has the whole /64 around it. */
export function addressBlock(address: string): string {
  const plain = address.split("%")[0]?.replace(/^::ffff:(?=\d+\.)/i, "") ?? address;
  if (!isIPv6(plain)) return plain;
  const [head, tail] = plain.split("::").map((side) => side.split(":").filter((group) => group !== ""));
  const filled = Array.from({ length: 8 - (head?.length ?? 0) - (tail?.length ?? 0) }, () => "0");
  const groups = tail ? [...(head ?? []), ...filled, ...tail] : (head ?? []);
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":");
}

const browsers = ["Edg", "OPR", "MicroMessenger", "QQBrowser", "Firefox", "Chrome", "Safari"] as const;
const systems = ["HarmonyOS", "Android", "iPhone", "iPad", "Windows", "Macintosh", "Linux"] as const;

/** Browser and system of a `User-Agent`, as far as they can be told. */
export function deviceOf(userAgent: string | undefined): string {
  const text = userAgent ?? "";
  const found = [browsers, systems].map((names) => names.find((name) => text.includes(name)) ?? "");
  return found.filter((name) => name !== "").join(" · ");
}
