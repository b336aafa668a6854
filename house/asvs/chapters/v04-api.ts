import { doors, documents, transport, web } from "../proofs.ts";
import { type Chapter, met, metWith, notApplicable, row } from "../requirement.ts";

const noSockets = "There is no WebSocket; tests hold that no dependency or page brings one.";

export const v04: Chapter = {
  id: "V4",
  title: "API and web service",
  rows: [
    row("4.1.1", "the type and charset of every answer", met(web("every answer with a body says what it is"))),
    row(
      "4.1.2",
      "only pages lead from HTTP to HTTPS",
      metWith(
        "With TLS_DEMANDED=on, and in the example of nginx.",
        transport("pages that somebody opens lead to https"),
        documents("leads no program to https"),
      ),
    ),
    row("4.1.3", "headers of a proxy cannot be forged", met(web("what a stranger says of the way here"))),
    row(
      "4.2.1",
      "where a request ends",
      met(web("where a request ends is said in one way"), doors("an address that was never encoded")),
    ),
    row(
      "4.3.1",
      "GraphQL: bounded queries",
      notApplicable("There is no GraphQL; a test holds that no dependency brings it."),
    ),
    row(
      "4.3.2",
      "GraphQL: introspection",
      notApplicable("There is no GraphQL; a test holds that no dependency brings it."),
    ),
    row("4.4.1", "WebSocket over TLS", notApplicable(noSockets)),
    row("4.4.2", "origin of a WebSocket", notApplicable(noSockets)),
    row("4.4.3", "tokens of a WebSocket", notApplicable(noSockets)),
    row("4.4.4", "tokens of a WebSocket from the session", notApplicable(noSockets)),
  ],
};
