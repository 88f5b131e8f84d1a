/** Room that V8 gives a list which is pushed to, at first. */
const GROWN_LENGTH = 17;

/** A list in no more room than it needs: of a million plots' positions the rest is 3 GB. */
export function tightList<T>(list: T[]): T[] {
  return list.length === GROWN_LENGTH ? list : list.slice();
}
