import { describe, expect, onTestFinished, test } from 'vitest';
import { createDebriefing } from '../../server/hosting/debriefing.ts';
import { Authority } from '../../shared/authority/authority.ts';
import { scenarios } from '../../shared/course/scenarios/registry.ts';
import { clerk } from '../../shared/minds/defenders/clerk.ts';

/** A whole match in which requests are served blindly, so that something leaks. */
function played(): Authority {
  const scenario = scenarios['vacated-seat'];
  if (!scenario) throw new Error('the scenario is gone');
  const authority = new Authority({ scenario, seed: 3 });
  authority.submit({ kind: 'seat', seat: 1, pilot: 'human' });
  for (let n = 0; !authority.over; authority.step()) {
    for (const wish of clerk(authority.projection, (subject) => authority.offers(1, subject))) {
      n += 1;
      authority.submit({ kind: 'order', seat: 1, n, ...wish });
    }
  }
  return authority;
}

function open() {
  const debriefing = createDebriefing();
  onTestFinished(() => debriefing.close());
  return debriefing;
}

describe('debriefing in a thread of its own', () => {
  test('D1 says to the letter what the authority itself would say', async () => {
    const authority = played();
    const debrief = await open().of(authority);
    expect(debrief.harms.length).toBeGreaterThan(0);
    expect(debrief).toEqual(authority.debrief());
  });

  test('several matches at once each get their own', async () => {
    const debriefing = open();
    const matches = [played(), played()];
    const debriefs = await Promise.all(matches.map((match) => debriefing.of(match)));
    expect(debriefs[0]).toEqual(debriefs[1]);
  });

  test('a record that cannot be run fails alone, and the next is debriefed', async () => {
    const debriefing = open();
    const authority = played();
    const { seed, journal } = authority.record();
    const broken = { record: () => ({ scenario: null, seed, journal }) } as unknown as Authority;
    await expect(debriefing.of(broken)).rejects.toThrow(/null/);
    expect((await debriefing.of(authority)).overAt).toBe(authority.tick);
  });

  test('what is under way when it closes is given up, and says so', async () => {
    const debriefing = createDebriefing();
    const debrief = debriefing.of(played());
    const given = expect(debrief).rejects.toThrow(/ended/);
    await debriefing.close();
    await given;
  });
});
