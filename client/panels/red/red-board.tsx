import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { clockOf } from '../../../shared/text/clock.ts';
import { splitRef } from '../../../shared/view/reading.ts';
import { redRow, redRows } from '../../../shared/view/red/red-reading.ts';
import type { KnownVmRow } from '../../../shared/view/red/red-rows.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { markOn } from '../../state/match/talk.ts';
import { seatOf } from '../../state/match/team.ts';
import { knownVmName } from '../../state/red/names.ts';
import { isInside } from '../../state/red/red.ts';
import { type Board, fitBoard, type SharedHost, type Way, waysShown } from './board-layout.ts';
import { knownVmSaid } from './red-words.ts';
import { useRedSelection } from './selection.ts';

/** Assumed until the board has been measured. */
const FIRST_SIZE = { width: 640, height: 400 };

/** What the attackers know, drawn: VMs as columns, on the hosts that they are known to share. */
export function RedBoard() {
  const { words } = useApp();
  const { red } = useGame();
  const selection = useRedSelection();
  const place = useRef<HTMLDivElement>(null);
  const size = useSignal(FIRST_SIZE);
  useEffect(() => {
    if (place.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const { width, height } = entry.contentRect;
      size.value = { width: Math.floor(width), height: Math.floor(height) };
    });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, [size]);

  const chosen = selection.knownVm.value;
  const { height } = size.value;
  useEffect(() => {
    // What is told of a chosen VM takes room from the board: it stays in sight all the same.
    if (chosen === 0) return;
    place.current
      ?.querySelector(`[data-known-vm="${chosen}"]`)
      ?.scrollIntoView({ block: 'nearest' });
  }, [chosen, height]);

  // What is gone is of no more use: it would only be in the way.
  const knownVms = redRows(red.value, 'knownVms').filter(({ power }) => power !== 'gone');
  const board = fitBoard(knownVms, size.value.width, size.value.height);
  const ways = waysShown(board, knownVms, selection.knownVm.value);
  const first = knownVms[0]?.id ?? 0;
  const current = knownVms.some(({ id }) => id === selection.knownVm.value)
    ? selection.knownVm.value
    : first;
  return (
    <section class="red-board" aria-labelledby="red-board-title">
      <h2 id="red-board-title" class="panel-title">
        {words.say('ui.red.board')}
        <span>{words.say('ui.red.known', { count: knownVms.length })}</span>
      </h2>
      <div class="red-ground" ref={place}>
        {knownVms.length === 0 ? (
          <p class="quiet-note">
            <b>{words.say('ui.red.emptyBoard')}</b>
            {words.say('ui.red.emptyBoardBody')}
          </p>
        ) : (
          <div
            class="red-drawing"
            style={{
              '--wide': `${board.width}px`,
              '--high': `${board.height}px`,
              '--scale': board.scale,
            }}
          >
            <Drawing board={board} ways={ways} />
            <ul class="red-columns" aria-label={words.say('ui.red.board')}>
              {board.columns.map(({ id, x, y }) => {
                const row = redRow(red.value, 'knownVms', id);
                if (row === null) return null;
                return (
                  <li key={id} style={{ '--x': `${x}px`, '--y': `${y}px` }}>
                    <KnownVmColumn row={row} x={x} y={y} reachable={id === current} />
                  </li>
                );
              })}
            </ul>
          </div>
        )}
      </div>
    </section>
  );
}

interface ColumnProps {
  readonly row: KnownVmRow;
  readonly x: number;
  readonly y: number;
  /** Whether Tab stops here: one column of all. */
  readonly reachable: boolean;
}

/** One VM: its levels, lit as far as they are in. */
function KnownVmColumn({ row, x, y, reachable }: ColumnProps) {
  const { words } = useApp();
  const { red, talk } = useGame();
  const selection = useRedSelection();
  const card = redRow(red.value, 'cards', selection.card.value);
  const chosen = selection.knownVm.value === row.id;
  const part = card?.args.vm === row.id ? ' aimed' : card?.args.from === row.id ? ' source' : '';
  const away = row.power === 'stopped' ? ' away' : '';
  const called = markOn(talk.fresh.value, `knownVms/${row.id}`) === null ? '' : ' called';
  const { technique } = row;
  return (
    <button
      type="button"
      class={`red-column${row.own ? ' own' : ''}${isInside(row) ? ' inside' : ''}${part}${away}${called}`}
      data-known-vm={row.id}
      data-x={x}
      data-y={y}
      tabIndex={reachable ? 0 : -1}
      aria-pressed={chosen}
      onClick={() => selection.choose(chosen ? 0 : row.id)}
    >
      <b>{knownVmName(words.say, red.value, row.id)}</b>
      <span class="unseen">{knownVmSaid(words.say, row)}</span>
      <Level lit={row.ring !== 'none'} name={words.say('ui.red.user')} />
      {technique !== 'container' && (
        <Level lit={row.ring === 'kernel'} name={words.say('ui.red.kernel')} />
      )}
      <small class={technique === null ? 'fog' : ''} aria-hidden="true">
        {technique === null ? '?' : words.say(`names.techniques.${technique}`)}
      </small>
      <Lookers knownVm={row.id} />
    </button>
  );
}

/** Who of the team looks at it: the first letter of each. Said in full by the team's own list. */
function Lookers({ knownVm }: { knownVm: number }) {
  const { looks, mySeat, session, red } = useGame();
  const there = looks.value.filter(({ seat, looking }) => {
    if (seat === mySeat.value || looking === null) return false;
    const { table, id } = splitRef(looking);
    if (table === 'knownVms') return id === knownVm;
    return table === 'cards' && redRow(red.value, 'cards', id)?.args.vm === knownVm;
  });
  if (there.length === 0) return null;
  return (
    <span class="red-lookers" aria-hidden="true">
      {there.map(({ seat }) => {
        const nickname = seatOf(session.value, seat)?.nickname ?? '';
        return (
          <i key={seat} title={nickname}>
            {[...nickname][0] ?? ''}
          </i>
        );
      })}
    </span>
  );
}

function Level({ lit, name }: { lit: boolean; name: string }) {
  return (
    <span class={`red-level${lit ? ' lit' : ''}`} aria-hidden="true">
      <i />
      {name}
    </span>
  );
}

/** The street, the ways and the sharedHosts: behind the columns, and said by them in words. */
function Drawing({ board, ways }: { board: Board; ways: readonly Way[] }) {
  const { words } = useApp();
  return (
    <svg class="red-lines" width={board.width} height={board.height} aria-hidden="true">
      <defs>
        <pattern id="red-fog" width="6" height="6" patternUnits="userSpaceOnUse">
          <path d="M-1 7L7 -1" />
        </pattern>
        <pattern id="red-taken" width="7" height="7" patternUnits="userSpaceOnUse">
          <path d="M-1 8L8 -1" />
        </pattern>
      </defs>
      {board.streets.map((street, row) => {
        const before = board.streets[row - 1];
        const trunk = before === undefined ? '' : `M${street.from} ${before.y}V${street.y}`;
        return (
          <path
            key={street.y}
            class="street"
            d={`${trunk}M${street.from} ${street.y}H${street.to}`}
          />
        );
      })}
      <text class="street-name" x="12" y="9">
        {words.say('ui.red.internet')}
      </text>
      {ways.map((way) => (
        <g key={way.key} class={`way ${way.kind}${way.known ? '' : ' unknown'}`}>
          <path d={way.path} />
          {way.kind === 'stem' ? (
            <circle cx={way.end.x} cy={way.end.y} r="3.5" />
          ) : (
            <path class="tip" d={`M${way.end.x - 4} ${way.end.y + 6}l4 -6l4 6z`} />
          )}
        </g>
      ))}
      {board.sharedHosts.map((sharedHost) => (
        <SharedHostMark key={sharedHost.knownVms[0]} sharedHost={sharedHost} />
      ))}
    </svg>
  );
}

/** What they stand on: its build where that is known, and fog where it is not. */
function SharedHostMark({ sharedHost }: { sharedHost: SharedHost }) {
  const { words } = useApp();
  const { red } = useGame();
  const rows = sharedHost.knownVms
    .map((id) => redRow(red.value, 'knownVms', id))
    .filter((row): row is KnownVmRow => row !== null);
  const build = rows.find(({ hostBuild }) => hostBuild !== null)?.hostBuild ?? null;
  const shared = rows.some(({ platform }) => platform === 'container');
  const said = build === null ? '?' : words.say('ui.red.buildShort', { build });
  const wide = sharedHost.width > 160;
  const taken = Math.max(...rows.map(({ hostTaken }) => hostTaken));
  if (taken > 0) return <TakenHost sharedHost={sharedHost} tick={taken} />;
  return (
    <g class={`platform${build === null ? ' unknown' : ''}`}>
      <rect
        x={sharedHost.x}
        y={sharedHost.y}
        width={sharedHost.width}
        height={sharedHost.height}
        rx="4"
      />
      <text x={sharedHost.x + sharedHost.width / 2} y={sharedHost.y + sharedHost.height / 2 + 4.5}>
        {wide ? `${words.say(shared ? 'ui.red.sharedKernel' : 'ui.red.hypervisor')} ${said}` : said}
      </text>
    </g>
  );
}

/** A host below whose guests they run code: hatched and cracked, with the time of it. */
function TakenHost({ sharedHost, tick }: { sharedHost: SharedHost; tick: number }) {
  const { words } = useApp();
  const { x, y, width, height } = sharedHost;
  const middle = x + width / 2;
  const crack = `M${x + width - 10} ${y}l-3 ${height * 0.3}l8 ${height * 0.12}l-6 ${height * 0.24}l4 ${height * 0.34}`;
  const key = width > 110 ? 'takenAt' : 'takenShort';
  return (
    <g class="platform taken">
      <rect x={x} y={y} width={width} height={height} rx="4" />
      <rect class="hatch" x={x} y={y} width={width} height={height} rx="4" />
      <path class="crack" d={crack} />
      <text x={middle - 4} y={y + height / 2 + 4.5}>
        {words.say(`ui.red.${key}`, { time: clockOf(tick) })}
      </text>
    </g>
  );
}
