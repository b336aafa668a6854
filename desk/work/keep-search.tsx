import { Button } from "antd";
import { useState } from "react";
import { fill } from "../../domain/words/fill.ts";
import { routes } from "../api.ts";
import { Counted } from "../kit/counted.tsx";
import { Dialog, Line } from "../kit/dialog.tsx";
import { useWrite } from "../kit/use-write.ts";
import { listWords as w } from "../words/lists.ts";
import type { SearchAddress } from "./search.tsx";

/** Keeps what is being looked for under a name of one's own; it stands in the rail from then on. */
export function KeepSearch({ filter }: { readonly filter: SearchAddress }) {
  const [asking, setAsking] = useState(false);
  const [name, setName] = useState("");
  const keep = useWrite(routes.worklist.keepSearch, {
    refresh: ["searches"],
    said: fill(w.kept, { name: name.trim() }),
    onDone: () => setAsking(false),
  });
  const { page: _, ...conditions } = filter;
  const kept = Object.fromEntries(
    Object.entries(conditions).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  );
  return (
    <>
      <Button onClick={() => setAsking(true)}>{w.keep}</Button>
      {asking && (
        <Dialog
          title={w.keepTitle}
          button={w.keep}
          onClose={() => setAsking(false)}
          busy={keep.isPending}
          error={keep.error}
          disabled={name.trim() === ""}
          onSubmit={() => keep.mutate({ body: { name: name.trim(), conditions: kept } })}
        >
          <Line label={w.keepName} hint={w.keepHint}>
            <Counted autoFocus most={20} value={name} onChange={setName} />
          </Line>
        </Dialog>
      )}
    </>
  );
}
