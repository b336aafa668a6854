/** So many bytes of files that are being sent may lie in memory at a time, those of all requests together. */
export class Room {
  private readonly most: number;
  private readonly held = new Map<object, number>();
  private sum = 0;

  constructor(most: number) {
    this.most = most;
  }

  /** Takes room for bytes of a request; false where there is none. */
  take(request: object, bytes: number): boolean {
    if (this.sum + bytes > this.most) return false;
    this.sum += bytes;
    this.held.set(request, (this.held.get(request) ?? 0) + bytes);
    return true;
  }

  /** The request is answered: what was held for it is free. */
  free(request: object): void {
    this.sum -= this.held.get(request) ?? 0;
    this.held.delete(request);
  }
}

/** Of one process, whichever region the files are for. */
export const uploadRoom = new Room(256 * 1024 * 1024);
