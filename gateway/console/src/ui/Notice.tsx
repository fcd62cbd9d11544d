import type { ReactNode } from 'react';

interface NoticeProps {
  readonly title: string;
  /** A warning is read aloud at once. */
  readonly tone?: 'calm' | 'warning';
  readonly children?: ReactNode;
}

/** Something the reader must know, with what to do next inside. */
export function Notice({ title, tone = 'calm', children }: NoticeProps) {
  return (
    <section className={`notice ${tone}`} role={tone === 'warning' ? 'alert' : 'status'}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
