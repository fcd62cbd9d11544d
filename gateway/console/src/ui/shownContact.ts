/** A function that answers, from the hub or from the pack on the device. */
export interface ShownContact {
  readonly id: string;
  readonly name: string;
  readonly district: string | null;
  readonly address: string | null;
  readonly openNow: boolean;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly verifiedOn: string | null;
  readonly phones: readonly Phone[];
}

interface Phone {
  readonly e164: string | null;
  readonly shortCode: string | null;
  readonly display: string;
}
