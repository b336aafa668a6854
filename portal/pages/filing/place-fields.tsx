import { Choice, TextField } from "../../form.tsx";
import type { Errors } from "../../form-errors.tsx";
import { zh } from "../../words/zh.ts";
import type { Draft } from "./draft.ts";

const w = zh.filing;

/** A street or town, the area that it belongs to, and its initials. */
export interface StreetOption {
  readonly value: string;
  readonly area: string;
  readonly initials: string;
}

interface PlaceProps {
  readonly draft: Draft;
  readonly errors: Errors;
  readonly streets: readonly StreetOption[];
  readonly picks: readonly StreetOption[];
}

/** Street and further words: the browser offers the list while one types, the server when one has typed too little. */
export function PlaceFields({ draft, errors, streets, picks }: PlaceProps) {
  return (
    <>
      {streets.length > 0 && (
        <>
          <TextField
            name="street"
            label={w.street}
            hint={w.streetHint}
            errors={errors}
            value={draft.street}
            list={streets.map(({ value, area, initials }) => ({ value, label: `${area} ${initials}` }))}
            autocomplete="off"
          />
          {picks.length > 0 && (
            <Choice
              name="streetPick"
              label={w.streetPick}
              errors={errors}
              value=""
              options={[
                ...picks.map(({ value, area }) => ({ value, label: `${area} ${value}` })),
                { value: "own", label: w.streetOwn },
              ]}
            />
          )}
        </>
      )}
      <TextField name="place" label={w.place} hint={w.placeHint} errors={errors} value={draft.place} />
    </>
  );
}
