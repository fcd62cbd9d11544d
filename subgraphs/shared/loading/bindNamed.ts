/** Replaces `:name` (not `::type`) by numbered placeholders. */
export function bindNamed(sql: string, values: Record<string, unknown>): [string, unknown[]] {
  const order: string[] = [];
  const text = sql.replace(/(?<!:):([a-z][A-Za-z]*)/g, (whole, name: string) => {
    if (!(name in values)) return whole;
    if (!order.includes(name)) order.push(name);
    return `$${order.indexOf(name) + 1}`;
  });
  return [text, order.map((name) => values[name])];
}
