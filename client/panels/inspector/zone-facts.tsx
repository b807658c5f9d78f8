import { asks } from '../../../shared/commands/badges.ts';
import { clockOf } from '../../../shared/text/clock.ts';
import { rowOf, rowsOf } from '../../../shared/view/reading.ts';
import type { ZoneRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import type { Rule } from '../../../shared/world/network.ts';
import { useApp } from '../../app-context.ts';
import { RoleOnly } from '../../parts/role-only.tsx';
import { vmName, zoneName } from '../../state/match/wording.ts';
import { Fact, Subject } from './subject.tsx';

/** What a port group accepts; the last one is an inspection, which is better on than off. */
const ACCEPTS = ['promiscuous', 'macChanges', 'forgedTransmits'] as const;

interface ZoneProps {
  readonly view: BlueView;
  readonly zone: ZoneRow;
}

/** A zone with its layer 2 segment, and the intended rules that touch it. */
export function ZoneFacts({ view, zone }: ZoneProps) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  const members = rowsOf(view, 'vms').filter((vm) => vm.zone === zone.id);
  const segment = rowsOf(view, 'segments').find((row) => row.zone === zone.id);
  return (
    <>
      <Subject
        path={t('zone')}
        badge={<span class={`swatch large zone-${zone.name}`} />}
        name={words.say(`names.zones.${zone.name}`)}
      >
        <Fact name="members">
          {members.length === 0 ? t('none') : members.map((vm) => vmName(vm.id)).join(', ')}
        </Fact>
        {segment !== undefined && (
          <>
            {ACCEPTS.map((setting) => (
              <Fact
                key={setting}
                name={setting}
                kind={segment[setting] && asks(view, 'open-ports') ? 'warn' : undefined}
              >
                {words.say(`names.switched.${segment[setting] ? 'accept' : 'reject'}`)}
              </Fact>
            ))}
            <Fact
              name="arpInspection"
              kind={!segment.arpInspection && asks(view, 'open-ports') ? 'warn' : undefined}
              note={t('arpNote')}
            >
              {words.say(`names.switched.${segment.arpInspection ? 'on' : 'off'}`)}
            </Fact>
            {segment.management > 0 && (
              <Fact name="managementVlan" kind="warn" note={t('vlanNote')}>
                {t('vlanOf', { number: segment.management })}
              </Fact>
            )}
            <Fact
              name="dhcpGuard"
              kind={!segment.dhcpGuard && asks(view, 'open-ports') ? 'warn' : undefined}
              note={t('dhcpNote')}
            >
              {words.say(`names.switched.${segment.dhcpGuard ? 'on' : 'off'}`)}
            </Fact>
          </>
        )}
      </Subject>
      <Rules view={view} zone={zone} />
    </>
  );
}

function Rules({ view, zone }: ZoneProps) {
  const { words } = useApp();
  const policy = rowOf(view, 'policies', 1);
  if (policy === null) return null;
  const touching = policy.rules
    .map((rule, i) => ({ rule, place: i + 1 }))
    .filter(({ rule }) => [rule.from, rule.to].some((end) => end === 0 || end === zone.id));
  return (
    <section class="rules">
      <h3 class="panel-title">
        {words.say('ui.inspector.rules')}
        <span>{words.say('ui.inspector.versionOf', { version: policy.version })}</span>
      </h3>
      {policy.automaticSince > 0 && (
        <p class="soft">
          {words.say('ui.inspector.automaticPush')}:{' '}
          {words.say('ui.inspector.automaticSince', { time: clockOf(policy.automaticSince) })}
        </p>
      )}
      <RoleOnly detail="rules">
        {touching.length === 0 && <p class="soft">{words.say('ui.inspector.noRules')}</p>}
        <ol>
          {touching.map(({ rule, place }) => (
            <RuleLine key={place} view={view} rule={rule} place={place} />
          ))}
        </ol>
      </RoleOnly>
    </section>
  );
}

interface RuleProps {
  readonly view: BlueView;
  readonly rule: Rule;
  /** Its place in the policy: the first rule that fits decides. */
  readonly place: number;
}

function RuleLine({ view, rule, place }: RuleProps) {
  const { words } = useApp();
  const end = (zone: number): string =>
    zone === 0 ? words.say('names.zones.any') : zoneName(words.say, view, zone);
  return (
    <li class={rule.allow ? 'allow' : 'deny'}>
      <span>
        {place}. {end(rule.from)} → {end(rule.to)}
      </span>
      <span>
        {words.say(`names.services.${rule.service}`)} ·{' '}
        <b>{words.say(`ui.inspector.${rule.allow ? 'allow' : 'deny'}`)}</b>
      </span>
    </li>
  );
}
