import type { Plugin } from '../operation/pipeline';
import type { Guarded } from '../operation/stages';
import { hubError } from '../../schema/protocol/hubError';

/**
 * Ends a query that takes too long, and with it every call to an agency that is still under way. Changes are carried
 * through, and a subscription has no end; each of their calls has a limit of its own.
 * @throws AGENCY_UNAVAILABLE
 */
export function useDeadline(timeoutMs: number): Plugin<Guarded, Guarded> {
  return async (operation, next) => {
    if (operation.operation.kind !== 'query') return next(operation);
    const deadline = new AbortController();
    const leave = (): void => deadline.abort();
    operation.signal?.addEventListener('abort', leave, { once: true });
    if (operation.signal?.aborted) leave();
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      deadline.abort();
    }, timeoutMs);
    try {
      return await next({ ...operation, signal: deadline.signal });
    } catch (error) {
      throw late ? tooLate() : error;
    } finally {
      clearTimeout(timer);
      operation.signal?.removeEventListener('abort', leave);
    }
  };
}

const tooLate = (): Error =>
  hubError('AGENCY_UNAVAILABLE', {
    sv: 'Myndigheterna svarade inte i tid. Försök igen, eller ring den du söker.',
    en: 'The agencies did not answer in time. Try again, or ring whom you seek.',
  });
