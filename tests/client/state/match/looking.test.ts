import { expect, test } from 'vitest';
import { forgetLooking } from '../../../../client/state/match/looking.ts';
import { forgetfulShelf } from '../../../../client/storage.ts';
import { soloGame } from '../../support/solo-game.ts';

test('what is selected, and the layer, survive a reload of the match', () => {
  const tab = forgetfulShelf();
  const { game } = soloGame({ ticks: 3, tab });
  game.select('hosts/1');
  game.layer.value = 'network';
  game.close();
  const { game: back } = soloGame({ ticks: 3, tab });
  expect([back.selection.value, back.layer.value]).toEqual(['hosts/1', 'network']);
  // What was let go of is not taken up again either.
  back.select(null);
  back.layer.value = 'traps';
  const { game: third } = soloGame({ ticks: 3, tab });
  expect([third.selection.value, third.layer.value]).toEqual([null, 'traps']);
});

test('what is no longer there is simply not selected, and the seat is told what is', () => {
  const tab = forgetfulShelf();
  const first = soloGame({ ticks: 3, tab });
  first.game.select('vms/99');
  const gone = soloGame({ ticks: 3, tab });
  expect(gone.game.selection.value).toBeNull();
  gone.game.select('hosts/1');
  const back = soloGame({ ticks: 3, tab });
  expect(back.game.seat.value?.looking).toBe('hosts/1');
});

test('another match, another tab, and one that begins anew are looked at anew', () => {
  const tab = forgetfulShelf();
  const { game } = soloGame({ ticks: 3, tab });
  game.select('hosts/1');
  game.layer.value = 'network';
  const fresh = [null, 'memory'];
  const lookedAt = (of: Parameters<typeof soloGame>[0]) => {
    const { selection, layer } = soloGame({ ticks: 3, ...of }).game;
    return [selection.value, layer.value];
  };
  expect(lookedAt({ tab: forgetfulShelf() })).toEqual(fresh);
  expect(lookedAt({ tab, seed: 8 })).toEqual(fresh);
  game.select('hosts/2');
  forgetLooking(tab);
  expect(lookedAt({ tab })).toEqual(fresh);
});

test.each(['{', '7', '{"match":"first-shift/7","layer":"cellar","looked":null}'])(
  'a shelf that says %s says nothing',
  (said) => {
    const tab = forgetfulShelf();
    tab.setItem('hyperward/looking', said);
    const { game } = soloGame({ ticks: 3, tab });
    expect([game.selection.value, game.layer.value]).toEqual([null, 'memory']);
  },
);
