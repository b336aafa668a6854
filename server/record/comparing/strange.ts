import { caseNumberIn } from "../../../domain/fields/case-number.ts";
import type { Office } from "../../../domain/office/office.ts";

interface Compared {
  /** What the citizen wrote, with title and place. */
  readonly question: string;
  readonly number: string;
  /** Organisations that have a part in the case. */
  readonly parties: ReadonlySet<string>;
  readonly office: Office;
}

/** Places, units and case numbers that stand in a reply though neither the question nor the case knows them. */
export function strangers(reply: string, { question, number, parties, office }: Compared): string[] {
  const names = [...office.orgs.values()].flatMap((org) => {
    if (parties.has(org.id)) return [];
    const name = [org.name, org.shortName].find((one) => one.length > 1 && reply.includes(one));
    return name && !question.includes(name) && !question.includes(org.shortName) ? [{ name }] : [];
  });
  const longest = names.filter(({ name }) => !names.some((other) => other.name !== name && other.name.includes(name)));
  const named = caseNumberIn(reply);
  const other = named && "whole" in named && named.whole !== number ? [named.whole] : [];
  return [...new Set([...longest.map(({ name }) => name), ...other])].slice(0, 5);
}
