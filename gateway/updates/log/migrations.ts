import type { SchemaMigration } from '../../migrateSchema';

/** The events database, step by step. A step that has been released is not changed; a change is a new step. */
export const eventMigrations: readonly SchemaMigration[] = [
  {
    name: '001-log',
    sql: `
      CREATE TABLE events.log (
        one boolean PRIMARY KEY DEFAULT true CHECK (one),
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        last_position bigint NOT NULL DEFAULT 0,
        removed_through bigint NOT NULL DEFAULT 0
      );
      INSERT INTO events.log DEFAULT VALUES;

      -- The moment of recording never changes for an event, so that id and month together tell a repetition.
      CREATE TABLE events.event (
        position bigint NOT NULL,
        id uuid NOT NULL,
        type text NOT NULL,
        child text NOT NULL,
        municipality text,
        publisher text NOT NULL,
        occurred_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL,
        reading jsonb,
        PRIMARY KEY (recorded_at, id)
      ) PARTITION BY RANGE (recorded_at);
      CREATE INDEX event_position ON events.event (position);

      CREATE FUNCTION events.add_month(day timestamptz) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        month timestamp := date_trunc('month', day AT TIME ZONE 'UTC');
        name text := 'event_' || to_char(month, 'YYYY_MM');
      BEGIN
        IF to_regclass('events.' || name) IS NULL THEN
          EXECUTE format('CREATE TABLE events.%I PARTITION OF events.event FOR VALUES FROM (%L) TO (%L)',
            name, month AT TIME ZONE 'UTC', (month + interval '1 month') AT TIME ZONE 'UTC');
        END IF;
      END $$;

      -- The only way in for publishers. The row of the log is locked until the transaction ends, so positions come into
      -- sight in their order and without gaps. A publisher's role speaks for its own subgraph only.
      CREATE FUNCTION events.append(given jsonb) RETURNS bigint
      LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
      DECLARE
        before bigint;
        added bigint;
        own text := substring(session_user::text FROM '^publisher_([a-z]+)$');
      BEGIN
        UPDATE events.log SET last_position = last_position RETURNING last_position INTO before;
        PERFORM events.add_month(month) FROM (
          SELECT DISTINCT date_trunc('month', (e->>'recordedAt')::timestamptz AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' AS month
          FROM jsonb_array_elements(given) e) months;
        INSERT INTO events.event
          SELECT before + row_number() OVER (ORDER BY n), (e->>'id')::uuid, e->>'type', e->>'child', e->>'municipality',
            coalesce(own, e->>'publisher'), (e->>'occurredAt')::timestamptz, (e->>'recordedAt')::timestamptz,
            nullif(e->'reading', 'null')
          FROM jsonb_array_elements(given) WITH ORDINALITY AS g(e, n)
          WHERE NOT EXISTS (SELECT FROM events.event k
            WHERE k.recorded_at = (e->>'recordedAt')::timestamptz AND k.id = (e->>'id')::uuid);
        GET DIAGNOSTICS added = ROW_COUNT;
        IF added > 0 THEN
          UPDATE events.log SET last_position = before + added;
          PERFORM pg_notify('events', '');
        END IF;
        RETURN before + added;
      END $$;
      REVOKE ALL ON FUNCTION events.append(jsonb), events.add_month(timestamptz) FROM PUBLIC;

      CREATE FUNCTION events.remove_before(day timestamptz) RETURNS void LANGUAGE plpgsql AS $$
      DECLARE
        month record;
        through bigint;
      BEGIN
        PERFORM FROM events.log FOR UPDATE;
        FOR month IN SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
          WHERE i.inhparent = 'events.event'::regclass
            AND to_date(substring(c.relname FROM 7), 'YYYY_MM') + interval '1 month' <= day AT TIME ZONE 'UTC'
        LOOP
          EXECUTE format('SELECT max(position) FROM events.%I', month.relname) INTO through;
          UPDATE events.log SET removed_through = greatest(removed_through, through) WHERE through IS NOT NULL;
          EXECUTE format('DROP TABLE events.%I', month.relname);
        END LOOP;
      END $$;
      REVOKE ALL ON FUNCTION events.remove_before(timestamptz) FROM PUBLIC;
    `,
  },
  {
    name: '002-gap',
    sql: `
      -- Positions that a log put back from a backup may have given out before, and will not give out again.
      CREATE TABLE events.gap (
        after bigint PRIMARY KEY,
        until bigint NOT NULL CHECK (until > after)
      );
    `,
  },
];
