import { asks } from '../../../shared/commands/badges.ts';
import { TRANSLATE } from '../../../shared/mechanics/cost/translation.ts';
import { wayOutOf } from '../../../shared/mechanics/processor/way-out.ts';
import { clockOf, remaining } from '../../../shared/text/clock.ts';
import { figure } from '../../../shared/text/figure.ts';
import { fixFor, wantsRestart } from '../../../shared/view/advisories.ts';
import type { VmRow } from '../../../shared/view/machine-rows.ts';
import { unboundOn } from '../../../shared/view/network/drift.ts';
import { foreignFrames, rowOf, rowsOf, tenantsLeftIn } from '../../../shared/view/reading.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { TRANSLATED } from '../../../shared/world/machine/vm.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { useHiddenDetail } from '../../parts/role-only.tsx';
import { TenantBadge } from '../../parts/tenant-badge.tsx';
import { serviceOf } from '../../state/match/builds.ts';
import {
  assetName,
  hostName,
  imageName,
  tenantName,
  tenantNames,
  vmName,
  zoneName,
} from '../../state/match/wording.ts';
import { Race } from '../race/race.tsx';
import { HeldDetail } from '../traps/held-detail.tsx';
import { AllowanceFacts } from './allowance-facts.tsx';
import { CategoryFact } from './category-fact.tsx';
import { DeviceFacts } from './devices/device-facts.tsx';
import { ThreeWays } from './devices/three-ways.tsx';
import { ClockFact, FaultFacts } from './fault-facts.tsx';
import { OriginFacts } from './library-facts.tsx';
import { HostTies } from './on-the-metal.tsx';
import { PromiseFact } from './overcommit-facts.tsx';
import { PortFacts } from './port-facts.tsx';
import { FileFacts } from './store-facts.tsx';
import { Fact, More, Place, RoleFact, Subject } from './subject.tsx';
import { Traps } from './traps/traps.tsx';
import { GuestTrust } from './trust-facts.tsx';

/** Permille of its demand below which a VM is badly served. */
const SERVED_WELL = 900;

interface VmProps {
  readonly view: BlueView;
  readonly vm: VmRow;
}

/** A VM: first what decides what can be done from it and to it, the rest folded away. */
export function VmFacts({ view, vm }: VmProps) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  const foreign = foreignFrames(view, vm);
  const driftHidden = useHiddenDetail('drift');
  const residueHidden = useHiddenDetail('residue');
  const unbound = unboundOn(view, vm.host).some((row) => row.id === vm.id);
  const open = unbound && driftHidden === null;
  const running = vm.power === 'running';
  const stopped = rowsOf(view, 'flows').filter(
    ({ state, from, to }) => state === 'blocked' && (from === 0 ? to : from) === vm.id,
  ).length;
  const held = rowsOf(view, 'held').find((card) => card.vm === vm.id);
  return (
    <>
      {held !== undefined && <HeldDetail key={held.id} view={view} vm={vm} held={held} />}
      <Subject
        path={`${hostName(vm.host)} › ${vmName(vm.id)}`}
        badge={<TenantBadge tenant={rowOf(view, 'tenants', vm.tenant)} large />}
        name={words.say(`names.workloads.${vm.workload}`)}
        also={`${vmName(vm.id)} · ${tenantName(words.say, view, vm.tenant)}`}
      >
        <Fact name="power" kind={running && vm.served >= SERVED_WELL ? undefined : 'warn'}>
          {words.say(`names.power.${vm.power}`)}
          {running && ` · ${Math.round(vm.served / 10)}%`}
        </Fact>
        {vm.ransomed && (
          <Fact name="files" kind="harm">
            {t('filesRansomed')}
          </Fact>
        )}
        {!vm.ransomed && <FileFacts view={view} vm={vm} />}
        <OriginFacts view={view} vm={vm} />
        <FaultFacts view={view} vm={vm} />
        {stopped > 0 && (
          <Fact name="stopped" kind="warn">
            {t('stoppedOf', { count: stopped })}
          </Fact>
        )}
        <Fact name="technique" note={words.say(`names.guestKernels.${kernelKey(vm)}`)}>
          {words.say(`names.techniquesInFull.${vm.technique}`)}
        </Fact>
        {vm.technique === 'bt' && running && (
          <Fact
            name="translationCache"
            note={t(vm.translated < TRANSLATED ? 'translationCold' : 'translationWarm', {
              cycles: figure(TRANSLATE),
            })}
          >
            {Math.floor(vm.translated / 10)}%
          </Fact>
        )}
        {vm.technique !== 'native' && vm.technique !== 'container' && (
          <Fact name="devices">
            {vm.devices.map((device) => words.say(`names.devices.${device}`)).join(' · ') ||
              t('none')}
          </Fact>
        )}
        {vm.nested && (
          <Fact name="nested">
            {t(rowOf(view, 'hosts', vm.host)?.nested === true ? 'nestedOn' : 'nestedOff')}
          </Fact>
        )}
        <HostTies view={view} vm={vm} />
        {vm.card !== 'virtual' && (
          <Fact name="card" kind="warn" {...(vm.card === 'none' ? {} : { note: t('cardNote') })}>
            {words.say(`names.cards.${vm.card}`)}
          </Fact>
        )}
        <PortFacts view={view} vm={vm} />
        {vm.filters.length > 0 && (
          <Fact name="filters">
            {vm.filters
              .map(
                ({ trap, action }) =>
                  `${words.say(`names.traps.${trap}`)}: ${words.say(`names.filters.${action}`)}`,
              )
              .join(' · ')}
          </Fact>
        )}
        {vm.rulings.length > 0 && (
          <Fact name="rulings">
            {vm.rulings.map(({ trap, verdict, over, until }) => (
              <span key={`${trap} ${over}`} class="fact-line">
                {t(over ? 'rulingOver' : 'rulingWithin', {
                  trap: words.say(`names.traps.${trap}`),
                  choice: words.say(`names.choices.${verdict}`),
                  time: remaining(until - view.tick),
                })}
              </span>
            ))}
          </Fact>
        )}
        <Builds view={view} vm={vm} flawed />
        <Fact
          name="zone"
          kind={open ? 'warn' : undefined}
          {...(open ? { note: t('unbound') } : {})}
        >
          <Place to={`zones/${vm.zone}`}>{zoneName(words.say, view, vm.zone)}</Place>
        </Fact>
        {foreign.length > 0 && (
          <Fact name="foreign" kind="warn">
            {residueHidden === null
              ? t('foreignOf', {
                  frames: foreign.length,
                  tenants: tenantNames(words.say, view, tenantsLeftIn(view, foreign)),
                })
              : t('foreignCount', { frames: foreign.length })}
            {residueHidden !== null && <small class="role-only">{residueHidden}</small>}
          </Fact>
        )}
        <AllowanceFacts view={view} vm={vm} />
        <GuestTrust view={view} vm={vm} />
        <Lease vm={vm} />
      </Subject>
      {vm.technique !== 'native' && (
        <>
          <DeviceFacts view={view} vm={vm} />
          <Race
            view={view}
            runner={vm}
            name={`${vmName(vm.id)} · ${words.say(`names.workloads.${vm.workload}`)}`}
            now={vm}
          />
        </>
      )}
      {asks(view, 'passes-devices') && <ThreeWays view={view} vm={vm} />}
      <Rest view={view} vm={vm} />
      <Traps view={view} vm={vm} />
    </>
  );
}

/** Where its kernel runs: of a ported one its word size tells. */
const kernelKey = ({ technique, wordSize }: VmRow): string =>
  technique === 'para' ? `para-${wordSize}` : technique;

/** The builds of what it runs that a patch would raise, or else those that are well. */
function Builds({ view, vm, flawed }: VmProps & { flawed: boolean }) {
  const { words } = useApp();
  const hidden = useHiddenDetail('builds');
  // Whether a build stands among those that want attention tells what it is.
  if (hidden !== null) return flawed ? null : <RoleFact of="builds" name="builds" />;
  const builds = [
    // A container has no kernel of its own.
    ...(vm.technique === 'container' ? [] : [['kernel', ['guest-kernel'], vm.kernel] as const]),
    ['serviceBuild', serviceOf(vm), vm.service] as const,
  ];
  return (
    <>
      {flawed && <Process view={view} vm={vm} />}
      {builds.map(([name, components, build]) => {
        const fix = fixFor(view, components, build);
        if (fix > 0 !== flawed) return null;
        return (
          <Fact
            key={name}
            name={name}
            kind={flawed && asks(view, 'old-guest') ? 'warn' : undefined}
          >
            {words.say('ui.inspector.buildOf', { build })}
            {flawed && ` · ${words.say('ui.inspector.fixOf', { build: fix })}`}
          </Fact>
        );
      })}
    </>
  );
}

/** The process that emulates its devices, where it is older than its patched host. */
function Process({ view, vm }: VmProps) {
  const { words } = useApp();
  if (!wantsRestart(view, vm)) return null;
  return (
    <Fact name="process" kind="warn" note={words.say('ui.inspector.processOld')}>
      {words.say('ui.inspector.buildOf', { build: vm.deviceBuild })}
    </Fact>
  );
}

/** Whether anyone still answers for it, and for how long it is wanted. */
function Lease({ vm }: { vm: VmRow }) {
  const { words } = useApp();
  const { clock } = useGame();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  const hidden = useHiddenDetail('lease');
  const left = vm.leaseEnds - clock.tick.value;
  if (hidden !== null) {
    const told = vm.owner === 'gone' || vm.leaseEnds !== 0;
    return told ? <RoleFact of="lease" name="lease" /> : null;
  }
  return (
    <>
      {vm.owner === 'gone' && (
        <Fact name="answers" kind="warn">
          {t(vm.ownerAsked ? 'ownerAsked' : 'ownerGone')}
        </Fact>
      )}
      {vm.leaseEnds !== 0 && (
        <Fact name="lease" kind={left <= 0 ? 'warn' : undefined}>
          {left <= 0
            ? t('leaseOver')
            : t('untilOf', { time: clockOf(vm.leaseEnds), left: remaining(left) })}
        </Fact>
      )}
    </>
  );
}

function Rest({ view, vm }: VmProps) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  const snapshot = rowsOf(view, 'snapshots')
    .filter((row) => row.vm === vm.id)
    .at(-1);
  return (
    <More>
      <CategoryFact vm={vm} />
      {vm.generationId && (
        <Fact name="generation" note={t('generationNote')}>
          {words.say('names.switched.on')}
        </Fact>
      )}
      {vm.power === 'running' && vm.faults.length === 0 && (
        <Fact name="fidelity">{t('faithful')}</Fact>
      )}
      <ClockFact vm={vm} />
      <Builds view={view} vm={vm} flawed={false} />
      <Fact name="image">
        <Place to={`images/${vm.image}`}>{imageName(words.say, view, vm.image)}</Place>
      </Fact>
      <Fact name="asset">{assetName(words.say, view, vm.asset)}</Fact>
      <Fact name="memory">{t('memoryOf', { frames: vm.memory.length + vm.merged.length })}</Fact>
      <PromiseFact vm={vm} />
      {vm.merged.length > 0 && (
        <Fact name="mergedFrames">{t('mergedOf', { frames: vm.merged.length })}</Fact>
      )}
      {vm.disk.length > 0 && (
        <Fact name="disk">
          {t(vm.encrypted ? 'diskSealed' : 'diskOf', { blocks: vm.disk.length })}
        </Fact>
      )}
      {vm.technique !== 'native' && <Fact name={wayOutOf(vm.technique)}>{figure(vm.exits)}</Fact>}
      {snapshot !== undefined && (
        <Fact
          name="snapshot"
          kind={
            fixFor(view, serviceOf(vm), snapshot.service) > 0 && asks(view, 'old-snapshot')
              ? 'warn'
              : undefined
          }
          note={t('snapshotBuilds', { service: snapshot.service, kernel: snapshot.kernel })}
        >
          {snapshot.takenAt === 0 ? t('atStart') : clockOf(snapshot.takenAt)}
        </Fact>
      )}
      <Fact name="born">{vm.bornAt === 0 ? t('atStart') : clockOf(vm.bornAt)}</Fact>
    </More>
  );
}
