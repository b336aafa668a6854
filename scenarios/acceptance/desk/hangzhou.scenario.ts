import { afterAll, beforeAll, expect, it } from "vitest";
import { routes } from "../../../contract/routes.ts";
import { hangzhouDemo } from "../../../demo/hangzhou/city.ts";
import { type City, citizen, openCity } from "../../city.ts";
import { at, file, refusal } from "../../steps.ts";

let city: City;
beforeAll(async () => {
  city = await openCity({ city: hangzhouDemo });
});
afterAll(() => city.close());

const facts = {
  source: "cityMayorMailbox",
  petitionerKind: "citizen",
  purpose: "complaint",
  addressee: "department",
  acceptance: "e",
  urgent: "no",
};

it("[AC-59] a refusal as already accepted names an open case of the same person and no other", async () => {
  const first = await file(city, { content: "河坊街夜间施工，请查处。" });
  const stranger = await file(city, {
    content: "别处的一件事。",
    petitioner: { ...citizen, name: "顾青禾", phone: "13900008888" },
  });
  const again = await file(city, { content: "河坊街夜间又在施工。" });
  const dispatcher = await at(city, "bureau.dispatcher");
  const refuse = (caseAt: string) => dispatcher.act(again.id, "refuse", { ground: "ground.5.2.c", fields: { caseAt } });
  const preview = (caseAt: string) =>
    dispatcher.call(routes.cases.previewRefusal, {
      params: { id: again.id },
      body: { ground: "ground.5.2.c", fields: { caseAt } },
    });
  for (const wrong of ["HZ-20990101-999999", stranger.number, again.number, "没有编号"]) {
    await expect(preview(wrong), wrong).rejects.toMatchObject(refusal(422, "ground.noSuchCase"));
    await expect(refuse(wrong), wrong).rejects.toMatchObject(refusal(422, "ground.noSuchCase"));
  }
  await expect(refuse("")).rejects.toMatchObject(refusal(422, "ground.fieldMissing"));
  const pasted = ` ${first.number.replaceAll("-", "").toLowerCase()} `;
  expect((await preview(pasted)).text).toContain(first.number);
  await refuse(pasted);
  const { stage, refusal: told } = await dispatcher.open(again.id);
  expect(stage).toBe("refused");
  expect(told?.reason).toContain(first.number);
});

it("[AC-62] the unit that the citizen criticises is closed in the tree, with the step that comes first as a press", async () => {
  const { id } = await file(city, { content: "市城管局执法态度差，请处理。" });
  const dispatcher = await at(city, "bureau.dispatcher");
  const closedAct = (await dispatcher.open(id)).acts.find((act) => act.act === "dispatch");
  expect(closedAct?.closed?.message).toBeTruthy();
  expect(closedAct?.first).toMatchObject({ mine: true, label: "录入登记要素" });
  const values = { ...facts, acceptance: "b", criticisedUnit: "urban" };
  await dispatcher.act(id, "carryOut", { formality: "recordFacts", values });
  const body = { track: null };
  const seen = await dispatcher.call(routes.cases.previewDispatch, { params: { id }, body });
  const urban = seen.closed.find((one) => one.id === "urban");
  expect(urban?.message).toContain("批评");
  expect(seen.suggestions.some((one) => one.id === "urban")).toBe(false);
  expect(seen.target === null || seen.due === null || seen.target < seen.due).toBe(true);
});
