export interface Due {
  readonly kind: string;
  readonly dueAt: string;
  readonly state: 'PENDING' | 'DONE' | 'OVERDUE' | 'CANCELLED';
  /** @default social services */
  readonly owner?: string;
}

export function stateOf(now: Date, dueAt: Date, done: boolean, cancelled: boolean): Due['state'] {
  if (done) return 'DONE';
  if (cancelled) return 'CANCELLED';
  return now > dueAt ? 'OVERDUE' : 'PENDING';
}
