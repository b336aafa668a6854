import { type OrgKind, unitKinds } from "../../office/org.ts";
import { areHours, isTimeOfDay } from "../../calendar/sending-hours.ts";
import type { Term } from "../../calendar/term.ts";
import type { Entry } from "../../rules/entry.ts";
import type { DutyRule, Pack } from "../../rules/pack.ts";
import { possibleMoments } from "./possible.ts";

/** What is wrong with a part whose names and examples are in order; `detail` is the value that is wrong. */
export interface Unsound {
  readonly what:
    | "neverBegins"
    | "neverEnds"
    | "nobodyHolds"
    | "nobodyMay"
    | "noSuchRule"
    | "exampleEmpty"
    | "noSuchPlace"
    | "badTerm"
    | "wordsDiffer"
    | "weights";
  readonly part: string;
  readonly detail: string;
}

type Own = Readonly<Record<string, readonly Entry[]>>;

/** The parts of a pack that could never do what they say. `own`: the entries that the pack brings itself. */
export function unsoundParts(pack: Pack, own: Own): readonly Unsound[] {
  const mine = new Set(Object.values(own).flat());
  return [
    ...dutyFaults(
      pack,
      pack.duties.filter((duty) => mine.has(duty)),
    ),
    ...actFaults(pack),
    ...ruleFaults(pack, own),
    ...exampleFaults(pack, own),
    ...placeFaults(pack, mine),
    ...weightFaults(pack, mine),
  ];
}

function dutyFaults(pack: Pack, duties: readonly DutyRule[]): readonly Unsound[] {
  const possible = possibleMoments(pack);
  return duties.flatMap((duty): readonly Unsound[] => {
    const part = `duty ${duty.id}`;
    const never = duty.end.length > 0 && !duty.end.some((moment) => possible.has(moment));
    const vacant = duty.ownerPost !== null && !isHeld(duty, pack);
    return [
      ...(possible.has(duty.start) ? [] : [{ what: "neverBegins" as const, part, detail: duty.start }]),
      ...(never ? [{ what: "neverEnds" as const, part, detail: duty.end.join("、") }] : []),
      ...(vacant ? [{ what: "nobodyHolds" as const, part, detail: String(duty.ownerPost) }] : []),
      ...numberFaults(duty, part),
    ];
  });
}

/** Whether the post of the owner is held in some body of the example office that the rule can mean. */
function isHeld({ owner, ownerPost, start }: DutyRule, { exampleOffice, settings }: Pack): boolean {
  const { intake, top, byReceiver } = settings.places.value;
  const kinds = ((): readonly OrgKind[] | null => {
    if (owner.startsWith("kind:")) return [owner.slice("kind:".length) as OrgKind];
    if ((owner === "holder" || owner === "lead") && start.startsWith("unit.")) return unitKinds;
    if (byReceiver || (owner !== "topBureau" && owner !== "intake")) return null;
    return [owner === "topBureau" ? top.kind : intake.kind];
  })();
  const meant = new Set(exampleOffice.orgs.filter(({ kind }) => kinds?.includes(kind) ?? true).map(({ id }) => id));
  return exampleOffice.holdings.some(({ orgId, post }) => post === ownerPost && meant.has(orgId));
}

/** Terms that cannot be counted: no length, hours that are none or end before they begin, a time that no clock shows. */
export function uncountable({ duties }: Pack): readonly Unsound[] {
  return duties.flatMap((duty) => termFaults(duty, `duty ${duty.id}`));
}

function termFaults({ limit, limits, target, extension }: DutyRule, part: string): readonly Unsound[] {
  const most = extension && extension.most.n !== null ? extension.most : null;
  const terms = [limit, ...Object.values(limits?.of ?? {}), target, most].filter(
    (term) => term !== undefined && term !== null,
  );
  return terms
    .filter((term) => !isCountable(term))
    .map((term) => ({ what: "badTerm", part, detail: JSON.stringify(term) }));
}

function isCountable(term: Term): boolean {
  const hours = [
    ...("within" in term && term.within ? [term.within] : []),
    ...(term.shift ? [term.shift.outside] : []),
  ];
  const long = term.unit === "sameDay" || (Number.isInteger(term.n) && term.n > 0);
  const shown = term.shift === undefined || isTimeOfDay(term.shift.to.time);
  return long && shown && hours.every(({ from, to }) => areHours({ from, until: to }));
}

const numerals = new Intl.NumberFormat("zh-Hans-CN-u-nu-hanidec", { useGrouping: false });

/** A number as a sentence of a regulation writes it: in Arabic numerals, below ten in Chinese ones as well. */
function written(n: number): readonly string[] {
  return n < 10 ? [String(n), numerals.format(n)] : [String(n)];
}

/** The sentence that people read names the number that the system counts with. */
function numberFaults({ limit, words }: DutyRule, part: string): readonly Unsound[] {
  if (!limit || limit.unit === "sameDay") return [];
  const says = words.match(/\d+/g) ?? [];
  const named = written(limit.n).some((text) =>
    /\d/.test(text) ? says.some((said) => said === text) : words.includes(text),
  );
  return named ? [] : [{ what: "wordsDiffer", part, detail: String(limit.n) }];
}

/** Without these acts a case can be taken in and then not be written about, or not be told of. */
function actFaults(pack: Pack): readonly Unsound[] {
  const acts: ReadonlySet<string> = new Set(pack.powers.map(({ act }) => act as string));
  const needed = ["note", ...(pack.notices.length > 0 ? ["recordDelivery"] : [])];
  const entry = acts.has("file") || acts.has("register") ? [] : ["file"];
  return [...needed.filter((act) => !acts.has(act)), ...entry].map((detail) => ({
    what: "nobodyMay",
    part: "powers",
    detail,
  }));
}

/** Rules that a lapse or a finding names: 「value: rule」 and the effect `finding`. */
function ruleFaults(pack: Pack, own: Own): readonly Unsound[] {
  const known = new Set([...pack.duties.map(({ id }) => id), ...pack.formalities.map(({ id }) => id)]);
  return Object.entries(own).flatMap(([kind, entries]) =>
    entries.flatMap((entry) =>
      rulesNamed({ ...entry, example: null })
        .filter((rule) => !known.has(rule))
        .map((detail): Unsound => ({ what: "noSuchRule", part: `${kind} ${entry.id}`, detail })),
    ),
  );
}

function rulesNamed(node: unknown): readonly string[] {
  if (Array.isArray(node)) return node.flatMap(rulesNamed);
  if (typeof node !== "object" || node === null) return [];
  const shape = node as Readonly<Record<string, unknown>>;
  const lapse = shape["is"] === "value" && shape["name"] === "rule" ? [shape["oneOf"]].flat() : [];
  const finding = shape["is"] === "finding" || shape["is"] === "found" ? [shape["rule"]] : [];
  const here = [...lapse, ...finding].filter((one): one is string => typeof one === "string");
  return [...here, ...Object.values(shape).flatMap(rulesNamed)];
}

/** An example that comes to nothing proves nothing; one of a term has to name the last day, the breach or the refusal. */
function exampleFaults(pack: Pack, own: Own): readonly Unsound[] {
  return Object.entries(own).flatMap(([kind, entries]) =>
    entries.flatMap((entry): readonly Unsound[] => {
      const { example } = entry;
      if (!("then" in example)) return [];
      const { then } = example;
      const part = `${kind} ${entry.id}`;
      if (Object.keys(then).length === 0) return [{ what: "exampleEmpty", part, detail: "then" }];
      const limited = kind === "duty" && pack.duties.find((duty) => duty === entry)?.limit;
      const dated = (then.due ?? []).some(([rule, , due]) => rule === entry.id && due !== null);
      const proven = !limited || dated || (then.breaches ?? []).length > 0 || then.refused !== undefined;
      return proven ? [] : [{ what: "exampleEmpty", part, detail: "due" }];
    }),
  );
}

/** What the server fills into a message besides what formalities have stated. */
const places = [
  "number",
  "tail",
  "code",
  "site",
  "unit",
  "due",
  "reply",
  "refusal",
  "lastReply",
  "dueBegun",
  "ratingUntil",
  "phone",
  "rating",
  "link",
];

function placeFaults(pack: Pack, mine: ReadonlySet<Entry>): readonly Unsound[] {
  const stated = pack.formalities.flatMap(({ fields }) => fields.map(({ name }) => name));
  const strange = (part: string, text: string, known: readonly string[]): readonly Unsound[] =>
    [...text.matchAll(/\{([^{}]*)\}/g)]
      .map((found) => found[1] ?? "")
      .filter((name) => !known.includes(name))
      .map((detail) => ({ what: "noSuchPlace", part, detail }));
  const notices = pack.notices.filter((notice) => mine.has(notice));
  const grounds = pack.grounds.filter((ground) => mine.has(ground));
  return [
    ...notices.flatMap(({ id, template }) => strange(`notice ${id}`, template, [...places, ...stated])),
    ...grounds.flatMap(({ id, reason, wayOn, fields }) =>
      strange(`ground ${id}`, `${reason}${wayOn ?? ""}`, ["phone", ...fields.map(({ name }) => name as string)]),
    ),
  ];
}

function weightFaults(pack: Pack, mine: ReadonlySet<Entry>): readonly Unsound[] {
  return pack.measures.flatMap((measure): readonly Unsound[] => {
    if (measure.is !== "commendation" || measure.weights === null || !mine.has(measure)) return [];
    const sum = Object.values(measure.weights).reduce((whole, weight) => whole + weight, 0);
    return sum === 100 ? [] : [{ what: "weights", part: `measure ${measure.id}`, detail: String(sum) }];
  });
}
