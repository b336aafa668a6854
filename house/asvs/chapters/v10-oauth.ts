import { type Chapter, notApplicable, row } from "../requirement.ts";

const none = notApplicable(
  "There is no OAuth and no OpenID Connect in it; a test holds that no dependency brings them.",
);

export const v10: Chapter = {
  id: "V10",
  title: "OAuth and OIDC",
  rows: [
    row("10.1.1", "tokens only where they are needed", none),
    row("10.1.2", "answers belong to their own request", none),
    row("10.2.1", "code flow safe from forged requests", none),
    row("10.2.2", "servers are not mixed up", none),
    row("10.3.1", "audience of access tokens", none),
    row("10.3.2", "rights delegated by claims", none),
    row("10.3.3", "users by lasting claims", none),
    row("10.3.4", "strength of the sign-in", none),
    row("10.4.1", "redirect addresses are registered", none),
    row("10.4.2", "codes are used once", none),
    row("10.4.3", "codes are short-lived", none),
    row("10.4.4", "only the grants that are needed", none),
    row("10.4.5", "refresh tokens are not replayed", none),
    row("10.4.6", "proof key for code exchange", none),
    row("10.4.7", "dynamic registration of clients", none),
    row("10.4.8", "refresh tokens end", none),
    row("10.4.9", "tokens can be revoked by their users", none),
    row("10.4.10", "confidential clients prove themselves", none),
    row("10.4.11", "only the scopes that are needed", none),
    row("10.5.1", "ID tokens are not replayed", none),
    row("10.5.2", "users by lasting claims of the ID token", none),
    row("10.5.3", "metadata of the right issuer", none),
    row("10.5.4", "audience of ID tokens", none),
    row("10.5.5", "back-channel logout", none),
    row("10.6.1", "response modes of a provider", none),
    row("10.6.2", "forced logout", none),
    row("10.7.1", "consent to each request", none),
    row("10.7.2", "what is consented to", none),
    row("10.7.3", "consents can be revoked", none),
  ],
};
