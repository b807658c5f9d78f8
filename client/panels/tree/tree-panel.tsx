import { useSignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { VmRow } from '../../../shared/view/rows.ts';
import type { RowRef } from '../../../shared/world/fact.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { Key } from '../../parts/key.tsx';
import { treeLines, treeMove } from '../../state/match/tree.ts';
import { vmName } from '../../state/match/wording.ts';
import { TreeItem } from './tree-item.tsx';

interface TreePanelProps {
  readonly search: RefObject<HTMLInputElement | null>;
  /** Enter on a line leads to what can be done there. */
  readonly onEnter: () => void;
}

/** The map's twin in words: everything on it can be reached and chosen here. */
export function TreePanel({ search, onEnter }: TreePanelProps) {
  const { words } = useApp();
  const game = useGame();
  const collapsed = useSignal<ReadonlySet<RowRef>>(new Set());
  const text = useSignal('');
  const tree = useRef<HTMLDivElement>(null);
  const view = game.view.value;
  if (view === null) return null;

  const wanted = text.value.trim().toLowerCase();
  const fits = (vm: VmRow): boolean =>
    `${vmName(vm.id)} ${words.say(`names.workloads.${vm.workload}`)}`
      .toLowerCase()
      .includes(wanted);
  const lines = treeLines(view, collapsed.value, wanted === '' ? null : fits);
  const selected = game.selection.value;
  const current = lines.find((line) => line.ref === selected)?.ref ?? lines[0]?.ref;

  const focus = (ref: RowRef): void => {
    tree.current?.querySelector<HTMLElement>(`[data-ref="${ref}"]`)?.focus();
  };
  const fold = (ref: RowRef, closed: boolean): void => {
    const next = new Set(collapsed.value);
    if (closed) next.add(ref);
    else next.delete(ref);
    collapsed.value = next;
  };
  const press = (event: KeyboardEvent, ref: RowRef): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const move = treeMove(lines, ref, event.key);
    if (move === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (move.kind === 'select') {
      game.select(move.ref);
      focus(move.ref);
    } else if (move.kind === 'enter') {
      game.select(ref);
      onEnter();
    } else fold(move.ref, move.kind === 'collapse');
  };

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
            value={text.value}
            onInput={(event) => {
              text.value = event.currentTarget.value;
            }}
            onKeyDown={(event) => {
              if (event.isComposing) return;
              const first = lines.find((line) => line.kind === 'vm');
              if (event.key === 'Enter' && first !== undefined) {
                text.value = '';
                game.select(first.ref);
                setTimeout(() => focus(first.ref));
              }
              if (event.key === 'Escape') {
                text.value = '';
                event.currentTarget.blur();
              }
            }}
          />
          <Key name="/" />
        </label>
      </div>
      {lines.length === 0 && <p class="quiet-note">{words.say('ui.match.noMatch')}</p>}
      <div class="tree" role="tree" aria-labelledby="tree-title" ref={tree}>
        {lines.map((line) => (
          <TreeItem
            key={line.ref}
            line={line}
            selected={line.ref === selected}
            reachable={line.ref === current}
            onPress={(event) => press(event, line.ref)}
            onChoose={() => game.select(line.ref)}
            onFold={(closed) => fold(line.ref, closed)}
          />
        ))}
      </div>
    </section>
  );
}
