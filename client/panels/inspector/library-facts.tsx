import { clockOf } from '../../../shared/text/clock.ts';
import type { VmRow } from '../../../shared/view/machine-rows.ts';
import { rowOf, rowsOf } from '../../../shared/view/reading.ts';
import type { ImageRow, StoreRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { imageName, storeName, vmName } from '../../state/match/wording.ts';
import { Fact, Place } from './subject.tsx';

const libraryOf = (view: BlueView): StoreRow | undefined =>
  rowsOf(view, 'stores').find(({ library }) => library);

/** An image in the library: who writes to it, whether it is signed, and which VMs came of it when, the stale ones counted. */
export function LibraryFacts({ view, image }: { view: BlueView; image: ImageRow }) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  const library = libraryOf(view);
  const shelf = rowOf(view, 'shelf', image.id);
  if (library === undefined || shelf === null) return null;
  const born = rowsOf(view, 'vms').filter((vm) => vm.image === image.id);
  const stale = born.filter((vm) => vm.service < image.service || vm.kernel < image.kernel);
  const drift = rowsOf(view, 'alerts').some(
    ({ seen, state }) => seen.kind === 'image-drift' && seen.image === image.id && state === 'open',
  );
  return (
    <>
      <Fact
        name="library"
        kind={library.reachedFrom.length > 0 ? 'warn' : undefined}
        note={
          library.reachedFrom.length === 0
            ? t('libraryAlone')
            : t('libraryFrom', {
                zones: library.reachedFrom
                  .map((zone) => words.say(`names.zones.${zone}`))
                  .join(' · '),
              })
        }
      >
        {storeName(library.id)}
      </Fact>
      <Fact
        name="signed"
        kind={drift || (library.verified === true && !shelf.signed) ? 'warn' : undefined}
        note={t(library.verified === true ? 'signedChecked' : 'signedUnchecked')}
      >
        {t(shelf.signed ? 'signedYes' : 'signedNo')}
        {drift && ` · ${t('hashDiffers')}`}
      </Fact>
      <Fact name="lineage" note={t('lineageNote', { stale: stale.length })}>
        {born.length === 0
          ? t('none')
          : born.map(({ id }, i) => (
              <span key={id}>
                {i > 0 && ', '}
                <Place to={`vms/${id}`}>{vmName(id)}</Place> {madeAt(view, id, t('atStart'))}
              </span>
            ))}
      </Fact>
    </>
  );
}

function madeAt(view: BlueView, vm: number, atStart: string): string {
  const at = rowOf(view, 'origins', vm)?.madeAt ?? 0;
  return at === 0 ? `(${atStart})` : `(${clockOf(at)})`;
}

/** Of which image a VM was made and when, and whether its configuration is checked as it is powered on. */
export function OriginFacts({ view, vm }: { view: BlueView; vm: VmRow }) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  const origin = rowOf(view, 'origins', vm.id);
  if (origin === null) return null;
  const store = rowsOf(view, 'stores').find(({ hosts }) => hosts.includes(vm.host));
  const drift = rowsOf(view, 'alerts').some(
    ({ seen, state, vm: about }) =>
      seen.kind === 'config-drift' && about === vm.id && state === 'open',
  );
  return (
    <>
      <Fact name="madeFrom">
        <Place to={`images/${vm.image}`}>{imageName(words.say, view, vm.image)}</Place>{' '}
        {madeAt(view, vm.id, t('atStart'))}
      </Fact>
      <Fact name="configuration" kind={drift ? 'warn' : undefined}>
        {t(store?.verified === true ? 'configChecked' : 'configUnchecked')}
        {drift && ` · ${t('configDiffers')}`}
      </Fact>
      {origin.shutDown && vm.power === 'stopped' && <Fact name="shutDown">{t('shutDownOf')}</Fact>}
    </>
  );
}
