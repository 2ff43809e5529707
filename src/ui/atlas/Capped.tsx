import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Kit } from './kit.ts';

/** The first of many, and all on request. Paper gets all: it cannot be asked. */
export function Capped<T>(props: {
  readonly items: readonly T[];
  readonly first: number;
  readonly kit: Kit;
  readonly children: (shown: readonly T[]) => ComponentChildren;
}) {
  const { items, first, kit, children } = props;
  const [all, setAll] = useState(false);
  useEffect(() => {
    const open = () => setAll(true);
    addEventListener('beforeprint', open);
    return () => removeEventListener('beforeprint', open);
  }, []);
  return (
    <>
      {children(all ? items : items.slice(0, first))}
      {items.length > first && !all && (
        <button type="button" class="button more" onClick={() => setAll(true)}>
          {kit.words.t('showAll', { count: items.length })}
        </button>
      )}
    </>
  );
}
