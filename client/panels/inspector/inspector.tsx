import type { RefObject } from 'preact';
import { exists, rowOf, splitRef } from '../../../shared/view/reading.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { Actions } from './actions.tsx';
import { AssetFacts } from './asset-facts.tsx';
import { FrameFacts } from './frame-facts.tsx';
import { HostFacts } from './host-facts.tsx';
import { ImageFacts } from './image-facts.tsx';
import { RequestFacts } from './request-facts.tsx';
import { VmFacts } from './vm-facts.tsx';
import { ZoneFacts } from './zone-facts.tsx';

/** What is selected: its facts, and what can be done about it. */
export function Inspector({ actions }: { actions: RefObject<HTMLDivElement | null> }) {
  const { words } = useApp();
  const { selection, view, watching } = useGame();
  const now = view.value;
  const ref = selection.value;
  if (now === null) return null;
  const note = (title: string, body: string) => (
    <>
      <h2 class="panel-title">{words.say('ui.inspector.selection')}</h2>
      <div class="quiet-note">
        <b>{words.say(`ui.inspector.${title}`)}</b>
        <p>{words.say(`ui.inspector.${body}`)}</p>
      </div>
    </>
  );
  if (ref === null) return note('nothing', 'nothingBody');
  if (!exists(now, ref)) return note('gone', 'goneBody');
  return (
    <>
      <Facts table={splitRef(ref).table} id={splitRef(ref).id} />
      {!watching && <Actions subject={ref} place={actions} />}
    </>
  );
}

function Facts({ table, id }: { table: string; id: number }) {
  const { view } = useGame();
  const now = view.value;
  if (now === null) return null;
  switch (table) {
    case 'hosts': {
      const host = rowOf(now, 'hosts', id);
      return host && <HostFacts view={now} host={host} />;
    }
    case 'vms': {
      const vm = rowOf(now, 'vms', id);
      return vm && <VmFacts view={now} vm={vm} />;
    }
    case 'requests': {
      const request = rowOf(now, 'requests', id);
      return request && <RequestFacts view={now} request={request} />;
    }
    case 'zones': {
      const zone = rowOf(now, 'zones', id);
      return zone && <ZoneFacts view={now} zone={zone} />;
    }
    case 'images': {
      const image = rowOf(now, 'images', id);
      return image && <ImageFacts view={now} image={image} />;
    }
    case 'assets': {
      const asset = rowOf(now, 'assets', id);
      return asset && <AssetFacts view={now} asset={asset} />;
    }
    case 'frames': {
      const frame = rowOf(now, 'frames', id);
      return frame && <FrameFacts view={now} frame={frame} />;
    }
    default:
      return null;
  }
}
