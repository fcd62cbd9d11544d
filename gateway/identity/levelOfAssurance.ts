/**
 * Level of assurance in a token's `acr`: `loa3`, or the Swedish e-ID framework's
 * `http://id.elegnamnden.se/loa/1.0/loa3`. 0 when it says none.
 */
export function levelOfAssurance(acr: string | null): number {
  const level = acr && /(?:^|[/:])loa([1-4])(?:-[a-z]+)?$/i.exec(acr)?.[1];
  return level ? Number(level) : 0;
}
