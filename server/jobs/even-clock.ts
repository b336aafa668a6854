/** So long the clock must have run evenly before days are signed. */
const needed = 55 * 60_000;
/** A clock that is set by the network moves by less. */
const tolerated = 60_000;

/** Watches whether the clock runs as fast as time does. */
export interface EvenClock {
  /** Looks at the clock; called every minute. */
  look(): void;
  /** It has run for an hour without a jump. */
  isEven(): boolean;
}

/** `wall`: the clock, in milliseconds; `elapsed`: time since some moment, which nobody can set. */
export function evenClock(wall: () => number, elapsed: () => number): EvenClock {
  let began = { wall: wall(), elapsed: elapsed() };
  const look = () => {
    const now = { wall: wall(), elapsed: elapsed() };
    const drift = now.wall - began.wall - (now.elapsed - began.elapsed);
    if (Math.abs(drift) > tolerated) began = now;
  };
  return {
    look,
    isEven: () => {
      look();
      return elapsed() - began.elapsed >= needed;
    },
  };
}
