import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { rowOf } from '../../shared/view/reading.ts';
import { useApp } from '../app-context.ts';
import { useGame } from '../game-context.ts';
import { type Hint, leadOf } from '../state/match/guide.ts';
import { hostName, tenantName } from '../state/match/wording.ts';

const KEY = 'hyperward/hints';

/** One sentence for a first match. It says what is there to be seen, and can be put away for good. */
export function HintBar() {
  const { words, shelf } = useApp();
  const { hint, hintsOff, view, cardToOpen, select } = useGame();
  const known = useSignal(false);
  useEffect(() => {
    if (known.peek()) return;
    known.value = true;
    if (shelf.getItem(KEY) === 'off') hintsOff.value = true;
  }, [shelf, hintsOff, known]);
  const now = hint.value;
  if (now === null) return null;
  const lead = view.value && leadOf(view.value, now);
  const values = (): Record<string, string | number> => {
    switch (now.kind) {
      case 'open': {
        const tenant = rowOf(view.value, 'requests', now.request)?.tenant ?? 0;
        return { tenant: tenantName(words.say, view.value, tenant) };
      }
      case 'residue':
        return { host: hostName(now.host), frames: now.frames };
      case 'drift':
        return { host: hostName(now.host) };
      case 'advisory': {
        const name = rowOf(view.value, 'advisories', now.advisory)?.name ?? 'venom';
        return { flaw: words.say(`flaws.${name}.name`) };
      }
      default:
        return {};
    }
  };
  return (
    <aside class="hint-bar" aria-label={words.say('ui.guide.label')}>
      <p aria-live="polite">{sentence(words.say, now, values())}</p>
      {lead !== null && (
        <button
          type="button"
          class="hint-go"
          onClick={() => {
            if (lead.card !== '') cardToOpen.value = lead.card;
            if (lead.ref !== null) select(lead.ref);
          }}
        >
          {words.say('ui.guide.go')}
        </button>
      )}
      <button
        type="button"
        class="dismiss"
        aria-label={words.say('ui.guide.dismiss')}
        title={words.say('ui.guide.dismiss')}
        onClick={() => {
          shelf.setItem(KEY, 'off');
          hintsOff.value = true;
        }}
      >
        <svg class="icon" viewBox="0 0 12 12" aria-hidden="true">
          <path class="cross" d="M2.5 2.5l7 7m0-7l-7 7" />
        </svg>
      </button>
    </aside>
  );
}

function sentence(
  say: (path: string, values: Record<string, string | number>) => string,
  hint: Hint,
  values: Record<string, string | number>,
): string {
  return say(`ui.guide.${hint.kind}`, values);
}
