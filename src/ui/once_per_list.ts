/** Keeps what was found of a list as long as the list lives: of a hundred thousand changes nothing is counted anew for every redraw. */
export function oncePerList<List extends object, Result>(make: (list: List) => Result): (list: List) => Result {
  const known = new WeakMap<List, { result: Result }>();
  return (list) => {
    let entry = known.get(list);
    if (!entry) {
      entry = { result: make(list) };
      known.set(list, entry);
    }
    return entry.result;
  };
}
