import { resolveDutyContacts } from '../../../../subgraphs/identification/directory';
import { composeGuidance } from '../../../../subgraphs/identification/guidance';
import { stepsForFinder } from '../../../../subgraphs/identification/routines';

const night = new Date('2026-03-17T01:30:00Z');

test('sends the concern to the place of finding and to those who answer there now', () => {
  const guidance = composeGuidance('2580', night);
  expect(guidance.text.sv).toContain('Luleå');
  expect(guidance.text.en).toContain('Luleå');
  expect(guidance.contacts).toEqual(resolveDutyContacts('2580', 'SOCIAL_SERVICES', night));
  expect(guidance.steps).toEqual(stepsForFinder('25'));
});

test('is a function of place and moment alone, so it cannot tell whether a record exists', () => {
  expect(composeGuidance).toHaveLength(2);
  expect(JSON.stringify(composeGuidance('0180', night))).toBe(JSON.stringify(composeGuidance('0180', night)));
});

test.each(['0180', '2580', '1480', '9999'])('names the emergency number in %s', (foundIn) => {
  const { text, contacts, steps } = composeGuidance(foundIn, night);
  expect([text.sv, text.en].every((each) => each.includes('112'))).toBe(true);
  expect(contacts[0]).toMatchObject({ openNow: true });
  expect(steps.length).toBeGreaterThan(7);
});
