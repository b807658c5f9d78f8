import { asks } from '../../../shared/commands/badges.ts';
import {
  isClassicallyVirtualisable,
  silentOn,
} from '../../../shared/mechanics/processor/instructions.ts';
import { componentsOf } from '../../../shared/mechanics/upkeep/patching.ts';
import { clockOf } from '../../../shared/text/clock.ts';
import { fixFor } from '../../../shared/view/advisories.ts';
import type { HostRow } from '../../../shared/view/machine-rows.ts';
import { comingTo, unboundOn, versionsBehind } from '../../../shared/view/network/drift.ts';
import { stoppedAt } from '../../../shared/view/network/traffic.ts';
import { dirtyFree, rowOf, rowsOf, tenantsLeftIn, vmsOn } from '../../../shared/view/reading.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { useHiddenDetail } from '../../parts/role-only.tsx';
import { faultyOn } from '../../state/match/faults.ts';
import { hostName, tenantNames, vmName } from '../../state/match/wording.ts';
import { HostRace } from '../race/host-race.tsx';
import { DedicationFact } from './dedication-fact.tsx';
import { OwnDevices } from './devices/own-devices.tsx';
import { LogFact } from './log-fact.tsx';
import { ManagementFacts } from './management-facts.tsx';
import { OnTheMetal } from './on-the-metal.tsx';
import { OvercommitFact } from './overcommit-facts.tsx';
import { SharedHardware } from './shared-hardware.tsx';
import { StoreFacts } from './store-facts.tsx';
import { Fact, More, Place, RoleFact, Subject } from './subject.tsx';
import { TrustFacts } from './trust-facts.tsx';

/** Permille of load above which a host wants attention. */
const BUSY = 850;

interface HostProps {
  readonly view: BlueView;
  readonly host: HostRow;
}

/** A host: what guards its guests from each other and from below; its hardware folded away. */
export function HostFacts({ view, host }: HostProps) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  const fix = fixFor(view, componentsOf(host), host.build);
  return (
    <>
      <Subject
        path={hostName(host.id)}
        name={hostName(host.id)}
        also={`${words.say(`names.platforms.${host.platform}`)} · ${t('yearOf', { year: host.year })}`}
      >
        <Taken view={view} host={host} />
        {host.platform === 'native' ? (
          <Fact name="nativeOs">{t('nativeOf')}</Fact>
        ) : (
          <>
            <RoleFact
              of="builds"
              name={host.platform === 'container' ? 'sharedKernel' : 'build'}
              kind={fix > 0 && asks(view, 'old-host') ? 'warn' : undefined}
            >
              {t('buildOf', { build: host.build })}
              {fix > 0 && ` · ${t('fixOf', { build: fix })}`}
            </RoleFact>
            <Fact
              name="scrub"
              kind={host.scrub === 'never' && asks(view, 'never-scrubs') ? 'warn' : undefined}
            >
              {words.say(`names.scrub.${host.scrub}`)}
            </Fact>
          </>
        )}
        <Residue view={view} host={host} />
        <DedicationFact view={view} host={host} />
        <SwitchFacts view={view} host={host} />
        {(host.load > BUSY || host.platform === 'native') && <Load host={host} />}
        <Faulty view={view} host={host} />
      </Subject>
      <HostRace view={view} host={host} />
      <TrustFacts view={view} host={host} />
      <ManagementFacts view={view} host={host} />
      <StoreFacts view={view} host={host} />
      <OnTheMetal view={view} host={host} />
      <SharedHardware view={view} host={host} />
      <OwnDevices view={view} host={host} />
      <Hardware view={view} host={host} />
    </>
  );
}

/** Since when somebody is known to be below its guests. */
function Taken({ view, host }: HostProps) {
  const { words } = useApp();
  const takeover = rowsOf(view, 'breaches').find(
    ({ kind, open, host: on }) => kind === 'takeover' && open && on === host.id,
  );
  if (takeover === undefined) return null;
  const time = clockOf(takeover.tick);
  return (
    <Fact name="hostState" kind="harm" note={words.say('ui.inspector.takenNote')}>
      {words.say('ui.map.takenAt', { time })}
    </Fact>
  );
}

/** What earlier owners left in its free frames. Everyone sees how much, one role whose it is. */
function Residue({ view, host }: HostProps) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  const hidden = useHiddenDetail('residue');
  const dirty = dirtyFree(view, host);
  const frames = dirty.length;
  if (frames === 0) return <Fact name="residue">{t('none')}</Fact>;
  if (hidden !== null) {
    return (
      <Fact name="residue" kind="warn">
        {t('residueCount', { frames })}
        <small class="role-only">{hidden}</small>
      </Fact>
    );
  }
  const tenants = tenantNames(words.say, view, tenantsLeftIn(view, dirty));
  return (
    <Fact name="residue" kind="warn">
      {t('residueOf', { frames, tenants })}
    </Fact>
  );
}

/** What its virtual switch does, beside what it is meant to do. */
function SwitchFacts({ view, host }: HostProps) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  const gate = rowOf(view, 'switches', host.id);
  const hidden = useHiddenDetail('drift');
  if (gate === null) return null;
  const behind = versionsBehind(view, host.id);
  const unbound = unboundOn(view, host.id);
  const stopped = gate.watch === 'ips' ? stoppedAt(view, host.id) : 0;
  return (
    <>
      <RoleFact
        of="drift"
        name={host.platform === 'native' ? 'firewall' : 'switch'}
        kind={behind > 0 ? 'warn' : undefined}
      >
        {t('versionOf', { version: gate.version })}
        {behind > 0 && ` · ${t('behindOf', { count: behind })}`}
      </RoleFact>
      {unbound.length > 0 && hidden === null && (
        <Fact name="unboundPorts" kind="warn" note={t('unbound')}>
          {unbound.map((vm) => vmName(vm.id)).join(', ')}
        </Fact>
      )}
      <Automation view={view} host={host} />
      <Migration view={view} />
      {gate.watch !== 'none' && (
        <Fact name="watch">{words.say(`names.watchesInFull.${gate.watch}`)}</Fact>
      )}
      {gate.overloaded && (
        <Fact name="overloaded" kind="warn">
          {t('dropsAll')}
        </Fact>
      )}
      {stopped > 0 && (
        <Fact name="stopped" kind="warn">
          {t('stoppedOf', { count: stopped })}
        </Fact>
      )}
      {gate.exceptions.length > 0 && (
        <Fact name="exceptions">{t('exceptionsOf', { count: gate.exceptions.length })}</Fact>
      )}
    </>
  );
}

/** Since when it is given the policy by itself, and when that is next: what has drifted is one role's to say. */
function Automation({ view, host }: HostProps) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  const hidden = useHiddenDetail('drift');
  const since = rowOf(view, 'policies', 1)?.automaticSince ?? 0;
  if (since === 0) return null;
  const coming = hidden === null ? comingTo(view, host.id) : null;
  return (
    <Fact name="automaticPush" kind={coming === 'nothing' ? 'warn' : undefined}>
      {t('automaticSince', { time: clockOf(since) })}
      {coming !== null &&
        ` · ${coming === 'nothing' ? t('takesNothing') : t('pushAt', { time: clockOf(coming) })}`}
    </Fact>
  );
}

/** How its VMs go to other hosts: said where that can be changed, or has been. */
function Migration({ view }: Pick<HostProps, 'view'>) {
  const { words } = useApp();
  const sealed = rowOf(view, 'policies', 1)?.migrationEncryption ?? false;
  if (!sealed && !asks(view, 'plain-migration')) return null;
  return (
    <Fact name="migration" kind={sealed ? undefined : 'warn'}>
      {words.say(`ui.inspector.${sealed ? 'migrationSealed' : 'migrationPlain'}`)}
    </Fact>
  );
}

/** Its guests that are not as they would be on real hardware: each says itself why. */
function Faulty({ view, host }: HostProps) {
  const faulty = faultyOn(view, host.id);
  if (faulty.length === 0) return null;
  return (
    <Fact name="faulty" kind="warn">
      {faulty.map((vm, i) => (
        <span key={vm.id}>
          {i > 0 && ', '}
          <Place to={`vms/${vm.id}`}>{vmName(vm.id)}</Place>
        </span>
      ))}
    </Fact>
  );
}

function Load({ host }: { host: HostRow }) {
  return (
    <Fact name="load" kind={host.load > BUSY ? 'warn' : undefined}>
      {Math.round(host.load / 10)}%
    </Fact>
  );
}

function Hardware({ view, host }: HostProps) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  const all = rowsOf(view, 'frames').filter((frame) => frame.host === host.id).length;
  const blocks = rowsOf(view, 'blocks').filter((block) => block.host === host.id).length;
  const features = [
    host.virtualisationExtension ? (host.vendor === 'amd' ? 'AMD-V(SVM)' : 'VT-x') : '',
    host.nestedPaging ? (host.vendor === 'amd' ? 'NPT' : 'EPT') : '',
    host.nested ? t('nesting') : '',
  ].filter((feature) => feature !== '');
  const filters = host.filters.map(
    ({ trap, action }) =>
      `${words.say(`names.traps.${trap}`)}: ${words.say(`names.filters.${action}`)}`,
  );
  return (
    <More>
      {rowOf(view, 'switches', host.id)?.watch === 'none' && (
        <Fact name="watch">{words.say('names.watchesInFull.none')}</Fact>
      )}
      {host.load <= BUSY && host.platform !== 'native' && <Load host={host} />}
      <Fact
        name="cpu"
        {...(host.platform === 'container' || isClassicallyVirtualisable(host)
          ? {}
          : { note: t('silentNote', { instructions: silentOn(host).join(', ') }) })}
      >
        {features.length === 0 ? t('noFeatures') : features.join(' · ')}
      </Fact>
      <Fact name="vms">{vmsOn(view, host.id).length}</Fact>
      <Fact name="frames">{t('framesOf', { all, free: host.free.length })}</Fact>
      <OvercommitFact view={view} host={host} all={all} />
      {blocks > 0 && (
        <>
          <Fact name="blocks">{t('framesOf', { all: blocks, free: host.freeBlocks.length })}</Fact>
          <LogFact view={view} host={host} all={blocks} />
          <Fact
            name="wipe"
            kind={host.wipe === 'never' && asks(view, 'never-wipes') ? 'warn' : undefined}
          >
            {words.say(`names.wipe.${host.wipe}`)}
          </Fact>
        </>
      )}
      {host.platform === 'container' ? (
        <Fact
          name="seccomp"
          kind={!host.seccomp && asks(view, 'not-confined') ? 'warn' : undefined}
        >
          {words.say(`names.switched.${host.seccomp ? 'on' : 'off'}`)}
        </Fact>
      ) : host.platform === 'native' ? null : (
        <>
          <Fact
            name="sandbox"
            kind={!host.sandbox && asks(view, 'not-confined') ? 'warn' : undefined}
          >
            {words.say(`names.switched.${host.sandbox ? 'on' : 'off'}`)}
          </Fact>
          <Fact name="filters">{filters.length === 0 ? t('none') : filters.join(' · ')}</Fact>
          <Fact name="hypercallAudit">
            {words.say(`names.switched.${host.hypercallAudit ? 'on' : 'off'}`)}
          </Fact>
        </>
      )}
    </More>
  );
}
