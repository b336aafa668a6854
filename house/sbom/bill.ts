import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { licenceOf } from "./licences.ts";

/** A package in a bill of materials (CycloneDX 1.5), as far as it is looked at here. */
export interface Component {
  readonly "bom-ref": string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
  readonly scope?: string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly licenses?: readonly { readonly license?: { readonly id: string }; readonly expression?: string }[];
}

interface Edge {
  readonly ref: string;
  readonly dependsOn?: readonly string[];
}

export interface Bill {
  readonly bomFormat: "CycloneDX";
  readonly serialNumber?: string;
  readonly metadata: { readonly component: Component & { readonly type: string } };
  readonly components: readonly Component[];
  readonly dependencies: readonly Edge[];
}

/** Lets npm write the bill from the lock file alone: nothing is fetched, nothing installed is looked at. */
export function billOfNpm(): Bill {
  const words = ["sbom", "--sbom-format", "cyclonedx", "--package-lock-only", "--offline"];
  const npm = process.env["npm_execpath"];
  const [command, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  const ended = spawnSync(command, [...first, ...words], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  if (ended.status !== 0) throw new Error(`npm sbom failed: ${ended.stderr || String(ended.error)}`);
  return JSON.parse(ended.stdout) as Bill;
}

/**
 * The bill without what only development needs, by npm's own mark. `npm sbom --omit dev` is not asked: it also leaves out
 * packages of production that a tool needs as well.
 */
export function ofProduction(bill: Bill): Bill {
  const components = bill.components.filter(
    ({ properties = [] }) => !properties.some(({ name }) => name === "cdx:npm:package:development"),
  );
  const kept = new Set([bill.metadata.component, ...components].map((component) => component["bom-ref"]));
  const dependencies = bill.dependencies
    .filter(({ ref }) => kept.has(ref))
    .map(({ ref, dependsOn = [] }) => ({
      ref,
      dependsOn:
        ref === bill.metadata.component["bom-ref"] ? dependsOn.filter((needed) => kept.has(needed)) : dependsOn,
    }));
  return { ...bill, components, dependencies };
}

/**
 * The same lock file gives the same bytes: no time, no version of npm, no name of the folder, everything in order, and a
 * serial number made of the content.
 */
export function settled(bill: Bill, name: string): Bill {
  const { component } = bill.metadata;
  const whole: Bill = {
    ...bill,
    metadata: { component: { ...component, name, type: "application" } },
    components: bill.components.map(withLicence).toSorted((a, b) => compare(a["bom-ref"], b["bom-ref"])),
    dependencies: bill.dependencies
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: [...(dependsOn ?? [])].toSorted(compare) }))
      .toSorted((a, b) => compare(a.ref, b.ref)),
  };
  const { serialNumber: _, ...content } = whole;
  return { ...whole, serialNumber: `urn:uuid:${uuidOf(JSON.stringify(content))}` };
}

function withLicence(component: Component): Component {
  if ((component.licenses ?? []).length > 0) return component;
  const id = licenceOf(component.name, component.version);
  return id === null ? component : { ...component, licenses: [{ license: { id } }] };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** A UUID of version 8: its bits are those of a hash. */
function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}
