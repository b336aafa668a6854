import type { ChangeByTwo } from "../../../domain/office/two-persons.ts";
import type { Maker } from "./change.ts";
import { givePost } from "./give-post.ts";
import { giveToken } from "./give-token.ts";
import { resetPassword, resetSecondFactor } from "./reset-account.ts";

const makers: { readonly [K in ChangeByTwo]: Maker<K> } = {
  holding: givePost,
  token: giveToken,
  password: resetPassword,
  secondFactor: resetSecondFactor,
};

/** How changes of a kind are looked at and made. */
export function makerOf<K extends ChangeByTwo>(kind: K): Maker<K> {
  return makers[kind];
}
