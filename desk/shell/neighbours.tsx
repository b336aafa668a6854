import { useQuery } from "@tanstack/react-query";
import { call, routes } from "../api.ts";
import { zh } from "../words/zh.ts";

const w = zh.signIn;

/** The other demo regions of the same house; nothing where there are none. */
export function Neighbours() {
  const found = useQuery({
    queryKey: ["neighbours"],
    queryFn: () => call(routes.publicDoors.neighbours, {}),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const rows = found.data?.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <nav className="neighbours" aria-label={w.neighbours}>
      <p className="second">{w.neighbours}</p>
      {rows.map(({ name, url }) => (
        <a key={url} href={`${url}/desk`}>
          {name}
        </a>
      ))}
    </nav>
  );
}
