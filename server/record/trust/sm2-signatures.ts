import type { PlainDate } from "../../../domain/calendar/plain-date.ts";
import type { House } from "../../house.ts";
import { type Sm2Key, sm2KeyOf } from "../../store/trust/sm2-key.ts";
import { fault, type LogFault } from "./fault.ts";

/** The signatures under SM2: which days and heads must carry one, and whether it is right. */
export class Sm2Signatures {
  readonly #house: Pick<House, "keys">;
  readonly #key: Sm2Key | null;
  /** How many were right. */
  right = 0;

  constructor(house: Pick<House, "keys">, key: Sm2Key | null) {
    this.#house = house;
    this.#key = key;
  }

  /** What is wrong with the key itself: it is not that of the house. */
  keyFault(region: string): LogFault | null {
    const { print, publicKey } = this.#house.keys.sm2;
    if (!this.#key || (this.#key.public_key === publicKey && this.#key.print === print)) return null;
    return fault("sm2KeyDiffers", region, { expected: print, found: this.#key.print });
  }

  ofDay(day: PlainDate, signed: Buffer, signature: Buffer | null): LogFault | null {
    const ought = this.#key !== null && (this.#key.after_day === null || day > this.#key.after_day);
    return this.#judge(day, ought, signed, signature);
  }

  ofHead(size: number, text: string, signature: Buffer | null): LogFault | null {
    const ought = this.#key !== null && size > this.#key.after_size;
    return this.#judge(`checkpoint/${size}`, ought, Buffer.from(text), signature);
  }

  #judge(where: string, ought: boolean, signed: Buffer, signature: Buffer | null): LogFault | null {
    const expected = this.#house.keys.sm2.print;
    if (signature === null) return ought ? fault("sm2SignatureMissing", where, { expected }) : null;
    if (!this.#house.keys.sm2.verify(signed, signature)) {
      return fault("sm2SignatureWrong", where, { expected, found: signature });
    }
    this.right += 1;
    return null;
  }
}

export async function sm2Signatures(house: House, region: string): Promise<Sm2Signatures> {
  return new Sm2Signatures(house, await sm2KeyOf(house.db, region));
}
