import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { fill } from "../../domain/words/fill.ts";
import { call, routes } from "../api.ts";
import { useWrite } from "../kit/use-write.ts";
import { listWords as w } from "../words/lists.ts";

/** The searches that somebody has kept, as links of the rail. */
export function SavedSearches() {
  const list = useQuery({
    queryKey: ["searches"],
    queryFn: () => call(routes.worklist.searches, {}),
    staleTime: 300_000,
  });
  const rows = list.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <div className="saved-searches" role="group" aria-label={w.saved}>
      {rows.map((row) => (
        <Kept key={row.id} {...row} />
      ))}
    </div>
  );
}

interface Props {
  readonly id: string;
  readonly name: string;
  readonly conditions: Readonly<Record<string, string>>;
}

function Kept({ id, name, conditions }: Props) {
  const drop = useWrite(routes.worklist.dropSearch, { refresh: ["searches"], said: fill(w.dropped, { name }) });
  const flags = Object.entries(conditions).map(([key, value]) => [key, value === "true" ? true : value]);
  return (
    <span className="item sub">
      <Link to="/cases" search={Object.fromEntries(flags) as never}>
        {name}
      </Link>
      <button
        type="button"
        className="link"
        aria-label={fill(w.drop, { name })}
        title={fill(w.drop, { name })}
        onClick={() => drop.mutate({ params: { id } })}
      >
        ×
      </button>
    </span>
  );
}
