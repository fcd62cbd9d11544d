export { composeDutyPack } from './composeDutyPack';
export { dutyKinds } from './contact';
export type { DutyKind, ResolvedContact } from './contact';
export { resolveDutyContacts } from './resolveDutyContacts';
