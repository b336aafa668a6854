import { randomInt } from "node:crypto";
import { hashPassword } from "../../gateways/passwords.ts";
import { keepsRights, type Staff } from "../oversight/registry-change.ts";
import { appendOfficeEvent, signedBy } from "../../store/office/office-events.ts";
import { accountOfPerson, dropSecondFactor, endSessions, giveFirstPassword } from "../../store/office/repairs.ts";
import { forgetDevices } from "../../store/office/signing/devices.ts";
import { retirePassword } from "../../store/office/signing/old-passwords.ts";
import { unlockAccount } from "../../store/office/signing/tries.ts";
import { revokeTokensOf } from "../../store/office/tokens.ts";
import { CannotMake, type ChangeFault, type ChangeRoom, type MadeBy, type Maker } from "./change.ts";

/** A password for one sign-in; sessions and tokens of the person end. */
export const resetPassword: Maker<"password"> = {
  check: (room, actor) => noAccount(room, actor),
  make: async (room, by, data) => {
    const { tx, house, world, personId } = room;
    const region = world.region.id;
    const account = await accountOf(room);
    const password = firstPassword();
    await retirePassword(tx, region, account.id, house.now());
    await giveFirstPassword(tx, region, account.id, await hashPassword(password), house.now());
    await revokeTokensOf(tx, region, personId, house.now());
    await forgetDevices(tx, region, account.id);
    await letInAgain(room, account.id, by, "passwordReset", data);
    return { secret: password, notices: [] };
  },
};

/** Takes a lost second factor off; where the region demands one, the next sign-in binds a new one. */
export const resetSecondFactor: Maker<"secondFactor"> = {
  check: (room, actor) => noAccount(room, actor),
  make: async (room, by, data) => {
    const account = await accountOf(room);
    await dropSecondFactor(room.tx, room.world.region.id, account.id);
    await letInAgain(room, account.id, by, "secondFactorReset", data);
    return { secret: null, notices: [] };
  },
};

async function noAccount({ tx, world, personId }: ChangeRoom, actor: Staff): Promise<ChangeFault | null> {
  if (!keepsRights(actor)) return { fault: "right.missing" };
  return (await accountOfPerson(tx, world.region.id, personId)) ? null : { fault: "notFound" };
}

async function accountOf({ tx, world, personId }: ChangeRoom) {
  const account = await accountOfPerson(tx, world.region.id, personId);
  if (!account) throw new CannotMake({ fault: "notFound" });
  return account;
}

async function letInAgain(
  { tx, house, world, personId }: ChangeRoom,
  accountId: string,
  by: MadeBy,
  type: string,
  { check }: { readonly check: string },
): Promise<void> {
  const region = world.region.id;
  await unlockAccount(tx, region, accountId);
  await endSessions(tx, region, accountId);
  await appendOfficeEvent(tx, region, "rights", {
    type,
    at: house.now(),
    actor: signedBy(by.actor),
    data: { id: personId, check, reason: by.reason, change: by.change, proposedBy: by.proposedBy },
  });
}

const letters = "abcdefghjkmnpqrstuvwxyz";
const digits = "23456789";

/** Three groups that are easy to read out, of four classes of signs: `Kd7m-Xq3p-Tz8w`. */
function firstPassword(): string {
  const sign = (signs: string) => signs[randomInt(signs.length)] ?? "";
  const group = () => sign(letters).toUpperCase() + sign(letters) + sign(digits) + sign(letters);
  return [group(), group(), group()].join("-");
}
