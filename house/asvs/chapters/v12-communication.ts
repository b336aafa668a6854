import { code, documents, doors, plainWays, session, transport } from "../proofs.ts";
import { type Chapter, met, metWith, notApplicable, partly, row } from "../requirement.ts";

const demanded =
  "With TLS_DEMANDED=on: the server does not start with a setting that lets something leave without TLS.";

export const v12: Chapter = {
  id: "V12",
  title: "Secure communication",
  rows: [
    row(
      "12.1.1",
      "TLS 1.2 and 1.3 only",
      metWith(
        "With TLS_CERT_FILE the server speaks TLS itself; before a proxy deploy/nginx.conf is held to the same versions.",
        transport("speaks TLS 1.2 and 1.3 and no older one"),
        documents("the example of nginx"),
      ),
    ),
    row(
      "12.1.2",
      "strong cipher suites",
      metWith(
        "With TLS_CERT_FILE, or by deploy/nginx.conf: forward secrecy and authenticated ciphers only.",
        transport("speaks TLS 1.2 and 1.3 and no older one"),
        documents("the example of nginx"),
      ),
    ),
    row("12.1.3", "certificates of clients", notApplicable("Nobody proves who they are by a certificate of a client.")),
    row(
      "12.2.1",
      "no unencrypted way for visitors",
      metWith(
        demanded,
        transport("answers nothing without TLS"),
        transport("pages that somebody opens lead to https"),
        doors("TLS is asked for by browsers"),
        session("behind TLS every cookie says so"),
      ),
    ),
    row(
      "12.2.2",
      "trusted certificates",
      partly("The certificate is the operator's; whether browsers trust it is not known to the server that shows it."),
    ),
    row(
      "12.3.1",
      "TLS on every inner way",
      metWith(
        demanded,
        plainWays("is named where it says"),
        plainWays("every way is TLS or stays on the machine"),
        transport("a mail server that cannot begin it"),
      ),
    ),
    row("12.3.2", "certificates of others are checked", met(code("no check of a certificate is switched off"))),
    row(
      "12.3.3",
      "TLS between own services",
      metWith(
        demanded,
        plainWays("the port is not open to listeners"),
        transport("pages that somebody opens lead to https"),
      ),
    ),
    row(
      "12.3.4",
      "trusted certificates between own services",
      partly(
        "What node trusts is trusted; a certificate authority of one's own is given by NODE_EXTRA_CA_CERTS.",
        code("no check of a certificate is switched off"),
      ),
    ),
  ],
};
