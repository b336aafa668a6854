import { useQuery } from "@tanstack/react-query";
import { call, routes } from "../api.ts";
import { CircularText } from "../efficiency/circulars.tsx";
import type { Period } from "../kit/period.tsx";
import { Loaded } from "../kit/states.tsx";
import { periodicWords as w } from "../words/periodic.ts";

/** What a circular puts before the units beside its document, read before it goes out (FZ-11-1, FZ-11-2). */
export function UnitsWillRead({ period }: { readonly period: Period }) {
  const draft = useQuery({
    queryKey: ["circular-draft", period],
    queryFn: () => call(routes.efficiency.draftCircular, { query: period }),
  });
  return (
    <section className="stack" aria-label={w.unitsWillRead}>
      <h3>{w.unitsWillRead}</h3>
      <Loaded query={draft}>{draft.data && <CircularText body={draft.data} />}</Loaded>
    </section>
  );
}
