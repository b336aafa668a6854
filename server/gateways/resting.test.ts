import { expect, it } from "vitest";
import type { SendResult } from "./mail.ts";
import { resting } from "./resting.ts";

it("a gateway that hangs is spared, tried with one message at a time, and used again when it answers", async () => {
  let now = 0;
  let takes = 0;
  let result: SendResult["result"] = "sent";
  const sent: number[] = [];
  const send = resting(
    async (n: number): Promise<SendResult> => {
      sent.push(n);
      await Promise.resolve();
      now += takes;
      return { result, detail: "" };
    },
    () => now,
  );
  const said = async (n: number) => (await send(n)).result;
  expect(await said(1)).toBe("sent");
  // Turned away at once is no hanging.
  result = "unreachable";
  expect([await said(2), await said(3)]).toEqual(["unreachable", "unreachable"]);
  takes = 30_000;
  result = "unanswered";
  expect(await said(4)).toBe("unanswered");
  takes = 0;
  result = "sent";
  expect([await said(5), await said(6)]).toEqual(["unreachable", "unreachable"]);
  now += 15_000;
  expect(await Promise.all([said(7), said(8)])).toEqual(["sent", "unreachable"]);
  expect(await said(9)).toBe("sent");
  expect(sent).toEqual([1, 2, 3, 4, 7, 9]);
});
