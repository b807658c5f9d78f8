import type { FrameRow } from '../../../shared/view/machine-rows.ts';
import { tenantOfAsset } from '../../../shared/view/reading.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { assetName, hostName, tenantName, vmName } from '../../state/match/wording.ts';
import { Fact, RoleFact, Subject } from './subject.tsx';

export function FrameFacts({ view, frame }: { view: BlueView; frame: FrameRow }) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  const name = t('frame', { frame: frame.id });
  return (
    <Subject path={hostName(frame.host)} name={name}>
      <Fact name="host">{hostName(frame.host)}</Fact>
      <Fact name="owner">{frame.owner === 0 ? t('nobody') : vmName(frame.owner)}</Fact>
      <RoleFact
        of="residue"
        name="holds"
        {...(frame.residue === 0 ? {} : { kind: 'warn' as const })}
      >
        {frame.residue !== 0
          ? t('leftBy', {
              asset: assetName(words.say, view, frame.residue),
              tenant: tenantName(words.say, view, tenantOfAsset(view, frame.residue)),
            })
          : frame.content !== 0
            ? t('writtenBy', { asset: assetName(words.say, view, frame.content) })
            : t('blank')}
      </RoleFact>
    </Subject>
  );
}
