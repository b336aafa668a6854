import { describe, expect, it } from "vitest";
import { parseCheckpoint } from "./checkpoint.ts";
import { formatNote, formatVerifierKey, keyId, NotANote, parseNote, parseVerifierKey, signatureOf } from "./note.ts";

/** The example of c2sp.org/signed-note. */
const key = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
const note = `This is an example message.

\u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
`;

describe("signed notes", () => {
  it("reads and checks the example of the specification", () => {
    const known = parseVerifierKey(key);
    expect(formatVerifierKey(known)).toBe(key);
    expect(keyId(known).toString("hex")).toBe("530d903a");
    expect(signatureOf(parseNote(note), known)?.name).toBe("example.com/foo");
    expect(formatNote(parseNote(note))).toBe(note);
  });

  it("refuses a changed word, and passes over keys that it does not know", () => {
    const known = parseVerifierKey(key);
    expect(() => signatureOf(parseNote(note.replace("example message", "other message")), known)).toThrow(NotANote);
    expect(signatureOf(parseNote(note), { ...known, name: "example.com/bar" })).toBeNull();
  });

  it("says what is no note, no key and no checkpoint", () => {
    for (const wrong of ["", "words", "words\n\n", "words\n\nname sig\n", note.trimEnd()]) {
      expect(() => parseNote(wrong)).toThrow(NotANote);
    }
    for (const wrong of ["", "a+b", key.replace("530d", "530e"), key.slice(0, -4)]) {
      expect(() => parseVerifierKey(wrong)).toThrow(NotANote);
    }
    for (const wrong of ["log\n01\nAAAA\n", "log\n1\nAAAA\n", "\n1\n\n", "log\n-1\n"]) {
      expect(() => parseCheckpoint(wrong)).toThrow(NotANote);
    }
    const root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    expect(parseCheckpoint(`example.com/log\n20852163\n${root}\n`)).toMatchObject({ size: 20_852_163 });
  });
});
