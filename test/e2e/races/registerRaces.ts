import { migration, two, type Race } from './race';

/** What the Migration Agency registers. */
export const registerRaces: readonly Race[] = [
  {
    mutation: 'registerChild',
    stands: 'FIRST',
    askers: two(migration),
    input: ({ key }) => ({
      child: undefined,
      names: [{ given: 'Tsegay', family: 'Woldemariam', kind: 'REGISTERED' }],
      birthDate: '2012-03-04',
      dossierNumber: `88-${String(key.length).padStart(2, '0')}${key.replace(/\D/g, '').padStart(4, '0')}`,
      arrivalMunicipality: '2580',
    }),
  },
  {
    mutation: 'recordAgeDecision',
    stands: 'BOTH',
    askers: two(migration),
    input: () => ({ adult: true }),
  },
  {
    mutation: 'recordName',
    stands: 'BOTH',
    askers: two(migration),
    input: () => ({ name: { given: 'Tsegaye', family: 'Weldemariam', kind: 'STATED' } }),
  },
  {
    mutation: 'recordBirthDate',
    stands: 'BOTH',
    askers: two(migration),
    input: () => ({ claim: { kind: 'STATED', statedAge: 16 } }),
  },
];
