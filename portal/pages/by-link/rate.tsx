import { fill } from "../../../domain/words/fill.ts";
import { Choice, Form, TextField } from "../../form.tsx";
import { ErrorSummary, type Errors } from "../../form-errors.tsx";
import { type Frame, Page } from "../../frame.tsx";
import { rateWords as w } from "../../words/rate.ts";

interface RateProps {
  readonly frame: Frame;
  readonly action: string;
  readonly tail: string;
  readonly grades: readonly { readonly value: string; readonly label: string }[];
  readonly errors: Errors;
  readonly typed: Readonly<Record<string, string>>;
}

/** Rating one case by a link; the page says nothing of what the case is about. */
export function RatePage({ frame, action, tail, grades, errors, typed }: RateProps) {
  return (
    <Page frame={frame} title={w.title} errors={Object.keys(errors).length}>
      <ErrorSummary errors={errors} />
      <h1>{w.title}</h1>
      <p>{fill(w.about, { tail })}</p>
      <p class="meta">{w.hint}</p>
      <Form action={action} csrf={frame.csrf} button={w.button}>
        <Choice name="grade" label={w.legend} errors={errors} value={typed["grade"] ?? ""} options={grades} />
        <TextField name="comment" label={w.comment} errors={errors} value={typed["comment"] ?? ""} rows={3} />
      </Form>
      <p>
        {w.readFirst} <a href="/follow">{w.follow}</a>
      </p>
    </Page>
  );
}

interface EndProps {
  readonly frame: Frame;
  readonly tail: string;
}

/** The rating has been taken. */
export function RatedPage({ frame, tail, now }: EndProps & { readonly now: boolean }) {
  const title = now ? w.thanksTitle : w.ratedTitle;
  return (
    <Page frame={frame} title={title}>
      <div class={now ? "ok" : undefined} role={now ? "status" : undefined}>
        <h1>{title}</h1>
      </div>
      <p>{fill(now ? w.thanks : w.rated, { tail })}</p>
      <p>{fill(w.more, { tail, phone: frame.phone })}</p>
      <p>
        <a href="/follow">{w.follow}</a>
      </p>
    </Page>
  );
}

/** The link is over; the way to rate is not. */
export function RateExpiredPage({ frame, tail }: EndProps) {
  return (
    <Page frame={frame} title={w.expiredTitle}>
      <h1>{w.expiredTitle}</h1>
      <p>{w.expired}</p>
      <p>
        <a class="button main" href="/follow">
          {w.expiredFollow}
        </a>
      </p>
      <p>{fill(w.expiredCall, { tail, phone: frame.phone })}</p>
    </Page>
  );
}
