import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { HostRow, VmRow } from '../../../shared/view/machine-rows.ts';
import type { RowRef } from '../../../shared/world/fact.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { Key, useShortcut } from '../../parts/key.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { type Detail, hiddenDetailOf } from '../../state/match/role-details.ts';
import { type TreeLine, treeLines, treeMove } from '../../state/match/tree/tree.ts';
import { treeWords } from '../../state/match/tree/tree-words.ts';
import { hostName, vmName } from '../../state/match/wording.ts';
import { TreeItem } from './tree-item.tsx';

interface TreePanelProps {
  readonly search: RefObject<HTMLInputElement | null>;
  /** Enter on a line leads to what can be done there. */
  readonly onEnter: () => void;
}

/** Whether arrows mean something where one is: in a choice, a field, or what is scrolled by them. */
function usesArrows(target: EventTarget | null): boolean {
  const place = 'input, select, ol, ul[tabindex], [role="log"]';
  return target instanceof HTMLElement && target.closest(place) !== null;
}

/** The line of the tree in which one is. */
function heldIn(target: EventTarget | null): string | undefined {
  if (!(target instanceof HTMLElement)) return undefined;
  return target.closest<HTMLElement>('[role="treeitem"]')?.dataset.ref;
}

/** The map's twin in words: everything on it can be reached and chosen here. */
export function TreePanel({ search, onEnter }: TreePanelProps) {
  const { words } = useApp();
  const game = useGame();
  const collapsed = useSignal<ReadonlySet<RowRef>>(new Set());
  const text = useSignal('');
  const shortcut = useShortcut();
  const tree = useRef<HTMLDivElement>(null);
  const view = game.view.value;

  const wanted = text.value.trim().toLowerCase();
  const says = (...names: readonly string[]): boolean =>
    names.join(' ').toLowerCase().includes(wanted);
  const wish = {
    host: ({ id }: HostRow) => says(hostName(id)),
    vm: ({ id, workload }: VmRow) => says(vmName(id), words.say(`names.workloads.${workload}`)),
  };
  const isMeant = (line: TreeLine): boolean =>
    line.kind === 'host' ? wish.host(line.host) : wish.vm(line.vm);
  const lines = view === null ? [] : treeLines(view, collapsed.value, wanted === '' ? null : wish);
  const { language } = words;
  const layer = game.layer.value;
  const blast = game.blast.now.value;
  const said = useMemo(() => {
    const hidden = (detail: Detail) =>
      hiddenDetailOf(game.session.peek(), game.mySeat.peek(), detail) !== null;
    return view === null ? null : treeWords(view, { say: words.say, layer, hidden, blast });
  }, [view, layer, blast, language.value]);
  const selected = game.selection.value;
  const current = lines.find((line) => line.ref === selected)?.ref ?? lines[0]?.ref;

  const reach = (ref: RowRef | undefined): void => {
    tree.current?.querySelector<HTMLElement>(`[data-ref="${ref}"]`)?.focus();
  };
  const choose = (ref: RowRef): void => {
    game.select(ref);
    reach(ref);
  };
  const fold = (ref: RowRef, closed: boolean): void => {
    const next = new Set(collapsed.value);
    if (closed) next.add(ref);
    else next.delete(ref);
    collapsed.value = next;
  };
  const move = (at: RowRef, key: string): boolean => {
    const to = treeMove(lines, at, key);
    if (to === null) return false;
    if (to.kind === 'select') choose(to.ref);
    else if (to.kind === 'enter') {
      game.select(at);
      onEnter();
    } else fold(to.ref, to.kind === 'collapse');
    return true;
  };
  useKeys((key, { target }) => {
    const held = lines.find(({ ref }) => ref === heldIn(target));
    if (held !== undefined) return move(held.ref, key);
    // From anywhere else an arrow comes in, and to what is chosen already first of all.
    if (current === undefined || !key.startsWith('Arrow') || usesArrows(target)) return false;
    if (current !== selected) choose(current);
    else if (!move(current, key)) choose(current);
    return true;
  });
  if (view === null) return null;

  return (
    <section class="tree-panel" aria-labelledby="tree-title">
      <div class="tree-head">
        <h2 id="tree-title" class="panel-title">
          {words.say('ui.match.tree')}
        </h2>
        <label class="search">
          <span class="unseen">{words.say('ui.match.search')}</span>
          <input
            ref={search}
            type="search"
            placeholder={words.say('ui.match.find')}
            aria-keyshortcuts={shortcut('/')}
            value={text.value}
            onInput={(event) => {
              text.value = event.currentTarget.value;
            }}
            onKeyDown={(event) => {
              if (event.isComposing) return;
              if (event.key !== 'Enter' && event.key !== 'Escape') return;
              const found = wanted === '' ? undefined : lines.find(isMeant);
              const ref = event.key === 'Enter' ? found?.ref : undefined;
              if (event.key === 'Enter' && wanted !== '' && ref === undefined) return;
              if (ref !== undefined) game.select(ref);
              text.value = '';
              // The whole list is there again a moment later.
              setTimeout(() => reach(ref ?? current));
            }}
          />
          <Key name="/" />
        </label>
      </div>
      {lines.length === 0 && <p class="quiet-note">{words.say('ui.match.noMatch')}</p>}
      <div class="tree" role="tree" aria-labelledby="tree-title" ref={tree} data-jump="tree">
        {lines.map((line) => (
          <TreeItem
            key={line.ref}
            line={line}
            said={said?.get(line.ref) ?? ''}
            selected={line.ref === selected}
            reachable={line.ref === current}
            onChoose={() => game.select(line.ref)}
            onFold={(closed) => fold(line.ref, closed)}
          />
        ))}
      </div>
    </section>
  );
}
