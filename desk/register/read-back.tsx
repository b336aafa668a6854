import { Button } from "antd";
import type { z } from "zod";
import type { filedReply } from "../../contract/case/filing.ts";
import { fill } from "../../domain/words/fill.ts";
import { zh } from "../words/zh.ts";

const w = zh.register;

interface Props {
  readonly filed: z.output<typeof filedReply>;
  readonly referred: string | null;
  readonly onOpen: () => void;
  readonly onNext: () => void;
}

/** What the operator says to the caller: number and code, in groups. */
export function ReadBack({ filed, referred, onOpen, onNext }: Props) {
  const { number, code } = filed;
  return (
    <section className="panel" style={{ maxWidth: 640 }} aria-live="polite">
      <h1>{referred ? fill(w.referred, { number: referred }) : w.readBack}</h1>
      <h2>{w.number}</h2>
      <p className="codes">{number.replaceAll("-", " ")}</p>
      {!referred && (
        <>
          <h2>{w.code}</h2>
          <p className="codes">
            {code.slice(0, 4)} {code.slice(4, 7)} {code.slice(7)}
          </p>
          <p className="second">{w.codeOnce}</p>
        </>
      )}
      <div className="row">
        <Button type="primary" size="large" autoFocus onClick={onNext}>
          {w.next}
        </Button>
        <Button size="large" onClick={onOpen}>
          {w.open}
        </Button>
      </div>
    </section>
  );
}
