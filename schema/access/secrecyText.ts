import type { Text } from '../protocol/text';

/** What a person reads where a field is held back: the rule, and the function that can decide otherwise. */
export function secrecyText(coordinate: string, basis: string, askWhom: Text): Text {
  return {
    sv: `${coordinate} visas inte här (${basis}). Den som kan besluta: ${askWhom.sv}.`,
    en: `${coordinate} is not shown here (${basis}). Who can decide: ${askWhom.en}.`,
  };
}
