import { useCallback, useEffect, useState } from 'preact/hooks';

export interface Loaded<T> {
  readonly value?: T;
  readonly problem?: string;
  readonly reload: () => Promise<void>;
}

/** Loads once, again on `reload`, and whenever `onChange` calls; keeps the old value meanwhile, so nothing flickers. */
export function useLoaded<T>(load: () => Promise<T>, onChange?: (listener: () => void) => () => void): Loaded<T> {
  const [state, setState] = useState<{ value?: T; problem?: string }>({});
  const reload = useCallback(
    () =>
      load().then(
        (value) => setState({ value }),
        (error: unknown) => setState((old) => ({ ...old, problem: error instanceof Error ? error.message : String(error) })),
      ),
    [],
  );
  useEffect(() => {
    void reload();
    return onChange?.(() => void reload());
  }, []);
  return { ...state, reload };
}
