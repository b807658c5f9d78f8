import type { Blast } from '../../../shared/view/blast/blast.ts';
import type { Road, Wall } from '../../../shared/view/blast/roads.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { placeOf } from '../../state/match/wording.ts';
import { named } from './trust-words.ts';

/** So many walls are told; those that stop less are counted. */
const WALLS = 4;
/** Deeper roads are not set in further: there is no room to. */
const DEEPEST = 3;

interface Told {
  readonly view: BlueView;
  readonly blast: Blast;
}

/** The roads in words, those that depend on another under it. */
export function Roads({ view, blast: { roads } }: Told) {
  const { say } = useApp().words;
  return (
    <section class="roads" aria-label={say('ui.trust.roads')}>
      {roads.length === 0 && <p class="quiet">{say('ui.trust.noRoad')}</p>}
      <ol>
        {roads.map((road) => (
          <RoadLine key={road.number} view={view} road={road} />
        ))}
      </ol>
    </section>
  );
}

/** What would lead on but for one thing. */
export function Walls({ view, blast: { walls } }: Told) {
  const { say } = useApp().words;
  if (walls.length === 0) return null;
  return (
    <section class="roads" aria-label={say('ui.trust.walls')}>
      <h3 class="panel-title">{say('ui.trust.walls')}</h3>
      <ul>
        {walls.slice(0, WALLS).map((wall) => (
          <WallLine key={`${wall.attack}/${wall.need}`} view={view} wall={wall} />
        ))}
      </ul>
      {walls.length > WALLS && (
        <p class="quiet">{say('ui.trust.more', { count: walls.length - WALLS })}</p>
      )}
    </section>
  );
}

function RoadLine({ view, road }: { view: BlueView; road: Road }) {
  const { say } = useApp().words;
  const { number, after, depth, attack, via, from, reaches, sure } = road;
  const first = via.map((one) => say(`attacks.${one}.name`)).join(' · ');
  return (
    <li class="road" data-depth={Math.min(depth, DEEPEST)}>
      <span class="road-number" aria-hidden="true">
        {number}
      </span>
      <div>
        <span class="unseen">
          {say('ui.trust.road', { number })}
          {after > 0 && `, ${say('ui.trust.after', { number: after })}`}:{' '}
        </span>
        <b>{say(`attacks.${attack}.name`)}</b>
        {first !== '' && <small>{say('ui.trust.via', { what: first })}</small>}
        <small class="road-reaches">
          {say('ui.trust.reaches', {
            from: placeOf(say, view, from),
            what: named(say, view, reaches),
          })}
        </small>
        {!sure && <small>{say('ui.trust.unsure')}</small>}
      </div>
    </li>
  );
}

function WallLine({ view, wall }: { view: BlueView; wall: Wall }) {
  const { say } = useApp().words;
  const { attack, need, from, reaches } = wall;
  return (
    <li class="road stopped">
      <span class="road-number" aria-hidden="true" />
      <div>
        <b>{say(`attacks.${attack}.name`)}</b>
        <small>{say('ui.trust.stops', { need: say(`needs.${need}.short`) })}</small>
        <small>
          {say('ui.trust.spared', {
            from: placeOf(say, view, from),
            what: named(say, view, reaches),
          })}
        </small>
      </div>
    </li>
  );
}
