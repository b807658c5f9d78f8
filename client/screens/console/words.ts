import { LESSON } from '../../../shared/protocol/lesson.ts';
import type { InstructorAct } from '../../../shared/protocol/messages.ts';
import type { Injection, SessionState } from '../../../shared/protocol/server.ts';
import { clockOf } from '../../../shared/text/clock.ts';
import type { Speaker } from '../../../shared/text/speak.ts';
import type { Moment } from '../../../shared/view/moment.ts';
import { hostName, vmName, worded } from '../../state/match/wording.ts';

export function teamName(say: Speaker, team: number): string {
  return team === 0 ? say('ui.console.noTeam') : say(`names.teams.${team}`);
}

/** A world by the teams that play in it. */
export function worldName(say: Speaker, session: SessionState, world: number): string {
  const teams = session.teams.filter((team) => team.world === world);
  return teams.map((team) => teamName(say, team.id)).join(' · ');
}

function personName(session: SessionState, seat: number): string {
  return session.roster.find((entry) => entry.seat === seat)?.nickname ?? `#${seat}`;
}

export function partName(say: Speaker, part: number): string {
  const id = LESSON[part]?.id;
  return id === undefined ? '' : say(`ui.console.parts.${id}`);
}

/** What an instructor did, as they read it afterwards. */
export function actText(say: Speaker, session: SessionState, act: InstructorAct): string {
  const t = (key: string, values = {}): string => say(`ui.console.acts.${key}`, values);
  const everyone = say('ui.console.everyone');
  switch (act.kind) {
    case 'start':
      return t(act.sameSeed ? 'rematch' : 'start');
    case 'speed':
      return t('speed', { speed: act.speed });
    case 'time':
      return t('time', { minutes: act.minutes > 0 ? `+${act.minutes}` : `−${-act.minutes}` });
    case 'inject':
      return t('inject', {
        where: act.world === 0 ? say('ui.console.allTeams') : worldName(say, session, act.world),
      });
    case 'message': {
      const { to } = act;
      const where =
        to === 'all'
          ? everyone
          : 'team' in to
            ? teamName(say, to.team)
            : personName(session, to.seat);
      return t('message', { where, text: act.text });
    }
    case 'move':
      return t('move', { name: personName(session, act.seat), team: teamName(say, act.team) });
    case 'rename':
      return t('rename', { name: act.nickname });
    case 'remove':
    case 'roles':
      return t(act.kind, { name: personName(session, act.seat) });
    case 'approve':
      return t(act.yes ? 'approve' : 'decline', { name: personName(session, act.seat) });
    case 'watch':
      return t(act.on ? 'watch' : 'play', { name: personName(session, act.seat) });
    case 'lesson':
      return t('lesson', { part: partName(say, act.part) });
    case 'project':
      return act.world === 0
        ? t('unproject')
        : t('project', { where: worldName(say, session, act.world) });
    default:
      return t(act.kind);
  }
}

/** What kind of thing an instructor could put into a world. */
export function injectionText(say: Speaker, injection: Injection): string {
  return injection.kind === 'attack'
    ? say(`attacks.${injection.act.attack}.name`)
    : say(`ui.console.plans.${injection.plan.kind}`);
}

/** What it would be about; '' when there is nothing to say. */
export function targetText(say: Speaker, injection: Injection): string {
  if (injection.kind === 'attack') {
    return injection.vms
      .map((vm) => (vm === 0 ? say('names.zones.internet') : vmName(vm)))
      .join(' → ');
  }
  const { plan, flaw, zone } = injection;
  if (flaw !== null) return say(`flaws.${flaw}.name`);
  if (zone !== null) return say(`names.zones.${zone}`);
  if (plan.kind === 'policy-edit') return say('names.doors.any-any');
  if (plan.kind === 'wants-vm') return say(`names.workloads.${plan.plan.workload}`);
  const parts = [
    'vm' in plan ? vmName(plan.vm) : '',
    'peer' in plan ? vmName(plan.peer) : 'host' in plan ? hostName(plan.host) : '',
  ];
  return parts.filter((part) => part !== '').join(' → ');
}

/** Seconds without doing anything, in words. */
export function idleText(say: Speaker, seconds: number): string {
  return seconds < 60
    ? say('ui.console.idle', { seconds })
    : say('ui.console.idleMinutes', { minutes: Math.trunc(seconds / 60) });
}

/** A moment in one sentence. What an attack needed is said in that attack's own words. */
export function momentText(say: Speaker, moment: Moment): string {
  const { kind, facts, order } = moment;
  const { attack, need, unseen } = facts;
  const values = {
    ...worded(say, facts, null),
    ...(typeof unseen === 'number' ? { time: clockOf(unseen) } : {}),
    ...(order === undefined ? {} : { command: String(worded(say, order, null).command) }),
  };
  const named =
    typeof attack === 'string' && typeof need === 'string' && need !== ''
      ? { ...values, need: say(`attacks.${attack}.needs.${need}`, values) }
      : values;
  // A host that was taken over has lost no data that could be named.
  const takeover = facts.asset === '' && kind !== 'held' && kind !== 'evicted';
  return say(`ui.moments.${kind}${takeover ? '-takeover' : ''}`, named);
}
