import { useApp } from '../../../app-context.ts';
import { clockOf } from '../../../state/wording.ts';
import { ActButton, ActNote } from '../act-note.tsx';
import { useDeskState } from '../desk-context.ts';
import { momentText, worldName } from '../words.ts';

/** More would be a list to read, not a word in one's ear. */
const SHOWN = 8;

/** What has just happened in a world that a class could learn from. */
export function MomentsFeed() {
  const { say } = useApp().words;
  const { moments, session, projected } = useDeskState();
  const several = new Set(session.teams.map((team) => team.world)).size > 1;
  return (
    <section class="side-part" aria-labelledby="moments-title">
      <h3 id="moments-title" class="panel-title">
        {say('ui.console.moments')}
      </h3>
      {moments.length === 0 && <p class="quiet-note">{say('ui.console.noMoments')}</p>}
      <ol class="moments" aria-live="polite">
        {moments.slice(0, SHOWN).map((moment) => (
          <li key={`${moment.world} ${moment.seq}`} class={`moment ${moment.kind}`}>
            <time>{clockOf(moment.tick)}</time>
            <p>
              {several && <b>{worldName(say, session, moment.world)}</b>} {momentText(say, moment)}
            </p>
            <ActButton
              of={`project ${moment.world}`}
              class="link-button"
              act={{ kind: 'project', world: projected === moment.world ? 0 : moment.world }}
            >
              {say(projected === moment.world ? 'ui.console.projected' : 'ui.console.project')}
            </ActButton>
            <ActNote of={`project ${moment.world}`} />
          </li>
        ))}
      </ol>
    </section>
  );
}
