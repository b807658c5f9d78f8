import type { Speaker } from '../../../shared/text/speak.ts';
import { rowOf } from '../../../shared/view/reading.ts';
import type { RequestRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { hostName, tenantName, vmName, zoneName } from '../../state/match/wording.ts';

/** What a request is about, in a few words. */
export function wishTitle(say: Speaker, request: RequestRow): string {
  if (request.kind === 'create') {
    return say('ui.match.wantsVm', { workload: say(`names.workloads.${request.workload}`) });
  }
  const title = request.kind === 'grow' ? 'ui.match.wantsMore' : 'ui.match.wantsRid';
  return say(title, { vm: vmName(request.vm) });
}

/** What it asks for, in a second line. */
export function wishNote(say: Speaker, view: BlueView, request: RequestRow): string {
  if (request.kind === 'create') {
    const zone = zoneName(say, view, request.zone);
    return say('ui.match.wishFrames', { frames: request.frames, zone });
  }
  const vm = rowOf(view, 'vms', request.vm);
  if (vm === null) return '';
  const host = hostName(vm.host);
  const workload = say(`names.workloads.${vm.workload}`);
  return request.kind === 'grow'
    ? say('ui.match.wishMore', { workload, host, frames: request.frames })
    : say('ui.match.wishGone', { workload, host });
}

/** Whose wish it is and for what: to tell several apart. */
export function wishName(say: Speaker, view: BlueView | null, id: number): string {
  const request = rowOf(view, 'requests', id);
  if (request === null) return '';
  if (request.kind !== 'create')
    return `${tenantName(say, view, request.tenant)} ${vmName(request.vm)}`;
  const workload = request.workload === '' ? '' : say(`names.workloads.${request.workload}`);
  return `${tenantName(say, view, request.tenant)} ${workload}`.trim();
}
