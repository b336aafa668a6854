import { fill } from "../../domain/words/fill.ts";
import { type Frame, Page } from "../frame.tsx";
import { Whole } from "../whole.tsx";
import { zh } from "../words/zh.ts";

/** A page of paragraphs: privacy, accessibility. */
export function PlainPage({
  frame,
  title,
  paragraphs,
}: {
  readonly frame: Frame;
  readonly title: string;
  readonly paragraphs: readonly string[];
}) {
  return (
    <Page frame={frame} title={title} back="/">
      <h1>{title}</h1>
      {paragraphs.map((text) => (
        <p>{fill(text, { platform: frame.platform, phone: frame.phone })}</p>
      ))}
    </Page>
  );
}

/** An error in words: what happened, what to do; no stack, no joke. */
export function ErrorPage({
  frame,
  title,
  text,
}: {
  readonly frame: Frame;
  readonly title: string;
  readonly text: string;
}) {
  return (
    <Page frame={frame} title={title}>
      <h1>
        <Whole text={title} />
      </h1>
      {text && <p>{fill(text, { phone: frame.phone })}</p>}
      <div class="doors">
        <a class="button main" href="/submit">
          {zh.home.submit}
        </a>
        <a class="button" href="/follow">
          {zh.home.follow}
        </a>
      </div>
    </Page>
  );
}
