import { randomBytes, timingSafeEqual } from "node:crypto";
import type { House } from "../../house.ts";

/** A new mark for a browser, signed, so that only one that was given out here is taken for known. */
export function newMark(house: House): string {
  const id = randomBytes(18).toString("base64url");
  return `${id}.${signature(house, id)}`;
}

/** The mark that a browser brings along; null when it was not given out here. */
export function markFrom(house: House, cookie: string | undefined): string | null {
  const [id, signed] = (cookie ?? "").split(".");
  if (!id || !signed || id.length !== 24) return null;
  const right = Buffer.from(signature(house, id));
  const given = Buffer.from(signed);
  return given.length === right.length && timingSafeEqual(given, right) ? `${id}.${signed}` : null;
}

function signature(house: House, id: string): string {
  return house.keys.lookup(`device-mark:${id}`).subarray(0, 18).toString("base64url");
}
