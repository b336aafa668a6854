import { code, doors, session } from "../proofs.ts";
import { type Chapter, met, notApplicable, notMet, partly, row } from "../requirement.ts";

const proxy =
  "TLS ends at a proxy before the platform; deploy/nginx.conf is the example, which no test of the project starts.";

export const v12: Chapter = {
  id: "V12",
  title: "Secure communication",
  rows: [
    row("12.1.1", "TLS 1.2 and 1.3 only", partly(proxy)),
    row(
      "12.1.2",
      "strong cipher suites",
      partly("The example of nginx leaves the choice of suites to the defaults of nginx and OpenSSL."),
    ),
    row("12.1.3", "certificates of clients", notApplicable("Nobody proves who they are by a certificate of a client.")),
    row(
      "12.2.1",
      "no unencrypted way for visitors",
      partly(
        "Over TLS browsers are told to stay and cookies go no other way; that nothing listens without TLS is up to the proxy.",
        doors("TLS is asked for by browsers"),
        session("behind TLS every cookie says so"),
      ),
    ),
    row("12.2.2", "trusted certificates", partly("The certificate is the operator's and stands at the proxy.")),
    row(
      "12.3.1",
      "TLS on every inner way",
      notMet("TLS to PostgreSQL, SMTP and gateways is used where their addresses ask for it, and not demanded."),
    ),
    row("12.3.2", "certificates of others are checked", met(code("no check of a certificate is switched off"))),
    row(
      "12.3.3",
      "TLS between own services",
      partly(
        "Proxy and platform talk over the loopback of one machine in the examples; on several machines TLS is the operator's to set up.",
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
