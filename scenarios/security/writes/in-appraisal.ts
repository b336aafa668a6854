import { routes } from "../../../contract/routes.ts";
import type { City } from "../../city.ts";
import { at, file, pass, reply, send } from "../../steps.ts";

/** A case that is over is put on the appraisal list, held back and let go, proposed for erasing and kept after all. */
export async function appraisal(city: City, unpressed: City): Promise<void> {
  const { id, number } = await file(unpressed, { content: "公园长椅断了一条腿。" });
  await send(unpressed, id, "water");
  await pass(unpressed, id, await reply(unpressed, id, "water", "长椅已修好。"));
  const head = await at(city, "bureau.head");
  const security = await at(city, "security");
  const ids = [id];
  await head.call(routes.retention.add, { body: { number, reason: "档案馆要求" } });
  await head.call(routes.retention.hold, { body: { ids, hold: true, reason: "法院已立案" } });
  await head.call(routes.retention.hold, { body: { ids, hold: false, reason: "案件已撤回" } });
  await head.call(routes.retention.propose, { body: { ids, proposal: "erase", reason: "鉴定会议" } });
  await security.call(routes.retention.decide, { body: { ids, agree: false, reason: "再留一年" } });
}
