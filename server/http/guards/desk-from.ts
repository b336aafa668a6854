import { BlockList, isIP } from "node:net";
import type { FastifyInstance } from "fastify";
import { fault } from "../fault.ts";
import type { Shop } from "../shop.ts";

/** The setting names something that is no address and no network. */
export class NoNetwork extends Error {}

/** Addresses and networks as they are set: `10.20.0.0/16,192.168.7.5,fd00::/8`. */
export function networks(texts: readonly string[]): BlockList {
  const list = new BlockList();
  for (const text of texts) {
    const [address = "", bits, ...more] = text.trim().split("/");
    const version = isIP(address);
    const most = version === 6 ? 128 : 32;
    const prefix = bits === undefined ? most : Number(bits);
    if (version === 0 || more.length > 0 || bits === "" || !Number.isInteger(prefix) || prefix < 0 || prefix > most) {
      throw new NoNetwork(text);
    }
    list.addSubnet(address, prefix, version === 6 ? "ipv6" : "ipv4");
  }
  return list;
}

/** Whether an address lies in one of the networks; an IPv4 address may come as an IPv6 one. */
export function isWithin(list: BlockList, address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  const version = isIP(plain);
  return version !== 0 && list.check(plain, version === 6 ? "ipv6" : "ipv4");
}

/** The desk and the API of staff and programs; citizens' pages and what they call stay open to everybody. */
function isOfStaff(url: string): boolean {
  const [path = "/"] = url.split("?");
  return /^\/desk(?:\/|$)/.test(path) || (path.startsWith("/api/") && !path.startsWith("/api/public/"));
}

/** Where networks are set, staff and programs come from there alone. */
export function deskFrom(app: FastifyInstance, { config }: Shop): void {
  if (config.deskFrom.length === 0) return;
  const list = networks(config.deskFrom);
  app.addHook("onRequest", async (request) => {
    if (isOfStaff(request.url) && !isWithin(list, request.ip)) throw fault(403, "desk.elsewhere");
  });
}
