import type { ComponentChildren } from "preact";
import { fill } from "../domain/words/fill.ts";
import { zh } from "./words/zh.ts";

/** What every page needs to know of where it stands. */
export interface Frame {
  readonly platform: string;
  readonly large: boolean;
  readonly path: string;
  readonly demo: boolean;
  readonly emergency: readonly { readonly number: string; readonly label: string }[];
  /** Whether the regulation puts answers before the public. */
  readonly publishes: boolean;
  /** The number that the region gives to its citizens. */
  readonly phone: string;
  readonly hours: string | null;
  readonly address: string | null;
  readonly footer: readonly string[];
  /** Other demo regions of the same house. */
  readonly neighbours: readonly { readonly name: string; readonly url: string }[];
  /** Address of the style sheet with its hash. */
  readonly style: string;
  /** Address of the script that keeps a form while there is no network. */
  readonly script: string;
  /** Hidden in every form: shows that the form is ours. */
  readonly csrf: string;
}

interface PageProps {
  readonly frame: Frame;
  readonly title: string;
  readonly errors?: number;
  readonly back?: string;
  readonly showEmergency?: boolean;
  /** The page has a form that must not be lost. */
  readonly script?: boolean;
  readonly children: ComponentChildren;
}

/** The frame of every page: skip link, name, large type, emergency line, main, footer. Works without a script. */
export function Page({ frame, title, errors = 0, back, showEmergency = false, script = false, children }: PageProps) {
  const { frame: w } = zh;
  const whole = `${errors > 0 ? w.errorPrefix : ""}${title} - ${frame.platform}`;
  return (
    <html lang={w.lang} class={frame.large ? "large" : undefined}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <title>{whole}</title>
        <link rel="stylesheet" href={frame.style} />
        <link rel="icon" href="data:," />
        {script && <script src={frame.script} defer />}
      </head>
      <body>
        <a class="skip" href="#main">
          {w.skip}
        </a>
        <header>
          <div class="top">
            <div class="column bar">
              <a class="name" href="/">
                {frame.platform}
              </a>
              <LargeSwitch frame={frame} />
            </div>
          </div>
          <div class="links">
            <nav class="column" aria-label={w.navLabel}>
              {navLinks(frame).map(([href, label]) => (
                <a href={href} aria-current={frame.path.split("?")[0] === href ? "page" : undefined}>
                  {label}
                </a>
              ))}
            </nav>
          </div>
          {frame.demo && (
            <div class="demo">
              <p class="column">{w.demo}</p>
            </div>
          )}
          {showEmergency && frame.emergency.length > 0 && (
            <p class="urgent column">
              {w.emergency}
              {frame.emergency.map(({ number, label }) => (
                <>
                  {" "}
                  <a href={`tel:${number}`} aria-label={`${number} ${label}`}>
                    {number}
                  </a>
                </>
              ))}
            </p>
          )}
        </header>
        <main id="main" tabIndex={-1}>
          {back && (
            <p class="back">
              <a href={back}>{w.back}</a>
            </p>
          )}
          {children}
        </main>
        <footer aria-label={w.footerLabel}>
          <div class="column">
            <p class="call">
              <a class="button wide" href={callTo(frame)}>
                {fill(w.call, { phone: frame.phone })}
              </a>
            </p>
            <p>
              <a href="/privacy">{w.privacy}</a>
              <a href="/accessibility">{w.accessibility}</a>
              <a href="/sitemap">{zh.siteMap.title}</a>
              <a href="/api">{w.api}</a>
              <a href="/desk">{w.desk}</a>
            </p>
            {frame.footer.map((line) => (
              <p>{line}</p>
            ))}
            {frame.neighbours.length > 0 && (
              <nav class="neighbours" aria-label={w.neighbours}>
                <p>{w.neighbours}</p>
                {frame.neighbours.map(({ name, url }) => (
                  <a href={url}>{name}</a>
                ))}
              </nav>
            )}
            <LargeSwitch frame={frame} />
          </div>
        </footer>
      </body>
    </html>
  );
}

/** The address under which a telephone calls the region. */
export function callTo({ phone }: Pick<Frame, "phone">): string {
  return `tel:${phone.replace(/[^\d+]/g, "")}`;
}

/** Few ways lead on; in large type the telephone stands among them. */
function navLinks(frame: Frame): readonly (readonly [href: string, label: string])[] {
  const { frame: w } = zh;
  return [
    ["/submit", w.submit],
    ["/follow", w.follow],
    ...(frame.publishes ? [["/answers", w.answers] as const] : []),
    frame.large ? [callTo(frame), fill(w.call, { phone: frame.phone })] : ["/how", w.how],
  ];
}

/** Large type and back, by a plain form. */
function LargeSwitch({ frame }: { readonly frame: Frame }) {
  return (
    <form method="post" action="/large">
      <input type="hidden" name="_csrf" value={frame.csrf} />
      <input type="hidden" name="to" value={frame.path} />
      <input type="hidden" name="on" value={frame.large ? "0" : "1"} />
      <button class="quiet" type="submit">
        {frame.large ? zh.frame.largeOff : zh.frame.largeOn}
      </button>
    </form>
  );
}
