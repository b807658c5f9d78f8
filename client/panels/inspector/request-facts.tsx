import { clockOf, remaining } from '../../../shared/text/clock.ts';
import { rowOf } from '../../../shared/view/reading.ts';
import type { ImageRow, RequestRow } from '../../../shared/view/rows.ts';
import type { BlueView } from '../../../shared/view/view.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { TenantBadge } from '../../parts/tenant-badge.tsx';
import {
  assetName,
  hostName,
  imageName,
  tenantName,
  vmName,
  zoneName,
} from '../../state/match/wording.ts';
import { wishTitle } from '../foot/wish.ts';
import { Race } from '../race/race.tsx';
import { Fact, Place, Subject } from './subject.tsx';

interface RequestProps {
  readonly view: BlueView;
  readonly request: RequestRow;
}

export function RequestFacts({ view, request }: RequestProps) {
  const { words } = useApp();
  const { clock } = useGame();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  const waiting = request.state === 'open' || request.state === 'in-work';
  return (
    <>
      <Subject
        path={t('request')}
        badge={<TenantBadge tenant={rowOf(view, 'tenants', request.tenant)} large />}
        name={wishTitle(words.say, request)}
        also={tenantName(words.say, view, request.tenant)}
      >
        <Wish view={view} request={request} />
        {request.state !== 'open' && (
          <Fact name="state">{words.say(`names.requests.${request.state}`)}</Fact>
        )}
        {waiting && (
          <Fact name="until">
            {t('untilOf', {
              time: clockOf(request.deadline),
              left: remaining(request.deadline - clock.tick.value),
            })}
          </Fact>
        )}
      </Subject>
      {request.kind === 'create' && request.workload !== '' && (
        <Race
          view={view}
          runner={{ workload: request.workload, image: request.image }}
          name={wishTitle(words.say, request)}
          now={null}
        />
      )}
    </>
  );
}

/** What of an image rules techniques out. */
function noteOn({ cpu, os }: ImageRow, t: (key: string) => string): { note?: string } {
  if (cpu === 'foreign') return { note: t('foreignCpu') };
  return os === 'closed' ? { note: t('osClosed') } : {};
}

/** What it asks for: a VM, or something about one that is there. */
function Wish({ view, request }: RequestProps) {
  const { words } = useApp();
  const t = (key: string, values = {}) => words.say(`ui.inspector.${key}`, values);
  if (request.kind !== 'create') {
    const vm = rowOf(view, 'vms', request.vm);
    return (
      <>
        <Fact name="vm">
          {vm === null ? (
            vmName(request.vm)
          ) : (
            <Place to={`vms/${vm.id}`}>{`${vmName(vm.id)} · ${hostName(vm.host)}`}</Place>
          )}
        </Fact>
        {request.kind === 'grow' && (
          <Fact name="memory">{t('moreFrames', { frames: request.frames })}</Fact>
        )}
      </>
    );
  }
  const image = rowOf(view, 'images', request.image);
  return (
    <>
      <Fact name="zone">{zoneName(words.say, view, request.zone)}</Fact>
      <Fact name="asset">{assetName(words.say, view, request.asset)}</Fact>
      <Fact name="memory">{t('memoryOf', { frames: request.frames })}</Fact>
      {image !== null && (
        <Fact name="image" {...noteOn(image, t)}>
          {imageName(words.say, view, request.image)}
        </Fact>
      )}
      {request.lease > 0 && (
        <Fact name="lease">{t('leaseFor', { time: clockOf(request.lease) })}</Fact>
      )}
    </>
  );
}
