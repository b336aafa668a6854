import type { PlainDate } from "../../domain/calendar/plain-date.ts";
import { longDate } from "../../domain/words/dates.ts";
import { type Frame, Page } from "../frame.tsx";
import { zh } from "../words/zh.ts";

/** What the office tells everybody. */
export interface NoticeView {
  readonly title: string;
  readonly on: string;
  readonly text: string;
}

/** Every notice, newest first. */
export function NoticesPage({ frame, notices }: { readonly frame: Frame; readonly notices: readonly NoticeView[] }) {
  const w = zh.notices;
  return (
    <Page frame={frame} title={w.title} back="/">
      <h1>{w.title}</h1>
      {notices.length === 0 && <p>{w.none}</p>}
      {notices.map((notice) => (
        <section>
          <h2>{notice.title}</h2>
          <p class="meta date">{longDate(notice.on as PlainDate)}</p>
          <p class="words">{notice.text}</p>
        </section>
      ))}
    </Page>
  );
}

/** Every page that anybody may open. */
export function SiteMapPage({ frame }: { readonly frame: Frame }) {
  const { frame: f, siteMap: w } = zh;
  const pages: readonly (readonly [href: string, label: string])[] = [
    ["/", f.home],
    ["/submit", f.submit],
    ["/follow", f.follow],
    ...(frame.publishes ? [["/answers", f.answers] as const] : []),
    ["/how", f.how],
    ["/notices", zh.notices.title],
    ["/privacy", f.privacy],
    ["/accessibility", f.accessibility],
    ["/api", f.api],
  ];
  return (
    <Page frame={frame} title={w.title} back="/">
      <h1>{w.title}</h1>
      <ul class="list">
        {pages.map(([href, label]) => (
          <li>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </Page>
  );
}
