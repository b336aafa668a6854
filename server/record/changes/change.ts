import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { ReportLine } from "../../../domain/accountability/registry.ts";
import type { OrgId, PersonId, Post } from "../../../domain/office/org.ts";
import type { ChangeByTwo } from "../../../domain/office/two-persons.ts";
import type { Pack } from "../../../domain/rules/pack.ts";
import type { House } from "../../house.ts";
import type { Staff } from "../oversight/registry-change.ts";
import type { Tx } from "../../store/db.ts";
import type { World } from "../../store/world.ts";

/** What a proposal of each kind says, beside whom it is for. */
export interface ChangeData {
  readonly holding: {
    readonly orgId: OrgId;
    readonly post: Post;
    readonly from: PlainDate;
    readonly to: PlainDate | null;
    readonly standsInFor: PersonId | null;
    readonly replaces: string | null;
  };
  readonly token: { readonly name: string; readonly orgId: OrgId; readonly days: number };
  readonly password: { readonly check: string };
  readonly secondFactor: { readonly check: string };
}

/** Why a change cannot be proposed or made, as a code of the contract. */
export interface ChangeFault {
  readonly fault:
    | "right.missing"
    | "notFound"
    | "registry.datesWrong"
    | "registry.noSuchPost"
    | "registry.oneSeat"
    | "registry.lastOfKind"
    | "change.own"
    | "change.nobody"
    | "change.settled";
  readonly post?: Post;
  readonly other?: Post;
  readonly orgId?: OrgId;
}

/** What a maker works with. */
export interface ChangeRoom {
  readonly tx: Tx;
  readonly house: House;
  readonly pack: Pack;
  readonly world: World;
  readonly personId: PersonId;
}

/** By whom a change came about. */
export interface MadeBy {
  readonly change: string;
  readonly proposedBy: string;
  /** Who agreed and so makes it. */
  readonly actor: Staff;
  readonly reason: string;
}

export interface Made {
  /** A password or token, shown once to whoever agreed, who hands it on; null where there is none. */
  readonly secret: string | null;
  readonly notices: readonly ReportLine[];
}

/** How changes of one kind are looked at and made; what does not fit when it is proposed or made is a fault. */
export interface Maker<K extends ChangeByTwo> {
  check(room: ChangeRoom, actor: Staff, data: ChangeData[K]): Promise<ChangeFault | null>;
  make(room: ChangeRoom, by: MadeBy, data: ChangeData[K]): Promise<Made>;
}

/** Takes the whole transaction back and says why. */
export class CannotMake extends Error {
  readonly why: ChangeFault;
  constructor(why: ChangeFault) {
    super(why.fault);
    this.why = why;
  }
}
