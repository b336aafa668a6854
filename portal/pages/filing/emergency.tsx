import { Form } from "../../form.tsx";
import { type Frame, Page } from "../../frame.tsx";
import { zh } from "../../words/zh.ts";
import { Tels } from "../how.tsx";
import type { DraftMark } from "./draft.ts";
import { Marks } from "./told.tsx";

/** Between the pages: somebody may be in danger. */
export function EmergencyPage({ frame, mark }: { readonly frame: Frame; readonly mark: DraftMark }) {
  const e = zh.emergency;
  return (
    <Page frame={frame} title={e.title} back={`/submit${mark.query}`}>
      <h1>{e.title}</h1>
      <p class="note">{e.text}</p>
      <Tels frame={frame} />
      <p>{e.goOnText}</p>
      <Form action={`/submit/no-emergency${mark.query}`} csrf={frame.csrf} button={e.goOn} minor>
        <Marks mark={mark} notice={null} />
      </Form>
    </Page>
  );
}
