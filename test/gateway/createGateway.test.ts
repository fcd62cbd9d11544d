import { asSocialEmergency, startTestGateway, type TestGateway } from './testGateway';

const identify = '{ identify(dossierNumber: "12-1") { outcome child { id sex } } }';

let gateway: TestGateway;
let socialEmergency: Record<string, string>;
beforeAll(async () => {
  gateway = await startTestGateway();
  socialEmergency = await asSocialEmergency(gateway);
});
afterAll(() => gateway.close());
beforeEach(() => {
  gateway.calls.length = 0;
  gateway.entries.length = 0;
  gateway.lines.length = 0;
  gateway.replace('identification');
  gateway.replace('migration');
});

describe('who asks', () => {
  test('nobody needs to say who they are to ask what kind of thing this is', async () => {
    const { status, body } = await gateway.post('{ __typename }');
    expect(status).toBe(200);
    expect(body).toEqual({ data: { __typename: 'Query' } });
  });

  test('a directory is not open to nobody', async () => {
    const { status, headers, body } = await gateway.post('{ dutyContacts(municipality: "0180") { name } }');
    expect(status).toBe(401);
    expect(headers.get('www-authenticate')).toContain('Bearer');
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED', reason: 'MISSING' });
    expect('data' in body).toBe(false);
    expect(gateway.calls).toEqual([]);
  });

  test('a directory is open to whoever is logged in, without a purpose', async () => {
    const { authorization } = socialEmergency;
    const { body } = await gateway.post('{ dutyContacts(municipality: "0180") { name } }', {
      authorization: authorization as string,
    });
    expect(body).toEqual({ data: { dutyContacts: [{ name: 'Socialjouren' }] } });
    expect(gateway.entries).toEqual([]);
  });

  test('a weak login opens no personal data', async () => {
    const token = await gateway.token({ role: 'SOCIAL_EMERGENCY', municipality: '0180', acr: 'loa2' });
    const { status, body } = await gateway.post(identify, {
      ...socialEmergency,
      authorization: `Bearer ${token}`,
    });
    expect(status).toBe(401);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED', reason: 'WEAK_LOGIN' });
  });

  test('an expired login is told to log in again, and nothing else', async () => {
    const token = await gateway.token({ role: 'SOCIAL_EMERGENCY', municipality: '0180', expiresIn: -3600 });
    const { status, body } = await gateway.post(identify, {
      ...socialEmergency,
      authorization: `Bearer ${token}`,
    });
    expect(status).toBe(401);
    expect(Object.keys(body.errors?.[0]?.extensions ?? {}).sort()).toEqual(['code', 'messageSv', 'reason']);
    expect(body.errors?.[0]?.extensions['reason']).toBe('EXPIRED');
  });
});

describe('why', () => {
  test.each([
    [{ 'x-purpose': '' }, 400, 'PURPOSE_REQUIRED'],
    [{ 'x-purpose': 'REMOVAL_ENFORCEMENT' }, 403, 'PURPOSE_REFUSED'],
    [{ 'x-purpose': 'CURIOSITY' }, 400, 'BAD_USER_INPUT'],
    [{ 'x-purpose': 'CASE_WORK' }, 403, 'FORBIDDEN'],
    [{ 'x-purpose': 'REPORTING' }, 403, 'FORBIDDEN'],
    [{ 'x-case-reference': '' }, 400, 'CASE_REFERENCE_REQUIRED'],
    [{ 'x-case-reference': 'x'.repeat(65) }, 400, 'CASE_REFERENCE_REQUIRED'],
  ])('headers %j end with %i %s before any agency is asked', async (changed, status, code) => {
    const answer = await gateway.post(identify, { ...socialEmergency, ...changed });
    expect(answer.status).toBe(status);
    expect(answer.body.errors).toMatchObject([{ extensions: { code } }]);
    expect('data' in answer.body).toBe(false);
    expect(gateway.calls).toEqual([]);
    expect(gateway.entries).toMatchObject([
      { outcome: 'REFUSED', child: null, fieldsDenied: ['Query.identify'] },
    ]);
  });

  test('an attempt under a refused purpose is noted under its name', async () => {
    await gateway.post(identify, { ...socialEmergency, 'x-purpose': 'ALIEN_CONTROL' });
    expect(gateway.entries).toMatchObject([{ purpose: 'ALIEN_CONTROL', outcome: 'REFUSED' }]);
  });

  test('a directory needs no purpose, and serves no refused one', async () => {
    const query = '{ dutyContacts(municipality: "0180") { name } }';
    const { status, body } = await gateway.post(query, {
      ...socialEmergency,
      'x-purpose': 'removal_enforcement',
    });
    expect(status).toBe(403);
    expect(body.errors).toMatchObject([
      { extensions: { code: 'PURPOSE_REFUSED', purpose: 'REMOVAL_ENFORCEMENT' } },
    ]);
    expect('data' in body).toBe(false);
    expect(gateway.calls).toEqual([]);
  });

  test('counting needs a purpose but no case', async () => {
    const token = await gateway.token({ role: 'COUNTY_ANALYST' });
    const { body } = await gateway.post('{ statistics { cells } }', {
      authorization: `Bearer ${token}`,
      'x-purpose': 'STATISTICS',
    });
    expect(body).toEqual({ data: { statistics: { cells: [5] } } });
  });

  test('a case reference in UTF-8 keeps its Swedish letters', async () => {
    const reference = Buffer.from('Ö 17', 'utf8').toString('latin1');
    await gateway.post(identify, { ...socialEmergency, 'x-case-reference': reference });
    expect(gateway.entries).toMatchObject([{ caseReference: 'Ö 17' }]);
    expect(gateway.calls[0]?.who.caseReference).toBe('Ö 17');
  });
});

describe('what the agencies are told', () => {
  test('every call carries who asks, why and in which case, signed once', async () => {
    await gateway.post(`query Find ${identify}`, socialEmergency);
    expect(gateway.calls.map(({ subgraph }) => subgraph)).toEqual(['identification', 'migration']);
    expect(new Set(gateway.calls.map(({ assertion }) => assertion)).size).toBe(1);
    expect(gateway.calls[1]?.who).toEqual({
      operationId: expect.any(String),
      operationName: 'Find',
      principal: {
        id: 'demo-social_emergency',
        role: 'SOCIAL_EMERGENCY',
        agency: 'MUNICIPALITY',
        municipality: '0180',
        acr: 'loa3',
      },
      purpose: 'IDENTIFICATION',
      caseReference: 'SJ 2026-17',
    });
  });

  test('all may leave their notes with the operation, but agencies that the hub asks itself note at once', async () => {
    await gateway.post(identify, socialEmergency);
    expect(gateway.calls).toMatchObject([
      { subgraph: 'identification', notesAtOnce: false },
      { subgraph: 'migration', notesAtOnce: true },
    ]);
    const [first, second] = gateway.calls;
    expect(first?.unwritten).toBeDefined();
    expect(second?.unwritten).toBe(first?.unwritten);
  });

  test('what identification attests goes with the calls after it', async () => {
    const token = gateway.options.sign('attestations', []);
    gateway.replace('identification', async (request, real) => ({
      ...(await real(request)),
      extensions: { attestations: token },
    }));
    await gateway.post(identify, socialEmergency);
    expect(gateway.calls.map(({ attestations }) => attestations)).toEqual([undefined, token]);
  });

  test('nobody but identification can attest', async () => {
    gateway.replace('migration', async (request, real) => ({
      ...(await real(request)),
      extensions: { attestations: 'forged' },
    }));
    await gateway.post('{ child(id: "c1") { sex absconding { absconded } } }', socialEmergency);
    expect(gateway.calls.map(({ attestations }) => attestations)).not.toContain('forged');
  });
});

describe('what is never shown', () => {
  const query = '{ child(id: "c1") { id sex nationalAlertActive } }';

  test('a field closed to the role under the purpose is null with the reason, and its agency is not asked', async () => {
    const { status, body } = await gateway.post(query, socialEmergency);
    expect(status).toBe(200);
    expect(body.data).toEqual({ child: { id: 'c1', sex: 'FEMALE', nationalAlertActive: null } });
    expect(body.errors).toMatchObject([
      {
        path: ['child', 'nationalAlertActive'],
        extensions: {
          code: 'SECRECY',
          basis: expect.stringMatching(/^OSL_/),
          askWhom: { sv: expect.any(String), en: expect.any(String) },
        },
      },
    ]);
    expect(gateway.calls.map(({ subgraph }) => subgraph)).not.toContain('police');
  });

  test('the same field opens under the purpose that opens it', async () => {
    const { body } = await gateway.post(query, { ...socialEmergency, 'x-purpose': 'PROTECTION' });
    expect(body).toEqual({ data: { child: { id: 'c1', sex: 'FEMALE', nationalAlertActive: true } } });
  });

  test('asking for the name of a type is not asking for a fact', async () => {
    const { body } = await gateway.post('{ child(id: "c1") { __typename sex } }', socialEmergency);
    expect(body).toEqual({ data: { child: { __typename: 'Child', sex: 'FEMALE' } } });
  });
});

describe('what goes wrong', () => {
  test('an agency that is late is named, and the rest is answered', async () => {
    gateway.replace('migration', () => new Promise(() => undefined));
    const { status, body } = await gateway.post(identify, socialEmergency);
    expect(status).toBe(200);
    expect(body.data).toEqual({ identify: { outcome: 'UNIQUE_MATCH', child: { id: 'c1', sex: null } } });
    expect(body.errors).toMatchObject([
      { extensions: { code: 'AGENCY_UNAVAILABLE', agency: 'MIGRATION_AGENCY' } },
    ]);
    expect(gateway.lines).toContainEqual(
      expect.objectContaining({ event: 'agency-unavailable', subgraph: 'migration', reason: 'TIMEOUT' }),
    );
  });

  test('an agency that fails tells nothing of its inside', async () => {
    gateway.replace('migration', async () => ({
      data: null,
      errors: [
        {
          message: 'SELECT secret FROM child at 10.0.0.7 failed for 12-410001',
          path: undefined,
          extensions: { code: 'INTERNAL_SERVER_ERROR', stacktrace: ['at db.ts:7'] },
        },
      ],
    }));
    const { text, body } = await gateway.post(identify, socialEmergency);
    expect(body.errors).toMatchObject([{ extensions: { code: 'INTERNAL', errorId: expect.any(String) } }]);
    expect(text).not.toMatch(/SELECT|10\.0\.0\.7|12-410001|db\.ts/);
    expect(JSON.stringify(gateway.lines)).not.toMatch(/SELECT|12-410001/);
    const errorId = body.errors?.[0]?.extensions['errorId'];
    expect(gateway.lines).toContainEqual(expect.objectContaining({ event: 'fault', errorId }));
  });

  test('a subgraph that distrusts the hub does not send the caller to log in', async () => {
    gateway.replace('migration', async () => ({
      data: null,
      errors: [{ message: 'who are you', path: undefined, extensions: { code: 'UNAUTHENTICATED' } }],
    }));
    const { body } = await gateway.post(identify, socialEmergency);
    expect(body.errors).toMatchObject([{ extensions: { code: 'INTERNAL' } }]);
  });

  test('the hub’s own errors of a subgraph reach the caller whole', async () => {
    gateway.replace('migration', async () => ({
      data: null,
      errors: [
        {
          message: 'Secret.',
          path: ['_entities', 0, 'sex'],
          extensions: { code: 'SECRECY', basis: 'OSL_37_1', messageSv: 'Hemligt.', stacktrace: ['x'] },
        },
      ],
    }));
    const { body } = await gateway.post(identify, socialEmergency);
    expect(body.errors).toEqual([
      expect.objectContaining({
        message: 'Secret.',
        path: ['identify', 'child', 'sex'],
        extensions: { code: 'SECRECY', basis: 'OSL_37_1', messageSv: 'Hemligt.' },
      }),
    ]);
  });

  test.each([
    ['{ child(id: "c1") { sex ', 'Syntax'],
    ['{ child(id: "c1") { sxe } }', 'sxe'],
    ['query ($id: ID!) { child(id: $id) { sex } }', '$id'],
  ])('%s is the sender’s to mend', async (query, named) => {
    const { status, body } = await gateway.post(query, socialEmergency);
    expect(status).toBe(400);
    expect(body.errors?.[0]?.extensions['code']).toBe('BAD_USER_INPUT');
    expect(body.errors?.[0]?.message).toContain(named);
    expect(body.errors?.[0]?.message).not.toContain('Did you mean');
    expect('data' in body).toBe(false);
  });

  test('a client of application/json gets the same fault with status 200', async () => {
    const { status, body } = await gateway.post('{ child', {
      ...socialEmergency,
      accept: 'application/json',
    });
    expect(status).toBe(200);
    expect(body.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('a caller who leaves', () => {
  const leaveDuring = async (query: string, headers: Record<string, string>) => {
    const caller = new AbortController();
    const asked = new Promise<AbortSignal | undefined>((resolve) =>
      gateway.replace('identification', async (request, real) => {
        resolve(request.signal);
        await new Promise((later) => setTimeout(later, 100));
        return real(request);
      }),
    );
    const answer = fetch(`${gateway.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query }),
      signal: caller.signal,
    });
    const signal = await asked;
    caller.abort();
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
    await until(() => gateway.entries.length > 0);
    return signal;
  };

  test('ends the questions to the agencies, and leaves an entry but no fault', async () => {
    const signal = await leaveDuring(identify, socialEmergency);
    expect(signal?.aborted).toBe(true);
    expect(gateway.entries).toMatchObject([{ outcome: 'FAILED' }]);
    expect(gateway.lines.map(({ event }) => event)).not.toContain('fault');
  });

  test('does not stop a change half-way', async () => {
    const token = await gateway.token({ role: 'POLICE_OFFICER' });
    const headers = { ...socialEmergency, authorization: `Bearer ${token}`, 'x-purpose': 'PROTECTION' };
    const signal = await leaveDuring('mutation { requestDisclosure(child: "c1") { id } }', headers);
    expect(signal?.aborted).toBe(false);
    expect(gateway.entries).toMatchObject([{ fieldsDisclosed: ['Mutation.requestDisclosure'] }]);
  });
});

describe('an operation that takes too long', () => {
  const slow = async (query: string, headers: Record<string, string>) => {
    const late = await startTestGateway({ OPERATION_TIMEOUT_MS: '60', AGENCY_TIMEOUT_MS: '2000' });
    let signal: AbortSignal | undefined;
    late.replace('identification', async (request, real) => {
      signal = request.signal;
      await new Promise((later) => setTimeout(later, 150));
      return real(request);
    });
    try {
      const token = await late.token(
        query.startsWith('mutation')
          ? { role: 'POLICE_OFFICER' }
          : { role: 'SOCIAL_EMERGENCY', municipality: '0180' },
      );
      const answer = await late.post(query, { ...headers, authorization: `Bearer ${token}` });
      return { ...answer, aborted: signal?.aborted, entries: late.entries };
    } finally {
      await late.close();
    }
  };

  test('is ended, and so is the work at it; the attempt is in the log', async () => {
    const { status, body, aborted, entries } = await slow(identify, socialEmergency);
    expect(status).toBe(503);
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'AGENCY_UNAVAILABLE' } }] });
    expect(aborted).toBe(true);
    expect(entries).toMatchObject([{ outcome: 'FAILED' }]);
  });

  test('is carried through when it changes something', async () => {
    const headers = { ...socialEmergency, 'x-purpose': 'PROTECTION' };
    const { status, aborted } = await slow('mutation { requestDisclosure(child: "c1") { id } }', headers);
    expect({ status, aborted }).toEqual({ status: 200, aborted: false });
  });
});

describe('how much', () => {
  test('one operation looks up one child', async () => {
    const { status, body } = await gateway.post(
      '{ a: child(id: "c1") { id } b: identify(dossierNumber: "12-1") { outcome } }',
      socialEmergency,
    );
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ extensions: { code: 'LIMIT_EXCEEDED', limit: 'PERSONS' } }]);
    expect(gateway.calls).toEqual([]);
  });

  test('the same field twice is one look-up', async () => {
    const { body } = await gateway.post(
      '{ child(id: "c1") { id } child(id: "c1") { sex } }',
      socialEmergency,
    );
    expect(body).toEqual({ data: { child: { id: 'c1', sex: 'FEMALE' } } });
  });

  test('what concerns a child does not travel in an address', async () => {
    const response = await fetch(`${gateway.url}/graphql?query=${encodeURIComponent(identify)}`, {
      headers: socialEmergency,
    });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
    expect(gateway.calls).toEqual([]);
  });

  test('a directory may be read with GET', async () => {
    const query = encodeURIComponent('{ dutyContacts(municipality: "0180") { name } }');
    const response = await fetch(`${gateway.url}/graphql?query=${query}`, { headers: socialEmergency });
    expect(await response.json()).toEqual({ data: { dutyContacts: [{ name: 'Socialjouren' }] } });
  });
});

describe('what is noted', () => {
  test('the fields told about a child, empty ones too, and never a value', async () => {
    const query = 'query Q { child(id: "c1") { id sex birthDate nationalAlertActive } }';
    await gateway.post(query, socialEmergency);
    expect(gateway.entries).toEqual([
      {
        operationId: gateway.calls[0]?.who.operationId,
        occurredAt: expect.any(Date),
        principalId: 'demo-social_emergency',
        role: 'SOCIAL_EMERGENCY',
        agency: 'MUNICIPALITY',
        municipality: '0180',
        purpose: 'IDENTIFICATION',
        caseReference: 'SJ 2026-17',
        operationName: 'Q',
        child: 'c1',
        fieldsDisclosed: ['Child.birthDate', 'Child.id', 'Child.sex'],
        fieldsDenied: ['Child.nationalAlertActive'],
        outcome: 'DISCLOSED',
        receipts: [],
      },
    ]);
  });

  test('a question that found no child', async () => {
    await gateway.post('{ identify(dossierNumber: "99-9") { outcome child { id sex } } }', socialEmergency);
    expect(gateway.entries).toMatchObject([
      { child: null, fieldsDisclosed: ['Query.identify'], fieldsDenied: [], outcome: 'NO_CHILD' },
    ]);
  });

  test('a question that failed', async () => {
    gateway.replace('identification', () => Promise.reject(new Error('gone')));
    await gateway.post(identify, socialEmergency);
    expect(gateway.entries).toMatchObject([{ child: null, fieldsDisclosed: [], outcome: 'FAILED' }]);
  });

  test.each([
    ['is answered', undefined],
    ['fails', () => Promise.reject(new Error('gone'))],
  ])('the log knows that an entry is to come, until the operation %s', async (_, answering) => {
    const append = jest.spyOn(gateway.options.audit, 'append');
    const seen: number[] = [];
    append.mockImplementationOnce(async () => (seen.push(gateway.announced.size), []));
    gateway.replace('identification', async (request, real) => {
      seen.push(gateway.announced.size);
      return (answering ?? (() => real(request)))();
    });
    await gateway.post(identify, socialEmergency);
    append.mockRestore();
    expect(seen).toEqual([1, 0]);
  });

  test('a change', async () => {
    const token = await gateway.token({ role: 'POLICE_OFFICER' });
    const headers = { ...socialEmergency, authorization: `Bearer ${token}`, 'x-purpose': 'PROTECTION' };
    const { body } = await gateway.post('mutation { requestDisclosure(child: "c1") { id } }', headers);
    expect(body).toEqual({ data: { requestDisclosure: { id: 'r1' } } });
    expect(gateway.entries).toMatchObject([{ fieldsDisclosed: ['Mutation.requestDisclosure'] }]);
  });

  test('one log line for each operation, without what was asked about', async () => {
    await gateway.post('query Q($n: String!) { identify(dossierNumber: $n) { outcome } }', socialEmergency, {
      variables: { n: '12-410001' },
    });
    expect(gateway.lines).toEqual([
      {
        level: 'info',
        event: 'operation',
        id: expect.any(String),
        method: 'POST',
        operation: 'Q',
        kind: 'query',
        role: 'SOCIAL_EMERGENCY',
        purpose: 'IDENTIFICATION',
        durationMs: expect.any(Number),
        status: 200,
      },
    ]);
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
}
