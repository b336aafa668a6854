import type { Tx } from "../../store/db.ts";
import { deliveryKey, enqueue } from "../../store/jobs.ts";
import { type NewMessage, putMessages } from "../../store/once/outbox.ts";
import type { RowSeal } from "../../store/words/rows/row-places.ts";

/** Puts messages into the outbox; the worker sends those that go by themselves, each when it is planned for. */
export async function putOut(tx: Tx, seal: RowSeal, region: string, messages: readonly NewMessage[]): Promise<void> {
  await putMessages(tx, seal, region, messages);
  for (const { id, state, send_after: due } of messages) {
    if (state === "waiting") await enqueue(tx, "deliver", { region, message: id }, deliveryKey(id), due ?? null);
  }
}
