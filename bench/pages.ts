import { fill } from "../domain/words/fill.ts";
import { connect, cookiesOf } from "./connection.ts";
import { signInStaff, visit } from "./life.ts";
import { runLives } from "./load.ts";
import { machine, mention, report, table } from "./say.ts";
import { startBenchServer } from "./server.ts";
import { round } from "./tally.ts";
import { words } from "./words.ts";
import { load, startHello } from "./page-load.ts";
import type { PagesOptions, PageRate } from "./page-load.ts";

const casesBehindPages = 200;
type Page = Exclude<keyof typeof words.pages, "hello">;

/** `pages`: how many pages a second citizens can be given, beside an empty server; false when anything failed. */
export async function pages(options: PagesOptions): Promise<boolean> {
  const hello = await startHello();
  mention(words.progress.server);
  const server = await startBenchServer(options.profile);
  try {
    mention(fill(words.progress.page, { name: words.pages.hello }));
    const before = await load(hello.url, "/", {}, options);
    const all = await measureAll(server.url, options);
    const after = await load(hello.url, "/", {}, options);
    const floor = (before.perSecond + after.perSecond) / 2;
    const rates = Object.entries(all).map(([page, rate]) => ({
      page: page as Page,
      ...rate,
      ratio: round(rate.perSecond / floor, 3),
    }));
    const errors = rates.reduce((sum, rate) => sum + rate.errors, before.errors + after.errors);
    const { seconds, connections } = options;
    const floors = { helloPerSecond: round(floor), before: before.perSecond, after: after.perSecond };
    if (options.json) {
      report({ benchmark: "pages", seconds, connections, pages: rates, floor: floors, errors, machine: machine() });
    } else {
      tell(rates, { ...before, perSecond: round(floor) });
    }
    return errors === 0;
  } finally {
    await server.close();
    await hello.stop();
  }
}

async function measureAll(url: string, options: PagesOptions): Promise<Record<Page, PageRate>> {
  const connection = connect(url);
  mention(fill(words.progress.fill, { n: casesBehindPages }));
  const staff = await signInStaff(connection);
  const cases = { cases: casesBehindPages, connections: options.connections };
  const { last, errors, failures } = await runLives(url, staff, cases, () => undefined);
  if (!last || errors > 0) throw new Error(failures.join("\n"));
  const { cookie, csrf } = await visit(connection);
  const opened = await connection.ask("/follow", {
    method: "POST",
    headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ _csrf: csrf, number: last.number, code: last.code }).toString(),
  });
  connection.close();
  const own = { cookie: `${cookie}; ${cookiesOf(opened)}` };
  return {
    home: await page("home", "/", {}),
    answers: await page("answers", "/answers", {}),
    follow: await page("follow", "/follow", {}),
    myCase: await page("myCase", "/my-case", own),
  };

  function page(name: Page, path: string, headers: Readonly<Record<string, string>>): Promise<PageRate> {
    mention(fill(words.progress.page, { name: words.pages[name] }));
    return load(url, path, headers, options);
  }
}

function tell(rates: readonly (PageRate & { readonly page: Page; readonly ratio: number })[], floor: PageRate): void {
  const row = (name: string, rate: PageRate, ratio: number | string) => [
    name,
    rate.perSecond,
    rate.p50,
    rate.p95,
    rate.p99,
    ratio,
    rate.errors,
  ];
  table(words.tables.pages.head, [
    ...rates.map((rate) => row(words.pages[rate.page], rate, rate.ratio)),
    row(words.pages.hello, floor, 1),
  ]);
}
