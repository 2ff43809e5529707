type Numbers = Uint32Array | Uint16Array | Uint8Array;

/** A longer array that begins with the same numbers. */
export function grown<T extends Numbers>(array: T, length: number): T {
  const bigger = new (array.constructor as new (length: number) => T)(length);
  bigger.set(array);
  return bigger;
}

/** A list of numbers that grows; unlike an array of numbers it takes no more than half as much memory again as its numbers. */
export interface List<T extends Numbers = Uint32Array> {
  values: T;
  length: number;
}

export const list32 = (): List => ({ values: new Uint32Array(64), length: 0 });
export const list16 = (): List<Uint16Array> => ({ values: new Uint16Array(64), length: 0 });

export function push(list: List<Numbers>, value: number): void {
  if (list.length === list.values.length) list.values = grown(list.values, list.length + (list.length >> 1));
  list.values[list.length++] = value;
}

/** The numbers of a list, as a view. */
export const filled = <T extends Numbers>({ values, length }: List<T>): T => values.subarray(0, length) as T;

/** The numbers below `count` in the order that `compare` gives them; what is equal stays in order. Takes two arrays of numbers, no objects. */
export function sortedOrder(count: number, compare: (a: number, b: number) => number, pass: (done: number) => void): Uint32Array {
  let order = new Uint32Array(count);
  let other = new Uint32Array(count);
  for (let i = 0; i < count; i++) order[i] = i;
  for (let width = 1; width < count; width *= 2) {
    for (let from = 0; from < count; from += 2 * width) {
      const middle = Math.min(from + width, count);
      const to = Math.min(middle + width, count);
      let [a, b, at] = [from, middle, from];
      while (a < middle && b < to) other[at++] = compare(order[a]!, order[b]!) <= 0 ? order[a++]! : order[b++]!;
      while (a < middle) other[at++] = order[a++]!;
      while (b < to) other[at++] = order[b++]!;
    }
    [order, other] = [other, order];
    pass(Math.min(1, (2 * width) / count));
  }
  return order;
}
