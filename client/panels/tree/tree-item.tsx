import type { HostRow, VmRow } from '../../../shared/view/machine-rows.ts';
import { falseGateways, onTrunk } from '../../../shared/view/network/ports.ts';
import {
  categoriesIn,
  dirtyFree,
  foreignFrames,
  isTaken,
  rowOf,
} from '../../../shared/view/reading.ts';
import { categoryOf } from '../../../shared/world/machine/category.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { CategorySign, LineSign } from '../../parts/category-sign.tsx';
import { TenantBadge } from '../../parts/tenant-badge.tsx';
import { markOn } from '../../state/match/talk.ts';
import type { TreeLine } from '../../state/match/tree/tree.ts';
import { hostName, vmName } from '../../state/match/wording.ts';
import { GATEWAY_SIGN } from '../../style/gateway-sign.ts';
import { wordText } from '../talk/word-text.ts';

interface TreeItemProps {
  readonly line: TreeLine;
  /** What the map shows of it by drawing. */
  readonly said: string;
  readonly selected: boolean;
  /** The one line that Tab comes to. */
  readonly reachable: boolean;
  readonly onChoose: () => void;
  readonly onFold: (closed: boolean) => void;
}

export function TreeItem({ line, said, selected, reachable, onChoose, onFold }: TreeItemProps) {
  const { hint } = useGame();
  const hinted =
    line.kind === 'host' &&
    (hint.value?.kind === 'residue' || hint.value?.kind === 'drift') &&
    hint.value.host === line.host.id;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree as a whole has its keys.
    <div
      role="treeitem"
      data-ref={line.ref}
      class={`tree-item ${line.kind}${hinted ? ' hinted' : ''}`}
      tabIndex={reachable ? 0 : -1}
      data-land={reachable ? '' : undefined}
      aria-level={line.kind === 'host' ? 1 : 2}
      aria-posinset={line.place}
      aria-setsize={line.of}
      aria-selected={selected}
      {...(line.kind === 'host' ? { 'aria-expanded': line.expanded } : {})}
      onClick={onChoose}
    >
      {line.kind === 'host' ? (
        <>
          <span
            class={`fold${line.expanded ? ' open' : ''}`}
            aria-hidden="true"
            onClick={(event) => {
              event.stopPropagation();
              onFold(line.expanded);
            }}
          />
          <HostLine host={line.host} />
        </>
      ) : (
        <VmLine vm={line.vm} />
      )}
      {said !== '' && <span class="unseen">, {said}</span>}
      <CallMark line={line} />
    </div>
  );
}

/** A teammate has just pointed here. */
function CallMark({ line }: { line: TreeLine }) {
  const { words } = useApp();
  const { talk } = useGame();
  const word = markOn(talk.fresh.value, line.ref);
  if (word === null) return null;
  const kind = word.kind === 'ping' ? word.ping : word.kind;
  return <span class={`tree-call ${kind}`}>{wordText(words.say, word)}</span>;
}

function HostLine({ host }: { host: HostRow }) {
  const { words } = useApp();
  const { view } = useGame();
  const dirty = view.value === null ? 0 : dirtyFree(view.value, host).length;
  const taken = view.value !== null && isTaken(view.value, host);
  return (
    <>
      <b>{hostName(host.id)}</b>
      {taken && (
        // Said among the other words of the line.
        <span class="tree-taken" aria-hidden="true">
          {words.say('ui.map.taken')}
        </span>
      )}
      <span class={`tree-note${dirty > 0 ? ' warn-ink' : ''}`}>
        {dirty > 0
          ? words.say('ui.match.freeDirty', { count: host.free.length, dirty })
          : words.say('ui.match.freeFrames', { count: host.free.length })}
      </span>
    </>
  );
}

function VmLine({ vm }: { vm: VmRow }) {
  const { words } = useApp();
  const { view, layer } = useGame();
  const signed =
    layer.value === 'compute' && view.value !== null && categoriesIn(view.value).length > 0;
  const foreign = view.value === null ? 0 : foreignFrames(view.value, vm).length;
  return (
    <>
      <TenantBadge tenant={rowOf(view.value, 'tenants', vm.tenant)} />
      <span class="tree-name">{vmName(vm.id)}</span>
      <span class="tree-work">{words.say(`names.workloads.${vm.workload}`)}</span>
      {signed && <CategorySign category={categoryOf(vm.workload)} />}
      {layer.value === 'network' && view.value !== null && onTrunk(view.value, vm) && (
        <span class="swatch trunk" aria-hidden="true" />
      )}
      {view.value !== null && falseGateways(view.value).has(vm.id) && (
        <LineSign name="gateway" path={GATEWAY_SIGN} />
      )}
      {foreign > 0 && <span class="swatch hatched" aria-hidden="true" />}
      {vm.power !== 'running' && (
        <span class="tree-note">{words.say(`names.power.${vm.power}`)}</span>
      )}
    </>
  );
}
