import type { Tx } from "../store/db.ts";
import { regionRows } from "../store/office/regions.ts";
import type { RegionSettings } from "../store/world.ts";

/** What tells a region's address: its id and the names that it was given. */
export interface Addressed {
  readonly id: string;
  readonly settings: Pick<RegionSettings, "hosts">;
}

const loopback = /^(127(\.\d+){3}|\[::1\])$/;
const bareAddress = /^(\d+(\.\d+){3}|\[.*\])$/;

/** Where a region is reached: under its own name, or under that of the house where it was given none. */
export function addressOf(house: string, { settings }: Addressed): string {
  const [own] = settings.hosts ?? [];
  if (own === undefined) return house;
  const url = new URL(house);
  url.hostname = fullName(own, url.hostname);
  return url.href.replace(/\/$/, "");
}

/**
 * The region that a request is for: the one that bears the host's name, else the one whose id its first label is,
 * else the one that was given no name of its own. Null in a house without regions.
 */
export function regionAt<R extends Addressed>(house: string, host: string, regions: readonly R[]): R | null {
  const asked = hostName(host);
  const here = new URL(house).hostname;
  const named = regions.find(({ settings }) => settings.hosts?.some((name) => fullName(name, here) === asked));
  const label = bareAddress.test(asked) || !asked.includes(".") ? null : asked.split(".")[0];
  return (
    named ??
    regions.find(({ id }) => id === label) ??
    regions.find(({ id }) => firstLabel(id) === label) ??
    regions.find(({ settings }) => (settings.hosts ?? []).length === 0) ??
    regions[0] ??
    null
  );
}

/** Every region after the first needs a name of its own to be reached; its id is one that is still free. */
export async function withAddress(tx: Tx, id: string, settings: RegionSettings): Promise<RegionSettings> {
  if (settings.hosts !== undefined) return settings;
  const others = (await regionRows(tx)).filter((row) => row.id !== id);
  return others.length === 0 ? settings : { ...settings, hosts: [firstLabel(id)] };
}

/** The name that a region takes before that of the house: `yintai` for the region `yintai-demo`. */
export function firstLabel(id: string): string {
  return id.replace(/-demo$/, "");
}

/** Whether an address leads anywhere from the machine that asked: names on the own machine do so only there. */
export function leadsFrom(host: string, address: string): boolean {
  return !isOwnMachine(new URL(address).hostname) || fromOwnMachine(host);
}

/** Whether whoever asks on this host sits at the machine itself. */
export function fromOwnMachine(host: string): boolean {
  return isOwnMachine(hostName(host));
}

function isOwnMachine(name: string): boolean {
  return loopback.test(name) || name === "localhost" || name.endsWith(".localhost");
}

function fullName(name: string, house: string): string {
  return (name.includes(".") ? name : `${name}.${below(house)}`).toLowerCase();
}

/** Nothing stands below an address in figures; on the own machine `localhost` means the same. */
function below(house: string): string {
  return loopback.test(house) ? "localhost" : house;
}

function hostName(host: string): string {
  return host.toLowerCase().replace(/:\d*$/, "").replace(/\.$/, "");
}
