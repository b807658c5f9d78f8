import { Fragment } from 'preact';
import { asks } from '../../../shared/commands/badges.ts';
import { clockOf } from '../../../shared/text/clock.ts';
import { backupFixOf } from '../../../shared/view/advisories.ts';
import type { HostRow, VmRow } from '../../../shared/view/machine-rows.ts';
import { rowsOf, vmsOn } from '../../../shared/view/reading.ts';
import type { StoreRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { storeName, vmName } from '../../state/match/wording.ts';
import { Fact, Place } from './subject.tsx';

/** The datastores that a host mounts. */
const storesOf = (view: BlueView, host: number): StoreRow[] =>
  rowsOf(view, 'stores').filter(({ hosts }) => hosts.includes(host));

/** Where the files of a host’s VMs lie, who mounts that beside hosts, and whose memory was saved there. */
export function StoreFacts({ view, host }: { view: BlueView; host: HostRow }) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  const stores = storesOf(view, host.id);
  if (!asks(view, 'open-store') || stores.length === 0) return null;
  const saved = rowsOf(view, 'snapshots').filter((kept) => kept.memory && kept.host === host.id);
  return (
    <details class="more" open>
      <summary>{t('storage')}</summary>
      <dl class="facts wide">
        {stores.map(({ id, reachedFrom }) => (
          <Fact
            key={id}
            name="datastore"
            kind={reachedFrom.length > 0 ? 'warn' : undefined}
            note={
              reachedFrom.length === 0
                ? t('storeAlone')
                : t('storeAlso', {
                    zones: reachedFrom.map((zone) => words.say(`names.zones.${zone}`)).join(' · '),
                  })
            }
          >
            {storeName(id)}
          </Fact>
        ))}
        <Fact name="savedMemory" {...(saved.length === 0 ? {} : { note: t('savedMemoryNote') })}>
          {saved.length === 0
            ? t('none')
            : saved.map(({ id, vm }, i) => (
                <span key={id}>
                  {i > 0 && ', '}
                  <Place to={`vms/${vm}`}>{vmName(vm)}</Place>
                </span>
              ))}
        </Fact>
        <BackupFacts view={view} host={host} />
      </dl>
    </details>
  );
}

/** The backup server: from where it is reached, how old it is, and how what it holds is kept. */
function BackupFacts({ view, host }: { view: BlueView; host: HostRow }) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  const here = new Set(vmsOn(view, host.id).map(({ id }) => id));
  return rowsOf(view, 'repositories').map((row) => {
    const { id, build, reachedFrom, encrypted, immutable } = row;
    const fix = backupFixOf(view, build);
    const copies = rowsOf(view, 'copies').filter((copy) => copy.repository === id);
    const own = copies.filter(({ vm }) => here.has(vm));
    return (
      <Fragment key={id}>
        <Fact
          name="backupServer"
          kind={reachedFrom.length > 0 || fix > 0 ? 'warn' : undefined}
          note={
            reachedFrom.length === 0
              ? t('backupAlone')
              : t('backupFrom', {
                  zones: reachedFrom.map((zone) => words.say(`names.zones.${zone}`)).join(' · '),
                })
          }
        >
          {t('buildOf', { build })}
          {fix > 0 && ` · ${t('fixOf', { build: fix })}`}
        </Fact>
        <Fact name="backups" kind={encrypted && immutable ? undefined : 'warn'}>
          {`${t(encrypted ? 'backupsSealed' : 'backupsPlain')} · ${t(immutable ? 'backupsKept' : 'backupsMutable')}`}
        </Fact>
        <Fact name="restorePoints">
          {t('restorePointsOf', {
            vms: own.length,
            time: copies.length === 0 ? '-' : clockOf(Math.max(...copies.map((c) => c.takenAt))),
          })}
        </Fact>
      </Fragment>
    );
  });
}

/** The files of a VM: where they lie, whether they are encrypted, and whether its memory is among them. */
export function FileFacts({ view, vm }: { view: BlueView; vm: VmRow }) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  const stores = storesOf(view, vm.host);
  if (!asks(view, 'open-store') || stores.length === 0) return null;
  const saved = rowsOf(view, 'snapshots').some((kept) => kept.vm === vm.id && kept.memory);
  const open = stores.some(({ reachedFrom }) => reachedFrom.length > 0);
  return (
    <Fact
      name="files"
      kind={saved && open && !vm.filesEncrypted ? 'warn' : undefined}
      {...(saved ? { note: t(vm.filesEncrypted ? 'memorySealed' : 'memoryPlain') } : {})}
    >
      {t(vm.filesEncrypted ? 'filesSealed' : 'filesPlain', {
        store: stores.map(({ id }) => storeName(id)).join(' · '),
      })}
    </Fact>
  );
}
