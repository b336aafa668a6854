import { Alert, Button, Space } from "antd";
import { useState } from "react";
import { publicFields, type PublicField } from "../../../../domain/barring/decisions.ts";
import type { Place } from "../../../../domain/barring/kinds.ts";
import { fill } from "../../../../domain/words/fill.ts";
import { Counted } from "../../../kit/counted.tsx";
import { Line } from "../../../kit/dialog.tsx";
import { barringWords as w } from "../../../words/barring.ts";
import { byHand, type Piece, piecesOf } from "./pieces.ts";
import type { Barring } from "./use-barring.ts";

/** What will be published, as a diff: barred for certain, or one press for each place that may be personal. */
export function BarringPart({ barring }: { readonly barring: Barring }) {
  if (barring.matters.length === 0) return null;
  const asked = barring.matters.some(({ places }) => publicFields.some((f) => places[f].some((one) => !one.certain)));
  return (
    <section aria-label={w.heading} className="barring">
      <h3>{w.heading}</h3>
      <p className="second">{asked ? w.note : w.none}</p>
      {barring.matters.map(({ matterId, texts, places }) =>
        publicFields
          .filter((field) => texts[field] !== "")
          .map((field) => (
            <div key={`${matterId} ${field}`}>
              <h4>{w.fields[field]}</h4>
              <p className="words">
                {piecesOf(texts[field], [
                  ...places[field],
                  ...barring.marked
                    .flatMap((words) => byHand(texts, words))
                    .filter((one) => one.field === field)
                    .map(({ from, to }): Place => ({ from, to, kind: "byHand", certain: true })),
                ]).map((piece) => (
                  <Shown key={piece.from} piece={piece} {...{ matterId, field, barring }} />
                ))}
              </p>
            </div>
          )),
      )}
      <MarkByHand barring={barring} />
      {asked && (
        <p role="status">
          <b>{barring.open > 0 ? fill(w.open, { n: barring.open }) : w.allChosen}</b>
        </p>
      )}
    </section>
  );
}

interface ShownProps {
  readonly piece: Piece;
  readonly matterId: string;
  readonly field: PublicField;
  readonly barring: Barring;
}

function Shown({ piece: { text, place }, matterId, field, barring }: ShownProps) {
  if (!place) return text;
  const name = fill(w.place, { kind: w.kinds[place.kind], text });
  if (place.certain) return <del title={w.kinds[place.kind]}>{text}</del>;
  const barred = barring.decisionOn(matterId, field, place);
  const press = (bar: boolean) => () => barring.decide(matterId, field, place, bar);
  return (
    <span role="group" aria-label={name} className={barred === null ? "may-be-personal" : undefined}>
      {barred === true ? <del>{text}</del> : barred === false ? <ins>{text}</ins> : <mark>{text}</mark>}
      <Space.Compact className="barring-choice">
        <Button size="small" aria-pressed={barred === true} danger={barred === true} onClick={press(true)}>
          {w.bar}
        </Button>
        <Button
          size="small"
          aria-pressed={barred === false}
          type={barred === false ? "primary" : "default"}
          onClick={press(false)}
        >
          {w.leave}
        </Button>
      </Space.Compact>
    </span>
  );
}

/** Words that nothing was found in, barred by hand wherever they stand. */
function MarkByHand({ barring }: { readonly barring: Barring }) {
  const [words, setWords] = useState("");
  const [nowhere, setNowhere] = useState(false);
  const take = () => {
    const chosen = words.trim() || String(window.getSelection() ?? "").trim();
    const found = chosen !== "" && barring.mark(chosen);
    setNowhere(chosen !== "" && !found);
    if (found) setWords("");
  };
  return (
    <Line label={w.more} hint={w.moreHint}>
      <Space.Compact style={{ width: "100%" }}>
        <Counted most={200} label={w.more} value={words} onChange={setWords} onPressEnter={take} />
        <Button onMouseDown={(event) => event.preventDefault()} onClick={take}>
          {w.bar}
        </Button>
      </Space.Compact>
      {nowhere && <Alert type="warning" showIcon title={w.moreNone} />}
      {barring.marked.map((one) => (
        <Button key={one} size="small" type="link" onClick={() => barring.unmark(one)}>
          {fill(w.undo, { text: one })}
        </Button>
      ))}
    </Line>
  );
}
