import { useCallback, useEffect, useRef, useState } from 'preact/hooks';

export interface Loaded<T> {
  readonly value?: T;
  readonly problem?: string;
  readonly reload: () => Promise<void>;
}

/** Loads once, again on `reload`, and whenever `onChange` calls; keeps the old value meanwhile, so nothing flickers. */
export function useLoaded<T>(load: () => Promise<T>, onChange?: (listener: () => void) => () => void): Loaded<T> {
  const [state, setState] = useState<{ value?: T; problem?: string }>({});
  /** One load at a time, and one more for all the wishes that came meanwhile: a storm of changes costs two, and no old answer comes last. */
  const running = useRef<Promise<void> | null>(null);
  const again = useRef(false);
  const reload = useCallback(() => {
    again.current = true;
    running.current ??= (async () => {
      while (again.current) {
        again.current = false;
        await load().then(
          (value) => setState({ value }),
          (error: unknown) => setState((old) => ({ ...old, problem: error instanceof Error ? error.message : String(error) })),
        );
      }
      running.current = null;
    })();
    return running.current;
  }, []);
  useEffect(() => {
    void reload();
    return onChange?.(() => void reload());
  }, []);
  return { ...state, reload };
}
