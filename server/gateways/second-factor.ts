import { generateSecret, generateURI, verifySync } from "otplib";

/** A new secret for an authenticator app, and the address that its QR code holds. */
export function newSecondFactor(login: string, issuer: string): { readonly secret: string; readonly uri: string } {
  const secret = generateSecret();
  return { secret, uri: generateURI({ issuer, label: login, secret }) };
}

/** Whether a six-digit code is right at this moment, half a minute either way. */
export function checkSecondFactor(secret: string, code: string, atMillis: number): boolean {
  const digits = code.normalize("NFKC").replace(/\D/g, "");
  if (digits.length !== 6) return false;
  return verifySync({ secret, token: digits, epoch: Math.floor(atMillis / 1000), epochTolerance: 30 }).valid;
}
