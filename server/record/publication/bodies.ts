import type { World } from "../../store/world.ts";

/** The telephone numbers of a region's bodies, which the public may read. */
export function bodyNumbers({ region, cards }: Pick<World, "region" | "cards">): readonly string[] {
  const { phone, adminPhone, referrals } = region.settings;
  const numbers = [
    phone,
    adminPhone,
    ...[...cards.values()].map((card) => card.phone),
    ...(referrals ?? []).map((one) => one.phone),
  ];
  return numbers.flatMap((number) => (number ? [number] : []));
}
