import type { HostRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { dirtyFree, rowsOf, tenantsLeftIn, vmsOn } from '../../state/rows.ts';
import { hostName, tenantNames } from '../../state/wording.ts';
import { Fact, Subject } from './subject.tsx';

/** Permille of load above which a host wants attention. */
const BUSY = 850;

export function HostFacts({ view, host }: { view: BlueView; host: HostRow }) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  const all = rowsOf(view, 'frames').filter((frame) => frame.host === host.id).length;
  const dirty = dirtyFree(view, host);
  const features = [
    host.virtualisationExtension ? 'VT-x' : '',
    host.nestedPaging ? 'EPT' : '',
    host.iommu ? 'IOMMU' : '',
  ].filter((feature) => feature !== '');
  return (
    <Subject
      path={hostName(host.id)}
      name={hostName(host.id)}
      also={t('yearOf', { year: host.year })}
    >
      <Fact name="build">{t('buildOf', { build: host.build })}</Fact>
      <Fact name="cpu">{features.length === 0 ? t('noFeatures') : features.join(' · ')}</Fact>
      <Fact name="load" {...(host.load > BUSY ? { kind: 'warn' as const } : {})}>
        {Math.round(host.load / 10)}%
      </Fact>
      <Fact name="vms">{vmsOn(view, host.id).length}</Fact>
      <Fact name="frames">{t('framesOf', { all, free: host.free.length })}</Fact>
      <Fact name="scrub" {...(host.scrub === 'never' ? { kind: 'warn' as const } : {})}>
        {words.say(`names.scrub.${host.scrub}`)}
      </Fact>
      <Fact name="residue" {...(dirty.length > 0 ? { kind: 'warn' as const } : {})}>
        {dirty.length === 0
          ? t('none')
          : t('residueOf', {
              frames: dirty.length,
              tenants: tenantNames(words.say, view, tenantsLeftIn(view, dirty)),
            })}
      </Fact>
    </Subject>
  );
}
