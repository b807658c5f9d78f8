import type { ComponentChildren } from 'preact';
import type { RowRef } from '../../../shared/world/fact.ts';
import { useApp } from '../../app-context.ts';
import { useGame } from '../../game-context.ts';
import { useHiddenDetail } from '../../parts/role-only.tsx';
import type { Detail } from '../../state/match/role-details.ts';

interface SubjectProps {
  /** Where it is: `H2 › vm7`. */
  readonly path: string;
  readonly badge?: ComponentChildren;
  readonly name: string;
  /** A second, quieter name. */
  readonly also?: string;
  readonly children: ComponentChildren;
}

/** The head of the inspector and the list of facts below it. */
export function Subject({ path, badge, name, also, children }: SubjectProps) {
  const { words } = useApp();
  return (
    <>
      <h2 class="panel-title">
        {words.say('ui.inspector.selection')}
        <span>{path}</span>
      </h2>
      <h3 class="subject">
        {badge}
        {name}
        {also !== undefined && <small>{also}</small>}
      </h3>
      <dl class="facts">{children}</dl>
    </>
  );
}

interface FactProps {
  readonly name: string;
  readonly kind?: 'warn' | 'harm' | undefined;
  /** A quieter second line: what the first one means. */
  readonly note?: string;
  /** What it means is said in sentences, as wide as the fact and its value. */
  readonly wide?: true;
  readonly children?: ComponentChildren;
}

/** A fact that belongs to one role: the others read whom to ask for it. */
export function RoleFact({ of: detail, ...fact }: FactProps & { readonly of: Detail }) {
  const line = useHiddenDetail(detail);
  if (line === null) return <Fact {...fact} />;
  return (
    <Fact name={fact.name}>
      <span class="role-only">{line}</span>
    </Fact>
  );
}

export function Fact({ name, kind, note, wide, children }: FactProps) {
  const { words } = useApp();
  return (
    <div class={wide && 'wide'}>
      <dt>{words.say(`ui.inspector.${name}`)}</dt>
      <dd class={kind === undefined ? '' : `${kind}-ink`}>
        {children}
        {note !== undefined && <small>{note}</small>}
      </dd>
    </div>
  );
}

/** Facts that are asked for less often: folded away until someone wants them. */
export function More({ children }: { children: ComponentChildren }) {
  const { words } = useApp();
  return (
    <details class="more">
      <summary>{words.say('ui.inspector.more')}</summary>
      <dl class="facts">{children}</dl>
    </details>
  );
}

/** Another thing that has facts of its own: a press leads there. */
export function Place({ to, children }: { to: RowRef; children: ComponentChildren }) {
  const { select } = useGame();
  return (
    <button type="button" class="place" onClick={() => select(to)}>
      {children}
    </button>
  );
}
