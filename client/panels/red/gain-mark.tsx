import type { CardRow } from '../../../shared/view/red/red-rows.ts';
import { useApp } from '../../app-context.ts';
import { gainName } from './red-words.ts';

const SHAPES: Readonly<Record<CardRow['gain'], string>> = {
  host: 'M2 3h12v10H2zM2 7h12M5 10h2',
  loot: 'M8 2c3.3 0 6 1 6 2.3v7.4C14 13 11.3 14 8 14s-6-1-6-2.3V4.3C2 3 4.7 2 8 2zM2 5c0 1.3 2.7 2.3 6 2.3S14 6.300 14 5',
  outage: 'M8 2v6M4.500 4.500a5 5 0 1 0 7 0',
  ring: 'M8 2v9M4 7.500l4 4 4-4M3 14h10',
  vm: 'M5 2h6v12H5zM5 6h6',
  frames: 'M2 2h5v5H2zM9 2h5v5H9zM2 9h5v5H2zM9 9h5v5H9z',
  notes: 'M7 2.500a4.500 4.500 0 1 1 0 9 4.500 4.500 0 0 1 0-9zM10.300 10.300L14 14',
};

/** What a card brings: a shape of its own, and its name. */
export function GainMark({ gain }: { gain: CardRow['gain'] }) {
  const { words } = useApp();
  return (
    <span class={`red-gain ${gain}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[gain]} />
      </svg>
      <span class="unseen">{words.say('ui.red.brings')}: </span>
      {gainName(words.say, gain)}
    </span>
  );
}
