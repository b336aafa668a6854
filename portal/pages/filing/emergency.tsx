import { Form } from "../../form.tsx";
import { type Frame, Page } from "../../frame.tsx";
import { zh } from "../../words/zh.ts";
import { Tels } from "../how.tsx";

/** Between the pages: somebody may be in danger. */
export function EmergencyPage({ frame }: { readonly frame: Frame }) {
  const e = zh.emergency;
  return (
    <Page frame={frame} title={e.title} back="/submit">
      <h1>{e.title}</h1>
      <p class="note">{e.text}</p>
      <Tels frame={frame} />
      <Form action="/submit/no-emergency" csrf={frame.csrf} button={e.goOn} minor />
    </Page>
  );
}
