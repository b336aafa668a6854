/**
 * Puts texts that come in pieces together to lines. Every character is looked at once and copied once, however many
 * pieces a line comes in: a line may be as long as a file of ten million bytes.
 */
export class LineSplitter {
  private pieces: string[] = [];
  private length = 0;
  private readonly longest: number;

  constructor(longest: number) {
    this.longest = longest;
  }

  /** Whether the line at hand is longer than any may be: whoever reads on fills the memory. */
  get isOverlong(): boolean {
    return this.length > this.longest;
  }

  /** The lines that end in this piece. */
  take(text: string): readonly string[] {
    const lines: string[] = [];
    let from = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", from)) {
      this.pieces.push(text.slice(from, end));
      lines.push(this.pieces.join(""));
      this.pieces = [];
      this.length = 0;
      from = end + 1;
    }
    if (from < text.length) this.pieces.push(text.slice(from));
    this.length += text.length - from;
    return lines;
  }
}
