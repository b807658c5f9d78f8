import { useSignal } from '@preact/signals';
import { clockOf } from '../../../../shared/text/clock.ts';
import { useApp } from '../../../app-context.ts';
import { type ToldMoment, toldMoments } from '../../../state/desk/desk-reading.ts';
import { ActButton, ActNote } from '../act-note.tsx';
import { useDeskState } from '../desk-context.ts';
import { momentText, worldName } from '../words.ts';

/** More would be a list to read, not a word in one's ear. */
const SHOWN = 3;

/** What has just happened in a world that a class could learn from. */
export function MomentsFeed() {
  const { say } = useApp().words;
  const { moments } = useDeskState();
  const all = useSignal(false);
  const told = toldMoments(moments);
  const hidden = told.length - SHOWN;
  return (
    <section class="side-part" aria-labelledby="moments-title">
      <h3 id="moments-title" class="panel-title">
        {say('ui.console.moments')}
      </h3>
      {told.length === 0 && <p class="quiet-note">{say('ui.console.noMoments')}</p>}
      <ol class="moments" aria-live="polite">
        {(all.value ? told : told.slice(0, SHOWN)).map((one) => (
          <Told key={`${one.moment.world} ${one.moment.seq}`} told={one} />
        ))}
      </ol>
      {hidden > 0 && (
        <button
          type="button"
          class="link-button"
          aria-expanded={all.value}
          onClick={() => (all.value = !all.value)}
        >
          {all.value
            ? say('ui.console.fewerMoments')
            : say('ui.console.moreMoments', { count: hidden })}
        </button>
      )}
    </section>
  );
}

function Told({ told: { moment, worlds } }: { told: ToldMoment }) {
  const { say } = useApp().words;
  const { session, projected } = useDeskState();
  const several = new Set(session.teams.map((team) => team.world)).size > 1;
  const shown = worlds.includes(projected);
  const world = shown ? projected : moment.world;
  const key = `project ${moment.world} ${moment.seq}`;
  return (
    <li class={`moment ${moment.kind}`}>
      <time>{clockOf(moment.tick)}</time>
      <p>
        {several && <b>{worlds.map((each) => worldName(say, session, each)).join(' · ')}</b>}{' '}
        {momentText(say, moment)}
      </p>
      {session.phase === 'live' && (
        <ActButton of={key} class="link-button" act={{ kind: 'project', world: shown ? 0 : world }}>
          {say(shown ? 'ui.console.projected' : 'ui.console.project')}
        </ActButton>
      )}
      <ActNote of={key} />
    </li>
  );
}
