import { atRest, code, documents, keys, secrets, session, sight } from "../proofs.ts";
import { type Chapter, met, partly, row, testsOf } from "../requirement.ts";

const checker = testsOf("scenarios/record/audit-check.db.test.ts");
const sm2 = testsOf("server/gateways/keys/sm2.test.ts");
const founding = testsOf("scenarios/record/found-city.db.test.ts");

export const v11: Chapter = {
  id: "V11",
  title: "Cryptography",
  rows: [
    row(
      "11.1.1",
      "written life of keys",
      met(documents("lists every key and cipher"), atRest("seals everything anew in batches")),
    ),
    row("11.1.2", "inventory of keys and ciphers", met(documents("lists every key and cipher"))),
    row(
      "11.2.1",
      "validated implementations",
      partly(
        "Ciphers are those of node (OpenSSL), SM2 of sm-crypto-v2 and argon2 of @node-rs; no validated module (FIPS, GB/T 39786) is demanded.",
        code("hashes and ciphers are those of the inventory"),
      ),
    ),
    row(
      "11.2.2",
      "algorithms and keys can be changed",
      met(keys("opens what the other suite has sealed"), atRest("seals everything anew in batches")),
    ),
    row("11.2.3", "128 bits of strength", met(code("hashes and ciphers are those of the inventory"))),
    row("11.3.1", "no weak modes or paddings", met(code("hashes and ciphers are those of the inventory"))),
    row("11.3.2", "approved ciphers only", met(code("hashes and ciphers are those of the inventory"))),
    row(
      "11.3.3",
      "a changed cipher text is found",
      met(
        code("hashes and ciphers are those of the inventory"),
        testsOf("scenarios/browser/portal-errors.scenario.ts")("a broken link to one's case"),
      ),
    ),
    row("11.4.1", "approved hashes only", met(code("hashes and ciphers are those of the inventory"))),
    row(
      "11.4.2",
      "passwords as slow hashes",
      met(secrets("is argon2id with 19 MiB"), founding("the example founds a city once")),
    ),
    row(
      "11.4.3",
      "hashes that resist collisions",
      met(code("hashes and ciphers are those of the inventory"), checker("is clean by its own word")),
    ),
    row(
      "11.4.4",
      "keys from passwords are stretched",
      partly("No key is made from a password; keys are derived by HKDF from a random master key."),
    ),
    row(
      "11.5.1",
      "unguessable values of 128 bits",
      partly(
        "Session marks and tokens have 256 bits; the query code of a citizen has ten digits, as people have to type it, and is limited to five tries.",
        code("chance comes from the machine's own source"),
        session("only the session's hash is kept"),
        sight("a token works as one person"),
      ),
    ),
    row(
      "11.6.1",
      "approved ways to sign",
      met(
        checker("names a day whose count, root or signature was changed"),
        sm2("has the public key and the signature of the published example"),
      ),
    ),
  ],
};
