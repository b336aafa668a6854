import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App } from "antd";
import type { CaseRow } from "../../contract/case/case-row.ts";
import { fill } from "../../domain/words/fill.ts";
import { call, onceKey, routes } from "../api.ts";
import { listWords as w } from "../words/lists.ts";

interface Listed {
  readonly rows: readonly CaseRow[];
}

/** A star on a case: shown at once, taken back where the server would not have it. */
export function Star({ row }: { readonly row: CaseRow }) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const show = (on: boolean) => {
    for (const key of [["work"], ["cases"]]) {
      client.setQueriesData<Listed>({ queryKey: key }, (list) =>
        list?.rows
          ? { ...list, rows: list.rows.map((one) => (one.id === row.id ? { ...one, starred: on } : one)) }
          : list,
      );
    }
  };
  const set = useMutation({
    mutationFn: (on: boolean) =>
      call(routes.worklist.star, { params: { id: row.id }, body: { on } }, { once: onceKey() }),
    onMutate: (on: boolean) => show(on),
    onError: (_error, on) => {
      show(!on);
      void message.error(w.starFailed, 3);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ["counts"] }),
  });
  return (
    <button
      type="button"
      className="star"
      aria-pressed={row.starred}
      aria-label={fill(w.star, { number: row.number })}
      title={w.stars}
      onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        event.stopPropagation();
        set.mutate(!row.starred);
      }}
    >
      <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
        <path
          d="M7 .8 8.9 5l4.4.4-3.3 3 1 4.4L7 10.5l-4 2.3 1-4.4-3.3-3L5.100 5Z"
          fill={row.starred ? "currentColor" : "none"}
          stroke="currentColor"
        />
      </svg>
    </button>
  );
}
