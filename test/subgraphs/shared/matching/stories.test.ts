import { found, identify, record } from './examples';

const neighbours = {
  n1: record('Ahmad', 'Karimi', '2010-09-21'),
  n2: record('Mohammed', 'Hassan', '2010-09-20'),
  n3: record('Amina', 'Warsame', '2009-11-21'),
  n4: record('Reza', 'Hosseini', '2009-05-05'),
};

test('a spelling variant of both names with the registered date finds the child', () => {
  const register = { ...neighbours, child: record('Mohammed', 'Rahimi', '2010-09-21') };
  expect(
    found(identify({ givenName: 'Muhamad', familyName: 'Rahimy', birthDate: '2010-09-21' }, register)),
  ).toBe('child');
});

test('a name written in Persian script finds a child registered in Latin letters', () => {
  const register = { ...neighbours, child: record('Mohammed', 'Rahimi', '2010-09-21') };
  expect(found(identify({ givenName: 'محمد', familyName: 'رحیمی', birthDate: '2010-09-21' }, register))).toBe(
    'child',
  );
});

test('a stated name and date count in full beside other registered ones', () => {
  const child = record('Ali', 'Khan', '2012-11-21');
  child.names.push({ given: 'Reza', family: 'Ahmadzai', kind: 'STATED' });
  child.births.push({ date: '2009-11-21', kind: 'STATED' });
  const asked = { givenName: 'Reza', familyName: 'Ahmadzay', birthDate: '2009-11-21' };
  expect(found(identify(asked, { ...neighbours, child }))).toBe('child');
});

const twins = {
  ...neighbours,
  hassan: record('Hassan', 'Jafari', '2011-08-21'),
  hussein: record('Hussein', 'Jafari', '2011-08-21'),
};

test('a family name and a date that twins share find nobody', () => {
  expect(identify({ familyName: 'Jafari', birthDate: '2011-08-21' }, twins)).toEqual({
    outcome: 'NO_UNIQUE_MATCH',
  });
});

test('Hossein is Hussein and not his twin Hassan', () => {
  expect(
    found(identify({ givenName: 'Hossein', familyName: 'Jafari', birthDate: '2011-08-21' }, twins)),
  ).toBe('hussein');
});

test('Hossein is not found when only a Hassan of that family and date is registered', () => {
  const { hassan } = twins;
  const asked = { givenName: 'Hossein', familyName: 'Jafari', birthDate: '2011-08-21' };
  expect(found(identify(asked, { hassan }))).toBeNull();
});

test('Somali spelling finds a child registered in English spelling', () => {
  const register = { ...neighbours, child: record('Abdirahman', 'Nuur', '2010-03-21') };
  const asked = { givenName: 'Cabdiraxmaan', familyName: 'Noor', birthDate: '2010-03-21' };
  expect(found(identify(asked, register))).toBe('child');
});

test('a stated age matches an age that was stated some days ago', () => {
  const child = record('Ilyas', 'Amrani', null, {
    births: [{ date: null, kind: 'STATED', statedAge: 15, statedOn: '2026-11-15' }],
  });
  child.names[0]!.kind = 'STATED';
  expect(
    found(identify({ givenName: 'Ilyas', familyName: 'Amrani', age: 15 }, { ...neighbours, child })),
  ).toBe('child');
});

test('a chain of names matches the claim that holds the same chain', () => {
  const child = record('Yusuf', 'Warsame', '2009-11-21');
  child.names.push({ given: 'Yuusuf Cali', family: 'Warsame', kind: 'STATED' });
  const asked = { givenName: 'Yousef Ali', familyName: 'Warsama', birthDate: '2009-11-21' };
  expect(found(identify(asked, { ...neighbours, child }))).toBe('child');
});

test('names in the wrong fields, and day and month exchanged, still find the child', () => {
  const register = { ...neighbours, child: record('Maryam', 'Haidari', '2012-04-09') };
  expect(
    found(identify({ givenName: 'Heydari', familyName: 'Mariam', birthDate: '2012-09-04' }, register)),
  ).toBe('child');
});

test('a number alone is certain', () => {
  const child = record('Selam', 'Tesfay', '2011-11-21', { dossierNumber: '12-410002' });
  const decision = identify({ dossierNumber: '12 410002' }, { ...neighbours, child });
  expect(decision).toMatchObject({ outcome: 'UNIQUE_MATCH', grade: 'CERTAIN', child: 'child' });
});

test('a number with one wrong digit finds nobody alone and the child together with the names', () => {
  const register = {
    ...neighbours,
    child: record('Selam', 'Tesfay', '2011-11-21', { dossierNumber: '12-410002' }),
  };
  expect(found(identify({ dossierNumber: '12-410003' }, register))).toBeNull();
  const asked = { dossierNumber: '12-410003', givenName: 'Selam', familyName: 'Tesfai' };
  expect(found(identify(asked, register))).toBe('child');
});

test('a brother with the same chain of forefathers is not taken for the child', () => {
  const brother = record('Omar Ali Hassan', 'Warsame', '2012-02-03');
  const asked = { givenName: 'Ahmed Ali Hassan', familyName: 'Warsame', birthDate: '2009-06-07' };
  expect(found(identify(asked, { brother }))).toBeNull();
});

test('a sister who differs by a final letter is not taken for the child', () => {
  const sister = record('Amina', 'Karimi', '2010-09-22');
  expect(
    found(identify({ givenName: 'Amin', familyName: 'Karimi', birthDate: '2010-09-22' }, { sister })),
  ).toBeNull();
});

test('sex and age alone find nobody', () => {
  const child = record('Ali', 'Khan', '2011-01-02', { sex: 'MALE' });
  expect(found(identify({ sex: 'MALE', age: 15 }, { child }))).toBeNull();
});

test('the only twin registered is not taken for the other by a family name and a date', () => {
  const { hassan } = twins;
  expect(
    found(identify({ familyName: 'Jafari', birthDate: '2011-08-21', sex: 'MALE' }, { hassan })),
  ).toBeNull();
});
