import { fill } from "../domain/words/fill.ts";
import { callTo, type Frame } from "./frame.tsx";
import { zh } from "./words/zh.ts";

/** Telephone, hours and address of the office, as the region has set them. */
export function Reach({ frame }: { readonly frame: Frame }) {
  const w = zh.reach;
  return (
    <>
      <h2>{w.title}</h2>
      <p>
        <a href={callTo(frame)}>{fill(w.phone, { phone: frame.phone })}</a>
      </p>
      {frame.hours && <p>{fill(w.hours, { hours: frame.hours })}</p>}
      {frame.address && <p>{fill(w.address, { address: frame.address })}</p>}
    </>
  );
}
