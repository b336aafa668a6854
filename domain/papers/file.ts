import type { PlainDate } from "../calendar/plain-date.ts";
import type { Case, Leg } from "../case/case.ts";
import type { CaseEvent } from "../case/event.ts";
import type { Duty } from "../duty/duty.ts";
import type { Office } from "../office/office.ts";
import type { OrgId, PersonId } from "../office/org.ts";
import type { Pack } from "../rules/pack.ts";

/** The petitioner as a paper names them. */
export interface NamedPetitioner {
  readonly name: string;
  readonly phone: string | null;
  readonly address: string | null;
}

/** Everything that a paper about a case may draw on: the case, its words, and who makes the paper on which day. */
export interface CaseFile {
  readonly kase: Case;
  /** The leg that the paper is about; null: the case as a whole. */
  readonly leg: Leg | null;
  readonly events: readonly CaseEvent[];
  readonly duties: readonly Duty[];
  readonly pack: Pack;
  readonly office: Office;
  readonly personName: (id: PersonId) => string;
  readonly number: string;
  readonly title: string;
  readonly content: string;
  readonly claim: string | null;
  readonly place: string | null;
  readonly files: readonly string[];
  readonly petitioner: NamedPetitioner | null;
  /** Where the petitioner follows the case. */
  readonly queryPage: string;
  readonly today: PlainDate;
  readonly maker: { readonly personId: PersonId; readonly orgId: OrgId };
  /** What the maker writes into the paper, by name. */
  readonly written: Readonly<Record<string, string>>;
}

/** The leg that a paper speaks of: its own, or the lead one where the case has only one matter in hand. */
export function legInView({ kase, leg }: CaseFile): Leg | null {
  if (leg) return leg;
  const leads = kase.legs.filter((own) => own.role === "lead" && own.kind === "unit" && own.stage !== "recalled");
  return leads.length === 1 ? (leads[0] ?? null) : null;
}

/** The units that have the case in hand, each once. */
export function unitsOf({ kase, leg, office }: CaseFile): readonly string[] {
  const legs = leg ? [leg] : kase.legs.filter((own) => own.kind === "unit" && own.stage !== "recalled");
  return [...new Set(legs.map((own) => nameOf(office, own.orgId)))];
}

/** An organisation's name in full; its id where the tree no longer knows it. */
export function nameOf(office: Office, id: OrgId): string {
  return office.orgs.get(id)?.name ?? id;
}
