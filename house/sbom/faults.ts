import type { Bill, Component } from "./bill.ts";
import { accepted } from "./licences.ts";

/** What a bill lacks, one sentence each: a licence that may be used, a hash of what is installed, a package that it needs. */
export function faultsOf({ components, dependencies, metadata }: Bill): readonly string[] {
  const refs = new Set([metadata.component, ...components].map((component) => component["bom-ref"]));
  return [
    ...components.flatMap(faultsOfOne),
    ...dependencies.flatMap(({ ref, dependsOn = [] }) =>
      dependsOn
        .filter((needed) => !refs.has(needed))
        .map((needed) => `${ref} needs ${needed}, which is not in the bill.`),
    ),
  ];
}

function faultsOfOne({ name, version, licenses = [], hashes = [] }: Component): readonly string[] {
  const own = `${name}@${version}`;
  const named = licenses.flatMap(({ license, expression }) => idsIn(license?.id ?? expression ?? ""));
  const strange = named.filter((id) => !accepted.has(id));
  return [
    ...(named.length === 0 ? [`${own} has no licence.`] : []),
    ...strange.map((id) => `${own} stands under ${id}, which is not among the accepted licences.`),
    ...(hashes.some(({ alg, content }) => alg === "SHA-512" && /^[0-9a-f]{128}$/.test(content))
      ? []
      : [`${own} has no integrity hash.`]),
  ];
}

/** The ids in an expression of SPDX, `(MIT AND Zlib)`. */
function idsIn(expression: string): readonly string[] {
  return expression
    .split(/[\s()]+/)
    .filter((word) => word !== "" && word !== "AND" && word !== "OR" && word !== "WITH");
}
