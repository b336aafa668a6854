import type { ContactFields } from "../../../domain/rules/petitioner/contact.ts";
import type { Need } from "../../../domain/rules/settings.ts";
import { TextField } from "../../form.tsx";
import type { Errors } from "../../form-errors.tsx";
import { zh } from "../../words/zh.ts";
import { Tick } from "./tick.tsx";
import type { Draft } from "./draft.ts";

const w = zh.filing;

interface ReachProps {
  readonly draft: Draft;
  readonly errors: Errors;
  readonly asked: ContactFields;
}

/** Name and the ways to be reached: those that the regulation asks for, the others marked as optional or left out. */
export function Reach({ draft, errors, asked }: ReachProps) {
  const oneOf = asked.phone === "oneOf" && asked.email === "oneOf";
  return (
    <>
      {asked.anonymous && (
        <Tick name="anonymous" label={w.anonymous} hint={w.anonymousPrice} errors={errors} value={draft.anonymous} />
      )}
      <TextField name="name" label={w.name} hint={w.nameHint} errors={errors} value={draft.name} autocomplete="name" />
      {asked.phone !== "notAsked" && (
        <TextField
          name="phone"
          label={labelled(w.phone, asked.phone)}
          hint={oneOf ? w.phoneHintOr : w.phoneHint}
          errors={errors}
          value={draft.phone}
          type="tel"
          inputMode="tel"
          autocomplete="tel"
        />
      )}
      {asked.email !== "notAsked" && (
        <TextField
          name="email"
          label={asked.email === "required" ? w.email : w.emailOptional}
          errors={errors}
          value={draft.email}
          type="email"
          inputMode="email"
          autocomplete="email"
        />
      )}
      {asked.idNumber !== "notAsked" && (
        <TextField
          name="idNumber"
          label={labelled(w.idNumber, asked.idNumber)}
          hint={w.idNumberHint}
          errors={errors}
          value={draft.idNumber}
          autocomplete="off"
        />
      )}
      {asked.address !== "notAsked" && (
        <TextField
          name="address"
          label={labelled(w.address, asked.address)}
          hint={asked.address === "required" ? w.addressNeeded : w.addressHint}
          errors={errors}
          value={draft.address}
          autocomplete="street-address"
        />
      )}
    </>
  );
}

function labelled(label: string, need: Need): string {
  return need === "optional" ? `${label}${w.optional}` : label;
}
