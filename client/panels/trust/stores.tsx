import { asks } from '../../../shared/commands/badges.ts';
import { rowsOf } from '../../../shared/view/reading.ts';
import type { StoreRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { hostName, storeName, vmName } from '../../state/match/wording.ts';

/** A sheet with a folded corner, in a square of 12, and the hatch of memory that was saved. */
const SHEET = 'M2 .8h4.8L10 4v7.2H2zM6.8 .8V4H10';
const HATCH = 'M2.4 8.4l4-4M3.6 11l6-6M7 11l3-3';

/** Datastores, who mounts each, and whose memory lies there: each can be asked about. */
export function Stores({ view }: { view: BlueView }) {
  const { words } = useApp();
  const stores = rowsOf(view, 'stores');
  if (stores.length === 0 || !asks(view, 'open-store')) return null;
  const t = (key: string) => words.say(`ui.trust.${key}`);
  return (
    <section class="keys" aria-label={t('stores')}>
      <h3 class="panel-title">
        {t('stores')} <em>{t('storesNote')}</em>
      </h3>
      <ul>
        {stores.map((store) => (
          <StoreLine key={store.id} view={view} store={store} />
        ))}
      </ul>
    </section>
  );
}

const mountedKey = ({ library, reachedFrom }: StoreRow): string => {
  if (library) return reachedFrom.length > 0 ? 'mountedFrom' : 'mountedByNone';
  return reachedFrom.length > 0 ? 'mountedAlso' : 'mountedBy';
};

function StoreLine({ view, store }: { view: BlueView; store: StoreRow }) {
  const { words } = useApp();
  const { blast, selection } = useGame();
  const { id, hosts, reachedFrom, library } = store;
  const start = blast.start.value;
  const chosen = start?.kind === 'store' && start.id === id;
  const saved = rowsOf(view, 'snapshots').filter(
    (kept) => kept.memory && hosts.includes(kept.host),
  );
  const vms = [...new Set(saved.map(({ vm }) => vm))].map(vmName).join(' · ');
  const values = {
    hosts: hosts.map(hostName).join(' · '),
    zones: reachedFrom.map((zone) => words.say(`names.zones.${zone}`)).join(' · '),
  };
  return (
    <li>
      <button
        type="button"
        class="key-line store-line"
        aria-pressed={chosen}
        onClick={() => {
          blast.besides.value = chosen
            ? null
            : { start: { kind: 'store', id }, beside: selection.peek() };
        }}
      >
        <svg viewBox="0 0 12 12" class="line-sign" aria-hidden="true">
          <path d={saved.length > 0 ? `${SHEET}${HATCH}` : SHEET} />
        </svg>
        <b>{storeName(id)}</b>
        <span class={reachedFrom.length > 0 ? 'warn' : undefined}>
          {words.say(`ui.trust.${mountedKey(store)}`, values)}
        </span>
        <small>
          {library
            ? words.say('ui.trust.images', { count: rowsOf(view, 'shelf').length })
            : saved.length > 0
              ? words.say('ui.trust.savedMemory', { vms })
              : words.say('ui.trust.noMemory')}
        </small>
      </button>
    </li>
  );
}
