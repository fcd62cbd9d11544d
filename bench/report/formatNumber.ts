/** Three significant digits, thousands apart: 12 345, 123, 12.3, 1.23, 0.12. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toFixed(decimals).replace(/\B(?=(\d{3})+$)/g, ' ');
}
