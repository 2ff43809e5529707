/**
 * Checks of what comes from a process that is not ours, as plain functions: they are ready at once when a stopped background wakes, where the
 * schema library of the dataset costs a fifth of its start (docs/adr/0067).
 */

/** A value that is not what it should be: `at` is its place (`blocks.3.text`), empty for the whole. */
export class Refusal extends Error {
  readonly at: string;
  constructor(at: string, message: string) {
    super(message);
    this.name = 'Refusal';
    this.at = at;
  }
}

/** Gives the value as it may be used; throws a `Refusal`. */
export type Check<T = unknown> = (value: unknown, at: string) => T;

const below = (at: string, key: string | number) => (at ? `${at}.${key}` : `${key}`);

/** Anything, if it is there. */
export const something: Check = (value, at) => {
  if (value === undefined) throw new Refusal(at, 'is missing');
  return value;
};

export const nothing: Check<null> = (value, at) => {
  if (value !== null) throw new Refusal(at, 'should be null');
  return value;
};

export const flag: Check<boolean> = (value, at) => {
  if (typeof value !== 'boolean') throw new Refusal(at, 'should be true or false');
  return value;
};

/** Any number but NaN and the infinite ones. */
export const finite: Check<number> = (value, at) => {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new Refusal(at, 'should be a number');
  return value;
};

export const whole =
  (least = 0, most = Number.MAX_SAFE_INTEGER): Check<number> =>
  (value, at) => {
    if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most)
      throw new Refusal(at, `should be a whole number from ${least} to ${most}`);
    return value as number;
  };

/** Text of at most so many UTF-16 units; `is` tells what else holds, `what` names it. */
export const text =
  (most: number, is?: (text: string) => boolean, what = 'has another form'): Check<string> =>
  (value, at) => {
    if (typeof value !== 'string') throw new Refusal(at, 'should be text');
    if (value.length > most) throw new Refusal(at, `is longer than ${most}`);
    if (is && !is(value)) throw new Refusal(at, what);
    return value;
  };

export const oneOf =
  <T extends string>(values: readonly T[]): Check<T> =>
  (value, at) => {
    if (!(values as readonly unknown[]).includes(value)) throw new Refusal(at, `should be one of ${values.join(', ')}`);
    return value as T;
  };

export const list =
  <T>(of: Check<T>, most: number, least = 0): Check<T[]> =>
  (value, at) => {
    if (!Array.isArray(value)) throw new Refusal(at, 'should be a list');
    if (value.length > most || value.length < least) throw new Refusal(at, `should have ${least} to ${most} entries`);
    return Array.from(value, (one, i) => of(one, below(at, i)));
  };

/** A field that may be absent. */
export const maybe = <T>(of: Check<T>): Check<T | undefined> => {
  const check: Check<T | undefined> = (value, at) => (value === undefined ? undefined : of(value, at));
  return check;
};

export const orNull =
  <T>(of: Check<T>): Check<T | null> =>
  (value, at) =>
    value === null ? null : of(value, at);

type Fields = Readonly<Record<string, Check>>;

function fieldsOf(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Refusal(at, 'should be an object');
  return value as Readonly<Record<string, unknown>>;
}

function checked(from: Readonly<Record<string, unknown>>, fields: Fields, at: string, into: Record<string, unknown>) {
  for (const key in fields) {
    // What stands on a prototype is nobody's answer.
    const value = fields[key]!(Object.hasOwn(from, key) ? from[key] : undefined, below(at, key));
    if (value !== undefined) into[key] = value;
  }
  return into;
}

/** These fields alone: others are left out. */
export const object =
  (fields: Fields): Check<Record<string, unknown>> =>
  (value, at) =>
    checked(fieldsOf(value, at), fields, at, {});

/** These fields, and others as they are. */
export const open =
  (fields: Fields): Check<Record<string, unknown>> =>
  (value, at) => {
    const from = fieldsOf(value, at);
    return checked(from, fields, at, { ...from });
  };
