import { describe, expect, test } from 'vitest';
import {
  cardOrder,
  cardsAbout,
  chipSign,
  chipWord,
  neighbour,
  progressOf,
  secondsOf,
  standingOf,
  strikeOf,
} from '../../../../client/state/red/red.ts';
import { catalogue } from '../../../../shared/text/catalogue.ts';
import { createSpeaker } from '../../../../shared/text/speak.ts';
import { redRow, redRows } from '../../../../shared/view/red/red-reading.ts';
import type { CardRow, Chip } from '../../../../shared/view/red/red-rows.ts';
import { card, redTeamView, strike } from '../../support/red-fixture.ts';

const ids = (cards: readonly CardRow[]): number[] => cards.map(({ id }) => id);

describe('a card', () => {
  test('is shut by one false need, open by one that is not known, and otherwise ready', () => {
    expect(standingOf(card({ chips: ['true', 'true'] }))).toBe('ready');
    expect(standingOf(card({ chips: ['true', 'unknown'] }))).toBe('open');
    expect(standingOf(card({ chips: ['unknown', 'false'] }))).toBe('shut');
    expect(standingOf(card({ chips: [] }))).toBe('ready');
  });

  test('that is sure comes before one that brings more, and then what brings most', () => {
    const cards = [
      card({ id: 1, gain: 'host', chips: ['false'] }),
      card({ id: 2, gain: 'host', chips: ['unknown', 'unknown'] }),
      card({ id: 3, gain: 'notes', chips: ['true'] }),
      card({ id: 4, gain: 'host', chips: ['unknown'] }),
      card({ id: 5, gain: 'loot', chips: ['true'], fast: 90 }),
      card({ id: 6, gain: 'loot', chips: ['true'], fast: 40 }),
      card({ id: 7, gain: 'loot', chips: ['unknown'] }),
    ];
    expect(ids(cardOrder(cards))).toEqual([6, 5, 3, 4, 2, 7, 1]);
    expect(ids(cards)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  test('is about a VM when it is done to it or from it', () => {
    const cards = [
      card({ id: 1, args: { vm: 3 } }),
      card({ id: 2, args: { from: 3, vm: 5 } }),
      card({ id: 3, args: { from: 4, vm: 5 } }),
      card({ id: 4, args: {} }),
    ];
    expect(ids(cardsAbout(cards, 3))).toEqual([1, 2]);
    expect(ids(cardsAbout(cards, 5))).toEqual([2, 3]);
    expect(ids(cardsAbout(cards, 0))).toEqual([1, 2, 3, 4]);
  });

  test('is under way whether it is done fast or quietly, and about the same VM only', () => {
    const about = card({ attack: 'net-fw-drift', args: { from: 1, vm: 2 } });
    expect(strikeOf(about, [strike('net-fw-drift', { vm: 2, from: 1 })])).not.toBeNull();
    const quietly = { ...strike('net-fw-drift', { from: 1, vm: 2 }), quiet: true };
    expect(strikeOf(about, [quietly])).not.toBeNull();
    expect(strikeOf(about, [strike('net-fw-drift', { from: 1, vm: 3 })])).toBeNull();
    expect(strikeOf(about, [strike('net-any-any', { from: 1, vm: 2 })])).toBeNull();
  });
});

describe('a chip', () => {
  const all: readonly Chip[] = ['true', 'false', 'unknown'];

  test('is told by a sign and a word of its own', () => {
    expect(new Set(all.map(chipSign)).size).toBe(3);
    for (const language of ['ko', 'en'] as const) {
      const say = createSpeaker(catalogue, language);
      const said = all.map((chip) => say(chipWord(chip)));
      expect(new Set(said).size).toBe(3);
      expect(said.filter((text) => text.startsWith('ui.'))).toEqual([]);
    }
  });
});

test('rows are read without the holes between them', () => {
  const view = redTeamView({ cards: [card({ id: 2 })] });
  expect(ids(redRows(view, 'cards'))).toEqual([2]);
  expect(redRow(view, 'cards', 2)?.id).toBe(2);
  expect(redRow(view, 'cards', 1)).toBeNull();
  expect(redRow(view, 'cards', 9)).toBeNull();
  expect(redRows(null, 'cards')).toEqual([]);
});

test('progress stays between nothing and everything, and seconds are rounded up', () => {
  const about = { startedAt: 10, endsAt: 50 };
  expect([0, 10, 30, 50, 99].map((tick) => progressOf(about, tick))).toEqual([0, 0, 0.5, 1, 1]);
  expect(progressOf({ startedAt: 10, endsAt: 10 }, 10)).toBe(0);
  expect([0, 1, 5, 6].map(secondsOf)).toEqual([0, 1, 1, 2]);
});

describe('arrows on the board', () => {
  const spots = [
    { id: 1, x: 0, y: 0 },
    { id: 2, x: 100, y: 0 },
    { id: 3, x: 0, y: 200 },
    { id: 4, x: 180, y: 200 },
  ];

  test('go to the nearest that way', () => {
    expect(neighbour(spots, 1, 'right')).toBe(2);
    expect(neighbour(spots, 1, 'down')).toBe(3);
    expect(neighbour(spots, 2, 'down')).toBe(4);
    expect(neighbour(spots, 4, 'left')).toBe(3);
    expect(neighbour(spots, 3, 'up')).toBe(1);
  });

  test('go nowhere at the edge, and begin at the first', () => {
    expect(neighbour(spots, 1, 'left')).toBeNull();
    expect(neighbour(spots, 9, 'left')).toBe(1);
    expect(neighbour([], 1, 'left')).toBeNull();
  });
});
