import type { FastifyInstance } from "fastify";
import type { Command } from "../../../../domain/case/input.ts";
import type { Formality, Values } from "../../../../domain/rules/formality.ts";
import { inputName } from "../../../../portal/pages/case/formality-form.tsx";
import { packOf } from "../../../record/perform.ts";
import { readCase } from "../../../store/case/load.ts";
import { missing } from "../../fault.ts";
import { type Shop, worldAt } from "../../shop.ts";
import { actAsPetitioner, mine } from "./act-as-petitioner.ts";
import { casePage, type Fields } from "./case-page.ts";
import { tooLong, wordsOf } from "../too-long.ts";
import { mustBeOurForm } from "../visit.ts";

/** The form of such a step, without any script. */
export function formalityDoor(app: FastifyInstance, shop: Shop): void {
  app.post("/my-case/formality", async (request, reply) => {
    const body = request.body as Fields;
    mustBeOurForm(request, body["_csrf"]);
    const caseId = mine(shop, request);
    const stored = await readCase(shop.house.db, shop.house.keys, shop.region, caseId);
    if (!stored) throw missing();
    const pack = packOf(shop.house, stored.kase, await worldAt(shop, request));
    const formality = pack.formalities.find((one) => one.id === body["formality"]);
    if (!formality) throw missing();
    const long = longest(formality, body);
    if (long) return casePage(shop, request, reply, { [formality.id]: long }, null, body);
    const trouble = await actAsPetitioner(shop, caseId, orderOf(formality, body), body["once"]);
    if (trouble) return casePage(shop, request, reply, { [formality.id]: trouble }, null, body);
    return reply.redirect("/my-case?said=formality", 303);
  });
}

/** The first field in which more is written than is taken, by its label. */
function longest({ id, fields }: Formality, body: Fields): string | null {
  const said = fields.flatMap(({ name, label }) => {
    const long = tooLong(name, wordsOf(body[inputName(id, name)]), 5000)?.[name];
    return long ? [`${label}：${long}`] : [];
  });
  return said[0] ?? null;
}

function orderOf(formality: Formality, body: Fields): Command {
  const input = { formality: formality.id, values: valuesOf(formality, body) };
  return formality.on === "case"
    ? { act: "carryOut", legId: null, input }
    : { act: "carryOutOnLeg", legId: body["legId"] || null, input };
}

function valuesOf({ id, fields }: Formality, body: Fields): Values {
  return Object.fromEntries(
    fields.flatMap(({ name, kind }) => {
      const said = body[inputName(id, name)];
      if (said === undefined) return [];
      const text = wordsOf(said);
      return [[name, kind === "people" ? text.split(/[\n、，,]/) : text]];
    }),
  );
}
