import './control-quiz.css';
import { useSignal } from '@preact/signals';
import { traits } from '../../../shared/commands/traits.ts';
import type { HarmReport } from '../../../shared/match/report.ts';
import { clockOf } from '../../../shared/text/clock.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { type Choice, choicesFor } from './control-quiz-choices.ts';
import { needText, preventionText } from './report-words.ts';

/** Only what has a name without the place it is done to can be asked about. */
const isControl = (command: string): boolean => traits[command]?.control === true;

/** Asks those who did a harm which control would have stopped it, and answers with the proof. */
export function ControlQuiz({ harm }: { harm: HarmReport }) {
  const { words } = useApp();
  const { debrief } = useGame();
  const answer = useSignal<string | null>(null);
  const report = debrief.value;
  if (report === null) return null;
  const t = (key: string, values = {}) => words.say(`ui.quiz.${key}`, values);
  const choices = choicesFor(harm, report.commands.filter(isControl), report.hash);
  const given = answer.value !== null;
  const name = `control-${harm.seq}`;
  return (
    <fieldset class="card control-quiz" aria-describedby={`${name}-lead`}>
      <legend class="card-title">{t('title')}</legend>
      <p id={`${name}-lead`} class="soft">
        {choices.length > 0 ? t('lead') : t(report.proved ? 'none' : 'proving')}
      </p>
      <ul>
        {choices.map((choice) => (
          <li key={choice.command}>
            <button
              type="button"
              class={`control-choice${given ? (choice.proof === null ? ' wrong' : ' right') : ''}`}
              aria-pressed={answer.value === choice.command}
              aria-disabled={given}
              onClick={() => {
                if (!given) answer.value = choice.command;
              }}
            >
              <i aria-hidden="true">{given ? (choice.proof === null ? '✗' : '✓') : ''}</i>
              <b>{words.say(`commands.${choice.command}.control`)}</b>
              {given && (
                <span class="control-why">
                  <em>{t(choice.proof === null ? 'wrong' : 'right')}</em>{' '}
                  <Why harm={harm} choice={choice} />
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** Which need it makes false and that it was proved; or why it is of no use. */
function Why({ harm, choice }: { harm: HarmReport; choice: Choice }) {
  const { words } = useApp();
  const { view } = useGame();
  const t = (key: string, values = {}) => words.say(`ui.quiz.${key}`, values);
  if (choice.proof === null) return <>{t(choice.tried ? 'tried' : 'touchesNothing')}</>;
  const { prevention, need } = choice.proof;
  const done = preventionText(words.say, prevention, view.value);
  return (
    <>
      {t('breaks', { need: needText(words.say, harm, need) })}
      <br />
      {t('proof', { time: clockOf(prevention.tick), done })}
    </>
  );
}
