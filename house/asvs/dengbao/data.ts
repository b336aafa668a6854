import {
  ageing,
  atRest,
  backup,
  bounds,
  budgets,
  canaries,
  chain,
  code,
  crash,
  databaseAway,
  documents,
  doors,
  drill,
  fileKinds,
  files,
  lostCode,
  oneRule,
  patterns,
  personalData,
  plainWays,
  refusals,
  secondSignature,
  session,
  sight,
  tampering,
  transport,
} from "../proofs.ts";
import { type Requirement, met, metWith, notApplicable, notMet, partly, row, testsOf } from "../requirement.ts";

const checker = testsOf("scenarios/record/audit-check.db.test.ts");
const contactFields = testsOf("scenarios/acceptance/portal/filing/contact-fields.scenario.ts");
const scanner = testsOf("scenarios/security/scanner/scanner.scenario.ts");
const retention = testsOf("scenarios/acceptance/desk/retention.scenario.ts");

/** What comes in, what is kept, what is left. */
export const data: readonly Requirement[] = [
  row("8.1.4.4a", "only what is needed", met(budgets("every dependency is used"))),
  row(
    "8.1.4.4b",
    "no needless services and ports",
    partly("One port is opened, on the loopback unless told otherwise; the machine's other ports are the operator's."),
  ),
  row(
    "8.1.4.4c",
    "managers from known addresses only",
    metWith(
      "With DESK_FROM, the networks from which staff and programs may come.",
      transport("open from the networks that are set"),
      plainWays("networks are read as they are written"),
    ),
  ),
  row(
    "8.1.4.4d",
    "what comes in is checked",
    met(
      oneRule("one rule, every door"),
      bounds("what comes in is bounded at the door"),
      patterns("every regular expression is proven linear"),
    ),
  ),
  row(
    "8.1.4.4e",
    "known weaknesses are mended in time",
    partly(
      "SECURITY.md sets terms and the bill of materials names every component; the advisory database could not be asked where this version was made.",
      documents("sets terms for updates by severity"),
      testsOf("house/sbom/sbom.test.ts")("names every package of production"),
    ),
  ),
  row(
    "8.1.4.4f",
    "attacks are noticed and told",
    partly(
      "Repeated refusals alarm the security officer, the auditor and the log of the process; detection on the machine and net is the operator's.",
      ageing("who is refused again and again is noticed"),
      refusals("what is turned away is written down"),
    ),
  ),
  row(
    "8.1.4.5",
    "malicious code in files",
    met(
      files("a file is taken for what it is"),
      fileKinds("documents by their parts"),
      scanner("are refused at the desk with a sentence"),
      scanner("while the scanner is away no file comes in"),
    ),
  ),
  row(
    "8.1.4.6",
    "trusted start of machine and programs",
    notApplicable("A trusted start needs a root of trust in the operator's hardware; an application cannot give it."),
  ),
  row(
    "8.1.4.7a",
    "on the way",
    metWith(
      "With TLS_DEMANDED=on; exports of the log and backups carry a signature of their own besides.",
      transport("speaks TLS 1.2 and 1.3 and no older one"),
      plainWays("is named where it says"),
      checker("is clean by its own word"),
      backup("is refused whole when somebody has altered"),
    ),
  ),
  row(
    "8.1.4.7b",
    "where it is kept",
    met(
      tampering("names 33 manipulations"),
      chain("finds a stream that was forged"),
      secondSignature("days and heads are signed under SM2 beside Ed25519"),
    ),
  ),
  row(
    "8.1.4.8a",
    "on the way",
    metWith(
      "With TLS_DEMANDED=on: to visitors, database, mail and gateways.",
      transport("speaks TLS 1.2 and 1.3 and no older one"),
      plainWays("is named where it says"),
      transport("a mail server that cannot begin it"),
      doors("TLS is asked for by browsers"),
    ),
  ),
  row(
    "8.1.4.8b",
    "where it is kept",
    partly(
      "Fields of persons, files, papers and words of sealed cases are sealed (AES or SM4), passwords and tokens are hashes; other words are plain.",
      atRest("holds no byte of a file"),
      session("only the session's hash is kept"),
      code("hashes and ciphers are those of the inventory"),
    ),
  ),
  row(
    "8.1.4.9a",
    "backup and restore on the spot",
    met(
      backup("brings every row of every table back"),
      drill("a backup that was made now"),
      drill("of an older backup"),
    ),
  ),
  row(
    "8.1.4.9b",
    "at once to another place",
    notMet("A backup is a file; sending it elsewhere at once is up to PostgreSQL's own log shipping."),
  ),
  row(
    "8.1.4.9c",
    "a second system that takes over",
    partly(
      "Several servers may stand before one database, whose standby is the operator's; a killed server or database loses nothing.",
      crash("loses nothing that it has acknowledged"),
      databaseAway("a lost connection costs requests"),
    ),
  ),
  row(
    "8.1.4.10a",
    "what proved who one is does not stay",
    met(
      session("signing out, a new password"),
      session("only the session's hash is kept"),
      lostCode("gives a new code by SMS"),
    ),
  ),
  row(
    "8.1.4.10b",
    "sensitive data do not stay",
    met(
      bounds("are deleted with their bytes when they are dropped"),
      retention("lists what is past its time"),
      retention("finds nothing of the case in any table"),
    ),
  ),
  row("8.1.4.11a", "only what the matter needs", met(contactFields("the contact fields are those of the regulation"))),
  row(
    "8.1.4.11b",
    "no look and no use without right",
    met(
      sight("names and numbers are masked everywhere"),
      canaries("a paper is masked unless"),
      personalData("seeded data stay out of every public page"),
    ),
  ),
];
