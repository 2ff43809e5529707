import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

export interface Loaded<T> {
  readonly value?: T;
  readonly problem?: string;
  readonly reload: () => Promise<unknown>;
}

/** Loads once, again on `reload`, and whenever `onChange` calls; keeps the old value meanwhile, so nothing flickers. */
export function useLoaded<T>(load: () => Promise<T>, onChange?: (listener: () => void) => () => void): Loaded<T> {
  const [state, setState] = useState<{ value?: T; problem?: string }>({});
  /** An answer that comes after that of a later question is old. */
  const asked = useRef(0);
  const answered = useRef(0);
  const reload = useCallback(() => {
    const mine = ++asked.current;
    const isNew = () => {
      if (mine < answered.current) return false;
      answered.current = mine;
      return true;
    };
    return load().then(
      (value) => isNew() && setState({ value }),
      (error: unknown) =>
        isNew() && setState((old) => ({ ...old, problem: error instanceof Error ? error.message : String(error) })),
    );
  }, []);
  useEffect(() => {
    void reload();
    return onChange?.(() => void reload());
  }, []);
  return { ...state, reload };
}
