import { generateSecret, generateURI, verifySync } from "otplib";

/** A new secret for an authenticator app, and the address that its QR code holds. */
export function newSecondFactor(login: string, issuer: string): { readonly secret: string; readonly uri: string } {
  const secret = generateSecret();
  return { secret, uri: generateURI({ issuer, label: login, secret }) };
}

/**
 * The half minute that a six-digit code belongs to, when it is right at this moment, half a minute either way; null
 * otherwise. A caller that keeps it can refuse the same code a second time.
 */
export function checkSecondFactor(secret: string, code: string, atMillis: number): number | null {
  const digits = code.normalize("NFKC").replace(/\D/g, "");
  if (digits.length !== 6) return null;
  const found = verifySync({ secret, token: digits, epoch: Math.floor(atMillis / 1000), epochTolerance: 30 });
  return found.valid && "timeStep" in found ? found.timeStep : null;
}
