import type { ComponentChildren } from 'preact';
import type { Speaker } from '../../../shared/text/speak.ts';
import { redRow, redRows } from '../../../shared/view/red/red-reading.ts';
import type { KnownVmRow } from '../../../shared/view/red/red-rows.ts';
import type { RedTeamView } from '../../../shared/view/red/red-team.ts';
import type { Component } from '../../../shared/world/flaws/record.ts';
import { flaws, serviceFlaw } from '../../../shared/world/flaws/registry.ts';
import type { ServiceName } from '../../../shared/world/network.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { knownVmName } from '../../state/red/names.ts';
import { depthWord, INTERNET, isInside } from '../../state/red/red.ts';
import { flawsOf, powerName } from './red-words.ts';
import { useRedSelection } from './selection.ts';

/** What is known of the chosen VM, and what is not. */
export function KnownVmFacts() {
  const { words } = useApp();
  const { red } = useGame();
  const selection = useRedSelection();
  const row = redRow(red.value, 'knownVms', selection.knownVm.value);
  const t = (key: string, values = {}) => words.say(`ui.red.${key}`, values);
  if (row === null) return <p class="red-facts hint">{t('chooseOne')}</p>;
  return (
    <section class="red-facts" aria-labelledby="red-facts-title">
      <h3 id="red-facts-title" class="panel-title">
        {t('facts', { name: knownVmName(words.say, red.value, row.id) })}
        {row.own && <span>{t('rented')}</span>}
      </h3>
      {/* Reached by Tab: a keyboard has to scroll it too. */}
      <dl tabIndex={0}>
        <Fact name={t('depth')}>{t(depthWord(row))}</Fact>
        <Fact name={t('power')}>
          {row.power === 'unknown' ? null : powerName(words.say, row.power)}
        </Fact>
        <Fact name={t('technique')}>
          {row.technique && words.say(`names.techniquesInFull.${row.technique}`)}
        </Fact>
        <Fact name={t('platform')}>
          {row.platform && words.say(`names.platforms.${row.platform}`)}
        </Fact>
        <Fact name={t('hostBuild')}>
          <Build build={row.hostBuild} components={['hypervisor']} />
        </Fact>
        <Fact name={t('deviceBuild')}>
          <Build build={row.deviceBuild} components={['device-model']} />
        </Fact>
        <Fact name={t('kernelBuild')}>
          <Build build={row.kernelBuild} components={kernelOf(row)} />
        </Fact>
        <Fact name={t('service')}>
          {row.service && (
            <>
              {words.say(`names.services.${row.service}`)}{' '}
              <Build build={row.serviceBuild} components={serviceOf(row)} />
            </>
          )}
        </Fact>
        <Fact name={t('devices')}>
          {row.devices?.map((device) => words.say(`names.devices.${device}`)).join(' · ')}
        </Fact>
        {sourcesOf(red.value, row.id).map((from) => (
          <Fact key={from} name={t('from', { name: knownVmName(words.say, red.value, from) })}>
            {wayText(words.say, row, from)}
          </Fact>
        ))}
        {isRead(row) && (
          <Fact name={t('looted')}>
            {[row.memoryRead ? t('memory') : '', row.diskRead ? t('disk') : '']
              .filter((part) => part !== '')
              .join(' · ')}
          </Fact>
        )}
      </dl>
    </section>
  );
}

/** Where a way to it could begin: the internet, and wherever they are inside. */
function sourcesOf(view: RedTeamView | null, knownVm: number): readonly number[] {
  const inside = redRows(view, 'knownVms').filter((row) => isInside(row) && row.id !== knownVm);
  return [INTERNET, ...inside.map(({ id }) => id)];
}

/** What the board draws as a line, in words; `null`: nothing is known of the way. */
function wayText(say: Speaker, { ways }: KnownVmRow, from: number): string | null {
  const way = ways.find((known) => known.from === from);
  if (way === undefined) return null;
  const { reach, sameHost, sameSegment, tagged, sameKeys, filesFree } = way;
  const reached = reach === null ? 'wayUnknown' : reach ? 'wayYes' : 'wayNo';
  return [
    say(`ui.red.${reached}`),
    sameHost === true ? say('needs.same-host.short') : '',
    sameSegment === true ? say('needs.same-segment.short') : '',
    tagged === true ? say('needs.tag-reaches.short') : '',
    sameKeys === true ? say('needs.same-keys.short') : '',
    filesFree === true ? say('needs.store-writable.short') : '',
    filesFree === true ? say('needs.vm-off.short') : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

const isRead = ({ memoryRead, diskRead }: KnownVmRow): boolean => memoryRead || diskRead;

/** A flaw is one kind of service's. */
function serviceOf({ service }: KnownVmRow): readonly Component[] {
  const flaw = serviceFlaw(service as ServiceName);
  return flaw ? [flaws[flaw].component] : [];
}

/** The kernel in a container is its host's. */
const kernelOf = ({ technique }: KnownVmRow): readonly Component[] =>
  technique === 'container' ? ['host-kernel'] : ['guest-kernel'];

/** A name and what is known under it; what is not known is hatched. */
function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  const { words } = useApp();
  const known = children !== null && children !== undefined && children !== '';
  return (
    <div>
      <dt>{name}</dt>
      <dd>{known ? children : <Fog text={words.say('ui.red.fog')} />}</dd>
    </div>
  );
}

function Fog({ text }: { text: string }) {
  return <span class="red-fog">? {text}</span>;
}

/** A build, and which flaws that they know how to use it has. */
function Build({ build, components }: { build: number | null; components: readonly Component[] }) {
  const { words } = useApp();
  const { red } = useGame();
  const redTeam = redRow(red.value, 'redTeam', 1);
  if (build === null) return <Fog text={words.say('ui.red.fog')} />;
  const flaws = redTeam === null ? '' : flawsOf(words.say, redTeam, components, build);
  return (
    <>
      {words.say('ui.red.buildShort', { build })}{' '}
      <small class={flaws === '' ? '' : 'warn-ink'}>
        {flaws === '' ? words.say('ui.red.fixed') : words.say('ui.red.weak', { flaws })}
      </small>
    </>
  );
}
