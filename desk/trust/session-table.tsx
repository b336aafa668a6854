import { Button } from "antd";
import type { OpenSession } from "../../contract/trust/sessions.ts";
import type { Instant } from "../../domain/calendar/plain-date.ts";
import { shortTime } from "../../domain/words/dates.ts";
import { sessionsWords as w } from "../words/trust.ts";

interface Props {
  readonly rows: readonly OpenSession[];
  readonly button: string;
  readonly onEnd: (row: OpenSession) => void;
}

/** Where a person is signed in: on what, from where, since when. */
export function SessionTable({ rows, button, onEnd }: Props) {
  if (rows.length === 0) return <p className="second">{w.none}</p>;
  return (
    <div className="scroll">
      <table className="plain stacks">
        <thead>
          <tr>
            <th scope="col">{w.device}</th>
            <th scope="col">{w.address}</th>
            <th scope="col">{w.since}</th>
            <th scope="col">{w.last}</th>
            <th scope="col" />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td>{row.device || w.unknown}</td>
              <td className="num">{row.address}</td>
              <td>{shortTime(row.since as Instant)}</td>
              <td>{shortTime(row.last as Instant)}</td>
              <td>{row.here ? w.here : <Button onClick={() => onEnd(row)}>{button}</Button>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
