import type { Browser } from "playwright-core";
import { expect } from "vitest";
import type { Filing, Step } from "../../domain/rules/example.ts";
import type { Pack } from "../../domain/rules/pack.ts";
import { routes } from "../../contract/routes.ts";
import { inOrder } from "../../contract/case/act-order.ts";
import { barriers } from "../browser/axe.ts";
import { type DeskPage, newPage } from "../browser/desk-page.ts";
import { testPassword } from "../fresh-house.ts";
import { type Desk, openCity } from "../city.ts";
import { exampleCity, signIn } from "../../demo/example-city.ts";
import { canBeSeen, doesInBrowser, picture } from "./in-browser.ts";
import { deskOf, does, takesIn } from "./over-http.ts";

/** A story of a pack that goes as far as its regulation does. */
export interface LongestPath {
  readonly pack: Pack;
  readonly filing: Filing;
  readonly steps: readonly Step[];
  /** Who registers what did not come over the web. */
  readonly registrar: string;
}

/** Lives a story through in a city of its own: each person at a desk of their own, in a browser wherever a form is filled in. */
export async function livesThrough(path: LongestPath, browser: Browser) {
  const { pack, filing, steps } = path;
  const example = exampleCity(pack);
  const city = await openCity({ city: example, packs: [pack] });
  const desks = new Map<string, Desk>();
  const windows = new Map<string, DeskPage>();
  /** Each form is filled in at a desk once; the same one again goes over HTTP. */
  const forms = new Set<string>();
  const apart: string[] = [];
  const names = {
    pack,
    orgName: (id: string) => example.orgs.find((org) => org.id === id)?.shortName ?? id,
    personName: (id: string) => example.people.find((person) => person.login === signIn(id))?.name ?? id,
  };
  try {
    const lived = await takesIn(city, filing, path.registrar);
    for (const [n, step] of steps.entries()) {
      await one(step, n);
    }
    const last = await deskOf(city, steps.findLast((s) => windows.has(s.who))?.who ?? "", desks);
    const { stage } = await last.open(lived.id);
    const complaints = [...windows.values()].flatMap((window) => window.complaints);
    return { stage, complaints, seen: new Set(windows.keys()), apart };

    async function one(step: Step, n: number): Promise<void> {
      city.at(step.at);
      if (step.who !== "petitioner" && step.who !== "system" && step.act !== "view") {
        const said = await firstAct(await deskOf(city, step.who, desks), lived.id);
        if (said) apart.push(`${step.at} ${step.who}: ${said}`);
      }
      const form = JSON.stringify([step.act, step.input?.["formality"]]);
      if (step.who === "petitioner" || step.who === "system" || !canBeSeen(step) || forms.has(form)) {
        return does(city, step, lived, desks);
      }
      forms.add(form);
      const known = windows.get(step.who);
      const window = known ?? (await sitsDown(browser, city.url, step.who));
      windows.set(step.who, window);
      await doesInBrowser(window, `${city.url}/desk/cases/${lived.id}`, step, names);
      if (known) return;
      await picture(window.page, pack.id, `${String(n + 1).padStart(2, "0")}-${step.who}`);
      expect(await barriers(window.page)).toEqual([]);
    }
  } finally {
    await city.close();
  }
}

/** What the list of somebody's work and the page of the case name first, where they differ. */
async function firstAct(desk: Desk, id: string): Promise<string | null> {
  const kase = await desk.open(id);
  const { rows } = await desk.call(routes.worklist.rows, { query: { tab: "all" } });
  const listed = rows.find((row) => row.id === id)?.step ?? null;
  if (listed === null || listed.act === "recordDelivery") return null;
  const free = kase.acts.filter(({ closed }) => closed === null);
  const [first] = inOrder(free, kase);
  const same = first?.act === listed.act && first.formality === listed.formality;
  return same ? null : `list ${listed.label}, case ${first?.label}`;
}

/** Signs in at the desk, whatever page somebody of this post begins with. */
async function sitsDown(browser: Browser, url: string, login: string): Promise<DeskPage> {
  const desk = await newPage(browser);
  const { page } = desk;
  await page.goto(`${url}/desk`);
  await page.getByLabel("账号").fill(signIn(login));
  await page.getByLabel("密码", { exact: true }).fill(testPassword);
  await page.getByRole("button", { name: "登录" }).click();
  await page.getByRole("navigation").first().waitFor();
  return desk;
}
