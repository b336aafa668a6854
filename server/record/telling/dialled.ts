import { isFault } from "../../../domain/fields/fault.ts";
import { readTelephone } from "../../../domain/fields/telephone.ts";

/** A telephone number as gateways are given it: E.164 digits; one that the house cannot read goes as it is kept. */
export function dialled(phone: string): string {
  const read = readTelephone(phone);
  return isFault(read) ? phone : (read.e164?.slice(1) ?? read.digits);
}
