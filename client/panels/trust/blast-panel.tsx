import './trust.css';
import { credentialsOf, keyShapeOf } from '../../../shared/view/trust.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { hostName } from '../../state/match/wording.ts';
import { Cells } from './cells.tsx';
import { KeySign } from './key-sign.tsx';
import { OneThings } from './one-things.tsx';
import { Roads, Walls } from './roads.tsx';
import { Stores } from './stores.tsx';
import { asked, keyName, opened } from './trust-words.ts';

/** What could fall from what is selected, or from what the pointer is on, while that layer is shown. */
export function BlastPanel() {
  const { words } = useApp();
  const { view, layer, blast } = useGame();
  const now = view.value;
  if (layer.value !== 'trust' || now === null) return null;
  const found = blast.now.value;
  const t = (key: string, values = {}) => words.say(`ui.trust.${key}`, values);
  return (
    <section class="blast" aria-label={t('title')}>
      <h2 class="panel-title">{t('title')}</h2>
      {found === null ? (
        <p class="quiet">{t('ask')}</p>
      ) : (
        <>
          <p class="blast-count">
            {t('count', { vms: found.vms, reached: found.fallenVms.length })}
          </p>
          <p class="blast-asked">{asked(words.say, now, found.start)}</p>
          <Cells start={found.startVms.length} fallen={found.fallenVms.length} all={found.vms} />
          {found.fallenHosts.length > 0 && (
            <p class="blast-hosts">
              {t('hosts', { hosts: found.fallenHosts.map(hostName).join(' · ') })}
            </p>
          )}
          <Roads view={now} blast={found} />
          <OneThings blast={found} />
          <Walls view={now} blast={found} />
        </>
      )}
      <Keys view={now} />
      <Stores view={now} />
    </section>
  );
}

/** The keys of hosts by their shapes: each can be asked about. */
function Keys({ view }: { view: BlueView }) {
  const { words } = useApp();
  const { blast, selection } = useGame();
  const credentials = credentialsOf(view);
  if (credentials.length === 0) return null;
  const start = blast.start.value;
  return (
    <section class="keys" aria-label={words.say('ui.trust.keys')}>
      <h3 class="panel-title">
        {words.say('ui.trust.keys')} <em>{words.say('ui.trust.keysNote')}</em>
      </h3>
      <ul>
        {credentials.map((credential) => {
          const chosen = start?.kind === 'credential' && start.id === credential;
          return (
            <li key={credential}>
              <button
                type="button"
                class="key-line"
                aria-pressed={chosen}
                onClick={() => {
                  blast.besides.value = chosen
                    ? null
                    : { start: { kind: 'credential', id: credential }, beside: selection.peek() };
                }}
              >
                <KeySign shape={keyShapeOf(view, credential)} />
                <b>{keyName(words.say, view, credential)}</b>
                <span>{words.say('ui.trust.opens', { hosts: opened(view, credential) })}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
