import { vi } from 'vitest';

/** Waits until nothing is thrown any more: as long as a busy machine may take, where Vitest by itself gives up after a second. */
export function eventually<Result>(holds: () => Result | Promise<Result>): Promise<Result> {
  return vi.waitFor(holds, { timeout: 60_000, interval: 10 });
}
