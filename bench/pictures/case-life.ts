import type { Browser } from "playwright-core";
import type { Camera } from "./camera.ts";
import { begin, chooseUnit, confirm, openCase, signIn } from "./desk.ts";

const answer =
  "您好！您反映的路灯，经查是灯具老化。维修人员已更换灯具，路灯恢复照明。责任单位：市城市管理局路灯处，电话0591-0000 1008。";

/** A case goes through the hands of the desk, with a picture of each dialog. */
export async function livesThrough(browser: Browser, url: string, number: string, camera: Camera): Promise<void> {
  const dispatcher = await signIn(browser, url, "bureau.dispatcher");
  await openCase(dispatcher, url, number);
  await camera.take(dispatcher, "desk-case");
  const sending = await begin(dispatcher, "批转");
  await chooseUnit(sending, "市城管局");
  await camera.take(dispatcher, "desk-dispatch");
  await confirm(sending, "批转");
  const clerk = await signIn(browser, url, "urban.clerk");
  await openCase(clerk, url, number);
  await confirm(await begin(clerk, "呈报分管领导"), "呈报分管领导");
  const writing = await begin(clerk, "办理与答复");
  const text = writing.getByRole("textbox", { name: /^公开答复|^答复/ }).first();
  await text.fill(answer);
  await camera.take(clerk, "desk-reply");
  await confirm(writing, "办理与答复");
  const leader = await signIn(browser, url, "urban.leader");
  await openCase(leader, url, number);
  const signing = await begin(leader, "同意并报送");
  await camera.take(leader, "desk-approve");
  await confirm(signing, "同意并报送");
  const auditor = await signIn(browser, url, "bureau.auditor");
  await openCase(auditor, url, number);
  const audit = await begin(auditor, "审核通过");
  for (const item of await audit.getByRole("group").all()) {
    const yes = item.getByRole("radio", { name: "是" });
    if ((await yes.count()) > 0) await yes.check();
  }
  await camera.take(auditor, "desk-audit");
  await confirm(audit, "审核通过");
}

/** A case is refused, with the words that the petitioner will read. */
export async function refuses(browser: Browser, url: string, number: string, camera: Camera): Promise<void> {
  const dispatcher = await signIn(browser, url, "bureau.dispatcher");
  await openCase(dispatcher, url, number);
  const name = "不予受理";
  const dialog = await begin(dispatcher, name);
  await dialog
    .getByRole("radio", { name: /诉讼|仲裁/ })
    .first()
    .check();
  const procedure = dialog.locator(".ant-radio-group").nth(1).getByRole("radio").first();
  if ((await procedure.count()) > 0) await procedure.check();
  const [where, ...others] = await dialog.getByRole("textbox").all();
  await where?.fill("鼓楼区人民法院");
  for (const field of others) await field.fill("来件所说的合同纠纷，法院已经立案开庭。");
  await dialog.getByRole("button", { name: "看告知文字" }).first().click();
  await dispatcher.waitForTimeout(600);
  await camera.take(dispatcher, "desk-refuse");
  await confirm(dialog, name);
}
