import { useApp } from '../../app-context.ts';

type Tenant = 'bank' | 'shop' | 'hospital';
type Zone = 'app' | 'data' | 'dmz';

const LEFT = 70;
const WIDTH = 560;

interface Guest {
  readonly tenant: Tenant;
  readonly zone: Zone;
}

const GUESTS: readonly Guest[] = [
  { tenant: 'bank', zone: 'app' },
  { tenant: 'bank', zone: 'data' },
  { tenant: 'shop', zone: 'dmz' },
  { tenant: 'hospital', zone: 'data' },
  { tenant: 'shop', zone: 'app' },
];
/** The guest whose exit is on its way down. */
const EXITING = 2;

/** Frames: small letters are in use, capitals still hold what the owner of that letter left. */
const FRAMES = 'aaaaaaaaaaaabbbbbbbbAAAAAA..ccccccccbbbb..AA..bbcccccc......';
const OWNERS: Readonly<Record<string, Tenant>> = { a: 'bank', b: 'shop', c: 'hospital' };
const PER_ROW = 20;

/** The idea of the game in one drawing: a host cut open, floor by floor. */
export function Building() {
  const { words } = useApp();
  const t = (key: string) => words.say(`ui.landing.${key}`);
  const rail = LEFT + WIDTH + 60;
  return (
    <svg class="building" viewBox="0 0 760 560" role="img" aria-label={t('picture')}>
      <defs>
        {Object.values(OWNERS).map((tenant) => (
          <pattern
            key={tenant}
            id={`hatch-${tenant}`}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect class={`fill-${tenant}`} width="2.4" height="6" />
          </pattern>
        ))}
      </defs>
      {GUESTS.map((guest, i) => (
        <Column key={LEFT + i} at={i} guest={guest} ring={t('ring')} />
      ))}
      <rect class="platform" x={LEFT} y="252" width={WIDTH} height="54" rx="10" />
      <text class="platform-name" x={LEFT + 24} y="285">
        {t('hypervisor')}
      </text>
      <text class="platform-mode" x={LEFT + WIDTH - 24} y="285">
        {t('root')}
      </text>
      <g class="exit">
        <path class="exit-line" d={`M${LEFT + 278} 224 V268`} />
        <circle class="fill-harm" cx={LEFT + 278} cy="274" r="13" />
        <path class="exit-arrow" d={`M${LEFT + 278} 267 v13 m-5.5 -5.5 l5.5 5.5 l5.5 -5.5`} />
      </g>
      <path class="rail" d={`M${LEFT + 8} 334 H${rail} V520`} />
      {GUESTS.map((guest, i) => (
        <g key={LEFT + i} class={`zone-${guest.zone}`}>
          <line class="wire" x1={wireX(i)} x2={wireX(i)} y1="306" y2="334" />
          <circle class="plug" cx={wireX(i)} cy="334" r="6.5" />
        </g>
      ))}
      {[...FRAMES].map((letter, i) => (
        <FrameMark key={`frame-${LEFT + i}`} letter={letter} at={i} />
      ))}
      <text class="caption" x={LEFT + 4} y="474">
        {t('frames')}
      </text>
      <line class="street" x1="0" x2="760" y1="522" y2="522" />
      <line class="street-dash" x1="0" x2="760" y1="522" y2="522" />
      <g class="packets">
        {[120, 470, 560, 700].map((x) => (
          <rect
            key={x}
            class={x === 560 ? 'zone-dmz' : 'zone-app'}
            x={x}
            y="516"
            width="15"
            height="11"
            rx="3"
          />
        ))}
        {[330, 390].map((x) => (
          <rect key={x} class="zone-data" x={x} y="329" width="14" height="10" rx="3" />
        ))}
      </g>
      <g transform="translate(300,522)">
        <rect class="sensor" x="-84" y="-21" width="168" height="42" rx="21" />
        <circle class="sensor-eye" cx="-58" cy="0" r="8" />
        <circle class="fill-accent" cx="-58" cy="0" r="2.6" />
        <text class="sensor-name" x="-40" y="5.5">
          {t('ids')}
        </text>
      </g>
    </svg>
  );
}

const wireX = (i: number): number => LEFT + 66 + i * 106;

function Column({ at, guest, ring }: { at: number; guest: Guest; ring: string }) {
  const x = LEFT + 20 + at * 106;
  const exiting = at === EXITING ? ' exiting' : '';
  return (
    <g class={`column${exiting}`}>
      <rect class="column-wall" x={x} y="30" width="92" height="212" rx="12" />
      <rect class={`fill-${guest.tenant}`} x={x + 14} y="48" width="26" height="26" rx="8" />
      {[58, 44, 52].map((width, line) => (
        <rect
          key={width}
          class="scribble"
          x={x + 14}
          y={90 + line * 15}
          width={width}
          height="6"
          rx="3"
        />
      ))}
      <line class="floor" x1={x + 10} x2={x + 82} y1="146" y2="146" />
      <text class="ring" x={x + 14} y="172">
        {ring}
      </text>
    </g>
  );
}

function FrameMark({ letter, at }: { letter: string; at: number }) {
  const x = LEFT + 4 + (at % PER_ROW) * 28;
  const y = 362 + Math.trunc(at / PER_ROW) * 28;
  const owner = OWNERS[letter.toLowerCase()];
  if (owner === undefined)
    return <rect class="frame-free" x={x} y={y} width="22" height="22" rx="5" />;
  if (letter === letter.toLowerCase()) {
    return <rect class={`fill-${owner}`} x={x} y={y} width="22" height="22" rx="5" />;
  }
  return (
    <rect
      class={`frame-left stroke-${owner}`}
      fill={`url(#hatch-${owner})`}
      x={x + 0.7}
      y={y + 0.7}
      width="20.6"
      height="20.6"
      rx="5"
    />
  );
}
