import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { DiscoveredBy, LeftCountrySource } from '../lifecycleWords';
import type { FoundBy, FoundCondition, FoundWhere, PlacementType, PresumedCause } from '../vocabulary';
import { ChildRecord } from './childRecord';

/** One absconding (avvikande). Its status follows from its instants and is stored nowhere. */
@Entity('absconding_episode')
@Index('absconding_episode_by_child', ['childId'])
@Check('absconding_episode_absconded_from', `absconded_from ~ '^[0-9]{4}$'`)
@Check(
  'absconding_episode_presumed_cause',
  `presumed_cause IN ('REFUSAL', 'EIGHTEENTH_BIRTHDAY', 'TRAFFICKING', 'HONOUR', 'OTHER')`,
)
@Check(
  'absconding_episode_found_by',
  `found_by IN ('GUARDIAN', 'POLICE', 'SOCIAL_SERVICES', 'HOME', 'NGO', 'SELF', 'OTHER')`,
)
@Check('absconding_episode_found_where', `found_where IN ('IN_COUNTY', 'OUTSIDE_COUNTY', 'ABROAD')`)
@Check(
  'absconding_episode_condition',
  `condition <@ ARRAY['VIOLENCE', 'TRAFFICKING', 'DRUGS', 'CRIME', 'HONOUR', 'DEATH', 'SUICIDE', 'OTHER']`,
)
export class AbscondingEpisode extends ChildRecord {
  @PrimaryColumn('text')
  id!: string;

  @Column('timestamptz')
  abscondedAt!: Date;

  @Column('timestamptz', { nullable: true })
  discoveredAt!: Date | null;

  /** Before the child was assigned to a municipality. */
  @Column('boolean')
  arrivalStage!: boolean;

  @Column('text')
  abscondedFrom!: string;

  @Column('text', { nullable: true })
  presumedCause!: PresumedCause | null;

  /** What the cause is when the list has no word for it. */
  @Column('text', { nullable: true })
  causeNote!: string | null;

  @Column('text', { nullable: true })
  discoveredBy!: DiscoveredBy | null;

  /** Of the placement that the child left (STH, yearly statistics). */
  @Column('text', { nullable: true })
  placementType!: PlacementType | null;

  /** ISO 3166-1 alpha-3 of the country that the child said it would go on to. */
  @Column('text', { nullable: true })
  onwardCountry!: string | null;

  /** For the municipality's own statistics (STH); no field of the graph reads it. */
  @Column('text', { nullable: true })
  asylumGrounds!: string | null;

  /** As registered for the yearly figures (R23), ISO 3166-1 alpha-3. */
  @Column('text', { nullable: true })
  citizenship!: string | null;

  @Column('timestamptz', { nullable: true })
  reportedToPoliceAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  guardianInformedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  migrationAgencyInformedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  foundAt!: Date | null;

  @Column('text', { nullable: true })
  foundBy!: FoundBy | null;

  @Column('text', { nullable: true })
  foundWhere!: FoundWhere | null;

  @Column('text', { array: true, default: '{}' })
  condition!: FoundCondition[];

  @Column('timestamptz', { nullable: true })
  returnedAt!: Date | null;

  @Column('boolean', { nullable: true })
  measuresOffered!: boolean | null;

  /** When the child was asked what had happened, where it had been and with whom (NB, VG). */
  @Column('date', { nullable: true })
  conversationOn!: string | null;

  @Column('text', { nullable: true })
  conversationHappened!: string | null;

  @Column('text', { nullable: true })
  conversationWhereabouts!: string | null;

  /** Whom the child was with: third parties. */
  @Column('text', { nullable: true })
  conversationCompany!: string | null;

  @Column('boolean', { nullable: true })
  crimeSuspected!: boolean | null;

  @Column('timestamptz', { nullable: true })
  leftCountryConfirmedAt!: Date | null;

  @Column('text', { nullable: true })
  leftCountryConfirmedBy!: LeftCountrySource | null;

  @Column('date', { nullable: true })
  notedMissingOn!: string | null;

  /** Counts the row’s changes. */
  @Column('integer', { default: 1 })
  version!: number;
}
