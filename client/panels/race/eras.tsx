import { generationsOf } from '../../../shared/mechanics/technique/race.ts';
import type { HostRow } from '../../../shared/view/machine-rows.ts';
import { lanesOn, type RunnerRow } from '../../../shared/view/race.ts';
import { rowsOf } from '../../../shared/view/reading.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import type { Technique } from '../../../shared/world/machine/vm.ts';
import { useApp } from '../../app-context.ts';
import { hardwareOf } from './race-words.ts';

const [WIDE, ROW, TOP] = [256, 32, 16] as const;
/** Room for the names at both ends. */
const NAMES = 78;

interface Era {
  readonly host: HostRow;
  /** Techniques that do the work right there, the cheapest first. */
  readonly order: readonly Technique[];
}

/** How the order of techniques changes over the generations of hardware that the match has. */
export function Eras(props: {
  readonly view: BlueView;
  readonly runner: RunnerRow;
  readonly host: HostRow;
  readonly now: Technique | null;
}) {
  const { view, runner, host, now } = props;
  const { words } = useApp();
  const eras = generationsOf(rowsOf(view, 'hosts')).map(
    (place): Era => ({
      host: place,
      order: lanesOn(view, runner, place)
        .filter(({ right }) => right)
        .map(({ technique }) => technique),
    }),
  );
  const techniques = [...new Set(eras.flatMap(({ order }) => order))];
  if (eras.length < 2 || techniques.length === 0) return null;
  const name = (technique: Technique): string => words.say(`names.techniques.${technique}`);
  const orders = new Set(eras.map(({ order }) => order.join()));
  const rows = Math.max(...eras.map(({ order }) => order.length));
  const x = (i: number): number => NAMES + (i * (WIDE - 2 * NAMES)) / (eras.length - 1);
  const y = (rank: number): number => TOP + rank * ROW;
  const last = eras.length - 1;
  return (
    <section class="race-eras">
      <h3>{words.say(`ui.race.${orders.size > 1 ? 'eras' : 'eraSame'}`)}</h3>
      <svg viewBox={`0 0 ${WIDE} ${TOP + rows * ROW + 22}`} font-size="13" aria-hidden="true">
        {techniques.map((technique) => {
          const places = eras.flatMap(({ order }, i) =>
            order.includes(technique) ? [[i, order.indexOf(technique)] as const] : [],
          );
          const mine = technique === now ? ' now' : '';
          const first = places[0];
          return (
            <g key={technique} class={`race-path${mine}`}>
              <polyline points={places.map(([i, rank]) => `${x(i)},${y(rank)}`).join(' ')} />
              {places.map(([i, rank]) => (
                <g key={i}>
                  <circle cx={x(i)} cy={y(rank)} r="11" />
                  <text x={x(i)} y={y(rank) + 4.5} class="rank">
                    {rank + 1}
                  </text>
                </g>
              ))}
              {first?.[0] === 0 && (
                <text x={x(0) - 16} y={y(first[1]) + 4.5} class="from">
                  {name(technique)}
                </text>
              )}
              {places.at(-1)?.[0] === last && (
                <text x={x(last) + 16} y={y(places.at(-1)?.[1] ?? 0) + 4.5}>
                  {name(technique)}
                </text>
              )}
            </g>
          );
        })}
        {eras.map(({ host: place }, i) => (
          <text
            key={place.id}
            x={x(i)}
            y={TOP + rows * ROW + 14}
            class={`year${place.id === host.id ? ' here' : ''}`}
          >
            {place.year}
          </text>
        ))}
      </svg>
      <ol class="unseen">
        {eras.map(({ host: place, order }) => (
          <li key={place.id}>
            {words.say('ui.race.eraOf', {
              year: `${place.year} (${hardwareOf(words.say, place)})`,
              order: order.map(name).join(', '),
            })}
          </li>
        ))}
      </ol>
    </section>
  );
}
