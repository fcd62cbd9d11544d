import { createContext, use, useCallback, useState, type ReactNode } from 'react';

type Kept = Map<string, unknown>;

const KeptContext = createContext<Kept | null>(null);

/** Keeps what was typed while its reader looks at another place; in memory, for one login. */
export function KeptProvider({ children }: { children: ReactNode }) {
  const [kept] = useState<Kept>(() => new Map());
  return <KeptContext value={kept}>{children}</KeptContext>;
}

/** Like `useState`, but it outlives the component. */
export function useKept<Value>(name: string, initial: Value): [Value, (value: Value) => void] {
  const kept = use(KeptContext);
  const [value, setValue] = useState<Value>(() => (kept?.has(name) ? (kept.get(name) as Value) : initial));
  const keep = useCallback(
    (next: Value) => {
      kept?.set(name, next);
      setValue(next);
    },
    [kept, name],
  );
  return [value, keep];
}
