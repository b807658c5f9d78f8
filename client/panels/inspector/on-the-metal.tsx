import type { ComponentChildren } from 'preact';
import { asks } from '../../../shared/commands/badges.ts';
import { HOSTED_TRANSFER } from '../../../shared/mechanics/cost/handling.ts';
import { trustedOn } from '../../../shared/mechanics/host-os/trusted.ts';
import { figure } from '../../../shared/text/figure.ts';
import { systemFixOf } from '../../../shared/view/advisories.ts';
import type { HostRow, VmRow } from '../../../shared/view/machine-rows.ts';
import { openWaysOf } from '../../../shared/view/open-ways.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { useHiddenDetail } from '../../parts/role-only.tsx';

interface LineProps {
  readonly name: string;
  readonly warn?: boolean;
  readonly note?: string;
  readonly children?: ComponentChildren;
}

function Line({ name, warn = false, note, children }: LineProps) {
  const { words } = useApp();
  return (
    <div>
      <dt>{words.say(`ui.below.${name}`)}</dt>
      <dd class={warn ? 'warn-ink' : ''}>
        {children}
        {note !== undefined && <small>{note}</small>}
      </dd>
    </div>
  );
}

/** What owns the hardware of a host, what has to be trusted there, and which ways are open: a sentence each. */
export function OnTheMetal({ view, host }: { view: BlueView; host: HostRow }) {
  const { words } = useApp();
  const hidden = useHiddenDetail('builds');
  const t = (key: string, values = {}) => words.say(`ui.below.${key}`, values);
  const { platform, build, osBuild: os, runtime, programs } = host;
  const trusted = trustedOn(host).map((one) => words.say(`names.trusted.${one}`));
  const ways = openWaysOf(view, host);
  const fix = systemFixOf(view, host);
  const switched = (on: boolean): string => words.say(`names.switched.${on ? 'on' : 'off'}`);
  return (
    <details class="more" open={asks(view, 'stands-on')}>
      <summary>{t('title')}</summary>
      <dl class="facts wide">
        <Line
          name="metal"
          warn={hidden === null && fix > 0 && asks(view, 'old-system')}
          note={t(`${platform}Note`, { runtime, programs: programs.length + 1 })}
        >
          {hidden ?? t(platform, { build, os })}
          {hidden === null && fix > 0 && ` · ${t('fix', { build: fix })}`}
        </Line>
        {trusted.length > 0 && (
          <>
            <Line name="trusted" note={t('trustedOf', { names: trusted.join(' · ') })}>
              {t('trustedCount', { count: trusted.length })}
            </Line>
            <Line
              name="ways"
              warn={ways.count > 0 && asks(view, 'stands-on')}
              note={ways.count === 0 ? t('noWays') : t('waysOf', { ...ways })}
            >
              {t('waysCount', { count: ways.count })}
            </Line>
          </>
        )}
        {platform === 'type2' && (
          <Line name="cost" note={t('costNote')}>
            {t('costCycles', { cycles: figure(HOSTED_TRANSFER) })}
          </Line>
        )}
        {platform === 'container' && (
          <>
            <Line name="userns">{switched(host.userns)}</Line>
            <Line name="lsm">{switched(host.lsm)}</Line>
          </>
        )}
        <Line name="edr">{switched(host.edr)}</Line>
      </dl>
    </details>
  );
}

/** What joins a guest with its host beside its devices: channels of its tools, or what it was given. */
export function HostTies({ view, vm }: { view: BlueView; vm: VmRow }) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.below.${key}`, values);
  const { tools, grants, agent } = vm;
  const remapped = view.tables.hosts[vm.host]?.userns === true;
  return (
    <>
      {tools.length > 0 && (
        <Line
          name="tools"
          warn={asks(view, 'open-tools')}
          note={
            // Where hosts fall, what matters is what a host can do by them, not what they open to it.
            asks(view, 'memory-readable') && tools.includes('guest-operations')
              ? words.say('ui.inspector.toolsNote')
              : t('toolsNote', { count: tools.length })
          }
        >
          {tools.map((tool) => words.say(`names.tools.${tool}`)).join(' · ')}
        </Line>
      )}
      {grants.length > 0 && (
        <Line
          name="grants"
          warn={!remapped && asks(view, 'granted')}
          note={t(remapped ? 'grantsVoid' : 'grantsNote')}
        >
          {grants.map((grant) => words.say(`names.grants.${grant}`)).join(' · ')}
        </Line>
      )}
      {agent && <Line name="agent">{words.say('names.switched.on')}</Line>}
    </>
  );
}
