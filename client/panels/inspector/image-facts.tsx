import { asks } from '../../../shared/commands/badges.ts';
import { fixFor } from '../../../shared/view/advisories.ts';
import { rowOf, rowsOf } from '../../../shared/view/reading.ts';
import type { ImageRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { SERVICE_COMPONENTS } from '../../../shared/world/flaws/record.ts';
import { useApp } from '../../app-context.ts';
import { useHiddenDetail } from '../../parts/role-only.tsx';
import { imageName, vmName } from '../../state/match/wording.ts';
import { LibraryFacts } from './library-facts.tsx';
import { Fact, RoleFact, Subject } from './subject.tsx';

/** A catalogue entry: what is made from it is born with its builds. */
export function ImageFacts({ view, image }: { view: BlueView; image: ImageRow }) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  const hidden = useHiddenDetail('builds');
  const born = rowsOf(view, 'vms').filter((vm) => vm.image === image.id);
  const builds = [
    ['kernel', ['guest-kernel'], image.kernel],
    ['serviceBuild', SERVICE_COMPONENTS, image.service],
  ] as const;
  return (
    <Subject path={t('image')} name={imageName(words.say, view, image.id)}>
      {image.cpu === 'foreign' && <Fact name="imageCpu">{t('foreignCpu')}</Fact>}
      <Fact name="os">
        {t(image.os === 'open' ? 'osOpen' : 'osClosed')} · {t('bits', { bits: image.wordSize })}
      </Fact>
      {image.runsAs === 'root' && <Fact name="runsAs">root</Fact>}
      {image.legacyOnly && <Fact name="machine">{t('legacyOnly')}</Fact>}
      {image.legacyOnly && <Fact name="drivers">{t('noDrivers')}</Fact>}
      {hidden !== null && <RoleFact of="builds" name="builds" />}
      {(hidden === null ? builds : []).map(([name, components, build]) => {
        const fix = fixFor(view, components, build);
        return (
          <Fact
            key={name}
            name={name}
            kind={fix > 0 && asks(view, 'old-image') ? 'warn' : undefined}
          >
            {t('buildOf', { build })}
            {fix > 0 && ` · ${t('fixOf', { build: fix })}`}
          </Fact>
        );
      })}
      <Fact name="devices">
        {image.devices.map((device) => words.say(`names.devices.${device}`)).join(' · ') ||
          t('none')}
      </Fact>
      <Fact name="built" {...(image.recipe ? {} : { note: t('builtNote') })}>
        {t(image.recipe ? 'builtByRecipe' : 'builtByHand')}
        {image.revoked && ` · ${t('keysRevoked')}`}
      </Fact>
      {rowOf(view, 'shelf', image.id) === null ? (
        <Fact name="bornFrom" note={t('bornNote')}>
          {born.length === 0 ? t('none') : born.map((vm) => vmName(vm.id)).join(', ')}
        </Fact>
      ) : (
        <LibraryFacts view={view} image={image} />
      )}
    </Subject>
  );
}
