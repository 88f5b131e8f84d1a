/** Keeps the last result as long as its inputs are the same objects. */
export function remember<Inputs extends readonly unknown[], Result>(make: (...inputs: Inputs) => Result) {
  let last: { inputs: Inputs; result: Result } | undefined;
  return (...inputs: Inputs): Result => {
    if (!last || inputs.some((input, index) => input !== last?.inputs[index]))
      last = { inputs, result: make(...inputs) };
    return last.result;
  };
}
