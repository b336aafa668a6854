import { fill } from "../../../domain/words/fill.ts";
import { Choice, TextField } from "../../form.tsx";
import type { Errors } from "../../form-errors.tsx";
import { zh } from "../../words/zh.ts";
import type { Draft } from "./draft.ts";
import { Tick } from "./tick.tsx";

const w = zh.filing;

interface AskedOf {
  readonly draft: Draft;
  readonly errors: Errors;
}

/** For oneself or for somebody else, who must agree. */
export function ForOther({ draft, errors }: AskedOf) {
  return (
    <>
      <Choice
        name="onBehalf"
        label={w.onBehalf}
        errors={errors}
        value={draft.onBehalf}
        inline
        options={[
          { value: "self", label: w.forSelf },
          { value: "other", label: w.forOther },
        ]}
      />
      <div class={`only for-other${draft.onBehalf === "other" ? " open" : ""}`}>
        <TextField name="behalfName" label={w.behalfName} errors={errors} value={draft.behalfName} />
        <TextField name="behalfRelation" label={w.behalfRelation} errors={errors} value={draft.behalfRelation} />
        <Tick name="behalfConsent" label={w.behalfConsent} errors={errors} value={draft.behalfConsent} />
      </div>
    </>
  );
}

/** Alone or several; who speaks for them, and at most how many. */
export function ForSeveral({ draft, errors, most }: AskedOf & { readonly most: number | null }) {
  return (
    <>
      <Choice
        name="people"
        label={w.people}
        errors={errors}
        value={draft.people}
        inline
        options={[
          { value: "one", label: w.peopleOne },
          { value: "many", label: w.peopleMany },
        ]}
      />
      <div class={`only for-many${draft.people === "many" ? " open" : ""}`}>
        <TextField
          name="peopleCount"
          label={w.peopleCount}
          hint={w.peopleCountHint}
          errors={errors}
          value={draft.peopleCount}
          inputMode="numeric"
        />
        <TextField
          name="representatives"
          label={most === null ? w.representatives : fill(w.representativesMost, { most })}
          hint={w.representativesHint}
          errors={errors}
          value={draft.representatives}
          rows={5}
        />
      </div>
    </>
  );
}
