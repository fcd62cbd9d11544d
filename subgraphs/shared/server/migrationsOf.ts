import type { MigrationInterface } from 'typeorm';
import { RekeyChildren1767830400000 } from '../database/rekeyChildren';
import { CreateDisclosure1767225600001 } from '../disclosure/createDisclosureTable';
import { CreateDutyTaken1767916800001 } from '../duty/createDutyTakenTable';
import { AddPublishing1767484800002 } from '../outbox/addPublishing';
import { CreateOutbox1767484800000 } from '../outbox/createOutboxTable';
import { CreateRetention1767900000000 } from '../retention/createRetentionTables';
import { CreatePublications1767571200000 } from '../statistics/createPublicationTables';
import { CreateAttempt1767484800001 } from '../writing/createAttemptTable';
import type { SubgraphDefinition } from './createSubgraph';

/** The history of a subgraph's database: its own tables and those that every one has. */
export function migrationsOf({
  migrations,
  accessFacts,
}: Pick<SubgraphDefinition, 'migrations' | 'accessFacts'>): (new () => MigrationInterface)[] {
  return [
    ...migrations,
    ...(accessFacts === undefined
      ? []
      : [
          CreateDisclosure1767225600001,
          CreatePublications1767571200000,
          RekeyChildren1767830400000,
          CreateDutyTaken1767916800001,
        ]),
    CreateOutbox1767484800000,
    CreateAttempt1767484800001,
    AddPublishing1767484800002,
    CreateRetention1767900000000,
  ];
}
